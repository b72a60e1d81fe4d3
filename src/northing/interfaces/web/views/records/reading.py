"""How are all records read, and whom does no report name?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import CHANGED_MEANWHILE, Refused
from northing.interfaces.web.forms.audits import LANGUAGES
from northing.interfaces.web.forms.reading import ReadingForm
from northing.interfaces.web.views.records.imports import far
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.jobs import imports as jobs
from northing.stages.records.imports import actions, store

SHOWN_FILES = 10


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
    reading_now = store.being_read(visit.organisation)
    context = {
        "form": form if visit.may(Action.RECORDS, Wish.CHANGE) else None,
        "usage": now,
        "is_said": revision_now > 0,
        "count": len(now.names),
        "month": MONTHS.get(now.fiscal_year_starts or 0),
        "language": dict(LANGUAGES).get(now.language, now.language),
        "otherwise": store.read_otherwise(visit.organisation),
        "being_read": [(one, far(one, visit.at)) for one in reading_now[:SHOWN_FILES]],
        "more_being_read": max(0, len(reading_now) - SHOWN_FILES),
    }
    return show(request, visit, "web/records/reading.html", context, 422 if form.errors else 200)


@require_POST
@within(Action.RECORDS)
def again(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All files that were read before it was said are read as it is said now."""
    count = jobs.read_again(by=visit.member, at=visit.at)
    said = ngettext("%(n)d file is read again.", "%(n)d files are read again.", count)
    nothing = _("Every file is read as it is said here, or is being read just now.")
    messages.success(request, said % {"n": count} if count else nothing)
    return redirect("records_reading", visit.organisation.id)


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
