"""Is every page in German all German, but for what an organisation wrote itself?

What the rules say of files, figures and findings is told in German too, so nothing is left that
comes from the program. A page is read as people read it; English shows by its small words.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

import northing
from northing.foundations.people.tests.make import make_organisation
from northing.foundations.text.stop_words import STOP_WORDS
from northing.interfaces.web.tests.rows_plans import EXAMPLES
from northing.interfaces.web.tests.test_pages_keep_their_manners import PLAIN, pages

pytestmark = [pytest.mark.database, pytest.mark.either, pytest.mark.django_db]
ENGLISH = STOP_WORDS["en"] - STOP_WORDS["de"]
WORD = re.compile(r"[^\W\d_]+")
DIGEST = re.compile(r"\b[0-9a-f-]{8,}\b")
UNREAD = re.compile(r"(?s)<(script|style|textarea|select)\b[^>]*>.*?</\1>")
ROWS = ("interfaces/web/tests/rows_*.py", "interfaces/*/tests/make*.py", "stages/*/*/tests/*.py")


def words(text):
    return [one.casefold() for one in WORD.findall(DIGEST.sub("", text))]


@pytest.fixture(scope="module")
def own():
    """All that the rows of the tests say: three words of it in a row are an organisation's own."""
    root = Path(next(iter(northing.__path__)))
    files = sorted(file for one in ROWS for file in root.glob(one))
    files += sorted(EXAMPLES.glob("*.toml"))
    return " ".join(words(" ".join(file.read_text("utf-8") for file in files)))


def english_in(page, own):
    for node in re.split(r"<[^>]+>", UNREAD.sub("", page)):
        said = words(html.unescape(node))
        threes = (" ".join(said[at : at + 3]) for at in range(max(1, len(said) - 2)))
        if sum(one in ENGLISH for one in said) > 1 and not any(one in own for one in threes):
            yield " ".join(said)


def test_no_page_in_german_speaks_english(client, own):
    member = make_organisation()
    client.force_login(member.person)
    for address in (*pages(member), *PLAIN):
        found = client.get(address, HTTP_ACCEPT_LANGUAGE="de")
        if found.streaming:
            list(found.streaming_content)
        elif found.status_code == 200 and found["Content-Type"].startswith("text/html"):
            assert list(english_in(found.content.decode(), own)) == [], address


def test_a_sentence_of_the_program_would_be_found(own):
    left = "<p>Nobody has looked at this for a while.</p><p>Niemand hat hingesehen.</p>"
    assert list(english_in(left, own)) == ["nobody has looked at this for a while"]
