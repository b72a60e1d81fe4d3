"""Does every module say, in its first line, which question it answers?"""

from __future__ import annotations

import ast
import re

BELOW = re.compile(r"^northing/(stages|foundations|interfaces)/")
AN_INDEX = {"northing/foundations/documents/charts/__init__.py"}


def test_every_module_opens_with_its_question(modules):
    silent = [
        module.name
        for module in modules
        if not module.name.endswith("__init__.py")
        if not (ast.get_docstring(module.tree) or "").splitlines()[:1]
    ]
    assert not silent


def test_in_the_stages_it_is_a_question_or_a_sentence(modules):
    unfinished = [
        f"{module.name}: {first}"
        for module in modules
        if BELOW.match(module.name) and not module.name.endswith("__init__.py")
        for first in [" ".join((ast.get_docstring(module.tree) or "").split("\n\n")[0].split())]
        if not first.endswith(("?", ".", ":"))
    ]
    assert not unfinished


def test_packages_are_empty_so_that_facts_import_alone(modules):
    filled = {
        module.name
        for module in modules
        if module.name.endswith("__init__.py") and module.text.strip()
    }
    assert filled <= AN_INDEX
