"""The example alert rules ask for meters that exist, at the numbers the wire is run by."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from nft_badges.metrics import MinterMetrics
from world_server.metrics import InstanceReading, Metrics, Reading
from world_server.protocol.limits import RESUME_SECONDS, STALE_BYTES

ROOT = Path(__file__).parents[2]
RULES = yaml.safe_load((ROOT / "deploy/alerts.yml").read_text("utf-8"))
ALERTS: list[dict[str, Any]] = [rule for group in RULES["groups"] for rule in group["rules"]]
GUIDE = (ROOT / "docs/operator.md").read_text("utf-8")


def meters() -> dict[str, set[str]]:
    """Every series of a world and of the minter, with the names of its labels."""
    metrics = Metrics()
    metrics.watch(lambda: Reading(instances=[InstanceReading("public", connected=1)]))
    found: dict[str, set[str]] = {"up": {"job"}}
    minter = MinterMetrics()
    for registry in (metrics.registry, minter.registry):
        for family in registry.collect():
            for sample in family.samples:
                found.setdefault(sample.name, set()).update(sample.labels)
    for meter in (*vars(metrics).values(), *vars(minter).values()):
        labels = getattr(meter, "_labelnames", ())
        if labels:  # a meter with labels has no series before the first of them
            (family,) = meter.collect()
            endings = {"counter": ["_total"], "histogram": ["_bucket", "_count", "_sum"]}
            for ending in endings.get(family.type, [""]):
                found.setdefault(family.name + ending, set()).update(labels)
    return found


METERS = meters()


@pytest.mark.parametrize("alert", ALERTS, ids=lambda alert: str(alert["alert"]))
def test_an_alert_asks_for_meters_and_labels_that_exist(alert: dict[str, Any]) -> None:
    named = re.findall(r"\b(kashima_\w+|up)\b(?:\{(\w+)(?:=~?)\"[^\"]*\"\})?", alert["expr"])
    assert named
    for meter, label in named:
        assert meter in METERS
        assert not label or label in METERS[meter]


@pytest.mark.parametrize("alert", ALERTS, ids=lambda alert: str(alert["alert"]))
def test_an_alert_is_whole_and_explained_to_the_operator(alert: dict[str, Any]) -> None:
    assert set(alert) == {"alert", "expr", "for", "labels", "annotations"}
    assert re.fullmatch(r"\d+[sm]", alert["for"])
    assert alert["labels"]["severity"] in {"page", "ticket"}
    assert alert["annotations"]["summary"].endswith(".")
    assert f"`{alert['alert']}`" in GUIDE


def test_alerts_have_names_of_their_own() -> None:
    names = [alert["alert"] for alert in ALERTS]
    assert len(names) == len(set(names)) > 10


def test_the_numbers_of_the_wire_in_alerts_are_the_code_s() -> None:
    by_name = {alert["alert"]: alert for alert in ALERTS}
    assert str(STALE_BYTES) in by_name["ReadersCannotKeepUp"]["expr"]
    late = f"{RESUME_SECONDS:.0f} s"
    assert late in by_name["PeopleFallOut"]["annotations"]["summary"]
    assert late in by_name["ManyComeBackAnew"]["annotations"]["summary"]
