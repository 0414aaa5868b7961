"""Settings of a world: from the environment or from files, explained, and never printed."""

from ipaddress import ip_address
from pathlib import Path

import pytest
from pydantic import ValidationError

from world_server.settings import WorldSettings

SECRET = "s" * 32


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in WorldSettings.model_fields:
        monkeypatch.delenv(f"KASHIMA_{name.upper()}", raising=False)
    monkeypatch.delenv("KASHIMA_SECRETS_DIR", raising=False)


@pytest.mark.parametrize("networks", ["10.0.0.0/8, fd00::/8", '["10.0.0.0/8", "fd00::/8"]'])
def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, networks: str) -> None:
    monkeypatch.setenv("KASHIMA_SECRET", SECRET)
    monkeypatch.setenv("KASHIMA_PORT", "0")
    monkeypatch.setenv("KASHIMA_TRUSTED_PROXIES", networks)
    settings = WorldSettings.from_environment()
    assert settings.port == 0
    assert ip_address("10.1.2.3") in settings.trusted_proxies[0]
    assert ip_address("fd00::1") in settings.trusted_proxies[1]


def test_secrets_may_be_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "kashima_secret").write_text(SECRET)
    monkeypatch.setenv("KASHIMA_SECRETS_DIR", str(tmp_path))
    assert WorldSettings.from_environment().secret.get_secret_value() == SECRET


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("secret", "short"),
        ("world_name", "../w1"),
        ("world_name", "W1"),
        ("port", 70_000),
        ("public_capacity", 0),
        ("pose_budget", 999),
        ("pose_budget", -1),
        ("trusted_proxies", ["everyone"]),
    ],
)
def test_a_value_that_cannot_be_right_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        WorldSettings.model_validate({"secret": SECRET, name: value})


def test_there_is_no_secret_by_default() -> None:
    with pytest.raises(ValidationError):
        WorldSettings.model_validate({})


def test_secrets_are_never_printed() -> None:
    settings = WorldSettings.model_validate(
        {"secret": SECRET, "redis_url": "redis://:hush@h/0", "metrics_token": "tokens"}
    )
    printed = repr(settings) + settings.model_dump_json()
    assert SECRET not in printed
    assert "hush" not in printed
    assert "tokens" not in printed


def test_every_setting_is_explained() -> None:
    for name, field in WorldSettings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name


@pytest.mark.parametrize(("url", "secure"), [("https://town", True), ("http://town", False)])
def test_cookies_are_secure_exactly_over_https(url: str, *, secure: bool) -> None:
    assert WorldSettings.model_validate({"secret": SECRET, "public_url": url}).secure is secure
