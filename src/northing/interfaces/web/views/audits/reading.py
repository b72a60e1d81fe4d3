"""Where do words and deeds part, as one audit found it?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action
from northing.interfaces.reports.languages import ENGLISH, LANGUAGES, language_of
from northing.interfaces.web.templatetags.audited import channel_said
from northing.interfaces.web.views.audits import figures
from northing.interfaces.web.views.audits.mapping import map_of
from northing.interfaces.web.views.audits.opening import content_of, opened
from northing.interfaces.web.views.audits.progress import far_of
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules import story
from northing.stages.diagnose.audits.rules.cells import NONE, whole_cells, widest

_State = StoredAudit.State
A_FEW = 8


@require_safe
@within(Action.ISSUED)
@opened
def audit(request: HttpRequest, visit: Visit, audit: StoredAudit) -> HttpResponse:
    """The answer, the map, the findings, what there is to go by, and how it was made."""
    if audit.state == _State.FAILED:
        return show(request, visit, "web/audits/failed.html", {"audit": audit})
    if audit.state != _State.DONE:
        return show(request, visit, "web/audits/running.html", _far(audit))
    content = content_of(audit)
    has_all = "all" in request.GET
    promises = story.promises_in(content)
    covered = story.coverage(content)
    findings = store.findings(audit)
    context = {
        "audit": audit,
        "content": content,
        "answer": _answer(content),
        "map": map_of(content, has_all=has_all),
        "picture": figures.drawn(_picture(content, promises)),
        "findings": findings if has_all else findings[:A_FEW],
        "promises": promises,
        "coverage": figures.drawn(figures.covered(covered, promises)),
        "freshest": story.freshest(covered),
        "refused": story.refused_in(content),
        "reports": sorted(audit.files, key=in_order),
        "has_all": has_all,
        "is_case_kept": store.holds_open_answers(audit),
    }
    return show(request, visit, "web/audits/audit.html", context)


@require_safe
@within(Action.ISSUED)
@opened
def progress(request: HttpRequest, visit: Visit, audit: StoredAudit) -> HttpResponse:
    """The part of the page that moves; once it is over, the page is asked for anew."""
    if "HX-Request" not in request.headers:
        return redirect("audits_audit", visit.organisation.id, audit.id)
    response = show(request, visit, "web/audits/far.html", _far(audit))
    if audit.state in (_State.DONE, _State.FAILED):
        response["HX-Redirect"] = reverse("audits_audit", args=[visit.organisation.id, audit.id])
    return response


def _far(audit: StoredAudit) -> dict[str, Any]:
    return {"audit": audit, "far": far_of(audit)}


def _answer(content: dict[str, Any]) -> dict[str, Any] | None:
    """The widest gap, which the answer speaks of; None where nothing could be compared."""
    found = widest(whole_cells(content))
    if not found:
        return None
    first = found[0]
    promises = story.promises_in(content)
    return {"cell": first, "promise": promises[first.commitment], "of": len(found)}


def _picture(content: dict[str, Any], promises: dict[str, story.Promise]) -> Any:
    """Words beside deeds in the kind of deed the answer speaks of."""
    found = widest(whole_cells(content))
    channel = found[0].channel if found else ""
    cells = [one for one in found if one.channel == channel and one.commitment != NONE]
    names = {one.commitment: promises[one.commitment].text for one in cells}
    title = _("Words beside %(channel)s, the widest gap first") % {
        "channel": channel_said(channel) or _("deeds")
    }
    return figures.words_and_deeds(cells, names, title=title, name="widest")


def in_order(name: str) -> tuple[bool, int, str]:
    """What people read first, in their own language before another; then what machines do."""
    spoken = (get_language() or ENGLISH).partition("-")[0]
    mine = spoken if spoken in LANGUAGES else ENGLISH
    endings = (".html", ".pdf", ".xlsx", ".csv", ".json")
    at = next((place for place, one in enumerate(endings) if name.endswith(one)), len(endings))
    return language_of(name) != mine, at, name
