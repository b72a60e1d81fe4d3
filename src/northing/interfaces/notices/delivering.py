"""How does one message reach its reader, through servers that are down and workers that die?

Before anything leaves, what is due is asked again: what was done meanwhile, what the reader may
no longer see and what they no longer want to hear is left out. Between a server's yes and our own
note of it this program can die; the message is then sent again under the same Message-ID.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northing.interfaces.notices import sending, store, troubles
from northing.interfaces.notices.due import due_in
from northing.interfaces.notices.facts import Due, NotDelivered
from northing.interfaces.notices.kinds import Channel, Kind, Rhythm
from northing.interfaces.notices.models import Message, StoppedAddress, Wishes
from northing.interfaces.notices.pauses import pause_after
from northing.interfaces.notices.timing import after_quiet
from northing.interfaces.notices.writing import letter_of
from northing.interfaces.worker.queue import Beat, job

_State = Message.State
BEFORE_OTHERS = 10
"""Among what is ready the queue takes the highest first: a letter is short work."""


def put_off(message: Message) -> None:
    """The job that delivers it, in the transaction that is open."""
    later = deliver.using(run_after=message.send_at, priority=BEFORE_OTHERS)
    later.enqueue(str(message.id))


def _failed(message: str, _sentence: str) -> None:
    """Nobody foresaw it; a later version of the program, or of the row, may fare better."""
    row = store.held(UUID(message))
    if row and row.state == _State.WAITING:
        _try_again_or_end(row, NotDelivered(troubles.UNFORESEEN), timezone.now())


@job(failed=_failed)
def deliver(beat: Beat, message: str) -> None:
    """One attempt; where it is too early or comes to nothing, the next is put off."""
    row, at = store.message(UUID(message)), timezone.now()
    if row is None or row.state != _State.WAITING:
        return
    wishes = store.wishes_of(row.member)
    moment = after_quiet(at, store.hours_of(wishes))
    if moment > at:
        _later(beat, row.id, moment)
        return
    _close(beat, row.id)
    dues = still_due(row, wishes, at=at)
    if not dues:
        _ended(beat, row.id, _State.EMPTY, at)
        return
    try:
        sending.send(row, wishes, letter_of(row, wishes, dues))
    except NotDelivered as failure:
        _note_failure(beat, row.id, failure)
    else:
        _ended(beat, row.id, _State.SENT, timezone.now())


def still_due(row: Message, wishes: Wishes, *, at: datetime) -> list[Due]:
    """Of what the message was made for, what its reader may and wants to hear at this moment."""
    keys, channel = store.keys_in(row), Channel(row.channel)
    if channel is Channel.MAIL and store.stopped(row.member.person):
        return []
    return [
        one
        for one in due_in(row.member.organisation, at=at, only=row.member)
        if one.key in keys and store.rhythm_of(wishes, channel, Kind(one.kind)) != Rhythm.NEVER
    ]


def _close(beat: Beat, message: UUID) -> None:
    """From here on it gathers no more: whoever adds to it holds the row too."""
    with transaction.atomic():
        beat.guard()
        row = store.held(message)
        if row:
            row.is_closed = True
            row.save(update_fields=["is_closed"])


def _later(beat: Beat, message: UUID, moment: datetime) -> None:
    with transaction.atomic():
        beat.guard()
        row = store.held(message)
        if row:
            row.send_at = moment
            row.save(update_fields=["send_at"])
            put_off(row)
        beat.finish()


def _ended(beat: Beat, message: UUID, state: str, at: datetime) -> None:
    with transaction.atomic():
        beat.guard()
        row = store.held(message)
        if row:
            _end(row, state, at)
        beat.finish()


def _end(row: Message, state: str, at: datetime) -> None:
    row.state, row.ended_at, row.trouble = state, at, ""
    row.save(update_fields=["state", "ended_at", "trouble"])


def _note_failure(beat: Beat, message: UUID, failure: NotDelivered) -> None:
    """It is tried again after a pause; an address that is none is stopped instead."""
    at = timezone.now()
    with transaction.atomic():
        beat.guard()
        row = store.held(message)
        if row:
            _try_again_or_end(row, failure, at)
        beat.finish()


def _try_again_or_end(row: Message, failure: NotDelivered, at: datetime) -> None:
    row.tries, row.trouble = row.tries + 1, failure.trouble
    pause = None if failure.is_final else pause_after(row.tries)
    if pause is None:
        row.state, row.ended_at = _State.GIVEN_UP, at
    else:
        row.send_at = after_quiet(at + pause, store.hours_of(store.wishes_of(row.member)))
        put_off(row)
    row.save(update_fields=["tries", "trouble", "state", "ended_at", "send_at"])
    if failure.is_final and row.channel == Channel.MAIL:
        StoppedAddress.objects.update_or_create(
            person_id=row.person_id,
            defaults={
                "address_sha256": store.digest(row.member.person.email),
                "code": failure.code,
                "stopped_at": at,
            },
        )
