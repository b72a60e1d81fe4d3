"""Does every command, option, unit and file that a page names exist?"""

from __future__ import annotations

import ast
import re

import pytest
import typer
from django.core.management import get_commands, load_command_class

from northing.interfaces.cli.app import app

FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INDENTED = re.compile(r"^(?: {4}.*\n?)+", re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
OF_DEV = re.compile(r"dev\.py ([a-z]+)")
OF_WEB = re.compile(r"(?:-m northing\.interfaces\.web|as_northing) ([a-z_]+)((?: +[^|#\n]*)?)")
OF_CLI = re.compile(r"(?<![\w/.-])northing ([a-z][a-z-]*(?: verify\b| check\b| test\b)?)([^|;\n]*)")
OPTION = re.compile(r"(?<!\S)\[?(--[a-z][a-z-]+)")
PRESSED = re.compile(r"^Press \*\*(.+)\*\*\.$", re.MULTILINE)
FIELD = re.compile(r"^\| (.+?) \| .+ \|$", re.MULTILINE)
UNIT = re.compile(r"(?<![/\w])northing-[a-z]+(?:\.(?:service|timer))?\b")
PASSED_ON = {"serve", "backup", "restore"}  # the application itself reads their options


@pytest.fixture(scope="module")
def said(root):
    """What each page shows as typed: its blocks and its spans."""
    pages = [root / "README.md", root / "CONTRIBUTING.md", *(root / "docs").glob("**/*.md")]
    return {
        page.relative_to(root).as_posix(): typed_in(page.read_text("utf-8"))
        for page in pages
        if page.parent.name != "decisions"
    }


def typed_in(text):
    return "\n".join([*FENCE.findall(text), *INDENTED.findall(text), *SPAN.findall(text)])


def verbs(program, before=""):
    for name, one in program.commands.items():
        yield before + name, one
        if hasattr(one, "commands"):
            yield from verbs(one, f"{before}{name} ")


def options_of(verb):
    return {opt for one in verb.params for opt in (*one.opts, *one.secondary_opts)} | {"--help"}


def test_every_verb_of_the_program_that_a_page_names_exists_with_its_options(said):
    known = dict(verbs(typer.main.get_command(app)))
    wrong = []
    for page, text in said.items():
        for name, rest in OF_CLI.findall(text):
            verb = known.get(name) or known.get(name.split()[0])
            if verb is None:
                wrong.append(f"{page}: northing {name}")
            elif name not in PASSED_ON and not hasattr(verb, "commands"):
                strange = set(OPTION.findall(rest)) - options_of(verb)
                wrong += [f"{page}: northing {name} {one}" for one in sorted(strange)]
    assert not wrong


def test_every_verb_of_the_door_that_a_page_names_exists(said, root):
    tree = ast.parse((root / "dev.py").read_text("utf-8"))
    verbs = next(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "VERBS"
    )
    known = {key.value for key in verbs.keys}
    named = {(page, name) for page, text in said.items() for name in OF_DEV.findall(text)}
    assert len(named) > 10
    assert not {(page, name) for page, name in named if name not in known}


def test_every_command_of_the_application_that_a_page_names_exists_with_its_options(said):
    known, wrong = get_commands(), []
    for page, text in said.items():
        for name, rest in OF_WEB.findall(text):
            if name not in known:
                wrong.append(f"{page}: {name}")
                continue
            parser = load_command_class(known[name], name).create_parser("manage", name)
            takes = {opt for one in parser._actions for opt in one.option_strings}
            wrong += [f"{page}: {name} {one}" for one in sorted({*OPTION.findall(rest)} - takes)]
    assert not wrong


def test_every_unit_that_a_page_names_is_there(said, root):
    there = {path.name for path in (root / "deploy/systemd").iterdir()}
    named = {unit for page, text in said.items() for unit in UNIT.findall(text)}
    assert named
    assert not {one for one in named if not {one, f"{one}.service"} & there}


def test_every_field_and_button_of_the_tutorial_is_on_a_page(root):
    """That they follow each other so is walked in a browser, in the slow lane."""
    page = (root / "docs/tutorials/first-thirty-minutes.md").read_text("utf-8")
    steps = page.split("## 3.")[0]
    named = {*PRESSED.findall(page), *FIELD.findall(steps)} - {"field", "---"}
    web = root / "src/northing/interfaces/web"
    sources = [*web.glob("forms/*.py"), *web.glob("templates/web/start/*.html")]
    shown = "\n".join(path.read_text("utf-8") for path in sources)
    assert len(named) > 8
    assert not {one for one in named if re.sub(r"\d", "%(number)d", one) not in shown}
