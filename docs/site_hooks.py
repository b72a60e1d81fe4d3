"""How do the pages of `docs/` become a site that opens from a folder?

mkdocs calls these functions by their names. The contents are read from `index.md`, so that there is
one list; pages of the project that lie outside `docs/` are taken in; the look is the application's.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import relpath
from typing import Any

from mkdocs.contrib.search.search_index import ContentParser
from mkdocs.structure.files import File

ROOT = Path(__file__).parent.parent
LOOK = ROOT / "src/northing/foundations/ui/static/ui"
FONTS = ROOT / "src/northing/foundations/documents/assets/fonts/web"
OUTSIDE = ("CONTRIBUTING", "STYLE", "SECURITY", "CHANGELOG")
TO_OUTSIDE = re.compile(rf"\]\((?:\.\./)*({'|'.join(OUTSIDE)})\.md")
KIND = re.compile(r"^## (.+)$", re.MULTILINE)
GROUP = re.compile(r"^### (.+)$", re.MULTILINE)
ENTRY = re.compile(r"\[([^\]]+)\]\(([^)#]+\.md)\)")
WIDE = re.compile(r'<table>|</table>|<pre>|<pre class="[^"]*">|<th[^>]*></th>')
INDEX = "search-index.js"
found: list[list[str]] = []


def on_config(config: Any) -> Any:
    """The contents: each kind of page with its groups, as index.md has them."""
    index = (Path(config.docs_dir) / "index.md").read_text("utf-8")
    config.nav = [{name: _entries(text)} for name, text in _parts(KIND, index)]
    found.clear()
    return config


def on_files(files: Any, config: Any) -> Any:
    """The pages outside, and the tokens, fonts and sign of the application."""
    for name in OUTSIDE:
        text = (ROOT / f"{name}.md").read_text("utf-8").replace("](docs/", "](../")
        files.append(File.generated(config, f"project/{name.lower()}.md", content=text))
    for path in (LOOK / "northing.css", LOOK / "north.svg", *sorted(FONTS.glob("*.woff2"))):
        folder = "fonts" if path.suffix == ".woff2" else "ui"
        files.append(
            File.generated(config, f"{folder}/{path.name}", abs_src_path=str(path)),
        )
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Links to the pages outside lead to where they stand in the site."""
    here = Path(page.file.src_uri).parent.as_posix()

    def inside(link: re.Match[str]) -> str:
        return f"]({relpath(f'project/{link[1].lower()}.md', here)}"

    return TO_OUTSIDE.sub(inside, markdown)


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """What is wider than a telephone scrolls by itself and is reached by keyboard."""
    _learn(html, page)
    return WIDE.sub(_framed, html)


def on_post_build(config: Any) -> None:
    """The index of the search, as a script: a page opened from a file may fetch nothing."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    (Path(config.site_dir) / INDEX).write_text(f"window.northingPages={text};\n", "utf-8")


def _framed(tag: re.Match[str]) -> str:
    if tag[0] == "<table>":
        return '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>'
    if tag[0] == "</table>":
        return "</table></div>"
    return '<pre tabindex="0">' if tag[0].startswith("<pre") else "<td></td>"


def _learn(content: str, page: Any) -> None:
    parser = ContentParser()
    parser.feed(content)
    parser.close()
    for part in parser.data:
        text = html.unescape(" ".join(" ".join(part.text).split()))
        heading = html.unescape("".join(part.title))
        address = page.url + (f"#{part.id}" if part.id and heading != page.title else "")
        found.append([page.title, heading, address, text])


def _entries(text: str) -> list[Any]:
    """The pages of one kind; where it is parted into groups, the groups."""
    groups = list(_parts(GROUP, text))
    if groups:
        return [{name: _entries(part)} for name, part in groups]
    return [{title: _place(path)} for title, path in ENTRY.findall(text)]


def _place(path: str) -> str:
    name = path.removeprefix("../").removesuffix(".md")
    return f"project/{name.lower()}.md" if name in OUTSIDE else path


def _parts(heading: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    titles = list(heading.finditer(text))
    ends = [*(one.start() for one in titles[1:]), *([len(text)] if titles else [])]
    for one, end in zip(titles, ends, strict=True):
        yield one[1], text[one.end() : end]
