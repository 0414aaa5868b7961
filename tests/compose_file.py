"""Reads docker-compose.yml and the Dockerfile as Docker would, where there is no Docker engine."""

import json
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
COMPOSE = ROOT / "docker-compose.yml"
PUBLIC_CHAIN = ROOT / "deploy" / "public-chain.yml"
DOCKERFILE = ROOT / "Dockerfile"

VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?::(?P<kind>[-?])(?P<rest>[^}]*))?\}")


class VariableMissing(Exception):
    """The file asks for a variable that was not given; the text is what the file says about it."""


def read(variables: Mapping[str, str], file: Path = COMPOSE) -> dict[str, Any]:
    """The file with its variables filled in; raise VariableMissing for one that must be given."""
    filled = _filled(yaml.safe_load(file.read_text(encoding="utf-8")), variables)
    assert isinstance(filled, dict)
    return filled


def _filled(value: object, variables: Mapping[str, str]) -> object:
    """Like Compose: YAML first, variables afterwards, so that a filled-in value is always text."""
    if isinstance(value, dict):
        return {key: _filled(inner, variables) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, variables) for inner in value]
    if isinstance(value, str):
        return VARIABLE.sub(lambda found: _value(found, variables), value)
    return value


def _value(found: re.Match[str], variables: Mapping[str, str]) -> str:
    value = variables.get(found["name"], "")
    if value:
        return value
    if found["kind"] == "?":
        raise VariableMissing(found["rest"])
    return found["rest"] or ""


@dataclass(frozen=True)
class Image:
    """What the Dockerfile's last stage says about running."""

    bases: list[str]
    copied: list[tuple[str | None, list[str]]]
    stages: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    entrypoint: list[str] = field(default_factory=list)
    user: str = "root"


def image() -> Image:
    """The Dockerfile, read far enough to know what it needs and what it runs."""
    bases, copied, stages = [], [], []
    environment: dict[str, str] = {}
    entrypoint: list[str] = []
    user = "root"
    for word, rest in _instructions():
        match word:
            case "FROM":
                base, *named = re.split(r"\s+AS\s+", rest)
                bases.append(base)
                stages += named
                environment, user = {}, "root"
            case "COPY":
                words = rest.split()
                stage = next((w.partition("=")[2] for w in words if w.startswith("--from=")), None)
                copied.append((stage, [w for w in words if not w.startswith("--")][:-1]))
            case "ENV":
                environment |= dict(pair.split("=", 1) for pair in shlex.split(rest))
            case "ENTRYPOINT":
                entrypoint = json.loads(rest)
            case "USER":
                user = rest
    return Image(bases, copied, stages, environment, entrypoint, user)


def _instructions() -> list[tuple[str, str]]:
    text = DOCKERFILE.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1].strip()) for line in lines]
