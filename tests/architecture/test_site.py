"""Do the pages stand as a site: every link, every picture, the same for every reader?"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser

import markdown
import pytest
import yaml
from markdown_it import MarkdownIt

SHAPES = (
    "ul",
    "ol",
    "li",
    "pre",
    "table",
    "tr",
    "h1",
    "h2",
    "h3",
    "blockquote",
    "img",
    "a",
    "strong",
)
ELSEWHERE = re.compile(r"""(?:src|href)=["'](?:https?:)?//|url\(["']?(?:https?:)?//|@import""")
LOADS = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*(?:src|href)=["'](?:https?:)?//""")
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
LARGEST = 150_000


class Tags(HTMLParser):
    """What a page is made of, what it offers to links, and where its own lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.counted: Counter[str] = Counter()
        self.ids: set[str] = set()
        self.leads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.counted[tag] += tag in SHAPES
        self.ids |= {found["id"]} if found.get("id") else set()
        self.leads += [found[name] for name in ("href", "src") if found.get(name)]


@pytest.fixture(scope="module")
def pages(root):
    return sorted((root / "docs").glob("**/*.md"))


@pytest.fixture(scope="module")
def site(root, tmp_path_factory):
    """The site as `dev.py docs` builds it: a warning ends it, which `--quiet` would hide."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(out)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out


def test_every_link_of_the_site_leads_to_a_file_and_a_place_in_it(site):
    built = {path: Tags(path.read_text("utf-8")) for path in site.glob("**/*.html")}
    broken = []
    for path, page in built.items():
        for link in page.leads:
            target, _, anchor = link.partition("#")
            if "://" in link or link.startswith(("mailto:", "data:")):
                continue
            file = (path.parent / target).resolve() if target else path
            if not file.is_file() or (anchor and anchor not in built[file].ids):
                broken.append(f"{path.relative_to(site)}: {link}")
    assert len(built) > 40
    assert not broken


def test_the_site_loads_nothing_from_elsewhere(site):
    for path in site.glob("**/*.html"):
        assert not LOADS.search(path.read_text("utf-8")), path
    for path in (*site.glob("**/*.css"), *site.glob("*.js")):
        assert path.name == "search-index.js" or not ELSEWHERE.search(path.read_text("utf-8")), path


def test_a_page_reads_the_same_here_and_on_any_host(root, pages):
    """Python-Markdown draws the site, CommonMark what a host of the code shows."""
    options = yaml.unsafe_load((root / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    named = [next(iter(one)) if isinstance(one, dict) else one for one in options]
    here = markdown.Markdown(extensions=named)
    there = MarkdownIt("commonmark").enable("table")
    for page in pages:
        text = page.read_text("utf-8")
        ours, theirs = Tags(here.reset().convert(text)), Tags(there.render(text))
        assert ours.counted == theirs.counted, page.relative_to(root)


def test_every_picture_that_is_named_is_there_and_the_other_way_round(root, pages):
    named = {
        (page.parent / link).resolve()
        for page in (*pages, root / "README.md")
        for link in PICTURE.findall(page.read_text("utf-8"))
    }
    kept = set((root / "docs/pictures").iterdir())
    assert named == kept
    assert {path.name: path.stat().st_size for path in kept if path.stat().st_size > LARGEST} == {}
