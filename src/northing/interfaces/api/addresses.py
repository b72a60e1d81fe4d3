"""Which operations does the API have?"""

from __future__ import annotations

from ninja import Router

from northing.interfaces.api.operations import (
    audits,
    clarify,
    findings,
    imports,
    people,
    records,
    trail,
    typed,
    verification,
)

ROUTERS: list[Router] = [
    people.router,
    clarify.router,
    imports.router,
    records.router,
    typed.router,
    audits.router,
    findings.router,
    verification.router,
    trail.router,
]
