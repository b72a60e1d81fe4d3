"""What does the picture of the tables look like? One column a stage, one box a table."""

# ruff: noqa: SLF001 - Django documents `_meta`

from __future__ import annotations

from html import escape

import tables_page

WIDTH, HEIGHT, GAP, LEFT, TOP = 168, 24, 12, 44, 40
INK, SOFT, EDGE, PAPER, NORTH = "#1D1F22", "#54585D", "#7B7F84", "#FBFAF7", "#0F4C5C"


def drawn() -> str:
    """An SVG that stands alone; the page says the same in words."""
    places = _places()
    width = max(x for x, _ in places.values()) + WIDTH + LEFT
    height = max(y for _, y in places.values()) + HEIGHT + GAP
    look = 'font-family="Inter, system-ui, sans-serif" font-size="12"'
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look}>',
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
    ]
    lines += [_lead(places[one], places[other]) for one, other in sorted(set(tables_page.leads()))]
    lines += [_box(name, *place) for name, place in places.items()]
    lines += [
        f'<text x="{x}" y="24" font-weight="600" fill="{NORTH}">{escape(label)}</text>'
        for label, x in _columns().items()
    ]
    return "\n".join([*lines, "</svg>", ""])


def _columns() -> dict[str, int]:
    labels = dict.fromkeys(one._meta.app_label for one in tables_page.models())
    return {label: LEFT + at * (WIDTH + LEFT) for at, label in enumerate(labels)}


def _places() -> dict[str, tuple[int, int]]:
    columns, filled, places = _columns(), dict[str, int](), dict[str, tuple[int, int]]()
    for model in tables_page.models():
        label = model._meta.app_label
        at = filled.get(label, 0)
        places[model._meta.db_table] = (columns[label], TOP + at * (HEIGHT + GAP))
        filled[label] = at + 1
    return places


def _box(name: str, x: int, y: int) -> str:
    said = escape(name.split("_", 1)[1])
    return (
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="3" fill="#FFFFFF" '
        f'stroke="{EDGE}"/><text x="{x + 8}" y="{y + 16}" fill="{INK}">{said}</text>'
    )


def _lead(one: tuple[int, int], other: tuple[int, int]) -> str:
    """Within a column an arc on its left; between columns a curve from edge to edge."""
    (x1, y1), (x2, y2) = one, other
    y1, y2 = y1 + HEIGHT // 2, y2 + HEIGHT // 2
    if x1 == x2:
        bow = 10 + min(abs(y1 - y2) // 12, LEFT - 18)
        path = f"M{x1} {y1}C{x1 - bow} {y1} {x2 - bow} {y2} {x2} {y2}"
    else:
        start, end = (x1, x2 + WIDTH) if x1 > x2 else (x1 + WIDTH, x2)
        half = (start + end) // 2
        path = f"M{start} {y1}C{half} {y1} {half} {y2} {end} {y2}"
    end = x2 if x1 <= x2 else x2 + WIDTH
    return (
        f'<path d="{path}" fill="none" stroke="{SOFT}" stroke-opacity="0.75"/>'
        f'<circle cx="{end}" cy="{y2}" r="3" fill="{NORTH}"/>'
    )
