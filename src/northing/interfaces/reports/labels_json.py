"""How does a sample with its labels stand in a file? The same drawing gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from northing.stages.diagnose.verification.facts import (
    AccountThen,
    Earlier,
    Labelled,
    Pair,
    PartThen,
    Sample,
    Stratum,
)
from northing.stages.diagnose.verification.intake.stored import SCHEMA


def labels_json(one: Labelled, *, redact: Callable[[str], str] = str) -> str:
    """The drawing first, so that it can be repeated; then every label."""
    labels = sorted(one.labels, key=lambda each: (each.pair, each.coder))
    content = {
        "schema": SCHEMA,
        "sample": _sample(one.sample, redact),
        "labels": [
            {
                "pair": each.pair,
                "coder": each.coder,
                "answer": str(each.answer),
                "note": redact(each.note),
            }
            for each in labels
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _sample(one: Sample, redact: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "on": one.on.isoformat(),
        "seed": one.seed,
        "size": one.size,
        "population": one.population,
        "population_sha256": one.population_sha256,
        "outside": list(one.outside),
        "strata": [_stratum(each) for each in one.strata],
        "pairs": [_pair(each, redact) for each in one.pairs],
        "accounts": [_account(each) for each in one.accounts],
        "earlier": [_earlier(each) for each in one.earlier],
    }


def _account(one: AccountThen) -> dict[str, Any]:
    return {
        "account": one.account,
        "whole": str(one.whole),
        "missing": str(one.missing),
        "paid_back": [[name, str(linked), str(most)] for name, linked, most in one.paid_back],
        "parts": [_part(each) for each in one.parts],
    }


def _part(one: PartThen) -> dict[str, Any]:
    return {
        "commitment": one.commitment,
        "standing": str(one.standing),
        "quoted": one.is_quoted,
        "size": one.size,
        "mass": str(one.mass),
        "lightest": str(one.lightest),
        "heaviest": str(one.heaviest),
    }


def _earlier(one: Earlier) -> dict[str, Any]:
    return {
        "sample": one.sample,
        "pair": one.pair,
        "record": one.record,
        "standing": str(one.standing),
        "mass": str(one.mass),
    }


def _stratum(one: Stratum) -> dict[str, Any]:
    return {
        "account": one.account,
        "commitment": one.commitment,
        "standing": str(one.standing),
        "quoted": one.is_quoted,
        "size": one.size,
        "mass": str(one.mass),
        "drawn": one.drawn,
    }


def _pair(one: Pair, redact: Callable[[str], str]) -> dict[str, Any]:
    return {
        "number": one.number,
        "record": one.record,
        "commitment": one.commitment,
        "stratum": one.stratum,
        "probability": one.probability,
        "mass": str(one.mass),
        "weight": str(one.weight),
        "account": one.account,
        "standing": str(one.standing),
        "unit": None if one.unit is None else redact(one.unit),
        "band": one.band,
        "words": one.words,
        "promise": one.promise,
        "coders": list(one.coders),
    }
