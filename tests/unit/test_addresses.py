"""Who is calling: believed only as far as our own proxies wrote it."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.addresses import client_address, limit_key

PROXIES = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]
SECRET = "s" * 40


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("203.0.113.9", None, "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "1.1.1.1, 203.0.113.9, 10.2.2.2", "203.0.113.9"),
        ("10.0.0.1", "10.3.3.3, 10.2.2.2", "10.3.3.3"),
        ("10.0.0.1", "203.0.113.9, rubbish", "10.0.0.1"),
        ("10.0.0.1", "rubbish, 203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("fd00::1", "2001:db8::7", "2001:db8::7"),
        ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "203.0.113.9:4711", "10.0.0.1"),
    ],
)
def test_the_nearest_address_that_is_not_ours(
    peer: str, forwarded: str | None, client: str
) -> None:
    assert client_address(peer, forwarded, trusted=PROXIES) == ip_address(client)


@pytest.mark.parametrize("peer", [None, "", "unix:"])
def test_a_local_socket_has_no_address(peer: str | None) -> None:
    assert client_address(peer, "203.0.113.9", trusted=PROXIES) is None


@given(forged=st.text(), real=st.ip_addresses(v=4))
def test_what_a_caller_writes_in_front_changes_nothing(forged: str, real: object) -> None:
    if any(ip_address(str(real)) in network for network in PROXIES):
        return
    seen = client_address("10.0.0.1", f"{forged},{real}", trusted=PROXIES)
    assert str(seen) == str(real)


def test_a_household_shares_one_bucket_and_its_neighbour_has_another() -> None:
    def key(address: str) -> str:
        return limit_key(ip_address(address), secret=SECRET)

    assert key("2001:db8:0:1::1") == key("2001:db8:0:1:ffff::9")
    assert key("2001:db8:0:1::1") != key("2001:db8:0:2::1")
    assert key("203.0.113.9") != key("203.0.113.10")


def test_a_bucket_does_not_tell_the_address_and_needs_the_secret() -> None:
    address = ip_address("203.0.113.9")
    assert "203" not in limit_key(address, secret=SECRET)
    assert limit_key(address, secret=SECRET) != limit_key(address, secret="t" * 40)
    assert limit_key(None, secret=SECRET)
