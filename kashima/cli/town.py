"""`kashima town check`: says in words what is wrong with a town's data."""

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the town, and the folder it is in."""
    parser.add_argument("act", choices=["check"])
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Print a line for each fault of the town; the exit code is 1 when there is one."""
    from kashima.town_check.rules import check_town
    from kashima.town_check.sentences import sentence
    from world_server.settings import ASSETS

    folder: Path = arguments.folder or ASSETS / "town"
    if not folder.is_dir():
        missing = sentence("folder-missing", japanese=japanese, folder=folder)
        sys.stderr.write(missing + "\n")
        return 1
    faults = check_town(_files(folder))
    for fault in faults:
        sys.stdout.write(f"✗ {fault.said(japanese=japanese)}\n")
    verdict = (
        sentence("counted", japanese=japanese, count=len(faults))
        if faults
        else "✓ " + sentence("well", japanese=japanese)
    )
    sys.stdout.write(verdict + "\n")
    return 1 if faults else 0


def _files(folder: Path) -> dict[str, str | None]:
    """The files of a town as texts, by their names in its folder; a broken letter becomes �."""
    found = [folder / "rallies.json", *sorted((folder / "tours").glob("*.json"))]
    texts: dict[str, str | None] = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8", errors="replace")
        for path in found
        if path.is_file()
    }
    town = folder / "town.json"
    return texts | {
        "town.json": town.read_text("utf-8", errors="replace") if town.is_file() else None
    }
