"""Two coders, half a sheet, records that vanish, words that change: what counts?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.cycle import audit, draw
from northing.foundations.methods.estimate import Estimate, Unknown
from northing.stages.diagnose.linking.facts import Origin
from northing.stages.diagnose.verification.facts import (
    AGREED,
    Answer,
    Label,
    Labelled,
    Standing,
    labelled,
)
from northing.stages.diagnose.verification.rules.asking import asked_of, waiting_for
from northing.stages.diagnose.verification.rules.judging import alpha_of, disputed
from northing.stages.diagnose.verification.tests.make import (
    MAY,
    TAGGED,
    as_linked,
    ends,
    lines,
    make_case,
    run,
    sample,
    share,
)


def two_coders(one, answer_a, answer_b):
    labels = [
        Label(pair=pair.number, coder=coder, answer=answer(pair))
        for pair in one.pairs
        for coder, answer in (("A", answer_a), ("B", answer_b))
        if coder in pair.coders
    ]
    return Labelled(sample=one, labels=tuple(labels))


def test_coders_who_agree_have_an_alpha_of_one():
    one = two_coders(sample(make_case(), coders=2), as_linked, as_linked)
    alpha = alpha_of(one, seed=1)
    assert isinstance(alpha, Estimate)
    assert alpha.value == 1
    assert alpha.n == 12


def test_one_coder_alone_has_no_alpha():
    alpha = alpha_of(labelled(sample(make_case()), as_linked), seed=1)
    assert alpha == Unknown("no pair was labelled by two coders")


def test_what_two_coders_disagree_on_is_not_used_until_they_agree():
    case = make_case()
    drawn = sample(case, coders=2)
    first = next(one.number for one in drawn.pairs if one.coders == ("A", "B"))

    def other(pair):
        return Answer.CONTRADICTS if pair.number == first else as_linked(pair)

    one = two_coders(drawn, as_linked, other)
    assert disputed(one) == (first,)
    found = run(replace(case, labels=(one,)))
    assert found.verification.samples[0].disputed == (first,)
    judged = next(each for each in found.verification.judged if each.pair.number == first)
    assert judged.answer is None

    settled = Label(pair=first, coder=AGREED, answer=Answer.CONTRADICTS)
    agreed = replace(one, labels=(*one.labels, settled))
    assert disputed(agreed) == ()
    again = run(replace(case, labels=(agreed,)))
    judged = next(each for each in again.verification.judged if each.pair.number == first)
    assert judged.answer is Answer.CONTRADICTS
    assert alpha_of(agreed, seed=1) == alpha_of(one, seed=1)  # measured before they spoke


def test_whoever_agrees_is_asked_about_disputes_alone():
    drawn = sample(make_case(), coders=2)
    one = two_coders(
        drawn, as_linked, lambda pair: Answer.CANNOT_TELL if pair.number == 2 else as_linked(pair)
    )
    assert [pair.number for pair in asked_of(one, AGREED)] == [2]
    assert [pair.number for pair in waiting_for(one, AGREED)] == [2]
    assert waiting_for(one, "A") == ()


def test_rows_below_the_last_answer_count_as_not_asked():
    case = make_case()
    drawn = sample(case)
    half = labelled(drawn, lambda pair: as_linked(pair) if pair.number <= 30 else None)
    found = run(replace(case, labels=(half,)))
    assert len(found.verification.judged) == 30
    assert found.verification.samples[0].answered == 30


def test_a_row_passed_over_stays_open_both_ways():
    case = make_case()
    drawn = sample(case)
    one = labelled(drawn, lambda pair: None if pair.number == 5 else as_linked(pair))
    found = run(replace(case, labels=(one,)))
    passed = next(each for each in found.verification.judged if each.pair.number == 5)
    assert passed.answer is None


def test_no_answer_is_never_an_answer():
    case = make_case()
    found = run(replace(case, labels=(Labelled(sample=sample(case)),)))
    assert found.verification.judged == ()
    assert "unverified" in share(found).method


def test_the_word_of_a_person_becomes_a_link_with_its_stance():
    case = make_case()
    drawn = sample(case, size=1000)
    found = run(replace(case, labels=(labelled(drawn, as_linked),)))
    mine = [link for link in found.links.all if link.record_id == "budget.csv:3"]
    assert [(one.commitment, one.origin, one.stance) for one in mine if one.is_linked] == [
        ("care", Origin.PERSON, "advances")
    ]


def test_a_record_that_moved_a_line_keeps_its_label():
    case = make_case()
    drawn = sample(case, size=1000)
    moved = tuple(
        replace(one, id=f"budget.csv:{int(one.id.split(':')[1]) + 1000}")
        if one.id.startswith("budget")
        else one
        for one in case.records
    )
    found = run(replace(case, records=moved, labels=(labelled(drawn, as_linked),)))
    assert found.verification.samples[0].vanished == ()
    assert "budget.csv:1003" in found.verification.records()


def test_labels_of_records_that_are_gone_are_told_and_taken_at_their_worst():
    case = make_case(
        [*lines(20, given=TAGGED, amount=100), *lines(20, "Car park", start=50, amount=100)]
    )
    drawn = sample(case, size=1000)
    one = labelled(drawn, as_linked)
    left = tuple(each for each in case.records if each.id not in ("budget.csv:50", "budget.csv:51"))
    whole = run(replace(case, labels=(one,)))
    found = run(replace(case, records=left, labels=(one,)))
    told = found.verification.samples[0]
    assert told.vanished == ("budget.csv:50", "budget.csv:51")
    assert told.is_changed
    assert [(one.channel, one.amount) for one in found.missing] == [("money", 200)]
    low, _, high = ends(share(found))
    assert low <= ends(share(whole))[0]
    assert high >= ends(share(whole))[2]
    assert [one.code for one in found.findings if one.code == "expected-but-missing"]


@settings(max_examples=8, deadline=None)
@given(gone=st.sets(st.integers(0, 39), min_size=1, max_size=20))
def test_deleting_records_that_people_checked_never_improves_a_bound(gone):
    """Whatever is taken away, for or against: low ends do not rise, high ends do not fall."""
    case = make_case(
        [*lines(20, given=TAGGED, amount=100), *lines(20, "Car park", start=50, amount=100)]
    )
    one = labelled(
        sample(case, size=1000),
        lambda pair: as_linked(pair) if int(pair.record.split(":")[1]) % 3 else Answer.CONTRADICTS,
    )
    kept = tuple(each for at, each in enumerate(case.records) if at not in gone)
    before = ends(share(run(replace(case, labels=(one,)))))
    after = ends(share(run(replace(case, records=kept, labels=(one,)))))
    assert after[0] <= before[0] + 1e-9
    assert after[2] >= before[2] - 1e-9


def test_a_promise_in_other_words_sets_its_answers_aside():
    case = make_case()
    one = labelled(sample(case, size=1000), as_linked)
    care, rest = case.commitments
    other = replace(case, commitments=(replace(care, text="Nobody waits"), rest), labels=(one,))
    found = run(other)
    assert found.verification.samples[0].reworded == 59
    assert {each.pair.commitment for each in found.verification.judged} == {"rest"}


def test_new_records_are_taken_at_their_worst():
    case = make_case(
        [*lines(20, given=TAGGED, amount=100), *lines(20, "Car park", start=50, amount=100)]
    )
    one = labelled(sample(case, size=1000), as_linked)
    more = (*case.records, *lines(20, given=TAGGED, amount=100, start=200))
    found = run(replace(case, records=more, labels=(one,)))
    low, _, high = ends(share(found))
    assert low == pytest.approx(20 / 60)
    assert high >= 40 / 60
    assert found.verification.samples[0].is_changed


def later(case, seed=9, day=date(2026, 5, 1)):
    return draw(audit(case, on=day, seed=7), size=200, seed=seed)


def big_case():
    return make_case([*lines(80, given=TAGGED), *lines(80, "Car park", start=200)])


def test_labels_of_two_samples_are_pooled_while_the_error_stays():
    case = big_case()
    first = labelled(sample(case, size=200), as_linked)
    second = labelled(later(case), as_linked)
    found = audit(replace(case, labels=(first, second)), on=date(2026, 5, 1), seed=7)
    assert found.verification.moved is not None
    assert not found.verification.moved.has_moved
    assert [one.is_used for one in found.verification.samples] == [True, True]
    alone = audit(replace(case, labels=(second,)), on=date(2026, 5, 1), seed=7)
    assert len(found.verification.judged) > len(alone.verification.judged)


def test_labels_of_an_earlier_sample_are_not_pooled_once_the_error_moved():
    case = big_case()
    first = labelled(sample(case, size=200), as_linked)
    second = labelled(
        later(case),
        lambda pair: Answer.NEITHER if pair.standing is Standing.TAGGED else as_linked(pair),
    )
    found = audit(replace(case, labels=(first, second)), on=date(2026, 5, 1), seed=7)
    assert found.verification.moved is not None
    assert found.verification.moved.has_moved
    assert found.verification.moved.p_value < 0.05
    newest, older = found.verification.samples
    assert (newest.is_used, older.is_used) == (True, False)


def test_an_older_answer_gives_way_to_the_newer_one():
    case = make_case()
    first = labelled(sample(case, size=1000), lambda _: Answer.NEITHER)
    second = labelled(draw(audit(case, on=date(2026, 5, 1), seed=7), size=1000, seed=2), as_linked)
    found = audit(replace(case, labels=(first, second)), on=date(2026, 5, 1), seed=7)
    said = {one.answer for one in found.verification.judged if one.pair.standing is Standing.TAGGED}
    assert said == {Answer.ADVANCES}


def test_labels_leave_the_population_alone_so_that_the_sample_can_be_drawn_again():
    case = make_case()
    one = sample(case)
    verified = run(replace(case, labels=(labelled(one, lambda _: Answer.CONTRADICTS),)))
    again = draw(verified, size=60, seed=3)
    assert again.population_sha256 == one.population_sha256
    assert not verified.verification.samples[0].is_changed


def test_the_same_labels_give_the_same_audit():
    case = make_case()
    one = labelled(sample(case), as_linked)
    found = [run(replace(case, labels=(one,))) for _ in range(2)]
    assert found[0].verification == found[1].verification
    assert found[0].on == MAY
