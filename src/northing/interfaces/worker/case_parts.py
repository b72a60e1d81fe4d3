"""How do an organisation's rows read as the parts of a case?

Rows in, the tables of `northing.toml` and the files beside it out; nothing is asked for here.
What an audit leaves out - a commitment that has ended or was not asked for - is left out
everywhere, so that a case never names a promise it does not state.
"""

from __future__ import annotations

import csv
import glob
import io
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from northing.stages.clarify.commitments.facts import NONE, Commitment
from northing.stages.decide.purpose_test.rules.publishing import FOLDER as DECIDED
from northing.stages.decide.purpose_test.rules.publishing import Published
from northing.stages.diagnose.findings.models import StoredReply
from northing.stages.diagnose.linking.intake import COLUMNS as CORRECTED
from northing.stages.diagnose.linking.models import StoredCorrection
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.models import TypedRecord
from northing.stages.records.ledger.rules.typed import file_of, line_of, one_line

FILES = "files"
TYPED = ("text", "amount", "currency", "date", "received", "unit", "commitment", "stance")
EVIDENCE = "evidence"
DECIDED_AS = ("id", "text", "date", "received", "unit", "commitment", "stance")
Toml = dict[str, Any]


def commitment_part(one: Commitment) -> Toml:
    found: Toml = {"id": one.id, "text": one.text, "weight": one.weight, "guardrail": one.guardrail}
    if one.layer:
        found["layer"] = str(one.layer)
    return found | {"living_it": list(one.living_it), "breaking_it": list(one.breaking_it)}


def source_part(one: Import, known: frozenset[str]) -> Toml:
    """The plan as it was said, for this one file: signs that stand for others lose that meaning."""
    plan = {key: value for key, value in one.plan.items() if not _is_empty(value)}
    rules = [_rule(rule, known) for rule in plan.pop("rule", ())]
    plan |= {"path": glob.escape(one.path), "channel": one.channel}
    plan.setdefault("received", one.received_on.isoformat())
    return plan | ({"rule": rules} if rules else {})


def _is_empty(value: object) -> bool:
    """What TOML cannot say is what was never said."""
    return value is None or value in ("", {}, [])


def _rule(rule: Mapping[str, Any], known: frozenset[str]) -> Toml:
    """A rule that named only promises this case does not state now says: none of these."""
    given = rule["commitment"]
    shares = {given: "1"} if isinstance(given, str) else given
    kept = {name: Decimal(str(share)) for name, share in shares.items() if name in known}
    found: Toml = {key: value for key, value in rule.items() if not _is_empty(value)}
    return found | {"commitment": _shares(kept)}


def _shares(kept: dict[str, Decimal]) -> str | dict[str, Decimal]:
    if not kept:
        return NONE
    (name, share), *others = kept.items()
    return name if share == 1 and not others else kept


def reply_part(one: StoredReply) -> Toml:
    about = {"commitment": one.follow_up.commitment} if one.follow_up.commitment else {}
    said = {"finding": one.follow_up.code, "text": one.text, "by": one.role, "on": one.on}
    return said | about


def typed_part(channel: Channel) -> Toml:
    """The source that reads what was typed in for one channel."""
    return {
        "path": file_of(channel),
        "channel": str(channel),
        "kind": "csv",
        "delimiter": ",",
        "encoding": "utf-8",
        "header_row": 1,
        "columns": {name: name for name in TYPED},
    }


def typed_file(rows: Iterable[TypedRecord], known: frozenset[str]) -> str:
    """Each record on its own line for good; the lines of all others stay empty."""
    by_line = {line_of(row.number): row for row in rows}
    lines = [_typed(by_line[line], known) if line in by_line else [] for line in _below(by_line)]
    return _written([[*TYPED, EVIDENCE], *lines])


def _below(lines: Collection[int]) -> range:
    return range(line_of(1), max(lines, default=1) + 1)


def _typed(row: TypedRecord, known: frozenset[str]) -> list[str]:
    cells = (
        row.text,
        "" if row.amount is None else f"{row.amount.normalize():f}",
        row.currency,
        row.effective_on.isoformat(),
        row.received_on.isoformat(),
        row.unit,
        row.commitment if row.commitment in known else "",
        row.stance,
        row.evidence,
    )
    return [one_line(cell) for cell in cells]


def decided_part() -> Toml:
    """The source that reads what was decided here: a file each decision, whose lines stay."""
    return typed_part(Channel.DECISIONS) | {
        "path": f"{DECIDED}/*.csv",
        "columns": {name: name for name in DECIDED_AS},
    }


def decided_file(rows: Iterable[Published], known: frozenset[str]) -> str:
    """One record for each promise a decision bears on, each on its line for good."""
    return _written([DECIDED_AS, *(_decided(one, known) for one in rows)])


def _decided(one: Published, known: frozenset[str]) -> list[str]:
    day, bears = one.on.isoformat(), one.commitment in known
    bearing = (one.commitment, one.stance) if bears else ("", "")
    return [one_line(cell) for cell in (one.id, one.text, day, day, one.unit, *bearing)]


def corrections_file(rows: Iterable[StoredCorrection], known: frozenset[str]) -> str:
    """What people said of a record and a promise; of two, the later one comes later and holds."""
    kept = [row for row in rows if row.commitment in known]
    if not kept:
        return ""
    said = [(one.record, one.text, one.commitment, "yes" if one.bears else "no") for one in kept]
    return _written([CORRECTED, *said])


def usual_currency(imports: Iterable[Import]) -> str:
    """The currency most of the files say they are in; empty where none says."""
    said = Counter(one.plan.get("currency") for one in imports if one.plan.get("currency"))
    return min(said, key=lambda one: (-said[one], one), default="")


def _written(lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(lines)
    return out.getvalue()
