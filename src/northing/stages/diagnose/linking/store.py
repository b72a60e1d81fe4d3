"""What did people say of the links of records?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from northing.foundations.people.models import Organisation, Person
from northing.stages.diagnose.linking.models import StoredCorrection


def corrections(organisation: Organisation) -> list[StoredCorrection]:
    """All that hold, in the order in which they were made: of one pair, the later stands."""
    rows = StoredCorrection.objects.filter(organisation=organisation, withdrawn_at=None)
    return list(rows.order_by("made_at", "id"))


def corrections_of(organisation: Organisation, record: str) -> list[StoredCorrection]:
    """What was said of one record, withdrawn or not, the newest first."""
    rows = StoredCorrection.objects.filter(organisation=organisation, record=record)
    return list(rows.select_related("made_by__person").order_by("-made_at", "-id"))


def said_by(person: Person) -> QuerySet[StoredCorrection]:
    """All that a person ever said of links, in any organisation, the first first."""
    rows = StoredCorrection.objects.filter(made_by__person=person)
    return rows.order_by("made_at", "id")


def standing(organisation: Organisation, record: str, commitment: str) -> StoredCorrection | None:
    """The one that holds of a record and a commitment."""
    rows = StoredCorrection.objects.filter(
        organisation=organisation, record=record, commitment=commitment, withdrawn_at=None
    )
    return rows.order_by("-made_at", "-id").first()


def one_correction(organisation: Organisation, correction: UUID) -> StoredCorrection | None:
    return StoredCorrection.objects.filter(organisation=organisation, id=correction).first()


def standing_all(organisation: Organisation) -> dict[tuple[str, str], bool]:
    """What holds of every record and commitment that people spoke of."""
    rows = StoredCorrection.objects.filter(organisation=organisation, withdrawn_at=None)
    said = rows.order_by("made_at", "id").values_list("record", "commitment", "bears")
    return {(record, commitment): bears for record, commitment, bears in said}


def corrected(organisation: Organisation, commitment: str, *, bears: bool) -> list[str]:
    """The names of the records whose standing correction says so of this commitment."""
    rows = StoredCorrection.objects.filter(
        organisation=organisation, commitment=commitment, withdrawn_at=None
    )
    latest = dict(rows.order_by("made_at", "id").values_list("record", "bears"))
    return [name for name, yes in latest.items() if yes is bears]
