"""Passkeys are made for a name over https, or for localhost."""

import pytest

from world_server.passkey_site import Site, site_of


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://kashima.example", Site("kashima.example", "https://kashima.example")),
        ("https://Kashima.example:443", Site("kashima.example", "https://kashima.example")),
        ("https://kashima.example:8443", Site("kashima.example", "https://kashima.example:8443")),
        ("http://localhost:8700", Site("localhost", "http://localhost:8700")),
        ("http://localhost:80", Site("localhost", "http://localhost")),
        ("http://kashima.example", None),
        ("http://127.0.0.1:8700", None),
        ("https://192.0.2.7", None),
        ("https://[2001:db8::1]", None),
        ("", None),
    ],
)
def test_the_site_follows_from_the_public_address(address: str, site: Site | None) -> None:
    assert site_of(address) == site
