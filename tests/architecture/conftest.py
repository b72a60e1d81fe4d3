"""What do the tests of the house look at?"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Module:
    """One file of the package that is no test; `name` is its path below src."""

    name: str
    text: str
    tree: ast.Module

    @property
    def functions(self) -> list[ast.FunctionDef]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)]

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    source = ROOT / "src"
    return [
        Module(path.relative_to(source).as_posix(), text, ast.parse(text))
        for path in sorted(source.rglob("*.py"))
        if "tests" not in path.relative_to(source).parts and not _is_written_by_django(path)
        for text in [path.read_text("utf-8")]
    ]


def _is_written_by_django(path: Path) -> bool:
    """The first migration of an application is drawn from its models, which are looked at."""
    return path.parent.name == "migrations" and path.name == "0001_initial.py"
