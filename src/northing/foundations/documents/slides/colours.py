"""How is a colour of ours said to PowerPoint?"""

from __future__ import annotations

from pptx.dml.color import RGBColor

from northing.foundations.documents.tokens import light


def rgb(colour: str) -> RGBColor:
    """`#2F63A8` as PowerPoint takes it."""
    found: RGBColor = RGBColor.from_string(colour.lstrip("#"))
    return found


def ink(name: str) -> RGBColor:
    """The light colour of a token."""
    return rgb(light(name))
