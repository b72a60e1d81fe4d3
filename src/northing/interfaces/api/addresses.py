"""Which operations does the API have?"""

from __future__ import annotations

from ninja import Router

from northing.interfaces.api.operations import (
    answers,
    approach,
    audits,
    commitments,
    comparison,
    corrections,
    findings,
    imports,
    members,
    mission,
    people,
    practices,
    publication,
    purpose_lines,
    reading,
    records,
    trail,
    typed,
    units,
    values,
    verification,
    webhooks,
)

ROUTERS: list[Router] = [
    people.router,
    units.router,
    members.router,
    mission.router,
    commitments.router,
    values.router,
    practices.router,
    purpose_lines.router,
    approach.router,
    imports.router,
    reading.router,
    records.router,
    corrections.router,
    typed.router,
    audits.router,
    comparison.router,
    findings.router,
    publication.router,
    verification.router,
    answers.router,
    webhooks.router,
    trail.router,
]
