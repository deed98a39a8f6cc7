"""Metric tables come in: one file per kind of data source, one grammar of cells for all of them.

The door is `engine.sources.read.read_table`.
"""

from engine.base.registry import Registry
from engine.sources import csv_file, excel_file, facts_file, inline
from engine.sources.definition import SourceDef

SOURCES: Registry[SourceDef] = Registry(
    "data source", (csv_file.DEFINITION, excel_file.DEFINITION, facts_file.DEFINITION, inline.DEFINITION)
)
