"""How do a spreadsheet and a notebook read an audit? `gaps.csv` and `links.parquet`."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq

from northing.cycle import Audit
from northing.foundations.documents.csv_table import to_csv
from northing.foundations.methods.estimate import Estimate, Measure
from northing.foundations.text.redaction import naming_nobody

_GAP_COLUMNS = (
    "commitment", "channel", "period", "unit", "say", "say_low", "say_high",
    "do", "do_low", "do_high", "gap", "gap_low", "gap_high", "n", "method",
    "contribution_tv", "contribution_jsd", "against", "why_no_interval",
)  # fmt: skip


def gaps_csv(audit: Audit) -> str:
    """One row a gap; unknown cells are empty, with the reason in the last column."""
    rows = []
    for one in audit.say_do.gaps:
        rows.append(
            [
                one.commitment,
                one.channel,
                one.period or "",
                audit.redactor.redact(one.unit or ""),
                *_three(one.say),
                *_three(one.do),
                *_three(one.gap),
                one.gap.n if isinstance(one.gap, Estimate) else "",
                one.gap.method if isinstance(one.gap, Estimate) else "",
                _cell(one.contribution_tv),
                _cell(one.contribution_jsd),
                one.against,
                _why(one.gap),
            ]
        )
    return to_csv(_GAP_COLUMNS, rows)


def _three(measure: Measure) -> list[float | str]:
    if not isinstance(measure, Estimate):
        return ["", "", ""]
    return [_cell(measure.value), _cell(measure.low), _cell(measure.high)]


def _cell(value: float | None) -> float | str:
    return "" if value is None else round(value, 6)


def _why(measure: Measure) -> str:
    return measure.no_interval if isinstance(measure, Estimate) else measure.reason


def links_parquet(audit: Audit) -> bytes:
    """One row a link, with its provenance; texts stay in the files they came from."""
    by_id = {record.id: record for record in audit.case.records}
    links = [(link, by_id[link.record_id]) for link in audit.links.all]
    redact = audit.redactor.redact
    table = pa.table(
        {
            "record": pa.array([link.record_id for link, _ in links], pa.string()),
            "commitment": pa.array([link.commitment for link, _ in links], pa.string()),
            "channel": pa.array([str(record.channel) for _, record in links], pa.string()),
            "period": pa.array([record.period for _, record in links], pa.string()),
            "origin": pa.array([str(link.origin) for link, _ in links], pa.string()),
            "linked": pa.array([link.is_linked for link, _ in links], pa.bool_()),
            "share": pa.array([float(link.share) for link, _ in links], pa.float64()),
            "match_score": pa.array([link.match_score for link, _ in links], pa.float64()),
            "probability": pa.array([link.probability for link, _ in links], pa.float64()),
            "words": pa.array(
                [naming_nobody(link.words, redact) for link, _ in links], pa.list_(pa.string())
            ),
            "nearest": pa.array([link.nearest for link, _ in links], pa.string()),
            "stance": pa.array(
                [link.stance and str(link.stance) for link, _ in links], pa.string()
            ),
            "path": pa.array([record.place.path for _, record in links], pa.string()),
            "sheet": pa.array([record.place.sheet for _, record in links], pa.string()),
            "line": pa.array([record.place.line for _, record in links], pa.int64()),
            "sha256": pa.array([record.sha256 for _, record in links], pa.string()),
        }
    )
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()
