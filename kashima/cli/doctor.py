"""`kashima doctor`: says in words what would keep the town from starting."""

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: it looks at what `kashima up` would use."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Print one line for each thing looked at; the exit code is 1 when anything is wrong."""
    from kashima.inspection import inspect
    from kashima.settings import UpSettings
    from kashima.var_folder import VarFolder
    from kashima.words import say

    del arguments
    settings = UpSettings.from_environment()
    findings = inspect(settings)
    for checked, problems in findings.items():
        sys.stdout.write(f"{'✗' if problems else '✓'} {say(checked, japanese=japanese)}\n")
        for problem in problems:
            sys.stdout.write(f"  {say(problem.key, japanese=japanese, **problem.values)}\n")
    holder = VarFolder(settings.var).holder()
    if holder:
        running = say("is-running", japanese=japanese, folder=settings.var, process=holder)
        sys.stdout.write(f"{running}\n")
    if any(findings.values()):
        return 1
    sys.stdout.write(say("all-well", japanese=japanese) + "\n")
    return 0
