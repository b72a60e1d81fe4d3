"""Drawn examples for the tests of this folder."""

from __future__ import annotations

import pyarrow as pa


def make_prompts(*rows: tuple[str, str] | tuple[str, str, str]) -> pa.Table:
    """Prompts from (topic, prompt) or (topic, prompt, sign)."""
    filled = [(*row, "living it")[:3] for row in rows]
    return pa.table(
        {name: [row[at] for row in filled] for at, name in enumerate(("topic", "prompt", "sign"))},
        schema=pa.schema([(name, pa.string()) for name in ("topic", "prompt", "sign")]),
    )


FILLER = [
    f"{verb} the {noun} {ending}"
    for verb, noun in [
        ("paint", "corridor"), ("repair", "roof"), ("order", "paper"), ("clean", "windows"),
        ("renew", "insurance"), ("plant", "trees"), ("count", "chairs"), ("archive", "letters"),
    ]
    for ending in ["quickly", "twice weekly", "before summer", "with volunteers", "at cost"]
]  # fmt: skip
