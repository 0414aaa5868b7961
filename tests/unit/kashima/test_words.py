"""What an operator is told exists in both languages and can be said with the values given."""

import ast
import string
from pathlib import Path

import pytest

from kashima import checks, facts, words
from kashima.words import TEXTS, is_japanese, say

SOURCES = Path(words.__file__).parent


def blanks(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_fill_the_same_blanks(key: str) -> None:
    japanese, english = TEXTS[key]
    assert blanks(japanese) == blanks(english)
    assert japanese.strip()
    assert english.strip()


@pytest.mark.parametrize(
    ("locale", "japanese"),
    [
        ("", True),
        ("ja_JP.UTF-8", True),
        ("en_GB.UTF-8", False),
        ("C.UTF-8", False),
        ("th_TH.UTF-8", False),
    ],
)
def test_japanese_comes_first_unless_the_locale_names_something_else(
    locale: str, *, japanese: bool
) -> None:
    assert is_japanese(locale) is japanese


def test_every_problem_can_be_said() -> None:
    machine = checks.Machine(
        python=(3, 8, 1),
        has_venv=True,
        node=(18, 0, 0),
        folder="var",
        folder_is_writable=False,
        free_mb=3,
    )
    nothing = checks.Installed(redis=None, has_chain=False, has_client=False)
    taken = (checks.Port(8700, "KASHIMA_WORLD_PORT", is_taken=True),)
    findings = checks.of_machine(machine) | checks.of_installation(nothing) | checks.of_ports(taken)
    for name, problems in findings.items():
        assert say(name, japanese=True)
        assert problems, f"{name} finds nothing wrong with the worst machine"
        for problem in problems:
            for japanese in (True, False):
                assert "{" not in say(problem.key, japanese=japanese, **problem.values)


@pytest.mark.parametrize(
    "module", ["__init__", "words", "checks", "facts", "before_install", "progress", "step"]
)
def test_what_make_runs_first_can_be_read_by_an_old_python(module: str) -> None:
    source = (SOURCES / f"{module}.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 8))


@pytest.mark.parametrize("module", [checks, facts, words])
def test_what_make_runs_first_needs_nothing_installed(module: object) -> None:
    source = Path(str(getattr(module, "__file__"))).read_text(encoding="utf-8")  # noqa: B009
    imported = {
        node.module.split(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    assert imported <= {"__future__", "dataclasses", "pathlib", "kashima"}
