"""Which pages of the reference does the program write about itself?

    python docs/generate.py            write them again, between their markers
    python docs/generate.py --check    say which page is out of date, and end with 1

A finding's code needs a sentence in `CODES` below; without one both ways of running end with 1.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from northing.interfaces.cli.app import app
from northing.stages.records.ledger.facts import Fault

DOCS = Path(__file__).parent
RULES = DOCS.parent / "src/northing/stages/diagnose/findings/rules"
BEGIN = "<!-- generated: from here to the end marker, `python3 dev.py docs` writes -->"
END = "<!-- generated: end -->"

CODES = {
    "allocation-withdrawn": (
        "A decision takes back a twentieth or more of what was allocated to its account."
    ),
    "announced-again-without-means": (
        "An initiative was announced in two or more periods, each time with a budget of zero."
    ),
    "comes-near-a-sign-of-breaking": (
        "Deeds whose words come near a sign of breaking; counted neither for nor against."
    ),
    "contradicted-by-tagged-records": (
        "Records are marked in the files, or by a rule of the case, as running against the "
        "commitment; high where it is a guardrail."
    ),
    "done-and-not-told": (
        "Deeds were linked to the commitment and no sentence was, although texts were read."
    ),
    "expected-but-missing": (
        "Less was read than the case declares, or than an earlier audit read; the bounds allow "
        "for it."
    ),
    "figure-stated-for-another-period": (
        "All figures a document gives for a label stand in the tables too, each under another "
        "period."
    ),
    "gone-silent": (
        "Dated texts go on for more than a year after the commitment was last spoken of."
    ),
    "hidden-by-netting": (
        "Five points or more of the distance vanish in the whole because units offset one another."
    ),
    "initiatives-recur": (
        "Initiatives come back in two or more periods; a note, for long work may rightly do so."
    ),
    "more-done-than-said": "The share of deeds exceeds the share of words by ten points or more.",
    "more-said-than-done": (
        "The share of words exceeds the share of deeds by ten points or more; low while the "
        "bounds allow for no gap."
    ),
    "parent-and-parts-disagree": (
        "A total in a table is not the sum of its parts; the finding says which was counted."
    ),
    "promised-and-no-deed-found": (
        "Sentences were linked to the commitment and no deed was, in any channel that was read."
    ),
    "reward-against-promise": (
        "A measure of a scheme of pay is marked as running against the commitment; high where the "
        "commitment is a guardrail, or the scheme pays more against it than for it."
    ),
    "same-id-different-content": (
        "One id stands in two files with the same text and different amounts; the first was "
        "counted."
    ),
    "share-falls": (
        "The share of money or time falls from period to period, by a third or "
        "more in all, and its amount with it."
    ),
    "share-falls-while-called-crucial": (
        "The same, while a text calls the commitment crucial, core or a priority."
    ),
    "source-documents-an-error": (
        "A comment in the accounts says itself that a figure was wrong, and names two amounts "
        "or more."
    ),
    "stated-figure-differs": (
        "A figure in a text differs by more than half a per cent from the table's for its period."
    ),
}


def main(arguments: list[str]) -> int:
    complaints = list(_code_complaints())
    pages = {"reference/cli.md": cli_page(), "reference/finding-codes.md": codes_page()}
    for name, content in pages.items():
        complaints += _put(DOCS / name, content, is_check="--check" in arguments)
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


def cli_page() -> str:
    """Every verb with its help, its arguments and its options."""
    program: Any = typer.main.get_command(app)
    return "\n\n".join(
        part for name, verb in program.commands.items() for part in _verb(name, verb)
    )


def _verb(name: str, verb: Any) -> Iterator[str]:
    arguments = [one for one in verb.params if one.param_type_name == "argument"]
    options = [one for one in verb.params if one.param_type_name == "option"]
    words = [one.name.upper() if one.required else f"[{one.name.upper()}]" for one in arguments]
    needed = [f"{max(one.opts, key=len)} {one.name.upper()}" for one in options if one.required]
    yield f"## `northing {name}`"
    yield " ".join(verb.help.split())
    yield "    " + " ".join(["northing", name, *words, *needed, "[OPTIONS]"])
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


def codes_page() -> str:
    """Every code a finding can carry, with its sentence."""
    rows = [(f"`{code}`", CODES.get(code, "?")) for code in sorted(codes_in_rules())]
    return _table("code", rows).replace("what it does", "what was found", 1)


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
    for code in sorted(codes - CODES.keys()):
        yield f"docs/generate.py has no sentence for the code {code}; write one into CODES."
    for code in sorted(CODES.keys() - codes):
        yield f"docs/generate.py explains the code {code}, which no rule gives; take it out."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
