"""The bench without sockets still measures the code as it is."""

import pytest

from bench import wire


@pytest.mark.parametrize("budget", [0, 5500])
async def test_a_beat_is_measured_part_by_part(
    budget: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wire, "BEATS", 5)
    wire.a_beat("plaza", 40, 30.0, budget=budget)
    told = capsys.readouterr().out
    for part in ("moves in", "judge all moves at once", "choose, encode, write", "% of a core"):
        assert part in told
    assert " 0.0 kB/s" not in told
