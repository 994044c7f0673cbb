"""axe's findings on a page, as lines to read."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

_SOURCE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_PAINTED = "async () => { for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame); }"
_RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} – ${node.failureSummary.replaceAll("\\n", " ")}`))"""


def findings(page: Page) -> list[str]:
    """Everything that all of axe's rules, best practices too, hold against the page as it is painted now.

    Styles inside container queries are settled by the layout of a frame; before it, colours are not what people see.
    """
    page.evaluate(_source())
    page.evaluate(_PAINTED)
    found: list[str] = page.evaluate(_RUN)
    return found


@cache
def _source() -> str:
    return _SOURCE.read_text(encoding="utf-8")
