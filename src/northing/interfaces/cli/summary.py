"""What does a terminal say of an audit: the answer, the table, where to look next?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from northing.cycle import Audit
from northing.foundations.methods.estimate import Estimate, Measure
from northing.interfaces.cli.engines import Reused
from northing.interfaces.reports.audit_json import measure
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import Gap

_WIDEST = 3
_ID_WIDTH = 44


def widest_gaps(audit: Audit, most: int = _WIDEST) -> list[Gap]:
    """The widest gaps of a commitment with a channel as a whole, money before the others."""
    whole = [
        one
        for one in audit.say_do.gaps
        if one.period is None
        and one.unit is None
        and one.commitment != NONE
        and isinstance(one.gap, Estimate)
    ]
    money = [one for one in whole if one.channel == "money"]
    return sorted(money or whole, key=lambda one: -abs(_value(one.gap)))[:most]


def _value(one: Measure) -> float:
    return one.value if isinstance(one, Estimate) else 0.0


def print_summary(audit: Audit, out: Path, *, reused: Reused | None = None) -> None:
    console = Console(highlight=False)
    case = audit.case
    refused = sum(len(source.refused) for source in case.sources)
    console.print(f"[bold]{case.organisation}[/bold], {audit.on.isoformat()}", markup=True)
    console.print(
        f"{len(case.records):,} records from {len(case.sources)} files, "
        f"{len(audit.links.all):,} links, "
        f"{refused} refused. {_checked(audit)}"
    )
    if reused is not None:
        console.print(reused.sentence, soft_wrap=True)
    console.print(_table(audit))
    console.print(
        f"{len(audit.findings)} findings. The report: {out / 'report.html'}",
        soft_wrap=True,
        markup=False,
    )


def _checked(audit: Audit) -> str:
    records = len(audit.verification.records())
    if not records:
        return "No person has verified the links yet."
    return f"People have checked {records:,} records."


def _table(audit: Audit) -> Table:
    texts = {one.id: one.text for one in audit.case.commitments}
    table = Table(title="The widest gaps", title_justify="left", box=None, pad_edge=False)
    for label in ("commitment", "channel"):
        table.add_column(label)
    for label in ("words", "deeds", "gap"):
        table.add_column(label, justify="right")
    for gap in widest_gaps(audit):
        name = texts.get(gap.commitment, gap.commitment)
        short = name if len(name) <= _ID_WIDTH else f"{name[: _ID_WIDTH - 1]}…"
        table.add_row(short, gap.channel, _percent(gap.say), _percent(gap.do), _points(gap.gap))
    return table


def _percent(one: Measure) -> str:
    if not isinstance(one, Estimate):
        return "?"
    between = ""
    if one.low is not None and one.high is not None and one.low != one.high:
        between = f" [{one.low:.1%}–{one.high:.1%}]"
    return f"{one.value:.1%}{between}"


def _points(one: Measure) -> str:
    if not isinstance(one, Estimate):
        return "?"
    if one.low is None or one.high is None:
        return f"{one.value * 100:+.1f} (no interval)"
    return f"{one.value * 100:+.1f} [{one.low * 100:+.1f} to {one.high * 100:+.1f}]"


def as_object(audit: Audit, out: Path, *, reused: Reused | None = None) -> dict[str, Any]:
    """The same for machines; `reused` is null where nothing an earlier run left was taken over."""
    return {
        "organisation": audit.case.organisation,
        "on": audit.on.isoformat(),
        "records": len(audit.case.records),
        "links": len(audit.links.all),
        "refused": sum(len(source.refused) for source in audit.case.sources),
        "findings": len(audit.findings),
        "widest": [
            {"commitment": one.commitment, "channel": one.channel, "gap": measure(one.gap)}
            for one in widest_gaps(audit)
        ],
        "reused": None if reused is None else reused._asdict(),
        "out": out.as_posix(),
    }
