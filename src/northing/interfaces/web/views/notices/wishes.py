"""What do I want to hear of, does it reach me, and which calendar reads along?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action, Role
from northing.foundations.people.refusals import Refused
from northing.interfaces.notices import actions, store
from northing.interfaces.notices.kinds import Channel, Rhythm, open_to
from northing.interfaces.notices.models import Wishes
from northing.interfaces.web.forms.notices import ChatForm, WishesForm
from northing.interfaces.web.sentences_notices import CHANNELS, TROUBLES
from northing.interfaces.web.visit import Visit, show, within


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.NOTICES)
def wishes(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everybody says it for themselves, and for this organisation alone."""
    known = store.wishes_of(visit.member)
    form = WishesForm(request.POST or None, wishes=known, kinds=open_to(Role(visit.member.role)))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["revision"] or 0
        try:
            actions.choose(form.said, by=visit.member, at=visit.at, seen=seen)
        except Refused as error:
            form.refuse(error)
            form.look_again(store.wishes_of(visit.member).revision)
        else:
            messages.success(request, _("From now on you hear what you chose."))
            return redirect("notices", visit.organisation.id)
    return _page(request, visit, known, form, ChatForm())


@require_POST
@within(Action.NOTICES)
def chat(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = ChatForm(request.POST)
    if form.is_valid():
        try:
            service = actions.give_chat(form.cleaned_data["address"], by=visit.member, at=visit.at)
        except Refused as error:
            form.refuse(error)
        else:
            said = _("You hear in your chat from now on (%(service)s). Choose below of what.")
            messages.success(request, said % {"service": service})
            return redirect("notices", visit.organisation.id)
    known = store.wishes_of(visit.member)
    own = WishesForm(wishes=known, kinds=open_to(Role(visit.member.role)))
    return _page(request, visit, known, own, form)


@require_POST
@within(Action.NOTICES)
def chat_removal(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _done(request, visit, actions.remove_chat, _("The chat's address is removed."))


@require_POST
@within(Action.NOTICES)
def address(request: HttpRequest, visit: Visit) -> HttpResponse:
    said = _("Letters are sent to your address again.")
    return _done(request, visit, actions.trust_address, said)


@require_POST
@within(Action.NOTICES)
def calendar(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The one page that shows the address: only its digest is kept."""
    token = actions.make_calendar(by=visit.member, at=visit.at)
    link = request.build_absolute_uri(reverse("calendar_feed", args=[token]))
    response = show(request, visit, "web/notices/calendar.html", {"link": link})
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@within(Action.NOTICES)
def calendar_revocation(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _done(request, visit, actions.revoke_calendar, _("The address opens nothing any more."))


def _done(
    request: HttpRequest, visit: Visit, action: Callable[..., None], said: str
) -> HttpResponse:
    action(by=visit.member, at=visit.at)
    messages.success(request, said)
    return redirect("notices", visit.organisation.id)


def _page(
    request: HttpRequest, visit: Visit, known: Wishes, form: WishesForm, chat_form: ChatForm
) -> HttpResponse:
    context = {
        "form": form,
        "chat_form": chat_form,
        "wishes": known,
        "heard": _heard(visit, known),
        "kinds": len(form.kinds),
        "stopped": store.stopped(visit.member.person),
        "ways": [_way(visit, one) for one in form.channels],
        "calendar": store.calendar_of(visit.member),
    }
    wrong = form.errors or chat_form.errors
    return show(request, visit, "web/notices/wishes.html", context, 422 if wrong else 200)


def _heard(visit: Visit, known: Wishes) -> dict[str, int]:
    """Of how many kinds one hears by each way."""
    kinds = open_to(Role(visit.member.role))
    return {
        channel.value: sum(
            store.rhythm_of(known, channel, kind) is not Rhythm.NEVER for kind in kinds
        )
        for channel in Channel
    }


def _way(visit: Visit, channel: Channel) -> dict[str, Any]:
    """Does what is sent this way arrive?"""
    found = store.standing(visit.member, channel)
    lost: Any = found["given_up"]
    return found | {"said": CHANNELS[channel], "why": TROUBLES.get(lost.trouble) if lost else ""}
