"""The JSON of proof and metadata as types; served from here and described in OpenAPI."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

HASH = "0x and 64 hex digits."


class Told(BaseModel):
    """What anybody is told."""

    model_config = ConfigDict(frozen=True)

    def text(self) -> str:
        """As JSON a person may read too."""
        return self.model_dump_json(by_alias=True, indent=1)


class Camel(Told):
    """Told in the spelling of ERC-1155's own examples."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)


class Properties(Camel):
    """The facts of a badge in a form programs compare."""

    occurred_on: str = Field(description="Calendar day in Kashima (JST).")
    place: str = Field(description="A place's id; empty for what belongs to the whole town.")
    place_name: str
    kind: str = Field(description="event, rally, monthly, real or host.")
    key: str | None = Field(description="The occasion's own name.")
    is_visit_day: bool = Field(description="Whether the badge stands for a day of being there.")
    image_sha256: str = Field(description="Of the picture, 64 hex digits.")
    facts: str = Field(description="The canonical form (RFC 8785) that was hashed.")
    facts_version: int
    facts_sha256: str = Field(description="The `metadataHash` on the chain, 64 hex digits.")


class Trait(Told):
    """One line that galleries show below a picture."""

    trait_type: str
    value: str


class Localization(Told):
    """Where the other languages are, as ERC-1155 writes it."""

    uri: str = Field(description="`{locale}` stands for one of the locales.")
    default: str
    locales: list[str]


class BadgeMetadata(Told):
    """What a badge is (ERC-1155)."""

    name: str
    description: str
    decimals: int = 0
    image: str = Field(description="An address with the picture's SHA-256 in it: it never changes.")
    external_url: str
    attributes: list[Trait]
    properties: Properties
    localization: Localization


class Collection(Told):
    """What the whole collection is (ERC-7572)."""

    name: str
    symbol: str
    description: str
    image: str
    external_link: str


class Manifest(Told):
    """Everything a stranger needs for finding the logs and adding them up."""

    chain_id: int
    genesis: str = Field(description=HASH)
    contract: str
    codehash: str = Field(description=HASH)
    deploy_block: int | None
    to_block: int = Field(description="Up to which block the chain was read.")
    to_hash: str = Field(description=HASH)
    final_to: int = Field(description="Up to which block nothing is taken back any more.")
    topics: list[str]
    abi: str = Field(description="Address of the contract's interface.")
    blocks_at_once: int
    logs: str = Field(description="`{from}` and `{to}` stand for blocks, both included.")
    script: str
    digest: str = Field(description="SHA-256 over every badge held; 64 hex digits.")


class Logs(Told):
    """Raw logs of some blocks, in the order of the chain."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    first: int = Field(alias="from")
    last: int = Field(alias="to")
    logs: list[dict[str, Any]]
