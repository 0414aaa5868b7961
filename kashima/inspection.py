"""Looks at everything a start needs and judges it: what `up` and `doctor` have in common."""

from kashima import checks, facts, redis_server
from kashima.checks import Installed, Problem
from kashima.settings import UpSettings
from kashima.var_folder import VarFolder
from nft_badges import anvil

Findings = dict[str, list[Problem]]


def inspect(settings: UpSettings) -> Findings:
    """Every check by name, with what is wrong; a running town is asked about first."""
    folder = VarFolder(settings.var)
    holder = folder.holder()
    installed = Installed(
        redis=redis_server.program(),
        has_chain=_has_chain(),
        has_client=facts.CLIENT.is_file(),
    )
    ports = (
        ()
        if holder
        else tuple(
            facts.port(number, setting=setting, host=host)
            for number, setting, host in (
                (settings.world_port, "KASHIMA_WORLD_PORT", settings.host),
                (settings.admin_port, "KASHIMA_ADMIN_PORT", settings.host),
                (settings.minter_port, "KASHIMA_MINTER_PORT", redis_server.HOST),
                (settings.chain_port, "KASHIMA_CHAIN_PORT", redis_server.HOST),
                (settings.redis_port, "KASHIMA_REDIS_PORT", redis_server.HOST),
            )
        )
    )
    return {
        **checks.of_machine(facts.machine(folder.root)),
        **checks.of_installation(installed),
        **checks.of_ports(ports),
    }


def _has_chain() -> bool:
    try:
        anvil.find_anvil()
    except anvil.AnvilMissing:
        return False
    return True
