"""Every translation is really one: in its own script, with every case of the Japanese sentence."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from world_server.i18n import FIRST_LANGUAGE, LANGUAGES, LOCALES, words
from world_server.protocol.closing import Close

FILES = sorted({path.name for path in LOCALES.glob("*/*.ftl")})
TRANSLATIONS = [name for name in LANGUAGES if name != FIRST_LANGUAGE]

KANA = r"[\u3041-\u30fb\u30fd-\u30ff]"
HAN = r"[\u4e00-\u9fff]"
HANGUL = r"[\uac00-\ud7a3]"
THAI = r"[\u0e01-\u0e5b]"
FOREIGN = {
    "ja": f"{HANGUL}|{THAI}",
    "en": f"{KANA}|{HAN}|{HANGUL}|{THAI}",
    "th": f"{KANA}|{HAN}|{HANGUL}",
    "ko": f"{KANA}|{HAN}|{THAI}",
    "zh-TW": f"{KANA}|{HANGUL}|{THAI}",
}
"""Scripts that show a sentence was copied from another language's file."""

OWN = {"ja": f"{KANA}|{HAN}", "en": r"[A-Za-z]", "th": THAI, "ko": HANGUL, "zh-TW": HAN}

PLURALS = {"zero", "one", "two", "few", "many", "other"}
"""Cases of number, which differ from language to language."""

LOAN_WORDS = {"Cookie"}
"""What people of another script write in Latin letters."""


class Heard(Visitor):
    """The words of a sentence, and the cases it distinguishes by each value."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.cases: dict[str, set[str]] = {}
        self.quotes = False

    def visit_MessageReference(self, _node: ast.MessageReference) -> None:  # noqa: N802
        """Words of another sentence, which is looked at by itself."""
        self.quotes = True

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.text += node.value

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        if isinstance(node.selector, ast.VariableReference):
            keys = {_key(variant) for variant in node.variants}
            self.cases.setdefault(node.selector.id.name, set()).update(keys - PLURALS)
        self.generic_visit(node)


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else key.value


def _sentences(language: str, name: str) -> Iterator[tuple[str, Heard]]:
    source = Path(LOCALES / language / name).read_text(encoding="utf-8")
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Message):
            heard = Heard()
            heard.visit(entry)
            yield entry.id.name, heard


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_written_in_the_script_of_their_language(language: str, name: str) -> None:
    copied = {
        key: heard.text
        for key, heard in _sentences(language, name)
        if re.search(FOREIGN[language], heard.text)
    }
    assert copied == {}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_sentence_was_left_as_another_language_has_it(language: str, name: str) -> None:
    """A sentence with letters must have some of its own script, unless Japanese has none either."""
    japanese = {key: heard.text for key, heard in _sentences(FIRST_LANGUAGE, name)}
    left = {
        key: heard.text
        for key, heard in _sentences(language, name)
        if re.search(OWN[FIRST_LANGUAGE], japanese[key])
        and not re.search(OWN[language], heard.text)
        and heard.text not in LOAN_WORDS
        and not heard.quotes
    }
    assert left == {}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", TRANSLATIONS)
def test_translations_know_every_case_of_the_japanese(language: str, name: str) -> None:
    japanese = {key: heard.cases for key, heard in _sentences(FIRST_LANGUAGE, name)}
    for key, heard in _sentences(language, name):
        for value, cases in japanese[key].items():
            assert cases <= heard.cases.get(value, set()), f"{language}/{name}: {key} by ${value}"


@pytest.mark.parametrize("reason", Close, ids=lambda reason: reason.value)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goodbye_of_a_world_is_told_in_every_language(language: str, reason: Close) -> None:
    assert words().has(language, f"error-{reason.value}")
