"""Can somebody hand a budget in, have it audited, and walk from the headline to the very line?

In a real browser against the real server and its worker, by mouse and keyboard alone: no address
is typed on the way.
"""

from __future__ import annotations

import pytest

from tests.browser.filling import asks
from tests.browser.walking import Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
BUDGET = """Line,Department,Amount,Year
Screening days in the north,North,1200.50,2023
Repairs to the roof,South,900,2023
Home visits in the dunes,North,900,2023
Screening days in the north,North,1250,2024
Repairs to the roof,South,950,2024
Home visits in the dunes,North,400,2024
Screening days in the north,North,1250,2025
Repairs to the roof,South,950,2025
Home visits in the dunes,North,20,2025
Screening days in the south,South,abc,2025
"""
LAST = "Home visits in the dunes,North,20,2025"
PROMISED = """
import json, django; django.setup()
from northing.foundations.people.tests.make import make_organisation
from northing.interfaces.worker.jobs import imports as jobs
from northing.interfaces.worker.tests.make_case import NOON, handed_in
from northing.stages.clarify.commitments.models import Commitment
from northing.stages.records.imports.models import Import
STATEMENT = '''# What we promise

Screening days are crucial to us: we screen everybody once a year in every district.
We visit at home whoever cannot come; home visits are free.
Home visits are crucial for whoever is housebound.
'''
owner = make_organisation()
promises = (
    ("screening", "We screen everybody once a year.", "screening days"),
    ("visits", "We visit at home whoever cannot come.", "home visits"),
)
for position, (key, text, sign) in enumerate(promises):
    Commitment.objects.create(organisation=owner.organisation, key=key, text=text,
                              living_it=[sign], position=position, made_at=NOON)
plan = {"channel": "words", "date": "2024"}
said = handed_in(owner, "statement.md", STATEMENT.encode(), plan)
Import.objects.update(state=Import.State.READING)
jobs.read_import.enqueue(str(said.id))
print(json.dumps(str(owner.organisation_id)))
"""
A_MINUTE = 120_000


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


def test_from_the_headline_to_the_line_of_the_file(browser, site, tmp_path):
    organisation = asks(site, "-c", PROMISED)
    walk = Walk(browser)
    walk.enters(site, "amina@example.org")
    walk.page.goto(f"{site.address}/organisations/{organisation}/")
    hands_the_budget_in(walk, tmp_path)
    has_it_audited(walk)
    walks_from_the_figure_to_the_line(walk)
    walks_from_the_finding_to_the_line(walk)
    takes_the_report_along(walk)
    walk.page.close()
    browser.clear_cookies()


def hands_the_budget_in(walk, folder):
    (folder / "budget.csv").write_text(BUDGET, "utf-8")
    walk.press("Records")
    walk.page.get_by_role("link", name="Files handed in").first.click()
    walk.page.get_by_role("link", name="Hand in").first.click()
    walk.page.set_input_files("input[type=file]", folder / "budget.csv")
    walk.press("Hand in")
    walk.page.get_by_role("button", name="Read it so").wait_for(timeout=A_MINUTE)
    walk.page.get_by_role("button", name="Read it so").click()
    walk.page.get_by_role("heading", name="What did budget.csv give?").wait_for(timeout=A_MINUTE)
    walk.sees("What did budget.csv give?")


def has_it_audited(walk):
    walk.press("Audits")
    walk.sees("What did each audit find?", "audits-none")
    walk.press("Ask for an audit")
    walk.sees("What shall be audited?", "audits-ask")
    assert "budget.csv: 1 line could not be read." in walk.page.locator("main").inner_text()
    walk.press("Ask for the audit")
    heading = walk.page.get_by_role("heading", name="Where do words and deeds part?")
    heading.wait_for(timeout=A_MINUTE)
    walk.sees("Where do words and deeds part?", "audit")
    assert "Most at “We visit at home" in walk.page.locator(".lead").inner_text()


def walks_from_the_figure_to_the_line(walk):
    """The headline's figure, how it was made, one of its records, its line."""
    walk.press("How this figure was made")
    walk.sees("How large is the gap in money", "cell")
    walk.page.get_by_role("link", name="Home visits in the dunes").last.click()
    stands_at_its_line(walk, "Home visits in the dunes")
    walk.page.go_back()
    walk.page.go_back()


def walks_from_the_finding_to_the_line(walk):
    """A cell of the map, its promise, what was found of it, the record it rests on, its line."""
    walk.page.locator(".gap-map tbody th a", has_text="We visit at home").click()
    walk.sees("What was promised here, and what was done?", "promise")
    walk.press("The share of money for “We visit at home")
    walk.sees("what speaks for it, and what against?", "finding-of-the-walk")
    walk.press("budget.csv:10")
    stands_at_its_line(walk, LAST)


def stands_at_its_line(walk, words):
    walk.sees("What does this record say, and for which promise?", "record-of-the-walk")
    here = walk.page.locator("tr[aria-current=true]")
    assert words in here.inner_text()


def takes_the_report_along(walk):
    walk.press("Audits")
    walk.press("1")
    for name in ("The report as a page", "The report as a workbook", "The case, to audit it again"):
        with walk.page.expect_download() as taken:
            walk.page.get_by_role("link", name=name).click()
        assert taken.value.suggested_filename.startswith("harbour-health-1-")
        assert taken.value.path().stat().st_size > 1_000
