from datetime import date

import pytest

from northing.case import read_case
from northing.case_file import UnreadableCase

CASE = """
[organisation]
name = "Harbour Health"

[[commitment]]
id = "care"
text = "Every patient has the time they need."

[[source]]
path = "plan.md"
channel = "words"

[[reply]]
finding = "{finding}"
commitment = "{commitment}"
text = "Screening moved into the clinics' budgets."
by = "Director of services"
on = 2026-01-15
"""


def case(folder, finding="share-falls", commitment="care"):
    (folder / "plan.md").write_text("Every patient has the time they need.\n")
    (folder / "northing.toml").write_text(CASE.format(finding=finding, commitment=commitment))
    return folder


def test_a_reply_is_read_as_it_was_written(tmp_path):
    (one,) = read_case(case(tmp_path)).replies
    assert (one.code, one.commitment, one.on) == ("share-falls", "care", date(2026, 1, 15))
    assert one.by == "Director of services"


def test_a_reply_to_a_code_that_is_none_is_refused_with_the_place(tmp_path):
    with pytest.raises(UnreadableCase, match=r"reply 1, \*finding\*.*no finding has this code"):
        read_case(case(tmp_path, finding="share-fell"))


def test_a_reply_to_a_promise_that_is_none_is_refused(tmp_path):
    with pytest.raises(UnreadableCase, match=r"reply 1 names commitment cure"):
        read_case(case(tmp_path, commitment="cure"))
