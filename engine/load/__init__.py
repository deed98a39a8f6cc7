"""Content files become a tree in which every node knows its place, and a validated report.

Codes of this package: YAML001-YAML019 the file as text and YAML, YAML020-YAML029 what a field may hold, FILE001-FILE006 files.
"""
