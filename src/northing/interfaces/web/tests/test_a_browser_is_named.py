"""Is a browser called by the name its owner knows it by?"""

from __future__ import annotations

import pytest

from northing.interfaces.web.agents import browser_of
from northing.interfaces.web.templatetags.words import browser_said

KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
LATEST = "Chrome/140.0.0.0 Safari/537.36"
KNOWN = {
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {KIT} {LATEST}": ("Chrome", "Windows"),
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {KIT} {LATEST} Edg/140.0": ("Edge", "Windows"),
    f"Mozilla/5.0 (Linux; Android 15) {KIT} {LATEST} EdgA/140.0": ("Edge", "Android"),
    f"Mozilla/5.0 (X11; Linux x86_64) {KIT} {LATEST} OPR/120.0": ("Opera", "Linux"),
    "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0": ("Firefox", "Linux"),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/18.0 Safari/605.1.15": ("Safari", "macOS"),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1": ("Chrome", "iPhone"),
}


@pytest.mark.parametrize(("agent", "named"), KNOWN.items())
def test_a_browser_that_names_others_is_still_itself(agent, named):
    assert browser_of(agent) == named
    assert browser_said(agent) == f"{named[0]} on {named[1]}"


@pytest.mark.parametrize("agent", ["", "curl/8.5.0", "Mozilla/5.0", "Firefox/143.0", "x" * 500])
def test_what_nobody_knows_is_shown_as_it_calls_itself(agent):
    assert browser_of(agent) is None
    assert browser_said(agent) in (agent, f"{agent[:59]}…", "unknown")
