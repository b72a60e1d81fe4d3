from pathlib import Path

from northing.stages.records.imports.tests.make import take
from northing.stages.records.ledger.facts import Channel

MINUTES = """# Minutes

Present: Amina Okoye, Bruno Lindqvist, Chiara Rossi

## Care

Longer appointments are crucial. We will fund them.
"""


def test_every_sentence_knows_its_heading_and_line(tmp_path: Path) -> None:
    found = take(tmp_path, MINUTES, name="minutes.md", channel=Channel.WORDS)
    assert [(one.text, one.heading, one.place.line) for one in found.records] == [
        ("Longer appointments are crucial.", ("Minutes", "Care"), 7),
        ("We will fund them.", ("Minutes", "Care"), 7),
    ]
    assert len({one.id for one in found.records}) == 2


def test_attendance_is_left_out_and_its_names_are_remembered(tmp_path: Path) -> None:
    found = take(tmp_path, MINUTES, name="minutes.md", channel=Channel.WORDS)
    assert found.names == {"Amina Okoye", "Bruno Lindqvist", "Chiara Rossi"}
    assert sum(found.left_out.values()) == 1
    assert not any("Amina" in one.text for one in found.records)


def test_the_day_may_stand_in_the_name_of_the_file(tmp_path: Path) -> None:
    found = take(tmp_path, MINUTES, name="minutes-2024-05-17.md", channel=Channel.WORDS)
    assert {str(one.effective_on) for one in found.records} == {"2024-05-17"}
    assert {one.period for one in found.records} == {"2024"}


def test_what_the_case_says_of_the_date_goes_before_the_name(tmp_path: Path) -> None:
    found = take(
        tmp_path, MINUTES, name="minutes-2024-05-17.md", channel=Channel.WORDS, date="2023"
    )
    assert {one.period for one in found.records} == {"2023"}


def test_a_text_without_a_date_has_none(tmp_path: Path) -> None:
    found = take(tmp_path, MINUTES, name="minutes.md", channel=Channel.WORDS)
    assert {one.effective_on for one in found.records} == {None}
