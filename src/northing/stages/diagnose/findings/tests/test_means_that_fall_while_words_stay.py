from northing.stages.diagnose.findings.facts import ACCUSING, Severity
from northing.stages.diagnose.findings.tests.make import find
from northing.stages.diagnose.say_do.tests.make import REST, said, spent

CODE = "money-falls-while-words-stay"
YEARS = ("2022", "2023", "2024", "2025")


def words(care: int = 2, rest: int = 2, years=YEARS):
    return [
        said(10 * turn + number, name, path=f"plan-{year}.md", period=year)
        for turn, year in enumerate(years)
        for name, first, count in (("care", 0, care), (REST, 5, rest))
        for number in range(first, first + count)
    ]


def money(*by_year: int, lines: int = 6, years=YEARS):
    """Each year so many lines of the commitment, and as many of the other, 100 each."""
    found = []
    for turn, (year, amount) in enumerate(zip(years, by_year, strict=True)):
        for number in range(lines):
            of = {"period": year, "text": f"Line {turn} {number}"}
            found.append(spent(100 * turn + number, amount, **of))
            found.append(spent(100 * turn + 50 + number, 100, REST, **of))
    return found


def test_means_fall_and_words_stay() -> None:
    (one,) = find(CODE, *words(), *money(100, 90, 40, 20))
    assert "fell from 50.0 % in 2022 to 16.7 % in 2025" in one.statement
    assert "50.0 % in 2025" in one.statement
    assert one.severity is Severity.MEDIUM


def test_up_and_down_again_by_and_large_is_a_fall_that_is_tested() -> None:
    (one,) = find(CODE, *words(), *money(100, 110, 30, 35))
    assert one.severity in ACCUSING
    assert one.tested is not None
    assert one.tested.survives


def test_so_few_lines_may_fall_by_chance() -> None:
    (one,) = find(CODE, *words(), *money(100, 110, 30, 40, lines=1))
    assert one.severity is Severity.LOW
    assert "Chance may show as much" in one.counter


def test_words_that_fall_with_the_means_do_not_contradict_them() -> None:
    fading = [
        said(10 * turn + number, name, path=f"plan-{year}.md", period=year)
        for turn, year in enumerate(YEARS)
        for name, numbers in (("care", range(4 - turn)), (REST, range(5, 9)))
        for number in numbers
    ]
    assert not find(CODE, *fading, *money(100, 90, 40, 20))
    assert find("share-falls", *fading, *money(100, 90, 40, 20))


def test_a_share_that_falls_because_others_grew_is_none() -> None:
    grown = [spent(900 + turn, 400 * turn, REST, period=year) for turn, year in enumerate(YEARS)]
    assert not find(CODE, *words(), *money(100, 100, 100, 100), *grown)


def test_two_periods_need_a_clear_fall() -> None:
    two = YEARS[:2]
    assert not find(CODE, *words(years=two), *money(100, 60, years=two))
    assert find(CODE, *words(years=two), *money(100, 20, years=two))


def test_words_of_one_period_cannot_stay() -> None:
    assert not find(CODE, *words(years=YEARS[:1]), *money(100, 90, 40, 20))
