"""The facts whose hash is on the chain never depend on where or how they are served."""

import hashlib
import json
from datetime import date

from nft_badges.metadata import KINDS, Facts, base_uri, id_text
from world_server.store.tables.award import BadgeKind

FACTS = Facts(
    id=7,
    kind=BadgeKind.EVENT,
    title="酒蔵通りの夕べ",
    place="sakagura-dori",
    occurred_on=date(2026, 11, 22),
)


def test_facts_are_canonical_json() -> None:
    assert FACTS.canonical().decode() == (
        '{"id":7,"kind":"event","occurredOn":"2026-11-22",'
        '"place":"sakagura-dori","title":"酒蔵通りの夕べ"}'
    )
    assert FACTS.digest == hashlib.sha256(FACTS.canonical()).digest()


def test_nothing_but_the_badge_itself_is_in_them() -> None:
    assert set(json.loads(FACTS.canonical())) == {"id", "kind", "occurredOn", "place", "title"}


def test_ids_in_addresses_are_64_lower_case_hex_digits() -> None:
    assert id_text(7) == "0" * 63 + "7"
    assert id_text(0xABC) == "0" * 61 + "abc"
    assert base_uri("https://town.example") == "https://town.example/badges/meta/"


def test_every_kind_has_its_own_number_for_ever() -> None:
    assert KINDS == {"event": 1, "rally": 2, "monthly": 3, "real": 4, "host": 5}
