"""Looks at a page as people with different eyes, hands and screens would, as machines can."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from world_server.web.accessibility import LEVELS, NARROW, TEXT_PERCENT

AXE = Path(__file__).parent.parent / "assets/client/node_modules/axe-core/axe.min.js"
AUDIT = Path(__file__).with_name("accessibility_audit.js").read_text(encoding="utf-8")
RULES = [*LEVELS, "best-practice"]
SHAPES: dict[str, tuple[dict[str, int], int]] = {
    "narrow and low": ({"width": NARROW, "height": 360}, 100),
    "twice the text": ({"width": 390, "height": 844}, TEXT_PERCENT),
}
"""Windows in CSS pixels, and the size of text in percent.

Enlarging a page makes its window smaller: 400 % of a desk's is the narrow and low one.
"""


def faults_of(page: Page, *, in_every_shape: bool) -> list[str]:
    """What is wrong with the page in its window, and in the other shapes a person may need."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = [f"as it is: {one}" for one in _audit(page, only_shape=False)]
    for name, (size, percent) in SHAPES.items() if in_every_shape else ():
        with _shaped(page, size, percent):
            found += [f"{name}: {one}" for one in _audit(page, only_shape=True)]
    return found


@contextmanager
def _shaped(page: Page, size: dict[str, int], percent: int) -> Iterator[None]:
    """Another window and another size of text, for a while."""
    before: Any = page.viewport_size
    enlarge = "size => { document.documentElement.style.fontSize = size }"
    after: Any = size
    page.set_viewport_size(after)
    page.evaluate(enlarge, f"{percent}%")
    yield
    page.evaluate(enlarge, "")
    page.set_viewport_size(before)


def _audit(page: Page, *, only_shape: bool) -> list[str]:
    # Two frames: sizes that follow the window are right only after the next drawing.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    told: list[str] = page.evaluate(AUDIT, {"levels": RULES, "onlyShape": only_shape})
    return told
