"""How does a report become one HTML file that needs nothing else?

No network, no scripts, no outside faces; readable on a phone, on paper and through a screen reader,
light and dark. Every text is escaped by the template and shown safely; none is evaluated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from northing.foundations.documents.blocks import Block, Document, Figure
from northing.foundations.documents.chart import drawings, to_svg
from northing.foundations.documents.fonts import ASSETS, font_faces
from northing.foundations.documents.outline import outlined, slug
from northing.foundations.documents.safe_text import ZERO_WIDTH_SPACE, breakable, shown_safely
from northing.foundations.documents.tokens import PALETTE
from northing.foundations.documents.wording import wording_for

LONG_TABLE = 8
LONG_FACT = 64
MANY_COLUMNS = 6
FEWEST_FOR_CONTENTS = 3
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
UNKNOWN_CELLS = ("?", "")


def to_html(document: Document) -> str:
    """The whole report as one self-contained page; the same document gives the same bytes."""
    whole = outlined(document)
    page = _environment().get_template("report.html.jinja")
    return page.render(
        document=document,
        blocks=whole.blocks,
        entries=whole.entries if len(whole.entries) >= FEWEST_FOR_CONTENTS else (),
        wording=wording_for(document.language),
        language=document.language if LANGUAGE_TAG.fullmatch(document.language) else "en",
        numbering=_Numbering(),
        style=_style(document),
    )


@dataclass(slots=True)
class _Numbering:
    """Ids for parts that need one, counted in the order of the page."""

    count: int = 0

    def next(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}-{self.count}"


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finished,
    )
    environment.filters["kind"] = _kind
    environment.filters["wrapping"] = _wrapping
    environment.filters["pictures"] = _pictures
    environment.globals |= {
        "LONG_TABLE": LONG_TABLE,
        "LONG_FACT": LONG_FACT,
        "MANY_COLUMNS": MANY_COLUMNS,
        "UNKNOWN": UNKNOWN_CELLS,
    }
    return environment


def _finished(value: Any) -> Any:
    """What every `{{ … }}` passes: plain text with its hidden signs made visible."""
    return (
        shown_safely(value) if isinstance(value, str) and not isinstance(value, Markup) else value
    )


def _wrapping(text: str) -> Markup:
    """Escaped text in which a very long word may break; what a reader copies stays whole."""
    pieces = breakable(shown_safely(text)).split(ZERO_WIDTH_SPACE)
    return Markup("<wbr>").join(pieces)


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _pictures(figure: Figure) -> list[tuple[str, Markup]]:
    """The figure's drawings by width; SVG made by `to_svg` is the one markup taken as it is."""
    name = f"figure-{slug(figure.name)}"
    return [
        (
            variant,
            Markup(  # noqa: S704
                to_svg(
                    spec,
                    theme="page",
                    name=f"{name}-{variant}",
                    title=figure.title,
                    description=figure.alt,
                )
            ),
        )
        for variant, spec in drawings(figure.spec).items()
    ]


def _style(document: Document) -> Markup:
    pairs = "".join(
        f"--{name}:light-dark({light},{dark});" for name, (light, dark) in PALETTE.items()
    )
    sheet = (ASSETS / "report.css").read_text(encoding="utf-8")
    # The layers' order is said once, in the sheet's first line, so the sheet comes first.
    ours = f"{sheet}\n@layer tokens{{:root{{{pairs}}}}}\n{font_faces(repr(document))}"
    return Markup(ours)  # noqa: S704
