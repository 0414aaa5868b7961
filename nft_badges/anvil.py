"""The embedded chain's program: where it is found, and the command line that makes one chain.

anvil's own state files tear (a badge without its block, or everything lost), so it is run without
them. Its genesis is fixed, it mines only when told and with the time it is told, and so the same
journal always gives the same block hashes.
"""

import platform
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

GENESIS_TIME = 1_700_000_000
"""Unix second of the first block: any moment before the first badge, the same for ever."""

CHAIN_ID = 31_337
STATES_KEPT = 16
"""Past states kept in memory: each is a whole copy, and nothing here asks about the past."""

NODE_MODULES = Path(__file__).parent / "node" / "node_modules"
MACHINES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}


class AnvilMissing(Exception):
    """There is no anvil: run `npm ci` in nft_badges/node, or put one on the PATH."""


def find_anvil(modules: Path = NODE_MODULES) -> Path:
    """The pinned anvil of the npm package, else one on the PATH; raise AnvilMissing.

    The pinned one comes first: another version may build other blocks from the same journal.
    """
    machine = MACHINES.get(platform.machine().lower(), platform.machine().lower())
    packaged = modules / "@foundry-rs" / f"anvil-{sys.platform}-{machine}" / "bin" / "anvil"
    if packaged.is_file():
        return packaged
    if found := shutil.which("anvil"):
        return Path(found)
    raise AnvilMissing


def command(*, port: int, host: str = "127.0.0.1", anvil: Path | None = None) -> Sequence[str]:
    """The command line of the embedded chain; raise AnvilMissing.

    No account is funded at genesis: anvil's usual keys are public, and the minter gives the issuer
    its balance as the journal's first act.
    """
    return [
        str(anvil or find_anvil()),
        *("--host", host),
        *("--port", str(port)),
        *("--chain-id", str(CHAIN_ID)),
        *("--hardfork", "osaka"),
        *("--timestamp", str(GENESIS_TIME)),
        *("--accounts", "0"),
        *("--prune-history", str(STATES_KEPT)),
        "--enable-tx-gas-limit",
        "--no-mining",
        "--no-cors",
        # Without it a reset chain would lack an account the first one had, and differ for ever.
        "--disable-default-create2-deployer",
        # A picture of the chain is put back in one request.
        "--no-request-size-limit",
        "--quiet",
    ]
