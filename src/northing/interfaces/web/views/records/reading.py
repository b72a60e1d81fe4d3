"""How are all records read, and whom does no report name?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import CHANGED_MEANWHILE, Refused
from northing.interfaces.web.forms.audits import LANGUAGES
from northing.interfaces.web.forms.reading import ReadingForm
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.records.imports import actions, store


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.RECORDS)
def reading(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Whoever may only look is told how many names there are, and none of them."""
    usage, revision = store.usage(visit.organisation)
    form = ReadingForm(request.POST or None, usage=usage, revision=revision)
    if request.method == "POST" and form.is_valid() and _said(visit, form):
        messages.success(request, _("Kept. The next audit reads all files so."))
        return redirect("records_reading", visit.organisation.id)
    now, revision_now = store.usage(visit.organisation)
    context = {
        "form": form if visit.may(Action.RECORDS, Wish.CHANGE) else None,
        "usage": now,
        "is_said": revision_now > 0,
        "count": len(now.names),
        "month": MONTHS.get(now.fiscal_year_starts or 0),
        "language": dict(LANGUAGES).get(now.language, now.language),
    }
    return show(request, visit, "web/records/reading.html", context, 422 if form.errors else 200)


def _said(visit: Visit, form: ReadingForm) -> bool:
    seen = form.cleaned_data["revision"] or 0
    try:
        actions.say_usage(form.usage, by=visit.member, at=visit.at, seen=seen)
    except Refused as error:
        form.refuse(error)
        if error.code == CHANGED_MEANWHILE:
            form.look_again(store.usage(visit.organisation)[1])
        return False
    return True
