"""How does a case that a person wrote come into tables, as if people had entered it?"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from northing.case_file import FILE_NAME, read_case_file
from northing.foundations.people.models import Member
from northing.foundations.sources.shelf import Shelf
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.diagnose.audits.facts import Wish
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.records.imports.models import Import, StoredUsage
from northing.stages.records.ledger.models import StoredRecord, TypedRecord

EXAMPLES = Path(__file__).parents[5] / "examples"
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 3, 31)
CASE = """
[organisation]
name = "Harbour Health"
currency = "EUR"
[[commitment]]
id = "screening"
text = "We screen everybody once a year."
living_it = ["screening days"]
[[commitment]]
id = "visits"
text = "We visit at home whoever cannot come."
living_it = ["home visits"]
[[source]]
path = "statement.md"
channel = "words"
date = "2024"
[[source]]
path = "budget.csv"
channel = "money"
[source.columns]
text = "Line"
unit = "Department"
amount = "Amount"
date = "Year"
"""
STATEMENT = """# What we promise

We screen everybody once a year, on screening days in every district.
We visit at home whoever cannot come; home visits are free.
"""
BUDGET = """Line,Department,Amount,Year
Screening days in the north,North,1200.50,2024
Repairs to the roof,South,900,2024
Home visits in the dunes,North,90,2024
Screening days in the south,South,abc,2024
"""

HOLDING = (StoredRecord, TypedRecord, StoredAudit, Import, Member)
"""What keeps others from being removed; the first is removed first."""


def small_case(folder: Path) -> Path:
    """Two promises, a statement and a budget with a line that is no amount."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((FILE_NAME, CASE), ("statement.md", STATEMENT), ("budget.csv", BUDGET)):
        (folder / name).write_text(text, "utf-8")
    return folder


def in_tables(case: Path, owner: Member) -> Wish:
    """Its promises and files as rows and files on the shelf; the wish that audits them as it is."""
    said = read_case_file(case / FILE_NAME)
    for position, one in enumerate(said.commitment):
        plain = one.model_dump(mode="json", exclude={"id"}, exclude_none=True)
        Commitment.objects.create(organisation=owner.organisation, key=one.id, position=position,
                                  made_at=NOON, **plain)  # fmt: skip
    number = 0
    for source in said.source:
        for file in sorted(case.glob(source.path)):
            number += 1
            path = file.relative_to(case).as_posix()
            handed_in(owner, path, file.read_bytes(), _plan(source, path), number)
    organisation = said.organisation
    StoredUsage.objects.create(
        organisation=owner.organisation, names=list(said.people.names),
        fiscal_year_starts=organisation.fiscal_year_starts, currency=organisation.currency or "",
        language=organisation.language, said_at=NOON,
    )  # fmt: skip
    return Wish(on=DAY, currency=organisation.currency or "", language=organisation.language)


def _plan(source, path):
    """A source that named many files says of each what it said of all; but for the periods."""
    plan = source.model_dump(mode="json", exclude_defaults=True)
    periods = plan.get("expected", {}).get("periods", ())
    mine = [one for one in periods if one in path]
    return plan | ({"expected": {"periods": mine}} if mine else {})


def handed_in(owner: Member, path: str, content: bytes, plan: dict, number: int = 0) -> Import:
    key = uuid4()
    kept = Shelf(settings.HOME).keep(owner.organisation_id, key, [content], largest=1 << 30)
    return Import.objects.create(
        id=key, organisation=owner.organisation, channel=plan["channel"], name=Path(path).name,
        path=path, sha256=kept.sha256, bytes=kept.bytes, plan=plan, state=Import.State.DONE,
        received_on=DAY, made_at=NOON + timedelta(seconds=number), made_by=owner,
    )  # fmt: skip


@contextmanager
def cleared_afterwards():
    """Rows that hold members, and files, go before the organisations do."""
    try:
        yield
    finally:
        for rows in HOLDING:
            rows.objects.all().delete()
        shutil.rmtree(settings.HOME / "organisations", ignore_errors=True)


def figures(content: dict) -> dict:
    """What an audit says, without what says from which command it came."""
    return {key: value for key, value in content.items() if key != "reproduce"} | {
        "records_sha256": content["reproduce"]["records_sha256"]
    }
