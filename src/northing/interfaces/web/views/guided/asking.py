"""What does each step ask, and what is kept of its answer?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from northing.foundations.people.models import Organisation
from northing.interfaces.web.forms.guided import (
    BudgetForm,
    LinesForm,
    LookedForm,
    LossForm,
    MoreForm,
    ProtectForm,
    StartForm,
)
from northing.interfaces.web.forms.parts import Seen
from northing.interfaces.web.visit import Visit
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.ways_in import loading
from northing.stages.decide.ways_in.facts import Spending, Step, Way
from northing.stages.decide.ways_in.models import WayIn
from northing.stages.decide.ways_in.rules.lines import shortened
from northing.stages.diagnose.audits import store as audits
from northing.stages.records.imports.store import usage

MONEY = ("lost", "reserve", "reserve_high", "spending", "spending_high", "more")


@dataclass(frozen=True, slots=True)
class Asking:
    """A step: the form it shows, and what its answer is kept as."""

    form: Callable[[HttpRequest, Visit, WayIn], Seen]
    answer: Callable[[Any, Visit, WayIn], dict[str, Any] | list[dict[str, Any]]]


def _known(row: WayIn, step: Step) -> Any:
    return row.answers.get(step.value) or {}


def _money_form(request: HttpRequest, visit: Visit, row: WayIn) -> Seen:
    known = _known(row, Step.MONEY)
    sources = loading.sources(visit.organisation)
    form = LossForm if row.way == Way.FUNDING else MoreForm
    first = str(sources[0].id) if sources else ""
    known = {"source": first, "currency": usage(visit.organisation)[0].currency or ""} | dict(
        known.get("typed_in", {})
    )
    return form(request.POST or None, sources=sources, initial=known | {"revision": row.revision})


def _money(form: BudgetForm, visit: Visit, row: WayIn) -> dict[str, Any]:
    found = form.cleaned_data
    currency, lines, name = _lines(visit, found)
    kept: dict[str, Any] = {
        "currency": currency,
        "source": name,
        "lines": [_plain(one) for one in lines],
    }
    kept["typed_in"] = {
        key: value if isinstance(value, str) else float(value)
        for key in (*MONEY, "source", "currency")
        if (value := found.get(key)) is not None
    } | {"typed": form.data.get("typed", "")}
    if row.way == Way.FUNDING:
        kept |= {
            "lost": float(found["lost"]),
            "reserve": _between(found, "reserve"),
            "spending": _between(found, "spending"),
        }
    else:
        kept["more"] = round(found["more"] * 100)
    return kept


def _between(found: Mapping[str, Any], name: str) -> list[float]:
    low, high = found[name], found.get(f"{name}_high")
    return [float(low), float(low if high is None else high)]


def _lines(visit: Visit, found: Mapping[str, Any]) -> tuple[str, Sequence[Spending], str]:
    """The currency, the lines, and the file they come from."""
    rest = _("All smaller lines together")
    file = loading.source(visit.organisation, UUID(found["source"])) if found["source"] else None
    if file is None:
        typed = [
            Spending(id=f"line-{at}", name=name, now=amount)
            for at, (name, amount) in enumerate(found["typed"], 1)
        ]
        lines: Sequence[Spending] = shortened(typed, loading.MOST, rest=rest)
        return found.get("currency") or _usual(visit.organisation), lines, ""
    newest = audits.newest_seen_by(visit.member)
    currency, lines = loading.lines_of(file, audit=newest, rest=rest)
    return currency, lines, file.name


def _usual(organisation: Organisation) -> str:
    return usage(organisation)[0].currency or "EUR"


def _plain(one: Spending) -> dict[str, Any]:
    return asdict(one) | {"serves": dict(one.serves), "does": one.does.value}


def _protect_form(request: HttpRequest, visit: Visit, row: WayIn) -> Seen:
    return ProtectForm(
        request.POST or None,
        commitments=commitments.commitments(visit.organisation),
        kept=_known(row, Step.PROTECT).get("kept", {}),
        initial={"revision": row.revision},
    )


def _protect(form: ProtectForm, _visit: Visit, _row: WayIn) -> dict[str, Any]:
    return {"kept": form.kept}


def _lines_form(request: HttpRequest, _visit: Visit, row: WayIn) -> Seen:
    before = row.answers.get(Step.LINES.value) or []
    return LinesForm(
        request.POST or None,
        lines=_known(row, Step.MONEY).get("lines", []),
        known={one["name"]: one for one in before},
        grows=row.way == Way.NEXT_EURO,
        initial={"revision": row.revision},
    )


def _line_answers(form: LinesForm, _visit: Visit, _row: WayIn) -> list[dict[str, Any]]:
    return form.answers


def _start_form(request: HttpRequest, visit: Visit, row: WayIn) -> Seen:
    known = _known(row, Step.START).get("on", visit.at.date().isoformat())
    begins = {"on": date.fromisoformat(known), "revision": row.revision}
    return StartForm(request.POST or None, initial=begins)


def _start(form: StartForm, _visit: Visit, _row: WayIn) -> dict[str, Any]:
    return {"on": form.cleaned_data["on"].isoformat()}


def _looked_form(request: HttpRequest, _visit: Visit, row: WayIn) -> Seen:
    return LookedForm(request.POST or None, initial={"revision": row.revision})


def _looked(_form: LookedForm, visit: Visit, _row: WayIn) -> dict[str, Any]:
    return {"looked_at": visit.at.date().isoformat()}


ASKING: Mapping[Step, Asking] = {
    Step.MONEY: Asking(_money_form, _money),
    Step.PROTECT: Asking(_protect_form, _protect),
    Step.LINES: Asking(_lines_form, _line_answers),
    Step.START: Asking(_start_form, _start),
    Step.READY: Asking(_looked_form, _looked),
    Step.APPROACH: Asking(_looked_form, _looked),
}
