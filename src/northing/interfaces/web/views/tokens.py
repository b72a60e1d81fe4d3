"""Which programs act for whom here, how far and until when, and how does one let one in?"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people import tokens as actions
from northing.foundations.people.access import Action, Role, Wish
from northing.foundations.people.models import Token
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.tokens import TokenForm, said_together
from northing.interfaces.web.visit import Visit, show, within

USUAL = timedelta(days=90)


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.ORGANISATION, post=Wish.SEE)
def tokens(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Everybody makes their own; the secret is on the page that answers, and on no other."""
    scopes = actions.open_to(Role(visit.member.role))
    known = {"until": visit.at.date() + USUAL}
    form = TokenForm(request.POST or None, scopes=scopes, initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            made, secret = actions.make(form.grant, by=visit.member, at=visit.at)
        except Refused as error:
            form.refuse(error)
        else:
            return _shown_once(request, visit, made, secret)
    context = {
        "form": form,
        "rows": [_row(visit, one) for one in actions.seen_by(visit.member)],
        "sees_all": actions.sees_all(visit.member),
    }
    return show(request, visit, "web/tokens.html", context, 422 if form.errors else 200)


@require_POST
@within(Action.ORGANISATION, post=Wish.SEE)
def token_revocation(request: HttpRequest, visit: Visit, token: UUID) -> HttpResponse:
    """One's own, or anybody's for who runs the organisation."""
    rows = Token.objects.filter(id=token, member__organisation=visit.organisation)
    one = rows.select_related("member").first()
    if one is None:
        raise Http404
    if actions.can_revoke(one, by=visit.member):
        actions.revoke(one, by=visit.member, at=visit.at)
        messages.success(request, _("The token opens nothing any more."))
    else:
        messages.error(request, _("Only whoever made a token, or an owner, can revoke it."))
    return redirect("tokens", visit.organisation.id)


def _shown_once(request: HttpRequest, visit: Visit, made: Token, secret: str) -> HttpResponse:
    response = show(request, visit, "web/token_made.html", {"token": made, "secret": secret})
    response["Cache-Control"] = "no-store"
    return response


def _row(visit: Visit, one: Token) -> dict[str, object]:
    holds = one.until >= visit.at.date() and one.member.ended_at is None
    scopes = said_together(actions.scopes_in(one.scopes))
    return {"token": one, "scopes": scopes, "holds": holds}
