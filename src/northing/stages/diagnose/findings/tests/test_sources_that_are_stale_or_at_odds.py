from datetime import date

from northing.stages.diagnose.findings.tests.make import decision, find
from northing.stages.diagnose.say_do.tests.make import said, spent

OLD = decision(1, effective_on=date(2021, 1, 1), text="Open a clinic")


def test_a_kind_of_deeds_that_ends_a_year_before_the_others() -> None:
    (one,) = find("stale-source", OLD, spent(1, 10, effective_on=date(2024, 1, 1)))
    assert (one.channel, one.evidence) == ("decisions", ("decisions.csv:1",))
    assert "1095 days older" in one.statement


def test_within_a_year_nothing_is_stale() -> None:
    assert not find("stale-source", OLD, spent(1, 10, effective_on=date(2021, 12, 1)))


def test_one_kind_alone_is_not_stale() -> None:
    assert not find("stale-source", OLD)


def figure(number: int, amount: str, path: str):
    return said(number, path=path, text=f"Travel 2024: EUR {amount}")


def test_two_texts_and_two_figures() -> None:
    (one,) = find("sources-contradict", figure(1, "40,000", "a.md"), figure(2, "50,000", "b.md"))
    assert "a.md gives EUR 40,000 and b.md EUR 50,000" in one.statement


def test_the_same_figure_twice_is_none() -> None:
    assert not find("sources-contradict", figure(1, "40,000", "a.md"), figure(2, "40,000", "b.md"))


def test_one_text_that_corrects_itself_is_no_second_source() -> None:
    assert not find("sources-contradict", figure(1, "40,000", "a.md"), figure(2, "50,000", "a.md"))


def test_a_table_that_holds_the_figure_settles_it() -> None:
    table = spent(1, 40000, text="Travel", period="2024")
    texts = (figure(1, "40,000", "a.md"), figure(2, "50,000", "b.md"))
    assert not find("sources-contradict", *texts, table)
    assert find("stated-figure-differs", *texts, table)
