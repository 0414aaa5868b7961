"""The public JSON of a badge: ERC-1155's own schema, five languages, and addresses that last."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nft_badges.metadata import Facts, id_text
from nft_badges.proof.metadata_files import metadata_of
from nft_badges.proof.naming import name_of
from world_server.i18n import LANGUAGES
from world_server.store.tables.award import BadgeKind

TOWN = "https://kashima.example"
ERC_1155 = {
    "title": "Token Metadata",
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "decimals": {"type": "integer"},
        "description": {"type": "string"},
        "image": {"type": "string"},
        "properties": {"type": "object"},
        "localization": {
            "type": "object",
            "required": ["uri", "default", "locales"],
            "properties": {
                "uri": {"type": "string"},
                "default": {"type": "string"},
                "locales": {"type": "array"},
            },
        },
    },
}
"""The schema as the standard prints it."""

OURS = {
    "required": ["name", "description", "image", "external_url", "properties", "localization"],
    "properties": {
        "name": {"minLength": 1},
        "image": {"pattern": rf"^{TOWN}/badges/art/\d+/[a-zA-Z-]+/[0-9a-f]{{64}}\.svg$"},
        "attributes": {
            "type": "array",
            "items": {
                "required": ["trait_type", "value"],
                "properties": {"trait_type": {"minLength": 1}, "value": {"minLength": 1}},
                "additionalProperties": False,
            },
        },
        "localization": {
            "properties": {
                "uri": {"pattern": r"\{locale\}"},
                "locales": {"const": list(LANGUAGES)},
            }
        },
        "properties": {
            "required": ["occurredOn", "place", "kind", "imageSha256", "facts", "factsSha256"],
            "properties": {
                "occurredOn": {"pattern": r"^\d{4}-\d\d-\d\d$"},
                "imageSha256": {"pattern": "^[0-9a-f]{64}$"},
                "factsSha256": {"pattern": "^[0-9a-f]{64}$"},
            },
        },
    },
}

EVENT = Facts(
    id=7,
    kind=BadgeKind.EVENT,
    title="酒蔵通りの夕べ",
    place="sakagura-dori",
    occurred_on=date(2026, 11, 22),
    key="event:7",
)
BADGES = {
    "event": EVENT,
    "host": replace(EVENT, id=8, kind=BadgeKind.HOST, key="host:7"),
    "monthly": replace(EVENT, id=9, kind=BadgeKind.MONTHLY, place="", key="monthly:2026-11"),
    "rally": replace(EVENT, id=10, kind=BadgeKind.RALLY, place="", key="rally:four-islands:2026"),
    "real": replace(EVENT, id=11, kind=BadgeKind.REAL, place="michinoeki", key="real:michinoeki:1"),
}


def told(facts: Facts, language: str = "ja") -> dict[str, Any]:
    metadata = metadata_of(facts, language=language, public_url=TOWN)
    return metadata.model_dump(mode="json", by_alias=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", BADGES)
def test_metadata_is_what_the_standard_says(kind: str, language: str) -> None:
    metadata = told(BADGES[kind], language)
    Draft202012Validator(ERC_1155).validate(metadata)
    Draft202012Validator(OURS).validate(metadata)
    assert metadata["properties"]["imageSha256"] in metadata["image"]
    assert f"/{id_text(BADGES[kind].id)}." in metadata["localization"]["uri"]


@pytest.mark.parametrize("kind", BADGES)
def test_every_language_says_it_in_its_own_words(kind: str) -> None:
    facts = BADGES[kind]
    assert len({told(facts, language)["description"] for language in LANGUAGES}) == len(LANGUAGES)
    names = {name_of(facts, language) for language in LANGUAGES}
    assert len(names) == (1 if kind == "event" else len(LANGUAGES))
    for language in LANGUAGES:
        said = "".join(map(str, told(facts, language).values()))
        assert "{" not in told(facts, language)["name"]
        assert not re.search(r"proof-\w", said)


def test_what_staff_typed_stands_as_they_typed_it() -> None:
    for language in LANGUAGES:
        assert told(EVENT, language)["name"] == EVENT.title
        assert EVENT.title in told(BADGES["host"], language)["name"]


def test_a_month_is_named_by_its_key_and_not_by_the_day_it_was_first_earned() -> None:
    late = replace(BADGES["monthly"], occurred_on=date(2026, 12, 1))
    assert name_of(late, "ja") == "2026年11月の来訪"
    assert name_of(replace(late, key="monthly:never"), "en") == "Visits in December 2026"


def test_a_rally_and_a_counter_have_names_the_town_knows() -> None:
    assert name_of(BADGES["rally"], "en") == "Around the four islands"
    assert "道の駅鹿島" in name_of(BADGES["real"], "ja")
    counter = replace(BADGES["real"], place="city-hall", title="市役所ロビー")
    assert name_of(counter, "ja") == "市役所ロビーを訪問"
    assert name_of(replace(BADGES["rally"], key="rally:gone:2026"), "en") == EVENT.title


def test_only_kinds_of_one_day_stand_for_a_visit_day() -> None:
    days = {kind for kind, facts in BADGES.items() if told(facts)["properties"]["isVisitDay"]}
    assert days == {"event", "real", "host"}
