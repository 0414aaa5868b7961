"""The rules of PROTOCOL.md and the numbers of limits.py, read for the document that quotes them."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from world_server.protocol import limits

RULE_ID = r"[A-Z]{2}\d+"
_ROW = re.compile(rf"^\| ({RULE_ID}) \| (.+?) \| (.*?) ?\|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, what holds, and why."""

    id: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Limit:
    """One number of the wire, and the sentence beside it, which names its rule."""

    name: str
    value: float
    meaning: str


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, in the order of PROTOCOL.md."""
    text = (files("world_server") / "PROTOCOL.md").read_text("utf-8")
    return {one[0]: Rule(*one) for one in _ROW.findall(text)}


@cache
def numbers() -> tuple[Limit, ...]:
    """Every number of limits.py; one sentence may stand for several numbers above it."""
    text = (files("world_server.protocol") / "limits.py").read_text("utf-8")
    found: list[Limit] = []
    names: list[str] = []
    for node in ast.parse(text).body[1:]:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            names.append(node.targets[0].id)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            meaning = str(node.value.value)
            found += [Limit(name, getattr(limits, name), meaning) for name in names]
            names = []
    return tuple(found)


def named(text: str) -> list[str]:
    """The rules a text names, in its order."""
    return list(dict.fromkeys(re.findall(rf"\b({RULE_ID})\b", text)))
