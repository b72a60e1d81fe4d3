"""Which rows do the addresses of imports and records name?"""

from __future__ import annotations

from datetime import date

from northing.foundations.people.tests.make import NOON
from northing.foundations.sources.shelf import Kept
from northing.interfaces.worker.taking import shelf
from northing.stages.diagnose.linking import actions as linking
from northing.stages.records.imports.actions import HandedIn, hand_in
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import actions, store
from northing.stages.records.ledger.facts import Channel, Typed
from northing.stages.records.ledger.models import StoredRecord

ENDS = ("records_typed_withdrawal", "records_correction_withdrawal", "records_undoing")
"""Names of addresses that end what others look at: they are tried last."""
LOOKED = {
    "kind": "csv",
    "columns": ["Line", "Amount"],
    "sheets": [],
    "rows": 1,
    "records": 1,
    "refused": 0,
    "refusals": [],
    "left_out": {},
    "notes": [],
    "chosen": {"text": "Line", "amount": "Amount"},
    "amounts": {},
    "sums": {},
    "currencies": [],
    "channel": "money",
    "dated": 0,
    "preview": [{"sheet": "", "line": 2, "cells": ["Screening", "90"], "text": "", "heading": ""}],
    "examples": [],
}


def rows(owner):
    """The row behind each name of an address, in the owner's organisation."""
    typed = typed_in(owner)
    record = f"{owner.organisation_id}.csv:2"
    one = read(owner, record)
    there = store.record(owner.organisation, record)
    said = linking.correct(there, "prevention", bears=True, by=owner, at=NOON)
    return {"typed": typed, "handed_in": one, "record": record, "correction": said}


def typed_in(owner):
    typed = Typed(
        channel=Channel.DECISIONS,
        text="The rest fund is withdrawn.",
        effective_on=date(2026, 3, 1),
        received_on=date(2026, 3, 2),
    )
    return actions.type_in(typed, by=owner, at=NOON)


def read(owner, record):
    """A file that was read, with one record."""
    key = owner.id
    kept: Kept = shelf().keep(
        owner.organisation_id, key, [b"Line,Amount\nScreening,90\n"], largest=100
    )
    one = hand_in(HandedIn(id=key, name="budget.csv", kept=kept), by=owner, at=NOON)
    rows = Import.objects.filter(id=one.id)
    rows.update(state=Import.State.DONE, channel="money", account=LOOKED)
    StoredRecord.objects.get_or_create(
        organisation=owner.organisation,
        name=record,
        defaults={
            "source": one,
            "channel": "money",
            "text": "<b>Harbour</b> screening",
            "side": "spending",
            "line": 2,
            "sought": "screening",
        },
    )
    return rows.get()
