"""What is one decision about, how did its test come out, who signed, and what became of it?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from northing.foundations.people import store as people
from northing.foundations.people.access import Action, Wish
from northing.foundations.people.models import Member
from northing.foundations.trail import store as trail
from northing.interfaces.web.views import along
from northing.interfaces.web.views.listed import decisions as listed
from northing.interfaces.web.visit import Visit, show, within
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.models import StoredAnswer, StoredDecision, StoredSignature
from northing.stages.decide.purpose_test.facts import Act, Promise, Result, Said, Standing, State
from northing.stages.decide.purpose_test.rules.persons import stands_for
from northing.stages.decide.purpose_test.rules.reviewing import overdue, wears_the_badge
from northing.stages.decide.purpose_test.rules.signing import waits_for
from northing.stages.decide.purpose_test.store import rows, testing
from northing.stages.decide.purpose_test.store.standing import (
    facts_of,
    name_of,
    promises,
    standing,
)
from northing.stages.decide.trade_offs import store as trade_offs

SENT_BACK = (State.CHANGES_ASKED.value, State.REJECTED.value, State.EXPIRED.value)
AGAINST = frozenset({Act.OBJECT, Act.ASK_CHANGES, Act.REJECT})
BLOCKED = (Result.FAIL.value, Result.CANNOT_TELL.value)
AT_A_GLANCE = 12
"""So many promises are read at a glance; of more, those that nothing happens to are folded."""


@require_safe
@within(Action.DECISIONS)
def decision(request: HttpRequest, visit: Visit, decision: UUID) -> HttpResponseBase:
    one = found_or_404(visit, decision)
    if file := along.taken(request, visit, lambda: listed.decision(one)):
        return file
    today = visit.at.date()
    asked = promises(visit.organisation, on=today)
    tested = testing.tested(one, on=today)
    signers = signers_of(one)
    context = {
        "one": one,
        "tested": tested,
        "matrix": matrix(one, asked),
        "has_badge": wears_the_badge(facts_of(one), standing(one), on=today),
        "is_overdue": one.state == State.ACCEPTED.value and overdue(facts_of(one), on=today),
        "signers": signers,
        "objections": _objections(one, signers),
        "overridden": next((each for each in words_of(one) if each.act == Act.OVERRIDE), None),
        "successor": next(iter(one.successors.all()), None),
        "trade_off": trade_offs.trade_off_of(one),
        "history": history_of(one),
        "today": today,
        "sees_names": visit.may(Action.MEMBERS, Wish.SEE),
        "sees_records": visit.may(Action.RECORDS, Wish.SEE),
        **rights(visit, one),
    }
    return show(request, visit, "web/decide/decision.html", context)


def not_now(request: HttpRequest, visit: Visit, one: StoredDecision, said: str) -> HttpResponse:
    """Why it is not open to this member as it stands: as a page, or after a form as a message."""
    if request.method == "POST":
        messages.error(request, said)
        return redirect("decide_decision", visit.organisation.id, one.id)
    return show(request, visit, "web/decide/not_now.html", {"one": one, "said": said})


def found_or_404(visit: Visit, wanted: UUID) -> StoredDecision:
    return rows.decision(visit.organisation, wanted, visit.member)


def rights(visit: Visit, one: StoredDecision) -> dict[str, bool]:
    """What this member may do to it now; the action asks again."""
    way, me = standing(one), name_of(visit.member)
    is_author = one.made_by is not None and way.author == me
    may_decide = visit.may(Action.DECIDE, Wish.CHANGE)
    is_signing = visit.may(Action.SIGN, Wish.CHANGE) and _is_asked_now(way, me)
    keeps_rules = visit.may(Action.FILTERS, Wish.CHANGE)
    looks_after = may_decide and (is_author or me in way.signers or keeps_rules)
    is_due = one.review_on is None or one.review_on <= visit.at.date()
    return {
        "is_author": is_author,
        "may_write": is_author and may_decide and one.state == State.DRAFT.value,
        "may_reopen": is_author and may_decide and one.state in SENT_BACK,
        "may_withdraw": is_author and may_decide and one.state == State.SUBMITTED.value,
        "may_sign": is_signing,
        "may_delegate": is_signing and me in way.signers,
        "may_override": one.state == State.SUBMITTED.value
        and not is_author
        and visit.may(Action.OVERRIDE, Wish.CHANGE),
        "may_review": looks_after and is_due and one.state == State.ACCEPTED.value,
        "may_supersede": may_decide and one.state == State.ACCEPTED.value,
        "may_appeal": may_decide and one.submitted_at is not None and one.result in BLOCKED,
        "may_judge": keeps_rules and not is_author,
        "may_tell": may_decide,
        "keeps_rules": keeps_rules,
    }


def _is_asked_now(way: Standing, me: str) -> bool:
    """Their word is missing, or that of somebody they stand in for; who delegated has passed it."""
    whose = stands_for(way, me)
    has_delegated = any(signer == me for signer, _to in way.delegates)
    return whose in waits_for(way) and not has_delegated and me != way.author


def matrix(one: StoredDecision, asked: Sequence[Promise]) -> dict[str, list[dict[str, Any]]]:
    """What the decision does to each promise: of many, first to those it does something to."""
    rows = _matrix_rows(one, asked)
    if len(rows) <= AT_A_GLANCE:
        return {"shown": rows, "alone": [], "unanswered": []}
    parts: dict[str, list[dict[str, Any]]] = {"shown": [], "alone": [], "unanswered": []}
    for row in rows:
        parts[_part_of(row["answer"])].append(row)
    return parts


def touched(one: StoredDecision) -> frozenset[str]:
    """The keys of the promises it does something to, or may do, as its test was answered."""
    found = one.answers.all()
    return frozenset(each.commitment for each in found if _part_of(each) == "shown")


def _part_of(answer: StoredAnswer | None) -> str:
    if answer is None:
        return "unanswered"
    is_left_alone = answer.advances == Said.NO and answer.compromises == Said.NO
    return "alone" if is_left_alone else "shown"


def _matrix_rows(one: StoredDecision, asked: Sequence[Promise]) -> list[dict[str, Any]]:
    """Every promise with its answer; those that ended since keep their row and their words."""
    answers = {answer.commitment: answer for answer in one.answers.all()}
    known = [{"promise": each, "answer": answers.pop(each.id, None)} for each in asked]
    gone = commitments.ended(one.organisation, on=date.max) if answers else []
    over = {row.key: row.text for row in gone}
    return known + [
        {"promise": Promise(key, over.get(key, key)), "answer": answer}
        for key, answer in sorted(answers.items())
    ]


def words_of(one: StoredDecision) -> list[StoredSignature]:
    return sorted(one.signatures.all(), key=lambda each: each.id)


def signers_of(one: StoredDecision) -> list[dict[str, Any]]:
    """Everybody asked, who stands in for them, and what they said in this round."""
    is_under_way = one.state != State.DRAFT.value
    said = {each.stands_for_id: each for each in words_of(one) if each.round == one.rounds}
    instead = {each.signer_id: each.to for each in one.delegates.all() if each.round == one.rounds}
    return [
        {
            "member": each.member,
            "delegate": instead.get(each.member_id) if is_under_way else None,
            "word": said.get(each.member_id) if is_under_way else None,
        }
        for each in one.signers.all()
    ]


def _objections(one: StoredDecision, signers: list[dict[str, Any]]) -> list[StoredSignature]:
    """What was said against it and does not stand beside a signer's name already."""
    seen = {each["word"].id for each in signers if each["word"]}
    return [each for each in words_of(one) if each.act in AGAINST and each.id not in seen]


def history_of(one: StoredDecision) -> list[dict[str, Any]]:
    """What the trail has of it, the first first."""
    entries = trail.of_subject(one.organisation_id, one.id)
    names = people.names(entry.event.actor for entry in entries)
    roles = {
        each.person_id: each.role
        for each in Member.objects.filter(organisation=one.organisation_id, person__in=names)
    }
    return [
        {
            "event": entry.event,
            "name": names.get(entry.event.actor) if entry.event.actor else None,
            "role": roles.get(entry.event.actor) if entry.event.actor else None,
        }
        for entry in entries
    ]
