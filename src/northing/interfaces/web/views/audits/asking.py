"""How is an audit asked for, and what is said of it before it is?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from northing.foundations.people.access import Action, Wish
from northing.foundations.people.refusals import Refused
from northing.interfaces.web.forms.audits import AuditForm, first_values
from northing.interfaces.web.visit import Visit, show, within
from northing.interfaces.worker.asking import ask_audit
from northing.stages.clarify.commitments import store as commitments
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.models import PublicationRule
from northing.stages.diagnose.audits.rules import story
from northing.stages.records.imports import store as imports
from northing.stages.records.imports.facts import Usage
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.facts import Channel
from northing.stages.records.ledger.models import TypedRecord

A_FEW, NEWEST = 10, 200
USUAL = ("currency", "language", "meaning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is incomplete, and what binds the audit: to be known before it is asked for."""

    promises: Sequence[Commitment]
    imports: Sequence[Import]
    typed: Sequence[TypedRecord]
    waiting: Sequence[Import]
    refused: Sequence[tuple[Import, int]]
    without: Sequence[Commitment]
    rule: PublicationRule | None
    usual: dict[str, Any]
    usage: Usage

    @property
    def channels(self) -> list[str]:
        """The kinds of records there are, in the order in which reports name them."""
        met = {one.channel for one in self.imports} | {one.channel for one in self.typed}
        return [str(one) for one in Channel if one in met]

    @property
    def newest(self) -> date | None:
        days = [one.received_on for one in self.imports]
        return max((*days, *(one.received_on for one in self.typed)), default=None)

    @property
    def is_enough(self) -> bool:
        return bool(self.promises and (self.imports or self.typed))


@require_http_methods(["GET", "HEAD", "POST"])
@within(Action.AUDITS, get=Wish.CHANGE)
def ask(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Sent twice at once, it is one audit."""
    before = _before(visit)
    today = before.newest or visit.at.date()
    values = before.usual | first_values(today, before.channels, before.promises)
    form = AuditForm(
        request.POST or None,
        channels=before.channels,
        promises=before.promises,
        initial=values,
    )
    if request.method == "POST" and form.is_valid():
        try:
            wish = replace(form.wish, report_language=(get_language() or "en")[:2])
            audit = ask_audit(visit.member, wish, visit.at)
        except Refused as error:
            form.refuse(error)
        else:
            messages.success(request, _("The audit is asked for. You may leave this page."))
            return redirect("audits_audit", visit.organisation.id, audit.id)
    context = {"form": form, "before": before, "hidden": len(before.usage.names)}
    return show(request, visit, "web/audits/ask.html", context, 422 if form.errors else 200)


def _before(visit: Visit) -> Before:
    promises = commitments.commitments(visit.organisation)
    files = imports.imports(visit.organisation, most=NEWEST)
    waiting = (Import.State.LOOKING, Import.State.READY)
    return Before(
        promises=promises,
        imports=imports.sources(visit.organisation),
        typed=ledger.typed(visit.organisation),
        waiting=[one for one in files if one.state in waiting][:A_FEW],
        refused=[(one, _refused(one)) for one in files if _refused(one)][:A_FEW],
        without=_without(visit, promises),
        rule=store.binding_rule(visit.organisation, at=visit.at),
        usual=_as_last_time(visit),
        usage=imports.usage(visit.organisation)[0],
    )


def _as_last_time(visit: Visit) -> dict[str, Any]:
    """What is said once and then again: the currency, the language, the way to link.

    Of what was said of the last audit and of all files, the later goes before.
    """
    last = store.seen_by(visit.member).order_by("-number").first()
    found = {key: last.wish[key] for key in USUAL if key in last.wish} if last else {}
    said_at = imports.usage_said_at(visit.organisation)
    if said_at is None or (last and last.asked_at >= said_at):
        return found
    return found | _of_all_files(visit)


def _of_all_files(visit: Visit) -> dict[str, Any]:
    usage, _revision = imports.usage(visit.organisation)
    said = {"currency": usage.currency, "language": usage.language}
    return {name: one for name, one in said.items() if one}


def _refused(one: Import) -> int:
    """How many of its lines could not be read; of a file refused as a whole, all."""
    if one.state == Import.State.REFUSED:
        return -1
    count = one.account.get("refused", 0) if one.state in imports.IN_FORCE else 0
    return count if isinstance(count, int) else len(count)


def _without(visit: Visit, promises: Sequence[Commitment]) -> list[Commitment]:
    """Commitments no record was linked to when this was last audited; none known, none named."""
    newest = store.newest_seen_by(visit.member)
    if newest is None:
        return []
    content = store.content_unless_altered(newest)
    covered = story.coverage(content) if content else ()
    known = {one.commitment for one in covered}
    found = {one.commitment for one in covered if one.records}
    return [one for one in promises if one.key in known - found][:A_FEW]
