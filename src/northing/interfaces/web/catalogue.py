"""Is every sentence of the pages there in every language, and are the compiled catalogues current?

`.po` files are written by people; `.mo` files are what runs and are kept beside them, so that no
machine needs gettext. `python3 dev.py docs` compiles; a test asks what is missing.
"""

from __future__ import annotations

import ast
import re
import struct
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

CALLS = {
    "_": 1,
    "gettext": 1,
    "gettext_lazy": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "ngettext_lazy": 2,
}
_TEXT = r"""(u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")"""
_SAID = re.compile(rf"(?<!n)gettext\({_TEXT}\)")
_COUNTED = re.compile(rf"ngettext\({_TEXT}, {_TEXT}, ")
_ENTRY = re.compile(
    r'^(msgid|msgid_plural|msgstr|msgstr\[\d\]) ("(?:[^"\\]|\\.)*"(?:\n"(?:[^"\\]|\\.)*")*)$',
    re.MULTILINE,
)
BOTH = "\0"
"""Between the sentence for one and the sentence for many, as compiled catalogues keep them."""
_MAGIC, _HEADER = 0x950412DE, "<7I"


def sentences(*folders: Path) -> set[str]:
    """Every sentence that templates and programs below the folders mark for translation."""
    found: set[str] = set()
    for path in (one for folder in folders for one in folder.rglob("*")):
        if "tests" in path.parts:
            continue
        if path.suffix == ".py":
            found |= set(_in_program(path.read_text("utf-8")))
        elif path.suffix in (".html", ".txt") and "templates" in path.parts:
            found |= set(_in_template(path.read_text("utf-8")))
    return found


def read(po: Path) -> dict[str, str]:
    """The entries of a catalogue; the first, of the empty sentence, says how it is written.

    A sentence for one and its sentence for many are one entry, parted by `BOTH`.
    """
    found: list[tuple[list[str], list[str]]] = []
    for kind, text in _ENTRY.findall(po.read_text("utf-8")):
        said = "".join(ast.literal_eval(line) for line in text.split("\n"))
        if kind == "msgid":
            found.append(([], []))
        found[-1][kind.startswith("msgstr")].append(said)
    return {BOTH.join(keys): BOTH.join(said) if all(said) else "" for keys, said in found}


def compiled(entries: dict[str, str]) -> bytes:
    """The catalogue as GNU gettext reads it: sorted, without a table of hashes."""
    pairs = sorted((key.encode(), said.encode()) for key, said in entries.items() if said)
    count = len(pairs)
    keys_at, texts_at = 28, 28 + 8 * count
    place = 28 + 16 * count
    tables, body = [], b""
    for column in (0, 1):
        for pair in pairs:
            tables += [len(pair[column]), place + len(body)]
            body += pair[column] + b"\0"
    head = struct.pack(_HEADER, _MAGIC, 0, count, keys_at, texts_at, 0, place)
    return head + struct.pack(f"<{4 * count}I", *tables) + body


def _in_template(text: str) -> Iterator[str]:
    marked = templatize(text)
    for said in _SAID.findall(marked):
        yield ast.literal_eval(said)
    for one, many in _COUNTED.findall(marked):
        yield BOTH.join(map(ast.literal_eval, (one, many)))


def _in_program(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        taken = CALLS.get(getattr(node.func, "id", "")) if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and taken:
            said = [one.value for one in node.args[:taken] if isinstance(one, ast.Constant)]
            if len(said) == taken and all(isinstance(one, str) for one in said):
                yield BOTH.join(map(str, said))
