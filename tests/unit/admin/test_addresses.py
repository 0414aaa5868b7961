"""From which address a request comes, and that nobody can make one up."""

from ipaddress import ip_network

import pytest

from admin.addresses import origin

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.9", None, "203.0.113.9"),
        # Not one of our proxies: what it says about others is not believed.
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.2", "198.51.100.1", "198.51.100.1"),
        # The left end is whatever the caller made up.
        ("10.0.0.2", "1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "1.2.3.4, 198.51.100.1, 10.0.0.3", "198.51.100.1"),
        ("10.0.0.2", "nonsense", "unknown"),
        ("10.0.0.2", "", "10.0.0.2"),
        ("::ffff:203.0.113.9", None, "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::/64"),
        (None, None, "unknown"),
    ],
)
def test_the_nearest_address_that_is_not_ours_counts(
    peer: str | None, forwarded: str | None, expected: str
) -> None:
    assert origin(peer, forwarded, trusted=PROXIES) == expected
