"""What became of one run: whether everybody was served in time, and whether the run proves it."""

from dataclasses import dataclass

from bench.world.generator import Failed, Report, Window

LATEST_MS = 250.0
LEAST_UPDATES = 0.95
"""A point holds when p99 from send to seen is below, and the share of due updates above."""

NOISE_SERVER, NOISE_LOAD, NOISE_STOLEN = 0.06, 0.12, 0.03
NOISE_PEER = 0.2
"""Shares of the time in which a process wanted to run and somebody else had its core.

Node's own helper threads wait for its main one on the same core.
"""

OURS = "kashima"

LIMIT_CPU, LIMIT_LATE_MS = 0.9, 40.0
"""Above these the generator itself was the limit."""


@dataclass(frozen=True, slots=True)
class Beats:
    """What a world's own meters said over the last seconds of a run."""

    share: float
    """Share of the time that went into beats."""
    skipped: int


@dataclass(frozen=True, slots=True)
class Point:
    """One run against one server."""

    server: str
    square: str
    count: int
    report: Report | None
    beats: Beats | None = None
    why: str = ""
    is_judged: bool = True
    """False where people are shown less than the rule of holding asks for, on purpose."""

    @property
    def window(self) -> Window:
        """The measured seconds; raise Failed when there were none."""
        if self.report is None:
            raise Failed(self.why)
        return self.report.window()

    @property
    def is_measured(self) -> bool:
        """Whether everybody got in and the run came to its end."""
        return self.report is not None and bool(self.report.windows)

    @property
    def holds(self) -> bool:
        """Whether everybody was served in time."""
        if not self.is_measured or self.report is None or self.report.gone:
            return False
        window = self.window
        return window.updates >= LEAST_UPDATES and 0 < window.ages.p99 < LATEST_MS

    @property
    def is_noisy(self) -> bool:
        """Whether other programs took so much that the point should be measured again."""
        if not self.is_measured:
            return False
        window = self.window
        allowed = NOISE_SERVER if self.server == OURS else NOISE_PEER
        return (
            window.server.waited > allowed
            or window.generator.waited > NOISE_LOAD
            or window.stolen > NOISE_STOLEN
        )

    @property
    def is_limited_by_load(self) -> bool:
        """Whether the generator was the limit, not the server."""
        if not self.is_measured:
            return False
        window = self.window
        return window.generator.run > LIMIT_CPU or window.late.p99 > LIMIT_LATE_MS

    def line(self) -> str:
        """For who watches."""
        name = f"{self.server:14} {self.square:6} {self.count:5}"
        if not self.is_measured:
            told = self.why or (self.report and f"{self.report.problem} {self.report.reasons}")
            return f"{name} fails: {told}"
        window = self.window
        verdict = "holds" if self.holds else "fails" if self.is_judged else "done"
        remarks = [" noisy"] * self.is_noisy + [" LOAD IS THE LIMIT"] * self.is_limited_by_load
        return (
            f"{name} {verdict}{''.join(remarks)}: p99 {window.ages.p99:.0f} ms, near"
            f" {window.near_ages.p99:.0f} ms, updates {window.updates:.1%}, down"
            f" {window.down / 1000:.1f} kB/s, up {window.up / 1000:.2f} kB/s, cpu"
            f" {window.server.run:.2f}, load {window.generator.run:.2f}, waited"
            f" {window.server.waited:.2f}/{window.generator.waited:.2f}, lost {window.lost}"
        )
