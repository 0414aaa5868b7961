"""What an operator watches, as Prometheus metrics; each says in one sentence what it means."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST as CONTENT_TYPE

__all__ = ["CONTENT_TYPE", "Metrics"]

ANSWER_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
BEAT_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5)


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
            "Requests to join, by what became of them: seated, or full.",
            ("outcome",),
            registry=self.registry,
        )
        self.visitors = Gauge(
            "kashima_visitors",
            "Visitors connected to this world now.",
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
        self.poses_dropped = Counter(
            "kashima_poses_dropped",
            "Pose frames not sent because a visitor was still reading the one before.",
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

    def text(self) -> bytes:
        """Everything measured, in Prometheus's text format."""
        return generate_latest(self.registry)
