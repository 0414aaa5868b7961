"""What our pages promise browsers never to do."""

import pytest

from world_server.settings import WorldSettings
from world_server.web.headers import security_headers


def headers_at(url: str) -> dict[str, str]:
    return security_headers(WorldSettings.model_validate({"secret": "s" * 32, "public_url": url}))


def policy_at(url: str) -> dict[str, list[str]]:
    parts = headers_at(url)["Content-Security-Policy"].split("; ")
    return {part.split()[0]: part.split()[1:] for part in parts}


@pytest.mark.parametrize("url", ["https://kashima.example", "http://127.0.0.1:8700"])
def test_no_inline_code_no_other_host_no_frame(url: str) -> None:
    policy = policy_at(url)
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & {
        source for sources in policy.values() for source in sources
    }
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == ["'none'"]


@pytest.mark.parametrize(
    ("url", "socket"),
    [
        ("https://kashima.example", "wss://kashima.example"),
        ("http://127.0.0.1:8700", "ws://127.0.0.1:8700"),
        ("https://kashima.example/town?x#y", "wss://kashima.example"),
    ],
)
def test_the_only_other_connection_is_our_own_socket(url: str, socket: str) -> None:
    assert policy_at(url)["connect-src"] == ["'self'", socket]


def test_https_is_kept_once_seen_and_not_promised_without_it() -> None:
    assert "max-age=31536000" in headers_at("https://town")["Strict-Transport-Security"]
    assert "Strict-Transport-Security" not in headers_at("http://town")
