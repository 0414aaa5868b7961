"""Meters: each explained, none shared between worlds, none about a person."""

import pytest
from prometheus_client.parser import text_string_to_metric_families

from world_server.metrics import InstanceReading, Metrics, Reading

FULL = Reading(
    instances=(
        InstanceReading("public", connected=3, kept=1),
        InstanceReading("event-sake-walk", connected=2, expected=40, mirrored=6),
    ),
    connections=6,
    frames_written=900,
    frames_skipped=4,
    frame_bytes=90_000,
    messages=70,
    message_bytes=7_000,
    moves=300,
    unsent=[0] * 95 + [700] * 4 + [30_000],
    attendance_waiting=2,
    logs_incomplete=1,
)


def sample(metrics: Metrics, meter: str, /, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(meter, labels)


def test_every_meter_says_what_it_means() -> None:
    families = list(text_string_to_metric_families(Metrics().text().decode()))
    assert families
    for family in families:
        assert family.name.startswith("kashima_")
        assert family.documentation.endswith(".")


def test_two_worlds_in_one_process_count_apart() -> None:
    one, other = Metrics(), Metrics()
    one.joins.labels("seated").inc()
    assert one.registry.get_sample_value("kashima_joins_total", {"outcome": "seated"}) == 1
    assert other.registry.get_sample_value("kashima_joins_total", {"outcome": "seated"}) is None


def test_no_meter_is_labelled_with_a_person() -> None:
    allowed = {"method", "route", "status", "outcome", "code", "kind"}
    allowed |= {"name", "state", "of", "part"}
    metrics = Metrics()
    for meter in vars(metrics).values():
        assert set(getattr(meter, "_labelnames", ())) <= allowed
    metrics.watch(lambda: FULL)
    for family in metrics.registry.collect():
        for one in family.samples:
            assert set(one.labels) - {"le"} <= allowed


@pytest.mark.parametrize(
    ("name", "labels", "value"),
    [
        ("kashima_people", {"name": "public", "state": "connected"}, 3),
        ("kashima_people", {"name": "public", "state": "kept"}, 1),
        ("kashima_people", {"name": "event-sake-walk", "state": "connected"}, 2),
        ("kashima_people", {"name": "event-sake-walk", "state": "expected"}, 40),
        ("kashima_people", {"name": "event-sake-walk", "state": "mirrored"}, 6),
        ("kashima_logs_incomplete", {}, 1),
        ("kashima_visitors", {}, 5),
        ("kashima_connections", {}, 6),
        ("kashima_instances", {}, 2),
        ("kashima_pose_frames_total", {"outcome": "written"}, 900),
        ("kashima_pose_frames_total", {"outcome": "skipped"}, 4),
        ("kashima_pose_bytes_total", {}, 90_000),
        ("kashima_told_total", {}, 70),
        ("kashima_told_bytes_total", {}, 7_000),
        ("kashima_moves_taken_total", {}, 300),
        ("kashima_unsent_bytes", {"of": "p95"}, 0),
        ("kashima_unsent_bytes", {"of": "max"}, 30_000),
        ("kashima_attendance_waiting", {}, 2),
    ],
)
def test_a_reading_is_what_the_meters_say(name: str, labels: dict[str, str], value: float) -> None:
    metrics = Metrics()
    metrics.watch(lambda: FULL)
    assert sample(metrics, name, **labels) == value


def test_the_95th_percentile_is_reached_when_more_than_a_twentieth_wait() -> None:
    metrics = Metrics()
    metrics.watch(lambda: Reading(unsent=[0] * 90 + [700] * 10))
    assert sample(metrics, "kashima_unsent_bytes", of="p95") == 700


def test_an_instance_that_was_closed_leaves_no_label_behind() -> None:
    metrics = Metrics()
    open_now = [InstanceReading(f"event-{day}", connected=1) for day in range(300)]
    metrics.watch(lambda: Reading(instances=open_now))
    assert b'name="event-299"' in metrics.text()
    del open_now[:]
    assert b"name=" not in metrics.text()
    assert sample(metrics, "kashima_instances") == 0
