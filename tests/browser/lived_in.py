"""What does an organisation hold once people have worked in it, whatever its files say?

The rows of which an example has none: tokens, values, what carries a promise, typed records,
corrections, samples that are answered, files in every state, audits that failed, that run and
that are issued. One of each where `many` is one, and as many as nobody would wish for otherwise.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from itertools import product
from uuid import uuid4

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
CAUSE = "Nobody was asked to look at it between two meetings of the board."
LOST = "It needed more than 512 MB of memory. Divide it into smaller parts."
STEPS = {"StoredPriorities": "ranking", "StoredBudget": "cutting"}
PROMISES = 12
"""How many promises get practices and lines of their own: a third of them has holes."""


def lived_in(owner, many=1):
    """All that needs no audit. What is handed in last waits for somebody to say how to read it."""
    let_in(owner, many)
    valued(owner, many)
    carried(owner, many)
    entered(owner)
    typed(owner, many)
    decided(owner, many)
    waiting(owner, many)
    planned(owner, many)


def let_in(owner, many):
    from northing.foundations.people.models import Token

    for number in range(many):
        Token.objects.create(
            member=owner, name=f"Figures for the intranet {number + 1}", token_sha256=uuid4().hex,
            scopes=["audits:see", "findings:see", "records:change"][: 1 + number % 3],
            until=date(2027, 1, 1), made_at=AT, revoked_at=AT if number % 5 == 4 else None,
        )  # fmt: skip


def valued(owner, many):
    from northing.stages.clarify.mission.models import Value

    for number in range(2 * many):
        Value.objects.create(
            organisation=owner.organisation, made_at=AT,
            name=("Candour", "Patience")[number % 2] + f" {number}" * (number > 1),
            meaning="We say what we do and do what we say, whoever is looking.",
        )  # fmt: skip


def carried(owner, many):
    from northing.stages.clarify.commitments.store import commitments
    from northing.stages.clarify.theory_of_change.facts import Carries, Level
    from northing.stages.clarify.theory_of_change.models import Practice, PurposeLine

    for place, promise in enumerate(commitments(owner.organisation)[:PROMISES]):
        for kind in list(Carries)[: place % 4]:
            for number in range(1 + many // 10):
                text = f"Whoever decides reads this promise aloud before, and says so ({number})"
                Practice.objects.create(commitment=promise, kind=kind, text=text, made_at=AT)
        above = None
        for level in list(Level)[: 1 + place % 3]:
            above = PurposeLine.objects.create(
                organisation=owner.organisation, level=level, serves=above, made_at=AT,
                text=f"So that nobody waits for what was promised them, part {place + 1}",
                commitment=promise if above is None and place % 2 else None,
            )  # fmt: skip


def entered(owner):
    """Every way in is begun, and once it was said which approach fits."""
    from northing.stages.clarify.approach import actions as approach
    from northing.stages.clarify.approach.facts import Approach, Reply
    from northing.stages.decide.ways_in import actions as ways
    from northing.stages.decide.ways_in.facts import Way

    for way in Way:
        ways.begin(way, by=owner, at=AT)
    replies = (Reply("urgent", 3, "The contract ends in June."), Reply("trust", 2, "The survey."))
    said = approach.Saying(replies=replies, chosen=Approach.HYBRID, reason="Both are needed.")
    approach.state(said, by=owner, at=AT, seen=0)


def typed(owner, many):
    from northing.stages.clarify.commitments.store import commitments
    from northing.stages.diagnose.linking import actions as linking
    from northing.stages.records.ledger.actions import type_in
    from northing.stages.records.ledger.facts import Channel, Typed
    from northing.stages.records.ledger.models import StoredRecord

    keys = [one.key for one in commitments(owner.organisation)]
    for number in range(many):
        said = Typed(
            channel=Channel.DECISIONS, effective_on=date(2026, 1, 15), commitment=keys[0],
            text=f"The board puts nurse {number + 2} off until the budget of next year is known.",
            received_on=date(2026, 1, 20), evidence="Minutes of January, point 4",
        )  # fmt: skip
        type_in(said, by=owner, at=AT)
        record = StoredRecord.objects.filter(organisation=owner.organisation)[number]
        linking.correct(record, keys[-1], bears=bool(number % 2), by=owner, at=AT)


def decided(owner, many):
    """Decisions in every state, one overridden, one appealed against, one past its review."""
    from tests.browser.decided import decide

    decide(owner, many, at=AT)


def waiting(owner, many):
    """Files in every state but read: one waits, one is refused, one is undone."""
    from northing.stages.records.imports.models import Import
    from tests.browser.crowds import handed_in, looked_at

    columns = ["Description", "Amount", "Year", "Department"]
    columns += [f"A column that nobody asked for {number}" for number in range(many)]
    rows = [
        ",".join(["Second nurse", f"{number}00", "2025", "North", *("x" for _ in range(many))])
        for number in range(1, 20)
    ]
    lines = [",".join(columns), *rows, "lost,many,X,"]
    looked_at(
        handed_in(owner, "budget of next year.csv", "money", lines),
        handed_in(owner, "picture of the accounts.xlsx", "money", ["this is no workbook"]),
    )
    gone = handed_in(owner, "minutes.csv", "decisions", ["date,text", "2025-02-03,Nothing"])
    Import.objects.filter(id=gone.id).update(state=Import.State.UNDONE)


def planned(owner, many):
    """Priorities that several people weigh, and a budget: in every state there is."""
    from northing.interfaces.web.tests import rows_plans
    from northing.stages.decide.budget.models import StoredBudget
    from northing.stages.decide.priorities.models import StoredPriorities

    for number in range(1 + many // 10):
        for row in rows_plans.rows(owner).values():
            type(row).objects.filter(id=row.id).update(name=f"Next year, draft {number + 1}")
    states = (("waiting", ""), ("running", ""), ("failed", LOST))
    for table, (state, reason) in product((StoredPriorities, StoredBudget), states):
        like = table.objects.filter(organisation=owner.organisation, state="done").first()
        table.objects.create(
            organisation=owner.organisation, name=f"What a year that is {state} would bring",
            asked=like.asked, digest="7" * 64, state=state, reason=reason, made_at=AT,
            made_by=owner, progress={"step": STEPS[table.__name__]} if state == "running" else {},
        )  # fmt: skip
    if many > 1:
        grown(StoredBudget.objects.filter(organisation=owner.organisation, state="done").first())


def grown(budget):
    """With lines and commitments as a large organisation has them: too many to be read."""
    (found,) = budget.result["cuts"].values()
    given, called = found["found"]["proposal"]["given"], list(found["names"].values())
    for number in range(60):
        found["names"][f"promise-{number}"] = f"{called[number % 3]}, part {number} of the region"
    for number in range(200):
        more = deepcopy(given[number % 8])
        name = f"{more['line']['name']} in part {number} of the region, as every year"
        more["line"] |= {"id": f"more-{number}", "name": name,
                         "serves": {f"promise-{number % 60}": 1.0}}  # fmt: skip
        given.append(more)
        found["found"]["core" if more["amount"] else "goes"].append(f"more-{number}")
    budget.save(update_fields=["result"])


def audited(owner, audit, many=1):
    """What people do with an audit: they answer, they draw and answer a sample, they issue it."""
    from northing.stages.diagnose.audits.models import Opinion, StoredAudit
    from northing.stages.diagnose.publication.actions import Rule, fix_rule

    followed(owner, audit, 200 if many > 1 else 3)
    answered(owner, many)
    said = "Whoever asks may read it, and nobody is told beforehand what it says."
    rule = fix_rule(Rule(readers="public", days=60, text=said), by=owner, at=AT)
    number = StoredAudit.objects.filter(organisation=owner.organisation).count()
    for state, more in (
        ("failed", {"reason": LOST}),
        ("running", {"progress": {"step": "linking records", "share": 0.25, "records": 8192}}),
    ):
        number += 1
        StoredAudit.objects.create(
            organisation=owner.organisation, number=number, on=date(2026, 3, 1), state=state,
            asked_at=AT, asked_by=owner, **more,
        )  # fmt: skip
    StoredAudit.objects.filter(id=audit.id).update(issued_at=AT, issued_by=owner, rule=rule)
    Opinion.objects.create(
        audit=audit, reviewer=owner, kind=Opinion.Kind.QUALIFIED, given_at=AT,
        text="The figures follow from the records. Two files of the last quarter are missing.",
    )  # fmt: skip


def followed(owner, audit, most):
    from northing.stages.diagnose.audits.store import findings
    from northing.stages.diagnose.findings.models import FollowUp, StoredReply

    for number, found in enumerate(findings(audit)[:most]):
        follow = FollowUp.objects.create(
            organisation=owner.organisation, code=found.code, commitment=found.commitment,
            channel=found.channel, owner=owner if number % 3 else None, root_cause=CAUSE,
            due_on=date(2026, 4, 1) if number % 2 else date(2027, 4, 1),
        )  # fmt: skip
        for day, text in enumerate(("We look into it.", "The scheme was changed.")):
            StoredReply.objects.create(
                follow_up=follow, text=text, role="director", on=AT.date(), made_by=owner,
                made_at=AT + timedelta(days=day),
            )  # fmt: skip


def answered(owner, many):
    """Two people, who differ at one pair; the queue of the first is not done."""
    from northing.foundations.people.models import Member
    from northing.stages.diagnose.verification.facts import Answer
    from northing.stages.diagnose.verification.tests.stored import make_sample, said, say, sit

    other = Member.objects.filter(organisation=owner.organisation).exclude(id=owner.id)
    other = other.filter(role="purpose officer").order_by("joined_at").first()
    sample = make_sample(owner, pairs=20 * many, coders=2)
    sit(sample, owner, "A")
    sit(sample, other, "B")
    say(sample, owner, *(said(number, Answer.ADVANCES) for number in range(1, 4)))
    say(sample, other, *(said(number, Answer.NEITHER) for number in range(1, 3)))
