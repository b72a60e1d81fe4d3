"""Can whoever sees little or hears the page read all of it? axe-core looks for faults."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}});
  const told = (one) => [one.id, one.help, one.nodes.slice(0, 3).map((node) => node.html)];
  return {faults: found.violations.map(told), kept: found.passes.map((one) => one.id)};
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(looked_at, width, scheme):
    look = looked_at(width=width, scheme=scheme)
    look.open_all()
    look.page.evaluate(AXE.read_text("utf-8"))
    found = look.page.evaluate(RUN, RULES)
    assert found["faults"] == []
    assert {"color-contrast", "document-title", "html-has-lang", "list"} <= set(found["kept"])
