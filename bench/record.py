"""Every figure, kept in results.json: name, value, unit, the command that made it, and the date."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

WHOLE = 100

RESULTS = Path(__file__).parent / "results.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; `note` says what else should be known about it."""

    name: str
    value: float
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A figure with where it comes from."""

    stage: str
    name: str
    value: float
    unit: str
    note: str
    command: str
    date: str


def plain(value: float) -> str:
    """A number as a person reads it: three digits that matter, none that do not."""
    return f"{value:,.0f}" if abs(value) >= WHOLE else f"{value:.3g}"


class Record:
    """The figures of all stages; a stage that runs again replaces its own."""

    def __init__(self, path: Path = RESULTS) -> None:
        self._path = path
        self.machine: dict[str, str] = {}
        self.figures: list[Kept] = []
        if path.exists():
            told: dict[str, Any] = json.loads(path.read_text("utf-8"))
            self.machine = told["machine"]
            self.figures = [Kept(**figure) for figure in told["figures"]]

    def stages(self) -> set[str]:
        """The stages that have figures."""
        return {figure.stage for figure in self.figures}

    def keep(
        self,
        stage: str,
        figures: Iterable[Figure],
        *,
        bench: str,
        machine: dict[str, str],
        now: datetime,
    ) -> None:
        """Write down what a stage of a bench found, at once: what comes after may fail."""
        command = f"python -m bench {bench} --stage {stage}"
        date = now.strftime("%Y-%m-%dT%H:%M:%SZ")
        fresh = [
            Kept(stage=stage, command=command, date=date, **asdict(figure)) for figure in figures
        ]
        self.machine |= machine
        self.figures = [figure for figure in self.figures if figure.stage != stage] + fresh
        told = {"machine": self.machine, "figures": [asdict(figure) for figure in self.figures]}
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
        draft.replace(self._path)

    def find(self, name: str) -> Kept | None:
        """The figure of that name."""
        return next((figure for figure in self.figures if figure.name == name), None)

    def value(self, name: str) -> float | None:
        """Its value."""
        figure = self.find(name)
        return None if figure is None else figure.value
