"""Can a director who has lost a quarter of the funding see what to protect, and take it along?

In a real browser against the real server and its worker: from the budget that was handed in to
the proposal as a workbook, with the keyboard where people type.
"""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from tests.browser.filling import asks
from tests.browser.walking import Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
LOST = """
import json, django; django.setup()
from northing.foundations.people.access import Role
from northing.foundations.people.tests.make import make_member, make_organisation
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.tests.make_case import NOON, handed_in
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.records.imports.models import Import
BUDGET = '''Line,Amount,Year,Currency
Home visits in the north,150000,2026,EUR
Home visits in the south,140000,2026,EUR
Counselling for the young,260000,2026,EUR
Company check-ups,120000,2026,EUR
Magazine and receptions,90000,2026,EUR
Offices,240000,2026,EUR
Offices,200000,2025,EUR
'''
owner = make_organisation()
make_member(owner, "Bruno", Role.LEADER)
Commitment.objects.create(organisation=owner.organisation, key="visits", position=0, made_at=NOON,
                          text="We visit at home whoever cannot come.")
columns = {"text": "Line", "amount": "Amount", "date": "Year", "currency": "Currency"}
handed_in(owner, "budget.csv", BUDGET.encode(), {"channel": "money", "columns": columns})
Import.objects.update(state=Import.State.READING)
jobs.read_import.enqueue(str(Import.objects.get().id))
print(json.dumps(str(owner.organisation_id)))
"""
A_MINUTE = 60_000
POINTS = {
    "Home visits in the north": "50..60..70",
    "Home visits in the south": "40..55..70",
    "Counselling for the young": "60..70..80",
    "Company check-ups": "0..5..10",
    "Magazine and receptions": "0..3..9",
    "Offices": "20..30..40",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


def test_a_director_cuts_a_quarter_and_takes_the_proposal_along(browser, site, tmp_path):
    organisation = asks(site, "-c", LOST)
    walk = Walk(browser)
    walk.enters(site, "bruno@example.org")
    walk.page.goto(f"{site.address}/organisations/{organisation}/plans/budgets/")
    walk.sees("What would a budget true to the mission look like?", "budgets-none")
    takes_the_lines_over(walk)
    says_what_each_does(walk)
    cuts_a_quarter(walk)
    takes_the_proposal_along(walk, tmp_path)
    walk.page.close()
    browser.clear_cookies()


def takes_the_lines_over(walk):
    walk.press("Propose a budget")
    walk.sees("Where do the lines come from?", "budget-new")
    walk.page.fill("[name=least]", "60")
    walk.page.get_by_role("button", name="Take the lines over").click()
    walk.page.get_by_text("6 of 6 lines are paid for").wait_for(timeout=A_MINUTE)
    assert "Nobody has said yet what the lines do" in walk.page.locator("main").inner_text()


def says_what_each_does(walk):
    """Points and a floor, typed into the rows that were taken over."""
    walk.page.get_by_role("link", name="Change what is asked").click()
    for row in walk.page.locator("[aria-labelledby=part-line] fieldset").all():
        name = row.get_by_label("What it is called").input_value()
        row.get_by_label("Points for the mission").fill(POINTS[name])
        if name.startswith("Home visits"):
            row.get_by_label("Part of its money for").fill("1")
    walk.page.get_by_label("Gets at least, in money").fill("200000")
    walk.sees("Which lines are there, and what has to hold?", "budget-typed")
    walk.page.get_by_role("button", name="Work it out").click()
    walk.page.get_by_text("6 of 6 lines are paid for").wait_for(timeout=A_MINUTE)
    assert "Nobody has said yet" not in walk.page.locator("main").inner_text()


def cuts_a_quarter(walk):
    walk.page.fill("[name=percent]", "25")
    walk.page.get_by_role("button", name="Show what stays").click()
    walk.page.get_by_role("heading", name="The stable core").wait_for(timeout=A_MINUTE)
    walk.sees("What stays with 25 % less?", "budget-cut")
    core = walk.page.locator("[aria-labelledby=core]").inner_text()
    for kept in ("Home visits in the north", "Counselling for the young", "Offices"):
        assert kept in core
    goes = walk.page.locator("[aria-labelledby=goes]").inner_text()
    assert "Company check-ups" in goes
    assert "Magazine and receptions" in goes
    assert "Home visits" not in goes


def takes_the_proposal_along(walk, folder):
    with walk.page.expect_download() as taken:
        walk.page.get_by_role("link", name="XLSX").first.click()
    taken.value.save_as(folder / "proposal.xlsx")
    rows = list(load_workbook(folder / "proposal.xlsx").active.iter_rows(values_only=True))
    assert rows[0][:5] == ("id", "name", "now", "proposed", "change")
    assert sum(row[2] for row in rows[1:]) == 1_000_000
    assert sum(row[3] for row in rows[1:]) <= 750_000
    assert all(row[4] == row[3] - row[2] for row in rows[1:])
