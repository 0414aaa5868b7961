"""What the accessibility statement says was tested: one list for the page and for the test."""

from datetime import date
from types import MappingProxyType

LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""Rules of axe-core that find nothing: WCAG 2.0, 2.1 and 2.2, levels A and AA."""

NARROW = 320
"""Width in CSS pixels at which nothing scrolls sideways (WCAG 1.4.10)."""

TEXT_PERCENT = 200
"""Enlargement of all text at which nothing is cut or covered (WCAG 1.4.4, 2.4.11)."""

TESTED_ON = date(2026, 11, 23)
"""The day the pages below were last looked at by a person as well as by the tests."""

TESTED = MappingProxyType(
    {
        "welcome": ("new", "mistakes", "returning", "erase", "event", "full", "line"),
        "flat": ("arrived", "walking", "arrival", "announced", "talking", "panels", "away"),
        "solid": ("walking", "talking", "menu", "settings"),
        "farewell": ("left", "ended"),
        "badges": ("shelf", "detail", "share", "wallet", "stamps"),
        "claims": ("typing", "offered", "received", "refused", "screen"),
        "pages": ("privacy", "accessibility", "nothing", "proof", "badge", "holder"),
    }
)
"""Pages of visitors and strangers, by chapter, in every state the test brings them into."""
