"""Do the pages say what the program does?"""

from __future__ import annotations

import ast
import importlib.util
import re
import tomllib
from decimal import Decimal

import pytest
import typer

from northing.case_file import (
    CaseFile,
    CommitmentPart,
    ExpectedPart,
    OrganisationPart,
    PeoplePart,
    RulePart,
    SourcePart,
)
from northing.interfaces.cli import endings
from northing.interfaces.cli.app import app
from northing.stages.records.imports.facts import COLUMNS
from northing.stages.records.ledger.facts import Channel

PARTS = (
    CaseFile, OrganisationPart, PeoplePart, CommitmentPart, SourcePart, RulePart, ExpectedPart,
)  # fmt: skip
LINK = re.compile(r"(?<!`)\[[^\]]+\]\(([^)\s]+)\)")
PARTS_OF_A_DECISION = ["Context", "Decision", "Consequences", "What would change our mind"]
MOST_LINES = 40


@pytest.fixture(scope="session")
def pages(root):
    """Every page of the project, by its path."""
    found = [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("examples/**/*.md")]
    made_up = [path for path in found if "minutes" in path.parts or path.name.startswith("website")]
    return {path: path.read_text("utf-8") for path in sorted(set(found) - set(made_up))}


@pytest.fixture(scope="session")
def decisions(root):
    return sorted((root / "docs/decisions").glob("[0-9]*.md"))


def anchors_of(text):
    """The anchors a page offers, as its host makes them of headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


def verbs():
    return typer.main.get_command(app).commands


@pytest.mark.parametrize("name", verbs())
def test_every_verb_has_help_and_stands_in_the_reference(name, root):
    verb = verbs()[name]
    page = (root / "docs/reference/cli.md").read_text("utf-8")
    assert verb.help
    assert f"## `northing {name}`" in page
    for one in verb.params:
        assert one.help, f"{name} {one.name} has no help"
        assert one.param_type_name == "argument" or max(one.opts, key=len) in page


def test_links_lead_somewhere(pages):
    broken = []
    for page, text in pages.items():
        for link in LINK.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
            target, _, anchor = link.partition("#")
            if "://" in link or link.startswith("mailto:"):
                continue
            file = (page.parent / target).resolve() if target else page
            if not file.exists() or (anchor and anchor not in anchors_of(file.read_text("utf-8"))):
                broken.append(f"{page.name}: {link}")
    assert not broken


def test_every_page_of_the_docs_is_reached_from_the_index(root, pages):
    docs = root / "docs"
    reached, new = set(), {docs / "index.md"}
    while new:
        page = new.pop()
        reached.add(page)
        links = (page.parent / link.partition("#")[0] for link in LINK.findall(pages[page]))
        new |= {one.resolve() for one in links if one.resolve() in pages} - reached
    assert {page for page in pages if page.is_relative_to(docs)} <= reached


def test_decisions_are_short_and_can_be_revised(decisions):
    assert decisions
    for path in decisions:
        text = path.read_text("utf-8")
        assert len(text.splitlines()) <= MOST_LINES, path.name
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS_OF_A_DECISION, path.name
        assert re.search(r"^\*\*Status\*\*: ", text, re.MULTILINE), path.name


def test_decisions_are_numbered_without_a_hole_and_listed(root, decisions):
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    listed = (root / "docs/decisions/README.md").read_text("utf-8")
    assert not [path.name for path in decisions if f"({path.name})" not in listed]


def test_every_key_of_a_case_is_explained(root):
    page = (root / "docs/reference/case-file.md").read_text("utf-8")
    keys = {key for part in PARTS for key in part.model_fields} | {*COLUMNS, *Channel}
    sections = {"organisation", "linking", "judge", "people", "commitment", "source", "reply"}
    missing = {key for key in keys - sections if f"`{key}`" not in page}
    assert not missing
    assert not {key for key in sections if f"[{key}]" not in page}


def test_the_case_in_the_reference_is_a_case(root):
    page = (root / "docs/reference/case-file.md").read_text("utf-8")
    example = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)[0]
    assert CaseFile.model_validate(tomllib.loads(example, parse_float=Decimal))


def test_every_key_of_an_audit_is_explained(root):
    source = root / "src/northing/interfaces/reports/audit_json.py"
    keys = set()
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Dict):
            keys |= {key.value for key in node.keys if isinstance(key, ast.Constant)}
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            keys.add(node.slice.value)
    page = (root / "docs/reference/audit-json.md").read_text("utf-8")
    assert len(keys) > 50
    assert not {key for key in keys if f"`{key}`" not in page and f'"{key}"' not in page}


def test_every_ending_is_explained(root):
    page = (root / "docs/reference/exit-codes.md").read_text("utf-8")
    codes = [value for name, value in vars(endings).items() if name.isupper()]
    assert codes
    assert all(f"| {code} |" in page for code in (0, *codes, 130))


def test_the_generated_pages_are_up_to_date(root, capsys):
    spec = importlib.util.spec_from_file_location("generate", root / "docs/generate.py")
    assert spec
    assert spec.loader
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert generate.main(["--check"]) == 0, capsys.readouterr().err
