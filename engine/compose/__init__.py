"""A Source becomes a Report: metrics, conditions, templates and blocks evaluated, nothing placed.

Codes of this package: YAML030 unknown name · YAML031 template syntax · YAML032 not allowed in a template · YAML033 nested too deep ·
YAML034 cannot be evaluated or printed · YAML035 `when` or `for_each` of the wrong type · YAML036 unknown topic of a question ·
YAML040 link · YAML041 asterisks without partner. Metrics add FACT, tables DATA.
"""
