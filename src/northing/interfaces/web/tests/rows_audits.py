"""Which rows do the addresses of audits and their findings name?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from northing.case import read_case
from northing.cycle import audit as audited
from northing.interfaces.reports.audit_json import to_json
from northing.interfaces.worker.tests.make_case import DAY, small_case
from northing.stages.diagnose.audits import store
from northing.stages.diagnose.audits.tests.told import content, finding
from northing.stages.diagnose.publication.tests.make import make_told_audit

ENDS = ()
"""Names of addresses that end what others look at: they are tried last."""


def rows(owner):
    """The row behind each name of an address, in the owner's organisation.

    Both audits are issued, so that every role finds what it may look for.
    """
    one = finding(statement="<b>Harbour</b> was promised whole.", channel="decisions")
    make_told_audit(owner, content(findings=[one]), 1, issued=True)
    audit = make_told_audit(owner, {**real(), "findings": [one]}, 2, issued=True)
    return {
        "audit": audit,
        "finding": store.findings(audit).get(),
        "promise": "visits",
        "channel": "money",
        "file": "audit.json",
    }


@lru_cache
def real() -> Mapping[str, Any]:
    """What an audit of a small case says, whole."""
    with TemporaryDirectory() as folder:
        case = read_case(small_case(Path(folder)))
    found: Mapping[str, Any] = json.loads(to_json(audited(case, on=DAY, seed=0), version="9.9"))
    return found
