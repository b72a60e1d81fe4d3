"""Which decisions are there, and which of them wait for whom?"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from northing.foundations.people import store as people
from northing.foundations.people.access import Action, Role, Wish, allows
from northing.foundations.people.models import Member, Organisation, Person
from northing.stages.decide.purpose_test.facts import State
from northing.stages.decide.purpose_test.models import (
    StoredAppeal,
    StoredCondition,
    StoredDecision,
    StoredDelegate,
    StoredSignature,
    StoredSigner,
)

TAKEN = (State.ACCEPTED.value, State.SUPERSEDED.value)


def decisions(
    organisation: Organisation,
    *,
    state: str = "",
    result: str = "",
    author: Member | None = None,
    text: str = "",
) -> QuerySet[StoredDecision]:
    """All of them, the newest first, or those that are so."""
    rows = _all(organisation).order_by("-number")
    if state:
        rows = rows.filter(state=state)
    if result:
        rows = rows.filter(result=result)
    if author:
        rows = rows.filter(made_by__person=author.person)
    for word in text.split():
        rows = rows.filter(Q(question__icontains=word) | Q(proposed__icontains=word))
    return rows


def decision(organisation: Organisation, wanted: UUID, member: Member) -> StoredDecision:
    """One of them, with all that belongs to it; none (404) for whom the table shows none."""
    rows = _all(organisation) if _may_see(member, organisation) else StoredDecision.objects.none()
    return get_object_or_404(whole(rows), id=wanted)


def whole(rows: QuerySet[StoredDecision]) -> QuerySet[StoredDecision]:
    """Each with its answers, conditions, signers, words, delegates and appeals, in few queries."""
    people_of = "member__person"
    signatures = StoredSignature.objects.select_related("stands_for__person", "by__person")
    return rows.prefetch_related(
        "answers",
        Prefetch(
            "conditions",
            StoredCondition.objects.select_related("owner__person").order_by("position", "id"),
        ),
        Prefetch("signers", StoredSigner.objects.select_related(people_of).order_by("id")),
        Prefetch("signatures", signatures.order_by("id")),
        Prefetch(
            "delegates", StoredDelegate.objects.select_related("signer__person", "to__person")
        ),
        Prefetch("appeals", StoredAppeal.objects.order_by("made_at", "id")),
        "successors",
    )


def held(wanted: UUID) -> StoredDecision:
    """The row, kept from all others until the transaction ends."""
    return StoredDecision.objects.select_for_update(of=("self",)).get(id=wanted)


def waiting_for(member: Member) -> list[StoredDecision]:
    """Those whose next word is this member's, the first due first.

    Asked themselves and not having delegated, or standing for somebody who did; and without a
    word in this round.
    """
    mine = Q(member__person_id=member.person_id)
    passed_on = StoredDelegate.objects.filter(
        decision=OuterRef("decision"), round=OuterRef("decision__rounds"), signer=OuterRef("member")
    )
    asked = StoredSigner.objects.filter(mine, decision=OuterRef("id")).exclude(Exists(passed_on))
    standing_in = StoredDelegate.objects.filter(
        decision=OuterRef("id"), round=OuterRef("rounds"), to__person_id=member.person_id
    )
    rows = _all(member.organisation).filter(state=State.SUBMITTED.value)
    rows = rows.exclude(made_by__person_id=member.person_id)
    rows = rows.filter(Exists(asked) | Exists(standing_in)).exclude(Exists(_said_by(member)))
    return list(rows.order_by("due_on", "number"))


def back_with(member: Member) -> list[StoredDecision]:
    """Those of this member that others sent back, refused or let run out, the newest first."""
    open_again = (State.CHANGES_ASKED.value, State.REJECTED.value, State.EXPIRED.value)
    rows = _all(member.organisation).filter(made_by__person=member.person, state__in=open_again)
    return list(rows.order_by("-number"))


def overdue(organisation: Organisation, *, on: date) -> QuerySet[StoredDecision]:
    """Accepted decisions whose day of review is past and was not held, the oldest first."""
    return to_review(organisation).filter(review_on__lt=on)


def overdue_untold(organisation: Organisation, *, on: date) -> QuerySet[StoredDecision]:
    """Those of them of which the trail does not say so yet."""
    return overdue(organisation, on=on).exclude(overdue_told_on=F("review_on"))


def to_review(organisation: Organisation) -> QuerySet[StoredDecision]:
    """Accepted decisions whose review was not held yet, the first due first."""
    unheld = Q(reviewed_on=None) | Q(reviewed_on__lt=F("review_on"))
    rows = _all(organisation).filter(unheld, state=State.ACCEPTED.value, review_on__isnull=False)
    return rows.order_by("review_on", "number")


def past_their_time(organisation: Organisation, *, on: date) -> QuerySet[StoredDecision]:
    """What still waits for a word though its time ran out."""
    waits = (State.SUBMITTED.value, State.CHANGES_ASKED.value)
    return _all(organisation).filter(state__in=waits, due_on__lt=on).order_by("number")


def conditions_of(member: Member) -> list[StoredCondition]:
    """What this member has to bring about for decisions to stand, the first due first."""
    rows = StoredCondition.objects.filter(
        owner__person=member.person,
        decision__organisation=member.organisation,
        decision__state=State.ACCEPTED.value,
        met_on=None,
    )
    return list(rows.select_related("decision").order_by("due_on", "id"))


def taken(organisation: Organisation) -> QuerySet[StoredDecision]:
    """Those that were taken, in the order of their days: what the next audit reads."""
    rows = _all(organisation).filter(state__in=TAKEN, decided_on__isnull=False)
    return rows.order_by("decided_on", "number")


def may_follow(row: StoredDecision) -> QuerySet[StoredDecision]:
    """Accepted ones, the newest first, that take no other decision's place yet."""
    found = _all(row.organisation).filter(state=State.ACCEPTED.value, supersedes=None)
    return found.exclude(id=row.id).order_by("-number")


def next_number(organisation: Organisation) -> int:
    last = StoredDecision.objects.filter(organisation=organisation).order_by("-number").first()
    return last.number + 1 if last else 1


def may_sign(organisation: Organisation, *, on: date) -> QuerySet[Member]:
    """Who may be asked to sign: every member but those who look from outside."""
    rows = people.in_force(on).filter(organisation=organisation).exclude(role=Role.AUDITOR)
    return rows.order_by("person__name", "id")


def signed_by(person: Person) -> QuerySet[StoredSignature]:
    """Every word a person ever gave, in any organisation, the first first."""
    rows = StoredSignature.objects.filter(by__person=person)
    return rows.select_related("decision").order_by("id")


def written_by(person: Person) -> QuerySet[StoredDecision]:
    """Every decision a person ever wrote, in any organisation."""
    rows = StoredDecision.objects.filter(made_by__person=person)
    return rows.select_related("organisation").order_by("made_at", "id")


def _all(organisation: Organisation) -> QuerySet[StoredDecision]:
    rows = StoredDecision.objects.filter(organisation=organisation)
    return rows.select_related("organisation", "made_by__person", "supersedes")


def _said_by(member: Member) -> QuerySet[StoredSignature]:
    """Words of this round that this member gave, or that stand for them."""
    mine = Q(by__person_id=member.person_id) | Q(stands_for__person_id=member.person_id)
    return StoredSignature.objects.filter(mine, decision=OuterRef("id"), round=OuterRef("rounds"))


def _may_see(member: Member, organisation: Organisation) -> bool:
    is_own = member.organisation_id == organisation.id
    return is_own and allows(Role(member.role), Action.DECISIONS, Wish.SEE)
