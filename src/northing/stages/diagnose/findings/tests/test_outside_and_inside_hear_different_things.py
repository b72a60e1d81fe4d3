from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.say_do.tests.make import REST, said, spent

CODE = "outside-words-differ-from-inside"


def told(audience: str, care: int, rest: int, *, start: int = 0, texts: int = 4):
    names = ["care"] * care + [REST] * rest
    return [
        said(start + at, name, audience=audience, path=f"{audience}-{at % texts}.md")
        for at, name in enumerate(names)
    ]


DEEDS = (spent(1, 10), spent(2, 90, REST))


def test_what_is_sung_outside_is_not_heard_inside() -> None:
    (one,) = find(CODE, *told("outside", 30, 4), *told("inside", 4, 30, start=50), *DEEDS)
    assert (one.commitment, one.severity) == ("care", Severity.MEDIUM)
    assert "88.2 % outside, 11.8 % inside" in one.statement
    assert "between " in one.statement
    assert one.tested is not None
    assert one.tested.survives


def test_deeds_that_follow_the_words_outside_speak_against_it() -> None:
    kept = (spent(1, 90), spent(2, 10, REST))
    (one,) = find(CODE, *told("outside", 30, 4), *told("inside", 4, 30, start=50), *kept)
    assert one.severity is Severity.LOW
    assert "nearer to what is said outside" in one.counter


def test_another_emphasis_is_no_untruth() -> None:
    (one,) = find(CODE, *told("outside", 34, 0), *told("inside", 17, 17, start=50), *DEEDS)
    assert one.severity is Severity.LOW


def test_the_same_words_for_all_are_none() -> None:
    assert not find(CODE, *told("outside", 20, 20), *told("inside", 18, 20, start=50), *DEEDS)


def test_a_few_sentences_tell_nothing() -> None:
    assert not find(CODE, *told("outside", 8, 1), *told("inside", 1, 8, start=50), *DEEDS)


def test_words_for_nobody_in_particular_are_neither() -> None:
    assert not find(CODE, *told("", 30, 4), *told("inside", 4, 30, start=50), *DEEDS)
