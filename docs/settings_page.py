"""Which variables of the environment does the program read, and is each of them explained?"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from northing.interfaces.web import single_sign_on
from northing.interfaces.web.surroundings import ENDING, IN_FILES

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src/northing"
OURS = re.compile(r"NORTHING_[A-Z_]*[A-Z]")
ANY = re.compile(r"[A-Z][A-Z0-9_]+")
SURROUNDINGS = re.compile(r"os\.environ$|environment$|^AROUND$")  # WSGI calls its own `environ`


def page() -> str:
    """Every variable with what it means and what holds where it is unset."""
    return "\n\n".join(part for group in _groups() for part in _group(group))


def complaints() -> Iterator[str]:
    told = {one["name"] for group in _groups() for one in group["variable"]}
    read = variables_read()
    for name in sorted(read - told):
        yield f"The program reads {name}, which docs/settings.toml does not explain; add it."
    for name in sorted(told - read):
        yield f"docs/settings.toml explains {name}, which the program does not read; take it out."


class Asked(dict[str, str]):
    """An environment with nothing in it that remembers what was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return default


def variables_read() -> set[str]:
    """What is asked of the environment anywhere; sign-in makes its names, so it is let ask."""
    around = Asked()
    single_sign_on.providers_of(around)
    single_sign_on._from_variables(around)  # noqa: SLF001 - asked only where there is an issuer
    found = set(around.names)
    for path in SOURCE.rglob("*.py"):
        if "tests" not in path.parts:
            found |= set(_asked_in(ast.parse(path.read_text("utf-8"))))
    return found


def _asked_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if OURS.fullmatch(node.value):
                yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            yield from _named(node.func.value, node.args[0])
        elif isinstance(node, ast.Subscript):
            yield from _named(node.value, node.slice)


def _named(owner: ast.expr, key: ast.expr) -> Iterator[str]:
    is_around = SURROUNDINGS.search(ast.unparse(owner))
    if is_around and isinstance(key, ast.Constant) and ANY.fullmatch(str(key.value)):
        yield str(key.value)


def _groups() -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = tomllib.loads((HERE / "settings.toml").read_text("utf-8"))[
        "group"
    ]
    return groups


def _group(group: dict[str, Any]) -> Iterator[str]:
    yield f"## {group['name']}"
    if group.get("says"):
        yield group["says"]
    lines = ["| variable | meaning | where it is unset |", "|---|---|---|"]
    for one in group["variable"]:
        in_file = f" Or `{one['name']}{ENDING}`." if one["name"] in IN_FILES else ""
        lines.append(f"| `{one['name']}` | {one['means']}{in_file} | {one['unset']} |")
    yield "\n".join(lines)
