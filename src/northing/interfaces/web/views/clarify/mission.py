"""What is this organisation for, since when, and how did that change?"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from northing.foundations.people import refusals
from northing.foundations.people.access import Action, Wish
from northing.foundations.people.models import Organisation
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.approval import ApprovalForm
from northing.interfaces.web.forms.clarify import WordingForm
from northing.interfaces.web.views import along
from northing.interfaces.web.views.clarify.meanwhile import clashes
from northing.interfaces.web.views.clarify.returning import found_or_404, wanted
from northing.interfaces.web.views.listed import clarify as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import actions as promises
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.commitments.facts import Change
from northing.stages.clarify.mission import actions, store
from northing.stages.clarify.mission.models import MissionVersion
from northing.stages.clarify.mission.rules.difference import difference
from northing.stages.clarify.models import CommitmentChange

SHOWN = 10


@require_safe
@within(Action.MISSION)
def mission(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """The mission that holds, the draft beside it, and the line of its versions."""
    organisation, today = visit.organisation, visit.at.date()
    versions = store.versions(organisation)
    if file := along.taken(request, visit, lambda: listed.versions(versions)):
        return file
    approved = [one for one in versions if one.approved_at]
    promised = commitments.commitments(organisation, on=today)
    history = _history(organisation, approved)
    context = {
        "current": store.current(organisation, on=today),
        "draft": next((one for one in versions if not one.approved_at), None),
        "newest": approved[0] if approved else None,
        "today": today,
        "history": history[:SHOWN],
        "older": history[SHOWN:],
        "approved": approved,
        "count": len(promised),
        "guardrails": sum(one.guardrail for one in promised),
    }
    return show(request, visit, "web/clarify/mission.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION, get=Wish.CHANGE)
def draft(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write the draft, or write it again."""
    lies = store.draft(visit.organisation)
    form = WordingForm(request.POST or None, initial=_known(visit, lies))
    if request.method == "POST" and form.is_valid() and _kept(request, visit, form, lies):
        return redirect("clarify_mission", visit.organisation.id)
    context: dict[str, Any] = {"form": form, "draft": lies}
    if lies and form.non_field_errors():
        context["clashes"] = clashes(form, _known(visit, lies))
    return show(request, visit, "web/clarify/draft.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.MISSION, get=Wish.CHANGE)
def approval(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say who approved the draft, and what it did to each commitment."""
    lies = store.draft(visit.organisation)
    if lies is None:
        return redirect("clarify_mission", visit.organisation.id)
    form = ApprovalForm(
        request.POST or None,
        commitments=commitments.commitments(visit.organisation),
        words=commitments.last_words(visit.organisation),
        initial={"approved_by": lies.approved_by, "revision": lies.revision},
    )
    if request.method == "POST" and form.is_valid() and _approved(request, visit, form, lies):
        return redirect("clarify_mission", visit.organisation.id)
    before = store.last_approved(visit.organisation)
    context = {
        "form": form,
        "draft": lies,
        "before": before,
        "difference": difference(before.text if before else "", lies.text),
    }
    return show(request, visit, "web/clarify/approval.html", context, 422 if form.errors else 200)


@require_safe
@within(Action.MISSION)
def version(request: HttpRequest, visit: Visit, version: UUID) -> HttpResponse:
    """One version beside the one before it, and what it did to each commitment."""
    one = found_or_404(store.version(visit.organisation, version))
    before = next(
        (each for each in store.versions(visit.organisation) if each.number < one.number), None
    )
    changes = [
        (change, difference(change.text_before, change.text_after))
        for change in commitments.changes_by(one)
    ]
    context = {
        "one": one,
        "before": before,
        "difference": difference(before.text, one.text) if before else None,
        "became": changes,
        "has_reasons": any(change.reason for change, _difference in changes),
    }
    return show(request, visit, "web/clarify/version.html", context)


@require_safe
@within(Action.MISSION)
def compare(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Any two versions side by side, with the commitments as each had them.

    Where no two are asked for, the newest beside the one before it.
    """
    versions = store.versions(visit.organisation)
    pair = [wanted(request, store.version, visit, name) for name in ("from", "to")]
    if not request.GET and versions[1:]:
        pair = list(versions[:2])
    context: dict[str, Any] = {"versions": versions}
    if all(pair):
        old, new = sorted((one for one in pair if one), key=lambda one: one.number)
        context |= {"old": old, "new": new, "difference": difference(old.text, new.text)}
        rows = _beside(visit.organisation, old, new)
        context |= {
            "otherwise": sum(not row["difference"].is_same for row in rows),
            "rows": [row for row in rows if row["said"] or not row["difference"].is_same],
            "same": [row for row in rows if not row["said"] and row["difference"].is_same],
        }
    return show(request, visit, "web/clarify/compare.html", context)


def _history(
    organisation: Organisation, approved: list[MissionVersion]
) -> list[tuple[MissionVersion, list[tuple[str, int]]]]:
    """Each version with how many commitments it kept, narrowed, widened, dropped and brought."""
    counts: dict[UUID, Counter[str]] = defaultdict(Counter)
    for change in commitments.changes(organisation):
        counts[change.version_id][change.kind] += 1
    return [
        (one, [(kind.value, counts[one.id][kind]) for kind in Change if counts[one.id][kind]])
        for one in approved
    ]


def _known(visit: Visit, lies: MissionVersion | None) -> dict[str, Any]:
    if lies is None:
        current = store.last_approved(visit.organisation)
        text = current.text if current else ""
        return {"text": text, "effective_from": visit.at.date()}
    names = ("text", "effective_from", "approved_by", "reason", "revision")
    return {name: getattr(lies, name) for name in names}


def _kept(
    request: HttpRequest, visit: Visit, form: WordingForm, lies: MissionVersion | None
) -> bool:
    given = form.cleaned_data
    try:
        if lies is None and given["revision"]:
            raise Refused(refusals.CHANGED_MEANWHILE)
        if lies is None or not given["revision"]:
            ticket = given["ticket"]
            actions.write(form.wording, by=visit.member, at=visit.at, ticket=ticket)
        else:
            seen = given["revision"]
            actions.rewrite(lies, form.wording, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        if lies:
            form.look_again(lies.revision)
        return False
    messages.success(request, _("The draft is kept."))
    return True


def _approved(request: HttpRequest, visit: Visit, form: ApprovalForm, lies: MissionVersion) -> bool:
    given = form.cleaned_data
    try:
        promises.approve(
            lies,
            given["approved_by"],
            form.became,
            by=visit.member,
            at=visit.at,
            seen=given["revision"],
        )
    except Refused as error:
        form.refuse(error)
        if error.code == refusals.CHANGED_MEANWHILE:
            form.look_again(lies.revision)
        return False
    messages.success(request, _("The version is recorded as approved."))
    return True


def _beside(
    organisation: Organisation, old: MissionVersion, new: MissionVersion
) -> list[dict[str, Any]]:
    """Every commitment either version had, with its words in both and what people said of it."""
    before, after = (commitments.words_at(organisation, one.number) for one in (old, new))
    said: dict[str, list[CommitmentChange]] = defaultdict(list)
    for change in commitments.changes(organisation):
        if old.number < change.version.number <= new.number and change.kind != Change.KEPT:
            said[change.commitment.key].append(change)
    return [
        {
            "key": key,
            "difference": difference(before.get(key, ""), after.get(key, "")),
            "said": said[key],
        }
        for key in dict.fromkeys([*before, *after])
    ]
