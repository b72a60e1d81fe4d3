"""Is every sentence of a finding there in German, with each of its places?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.foundations.documents.told import Either, Told, tell, together, told_in
from northing.stages.diagnose.findings import rules
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE
from northing.stages.diagnose.findings.rules.german.all import GERMAN
from northing.stages.diagnose.findings.rules.german.earlier import EARLIER
from northing.stages.diagnose.findings.rules.layers import LAYERS
from northing.stages.records.ledger.facts import Channel

HERE = Path(next(iter(rules.__path__)))
FILES = sorted(HERE.glob("*.py"))
PLACE = re.compile(r"\{(\w+)")
LETTER = re.compile(r"[^\W\d_]")
GLUES = {"evidence.py", "admissions.py", "recurrences.py"}
"""Where an f-string shortens or lists what people wrote, and says no word of ours."""


def texts(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for one in ast.walk(tree):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == name:
            yield one


def prose(tree: ast.AST) -> set[str]:
    """Whole sentences that are no docstring, wherever they stand."""
    documents = {
        id(one.value)
        for one in ast.walk(tree)
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
    }
    return {
        one.value
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant)
        and isinstance(one.value, str)
        and id(one) not in documents
        and one.value.endswith(".")
        and " " in one.value
    }


def patterns(tree: ast.AST) -> set[str]:
    told = {text for call in calls(tree, "tell") for text in texts(call.args[0])}
    return {one for one in told | prose(tree) if LETTER.search(PLACE.sub("", one))}


def every(of) -> set[str]:
    return {one for file in FILES for one in of(ast.parse(file.read_text("utf-8")))}


def places(pattern: str | Either) -> list[str]:
    told = [pattern.one, pattern.many] if isinstance(pattern, Either) else [pattern]
    (found, *others) = [sorted(PLACE.findall(one)) for one in told]
    assert all(one == found for one in others), pattern
    return found


def test_every_pattern_and_every_sentence_of_the_rules_is_there():
    assert every(patterns) - set(GERMAN.patterns) == set()


def test_nothing_is_translated_that_no_rule_says():
    entries = {text for one in CATALOGUE.values() for text in said_of(one)}
    unsaid = set(GERMAN.patterns) - set(EARLIER) - every(patterns) - entries
    literal = every(lambda tree: set(texts(tree)))
    assert unsaid - literal == set()


def test_what_older_audits_say_is_said_by_no_rule_any_more():
    assert set(EARLIER) & every(patterns) == set()


def said_of(entry) -> tuple[str, ...]:
    return entry.title, entry.definition, entry.looked_for, entry.changes


def test_every_rule_of_the_catalogue_is_described():
    said = {text for one in CATALOGUE.values() for text in said_of(one)}
    assert said - set(GERMAN.patterns) == set()


@pytest.mark.parametrize("words", [GERMAN.patterns, GERMAN.glued], ids=["told", "glued"])
def test_each_place_stands_in_both_languages(words):
    for english, german in words.items():
        assert set(places(german)) == set(places(english)), english
        if isinstance(german, Either):
            assert german.by in PLACE.findall(english)


def test_every_term_and_every_noun_has_a_word():
    terms = every(lambda tree: {text for call in calls(tree, "Term") for text in texts(call)})
    nouns = every(
        lambda tree: {text for call in calls(tree, "counted") for text in texts(call.args[1])}
    )
    kinds = {str(one) for one in Channel} | set(LAYERS)
    assert (terms | kinds) - set(GERMAN.terms) == set()
    assert nouns == set(GERMAN.nouns)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_sentence_is_glued_together(file):
    """What an f-string says can be told in no other language."""
    tree = ast.parse(file.read_text("utf-8"))
    said = [one for one in ast.walk(tree) if isinstance(one, ast.JoinedStr)]
    if file.name not in GLUES | {"chance.py"}:
        assert [ast.unparse(one) for one in said if any(map(LETTER.search, texts(one)))] == []


@pytest.mark.parametrize("wrote", ["We came many times", "time", "do: nothing", "sample 3"])
def test_what_people_wrote_is_never_taken_for_a_word_of_ours(wrote):
    """Each is, or looks like, a term or a reason that has German words."""
    assert told_in(GERMAN, Told(wrote)) == wrote
    assert told_in(GERMAN, together(wrote, "Good work is not told.")).startswith(wrote)
    assert wrote in told_in(GERMAN, tell("“{text}”", text=wrote))


@given(st.sampled_from(sorted(GERMAN.patterns)), st.data())
def test_what_stands_in_the_places_stands_in_both_languages(pattern, data):
    names = sorted(set(PLACE.findall(pattern)))
    words = {name: data.draw(st.text("abcxyz ", min_size=1), name) for name in names}
    said = tell(pattern, **words)
    german = told_in(GERMAN, said).casefold()
    assert all(one in said.casefold() and one in german for one in words.values())
