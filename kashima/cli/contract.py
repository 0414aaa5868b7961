"""`kashima contract`: what the badges' contract is, and what its admin has to do."""

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Without an option: the contract's papers as JSON."""
    parser.add_argument(
        "--pending", action="store_true", help="what the contract's admin has to send"
    )


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Print the papers, or the calls that wait for the admin; 1 when there is no contract yet."""
    import asyncio

    from kashima.chain_settings import chain_settings
    from kashima.words import say
    from nft_badges import admin_calls, deployment_record

    settings = chain_settings()
    if arguments.pending:
        calls = asyncio.run(admin_calls.pending(settings, now=settings.clock()))
        for call in calls:
            sys.stdout.write(
                say(
                    "contract-call",
                    japanese=japanese,
                    why=call.why,
                    admin=call.admin,
                    to=call.to,
                    data=call.data,
                )
                + "\n\n"
            )
        if not calls:
            sys.stdout.write(say("contract-nothing-pending", japanese=japanese) + "\n")
        return 0
    told = asyncio.run(deployment_record.known(settings))
    if told is None:
        sys.stderr.write(say("contract-none", japanese=japanese) + "\n")
        return 1
    sys.stdout.write(deployment_record.as_text(told))
    return 0
