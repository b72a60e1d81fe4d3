"""What becomes of a name or an address whose bearer never comes?

Who came with the archive of an organisation, or was invited and did not answer, cannot ask to be
forgotten here: no account is theirs. So both have an end that nobody has to think of.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from northing.foundations.people.invitations import LASTS
from northing.foundations.people.models import IMPORTED, Invitation, Member, Person
from northing.foundations.people.personal import forget
from northing.foundations.trail import actions as trail
from northing.foundations.trail.facts import Event

WAITS = timedelta(days=90)
"""How long a name waits that came with an archive, where nobody invites its bearer."""
LINGERS = LASTS
"""How long after a link is over somebody may still be sent another, and be known."""
MOST_AT_ONCE = 200


def forget_who_never_came(*, at: datetime) -> int:
    """Forget names that waited to their end, then addresses of links that are over for long.

    A name goes when the membership that waited is ended by somebody here, when its bearer let a
    link lapse, or when nobody sent them one. How many were forgotten.
    """
    people = list(_over(at)[:MOST_AT_ONCE])
    for one in people:
        with transaction.atomic():
            trail.append(Event(trail.INSTALLATION, "person erased", at, None, one.id))
            forget(one, at)
    links = list(_lapsed(at)[:MOST_AT_ONCE])
    for link in links:
        with transaction.atomic():
            trail.erase(link.id)
            Invitation.objects.filter(id=link.id, accepted_at=None).update(
                email="", withdrawn_at=Coalesce(F("withdrawn_at"), at)
            )
    return len(people) + len(links)


def forgotten_at(person: Person) -> datetime | None:
    """When the name is forgotten as things stand; never, where somebody can sign in by it."""
    if not is_waiting(person):
        return None
    links = Invitation.objects.filter(email=person.awaits, accepted_at=None, withdrawn_at=None)
    newest = links.exclude(email="").order_by("-expires_at").first()
    return newest.expires_at + LINGERS if newest else person.made_at + WAITS


def is_waiting(person: Person) -> bool:
    return person.email.endswith(IMPORTED) and person.same_as_id is None


def _over(at: datetime) -> QuerySet[Person]:
    sent = Invitation.objects.filter(email=OuterRef("awaits"), accepted_at=None).exclude(email="")
    lately = sent.filter(expires_at__gt=at - LINGERS, withdrawn_at=None)
    ended = Member.objects.filter(person=OuterRef("id"), ended_at__gt=OuterRef("made_at"))
    lapsed = Exists(sent.filter(_is_over(at)))
    return (
        Person.objects.filter(email__endswith=IMPORTED, same_as=None)
        .filter(Exists(ended) | ~Exists(lately) & (lapsed | Q(made_at__lte=at - WAITS)))
        .order_by("made_at", "id")
    )


def _lapsed(at: datetime) -> QuerySet[Invitation]:
    links = Invitation.objects.filter(_is_over(at), accepted_at=None).exclude(email="")
    return links.order_by("sent_at", "id")


def _is_over(at: datetime) -> Q:
    return Q(expires_at__lte=at - LINGERS) | Q(withdrawn_at__lte=at - LINGERS)
