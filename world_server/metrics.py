"""What an operator watches, as Prometheus metrics; each says in one sentence what it means.

Two kinds. What happens now and then is counted where it happens. What happens a hundred thousand
times a second is counted there in plain numbers, and asked for (`Reading`) when somebody looks.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST as CONTENT_TYPE
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

__all__ = ["CONTENT_TYPE", "InstanceReading", "Metrics", "Reading"]

ANSWER_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
BEAT_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)

HIGH = 0.95
"""The share of readers of whom the lower of the two figures about waiting bytes speaks."""


@dataclass(frozen=True, slots=True)
class InstanceReading:
    """How many people one instance has.

    `kept` are away and may still come back (RS1), `expected` were here when the instance lived in
    another world (RS4), `mirrored` are guides and staff in other instances of the event (MI1).
    """

    name: str
    connected: int
    kept: int = 0
    expected: int = 0
    mirrored: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """How the live town stands at one moment; what is counted, is counted since the start."""

    instances: Sequence[InstanceReading] = ()
    connections: int = 0
    frames_written: int = 0
    frames_skipped: int = 0
    frame_bytes: int = 0
    messages: int = 0
    message_bytes: int = 0
    moves: int = 0
    unsent: Sequence[int] = ()
    """Bytes that wait for each reader, in no order."""
    attendance_waiting: int = 0
    logs_incomplete: int = 0


class _Live(Collector):
    """Turns a `Reading` into meters at the moment somebody looks.

    An instance that was closed is not in the next reading, so its labels do not pile up.
    """

    def __init__(self) -> None:
        self.read: Callable[[], Reading] = Reading

    def collect(self) -> Iterable[Metric]:
        reading = self.read()
        yield from _people(reading)
        yield from _traffic(reading)
        unsent = GaugeMetricFamily(
            "kashima_unsent_bytes",
            "Bytes that wait because a reader has not taken the ones before, over all readers: "
            "their 95th percentile, and the most.",
            labels=("of",),
        )
        waiting = sorted(reading.unsent) or [0]
        unsent.add_metric(["p95"], waiting[int(HIGH * (len(waiting) - 1))])
        unsent.add_metric(["max"], waiting[-1])
        yield unsent
        yield GaugeMetricFamily(
            "kashima_attendance_waiting",
            "Visits with active seconds, a beginning or an end that the database has not yet.",
            value=reading.attendance_waiting,
        )
        yield GaugeMetricFamily(
            "kashima_logs_incomplete",
            "Instances whose people were told something that Redis does not keep for a return.",
            value=reading.logs_incomplete,
        )


def _people(reading: Reading) -> Iterable[Metric]:
    people = GaugeMetricFamily(
        "kashima_people",
        "People in each instance of this world: connected; kept, their line broke; expected, they "
        "were here when it lived in another world; mirrored, guides and staff of its siblings.",
        labels=("name", "state"),  # Prometheus itself says `instance` for a process
    )
    for instance in reading.instances:
        for state in ("connected", "kept", "expected", "mirrored"):
            people.add_metric([instance.name, state], getattr(instance, state))
    yield people
    yield GaugeMetricFamily(
        "kashima_visitors",
        "Visitors connected to this world now.",
        value=sum(instance.connected for instance in reading.instances),
    )
    yield GaugeMetricFamily(
        "kashima_connections",
        "Open WebSockets, those of visitors and those that have not joined yet.",
        value=reading.connections,
    )
    yield GaugeMetricFamily(
        "kashima_instances",
        "Instances of the town that live in this world.",
        value=len(reading.instances),
    )


def _traffic(reading: Reading) -> Iterable[Metric]:
    frames = CounterMetricFamily(
        "kashima_pose_frames",
        "Pose frames for a reader, by outcome: written, or skipped because the reader was busy.",
        labels=("outcome",),
    )
    frames.add_metric(["written"], reading.frames_written)
    frames.add_metric(["skipped"], reading.frames_skipped)
    yield frames
    for name, meaning, value in (
        ("pose_bytes", "Bytes of the pose frames written.", reading.frame_bytes),
        ("told", "Messages written to visitors: all but poses and answers.", reading.messages),
        ("told_bytes", "Bytes of the messages written to visitors.", reading.message_bytes),
        ("moves_taken", "Moves of the compact lane taken in, good and bad.", reading.moves),
    ):
        yield CounterMetricFamily(f"kashima_{name}", meaning, value=value)


class Metrics:
    """The meters of one world process; not global, so that tests may run several worlds."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.answers = Counter(
            "kashima_http_answers",
            "Answers given over HTTP, by method, route pattern and status.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.answer_seconds = Histogram(
            "kashima_http_answer_seconds",
            "Seconds until an HTTP answer was ready, by route pattern.",
            ("route",),
            buckets=ANSWER_BUCKETS,
            registry=self.registry,
        )
        self.joins = Counter(
            "kashima_joins",
            "Requests to join, by what became of them: seated, waiting in line, or full.",
            ("outcome",),
            registry=self.registry,
        )
        self.claims = Counter(
            "kashima_claims",
            "Codes and words used, by outcome: received, again, or why not.",
            ("outcome",),
            registry=self.registry,
        )
        self.beat_seconds = Histogram(
            "kashima_beat_seconds",
            "Seconds one beat of the town took; above 0.1 the town runs late.",
            buckets=BEAT_BUCKETS,
            registry=self.registry,
        )
        self.beats_skipped = Counter(
            "kashima_beats_skipped",
            "Beats left out because the one before took too long.",
            registry=self.registry,
        )
        self.loop_lag_seconds = Histogram(
            "kashima_loop_lag_seconds",
            "Seconds after its time at which a beat began: how long other work held the process.",
            buckets=BEAT_BUCKETS,
            registry=self.registry,
        )
        self.away = Gauge(
            "kashima_away",
            "1 for a part this world cannot reach at this moment, redis or database; else 0.",
            ("part",),
            registry=self.registry,
        )
        self.resumes = Counter(
            "kashima_resumes",
            "Visitors who came back after a lost connection, by outcome: resumed, or anew.",
            ("outcome",),
            registry=self.registry,
        )
        self.closes = Counter(
            "kashima_closes",
            "Connections closed, by the reason's code.",
            ("code",),
            registry=self.registry,
        )
        self.moves_corrected = Counter(
            "kashima_moves_corrected",
            "Moves the server put right: too fast, or out of bounds.",
            registry=self.registry,
        )
        self.messages = Counter(
            "kashima_messages",
            "Messages from visitors, by kind and outcome: accepted, or the refusal's code.",
            ("kind", "outcome"),
            registry=self.registry,
        )

        self._live = _Live()
        self.registry.register(self._live)

    def watch(self, read: Callable[[], Reading]) -> None:
        """From now on, `read` is asked how the live town stands; it must be quick."""
        self._live.read = read

    def text(self) -> bytes:
        """Everything measured, in Prometheus's text format."""
        return generate_latest(self.registry)
