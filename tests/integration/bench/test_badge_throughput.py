"""The badges' throughput in its short form: every award becomes final, every figure is there."""

from pathlib import Path

from bench.badges import throughput
from bench.badges.stage import Bench

SCALE = 0.02


async def test_every_figure_of_the_stage_is_measured(tmp_path: Path) -> None:
    figures = await throughput.measure(Bench(tmp_path, SCALE, print))
    names = {figure.name.removeprefix("throughput.") for figure in figures}
    for database in ("sqlite", "postgres"):
        assert {f"{database}.{what}" for what in ("rate", "alone", "health_max")} <= names
        assert {f"{database}.write_p99", f"{database}.write_max"} <= names
    assert {"anvil.rate", "anvil.later", "sqlite.of_anvil"} <= names
    assert all(figure.value > 0 for figure in figures)
