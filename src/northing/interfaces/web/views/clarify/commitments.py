"""What is promised, how is each promise known, and what do its words leave open?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from northing.foundations.documents.rows_out import Listing
from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.clarify import CommitmentForm
from northing.interfaces.web.views import along
from northing.interfaces.web.views.clarify.checklist import checked
from northing.interfaces.web.views.clarify.meanwhile import clashes
from northing.interfaces.web.views.clarify.returning import came_back, ended, found_or_404, wanted
from northing.interfaces.web.views.listed import clarify as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import actions, store
from northing.stages.clarify.commitments.facts import Layer
from northing.stages.clarify.mission.rules.difference import difference
from northing.stages.clarify.models import Commitment
from northing.stages.clarify.theory_of_change import store as carrying
from northing.stages.clarify.theory_of_change.facts import Carries
from northing.stages.records.imports import store as imports

PAGE = 100
NAMES = ("text", "layer", "weight", "guardrail", "living_it", "breaking_it", "owner", "revision")


@require_safe
@within(Action.MISSION)
def commitments(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """All of them by layer, in the order that can be changed."""
    today = visit.at.date()
    rows = store.commitments(visit.organisation, on=today)
    asked = request.GET.get("q", "").strip()
    if file := along.taken(request, visit, lambda: _listing(rows, visit, asked)):
        return file
    found = _by_layer(rows, asked, moved=request.GET.get("moved", ""))
    page = Paginator(found, PAGE).get_page(request.GET.get("page") or _page_of(found))
    context = {
        "page": page,
        "asked": asked,
        "count": len(rows),
        "guardrails": sum(row.guardrail for row in rows),
        "without_signs": sum(not row.breaking_it for row in rows),
        "gone": store.ended(visit.organisation, on=today),
        "ended": wanted(request, store.commitment, visit, "ended"),
    }
    return show(request, visit, "web/clarify/commitments.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION, get=Wish.CHANGE)
def commitment_new(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = CommitmentForm(request.POST or None, organisation=visit.organisation, on=visit.at.date())
    if request.method == "POST" and form.is_valid():
        ticket = form.cleaned_data["ticket"]
        made = actions.add(form.promise, by=visit.member, at=visit.at, ticket=ticket)
        messages.success(request, _("The commitment is added."))
        return redirect("clarify_commitment", visit.organisation.id, made.id)
    context = {"form": form}
    return show(
        request, visit, "web/clarify/commitment_form.html", context, 422 if form.errors else 200
    )


@require_safe
@within(Action.MISSION)
def commitment(request: HttpRequest, visit: Visit, commitment: UUID) -> HttpResponseBase:
    """One promise: its words, its signs, what they leave open, what carries it, its history."""
    one = found_or_404(store.commitment(visit.organisation, commitment))
    if file := along.taken(request, visit, lambda: listed.commitment(one)):
        return file
    practices = carrying.practices(visit.organisation)
    rows, today = store.commitments(visit.organisation), visit.at.date()
    usage, _said = imports.usage(visit.organisation)
    history = [
        (change, difference(change.text_before, change.text_after))
        for change in store.changes_of(one)
    ]
    context = {
        "one": one,
        "checked": checked(one.text, one.breaking_it, usual=usage.language),
        "cells": [(kind, practices.get((one.id, kind), [])) for kind in Carries],
        "history": history,
        "to_come": next((each for each in history if each[0].version.effective_from > today), None),
        "place": next((at for at, row in enumerate(rows, 1) if row.id == one.id), None),
        "places": len(rows),
    }
    return show(request, visit, "web/clarify/commitment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION, get=Wish.CHANGE)
def commitment_change(request: HttpRequest, visit: Visit, commitment: UUID) -> HttpResponse:
    one = found_or_404(store.commitment(visit.organisation, commitment))
    known = {name: getattr(one, name) for name in NAMES}
    form = CommitmentForm(
        request.POST or None,
        organisation=visit.organisation,
        on=visit.at.date(),
        initial=known,
    )
    context: dict[str, Any] = {"form": form, "one": one}
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["revision"] or 0
            actions.amend(one, form.promise, by=visit.member, at=visit.at, seen=seen)
            messages.success(request, _("The commitment is changed."))
            return redirect("clarify_commitment", visit.organisation.id, one.id)
        except Refused as error:
            form.refuse(error)
            form.look_again(one.revision)
            context["clashes"] = clashes(form, known)
    return show(
        request, visit, "web/clarify/commitment_form.html", context, 422 if form.errors else 200
    )


@require_POST
@within(Action.MISSION)
def commitment_place(request: HttpRequest, visit: Visit, commitment: UUID) -> HttpResponse:
    """Another place in the order; the page comes back with the same button under the finger."""
    one = found_or_404(store.commitment(visit.organisation, commitment))
    place = request.POST.get("place", "")
    if not place.isdecimal() or not 1 <= int(place[:9]) <= len(store.keys(visit.organisation)):
        messages.error(request, _("Give a place as a number, from 1."))
        return redirect("clarify_commitment", visit.organisation.id, one.id)
    actions.place(one, int(place) - 1, by=visit.member, at=visit.at)
    page = reverse("clarify_commitments", args=[visit.organisation.id])
    way = "up" if request.POST.get("way") == "up" else "down"
    return redirect(f"{page}?moved={one.id}.{way}")


@require_POST
@within(Action.MISSION)
def commitment_end(request: HttpRequest, visit: Visit, commitment: UUID) -> HttpResponse:
    one = found_or_404(store.commitment(visit.organisation, commitment))
    actions.end(one, on=visit.at.date(), by=visit.member, at=visit.at)
    return ended(request, visit, "clarify_commitments", one)


@require_POST
@within(Action.MISSION)
def commitment_return(request: HttpRequest, visit: Visit, commitment: UUID) -> HttpResponse:
    one = found_or_404(store.commitment(visit.organisation, commitment))
    return came_back(
        request,
        visit,
        "clarify_commitments",
        lambda: actions.bring_back(one, by=visit.member, at=visit.at),
        _("The commitment is back."),
    )


def _listing(rows: Sequence[Commitment], visit: Visit, asked: str) -> Listing:
    """All that are promised, then all that were, as far as they have these words."""
    known = [*rows, *store.ended(visit.organisation, on=visit.at.date())]
    return listed.commitments(one for one in known if asked.casefold() in one.text.casefold())


def _by_layer(rows: Sequence[Commitment], asked: str, *, moved: str) -> list[dict[str, Any]]:
    """The rows under their layers, each with the places of its neighbours there.

    The row that was moved gets the focus back, on the same arrow where there still is one.
    """
    row_moved, _dot, way = moved.partition(".")
    place = {row.id: at for at, row in enumerate(rows, 1)}
    found: list[dict[str, Any]] = []
    for layer in [*map(str, Layer), ""]:
        group = [row for row in rows if row.layer == layer]
        around = [None, *group, None]
        for before, row, after in zip(around, group, around[2:], strict=False):
            if asked.casefold() in row.text.casefold():
                up, down = (place[one.id] if one else None for one in (before, after))
                each = {"row": row, "layer": layer, "up": up, "down": down}
                if str(row.id) == row_moved:
                    each["focus"] = "up" if up and (way == "up" or not down) else "down"
                found.append(each)
    return found


def _page_of(found: Sequence[dict[str, Any]]) -> int:
    """The page on which the moved row stands now."""
    return next((at // PAGE + 1 for at, one in enumerate(found) if "focus" in one), 1)
