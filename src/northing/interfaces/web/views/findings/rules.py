"""What is published of an audit, and since when does that hold?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.interfaces.web.forms.findings import RuleForm
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.diagnose.publication import actions
from northing.stages.diagnose.publication.store import publishing as store


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.ISSUED)
def rule(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The rule that binds the next audit, those before it with what they bind, and what is due."""
    actions.issue_due(visit.organisation, at=visit.at)
    form = RuleForm(request.POST or None, initial={"days": 30})
    if request.method == "POST" and form.is_valid():
        actions.fix_rule(form.rule, by=visit.member, at=visit.at)
        messages.success(request, _("The rule binds every audit that is asked for from now on."))
        return redirect("audits_rule", visit.organisation.id)
    rules = list(store.rules(visit.organisation))
    sees_audits = visit.may(Action.AUDITS, Wish.SEE)
    context = {
        "form": form,
        "newest": rules[0] if rules else None,
        "rules": [(one, _bound(one, sees_audits=sees_audits)) for one in rules],
        "waiting": [(one, store.due_of(one)) for one in store.waiting(visit.organisation)],
        "sees_audits": sees_audits,
    }
    return show(request, visit, "web/findings/rule.html", context, 422 if form.errors else 200)


def _bound(rule: object, *, sees_audits: bool) -> list[object]:
    """The audits a rule binds, as far as this member may know of them."""
    found = store.bound_by(rule)  # type: ignore[arg-type]
    return [one for one in found if sees_audits or one.issued_at]
