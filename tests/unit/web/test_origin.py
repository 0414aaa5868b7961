"""Which writes come from another site's page."""

import pytest

from world_server.web.origin import is_foreign

PUBLIC = "https://kashima.example"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "", "Origin": PUBLIC},
        {"Sec-Fetch-Site": "cross-site", "Origin": PUBLIC},
        {"Origin": "https://evil.example", "Host": "kashima.example"},
        {"Origin": "null", "Host": "kashima.example"},
        {"Origin": "", "Host": "kashima.example"},
        {"Origin": "https://kashima.example.evil.example", "Host": "kashima.example"},
        {"Origin": "https://kashima.example@evil.example", "Host": "kashima.example"},
        {"Origin": "https://kashima.example:8443", "Host": "kashima.example"},
        {"Origin": "null"},
    ],
)
def test_another_sites_page_is_foreign(headers: dict[str, str]) -> None:
    assert is_foreign(headers, public_url=PUBLIC)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": PUBLIC, "Host": "10.0.0.5:8700"},
        {"Origin": "http://localhost:8700", "Host": "localhost:8700"},
    ],
)
def test_our_own_pages_and_plain_programs_are_not(headers: dict[str, str]) -> None:
    assert not is_foreign(headers, public_url=PUBLIC)
