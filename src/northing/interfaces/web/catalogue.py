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

CALLS = {"_", "gettext", "gettext_lazy"}
_SAID = re.compile(r"""gettext\((u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*")\)""")
_ENTRY = re.compile(r'^(msgid|msgstr) ("(?:[^"\\]|\\.)*"(?:\n"(?:[^"\\]|\\.)*")*)$', re.MULTILINE)
_MAGIC, _HEADER = 0x950412DE, "<7I"


def sentences(*folders: Path) -> set[str]:
    """Every sentence that templates and programs below the folders mark for translation."""
    found: set[str] = set()
    for folder in folders:
        for path in [*folder.rglob("*.html"), *folder.rglob("*.txt")]:
            found |= set(_in_template(path.read_text("utf-8")))
        for path in folder.rglob("*.py"):
            found |= set(_in_program(path.read_text("utf-8")))
    return found


def read(po: Path) -> dict[str, str]:
    """The entries of a catalogue; the first, of the empty sentence, says how it is written."""
    parts = [
        (kind, "".join(ast.literal_eval(line) for line in text.split("\n")))
        for kind, text in _ENTRY.findall(po.read_text("utf-8"))
    ]
    texts = [text for _, text in parts]
    return dict(zip(texts[::2], texts[1::2], strict=True))


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
    for said in _SAID.findall(templatize(text)):
        yield ast.literal_eval(said)


def _in_program(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
            for one in node.args[:1]:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield one.value
