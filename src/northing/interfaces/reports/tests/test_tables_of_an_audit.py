import csv
import io
from typing import Any

import pyarrow.parquet as pq

from northing.interfaces.reports.tables import gaps_csv, links_parquet
from northing.interfaces.reports.tests.make import AMINA, BRUNO, make_audit

AUDIT = make_audit()


def rows() -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(gaps_csv(AUDIT).lstrip("\ufeff"))))


def test_one_row_for_each_gap() -> None:
    found = rows()
    assert len(found) == len(AUDIT.say_do.gaps)
    assert {"commitment", "channel", "say", "do_low", "gap", "why_no_interval"} <= set(found[0])


def test_a_blank_gap_says_why() -> None:
    for one in rows():
        assert one["gap_low"] or one["why_no_interval"]


def test_every_link_keeps_where_it_comes_from() -> None:
    table = pq.read_table(io.BytesIO(links_parquet(AUDIT)))
    assert table.num_rows == len(AUDIT.links.all)
    assert set(table["origin"].to_pylist()) >= {"given"}
    assert all(table["path"].to_pylist())
    assert all(len(one) == 64 for one in table["sha256"].to_pylist())


def test_links_are_the_same_bytes_twice() -> None:
    assert links_parquet(AUDIT) == links_parquet(make_audit())


def test_nobody_is_named_in_the_links() -> None:
    found = str(pq.read_table(io.BytesIO(links_parquet(AUDIT))).to_pydict())
    for name in (AMINA, BRUNO):
        assert not any(part in found for part in name.split())
