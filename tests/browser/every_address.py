"""Which addresses are there to be looked at?

They are read from the program, so that a page that is added is looked at; what stands in an
address between < and > is taken from the tables, one row of every state there is.
"""

from __future__ import annotations

import sqlite3
from itertools import product
from re import findall
from urllib.parse import quote

from northing.interfaces.web import urls
from northing.interfaces.web.addresses import findings
from northing.interfaces.web.addresses.sign_in import closed
from northing.stages.decide.ways_in.facts import Step

OWNED = "SELECT id FROM {table} WHERE organisation_id = :here ORDER BY {order} LIMIT 1"
A_STATE = "SELECT id, {of} FROM {table} WHERE organisation_id = :here GROUP BY {by}"
THROUGH = (
    "SELECT id FROM {table} WHERE {key} IN"
    " (SELECT id FROM {whole} WHERE organisation_id = :here) LIMIT 1"
)
ROWS = {
    "member": OWNED.format(table="people_member", order="joined_at"),
    "invitation": OWNED.format(table="people_invitation", order="email"),
    "token": THROUGH.format(table="people_token", key="member_id", whole="people_member"),
    "unit": OWNED.format(table="people_unit", order="name"),
    "version": OWNED.format(table="clarify_missionversion", order="number DESC"),
    "commitment": OWNED.format(table="clarify_commitment", order="position"),
    "value": OWNED.format(table="clarify_value", order="name"),
    "line": OWNED.format(table="clarify_purposeline", order="text"),
    "practice": THROUGH.format(
        table="clarify_practice", key="commitment_id", whole="clarify_commitment"
    ),
    "promise": OWNED.replace("id", "key", 1).format(table="clarify_commitment", order="position"),
    "channel": "SELECT 'money'",
    "file": "SELECT 'report.html'",
    "name": "SELECT 'report.html'",
    "handed_in": A_STATE.format(table="records_import", of="max(bytes)", by="state"),
    "record": OWNED.replace("id", "name", 1).format(table="records_storedrecord", order="id"),
    "typed": OWNED.format(table="records_typedrecord", order="number"),
    "correction": OWNED.format(table="diagnose_storedcorrection", order="made_at"),
    "audit": A_STATE.format(table="diagnose_storedaudit", of="min(number)", by="state, issued_at"),
    "finding": THROUGH.format(
        table="diagnose_storedfinding", key="audit_id", whole="diagnose_storedaudit"
    ),
    "decision": A_STATE.format(
        table="decide_storeddecision", of="min(number)", by="state, is_overridden, reviewed_on"
    ),
    "condition": THROUGH.format(
        table="decide_storedcondition", key="decision_id", whole="decide_storeddecision"
    ),
    "filter": A_STATE.format(table="decide_storedfilter", of="min(name)", by="is_on"),
    "appeal": THROUGH.format(
        table="decide_storedappeal", key="decision_id", whole="decide_storeddecision"
    ),
    "statement": OWNED.format(table="clarify_approachstatement", order="number DESC"),
    "walk": "SELECT id FROM decide_wayin WHERE organisation_id = :here",
    "step": " UNION ".join(f"SELECT '{one}'" for one in Step),
    "webhook": OWNED.format(table="webhooks_webhook", order="id"),
    "priority": A_STATE.format(
        table="decide_storedpriorities", of="min(made_at)", by="state, set_aside_at IS NULL"
    ),
    "budget": A_STATE.format(
        table="decide_storedbudget", of="min(made_at)", by="state, cut, set_aside_at IS NULL"
    ),
    "sample": A_STATE.format(table="diagnose_storedsample", of="min(drawn_at)", by="state"),
}


def of_organisation(home, name):
    """Every address of the organisation, with its name and the number of its row."""
    here = asked(home, "SELECT id FROM people_organisation WHERE name = :here", name)[0][0]
    for one in urls.organisation_pages:
        for number, route in enumerate(filled(home, str(one.pattern), here)):
            yield f"{one.name}-{number}", f"/organisations/{dashed(here)}/{route}"
    for one in findings.public_pages:
        for number, route in enumerate(filled(home, str(one.pattern), here)):
            yield f"{one.name}-{number}", f"/{route}"


def filled(home, route, here):
    """The route, once for every row that fits."""
    keys = findall(r"<(?:(\w+):)?(\w+)>", route)
    unknown = [key for _kind, key in keys if key not in ROWS]
    assert not unknown, f"say in ROWS where the {unknown} of {route} is found"
    rows = [asked(home, ROWS[key], here) for _kind, key in keys]
    for row in product(*rows):
        one = route
        for (kind, key), (value, *_) in zip(keys, row, strict=True):
            one = one.replace(f"<{kind}:{key}>", quote(dashed(value)))
        yield one


def of_anybody(home, patterns=urls.urlpatterns, before="/"):
    """Every address beside those of organisations that needs no row to open a page."""
    for one in patterns:
        route = before + str(one.pattern)
        if hasattr(one, "url_patterns"):
            if "<" not in route:
                yield from of_anybody(home, one.url_patterns, route)
        elif one.callback is not closed and not set("<^$") & set(route):
            yield one.name or route.strip("/").replace("/", "-"), route


def asked(home, sql, here):
    with sqlite3.connect(f"file:{home}/northing.sqlite3?mode=ro", uri=True) as database:
        return database.execute(sql, {"here": here}).fetchall()


def dashed(one):
    """An id as addresses have it: the database of a small installation keeps it without."""
    text = str(one)
    parts = (text[:8], text[8:12], text[12:16], text[16:20], text[20:])
    return "-".join(parts) if len(text) == 32 and text.isalnum() else text
