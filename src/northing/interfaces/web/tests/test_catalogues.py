"""Are the pages there in German, whole, and is what runs what people wrote?"""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest

from northing.interfaces.web import catalogue

WEB = Path(__file__).parents[1]
PO = WEB / "locale" / "de" / "LC_MESSAGES" / "django.po"
PLACES = re.compile(r"%\(\w+\)s")


@pytest.fixture(scope="module")
def german():
    return catalogue.read(PO)


def test_every_sentence_is_translated_and_none_is_left_over(german):
    package = WEB.parents[1]
    said = catalogue.sentences(package / "interfaces", package / "foundations", package / "stages")
    assert len(said) > 1000
    assert said == set(german) - {""}
    assert all(german.values())


def test_places_for_names_and_numbers_are_kept(german):
    for sentence, said in german.items():
        assert sorted(PLACES.findall(sentence)) == sorted(PLACES.findall(said)), sentence


def test_what_runs_is_what_was_written(german):
    with PO.with_suffix(".mo").open("rb") as file:
        runs = gettext.GNUTranslations(file)
    assert PO.with_suffix(".mo").read_bytes() == catalogue.compiled(german)
    for one, said in german.items():
        single, both, many = one.partition(catalogue.BOTH)
        if both:
            shown = [runs.ngettext(single, many, count) for count in (1, 2)]
            assert shown == said.split(catalogue.BOTH)
        elif one:
            assert runs.gettext(one) == said


def test_a_sentence_for_one_and_for_many_is_one_entry(tmp_path):
    po = tmp_path / "django.po"
    po.write_text(
        'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "%(n)s line"\nmsgid_plural "%(n)s lines"\n'
        'msgstr[0] "%(n)s Zeile"\nmsgstr[1] "%(n)s Zeilen"\n'
    )
    assert catalogue.read(po)["%(n)s line\0%(n)s lines"] == "%(n)s Zeile\0%(n)s Zeilen"
    text = (
        "{% blocktranslate count n=n %}{{ n }} line{% plural %}{{ n }} lines{% endblocktranslate %}"
    )
    assert list(catalogue._in_template(text)) == ["%(n)s line\0%(n)s lines"]
    assert list(catalogue._in_program("ngettext('a', 'b', n)")) == ["a\0b"]
