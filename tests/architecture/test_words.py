"""Which words may no name of the program use?"""

from __future__ import annotations

import ast
import re

import pytest

DRAWERS = {
    "util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers",
    "handler", "handlers", "process", "processes", "processing", "processor",
}  # fmt: skip
HIDDEN_EDGES = ("apps.get_model", "django.db.models.signals")
OF_THE_DOMAIN = re.compile(r"^northing/(?!foundations/)")
SCORE = re.compile(r"(?<!match_)score(?!card)", re.IGNORECASE)


def words_of(name):
    """`TableIntake` and `read_table` are both made of two words."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return {word for word in parted.casefold().split("_") if word}


def named_in(module):
    """The module's own path, and every class and function it defines."""
    yield from module.name.removesuffix(".py").split("/")
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name


def spoken_in(module):
    """Every name and every string; docstrings too, for the documentation speaks the same words."""
    for node in ast.walk(module.tree):
        for field in ("id", "attr", "arg", "name"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                yield value
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize(
    ("name", "words"),
    [("TableIntake", {"table", "intake"}), ("process_rows", {"process", "rows"}), ("_x", {"x"})],
)
def test_a_name_is_taken_apart_into_its_words(name, words):
    assert words_of(name) == words


def test_no_drawer_without_a_name(modules):
    found = [
        f"{module.name}: {name}"
        for module in modules
        for name in named_in(module)
        if words_of(name) & DRAWERS
    ]
    assert not found, "name it for the question it answers"


def test_no_edge_that_an_import_graph_cannot_see(modules):
    found = [
        (module.name, edge) for module in modules for edge in HIDDEN_EDGES if edge in module.text
    ]
    assert not found, "a later stage pulls; an earlier one never pushes"


def test_the_one_score_is_the_match_score(modules):
    found = [
        f"{module.name}: {said[:60]}"
        for module in modules
        if OF_THE_DOMAIN.match(module.name)
        for said in spoken_in(module)
        if SCORE.search(said)
    ]
    assert not found, "an organisation has gaps with intervals, never a score"
