"""How do the promises and files of a case come into tables, as if people had entered them?"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from northing.case_file import FILE_NAME, CaseFile, CommitmentPart, SourcePart, read_case_file
from northing.cycle import Case
from northing.foundations.people.models import Member
from northing.foundations.sources.locating import LARGEST_FILE
from northing.foundations.sources.written_dates import parse_when
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.taking import shelf
from northing.stages.clarify.commitments import actions as commitments
from northing.stages.clarify.commitments import store as promised
from northing.stages.clarify.commitments.actions import Became, Promise
from northing.stages.clarify.commitments.facts import Change
from northing.stages.clarify.mission import actions as missions
from northing.stages.clarify.mission.actions import Wording
from northing.stages.records.imports import actions
from northing.stages.records.imports.actions import HandedIn
from northing.stages.records.imports.facts import Usage
from northing.stages.records.ledger.facts import SPOKEN


def fill(case: Path, *, by: Member, at: datetime) -> tuple[int, int]:
    """All that the case says; how many promises and how many files. The worker reads the files."""
    said = read_case_file(case / FILE_NAME)
    for one in said.commitment:
        commitments.add(_promise(one), by=by, at=at, key=one.id)
    _say_usage(said, by, at)
    files = [(source, file) for source in said.source for file in sorted(case.glob(source.path))]
    for number, (source, file) in enumerate(files):
        path, plan = file.relative_to(case).as_posix(), _plan(source, file)
        _hand_in(file, path, plan, by, at + timedelta(microseconds=number))  # in the case's order
    return len(said.commitment), len(files)


def state_mission(content: Case, *, by: Member, at: datetime) -> None:
    """What the case's documents say under a heading that names the mission, and brings it all."""
    said = (one for one in content.records if one.channel in SPOKEN)
    found = next((one for one in said if "mission" in " ".join(one.heading).casefold()), None)
    if found is None:
        return
    day = found.effective_on or at.date()
    draft = missions.write(Wording(text=found.text, effective_from=day), by=by, at=at)
    became = [
        Became(commitment=row.id, seen=row.revision, kind=Change.NEW, text=row.text)
        for row in promised.commitments(by.organisation)
    ]
    source = f"{found.place.path}, line {found.place.line}"
    commitments.approve(draft, source, became, by=by, at=at, seen=draft.revision)


def _say_usage(said: CaseFile, by: Member, at: datetime) -> None:
    usage = Usage(
        names=said.people.names,
        fiscal_year_starts=said.organisation.fiscal_year_starts,
        currency=said.organisation.currency or "",
        language=said.organisation.language,
    )
    actions.say_usage(usage, by=by, at=at, seen=0)


def _promise(one: CommitmentPart) -> Promise:
    return Promise(
        text=one.text,
        layer=str(one.layer or ""),
        weight=one.weight,
        guardrail=one.guardrail,
        living_it=one.living_it,
        breaking_it=one.breaking_it,
    )


def _plan(source: SourcePart, file: Path) -> dict[str, Any]:
    """Of a source that names many files, each is expected to hold the periods its name says."""
    plan: dict[str, Any] = source.model_dump(mode="json", exclude_defaults=True)
    if "*" in source.path and "expected" in plan:
        named = [one for one in plan.pop("expected").get("periods", ()) if str(one) in file.name]
        plan |= {"expected": {"periods": named}} if named else {}
    return plan


def _hand_in(file: Path, path: str, plan: dict[str, Any], by: Member, at: datetime) -> None:
    """Nobody has to be asked how it is read: the case says so."""
    key = uuid4()
    with file.open("rb") as content:
        kept = shelf().keep(by.organisation_id, key, content, largest=LARGEST_FILE)
    day: date = parse_when(plan["received"]).start if plan.get("received") else at.date()
    whole = plan | {"path": path}
    handed = HandedIn(
        id=key, name=file.name, kept=kept, path=path, received_on=day, is_again=True, plan=whole
    )
    one = actions.hand_in(handed, by=by, at=at)
    actions.looked(one, {}, whole)
    jobs.say_how(one, whole, by=by, at=at, seen=one.revision)
