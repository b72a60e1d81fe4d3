"""Can somebody from outside read all that was read, say what they think of it, and change nothing?

In a real browser against the real server: population, sample, findings on both sides, an opinion
that is printed with the audit; then the last day is over, and nothing is there any more.
"""

from __future__ import annotations

import pytest

from tests.browser.filling import asks
from tests.browser.walking import Walk, serving

pytestmark = [pytest.mark.browser, pytest.mark.database]
OVER = """
import sys, django; django.setup()
from datetime import date
from northing.foundations.people.models import Member
print(Member.objects.filter(id=sys.argv[1]).update(until=date(2020, 1, 1)))
"""
KEPT = """
import json, django; django.setup()
from northing.stages.diagnose.audits.models import Opinion, StoredAudit
from northing.stages.diagnose.findings.models import FollowUp, StoredReply
from northing.foundations.trail.models import TrailEvent
print(json.dumps({
    "opinions": [[one.kind, one.text] for one in Opinion.objects.order_by("given_at")],
    "verbs": sorted(set(TrailEvent.objects.filter(verb__contains="opinion")
                        .values_list("verb", flat=True))),
    "issued": StoredAudit.objects.exclude(issued_at=None).count(),
    "followed": FollowUp.objects.count() + StoredReply.objects.count(),
}))
"""
SAID = "I drew forty lines of the budget and met the vouchers of all but two."


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture(scope="module")
def rows(site, audited, examples, tmp_path_factory):
    """What the installation holds: one audit of a real run, and whoever is there."""
    case = examples / "harbour_health"
    out = audited(case, tmp_path_factory.mktemp("out")).out
    return asks(site, "-m", "tests.browser.filling", str(case), str(out))


def test_an_outside_auditor_reads_everything_says_one_thing_and_changes_nothing(
    browser, site, rows
):
    walk = Walk(browser)
    walk.enters(site, "bruno@example.org")
    base = f"{site.address}/organisations/{rows['organisation']}"
    reads(walk, base)
    finds(walk, base, rows)
    gives_an_opinion(walk, base, rows)
    changes_nothing_else(walk, base, rows)
    assert asks(site, "-c", KEPT) == {
        "opinions": [["qualified", SAID]],
        "verbs": ["opinion given"],
        "issued": 0,
        "followed": 0,
    }
    assert asks(site, "-c", OVER, rows["bruno"]) == 1
    for address in ("/", "/records/", "/audits/findings/", f"/audits/{rows['audits'][0]}/opinion/"):
        assert walk.page.goto(base + address).status == 404
    walk.page.close()
    browser.clear_cookies()


def reads(walk, base):
    """The population, and the sample that was drawn of it."""
    walk.page.goto(f"{base}/records/")
    walk.sees("", "auditor-population")
    assert walk.page.locator("main").inner_text()
    walk.page.goto(f"{base}/verification/")
    walk.sees("", "auditor-samples")


def finds(walk, base, rows):
    """From the list to one finding, by the keyboard, and from there to the record it rests on."""
    walk.page.goto(f"{base}/audits/findings/")
    walk.sees("Which findings are open", "auditor-findings")
    walk.press("A line that must not be crossed was crossed")
    walk.sees("what speaks for it, and what against?", "auditor-finding")
    main = walk.page.locator("main")
    assert "Shorten the standard appointment" in main.locator("[aria-labelledby=for]").inner_text()
    assert "Doctors' time for longer" in main.locator("[aria-labelledby=against]").inner_text()
    assert walk.page.get_by_role("link", name="Take it up").count() == 0
    walk.press("decisions.csv:52")
    assert "Shorten the standard appointment" in walk.page.locator("main").inner_text()
    walk.page.go_back()


def gives_an_opinion(walk, base, rows):
    walk.page.goto(f"{base}/audits/{rows['audits'][0]}/opinion/")
    walk.sees("What does an independent reviewer say", "opinion-none")
    walk.type("Your opinion", "qualified")
    walk.type("What did you examine", " ")
    walk.press("Give this opinion")
    walk.sees("What does an independent reviewer say", "opinion-refused")
    assert walk.page.get_by_label("Your opinion").input_value() == "qualified"
    walk.type("What did you examine", SAID)
    walk.press("Give this opinion")
    walk.sees("What does an independent reviewer say", "opinion-given")
    assert SAID in walk.page.locator("main").inner_text()


def changes_nothing_else(walk, base, rows):
    """Every form of this part, sent as a program would send it past the pages."""
    audit, finding = rows["audits"][0], rows["finding"]
    cookies = {one["name"]: one["value"] for one in walk.page.context.cookies()}
    headers = {"X-CSRFToken": cookies["northing_form"]}
    forms = {
        f"/audits/{audit}/issue/": {"revision": "1", "sure": "on"},
        f"/audits/{audit}/aside/": {"revision": "1", "reason": "It displeases."},
        "/audits/publication/": {"readers": "public", "days": "0"},
        f"/audits/findings/{finding}/plan/": {"revision": "0", "state": "open"},
        f"/audits/findings/{finding}/reply/": {"text": "Mended.", "role": "auditor"},
        "/commitments/new/": {"text": "We promise more."},
        "/records/new/": {"text": "It was done."},
        "/units/": {"name": "A unit of mine"},
    }
    for address, form in forms.items():
        found = walk.page.context.request.post(
            base + address, form=form, headers=headers, max_redirects=0
        )
        assert found.status == 403, address
