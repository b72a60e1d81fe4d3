"""What does a page say of an order: the answer, how sure it is, what would turn it?

Reads what was worked out as it was kept; reckons nothing anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from northing.foundations.documents.blocks import Column, Table
from northing.interfaces.web.views.plans.saying import (
    UNKNOWN,
    figure,
    listed,
    measure,
    part,
    shortened,
)

Kept = Mapping[str, Any]
MOST_RANKS, MOST_OPTIONS = 8, 40
SAME = 0.0005


def ranking_said(result: Kept) -> dict[str, Any]:
    """Everything the page shows of the order; nothing where none was asked for."""
    ranking, names = result.get("ranking"), result.get("names") or {}
    if not ranking:
        return {}
    if not ranking["placed"]:
        return {"is_empty": True, "vetoed": vetoed(ranking, names)}
    return {
        "answer": answer(ranking, bool(result.get("people"))),
        "order": order(ranking["placed"], called(ranking)),
        "first": order(ranking["placed"][:MOST_OPTIONS], called(ranking))
        if len(ranking["placed"]) > MOST_OPTIONS
        else None,
        "acceptabilities": acceptabilities(ranking),
        "flip": flip(ranking, names),
        "early": [called(ranking)[one] for one in result.get("early", ())],
        "vetoed": vetoed(ranking, names),
        "parts": parts(ranking, names),
        "checks": checks(ranking),
        "draws": ranking["draws"],
        "seed": ranking["seed"],
    }


def called(ranking: Kept) -> dict[str, str]:
    return {one["option"]["id"]: one["option"]["name"] for one in ranking["placed"]}


def answer(ranking: Kept, is_of_people: bool) -> str:  # noqa: FBT001 - one fact of the study
    """Who leads, and how sure that is."""
    leaders = [one for one in ranking["placed"] if one["rank"] == 1]
    names = listed([one["option"]["name"] for one in leaders])
    if len(leaders) > 1:
        return _(
            "%(names)s come first together: doubt cannot tell them apart."
        ) % {"names": names}  # fmt: skip
    share = {"name": names, "share": part(leaders[0]["leads"].get("value"))}
    if is_of_people:
        return (
            _("%(name)s comes first, under %(share)s of all weights between those people gave.")
            % share
        )
    return _("%(name)s comes first, under %(share)s of all admissible weights.") % share


def order(placed: Sequence[Kept], names: Mapping[str, str]) -> Table:
    columns = (
        Column(_("Option")), Column(_("Rank"), numeric=True),
        Column(_("Value, 0 to 1"), numeric=True),
        Column(_("First under, of all weights"), numeric=True),
        Column(_("Confidence"), numeric=True), Column(_("Tied with")),
    )  # fmt: skip
    rows = tuple(
        (
            one["option"]["name"],
            str(one["rank"]),
            measure(one["value"]),
            part(one["leads"].get("value")),
            _("never leads") if one["confidence"] is None else part(one["confidence"]),
            shortened([names[other] for other in one["tied_with"]])
            if one["tied_with"]
            else _("nobody"),
        )
        for one in placed
    )
    return Table(_("The order, with how sure it is"), columns, rows)


def acceptabilities(ranking: Kept) -> Table:
    """Under which part of the weights each option has each rank, the first ranks alone."""
    ranks = min(len(ranking["placed"]), MOST_RANKS)
    columns = (Column(_("Option")), *(
        Column(_("Rank %(n)d") % {"n": n}, numeric=True) for n in range(1, ranks + 1)
    ))  # fmt: skip
    rows = tuple(
        (one["option"]["name"], *(part(share) for share in one["ranks"][:ranks]))
        for one in ranking["placed"]
    )
    return Table(_("Under which part of the weights each has which rank"), columns, rows)


def flip(ranking: Kept, names: Mapping[str, str]) -> dict[str, Any]:
    """The least change that brings the second level with the first."""
    if len(ranking["placed"]) == 1:
        return {}
    first, second = (one["option"]["name"] for one in ranking["placed"][:2])
    turned = ranking["turned"]
    if turned is None:
        said = _("No weights at all put %(second)s before %(first)s.")
        return {"said": said % {"first": first, "second": second}, "changes": []}
    pairs = zip(ranking["criteria"], ranking["weights"], turned["weights"], strict=True)
    changes = [
        _("%(criterion)s: %(before)s to %(after)s")
        % {
            "criterion": names.get(one["id"], one["name"]),
            "before": part(before, decimals=1),
            "after": part(after, decimals=1),
        }
        for one, before, after in pairs
        if abs(before - after) > SAME
    ]
    said = _("%(second)s draws level with %(first)s once %(moved)s of the weight changes hands.")
    told = {"first": first, "second": second, "moved": part(turned["moved"], decimals=1)}
    return {"said": said % told, "changes": changes}


def vetoed(ranking: Kept, names: Mapping[str, str]) -> list[str]:
    return [
        _("%(option)s: does not keep the limit on %(criterion)s")
        % {
            "option": one["option"]["name"],
            "criterion": names.get(one["criterion"], one["criterion"]),
        }
        for one in ranking["vetoed"]
    ]


def parts(ranking: Kept, names: Mapping[str, str]) -> Table:
    columns = (Column(_("Option")), *(
        Column(f"{names.get(one['id'], one['name'])} ({part(weight)})", numeric=True)
        for one, weight in zip(ranking["criteria"], ranking["weights"], strict=True)
    ))  # fmt: skip
    rows = tuple(
        (
            one["option"]["name"],
            *(figure(each["value"]) if each["known"] else UNKNOWN for each in one["parts"]),
        )
        for one in ranking["placed"]
    )
    return Table(_("What each criterion adds to the value, with its weight"), columns, rows)


def checks(ranking: Kept) -> Table:
    names = called(ranking)
    columns = (
        Column(_("Method")), Column(_("Puts first")),
        Column(_("Agreement of orders, τ"), numeric=True),
    )  # fmt: skip
    rows = tuple(
        (
            one["method"],
            listed([names[first] for first in one["first"]]),
            UNKNOWN if one["alike"] is None else figure(one["alike"]),
        )
        for one in ranking["checks"]
    )
    return Table(_("What other methods say"), columns, rows)


def people_said(result: Kept) -> dict[str, Any]:
    """The range of everybody's weights, how far people are apart, and whether it matters."""
    people, ranking = result.get("people"), result.get("ranking")
    if not people or not ranking:
        return {}
    names = {one["id"]: one["name"] for one in ranking["criteria"]}
    count = people["people"]
    rows = tuple(
        (names[one["criterion"]], part(one["low"]), part(one["high"])) for one in people["spans"]
    )
    columns = (
        Column(_("Criterion")), Column(_("Lowest"), numeric=True),
        Column(_("Highest"), numeric=True),
    )  # fmt: skip
    options = called(ranking)
    firsts = [
        ngettext("%(n)d person's own weights put %(option)s first",
                 "%(n)d people's own weights put %(option)s first", n) % {
            "n": n, "option": options.get(key, key)}
        for key, n in people["firsts"].items()
    ]  # fmt: skip
    return {
        "count": count,
        "apart": part(people["apart"]),
        "spans": Table(_("Which part of all weight people gave each criterion"), columns, rows),
        "firsts": firsts,
        "outdated": people["outdated"],
    }
