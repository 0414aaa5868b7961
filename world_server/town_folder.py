"""The town's folder on disk: reads `town.json` into what the server decides by."""

import json
from pathlib import Path

from world_server.sim.town import Town, parse_town


def read_town(folder: Path) -> Town:
    """The town's data; raise Malformed, or OSError when it is not there."""
    return parse_town(json.loads((folder / "town.json").read_text("utf-8")))
