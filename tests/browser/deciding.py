"""How does an installation come to hold decisions for a journey?

A program of its own: `python -m tests.browser.deciding` makes Harbour Health with Amina who owns
it, Bruno who keeps its purpose and Chiara who leads, two promises, a decision of Bruno that the
test stopped, three past ones that turned out well, and a filter that is off. Said as one line of
JSON. `python -m tests.browser.deciding later ID` lets half a year pass over a decision.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta

PROMISES = (("care", "Care is unhurried.", True), ("access", "Access for all.", False))


def main() -> None:
    from django.utils import timezone

    from northing.foundations.people.access import Role
    from northing.foundations.people.tests.make import make_member, make_organisation
    from northing.stages.clarify.commitments.actions import Promise, add
    from northing.stages.decide.purpose_test.actions import filtering

    at = timezone.now()
    amina = make_organisation()
    bruno = make_member(amina, "Bruno", Role.PURPOSE_OFFICER)
    chiara = make_member(amina, "Chiara", Role.LEADER)
    for key, text, is_guardrail in PROMISES:
        add(Promise(text=text, guardrail=is_guardrail), by=amina, at=at, key=key)
    stopped = stopped_by_the_test(bruno, amina, at)
    turned_out_well(amina, at)
    rules = filtering.Rules(name="All leases", kinds=("lease",), signers=(bruno, chiara))
    made = filtering.save_filter(rules, by=amina, at=at)
    sys.stdout.write(json.dumps({
        "organisation": str(amina.organisation_id), "stopped": str(stopped.id),
        "filter": str(made.id),
    }))  # fmt: skip


def stopped_by_the_test(author, signer, at):
    """It crosses the guardrail, and waits for signatures that cannot accept it."""
    from northing.stages.decide.purpose_test.actions.submitting import Asked, submit
    from northing.stages.decide.purpose_test.actions.writing import Draft, answer, draft
    from northing.stages.decide.purpose_test.facts import Answer, Said

    written = Draft(question="Do we halve every visit?", options=("halve", "leave"), kind="rule",
                    proposed="halve")  # fmt: skip
    one = draft(written, by=author, at=at)
    given = [Answer("care", Said.NO, Said.YES, "seven minutes are no visit"),
             Answer("access", Said.YES, Said.NO, "twice as many are seen")]  # fmt: skip
    one = answer(one, given, by=author, at=at, seen=one.revision)
    return submit(one, Asked(signers=[signer]), by=author, at=at, seen=one.revision)


def turned_out_well(by, at):
    """Three good decisions that compromise the guardrail as far as anybody can tell by now."""
    from northing.stages.decide.purpose_test.actions.noting import Past, note_past
    from northing.stages.decide.purpose_test.facts import Answer, Said

    for what in ("rooms in the east", "a van", "an X-ray machine"):
        day = at.date() - timedelta(days=300)
        told = Past(question=f"Do we lease {what}?", kind="lease", drafted_on=day,
                    decided_on=day + timedelta(days=5), happened=True,
                    answers=[Answer("care", Said.CANNOT_TELL, Said.CANNOT_TELL)])  # fmt: skip
        note_past(told, by=by, at=at)


def later(wanted: str) -> None:
    """As if the decision had been taken half a year earlier: the day of its review is past."""
    from northing.stages.decide.models import StoredDecision

    one = StoredDecision.objects.get(id=wanted)
    for name in ("drafted_on", "decided_on", "review_on"):
        setattr(one, name, getattr(one, name) - timedelta(days=180))
    one.save()
    sys.stdout.write(json.dumps({"review": str(one.review_on)}))


if __name__ == "__main__":
    import django

    django.setup()
    later(sys.argv[2]) if sys.argv[1:2] == ["later"] else main()
