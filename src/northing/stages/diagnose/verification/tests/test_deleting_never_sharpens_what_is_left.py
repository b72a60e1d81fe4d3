"""Whatever goes missing of what was declared, or read before, no end of any figure gets closer.

Also where nobody tagged anything and the machine, reading less, would read the rest otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.cycle import Audit, Case, audit, draw
from northing.foundations.methods.estimate import Estimate, Measure
from northing.stages.diagnose.findings.rules.completeness import EarlierSource
from northing.stages.diagnose.verification.facts import Answer, labelled
from northing.stages.diagnose.verification.tests.make import BOTH, MAY, make_case
from northing.stages.records.ledger.facts import SPOKEN, Channel, Record, SourceAccount, Stance
from northing.stages.records.ledger.rules.mass import mass_of
from northing.stages.records.ledger.tests.make import make_record

NOISE, PART_AGAINST = 1e-9, 0.1
WORDS = (
    "longer appointments", "every patient", "patients", "nurses rest", "between two shifts", "hall",
    "ward", "keys", "hours", "thanks", "rooms", "car park", "week", "paid again", "a short visit",
    "quiet", "bed", "lamp", "rest", "longer",
)  # fmt: skip
FILES = {
    "plan.md": Channel.WORDS,
    "report.md": Channel.WORDS,
    "letter.md": Channel.WORDS,
    "news.md": Channel.COMMUNICATIONS,
    "budget.csv": Channel.MONEY,
    "hours.csv": Channel.TIME,
    "decisions.csv": Channel.DECISIONS,
}
TAGS = ((), (), (), (("care", Decimal(1)),), (("rest", Decimal("0.6")),), (("none", Decimal(1)),))


def written(seed: int, *, tags: bool) -> tuple[Record, ...]:
    """Records of a few words each, drawn so that promises are met now and then, and half met."""
    rng = np.random.default_rng(seed)
    return tuple(_record(rng, at, tags=tags) for at in range(rng.integers(12, 70)))


def _record(rng: np.random.Generator, at: int, *, tags: bool) -> Record:
    path = list(FILES)[rng.integers(len(FILES))]
    is_weighed = FILES[path] in (Channel.MONEY, Channel.TIME)
    return make_record(
        at,
        path=path,
        channel=FILES[path],
        text=" ".join(rng.choice(WORDS, rng.integers(1, 5))),
        amount=int(rng.choice((1, 10, 100, 900))) if is_weighed else None,
        currency=str(rng.choice(("EUR", "USD"))) if FILES[path] is Channel.MONEY else None,
        period=str(rng.choice(("2023", "2024"))),
        unit=(None, "North", "South")[rng.integers(3)],
        given=TAGS[rng.integers(len(TAGS))] if tags else (),
        stance=Stance.CONTRADICTS if tags and rng.random() < PART_AGAINST else None,
    )


def files(
    records: Iterable[Record], declared: Iterable[Record], by: str = "total"
) -> tuple[SourceAccount, ...]:
    """What was read of each file, and what was declared of it: its total, rows or periods."""
    masses: dict[str, list[Decimal]] = defaultdict(list)
    wholes: dict[str, list[Decimal]] = defaultdict(list)
    periods: dict[str, set[str]] = defaultdict(set)
    for one in records:
        masses[one.place.path].append(mass_of(one))
        periods[one.place.path].add(str(one.period))
    for one in declared:
        wholes[one.place.path].append(mass_of(one))
    return tuple(
        SourceAccount(
            path=path,
            sha256="ab" * 32,
            kind="csv",
            channel=channel,
            rows_read=len(masses[path]),
            records=len(masses[path]),
            total=sum(masses[path], Decimal(0)),
            periods=tuple(sorted(periods[path])),
            expected_total=sum(wholes[path]) if wholes[path] and by == "total" else None,
            expected_rows=len(wholes[path]) if by == "rows" else None,
            expected_periods=("2023", "2024") if by == "periods" else (),
            source=at,
        )
        for at, (path, channel) in enumerate(FILES.items())
    )


def case_of(
    records: tuple[Record, ...],
    declared: tuple[Record, ...] = (),
    by: str = "total",
    **but: object,
) -> Case:
    parts = {"records": records, "sources": files(records, declared, by), **but}
    return replace(make_case([make_record()]), **parts)


def looked_at(case: Case, earlier: tuple[EarlierSource, ...] = ()) -> Audit:
    return audit(case, on=MAY, seed=7, earlier=earlier)


def figures(found: Audit) -> Iterator[tuple[tuple, Measure]]:
    for one in found.say_do.gaps:
        where = (one.commitment, one.channel, one.period, one.unit)
        yield ("say", *where), one.say
        yield ("do", *where), one.do
        yield ("gap", *where), one.gap
    for each in found.say_do.divergences:
        yield ("tv", each.channel, each.period, each.unit), each.tv
        yield ("jsd", each.channel, each.period, each.unit), each.jsd


def assert_no_end_is_closer(after: Audit, before: Audit) -> None:
    now = dict(figures(after))
    for name, was in figures(before):
        one = now.get(name)
        if not isinstance(was, Estimate) or not isinstance(one, Estimate) or one.low is None:
            continue
        if was.low is None:
            assert name[0] != "say" or (one.low, one.high) == (0, 1), (name, was, one)
        else:
            assert one.low <= was.low + NOISE, (name, was, one)
            assert one.high >= was.high - NOISE, (name, was, one)


def left_of(records: tuple[Record, ...], seed: int, part: float) -> tuple[Record, ...]:
    """Some of them gone; often only those of one side, or of one file."""
    rng = np.random.default_rng(seed)
    gone = [(*FILES,), ("budget.csv",), ("hours.csv", "decisions.csv"), ("plan.md",)][
        rng.integers(4)
    ]
    return tuple(one for one in records if one.place.path not in gone or rng.random() >= part)


SEEDS = st.integers(0, 10**6)


@settings(max_examples=30, deadline=None)
@given(
    seed=SEEDS,
    parts=st.tuples(SEEDS, SEEDS, st.floats(0.05, 0.9)),
    tags=st.booleans(),
    by=st.sampled_from(["total", "total", "rows"]),
)
def test_of_what_was_declared(seed, parts, tags, by):
    whole = written(seed, tags=tags)
    less = left_of(whole, parts[0], parts[2])
    least = left_of(less, parts[1], parts[2])
    audits = [looked_at(case_of(one, whole, by)) for one in (whole, less, least)]
    assert_no_end_is_closer(audits[1], audits[0])
    assert_no_end_is_closer(audits[2], audits[1])


@settings(max_examples=10, deadline=None)
@given(seed=SEEDS, tags=st.booleans(), year=st.sampled_from(["2023", "2024"]))
def test_of_declared_periods(seed, tags, year):
    whole = written(seed, tags=tags)
    less = tuple(one for one in whole if one.period != year or one.channel in SPOKEN)
    before = looked_at(case_of(whole, whole, "periods"))
    assert_no_end_is_closer(looked_at(case_of(less, whole, "periods")), before)


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS, first=SEEDS, tags=st.booleans())
def test_of_what_an_earlier_audit_read(seed, first, tags):
    whole = written(seed, tags=tags)
    earlier = tuple(
        EarlierSource(
            path=one.path, channel=str(one.channel), rows_read=one.rows_read, total=one.total
        )
        for one in files(whole, ())
    )
    before = looked_at(case_of(whole), earlier)
    assert_no_end_is_closer(looked_at(case_of(left_of(whole, first, 0.5)), earlier), before)


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS, first=SEEDS, tags=st.booleans())
def test_of_what_people_had_checked(seed, first, tags):
    whole = written(seed, tags=tags)
    drawn = draw(looked_at(case_of(whole, whole)), size=40, seed=seed)
    answers = [Answer.ADVANCES, Answer.NEITHER, Answer.CONTRADICTS, None]
    said = (labelled(drawn, lambda pair: answers[(pair.number * 7 + seed) % 4]),)
    before = looked_at(case_of(whole, whole, labels=said))
    less = left_of(whole, first, 0.5)
    assert_no_end_is_closer(looked_at(case_of(less, whole, labels=said)), before)


@pytest.mark.parametrize(("seed", "meaning"), [(1, False), (2, False), (3, True)])
def test_no_deed_moves_what_a_sentence_is_linked_to(seed, meaning):
    """And no sentence a deed: each is read among its own."""
    whole = written(seed, tags=False)
    found = looked_at(case_of(whole, meaning=meaning)).links.all
    for is_said in (True, False):
        side = tuple(one for one in whole if (one.channel in SPOKEN) is is_said)
        ids = {one.id for one in side}
        alone = looked_at(case_of(side, meaning=meaning)).links.all if side else ()
        assert alone == tuple(one for one in found if one.record_id in ids)


@pytest.mark.parametrize("gone", ["plan.md", "news.md"])
def test_of_words_of_which_a_part_is_missing_any_share_may_be_none_or_all(gone):
    whole = written(3, tags=False)
    less = tuple(one for one in whole if one.place.path != gone)
    found = looked_at(case_of(less, whole)).say_do
    of = dict(found.say)
    assert all((of[one.id].low, of[one.id].high) == (0, 1) for one in BOTH)
