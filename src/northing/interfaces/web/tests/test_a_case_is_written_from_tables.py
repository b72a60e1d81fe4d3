"""Is what the tables hold, written out as a case, the case a person would have written?"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from northing.case import read_case
from northing.case_file import FILE_NAME, read_case_file
from northing.foundations.people.models import Member
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.worker.case_folder import write_case
from northing.interfaces.worker.jobs import audits as jobs
from northing.interfaces.worker.tests.make_case import (
    DAY,
    EXAMPLES,
    NOON,
    figures,
    handed_in,
    in_tables,
    small_case,
)
from northing.stages.diagnose.audits import actions, store
from northing.stages.diagnose.audits.facts import Wish
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.findings.models import FollowUp, StoredReply
from northing.stages.diagnose.linking.models import StoredCorrection
from northing.stages.records.imports.actions import say_usage
from northing.stages.records.imports.facts import Usage
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import actions as ledger
from northing.stages.records.ledger.facts import Channel, Stance, Typed

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture
def amina():
    return make_organisation()


def audited(case, out):
    command = [sys.executable, "-m", "northing", "audit", str(case), "--out", str(out), "-q",
               "--on", DAY.isoformat()]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads((out / "audit.json").read_text("utf-8"))


@pytest.mark.either
def test_the_invented_organisation_is_audited_alike_from_tables_and_from_files(amina, tmp_path):
    hand_written = EXAMPLES / "harbour_health"
    wish = in_tables(hand_written, amina)
    write_case(amina.organisation, tmp_path / "case", wish)
    from_tables = audited(tmp_path / "case", tmp_path / "tables")
    from_files = audited(hand_written, tmp_path / "files")
    assert figures(from_tables) == figures(from_files)
    names = read_case_file(hand_written / FILE_NAME).people.names
    assert read_case_file(tmp_path / "case" / FILE_NAME).people.names == names
    report = (tmp_path / "tables" / "report.html").read_text("utf-8")
    assert "[person]" in report
    assert not [name for name in names if name in report]


def test_what_is_said_of_all_files_is_written_once_and_members_as_they_are_now(amina, tmp_path):
    wish = in_tables(small_case(tmp_path / "small"), amina)
    for called, ended_at in (("Bruno Jansen", None), ("Chiara Rossi", NOON), ("the team", None)):
        member = make_member(amina, called)
        Member.objects.filter(id=member.id).update(ended_at=ended_at)
    said = Usage(names=("Greta Verhoeven",), hides_members=True, fiscal_year_starts=4,
                 currency="USD")  # fmt: skip
    say_usage(said, by=amina, at=NOON, seen=1)
    write_case(amina.organisation, tmp_path / "case", wish)
    found = read_case_file(tmp_path / "case" / FILE_NAME)
    assert found.organisation.fiscal_year_starts == 4
    assert found.organisation.currency == wish.currency == "EUR"
    assert found.people.names == ("Greta Verhoeven", "Amina", "Bruno Jansen")
    write_case(amina.organisation, tmp_path / "usual", Wish(on=DAY))
    assert read_case_file(tmp_path / "usual" / FILE_NAME).organisation.currency == "USD"


def typed(text, *, on=DAY, commitment="", **but):
    return Typed(channel=Channel.DECISIONS, text=text, effective_on=on, received_on=on,
                 commitment=commitment, **but)  # fmt: skip


def test_what_was_typed_in_keeps_its_line_when_what_stood_before_it_goes(amina, tmp_path):
    wish = in_tables(small_case(tmp_path / "small"), amina)
    first = ledger.type_in(typed("Screening\nmoved to May"), by=amina, at=NOON)
    kept = typed("Home, visits “as before”", commitment="visits", stance=Stance.ADVANCES,
                 amount=Decimal("1200.50"), currency="EUR", unit="North")  # fmt: skip
    ledger.type_in(kept, by=amina, at=NOON)
    ledger.type_in(typed("=1+1", commitment="ended"), by=amina, at=NOON)
    ledger.withdraw(first, by=amina, at=NOON, seen=first.revision)
    write_case(amina.organisation, tmp_path / "case", wish)
    found = {one.id: one for one in read_case(tmp_path / "case").records}
    (second,) = (one for one in found.values() if one.id == "typed/decisions.csv:3")
    assert (second.text, second.unit, second.stance) == (kept.text, "North", Stance.ADVANCES)
    assert dict(second.given) == {"visits": Decimal(1)}
    assert second.effective_on == DAY
    assert found["typed/decisions.csv:4"].text == "=1+1"
    assert not found["typed/decisions.csv:4"].given
    assert "typed/decisions.csv:2" not in found


def test_corrections_and_replies_come_along_as_far_as_their_promise_is_stated(amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    for commitment, text in (("screening", 'Repairs, "roof"\nand more'), ("visits", "Repairs")):
        StoredCorrection.objects.create(organisation=amina.organisation, record="budget.csv:3",
                                        text=text, commitment=commitment, bears=False,
                                        made_at=NOON)  # fmt: skip
        about = FollowUp.objects.create(organisation=amina.organisation, commitment=commitment,
                                        code="gone-silent", channel="words")  # fmt: skip
        StoredReply.objects.create(follow_up=about, text="We are on it.", role="board",
                                   on=date(2026, 1, 31), made_at=NOON)  # fmt: skip
    write_case(amina.organisation, tmp_path / "case", Wish(on=DAY, commitments=("screening",)))
    found = read_case(tmp_path / "case")
    assert [one.id for one in found.commitments] == ["screening"]
    assert [one.text for one in found.corrections] == ['Repairs, "roof"\nand more']
    assert [(one.commitment, one.on) for one in found.replies] == [("screening", date(2026, 1, 31))]


def test_a_rule_that_named_another_promise_now_serves_none(amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    rules = [
        {"where": {"Line": "S*"}, "commitment": "visits"},
        {"where": {"Line": "H*"}, "commitment": {"visits": "0.5", "screening": "0.25"}},
    ]
    plan = {"channel": "money", "columns": {"text": "Line", "amount": "Amount"}, "rule": rules}
    handed_in(amina, "more [of it].csv", b"Line,Amount\nScreening,7\nHome,8\n", plan)
    write_case(amina.organisation, tmp_path / "case", Wish(on=DAY, commitments=("screening",)))
    found = read_case(tmp_path / "case")
    assert [dict(one.shares) for one in found.rules] == [{}, {"screening": Decimal("0.25")}]
    assert {one.place.path for one in found.records} >= {"more [of it].csv"}


@pytest.mark.either
def test_what_the_newest_issued_audit_read_goes_along_for_the_next(amina, tmp_path):
    """Whoever takes an import back after an audit was issued does not get better figures by it."""
    wish = in_tables(small_case(tmp_path / "small"), amina)
    first, _ = actions.ask(wish, by=amina, at=NOON)
    out = store.folder_of(first) / "out"
    write_case(amina.organisation, store.folder_of(first) / "case", wish)
    audited(store.folder_of(first) / "case", out)
    digest = sha256((out / "audit.json").read_bytes()).hexdigest()
    outcome = actions.Outcome(files={"audit.json": digest}, summary={}, findings=())
    actions.finish(first, outcome, at=NOON)
    assert "--earlier" not in command_of(amina, wish)
    StoredAudit.objects.filter(id=first.id).update(issued_at=NOON)
    Import.objects.filter(path="budget.csv").update(state=Import.State.UNDONE)
    typed_in = command_of(amina, replace(wish, channels=("words", "money")))
    subprocess.run(typed_in, check=True, capture_output=True)
    found = json.loads((Path(typed_in[typed_in.index("--out") + 1]) / "audit.json").read_text())
    (missing,) = found["missing"]
    assert (missing["path"], missing["channel"], missing["amount"]) == (
        "budget.csv",
        "money",
        2190.5,
    )
    assert "--earlier" in typed_in
    words = command_of(amina, replace(wish, channels=("words",)))
    earlier = json.loads(Path(words[words.index("--earlier") + 1]).read_text())
    assert [one["path"] for one in earlier["sources"]] == ["statement.md"]


def command_of(member, wish):
    """What the job runs for this wish, its case written."""
    audit, _ = actions.ask(wish, by=member, at=NOON)
    StoredAudit.objects.filter(id=audit.id).update(state="failed")
    actions.begin(audit)
    folder = store.folder_of(audit)
    jobs.lay_out(audit, wish, folder)
    return jobs.command_of(audit, wish, folder)


def test_only_the_channels_asked_for_are_read(amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    write_case(amina.organisation, tmp_path / "case", Wish(on=DAY, channels=("words",)))
    assert {one.channel for one in read_case(tmp_path / "case").records} == {Channel.WORDS}


def test_a_name_and_a_text_that_could_be_markup_stay_text(amina, tmp_path):
    in_tables(small_case(tmp_path / "small"), amina)
    amina.organisation.name = 'Dune """ Trust\\ \x07 [[source]]'
    amina.organisation.save()
    write_case(amina.organisation, tmp_path / "case", Wish(on=DAY))
    assert read_case(tmp_path / "case").organisation == amina.organisation.name.strip()
