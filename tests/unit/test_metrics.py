"""Meters: each explained, none shared between worlds, none about a person."""

from prometheus_client.parser import text_string_to_metric_families

from world_server.metrics import Metrics


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
    for meter in vars(Metrics()).values():
        assert set(getattr(meter, "_labelnames", ())) <= allowed
