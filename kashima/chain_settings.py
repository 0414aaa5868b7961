"""Which chain and which database a verb that only looks at them means."""

from pydantic import SecretStr

from kashima.parts import LOOPBACK
from kashima.settings import UpSettings
from nft_badges.settings import ChainReadSettings


def chain_settings() -> ChainReadSettings:
    """What the environment names, else what `kashima up` on this machine uses."""
    here = UpSettings.from_environment()
    settings = ChainReadSettings.from_environment()
    known: dict[str, object] = {"database_url": here.database_url}
    if "rpc_url" not in settings.model_fields_set and here.chain_port:
        # The chain `kashima up` started, wherever it was told to put it.
        known["rpc_url"] = SecretStr(f"http://{LOOPBACK}:{here.chain_port}")
    return settings.model_copy(update=known)
