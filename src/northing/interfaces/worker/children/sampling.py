"""How is a sample planned, drawn and reckoned with, in a program of its own?

Each function reads the case of one audit and leaves its answer in a file of JSON; how far it is,
it tells in lines on its standard output. What `draw` draws, `northing sample` draws from the same
case with the same day, size, seed and number of coders.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from northing.case import read_case
from northing.cycle import Audit, Case, Step, population
from northing.cycle import audit as run_cycle
from northing.cycle import draw as drawn_from
from northing.foundations.sources.rows import Refusal
from northing.foundations.text.match import MatchSettings
from northing.foundations.text.redaction import Redactor
from northing.interfaces.reports.audit_json import measure
from northing.interfaces.reports.labels_json import labels_json
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.clarify.commitments.section import names_of
from northing.stages.diagnose.linking.engine import link_records
from northing.stages.diagnose.verification.engine import verification_of
from northing.stages.diagnose.verification.facts import CODERS, Labelled, Sample
from northing.stages.diagnose.verification.intake.stored import labelled_in
from northing.stages.diagnose.verification.rules.beside import Beside, beside
from northing.stages.diagnose.verification.rules.precision import as_expected
from northing.stages.diagnose.verification.section import Question, questions
from northing.stages.records.ledger.facts import Record
from northing.stages.records.ledger.section import Telling, amount_words

SIZES = (50, 100, 200, 400)
_SEED = 0
_BESIDE = 160


def plan(case: str, on: str, out: str) -> None:
    """How precise the figures would be after how many answers."""
    content = _read(case)
    found = run_cycle(content, on=date.fromisoformat(on), seed=_SEED, tell=_tell)
    sizes = [{"size": size, "channels": _precision(content, found, size)} for size in SIZES]
    _leave(out, {"pairs": population(found).size, "sizes": sizes})


def _precision(case: Case, found: Audit, size: int) -> list[dict[str, Any]]:
    """Draws and reckons just as it will be done, as if people found what they usually find."""
    sample = drawn_from(found, size=size, seed=_SEED)
    told = verification_of(
        [as_expected(sample)], case.records, found.links.before_labels(), case.commitments,
        home_currency=case.currency, seed=_SEED,
    )  # fmt: skip
    return [
        {"channel": one.account, "asked": one.checked, "right": measure(one.right)}
        for one in told.accounts
    ]


def draw(case: str, on: str, wishes: dict[str, int], out: str) -> None:
    """The sample as a case keeps it, and each pair as people are shown it."""
    content = _read(case)
    day = date.fromisoformat(on)
    found = run_cycle(content, on=day, seed=wishes["seed"], tell=_tell)
    sample = drawn_from(found, **wishes)
    text = labels_json(Labelled(sample=sample), redact=_redact(content))
    _leave(out, {"content": json.loads(text), "questions": _questions(content, sample)})


def reckon(case: str, labels: str, out: str) -> None:
    """What the answers given so far say of each channel and each commitment."""
    content = _read(case)
    mine = labelled_in(Path(labels).read_bytes(), labels)
    if isinstance(mine, Refusal):
        raise TypeError(mine.reason)
    links = link_records(
        content.records, content.commitments, content.rules,
        settings=MatchSettings(language=content.language, meaning=content.meaning),
        said=content.corrections, organisation=content.organisation,
    )  # fmt: skip
    others = [one for one in content.labels if one.sample.id != mine.sample.id]
    found = verification_of(
        [mine, *others], content.records, links.before_labels(), content.commitments,
        home_currency=content.currency, seed=_SEED,
    )  # fmt: skip
    used = next(one for one in found.samples if one.id == mine.sample.id)
    _leave(out, {
        "alpha": measure(used.alpha),
        "rule": used.rule,
        "disputed": list(used.disputed),
        "channels": [
            {"channel": one.account, "checked": one.checked, "right": measure(one.right),
             "overlooked": measure(one.overlooked)}
            for one in found.accounts
        ],
        "cells": [
            {"commitment": one.commitment, "channel": one.account, "checked": one.checked,
             "advancing": measure(one.advancing), "contradicting": measure(one.contradicting)}
            for one in found.cells if one.checked
        ],
    })  # fmt: skip


def _read(case: str) -> Case:
    return read_case(Path(case), tell=_tell)


def _redact(case: Case) -> Callable[[str], str]:
    return Redactor(sorted(case.names), language=case.language).redact


def _questions(case: Case, sample: Sample) -> list[dict[str, Any]]:
    """Every pair once, whoever is asked; what the machine thought of it is not among it."""
    redact = _redact(case)
    telling = Telling(redact=redact, people=case.names, names=names_of(case.commitments, redact))
    records = {record.id: record for record in case.records}
    near = beside(case.records, {pair.record for pair in sample.pairs})
    shown: dict[int, Question] = {}
    for coder in CODERS:
        of = questions(Labelled(sample=sample), coder, records, case.commitments, telling)
        shown |= {one.pair.number: one for one in of}
    promises = {one.id: one for one in case.commitments}
    return [
        _question(one, promises[one.pair.commitment], near.get(one.pair.record, Beside()), telling)
        for _, one in sorted(shown.items())
    ]


def _question(one: Question, promise: Commitment, near: Beside, telling: Telling) -> dict[str, Any]:
    return {
        "number": one.pair.number,
        "coders": "".join(one.pair.coders),
        "account": one.pair.account,
        "content": {
            "promise": one.promise,
            "living": [telling.text(sign) for sign in promise.living_it],
            "breaking": [telling.text(sign) for sign in promise.breaking_it],
            "record": one.record, "kind": one.kind, "place": one.place, "heading": one.heading,
            "amount": one.amount, "unit": one.unit,
            "before": [_beside(each, telling) for each in near.before],
            "after": [_beside(each, telling) for each in near.after],
        },
    }  # fmt: skip


def _beside(one: Record, telling: Telling) -> dict[str, Any]:
    return {
        "line": one.place.line,
        "text": telling.spoken(one.text, most=_BESIDE),
        "amount": amount_words([one]),
    }


def _tell(step: Step) -> None:
    told = {"doing": step.doing, "done": step.done, "of": step.of}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _leave(out: str, told: dict[str, Any]) -> None:
    Path(out).write_text(json.dumps(told, ensure_ascii=False), "utf-8")
