"""The table of what can go wrong with badges names tests that exist, and leaves no reason out."""

import ast
import re
from pathlib import Path

from nft_badges.states import Why

ROOT = Path(__file__).parent.parent
TABLE = (ROOT / "docs" / "badge-faults.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(test_\w+\.py)::(test_\w+)`", TABLE)

PASSES_BY_ITSELF = {Why.NOTHING, Why.STANDBY}


def test_every_test_the_table_names_exists() -> None:
    known = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                known.add((path.name, node.name))
    assert len(NAMED) > 30
    assert [name for name in NAMED if name not in known] == []


def test_every_line_of_the_table_has_a_test() -> None:
    lines = [line for line in TABLE.splitlines() if line.startswith("| ")][2:]
    assert [line for line in lines if "::test_" not in line] == []


def test_every_reason_why_awards_wait_is_in_the_table() -> None:
    told = set(re.findall(r"\(`([a-z-]+)`\)", TABLE))
    assert {why.value for why in Why} - PASSES_BY_ITSELF - told == set()
