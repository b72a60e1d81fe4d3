"""What was found, on which records does it rest, and what became of it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.views import along
from northing.interfaces.web.views.findings import columns
from northing.interfaces.web.views.findings.evidence import cell_checked, sides
from northing.interfaces.web.views.findings.history import content_of, history, verdict
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.audits.models import StoredFinding
from northing.stages.diagnose.audits.rules.seeing import gap_of
from northing.stages.diagnose.findings import actions
from northing.stages.diagnose.findings import store as followed
from northing.stages.diagnose.publication import actions as publication
from northing.stages.diagnose.publication.store import findings as store


@require_safe
@within(Action.ISSUED)
def finding(request: HttpRequest, visit: Visit, finding: UUID) -> HttpResponseBase:
    publication.issue_due(visit.organisation, at=visit.at)
    one = found_or_404(visit, finding)
    if file := along.taken(request, visit, lambda: columns.finding(one)):
        return file
    content = content_of(one.audit)
    follow_up = followed.follow_up(visit.organisation, store.thread_of(one))
    turns = history(visit, one)
    context = {
        "one": one,
        "told": one.content,
        "promise": promises_in(content).get(one.commitment, one.commitment),
        "gap": gap_of(content, one.commitment, one.channel),
        "sides": sides(visit, one),
        "cells": cell_checked(content, one),
        "is_altered": not content,
        "turns": turns,
        "verdict": verdict(turns, one),
        "follow_up": follow_up,
        "is_mine": follow_up is not None and follow_up.owner_id == visit.member.id,
        "replies": followed.replies_to(follow_up),
        "may_reply": actions.can_reply(visit.member, follow_up),
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
        "today": visit.at.date(),
    }
    return show(request, visit, "web/findings/finding.html", context)


def found_or_404(visit: Visit, finding: UUID) -> StoredFinding:
    """Of audits this member may not read there is no finding."""
    one = store.finding_of(visit.member, finding)
    if one is None:
        raise Http404
    return one


def promises_in(content: Mapping[str, Any]) -> dict[str, str]:
    """How each commitment read in that audit, by its id."""
    return {one["id"]: one["text"] for one in content.get("commitments", ())}
