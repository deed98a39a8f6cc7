"""Named ceilings of a metric table; beyond one the table is refused with the value, the limit and the mend."""

MAX_FILE_BYTES = 256 * 1024 * 1024
MAX_ROWS = 1_000_000
MAX_COLUMNS = 1_000
MAX_CELLS = 20_000_000
MAX_FIELD_CHARACTERS = 131_072
MAX_TEXT_CHARACTERS = 256 * 1024 * 1024
"""All the text of one table together: a small file may hold one long text a million times."""
MAX_INLINE_ROWS = 10_000
MAX_QUERY_CHARACTERS = 10_000
MAX_TIMEOUT = 600.0
USUAL_TIMEOUT = 30.0
"""Seconds that one query may take."""

MAX_LISTED = 20
"""How many mistakes of one kind are listed for one column or file; a last line says how many more there are."""

LONG_BYTES = 2 * 1024 * 1024
"""From this size on, a CSV file is split by arrays, which pays for the import of numpy (0.1 s)."""
