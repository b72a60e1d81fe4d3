"""How does a case look as a file that people will go on editing?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftCommitment:
    id: str
    text: str
    layer: str
    weight: str = "1"
    guardrail: bool = False
    living_it: tuple[str, ...] = ()
    breaking_it: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftSource:
    path: str
    channel: str


def written_case(
    name: str,
    currency: str,
    language: str,
    commitments: Sequence[DraftCommitment],
    sources: Iterable[DraftSource],
) -> str:
    """The TOML of a case, with a line on what may be added where."""
    lines = [
        "# A case of Northing. `northing check` shows how it is read,",
        "# `northing audit` compares words with deeds.",
        "",
        "[organisation]",
        f"name = {_text(name)}",
        *([f"currency = {_text(currency)}"] if currency else []),
        f"language = {_text(language)}",
    ]
    for one in commitments:
        lines += ["", "[[commitment]]", f"id = {_text(one.id)}", f"text = {_text(one.text)}",
                  f"layer = {_text(one.layer)}", f"weight = {one.weight}"]  # fmt: skip
        lines += ["guardrail = true"] if one.guardrail else []
        lines += [f"living_it = {_list(one.living_it)}", f"breaking_it = {_list(one.breaking_it)}"]
    for source in sources:
        lines += [
            "",
            "[[source]]",
            f"path = {_text(source.path)}",
            f"channel = {_text(source.channel)}",
        ]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _list(values: Sequence[str]) -> str:
    return "[" + ", ".join(_text(value) for value in values) + "]"
