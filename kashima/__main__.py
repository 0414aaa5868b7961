"""The command line `kashima`: reads which verb is wanted and runs it."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from pydantic import ValidationError

from kashima.cli import (
    admin,
    bots,
    chain,
    contract,
    doctor,
    invite,
    migrate,
    minter,
    reissue,
    town,
    up,
    verify,
    world,
)
from kashima.settings import OperatorLanguage
from kashima.words import say, speak_anywhere
from world_server.errors import Unavailable
from world_server.serving import PortTaken, TaskDied

FAILED = 1


class Verb(Protocol):
    """A module of `kashima.cli`; it imports what it needs only when it runs."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, arguments: argparse.Namespace, *, japanese: bool) -> int: ...


VERBS: Mapping[str, Verb] = {
    "up": up,
    "doctor": doctor,
    "invite": invite,
    "verify": verify,
    "contract": contract,
    "reissue": reissue,
    "world": world,
    "admin": admin,
    "minter": minter,
    "migrate": migrate,
    "chain": chain,
    "bots": bots,
    "town": town,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the verb the command line names; the exit code is 0 when all is well."""
    speak_anywhere()
    japanese = OperatorLanguage().japanese
    parser = argparse.ArgumentParser(prog="kashima", description=say("about", japanese=japanese))
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, verb in VERBS.items():
        explained = say(f"verb-{name}", japanese=japanese)
        verb.add_arguments(verbs.add_parser(name, help=explained, description=explained))
    arguments = parser.parse_args(argv)
    try:
        return VERBS[arguments.verb].run(arguments, japanese=japanese)
    except ValidationError as wrong:
        for error in wrong.errors(include_input=False, include_url=False):
            setting = "KASHIMA_" + "_".join(map(str, error["loc"])).upper()
            key = "settings-missing" if error["type"] == "missing" else "settings-wrong"
            text = say(key, japanese=japanese, setting=setting, reason=error["msg"])
            sys.stderr.write(text + "\n")
        return FAILED
    except Unavailable:
        sys.stderr.write(say("away", japanese=japanese) + "\n")
        return FAILED
    except PortTaken as taken:
        text = say("port-taken", japanese=japanese, port=taken.port, setting="KASHIMA_PORT")
        sys.stderr.write(text + "\n")
        return FAILED
    except TaskDied as died:
        text = say("task-died", japanese=japanese, parts=", ".join(died.names))
        sys.stderr.write(text + "\n")
        return FAILED


if __name__ == "__main__":
    sys.exit(main())
