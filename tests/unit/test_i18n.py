"""Every sentence exists in all five languages, takes the same values, and is found."""

import inspect
import logging
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from world_server import errors
from world_server.errors import TownError
from world_server.i18n import (
    FIRST_LANGUAGE,
    LANGUAGES,
    LOCALES,
    Words,
    pick_language,
    translate,
)

FILES = sorted({path.name for path in LOCALES.glob("*/*.ftl")})


class Used(Visitor):
    """The variables a sentence asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def sentences(path: Path) -> dict[str, set[str]]:
    """Variables by message id."""
    found = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{path}: {entry.content}"
        if isinstance(entry, ast.Message):
            used = Used()
            used.visit(entry)
            assert entry.id.name not in found, f"{path} says {entry.id.name} twice"
            found[entry.id.name] = used.names
    return found


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_hold_the_same_sentences_with_the_same_values(
    language: str, name: str
) -> None:
    assert sentences(LOCALES / language / name) == sentences(LOCALES / FIRST_LANGUAGE / name)


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_is_named_after_its_file(name: str) -> None:
    prefix = {"errors.ftl": "error-"}.get(name, name.removesuffix(".ftl") + "-")
    strays = [key for key in sentences(LOCALES / "ja" / name) if not key.startswith(prefix)]
    assert strays == []


def refusals() -> list[type[TownError]]:
    return [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, TownError)
    ]


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.code)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_told_in_every_language(
    language: str, kind: type[TownError], caplog: pytest.LogCaptureFixture
) -> None:
    values: dict[str, object] = {"seconds": 3}
    asks = any("__init__" in vars(one) for one in kind.__mro__ if issubclass(one, TownError))
    wanted = inspect.signature(kind).parameters if asks else ()
    refused = kind(*(values.get(name, "x") for name in wanted))
    with caplog.at_level(logging.ERROR, logger="world_server.i18n"):
        sentence = translate(language, f"error-{kind.code}", **refused.details)
    assert sentence
    assert not sentence.startswith("error-")
    assert caplog.messages == []


@pytest.mark.parametrize(
    ("header", "wanted", "picked"),
    [
        (None, None, "ja"),
        ("", None, "ja"),
        ("fr-FR,fr;q=0.9", None, "ja"),
        ("en-GB,en;q=0.9", None, "en"),
        ("fr, th;q=0.5, ko;q=0.8", None, "ko"),
        ("ja;q=0.1, en;q=0.2", None, "en"),
        ("en;q=0, th", None, "th"),
        ("zh-TW", None, "zh-TW"),
        ("zh-Hant-HK", None, "zh-TW"),
        ("ZH-cn", None, "zh-TW"),
        ("en;q=high, ko", None, "ko"),
        (",,;;q=1,=", None, "ja"),
        ("*", None, "ja"),
        ("en", "th", "th"),
        ("en", "fr", "en"),
        ("en", "../../etc", "en"),
        ("en" * 100_000, None, "ja"),
    ],
)
def test_the_language_spoken(header: str | None, wanted: str | None, picked: str) -> None:
    assert pick_language(header, wanted) == picked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
    (tmp_path / "ja" / "town.ftl").write_text(
        "town-hello = こんにちは、{ $name }さん\ntown-only = 日本語だけ\n", encoding="utf-8"
    )
    (tmp_path / "en" / "town.ftl").write_text("town-hello = Hello, { $name }\n", encoding="utf-8")
    return tmp_path


def test_a_sentence_missing_in_a_language_is_said_in_japanese(folder: Path) -> None:
    words = Words(folder)
    assert words.translate("en", "town-hello", name="Aiko") == "Hello, Aiko"
    assert words.translate("en", "town-only") == "日本語だけ"
    assert words.translate("xx", "town-only") == "日本語だけ"
    assert words.has("ja", "town-only")
    assert not words.has("en", "town-only")
    assert not words.has("xx", "town-only")


def test_a_sentence_nobody_wrote_is_its_key_and_is_logged(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert Words(folder).translate("en", "town-nothing") == "town-nothing"
    assert "a sentence is missing" in caplog.messages


def test_a_missing_value_is_logged(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert "Hello" in Words(folder).translate("en", "town-hello")
    assert "a sentence lacks a value" in caplog.messages


def test_a_value_is_never_read_as_a_sentence(folder: Path) -> None:
    said = Words(folder).translate("en", "town-hello", name="{ town-only } { $name }")
    assert said == "Hello, { town-only } { $name }"


def test_a_file_that_is_not_fluent_stops_the_start(folder: Path) -> None:
    (folder / "ko" / "town.ftl").write_text("this is = = not\n  fluent {", encoding="utf-8")
    with pytest.raises(ValueError, match=r"ko/town\.ftl is not Fluent"):
        Words(folder)
