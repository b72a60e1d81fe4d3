"""How is each page of the first thirty minutes kept, so that one can leave and come back?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed
from northing.interfaces.web.forms.deciding import DecisionsForm, Judged
from northing.interfaces.web.forms.start import PromisesForm
from northing.interfaces.web.views.start.standing import Standing
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments import store
from northing.stages.clarify.mission import actions as missions
from northing.stages.clarify.mission.actions import Wording
from northing.stages.clarify.models import Commitment
from northing.stages.records.ledger import actions as ledger
from northing.stages.records.ledger import store as records
from northing.stages.records.ledger.store import typed_of


def promises(form: PromisesForm, standing: Standing, *, by: Member, at: datetime) -> None:
    """The mission as a draft, and each commitment as its slot says; an emptied one ends."""
    _mission(form, standing, by=by, at=at)
    for slot in range(1, form.most + 1):
        wanted, seen = form.given(slot)
        row = store.commitment(by.organisation, wanted)
        text = form.cleaned_data[f"text-{slot}"]
        if row is None and text:
            commitments.add(form.promise(slot), by=by, at=at, ticket=wanted)
        elif row is not None and not text and seen:
            commitments.end(row, on=at.date(), by=by, at=at)
        elif row is not None and text:
            _amend(form, slot, row, by=by, at=at)


def decisions(form: DecisionsForm, *, by: Member, at: datetime) -> None:
    """Each decision as its slot says; an emptied one is withdrawn."""
    for slot in range(1, form.most + 1):
        wanted, seen = form.given(slot)
        row = records.one_typed(by.organisation, wanted)
        text = form.cleaned_data[f"text-{slot}"]
        if row is None and text:
            _type_in(form, slot, by=by, at=at)
        elif row is not None and not text and seen:
            ledger.withdraw(row, by=by, at=at, seen=seen)
        elif row is not None and text and form.typed(slot) != typed_of(row):
            ledger.edit(row, form.typed(slot), by=by, at=at, seen=seen)


def judgements(judged: Sequence[Judged], *, by: Member, at: datetime) -> None:
    for one in judged:
        if one.typed != typed_of(one.row):
            ledger.edit(one.row, one.typed, by=by, at=at, seen=one.seen)


def last_quarter(today: date) -> tuple[date, date]:
    """The first and the last day of the quarter before this one."""
    this = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = this - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


def _type_in(form: DecisionsForm, slot: int, *, by: Member, at: datetime) -> None:
    wanted, _seen = form.given(slot)
    try:
        with transaction.atomic():
            ledger.type_in(form.typed(slot), by=by, at=at, key=wanted)
    except IntegrityError as error:  # the id of a row that is not ours
        raise NotAllowed from error


def _mission(form: PromisesForm, standing: Standing, *, by: Member, at: datetime) -> None:
    text, draft = form.cleaned_data["mission"], standing.draft
    wording = Wording(text=text, effective_from=at.date())
    if draft is None and (standing.mission is None or standing.mission.text != text):
        missions.write(wording, by=by, at=at)
    elif draft is not None and draft.text != text:
        seen = form.cleaned_data["seen"] or 0
        kept = Wording(
            text=text,
            effective_from=draft.effective_from,
            approved_by=draft.approved_by,
            reason=draft.reason,
        )
        missions.rewrite(draft, kept, by=by, at=at, seen=seen)


def _amend(form: PromisesForm, slot: int, row: Commitment, *, by: Member, at: datetime) -> None:
    promise, (_row, seen) = form.promise(slot), form.given(slot)
    if (promise.text, list(promise.breaking_it)) != (row.text, row.breaking_it):
        commitments.amend(row, promise, by=by, at=at, seen=seen)
