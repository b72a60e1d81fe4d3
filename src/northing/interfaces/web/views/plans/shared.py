"""How does a page show the money of each commitment beside its words, today and as proposed?

The words are those the question names; else what the newest audit counted that may be seen. What
neither tells is unknown, never nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from northing.foundations.documents.blocks import Column, Figure, Table
from northing.foundations.documents.charts import DumbbellRow, Names, dumbbell_of
from northing.foundations.documents.numbers import day
from northing.foundations.methods.estimate import Estimate, Measure, exact
from northing.interfaces.web.templatetags.audited import percent_said, share_between
from northing.interfaces.web.views.audits.figures import LONGEST_LABEL, MOST_DRAWN, Drawn, drawn
from northing.interfaces.web.views.plans.proposal import proposal_in
from northing.interfaces.web.views.plans.saying import language
from northing.stages.decide.budget.facts import Compared, Served
from northing.stages.decide.budget.rules.comparing import NONE, compared
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules import cells
from northing.stages.diagnose.audits.store import content_unless_altered

Kept = Mapping[str, Any]
GIVEN = "as it was given"


@dataclass(frozen=True, slots=True)
class Words:
    """Which part of all words each commitment has, and where that comes from."""

    shares: Mapping[str, Measure]
    source: str


def shared_said(found: Kept, audit: StoredAudit | None) -> Drawn | None:
    """The picture with its table; nothing where no commitment was named or nothing is proposed."""
    proposal = proposal_in(found)
    if proposal is None or not found["names"]:
        return None
    served = [
        Served(one["line"]["now"], one["amount"], one["line"]["serves"])
        for one in proposal["given"]
    ]
    words = _words(proposal["limits"]["said"], audit, found["names"])
    rows = compared(served, found["names"], words.shares)
    names = {one.commitment: _named(one.commitment, found["names"]) for one in rows}
    return drawn(_figure(rows, names, words))


def _words(said: Kept | None, audit: StoredAudit | None, names: Mapping[str, str]) -> Words:
    if said is not None:
        given = {key: exact(one, n=1, method=GIVEN) for key, one in said["shares"].items()}
        rest: dict[str, Measure] = {NONE: exact(0.0, n=1, method=GIVEN)}
        return Words(rest | given, _("Words: as they were given with the question."))
    shares = _counted(audit) if audit else {}
    if audit is None or not shares.keys() & names.keys():
        return Words({}, _("Words: unknown. Audit, or give each commitment its part of the words."))
    named = {"number": audit.number, "day": day(audit.on, language=language())}
    return Words(shares, _("Words: audit %(number)d of %(day)s.") % named)


def _counted(audit: StoredAudit) -> dict[str, Measure]:
    """Which part of all words each commitment has by an audit, beside its money."""
    content = content_unless_altered(audit)
    whole = cells.whole_cells(content) if content else []
    first = next((one.channel for one in whole if one.channel.startswith(cells.MONEY)), "")
    return {
        NONE if one.commitment == cells.NONE else one.commitment: one.say
        for one in whole
        if one.channel == first
    }


def _named(key: str, names: Mapping[str, str]) -> str:
    called = names.get(key, key) if key else _("Serves no commitment")
    return called if len(called) <= LONGEST_LABEL else f"{called[: LONGEST_LABEL - 1]}…"


def _figure(rows: Sequence[Compared], names: Mapping[str, str], words: Words) -> Figure:
    shown = rows[:MOST_DRAWN]
    whiskers = _("Whiskers are intervals; money is exact; “?” is unknown, never zero.")
    left_out = _("Drawn are the %(shown)d widest of %(of)d; the table has them all.")
    told = left_out % {"shown": len(shown), "of": len(rows)} if len(rows) > len(shown) else whiskers
    title = _title(rows[0], names)
    return Figure(
        name="money-beside-words",
        title=title,
        unit=_("Share of all words, and of all money today and as proposed, in percent"),
        source=f"{words.source} {told}",
        alt=_(
            "A line for each commitment: a hollow circle for its words, a hollow diamond for its "
            "money today, a filled circle for its money as proposed."
        ),
        spec=dumbbell_of(
            [_row(one, names[one.commitment]) for one in shown],
            unit="%",
            names=Names(_("words"), _("proposed"), language=language(), before=_("money today")),
        ),
        table=_table(rows, names, title),
    )


def _title(first: Compared, names: Mapping[str, str]) -> str:
    """The one that lies farthest apart, in a sentence with its figures."""
    figures = {
        "name": names[first.commitment],
        "words": percent_said(first.said),
        "today": percent_said(first.today),
        "proposed": percent_said(first.proposed),
    }
    if isinstance(first.said, Estimate):
        return (
            _("“%(name)s” has %(words)s of the words; its money: %(today)s today, %(proposed)s "
              "proposed") % figures
        )  # fmt: skip
    return _("“%(name)s” gets %(today)s of the money today, %(proposed)s as proposed") % figures


def _row(one: Compared, label: str) -> DumbbellRow:
    said, today, proposed = map(_hundredfold, (one.said, one.today, one.proposed))
    low, high = _bounds(one.said)
    return DumbbellRow(
        label=label, first=said, second=proposed, first_low=low, first_high=high, before=today
    )


def _hundredfold(one: Measure) -> float | None:
    return 100 * one.value if isinstance(one, Estimate) else None


def _bounds(one: Measure) -> tuple[float | None, float | None]:
    """Bounds that are the value itself are no interval to draw."""
    if not isinstance(one, Estimate) or one.low is None or one.high is None or one.low == one.high:
        return None, None
    return 100 * one.low, 100 * one.high


def _table(rows: Sequence[Compared], names: Mapping[str, str], caption: str) -> Table:
    columns = (
        Column(_("Commitment")), Column(_("Words"), numeric=True), Column(_("Interval")),
        Column(_("Money today"), numeric=True), Column(_("Money proposed"), numeric=True),
    )  # fmt: skip
    told = tuple(
        (
            names[one.commitment], percent_said(one.said), share_between(one.said),
            percent_said(one.today), percent_said(one.proposed),
        )
        for one in rows
    )  # fmt: skip
    return Table(caption, columns, told)
