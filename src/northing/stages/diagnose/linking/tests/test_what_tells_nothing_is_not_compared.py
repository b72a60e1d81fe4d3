import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.text.settings import MatchSettings
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.clarify.commitments.tests.make import make_commitment
from northing.stages.diagnose.linking.engine import FEW, NOBODY_READ, link_records
from northing.stages.diagnose.linking.rules.matching import Matched
from northing.stages.diagnose.linking.rules.telling import (
    own_names,
    telling_part,
    without_addresses,
)
from northing.stages.records.ledger.tests.make import make_record

MEET = make_commitment("meet", text="Organise another Harbour festival")
STAY = make_commitment("stay", text="Harbour for families: homes that last", living_it=("homes",))
READ = make_commitment("read", text="Libraries are open to everyone")
ALL = (MEET, STAY, READ)


def names(organisation: str, *commitments: Commitment) -> tuple[str, ...]:
    return own_names(organisation, commitments or ALL, language="en")


def test_the_own_name_in_several_commitments_tells_none_of_them_apart() -> None:
    assert names("The Harbour Trust") == ("harbour",)


def test_the_own_name_in_one_commitment_tells_it_from_the_others() -> None:
    """The Libraries Trust promises open libraries: that word is what it promises."""
    assert names("The Libraries Trust") == ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Harbour for families: homes that last", "for families: homes that last"),
        ("The Harbour's homes", "The homes"),
        ("Harbouring doubts", "Harbouring doubts"),
        ("Harbour", "Harbour"),
    ],
)
def test_the_name_is_left_out_unless_nothing_else_is_left(written: str, read: str) -> None:
    assert telling_part(("harbour",))(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Link: https://example.org/harbour/144", "Link:"),
        ("See [the list](https://example.org/a) of homes", "See [the list]( of homes"),
        ("https://example.org", ""),
        ("www.example.org is down", "is down"),
        ("Homes that last", "Homes that last"),
    ],
)
def test_a_web_address_says_where_and_not_what(written: str, read: str) -> None:
    assert without_addresses(written) == read


@given(st.text(max_size=80), st.lists(st.sampled_from(("harbour", "of", "é"))))
def test_reading_twice_takes_nothing_more(text: str, of: list[str]) -> None:
    read = telling_part(of)
    assert read(read(text)) == read(text)


def test_the_machine_is_given_what_tells_and_people_see_what_was_written() -> None:
    given_texts: list[list[str]] = []

    def matcher(texts: pa.Array, prompts: pa.Table, settings: MatchSettings) -> Matched:
        given_texts.append([*texts.to_pylist(), *prompts["prompt"].to_pylist()])
        row = {
            "text_index": 0, "topic": "stay", "match_score": 0.5, "rank": 1, "z": 2.0,
            "sign": "text", "prompt": "for families: homes that last", "words": ["homes"],
            "linked": True,
        }  # fmt: skip
        return Matched(pa.Table.from_pylist([row]), NOBODY_READ)

    first = make_record(1, text="Harbour homes, see https://example.org/harbour")
    others = [make_record(line, text=f"rent of house {line}") for line in range(2, 2 + FEW)]
    found = link_records(
        [first, *others],
        ALL,
        (),
        settings=MatchSettings(),
        matcher=matcher,
        organisation="Harbour Trust",
    )
    assert given_texts[0][0] == "homes, see"
    assert "another festival" in given_texts[0][1 + FEW]
    assert [one.nearest for one in found.all] == ["Harbour for families: homes that last"]


def test_an_address_alone_bears_on_nothing() -> None:
    lines = [make_record(1, text="https://example.org/libraries/open/to/everyone")]
    assert link_records(lines, ALL, (), settings=MatchSettings(meaning=True)).all == ()
