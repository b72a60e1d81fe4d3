"""What points against a promise is told with its place; what points for it is not news."""

from __future__ import annotations

from dataclasses import replace

from northing.foundations.documents.blocks import Paragraph, Table
from northing.stages.diagnose.stance.facts import Grounds, Suggestion
from northing.stages.diagnose.stance.section import suggestions_section
from northing.stages.records.ledger.facts import Stance
from northing.stages.records.ledger.section import Telling
from northing.stages.records.ledger.tests.make import make_record

RECORD = make_record(1, text="Shorten all appointments, says Amina Okoye")
TELLING = Telling(
    redact=lambda text: text.replace("Amina Okoye", "[person]"), names={"care": "Time for patients"}
)


def one(stance: Stance) -> Suggestion:
    return Suggestion(
        record_id=RECORD.id,
        commitment="care",
        stance=stance,
        grounds=Grounds.CUES,
        words=("Shorten",),
        why="less of what is promised: “Shorten”",
    )


def test_what_may_run_against_a_promise_is_told_and_called_unjudged() -> None:
    lead, table = suggestions_section([one(Stance.CONTRADICTS)], {RECORD.id: RECORD}, TELLING)
    assert isinstance(lead, Paragraph)
    assert "Nobody has judged them" in lead.text
    assert isinstance(table, Table)
    ((text, place, promise, why),) = table.rows
    assert "[person]" in text
    assert "Amina" not in text
    assert place.startswith("budget.csv")
    assert promise == "Time for patients"
    assert why.startswith("wording")


def test_what_points_for_a_promise_is_not_listed() -> None:
    assert suggestions_section([one(Stance.ADVANCES)], {RECORD.id: RECORD}, TELLING) == ()


def test_what_points_the_same_way_is_one_row_and_credits_come_last() -> None:
    back = [make_record(at, text=f"Credit note {at}", amount=-10) for at in range(2, 8)]
    returned = [
        replace(
            one(Stance.CONTRADICTS), record_id=each.id, grounds=Grounds.AMOUNT, why="taken back"
        )
        for each in back
    ]
    records = {each.id: each for each in (RECORD, *back)}
    _, table = suggestions_section([*returned, one(Stance.CONTRADICTS)], records, TELLING)
    assert isinstance(table, Table)
    first, last = table.rows
    assert first[3].startswith("wording")
    assert last[0] == "Credit note 2 (and 5 others)"
    assert last[1].startswith("budget.csv, line 2; ")
    assert last[1].endswith(" more")
    assert last[3] == "amount: taken back"
