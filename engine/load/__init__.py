"""Content files become a tree in which every node knows its place, and a validated report.

Codes of this package: YAML001 syntax · YAML002 full-width colon · YAML003 tab · YAML004 unquoted template · YAML005 colon in a text ·
YAML006 duplicate key · YAML007 anchor, alias, merge key · YAML008 tag · YAML009 key is no text · YAML010 not one mapping ·
YAML011 a limit · YAML012 unusable number · YAML013 unusable character · YAML014 not UTF-8 · YAML015 invisible character ·
YAML016 space after the colon. Fields: YAML020 unknown key · YAML021 missing · YAML022 wrong type · YAML023 not among the choices ·
YAML024 bounds · YAML025 what a field refuses · YAML027 blocks. Files: FILE001 missing · FILE002 outside · FILE003 of another kind.
"""
