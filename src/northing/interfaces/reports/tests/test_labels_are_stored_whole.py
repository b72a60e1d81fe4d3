"""Is a sample with its labels read back as it was written, and a damaged one refused?"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.foundations.sources.rows import Refusal
from northing.interfaces.reports.labels_json import labels_json
from northing.stages.diagnose.verification.facts import Answer, Label, Labelled, labelled
from northing.stages.diagnose.verification.intake.stored import labelled_in
from northing.stages.diagnose.verification.tests.make import as_linked, lines, make_case, sample

DRAWN = sample(make_case(), size=20)


def stored(one):
    return labels_json(one).encode()


def test_what_is_stored_is_read_back_as_it_was():
    one = labelled(DRAWN, as_linked)
    again = Labelled(
        sample=DRAWN,
        labels=(*one.labels, Label(pair=3, coder="B", answer=Answer.NEITHER, note="?")),
    )
    read = labelled_in(stored(again), "verification/x.json")
    assert isinstance(read, Labelled)
    assert read.sample == DRAWN
    assert sorted(read.labels, key=lambda x: (x.pair, x.coder)) == sorted(
        again.labels, key=lambda x: (x.pair, x.coder)
    )


def test_what_it_was_drawn_from_and_the_pairs_it_met_again_are_stored():
    first, grown = make_case(), make_case([*make_case().records, *lines(3, start=200)])
    before = labelled(sample(first, size=20), as_linked)
    drawn = sample(replace(grown, labels=(before,)), size=20)
    assert {one.sample for one in drawn.earlier} == {before.sample.id}
    assert {one.account for one in drawn.accounts} == {"money", "decisions"}
    read = labelled_in(stored(Labelled(sample=drawn)), "verification/x.json")
    assert isinstance(read, Labelled)
    assert read.sample == drawn


def test_the_same_drawing_is_stored_in_the_same_bytes():
    assert stored(Labelled(sample=DRAWN)) == stored(Labelled(sample=sample(make_case(), size=20)))


def changed(change):
    content = json.loads(stored(labelled(DRAWN, as_linked)))
    change(content)
    return json.dumps(content).encode()


def _drop(content):
    del content["sample"]["pairs"][0]


def _twice(content):
    content["labels"].append(dict(content["labels"][0]))


def _strange(content):
    content["labels"][0]["pair"] = 999


def _nan(content):
    content["sample"]["pairs"][0]["mass"] = "NaN"


def _certain(content):
    content["sample"]["pairs"][0]["probability"] = 0


def _coder(content):
    content["labels"][0]["coder"] = "Amina"


def _schema(content):
    content["schema"] = 1


@pytest.mark.parametrize("change", [_drop, _twice, _strange, _nan, _certain, _coder, _schema])
def test_a_stored_sample_that_contradicts_itself_is_refused_in_one_sentence(change):
    found = labelled_in(changed(change), "verification/x.json")
    assert isinstance(found, Refusal)
    assert found.place.path == "verification/x.json"
    assert "cannot be used" in found.reason
    assert found.remedy


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_refused_and_never_raises(content):
    assert isinstance(labelled_in(content, "verification/x.json"), Refusal)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 3000), st.integers(0, 200))
def test_no_bytes_make_it_raise(junk, at, length):
    whole = stored(labelled(DRAWN, as_linked))
    labelled_in(whole[:at] + junk + whole[at + length :], "verification/x.json")
