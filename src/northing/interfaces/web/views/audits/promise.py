"""What was promised here, what was done about it, and what does nobody know?"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.templatetags.audited import channel_said
from northing.interfaces.web.views.audits import figures
from northing.interfaces.web.views.audits.opening import content_of, opened
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.audits.rules import story
from northing.stages.diagnose.audits.rules.cells import (
    Cell,
    channels_in,
    size_of,
    whole_cells,
)

A_FEW = 5


@require_safe
@within(Action.ISSUED)
@opened
def promise(request: HttpRequest, visit: Visit, audit: StoredAudit, promise: str) -> HttpResponse:
    """One commitment's story, in the kind of deed asked for, else the first that is known."""
    content = content_of(audit)
    one = story.promises_in(content).get(promise)
    if one is None:
        raise Http404
    channel = _channel(request, content, promise)
    cells = [cell for cell in whole_cells(content) if cell.commitment == promise]
    row = commitments.with_key(visit.organisation, promise)
    context = {
        "audit": audit,
        "promise": one,
        "said": story.said_of(content, promise),
        "channel": channel,
        "cell": next((cell for cell in cells if cell.channel == channel), None),
        "channels": channels_in(content),
        "picture": figures.drawn(_side_by_side(cells)),
        "course": _course(content, promise, channel),
        "findings": store.findings(audit).filter(commitment=promise),
        "weightiest": _weightiest(visit, audit, promise),
        **_unknown(content, promise),
        "row": row if visit.may(Action.MISSION, Wish.SEE) else None,
        "versions": _versions(visit, row),
    }
    return show(request, visit, "web/audits/promise.html", context)


def _channel(request: HttpRequest, content: dict[str, Any], promise: str) -> str:
    """The channel asked for, where it was compared."""
    channels = channels_in(content)
    asked = request.GET.get("channel", "")
    if asked in channels:
        return asked
    known = [one for one in channels if story.over_time(content, promise, one)]
    return next(iter([*known, *channels]), "")


def _side_by_side(cells: list[Cell]) -> Any:
    wide = sorted(cells, key=lambda one: (not one.is_known, -abs(size_of(one))))
    names = {one.channel: channel_said(one.channel) for one in wide}
    title = _("The same promise in every kind of deed, the widest gap first")
    return figures.words_and_deeds(wide, names, title=title, name="kinds")


def _course(content: dict[str, Any], promise: str, channel: str) -> figures.Drawn | None:
    """Words and deeds over time; one period alone is no course."""
    cells = story.over_time(content, promise, channel)
    if len(cells) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    title = _("Words and %(channel)s over time") % {"channel": channel_said(channel)}
    return figures.drawn(figures.over_time(cells, channel, title=title))


def _weightiest(visit: Visit, audit: StoredAudit, promise: str) -> list[tuple[str, Any]]:
    """The records that weigh most on each side, for whom records are open."""
    if not visit.may(Action.RECORDS, Wish.SEE):
        return []
    return [(side, store.weightiest(audit, promise, side, most=A_FEW)) for side in store.Side]


def _unknown(content: dict[str, Any], promise: str) -> dict[str, Any]:
    """What nobody knows: kinds of which no file was read in one line, the rest one by one."""
    blind = story.blind_spots(content, promise)
    unread = story.unread_in(content)
    return {
        "unread": [channel_said(one.channel) for one in blind if one.channel in unread],
        "blind": [one for one in blind if one.channel not in unread],
    }


def _versions(visit: Visit, row: Commitment | None) -> list[Any]:
    """What each version of the mission made of it, the newest first."""
    if row is None or not visit.may(Action.MISSION, Wish.SEE):
        return []
    return commitments.changes_of(row)
