"""What must change in a drawn SVG before it may stand inside a report?

Classes, metadata and scripts go; ids get the figure's name; colours become tokens; the unknown gets
its hatch; the picture gets its name for those who do not see it.
"""

from __future__ import annotations

import re
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from defusedxml.ElementTree import fromstring

from northing.foundations.documents.tokens import CHART_FACES, HATCH_FILL, PALETTE

Theme = Literal["page", "screen", "light", "dark", "print"]

SVG = "http://www.w3.org/2000/svg"
KEPT_TAGS = {"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "defs", "clipPath"}
DROPPED = re.compile(r"^(class|on.*|aria-.*|role|xmlns.*|version|style|href|\{.*)$")
BY_LIGHT_COLOUR = {paper.lower(): token for token, (paper, _) in PALETTE.items()}


def rewritten(drawn: str, *, theme: Theme, name: str, title: str, description: str) -> str:
    """The drawing as one clean `<svg>` element."""
    register_namespace("", SVG)
    root: Element = fromstring(drawn)
    _clean(root, name=name)
    has_hatch = _recolour(root, theme=theme, name=name)
    if has_hatch:
        root.insert(0, _hatch(theme, name=name))
    root.set("font-family", CHART_FACES)
    _name_it(root, name=name, title=title, description=description)
    return _without_empty_groups(tostring(root, encoding="unicode"))


def _clean(root: Element, *, name: str) -> None:
    for parent in list(root.iter()):
        kept = [child for child in parent if child.tag.removeprefix(f"{{{SVG}}}") in KEPT_TAGS]
        parent[:] = kept
    for node in root.iter():
        for key in [key for key in node.attrib if DROPPED.match(key)]:
            del node.attrib[key]
        if "id" in node.attrib:
            node.set("id", f"{name}-{node.get('id')}")
        for key, value in node.attrib.items():
            if "url(#" in value:
                node.set(key, value.replace("url(#", f"url(#{name}-"))
        node.attrib.pop("font-family", None)


def _recolour(root: Element, *, theme: Theme, name: str) -> bool:
    """Every fill and stroke as its token; True if the unknown's hatch is needed."""
    has_hatch = False
    for node in root.iter():
        for part in ("fill", "stroke"):
            colour = node.get(part, "").lower()
            if colour == HATCH_FILL.lower():
                node.set(part, f"url(#{name}-hatch)")
                has_hatch = True
            elif colour in BY_LIGHT_COLOUR:
                _paint(node, part, BY_LIGHT_COLOUR[colour], theme)
    return has_hatch


def _paint(node: Element, part: str, meaning: str, theme: Theme) -> None:
    """On a page a style, since only there every browser reads custom properties; on a screen whose
    page allows no style of its own, a class that its sheet colours.
    """
    on_paper, on_dark = PALETTE[meaning]
    if theme == "screen":
        node.attrib.pop(part, None)
        node.set("class", f"{node.get('class', '')} {part}-{meaning}".strip())
        return
    if theme == "print" and meaning == "paper":
        on_paper = "#FFFFFF"
    if theme == "page":
        node.attrib.pop(part, None)
        before = f"{node.get('style')};" if node.get("style") else ""
        node.set("style", f"{before}{part}:var(--{meaning}, {on_paper})")
    else:
        node.set(part, on_dark if theme == "dark" else on_paper)


def _hatch(theme: Theme, *, name: str) -> Element:
    defs = Element(f"{{{SVG}}}defs")
    size = {"width": "5", "height": "5"}
    frame = {
        "id": f"{name}-hatch",
        "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
    }
    pattern = SubElement(defs, f"{{{SVG}}}pattern", frame | size)
    _paint(SubElement(pattern, f"{{{SVG}}}rect", size), "fill", "hatch-ground", theme)
    stripe = SubElement(pattern, f"{{{SVG}}}rect", {"width": "1.4", "height": "5"})
    _paint(stripe, "fill", "hatch", theme)
    return defs


def _name_it(root: Element, *, name: str, title: str, description: str) -> None:
    if not title and not description:
        return
    root.set("role", "img")
    said = []
    for at, (tag, text) in enumerate((("title", title), ("desc", description))):
        if text:
            node = Element(f"{{{SVG}}}{tag}", {"id": f"{name}-{tag}"})
            node.text = text
            root.insert(at, node)
            said.append(f"{name}-{tag}")
    root.set("aria-labelledby", " ".join(said))


def _without_empty_groups(svg: str) -> str:
    """Vega leaves empty groups and lines; taken out, the report is a third lighter."""
    before = ""
    while svg != before:
        before = svg
        svg = re.sub(r"<g[^>]*/>|<g[^>]*>\s*</g>", "", svg)
    return svg
