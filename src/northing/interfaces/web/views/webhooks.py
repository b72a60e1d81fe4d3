"""Which other systems are told when something happens here, and do they hear it?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.webhooks import WebhookForm
from northing.interfaces.web.numbered import number_in
from northing.interfaces.web.refusing import refusal_said
from northing.interfaces.web.sentences_webhooks import ALL_EVENTS, FAILURES, STOPPED
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.webhooks import actions, store
from northing.interfaces.webhooks.models import Delivery, Webhook


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.ORGANISATION, get=Wish.CHANGE)
def webhooks(request: HttpRequest, visit: Visit) -> HttpResponse:
    """An address may hold a secret: the page is for whoever runs the organisation."""
    form = WebhookForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ticket = form.cleaned_data["ticket"]
        try:
            made, secret = actions.make(form.hook, by=visit.member, at=visit.at, ticket=ticket)
        except Refused as error:
            form.refuse(error)
        else:
            if secret:
                return _shown_once(request, visit, made, secret)
            return redirect("webhook", visit.organisation.id, made.id)
    rows = [_row(one) for one in store.of_organisation(visit.organisation)]
    context = {"form": form, "rows": rows}
    return show(request, visit, "web/webhooks.html", context, 422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.ORGANISATION, get=Wish.CHANGE)
def webhook(request: HttpRequest, visit: Visit, webhook: UUID) -> HttpResponse:
    """What became of each message, and what may be changed."""
    one = _found(visit, webhook)
    known = {"name": one.name, "address": one.address, "events": one.events}
    form = WebhookForm(request.POST or None, initial=known | {"revision": one.revision})
    if request.method == "POST" and form.is_valid() and _changed(request, visit, form, one):
        return redirect("webhook", visit.organisation.id, one.id)
    row = _row(one)
    context = {**row, "row": row, "form": form, "log": [_told(each) for each in store.log(one)]}
    return show(request, visit, "web/webhook.html", context, 422 if form.errors else 200)


@require_POST
@within(Action.ORGANISATION)
def webhook_trial(request: HttpRequest, visit: Visit, webhook: UUID) -> HttpResponse:
    one = _found(visit, webhook)
    actions.try_it(one, by=visit.member, at=visit.at)
    messages.success(request, _("A message goes out now; below stands what became of it."))
    return redirect("webhook", visit.organisation.id, one.id)


@require_POST
@within(Action.ORGANISATION)
def webhook_secret(request: HttpRequest, visit: Visit, webhook: UUID) -> HttpResponse:
    one = _found(visit, webhook)
    seen = number_in(request.POST, "revision") or 0
    try:
        secret = actions.draw_secret(one, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        messages.error(request, refusal_said(error))
        return redirect("webhook", visit.organisation.id, one.id)
    return _shown_once(request, visit, one, secret)


@require_POST
@within(Action.ORGANISATION)
def webhook_state(request: HttpRequest, visit: Visit, webhook: UUID) -> HttpResponse:
    """Stop it, or go on where it stopped."""
    one = _found(visit, webhook)
    if request.POST.get("wanted") == "on":
        actions.go_on(one, by=visit.member, at=visit.at)
        messages.success(request, _("It goes on where it stopped."))
    else:
        actions.stop(one, by=visit.member, at=visit.at)
        messages.success(request, _("Nothing is sent there any more, until you go on."))
    return redirect("webhook", visit.organisation.id, one.id)


@require_POST
@within(Action.ORGANISATION)
def webhook_removal(request: HttpRequest, visit: Visit, webhook: UUID) -> HttpResponse:
    actions.remove(_found(visit, webhook), by=visit.member, at=visit.at)
    messages.success(request, _("The webhook is removed."))
    return redirect("webhooks", visit.organisation.id)


def _found(visit: Visit, wanted: UUID) -> Webhook:
    one = store.webhook(visit.organisation, wanted)
    if one is None:
        raise Http404
    return one


def _changed(request: HttpRequest, visit: Visit, form: WebhookForm, one: Webhook) -> bool:
    seen = form.cleaned_data["revision"] or 0
    try:
        actions.change(one, form.hook, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        return False
    messages.success(request, _("The webhook is changed."))
    return True


def _shown_once(request: HttpRequest, visit: Visit, one: Webhook, secret: str) -> HttpResponse:
    response = show(request, visit, "web/webhook_secret.html", {"one": one, "secret": secret})
    response["Cache-Control"] = "no-store"
    return response


def _row(one: Webhook) -> dict[str, Any]:
    return {
        "one": one,
        "events": [ALL_EVENTS[each] for each in one.events if each in ALL_EVENTS],
        "is_on": one.state == Webhook.State.ON,
        "stopped": STOPPED.get(one.reason, ""),
        "waits": store.waits(one),
        "last": store.last_tried(one),
    }


def _told(one: Delivery) -> dict[str, Any]:
    return {
        "one": one,
        "event": ALL_EVENTS.get(one.event, one.event),
        "failure": FAILURES.get(one.failure, one.failure),
        "is_taken": one.state == Delivery.State.TAKEN,
        "is_dead": one.state == Delivery.State.DEAD,
    }
