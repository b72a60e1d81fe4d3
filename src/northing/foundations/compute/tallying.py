"""What do all links add up to?

Written once, as SQL that DuckDB and Spark both speak: integers and decimals only, so that no order
of adding changes a digit, and both engines say overflow aloud instead of rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from northing.foundations.compute.facts import TALLY, TallyRow

TALLY_SQL = """
SELECT account, period, unit, topic,
       CAST(SUM(records) AS BIGINT) AS records,
       CAST(SUM(linked) AS DECIMAL(38, 9)) AS linked,
       CAST(SUM(least) AS DECIMAL(38, 9)) AS least,
       CAST(SUM(most) AS DECIMAL(38, 9)) AS most
FROM links
WHERE refused IS NULL
GROUP BY account, period, unit, topic
ORDER BY account NULLS FIRST, period NULLS FIRST, unit NULLS FIRST, topic NULLS FIRST
"""

REFUSALS_SQL = """
SELECT refused, CAST(COUNT(*) AS BIGINT) AS records
FROM links
WHERE refused IS NOT NULL
GROUP BY refused
ORDER BY refused
"""

READINGS_SQL = """
SELECT reading, CAST(COUNT(*) AS BIGINT) AS records
FROM links
WHERE reading IS NOT NULL
GROUP BY reading
ORDER BY reading
"""


def records_sql(residual: str) -> str:
    """How many records there are: each has one row for what serves no topic, or one refusal."""
    quoted = residual.replace("'", "''")
    return f"""
SELECT CAST(COUNT(*) AS BIGINT) AS records
FROM links
WHERE topic = '{quoted}' OR refused IS NOT NULL
"""  # noqa: S608 - quoted above


def tally_rows(path: Path) -> Iterator[TallyRow]:
    """The cells of a `tally.parquet`, in their order."""
    for row in pq.read_table(path).to_pylist():
        yield TallyRow(**row)


def as_tally(table: pa.Table) -> pa.Table:
    """An engine's answer to `TALLY_SQL` in the one form it is written down in."""
    return table.select(TALLY.names).cast(TALLY).combine_chunks()
