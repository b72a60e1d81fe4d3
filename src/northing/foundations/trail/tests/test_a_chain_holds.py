"""Does a change anywhere in a history show, and where?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.trail.facts import Head
from northing.foundations.trail.rules.chain import chained, first_break, head_of, seal
from northing.foundations.trail.tests.make import BRUNO, NOON, make_chain, make_event

VERBS = ("opened", "read", "changed", "closed")
CHANGES = [
    {"verb": "deleted"}, {"at": NOON + timedelta(microseconds=1)}, {"actor": BRUNO},
    {"subject": BRUNO}, {"grounds": "because"}, {"details": {"n": 1}}, {"sealed": {"name": "0"}},
]  # fmt: skip


def test_what_was_written_holds():
    assert first_break(make_chain(*VERBS)) is None
    assert first_break([]) is None


@pytest.mark.parametrize("but", CHANGES)
@pytest.mark.parametrize("place", range(4))
def test_an_altered_entry_shows_in_its_place(place, but):
    chain = make_chain(*VERBS)
    chain[place] = replace(chain[place], event=replace(chain[place].event, **but))
    found = first_break(chain)
    assert (found.sequence, found.reason) == (place + 1, "this entry is not what was written")


def test_an_altered_entry_with_a_new_digest_shows_in_the_next():
    chain = make_chain(*VERBS)
    chain[1] = chained(make_event("deleted"), head_of(chain[0]))
    found = first_break(chain)
    assert (found.sequence, found.reason) == (3, "this entry does not follow the one before it")


def test_a_missing_entry_shows():
    opened, _, changed, _ = make_chain(*VERBS)
    assert first_break([opened, changed]).reason == "entry 2 is missing; entry 3 follows"


def test_entries_in_another_order_show():
    opened, read, changed, closed = make_chain(*VERBS)
    assert first_break([opened, changed, read, closed]).sequence == 2


def test_an_entry_of_another_organisation_shows():
    opened, *_ = make_chain(*VERBS)
    strange = chained(make_event(chain=UUID(int=8)), head_of(opened))
    assert first_break([opened, strange]).reason == "this entry belongs to another chain"


def test_a_tail_cut_off_shows_only_against_a_head_written_down():
    chain = make_chain(*VERBS)
    head = head_of(chain[-1])
    assert first_break(chain[:2]) is None
    found = first_break(chain[:2], anchors=[head])
    assert found.sequence == 3
    assert "4 entries long" in found.reason


def test_a_chain_written_anew_shows_against_a_head_written_down():
    head = head_of(make_chain(*VERBS)[1])
    anew = make_chain("opened", "nothing", "changed", "closed")
    assert first_break(anew) is None
    assert first_break(anew, anchors=[head]).sequence == 2
    assert first_break(make_chain(*VERBS), anchors=[head, Head(4, "0" * 64)]).sequence == 4


@given(st.lists(st.text(min_size=1), min_size=1, max_size=6), st.data())
def test_any_two_histories_end_in_different_digests(verbs, data):
    place = data.draw(st.integers(0, len(verbs) - 1))
    other = [*verbs]
    other[place] += "!"
    assert make_chain(*verbs)[-1].digest != make_chain(*other)[-1].digest


def test_the_same_moment_in_another_zone_is_the_same_event():
    east = NOON.astimezone(timezone(timedelta(hours=2)))
    assert make_chain("a")[0].digest == chained(make_event("a", at=east), Head(0, "0" * 64)).digest


def test_a_moment_without_a_zone_and_a_fraction_are_refused():
    with pytest.raises(ValueError, match="time zone"):
        chained(make_event(at=NOON.replace(tzinfo=None)), Head(0, "0" * 64))
    with pytest.raises(TypeError, match="fraction"):
        chained(make_event(details={"share": 0.1}), Head(0, "0" * 64))


def test_the_same_value_is_sealed_differently_each_time():
    salts = [bytes([number]) * 32 for number in (1, 2)]
    assert len({seal("Amina", salt=salt) for salt in salts}) == 2
    assert seal("Amina", salt=salts[0]) == seal("Amina", salt=salts[0])
    with pytest.raises(ValueError, match="32 bytes"):
        seal("Amina", salt=b"")
