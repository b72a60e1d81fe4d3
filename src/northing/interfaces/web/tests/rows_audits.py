"""Which rows do the addresses of audits and their findings name?"""

from __future__ import annotations

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
    audit = make_told_audit(owner, content(findings=[one], on="2026-02-15"), 2, issued=True)
    return {"audit": audit, "finding": store.findings(audit).get()}
