"""`kashima reissue`: brings every badge onto another chain, when the one it was on has ended."""

import argparse
import sys
from pathlib import Path

REFUSED = 1
ETHER = 10**18


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Without `--leave` it only says what it would do."""
    parser.add_argument("--leave", metavar="CONTRACT")
    parser.add_argument("--although-it-lives", action="store_true")
    parser.add_argument("--record", type=Path, metavar="FILE")


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Print what it means, or do it; 1 when it must not be done, with the reason."""
    import asyncio

    from kashima.chain_settings import chain_settings
    from kashima.settings import UpSettings
    from kashima.words import say
    from nft_badges import reissuing

    settings = chain_settings()
    try:
        if arguments.leave is None:
            found = asyncio.run(reissuing.look(settings))
        else:
            record = arguments.record or (
                UpSettings.from_environment().var / f"reissued-{arguments.leave.lower()}.json"
            )
            found = asyncio.run(
                reissuing.begin(
                    settings,
                    clock=settings.clock,
                    contract_to_leave=arguments.leave,
                    although_it_lives=arguments.although_it_lives,
                    record=record,
                )
            )
    except reissuing.NothingToReissue:
        return _refuse("reissue-nothing", japanese=japanese)
    except reissuing.OwnChainAgain:
        return _refuse("reissue-own-chain", japanese=japanese)
    except reissuing.MinterAtWork:
        return _refuse("reissue-minter", japanese=japanese)
    except reissuing.NotConfirmed:
        return _refuse("reissue-not-confirmed", japanese=japanese)
    except reissuing.StillThere:
        return _refuse("reissue-still-there", japanese=japanese)

    def tell(key: str, **values: object) -> None:
        sys.stdout.write(say(key, japanese=japanese, **values) + "\n")

    tell(
        "reissue-what",
        contract=found.deployment.contract,
        old=found.deployment.chain_id,
        new=found.identity.chain_id,
        again=found.carried.again,
        badges=found.carried.badges,
        moved=found.carried.moved,
        merged=len(found.carried.merged),
        parked=found.carried.parked,
        digest=found.digest,
        returners=found.returners,
    )
    tell(
        "reissue-cost",
        cost=f"{found.cost / ETHER:.6f}",
        balance=f"{found.balance / ETHER:.6f}",
        account=found.deployment.deployer,
    )
    if arguments.leave is None:
        tell("reissue-how", contract=found.deployment.contract)
    else:
        tell("reissue-done", record=record)
    return 0


def _refuse(key: str, *, japanese: bool) -> int:
    from kashima.words import say

    sys.stderr.write(say(key, japanese=japanese) + "\n")
    return REFUSED
