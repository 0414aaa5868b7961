"""`kashima bots`: so many visitors that are no people, for rehearsals and for trying a town out."""

import argparse
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from kashima.bots.crowd import Crowd, Plan, Standing

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
MISUSED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many, where, for how long; the same seed makes the same bots."""
    parser.add_argument("count", type=_several, metavar="N")
    parser.add_argument("--town", metavar="URL")
    parser.add_argument("--event", metavar="SLUG")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", action="append", choices=("ja", "en", "th", "ko", "zh-TW"))
    parser.add_argument("--arrivals", type=float, default=20.0, metavar="PER_SECOND")
    parser.add_argument("--yes-elsewhere", action="store_true")


def _several(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Let them visit until Ctrl-C; 1 when one was refused or none came in, 2 for another host."""
    import asyncio

    from kashima.bots.crowd import Crowd, Plan
    from kashima.bots.door import Invitation
    from kashima.bots.habits import LANGUAGES
    from kashima.parts import LOOPBACK
    from kashima.settings import UpSettings
    from kashima.words import say
    from world_server.settings import ASSETS

    town = arguments.town or f"http://{LOOPBACK}:{UpSettings.from_environment().world_port}"
    is_here = urlsplit(town).hostname in HERE
    if not is_here and not arguments.yes_elsewhere:
        sys.stderr.write(say("bots-elsewhere", japanese=japanese, town=town) + "\n")
        return MISUSED
    plan = Plan(
        count=arguments.count,
        invitation=Invitation(town=town.rstrip("/"), event=arguments.event),
        town_file=ASSETS / "town" / "town.json",
        seconds=arguments.seconds,
        seed=arguments.seed,
        languages=tuple(arguments.language or LANGUAGES),
        arrivals_per_second=arguments.arrivals,
        is_here=is_here,
    )
    crowd = Crowd(plan)
    asyncio.run(_visit(crowd, plan, japanese=japanese))
    return 0 if crowd.is_content else 1


async def _visit(crowd: "Crowd", plan: "Plan", *, japanese: bool) -> None:
    import asyncio
    import signal

    from kashima.words import say

    def tell(key: str, **values: object) -> None:
        sys.stdout.write(say(key, japanese=japanese, **values) + "\n")
        sys.stdout.flush()

    def report(standing: "Standing") -> None:
        why = ", ".join(f"{code} {count}" for code, count in sorted(standing.refusals.items()))
        tell("bots-standing", **standing.counts, why=f" ({why})" if why else "")

    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    tell("bots-coming", count=plan.count, town=plan.invitation.town)
    await crowd.run(stop, report=report)
    tell("bots-gone", count=plan.count, welcomed=crowd.welcomed)
