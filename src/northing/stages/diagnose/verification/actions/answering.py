"""How is an answer given, taken back, and agreed on, so that none is lost and none counts twice?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from northing.foundations.people.models import Member
from northing.foundations.people.refusals import NotAllowed, Refused
from northing.stages.diagnose.verification import store
from northing.stages.diagnose.verification.actions.drawing import check_may_answer
from northing.stages.diagnose.verification.actions.sealing import AT_ONCE, seal
from northing.stages.diagnose.verification.facts import AGREED, Answer, Label
from northing.stages.diagnose.verification.models import StoredLabel, StoredSample
from northing.stages.diagnose.verification.rules.refusals import (
    NO_SEAT,
    NOT_ASKED,
    NOT_IN_DISPUTE,
    NOT_YOURS,
    OTHER_SHEET,
    SAMPLE_NOT_OPEN,
    STILL_ANSWERING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person did at one pair; `id` was made where they did it, once.

    Without an answer the one before is taken back. Without a turn it comes after all others.
    """

    id: UUID
    pair: int
    answer: Answer | None
    note: str = ""
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """The highest turn there is now, and whether the trail took the answers up."""

    turn: int
    is_sealed: bool


def answer(sample: StoredSample, given: Sequence[Given], *, by: Member, at: datetime) -> Kept:
    """Keep all of them or none; what was kept before is not kept again.

    What was kept already stays kept whatever became of the seat or the sample since: a line that
    broke before the reply came is no reason to tell somebody that their answer was refused.
    """
    check_may_answer(by, sample.organisation_id)
    with transaction.atomic():
        row = store.held(sample.id)
        new = _new(row, given, by)
        if new:
            coder = _seat(row, by)
            _check_asked(row, new, coder, by)
            _add(row, new, coder, by, at)
            if _is_time(row, coder):
                seal(row, by=by, at=at, coder=coder)
                return Kept(store.last_turn(row), is_sealed=True)
        return Kept(store.last_turn(row), is_sealed=False)


def pause(sample: StoredSample, *, by: Member, at: datetime) -> bool:
    """Whoever stops for now has their answers taken up in the trail."""
    check_may_answer(by, sample.organisation_id)
    with transaction.atomic():
        row = store.held(sample.id)
        seat = store.seat_of(row, by)
        return bool(seat and seal(row, by=by, at=at, coder=seat.coder))


def take_back_last(sample: StoredSample, ticket: UUID, *, by: Member, at: datetime) -> int | None:
    """Take back the newest answer of this person that stands; its pair, or None without any."""
    check_may_answer(by, sample.organisation_id)
    with transaction.atomic():
        row = store.held(sample.id)
        pair = store.newest_pair(row, _seat(row, by), by)
        if pair is not None:
            answer(row, [Given(id=ticket, pair=pair, answer=None)], by=by, at=at)
    return pair


def take_from_sheet(
    sample: StoredSample, labels: Sequence[Label], *, by: Member, at: datetime
) -> int:
    """Keep what a filled sheet says and nobody knows yet; how many answers that were.

    Raises `Refused` where a row is of the other coder's sheet: nobody hands in for another.
    """
    check_may_answer(by, sample.organisation_id)
    with transaction.atomic():
        row = store.held(sample.id)
        coder = _seat(row, by)
        if any(one.coder != coder for one in labels):
            raise Refused(OTHER_SHEET, field="sheet")
        known = {one.pair: (one.answer, one.note) for one in store.answers(row, coder)}
        given = [
            Given(id=uuid4(), pair=one.pair, answer=Answer(one.answer), note=one.note)
            for one in labels
            if known.get(one.pair) != (one.answer, one.note)
        ]
        if given:
            answer(row, given, by=by, at=at)
            seal(row, by=by, at=at, coder=coder)
    return len(given)


def settle(sample: StoredSample, given: Given, *, by: Member, at: datetime) -> None:
    """Put down what the two agreed on of one pair; either of them may, once both have answered."""
    check_may_answer(by, sample.organisation_id)
    with transaction.atomic():
        row = store.held(sample.id)
        if not _new(row, [given], by):
            return
        _check_open(row)
        if not store.was_seated(row, by):
            raise Refused(NO_SEAT)
        if not store.have_both_answered(row):
            raise Refused(STILL_ANSWERING)
        if given.pair not in store.parted(row):
            raise Refused(NOT_IN_DISPUTE)
        _add(row, [given], AGREED, by, at)
        seal(row, by=by, at=at, coder=AGREED)


def _new(row: StoredSample, given: Sequence[Given], by: Member) -> list[Given]:
    """Those not kept yet. An id that is another's is nobody's to use."""
    there = store.labels_named(one.id for one in given)
    if any(
        (one.sample_id, one.made_by and one.made_by.person_id) != (row.id, by.person_id)
        for one in there.values()
    ):
        raise NotAllowed
    return list({one.id: one for one in given if one.id not in there}.values())


def _check_open(row: StoredSample) -> None:
    if row.state != StoredSample.State.OPEN:
        raise Refused(SAMPLE_NOT_OPEN)


def _seat(row: StoredSample, by: Member) -> str:
    _check_open(row)
    seat = store.seat_of(row, by)
    if seat is None:
        raise Refused(NO_SEAT)
    return seat.coder


def _check_asked(row: StoredSample, new: Sequence[Given], coder: str, by: Member) -> None:
    """Only pairs this coder is asked, and none that somebody else answered in this seat before."""
    pairs = {one.pair for one in new}
    if store.questions(row, coder).filter(number__in=pairs).count() != len(pairs):
        raise Refused(NOT_ASKED)
    if store.answered_by_others(row, coder, pairs, by):
        raise Refused(NOT_YOURS)


def _add(row: StoredSample, new: Sequence[Given], coder: str, by: Member, at: datetime) -> None:
    last = store.last_turn(row)
    StoredLabel.objects.bulk_create(
        StoredLabel(
            id=one.id,
            sample=row,
            pair=one.pair,
            coder=coder,
            turn=last + place if one.turn is None else one.turn,
            answer=one.answer or "",
            note=one.note,
            made_at=at,
            made_by=by,
        )
        for place, one in enumerate(new, start=1)
    )


def _is_time(row: StoredSample, coder: str) -> bool:
    waiting = store.unsealed(row).filter(coder=coder).count()
    return waiting >= AT_ONCE or store.is_done(row, coder)
