"""Settings of the minter, and of those who only read the chain; read once and handed down."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import NoDecode

from nft_badges.abi import is_address
from world_server.store.settings import StoreSettings

NOBODY = "0x" + 40 * "0"


def _account(text: str) -> str:
    """An address in lower case; raise ValueError when it is none, or nobody's."""
    if not is_address(text) or text.lower() == NOBODY:
        message = "an address is 0x and 40 hex digits, not all of them 0"
        raise ValueError(message)
    return text.lower()


def _listed(value: object) -> object:
    """Addresses with commas between them, as an operator writes them."""
    if not isinstance(value, str):
        return value
    return [part.strip() for part in value.split(",") if part.strip()]


Account = Annotated[str, AfterValidator(_account)]


class ChainReadSettings(StoreSettings):
    """What the proof pages need: where the chain is, and no key."""

    rpc_url: SecretStr = Field(
        default=SecretStr("http://127.0.0.1:8545"),
        description="Address of the chain's JSON-RPC; it may hold a provider's key.",
    )
    more_rpc_urls: Annotated[tuple[SecretStr, ...], NoDecode, BeforeValidator(_listed)] = Field(
        default=(),
        description="Further nodes of the same chain, comma separated: asked when the first is "
        "away, sent to like it, and compared with it. On another's chain only.",
    )
    public_rpc_url: str | None = Field(
        default=None,
        description="On another's chain: a JSON-RPC address without a key, for visitors' wallets "
        "that do not know the chain yet.",
    )
    chain_name: str | None = Field(
        default=None, max_length=40, description="What visitors' wallets are to call the chain."
    )


class MinterSettings(ChainReadSettings):
    """What the minter needs; the only process that is given the issuer's key."""

    issuer_key: SecretStr | None = Field(
        default=None,
        description="Private key that issues badges, 0x and 64 hex digits; without it awards wait.",
    )
    registrar_key: SecretStr | None = Field(
        default=None,
        description="On another's chain: key that moves badges to wallets; else the issuer's does.",
    )
    admin_address: Account | None = Field(
        default=None,
        description="On another's chain: the contract's admin, whose key is kept away from here; "
        "read at deployment. Without it the issuer's key is the admin too.",
    )
    embedded_chain: bool = Field(
        default=True,
        description="The chain is the town's own anvil, rebuilt from the journal when empty.",
    )
    allow_deploy: bool = Field(
        default=False,
        description="On another's chain: deploy the contract once if none is recorded.",
    )
    deployment_file: Path | None = Field(
        default=None,
        description="File to keep the contract's papers in: address, chain, code hash, deploy "
        "block, constructor, ABI. `kashima contract` prints the same.",
    )
    snapshot_folder: Path | None = Field(
        default=None,
        description="Folder of pictures of the town's own chain, which spare most of a rebuild; a "
        "cache that may be deleted at any time. Without one the journal alone rebuilds it.",
    )
    daily_cap: int = Field(
        default=100_000,
        ge=1,
        description="Most awards a day, however many keys leak; set at deployment.",
    )
    batch_size: int = Field(
        default=200, ge=1, le=200, description="Most awards in one transaction."
    )
    flush_seconds: float = Field(
        default=2.0, ge=0, description="Longest time an award waits for others to share a batch."
    )
    lease_seconds: float = Field(
        default=10.0, gt=0, description="How long a minter that died keeps others from taking over."
    )
    host: str = Field(default="127.0.0.1", description="Address of the health and metrics pages.")
    port: int = Field(
        default=8702, ge=0, le=65535, description="Port of the health and metrics pages; 0: any."
    )
    metrics_token: SecretStr | None = Field(
        default=None, description="Bearer token for /metrics; without one there is no /metrics."
    )
