"""What did serving the mission cost, what did it give, who paid, and were they told?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_http_methods, require_safe

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.forms.trade_offs import AlternativesForm
from northing.interfaces.web.views import along
from northing.interfaces.web.views.decide import drawing
from northing.interfaces.web.views.decide.one import found_or_404
from northing.interfaces.web.views.listed import decisions as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.decide.models import StoredTradeOff
from northing.stages.decide.purpose_test.store.standing import promises
from northing.stages.decide.trade_offs import store
from northing.stages.decide.trade_offs.facts import Ledger, Offered, Price
from northing.stages.decide.trade_offs.rules.offering import offered
from northing.stages.decide.trade_offs.rules.pricing import ledger_of


@require_safe
@within(Action.DECISIONS)
def ledger(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Every trade-off, and what a point of each commitment was worth, a currency at a time."""
    found = store.trade_offs(visit.organisation)
    if file := along.taken(request, visit, lambda: listed.trade_offs(found)):
        return file
    names = {one.id: one.name for one in promises(visit.organisation, on=visit.at.date())}
    every = list(found)
    whole = ledger_of([store.trade_of(one) for one in every])
    context = {
        "rows": every,
        "whole": whole,
        "books": [
            _book(currency, some, names) for currency, some in store.in_one_currency(every).items()
        ],
        "shares": drawing.lines([("costly", whole.costly, ""), ("told", whole.told, "")]),
        "untold": list(store.untold(visit.organisation, on=visit.at.date())[:10]),
    }
    return show(request, visit, "web/decide/ledger.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.DECISIONS, post=Wish.SEE)
def alternatives(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponse:
    """Ways that lose less than the one that failed; nothing of it is kept."""
    one = found_or_404(visit, decision)
    others = [each for each in one.options if each != one.proposed]
    form = AlternativesForm(request.POST or None, known=[one.proposed, *others])
    found: list[dict[str, Any]] | None = None
    if request.method == "POST" and form.is_valid():
        failed, *others = form.ways()
        kept = form.attributes()
        found = _offered(offered(failed, others, kept), {each.id: each.name for each in kept})
    context = {"one": one, "form": form, "offered": found, "asked": len(form.data or ())}
    status = 422 if form.errors else 200
    return show(request, visit, "web/decide/alternatives.html", context, status)


def _offered(found: Sequence[Offered], names: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "name": one.alternative.name,
            "better": [names[key] for key in one.better],
            "worse": [names[key] for key in one.worse],
            "unknown": [names[key] for key in one.unknown],
        }
        for one in found
    ]


def _book(currency: str, some: list[StoredTradeOff], names: dict[str, str]) -> dict[str, Any]:
    """What the choices in one currency say of prices."""
    told: Ledger = ledger_of([store.trade_of(one) for one in some])
    by_number = {str(one.decision.number): one.decision for one in some}
    most = drawing.reach(price.value for price in told.prices)
    drawn = drawing.lines(
        [(names.get(one.commitment, one.commitment), one.value, "") for one in told.prices],
        most=most,
    )
    return {
        "currency": currency,
        "told": told,
        "refusals": [by_number[one] for one in told.refusals],
        "prices": [
            {"line": line, "price": one, "crossed": _crossed(one, by_number)}
            for one, line in zip(told.prices, drawn, strict=True)
        ],
    }


def _crossed(price: Price, by_number: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"paid": by_number[one.paid], "spared": by_number[one.spared]}
        for one in price.contradictions
    ]
