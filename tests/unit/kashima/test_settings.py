"""The command line reads the operator's settings once and says in a sentence what is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from kashima.__main__ import main
from kashima.settings import (
    OperatorLanguage,
    OperatorSettings,
    UpSettings,
    inherited_environment,
)


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in inherited_environment():
        if name.startswith(("KASHIMA_", "LC_", "LANG")):
            monkeypatch.delenv(name)


@pytest.mark.parametrize(
    ("given", "japanese"),
    [
        ({}, True),
        ({"LANG": "ja_JP.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "ja_JP.UTF-8"}, False),
    ],
)
def test_the_language_is_found_as_every_program_finds_it(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], *, japanese: bool
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert OperatorLanguage().japanese is japanese


def test_nothing_need_be_set_to_start() -> None:
    settings = UpSettings.from_environment()
    assert (settings.world_port, settings.admin_port, settings.minter_port) == (8700, 8701, 8702)
    assert str(settings.var) == "var"


def test_the_database_is_in_the_towns_folder_unless_another_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KASHIMA_VAR", str(tmp_path))
    found = OperatorSettings.from_environment().database_url.get_secret_value()
    assert found == f"sqlite+aiosqlite:///{tmp_path}/kashima.db"
    monkeypatch.setenv("KASHIMA_DATABASE_URL", "postgresql+asyncpg://elsewhere")
    found = OperatorSettings.from_environment().database_url.get_secret_value()
    assert found == "postgresql+asyncpg://elsewhere"


def test_every_setting_is_explained() -> None:
    for settings in (UpSettings, OperatorLanguage):
        assert all(field.description for field in settings.model_fields.values())


def test_a_leftover_secret_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASHIMA_ISSUER_KEY", "0x12")
    monkeypatch.setenv("KASHIMA_REGISTRAR_KEY", "0x34")
    monkeypatch.setenv("KASHIMA_REDIS_URL", "redis://elsewhere")
    monkeypatch.setenv("KASHIMA_LOG_LEVEL", "DEBUG")
    handed_on = inherited_environment()
    assert handed_on["KASHIMA_LOG_LEVEL"] == "DEBUG"
    secrets = {"KASHIMA_ISSUER_KEY", "KASHIMA_REGISTRAR_KEY", "KASHIMA_REDIS_URL"}
    assert not secrets & set(handed_on)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("KASHIMA_SECRET", "", "The setting KASHIMA_SECRET is missing"),
        ("KASHIMA_SECRET", "hush", "The setting KASHIMA_SECRET is not right"),
    ],
)
def test_a_wrong_setting_is_named_and_a_secret_not_repeated(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    sentence: str,
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    if value:
        monkeypatch.setenv(name, value)
    assert main(["world"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(sentence)
    assert "hush" not in said
    assert len(said.splitlines()) == 1


def test_a_terminal_without_japanese_is_no_reason_to_fail() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "kashima", "--help"],
        env={**inherited_environment(), "PYTHONIOENCODING": "ascii", "LANG": "ja_JP.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert said.returncode == 0
    assert b"???" in said.stdout


def test_a_database_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "kashima", "invite"],
        env={
            **inherited_environment(),
            "LANG": "en_GB.UTF-8",
            "KASHIMA_VAR": str(tmp_path / "nowhere"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 1
    [sentence] = said.stderr.splitlines()
    assert sentence.startswith("The chain or the database cannot be reached")


def test_an_unknown_verb_is_refused_with_the_verbs_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["bake"])
    assert "doctor" in capsys.readouterr().err
