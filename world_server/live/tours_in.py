"""Reads the tours a recorded guide walks; what cannot be used is left out, and the log says why."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

from world_server.settings import WorldSettings
from world_server.sim.programme import Programme, Walked
from world_server.sim.script import script_of
from world_server.sim.tours import BadTour, Tour, parse_tour
from world_server.sim.town import Town

log = logging.getLogger(__name__)

EVERY = ("all",)
"""As the setting names every tour of the town."""


def read_programme(settings: WorldSettings, town: Town) -> Programme:
    """RG2: what the settings and the town's folder say; a bad tour must not keep anybody out."""
    period = settings.recorded_guide_minutes * 60
    walked = []
    for tour in _tours(settings.town_dir, settings.recorded_guide_tours, town):
        script = script_of(tour)
        if script.seconds > period:
            log.error("a tour takes longer than the time between two", extra={"tour": tour.id})
        else:
            walked.append(Walked(tour.id, script))
    return Programme(tuple(walked), period)


def _tours(folder: Path, names: tuple[str, ...], town: Town) -> Iterator[Tour]:
    if not names:
        return
    every = sorted(path.stem for path in (folder / "tours").glob("*.json"))
    for name in every if names == EVERY else names:
        try:
            yield _tour(folder, name, town)
        except (OSError, ValueError) as wrong:
            log.error(  # noqa: TRY400  what is wrong with the data says it all
                "a tour cannot be walked", extra={"tour": name, "why": str(wrong)}
            )


def _tour(folder: Path, name: str, town: Town) -> Tour:
    if not name.replace("-", "").isalnum():
        message = f"{name} is no name of a tour"
        raise BadTour(message)
    sources = json.loads((folder / "sources.json").read_text("utf-8"))["sources"]
    text = (folder / "tours" / f"{name}.json").read_text("utf-8")
    ways = (folder / "ways" / f"{name}.json").read_text("utf-8")
    return parse_tour(text, ways, town=town, sources=sources)
