"""Who does an attendance list name, what is no such list, and who speaks?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.text.attendance import (
    is_attendance,
    people_in,
    speaker_of,
    without_speaker,
)

UNDER = ("Meeting", "Attendance")


@pytest.mark.parametrize(
    ("heading", "text", "names"),
    [
        (
            UNDER,
            "Council members: Amina, Bruno Berg; Chiara and Dora",
            "Amina|Bruno Berg|Chiara|Dora",
        ),
        (
            UNDER,
            "- Council members: TC, Jack Huey. Jakub Beránek, oli",
            "TC|Jack Huey|Jakub Beránek|oli",
        ),
        (UNDER, "Amina, Bruno (second half)\nUnavailable: JP", "Amina|Bruno|JP"),
        (
            UNDER,
            "Council: Amina (sub for eholk), Chiara (filling in for Dora)",
            "Amina|eholk|Chiara|Dora",
        ),
        (UNDER, "Council: Amina Observers: Bruno, Chiara", "Amina|Bruno|Chiara"),
        (UNDER, "Observers: None.", ""),
        (UNDER, "-", ""),
        (("Meeting roles",), "Facilitator: Amina", "Amina"),
        (("Notes",), "Attendance: all", ""),
        (("Notes",), "Attendees: Amina, Bruno van Berg", "Amina|Bruno van Berg"),
        (("Notes",), "Facilitator: Carol tentatively volunteering", "Carol"),
        (("Notes",), "Facilitator: Amina, Notes: Bruno + Chiara", "Amina|Bruno|Chiara"),
        (("Notizen",), "Teilnehmende: Amina und Dr. Bruno Berg", "Amina|Bruno Berg"),
        (("Notes",), "Staff: two posts are open", ""),
        (("Notes",), "Meeting observers: Status of https://example.org", ""),
        (("Notes",), "Council: Approve the budget, then move on", ""),
    ],
)
def test_the_names_of_a_list_are_found(heading, text, names):
    assert people_in([(heading, text)]) == frozenset(filter(None, names.split("|")))


def test_a_list_is_told_from_a_record():
    assert is_attendance(UNDER, "Observers: None")
    assert is_attendance(UNDER, "Amina, Bruno")
    assert is_attendance(("Notes",), "Apologies: Amina")
    assert not is_attendance(("Notes",), "Staff: two posts are open")
    assert not is_attendance(("Notes",), "We will promote accessibility.")
    assert not is_attendance(
        UNDER, "Everyone agreed that the minutes of last week stand as they are."
    )
    assert not is_attendance(UNDER, "Attendance")
    assert not is_attendance((), "")


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Amina: I propose a ramp.", "Amina", "I propose a ramp."),
        ("- **Bruno Berg**: Agreed.", "Bruno Berg", "Agreed."),
        ("Chiara (in chat): yes", "Chiara", "yes"),
        ("oli: fine", "oli", "fine"),
    ],
)
def test_a_line_opens_with_its_speaker(text, speaker, said):
    assert speaker_of(text) == speaker
    assert without_speaker(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Decision: we buy the ramp.",
        "Expected time: ten minutes",
        "https://example.org",
        "At 10:30 we met",
        "The four words here: are no name",
        "**Link:** there",
    ],
)
def test_a_label_is_no_speaker(text):
    assert speaker_of(text) is None
    assert without_speaker(text) == text


def test_known_names_decide_where_they_are_given():
    names = frozenset({"Amina Diallo", "Bruno"})
    assert speaker_of("Amina: yes", names=names) == "Amina"
    assert speaker_of("Amina D.: yes", names=names) == "Amina D."
    assert speaker_of("Outreachy: a plan", names=names) is None
    assert without_speaker("Outreachy: a plan", names=names) == "Outreachy: a plan"


@given(st.tuples(st.text(max_size=12)), st.text(max_size=60))
def test_any_line_can_be_asked(heading, text):
    people_in([(heading, text)])
    assert is_attendance(heading, text) in (True, False)
    assert text.endswith(without_speaker(text))
