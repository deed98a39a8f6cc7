"""Metric tables come in: one file per kind of data source, one grammar of cells for all of them.

The door is `engine.sources.read.read_table`.
"""

from engine.base.registry import Registry
from engine.sources import csv_file, excel_file, facts_file, inline, parquet_file, sql_query, sqlite_file
from engine.sources.definition import SourceDef

SOURCES: Registry[SourceDef] = Registry(
    "data source",
    (
        csv_file.DEFINITION,
        excel_file.DEFINITION,
        parquet_file.DEFINITION,
        sqlite_file.DEFINITION,
        facts_file.DEFINITION,
        sql_query.DEFINITION,
        inline.DEFINITION,
    ),
)
