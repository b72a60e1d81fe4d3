"""Can somebody with a folder of files get to a case, see how it is read, and audit it?"""

from __future__ import annotations

import tomllib

import pytest

STATEMENT = """# Our mission

We will serve a warm meal to everyone who comes.

We commit to pay fair wages and to buy from local farms.

The kitchen was founded in 1997.
"""
BUDGET = "Line,Amount,Year\nWarm meals,9000,2024\nWages,12000,2024\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mission.md").write_text(STATEMENT)
    (tmp_path / "budget.csv").write_text(BUDGET)
    return tmp_path


ANSWERS = [
    "Bruno's Kitchen", "EUR", "en",
    "",  # budget.csv: take the guess
    "",  # mission.md: take the guess
    "keep", "operational", "meals served", "",
    "split", "Fair wages are paid", "cultural", "", "",
    "Food comes from local farms", "strategic", "", "bought from wholesale",
    "n",
]  # fmt: skip


@pytest.fixture
def asked(northing, folder):
    run = northing("init", folder, out=folder, typed="\n".join(ANSWERS) + "\n")
    assert run.code == 0, run.said + run.complained
    return run


def test_init_lists_the_sentences_that_promise_and_writes_a_case(asked, folder):
    assert "serve a warm meal" in asked.said
    assert "founded in 1997" not in asked.said
    case = tomllib.loads((folder / "northing.toml").read_text("utf-8"))
    assert [one["text"] for one in case["commitment"]] == [
        "We will serve a warm meal to everyone who comes.",
        "Fair wages are paid",
        "Food comes from local farms",
    ]
    assert {one["path"]: one["channel"] for one in case["source"]} == {
        "budget.csv": "money",
        "mission.md": "words",
    }


def test_what_init_wrote_can_be_checked_and_audited(asked, audited, northing, folder):
    checked = northing("check", folder, out=folder)
    assert checked.code == 0
    assert "guessed" in checked.said
    assert "budget.csv" in checked.said
    run = audited(folder, folder / "report", "--on", "2024-12-31")
    assert run.audit["channels"]["money"]["total"] == 21000


def test_init_never_writes_over_a_case(asked, northing, folder):
    before = (folder / "northing.toml").read_bytes()
    again = northing("init", folder, out=folder, typed="\n" * 30)
    assert again.code == 2
    assert "--force" in again.complained
    assert (folder / "northing.toml").read_bytes() == before


def test_check_shows_refusals_with_their_remedy_and_never_fails_on_them(
    northing, examples, tmp_path
):
    run = northing("check", examples / "harbour_health", out=tmp_path)
    assert run.code == 0
    assert "31/02/2024" in run.said
    assert "Write it as" in run.said
    assert "24 records were met twice" in run.said


def test_the_summary_can_be_read_by_a_machine(northing, examples, tmp_path):
    import json

    run = northing(
        "audit",
        examples / "access_board",
        "--out",
        tmp_path / "out",
        "--json",
        out=tmp_path / "out",
    )
    assert run.code == 0
    assert json.loads(run.said)["organisation"] == "U.S. Access Board"
    steps = [json.loads(line)["step"] for line in run.complained.splitlines()]
    assert steps[0] == "reading"
    assert steps[-1] == "writing the report"
