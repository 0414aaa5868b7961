"""Rules of the layout that no linter knows: one home per outside library, and sizes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("kashima", "world_server", "nft_badges", "admin")
CLIENT = ROOT / "assets" / "client" / "src"

PYTHON_HOMES = {
    "socketio": ("world_server/live/",),
    "engineio": ("world_server/live/",),
    "redis": ("world_server/presence/",),
    "web3": ("nft_badges/chain",),
    "sqlalchemy": ("world_server/store/",),
    "sqlmodel": ("world_server/store/",),
    "alembic": ("world_server/store/",),
    "fluent": ("world_server/i18n.py",),
    "prometheus_client": ("world_server/metrics.py", "nft_badges/metrics.py"),
    "argon2": ("admin/",),
    "aiohttp_session": ("admin/", "world_server/presence/sessions.py"),
    "itsdangerous": ("world_server/signing.py",),
    "webauthn": ("world_server/passkey_checks.py",),
}
CLIENT_HOMES = {
    "three": ("scene/", "lab.ts"),
    "socket.io-parser": ("net/",),
    "@fluent/bundle": ("i18n/",),
}
LONGEST_MODULE = 400

ONE_FILE = {"verify_badges.py": 500}
"""A stranger downloads it and reads it top to bottom: one file with its words in five languages."""


def python_files() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def client_files() -> Iterator[Path]:
    yield from sorted(CLIENT.rglob("*.ts"))


def imported_roots(path: Path) -> set[str]:
    roots = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            roots.add(node.module.split(".")[0])
    return roots


@pytest.mark.parametrize("library", PYTHON_HOMES)
def test_an_outside_library_has_one_home(library: str) -> None:
    strangers = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if library in imported_roots(path)
        and not str(path.relative_to(ROOT)).startswith(PYTHON_HOMES[library])
    ]
    assert strangers == []


@pytest.mark.parametrize("library", CLIENT_HOMES)
def test_an_outside_library_of_the_client_has_one_home(library: str) -> None:
    pattern = re.compile(rf"""(?:from|import)\s*\(?\s*['"]{re.escape(library)}(?:/[^'"]*)?['"]""")
    strangers = [
        str(path.relative_to(CLIENT))
        for path in client_files()
        if pattern.search(path.read_text(encoding="utf-8"))
        and not str(path.relative_to(CLIENT)).startswith(CLIENT_HOMES[library])
    ]
    assert strangers == []


def test_no_module_has_grown_past_its_noun() -> None:
    grown = {
        str(path.relative_to(ROOT)): lines
        for path in (*python_files(), *client_files())
        if (lines := len(path.read_text(encoding="utf-8").splitlines()))
        > ONE_FILE.get(path.name, LONGEST_MODULE)
        and "migrations/versions" not in str(path)
    }
    assert grown == {}


def test_every_module_says_in_one_sentence_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if path.read_text(encoding="utf-8").strip()
        and ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []


def test_nothing_kept_names_this_machine_or_a_registry() -> None:
    private = re.compile(r'(?<![\w.-])/(?:home|root|Users)/\w|"resolved": *"https?://|index-url')
    suspects = [
        path
        for folder in (*PACKAGES, "tests", "bench", "docs", "requirements", "deploy")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".md", ".lock", ".json", ".toml", ".yml", ".conf"}
        and path != Path(__file__)
        and "node_modules" not in path.parts
    ]
    told = [
        str(path.relative_to(ROOT))
        for path in suspects
        if private.search(path.read_text(encoding="utf-8"))
    ]
    assert told == []
