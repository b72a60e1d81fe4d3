"""What does a page say of a proposed budget and of a cut?

Reads what was worked out as it was kept; reckons nothing anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from northing.foundations.documents.blocks import Column, Table
from northing.interfaces.web.reading_aloud import text_said
from northing.interfaces.web.views.plans.lines import lines_said, lines_table
from northing.interfaces.web.views.plans.proposal import proposal_in
from northing.interfaces.web.views.plans.saying import (
    MOST_NAMED,
    about,
    cents,
    figure,
    listed,
    measure,
    part,
    share_measure,
    shortened,
)

Kept = Mapping[str, Any]
A_THOUSANDTH = 1000
FLOOR = "the floor for "


def found_said(found: Kept) -> dict[str, Any]:
    """Everything the page shows of one answer."""
    currency, names = found["currency"], found["names"]
    if found["kind"] == "conflict":
        return {"kind": "conflict", **_conflict(found["found"], names, currency)}
    proposal = proposal_in(found) or {}
    told = {
        "kind": found["kind"],
        "answer": _answer(proposal, currency),
        "facts": _facts(proposal, currency),
        **lines_said(proposal["given"], currency),
        "commitments": _commitments(proposal, names, currency),
        "exchanges": _exchanges(found["exchanges"], currency),
    }
    return told | (_cut(found["found"], currency) if found["kind"] == "cut" else {})


def _answer(proposal: Kept, currency: str) -> str:
    given = proposal["given"]
    paid = sum(1 for one in given if one["amount"] > 0)
    left = proposal["limits"]["budget"] - proposal["spent"]
    said = ngettext(
        "%(paid)d of %(n)d line is paid for with %(spent)s; %(left)s is left.",
        "%(paid)d of %(n)d lines are paid for with %(spent)s; %(left)s is left.",
        len(given),
    )
    sums = {"spent": cents(proposal["spent"], currency), "left": cents(left, currency)}
    return said % {"paid": paid, "n": len(given), **sums}


def _facts(proposal: Kept, currency: str) -> list[tuple[str, str]]:
    now = sum(one["line"]["now"] for one in proposal["given"])
    sums = {"now": cents(now, currency), "spent": cents(proposal["spent"], currency)}
    pairs = [
        (_("Money in all"), _("%(now)s today, %(spent)s proposed") % sums),
        (_("Points for the mission"), measure(proposal["impact"], decimals=1)),
    ]
    if proposal["gap"] is not None:
        pairs.append((_("Money apart from the words"), share_measure(proposal["gap"])))
    more = proposal["next_thousandth"]
    if more is not None:
        amount = cents(max(1, proposal["limits"]["budget"] // A_THOUSANDTH), currency)
        label = _("What %(amount)s more would add, points") % {"amount": amount}
        pairs.append((label, figure(more, decimals=3)))
    return pairs


def _commitments(proposal: Kept, names: Mapping[str, str], currency: str) -> Table | None:
    if not proposal["by_commitment"]:
        return None
    floors = {one["commitment"]: one["least"] for one in proposal["limits"]["floors"]}
    columns = (
        Column(_("Commitment")), Column(_("Gets"), numeric=True), Column(_("Floor"), numeric=True),
    )  # fmt: skip
    rows = tuple(
        (
            names.get(key, key),
            cents(amount, currency),
            cents(floors[key], currency) if key in floors else _("none"),
        )
        for key, amount in proposal["by_commitment"].items()
    )
    return Table(_("What each commitment gets"), columns, rows)


def _exchanges(found: Iterable[Kept], currency: str) -> Table | None:
    rows = tuple(
        (
            figure(one["impact"], decimals=1),
            about(one["returned"], currency),
            shortened(
                [each["line"]["name"] for each in one["proposal"]["given"] if not each["amount"]]
            ),
        )
        for one in found
    )
    columns = (
        Column(_("Points for the mission"), numeric=True), Column(_("Money back"), numeric=True),
        Column(_("Leaves out")),
    )  # fmt: skip
    caption = _("Budgets of which none has more of one without less of the other")
    return Table(caption, columns, rows) if rows else None


def _cut(found: Kept, currency: str) -> dict[str, Any]:
    called = {one["line"]["id"]: one["line"]["name"] for one in found["proposal"]["given"]}
    best, alike = found["proposal"]["impact"], found["alike"]
    return {
        "answer": _cut_answer(found, called),
        "core": [called[one] for one in found["core"]],
        "goes": [called[one] for one in found["goes"]],
        "alike_ends": shortened([called[one] for one in found["alike_ends"]]),
        "best": measure(best, decimals=1),
        "alike": measure(alike, decimals=1),
        "regret": share_measure(found["regret"]),
        "curve": _curve(found["curve"], called, currency),
        "gentle": _gentle(found, currency),
        "draws": found["draws"],
        "seed": found["seed"],
    }


def _cut_answer(found: Kept, called: Mapping[str, str]) -> str:
    stay, go = len(found["core"]), len(found["goes"])
    first = ngettext(
        "At any cut up to %(less)s, %(n)d line stays",
        "At any cut up to %(less)s, %(n)d lines stay",
        stay,
    ) % {"less": part(found["percent"] / 100, decimals=1 if found["percent"] % 1 else 0), "n": stay}
    goes = ngettext("%(n)d line goes", "%(n)d lines go", go) % {"n": go}
    named = [called[one] for one in found["goes"]]
    if named and go <= MOST_NAMED:
        goes = f"{goes} ({listed(named)})"
    best, alike = found["proposal"]["impact"], found["alike"]
    if "unknown" in best or "unknown" in alike:
        return _("%(first)s; %(goes)s.") % {"first": first, "goes": goes}
    return _(
        "%(first)s; %(goes)s. This budget keeps %(best)s points; cutting everything alike would "
        "keep %(alike)s."
    ) % {
        "first": first,
        "goes": goes,
        "best": figure(best["value"], decimals=1),
        "alike": figure(alike["value"], decimals=1),
    }


def _curve(steps: Iterable[Kept], called: Mapping[str, str], currency: str) -> Table:
    columns = (
        Column(_("Budget")), Column(_("Points"), numeric=True), Column(_("Leaves out")),
    )  # fmt: skip
    return Table(
        _("What the best budget does at each size"),
        columns,
        tuple(
            (about(one["budget"], currency), *_step(one, called))
            for one in steps
        ),
    )  # fmt: skip


def _step(one: Kept, called: Mapping[str, str]) -> tuple[str, str]:
    if one["impact"] is None:
        return _("cannot be kept"), _("unknown")
    out = [name for key, name in called.items() if key not in set(one["kept"])]
    return figure(one["impact"], decimals=1), shortened(out)


def _gentle(found: Kept, currency: str) -> dict[str, Any]:
    """The budget that changes fewer lines and is nearly as good, where there is one."""
    fewer, before = (_turns(found[name]["given"]) for name in ("gentle", "proposal"))
    if fewer >= before:
        return {}
    return {
        "fewer": fewer,
        "before": before,
        "lines": lines_table(found["gentle"]["given"], currency),
    }


def _turns(given: Iterable[Kept]) -> int:
    return sum(1 for one in given if bool(one["amount"]) != bool(one["line"]["now"]))


def _conflict(found: Kept, names: Mapping[str, str], currency: str) -> dict[str, Any]:
    """Which limits contradict each other, each by what people call it."""
    return {
        "budget": cents(found["budget"], currency),
        "floors": cents(found["floors"], currency),
        "limits": [text_said(_named(one, names)) for one in found["limits"]],
    }


def _named(limit: str, names: Mapping[str, str]) -> str:
    key = limit.removeprefix(FLOOR)
    return f"{FLOOR}{names.get(key, key)}" if limit.startswith(FLOOR) else limit
