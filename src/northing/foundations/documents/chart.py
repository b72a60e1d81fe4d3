"""How does a chart's specification become a picture that page, phone and paper can carry?

The same specification gives the same bytes. Theme "page" leaves the colours to the page's custom
properties, so one picture serves light and dark; "screen" names them by classes, for a page that
allows no styles within it; the other themes have their colours fixed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import vl_convert

from northing.foundations.documents.safe_text import shown_safely
from northing.foundations.documents.svg_rewrite import Theme, rewritten

__all__ = ["Theme", "drawings", "to_svg"]

VEGA_LITE = "6.4"
VARIANTS = ("wide", "narrow")


def to_svg(
    spec: Mapping[str, Any],
    *,
    theme: Theme,
    name: str = "chart",
    title: str = "",
    description: str = "",
) -> str:
    """One `<svg>` element: no scripts, no addresses, classes on a "screen" alone; ids begin with
    `name`.

    With a title or description it names itself to a screen reader, else it is for a caller's
    own element with alternative text.
    """
    drawn = vl_convert.vegalite_to_svg(_safe(spec), vl_version=VEGA_LITE, allowed_base_urls=[])
    return rewritten(
        drawn,
        theme=theme,
        name=name,
        title=shown_safely(title),
        description=shown_safely(description),
    )


def drawings(spec: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The drawings of a figure by width: "wide" and "narrow", or one "wide" for any width."""
    named: dict[str, Mapping[str, Any]] = {
        variant: spec[variant] for variant in VARIANTS if variant in spec
    }
    return named or {"wide": spec}


def _safe(value: Any) -> Any:
    """The specification with every text made safe to stand in XML."""
    if isinstance(value, str):
        return shown_safely(value)
    if isinstance(value, Mapping):
        return {shown_safely(str(key)): _safe(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_safe(inner) for inner in value]
    return value
