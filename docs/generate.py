"""Which pages of the reference does the program write about itself?

    python docs/generate.py            write them again, between their markers
    python docs/generate.py --check    say which page is out of date, and end with 1

A finding's code needs its entry in the catalogue of rules; without one both ways of running end
with 1.
"""

from __future__ import annotations

import ast
import os
import sys
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import django
import typer

from northing.foundations.people.access import TABLE, Action, Role, allows, may_grant, opens
from northing.interfaces.cli.app import app
from northing.interfaces.web import catalogue
from northing.stages.diagnose.findings.rules.catalogue.all import CATALOGUE
from northing.stages.diagnose.findings.rules.catalogue.entry import Entry
from northing.stages.records.ledger.facts import Fault

DOCS = Path(__file__).parent
LOCALE = DOCS.parent / "src/northing/interfaces/web/locale"
RULES = DOCS.parent / "src/northing/stages/diagnose/findings/rules"
BOUNDS = {
    "minimum": "at least",
    "maximum": "at most",
    "maxLength": "characters at most:",
    "maxItems": "entries at most:",
    "default": "without it:",
}
BEGIN = "<!-- generated: from here to the end marker, `python3 dev.py docs` writes -->"
END = "<!-- generated: end -->"


def main(arguments: list[str]) -> int:
    sys.path.insert(0, str(DOCS))
    _sets_up()
    settings, tables = import_module("settings_page"), import_module("tables_page")
    states = import_module("states_page")
    complaints = [*_code_complaints(), *settings.complaints(), *tables.complaints()]
    pages = {
        "reference/cli.md": cli_page(),
        "reference/finding-codes.md": codes_page(),
        "reference/access.md": access_page(),
        "reference/api.md": api_page(),
        "reference/api-access.md": api_access_page(),
        "reference/settings.md": settings.page(),
        "reference/tables.md": tables.page(),
        "reference/decision-states.md": states.page(),
    }
    for name, content in pages.items():
        complaints += _put(DOCS / name, content, is_check="--check" in arguments)
    picture = import_module("tables_picture").drawn()
    complaints += _drawn(DOCS / "pictures/tables.svg", picture, is_check="--check" in arguments)
    complaints += _catalogues(is_check="--check" in arguments)
    for sentence in complaints:
        print(sentence, file=sys.stderr)
    return 1 if complaints else 0


def _put(page: Path, content: str, *, is_check: bool) -> Iterator[str]:
    name = page.relative_to(DOCS.parent).as_posix()
    text = page.read_text("utf-8") if page.exists() else f"{BEGIN}\n{END}\n"
    if BEGIN not in text or END not in text:
        yield f"{name} has lost its markers; put both lines back: {BEGIN} … {END}"
        return
    head, _, rest = text.partition(BEGIN)
    tail = rest.partition(END)[2]
    wanted = f"{head}{BEGIN}\n\n{content}\n\n{END}{tail}"
    if wanted == text:
        return
    if is_check:
        yield f"{name} is out of date; write it again with: python3 dev.py docs"
    else:
        page.write_text(wanted, "utf-8")
        print(f"written: {name}")


def _drawn(picture: Path, content: str, *, is_check: bool) -> Iterator[str]:
    if picture.exists() and picture.read_text("utf-8") == content:
        return
    name = picture.relative_to(DOCS.parent).as_posix()
    if is_check:
        yield f"{name} is out of date; draw it again with: python3 dev.py docs"
    else:
        picture.write_text(content, "utf-8")
        print(f"written: {name}")


def _catalogues(*, is_check: bool) -> Iterator[str]:
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        wanted, mo = catalogue.compiled(catalogue.read(po)), po.with_suffix(".mo")
        if mo.exists() and mo.read_bytes() == wanted:
            continue
        if is_check:
            yield f"{mo.relative_to(DOCS.parent)} is out of date; run: python3 dev.py docs"
        else:
            mo.write_bytes(wanted)
            print(f"written: {mo.relative_to(DOCS.parent)}")


def cli_page() -> str:
    """Every verb with its help, its arguments and its options."""
    program: Any = typer.main.get_command(app)
    return "\n\n".join(
        part for name, verb in program.commands.items() for part in _verb(name, verb)
    )


def _verb(name: str, verb: Any) -> Iterator[str]:
    if hasattr(verb, "commands"):
        yield f"## `northing {name}`"
        yield " ".join(verb.help.split())
        for below, one in verb.commands.items():
            yield from _verb(f"{name} {below}", one)
        return
    arguments = [one for one in verb.params if one.param_type_name == "argument"]
    options = [one for one in verb.params if one.param_type_name == "option"]
    words = [one.name.upper() if one.required else f"[{one.name.upper()}]" for one in arguments]
    needed = [f"{max(one.opts, key=len)} {one.name.upper()}" for one in options if one.required]
    yield f"## `northing {name}`"
    yield " ".join(verb.help.split())
    yield "    " + " ".join(["northing", name, *words, *needed, "[OPTIONS]"])
    if arguments:
        yield _table("argument", [(f"`{one.name.upper()}`", _told(one)) for one in arguments])
    yield _table(
        "option", [(", ".join(f"`{opt}`" for opt in one.opts), _told(one)) for one in options]
    )


def _told(one: Any) -> str:
    said = " ".join(str(one.help or "").split())
    if one.required:
        return f"{said} Required."
    if one.multiple:
        return f"{said} May be given again."
    has_default = one.default not in (None, False, "", []) or one.default == 0
    is_flag = bool(getattr(one, "is_flag", False))
    return f"{said} Default: `{one.default}`." if has_default and not is_flag else said


def _table(label: str, rows: list[tuple[str, str]]) -> str:
    lines = [f"| {label} | what it does |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {said} |" for name, said in rows)])


def access_page() -> str:
    """Who may do what, as the program decides it, and which roles each role may give."""
    head = "| role | " + " | ".join(map(str, Action)) + " |"
    lines = [head, "|---" * (len(Action) + 1) + "|"]
    for role in Role:
        answers = [str(TABLE[role, action]) for action in Action]
        lines.append(f"| **{role}** | " + " | ".join(answers) + " |")
    grants = [("role", "may give, take and alter"), ("---", "---")]
    for role in Role:
        given = ", ".join(str(one) for one in Role if may_grant(role, one))
        grants.append((f"**{role}**", given or "–"))
    return "\n".join([*lines, "", *(f"| {name} | {said} |" for name, said in grants)])


def api_page() -> str:
    """Every operation of the API's own document: what it takes, gives and asks of the token."""
    document = _document()
    shapes = document["components"]["schemas"]
    parts = [
        _operation(method, path, one)
        for path, methods in document["paths"].items()
        for method, one in methods.items()
    ]
    parts.append("## What is sent and given")
    parts += [_shape(name, shapes[name]) for name in sorted(shapes)]
    return "\n\n".join(parts)


def api_access_page() -> str:
    """Every operation with the scope it asks of the token, and the roles that reach it."""
    doors = {
        str(one): one for one in import_module("northing.foundations.people.tokens").SCOPES.values()
    }
    lines = ["| address | asks of the token | " + " | ".join(map(str, Role)) + " |"]
    lines.append("|---" * (len(Role) + 2) + "|")
    for path, methods in _document()["paths"].items():
        for method, one in methods.items():
            scope = doors.get(one["x-scope"])
            answers = [_reaches(role, scope) for role in Role]
            address = f"`{method.upper()} {path}`"
            lines.append(f"| {address} | `{one['x-scope']}` | " + " | ".join(answers) + " |")
    return "\n".join(lines)


def _reaches(role: Role, scope: Any) -> str:
    if scope is None or allows(role, scope.action, scope.wish):
        return "yes"
    return "own unit" if opens(role, scope.action, scope.wish) else "no"


def _sets_up() -> None:
    """Tables and operations are known only once Django is; here in a home that is thrown away."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["NORTHING_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
        django.setup()


def _document() -> dict[str, Any]:
    api = import_module("northing.interfaces.api.api").api
    document: dict[str, Any] = api.get_openapi_schema()
    return document


def _operation(method: str, path: str, one: dict[str, Any]) -> str:
    asked = [each for each in one.get("parameters", ()) if each["in"] != "path"]
    body = next(iter(one.get("requestBody", {}).get("content", {}).items()), None)
    given = next((code, each) for code, each in one["responses"].items() if str(code) < "300")
    lines = [f"## `{method.upper()} {path}`", " ".join(one["description"].split())]
    if asked:
        lines.append(_parameters(asked))
    if body:
        lines.append(f"Takes {_named(body[1]['schema'])} (`{body[0]}`).")
    content = next(iter(given[1].get("content", {}).items()), ("", {"schema": {}}))
    lines.append(f"Gives {given[0]}: {_named(content[1]['schema'])} (`{content[0]}`).")
    return "\n\n".join([*lines, f"Asks of the token: `{one['x-scope']}`."])


def _parameters(asked: list[dict[str, Any]]) -> str:
    rows = [(f"`{each['name']}`", _bounds(each["schema"])) for each in asked]
    return _table("parameter", rows).replace("what it does", "what it may be", 1)


def _shape(name: str, shape: dict[str, Any]) -> str:
    said = " ".join(shape.get("description", "").split())
    needed = set(shape.get("required", ()))
    rows = [
        (f"`{field}`", _bounds(one) + ("" if field in needed else "; may be left out"))
        for field, one in shape.get("properties", {}).items()
    ]
    table = _table("field", rows).replace("what it does", "what it is", 1) if rows else ""
    values = ", ".join(f"`{one}`" for one in shape.get("enum", ()))
    return "\n\n".join(part for part in (f"### {name}", said, table or values) if part)


def _bounds(schema: dict[str, Any]) -> str:
    named = (f"{word} {schema[key]}" for key, word in BOUNDS.items() if key in schema)
    said = schema.get("description", "")
    return "; ".join(part for part in (_named(schema), *named, said) if part)


def _named(schema: dict[str, Any]) -> str:
    """What it is called, or is made of."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_named(one) for one in schema["anyOf"]))
    if schema.get("type") == "array":
        return f"list of {_named(schema['items'])}"
    return str(schema.get("format") or schema.get("type") or "anything")


def codes_page() -> str:
    """Every code with its sentence, then every rule in full."""
    rows = [(f"`{code}`", CATALOGUE[code].definition) for code in sorted(CATALOGUE)]
    table = _table("code", rows).replace("what it does", "what was found", 1)
    rules = "\n\n".join(_rule(one) for one in CATALOGUE.values())
    return f"{table}\n\n## Every rule\n\n{rules}"


def _rule(one: Entry) -> str:
    needs = ", ".join(f"`{name}`" for name in one.needs) or "any channel"
    parts = [
        ("reads", f"{needs}."),
        ("weight", one.severity),
        ("least evidence", one.least),
        ("looked for against it", one.looked_for),
        ("what would change the verdict", one.changes),
    ]
    if one.is_tested:
        parts.append(("chance", "A test; it counts among the tests of the audit."))
    if one.is_by_absence:
        parts.append(("missing files", "Never accuses where a part of what it reads is missing."))
    lines = "\n".join(f"* *{name}:* {said}" for name, said in parts)
    return f"### `{one.code}`\n\n**{one.title}.** {one.definition}\n\n{lines}"


def codes_in_rules() -> set[str]:
    """Every text a rule gives as `code=`; where it gives a fault, every fault there is."""
    found: set[str] = set()
    for path in sorted(RULES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "code":
                found |= set(_texts_in(node.value))
    return found


def _texts_in(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _texts_in(value.body)
        yield from _texts_in(value.orelse)
    else:
        yield from map(str, Fault)


def _code_complaints() -> Iterator[str]:
    codes = codes_in_rules()
    for code in sorted(codes - CATALOGUE.keys()):
        yield f"The code {code} has no entry; write one into findings/rules/catalogue."
    for code in sorted(CATALOGUE.keys() - codes):
        yield f"The catalogue explains the code {code}, which no rule gives; take it out."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
