"""`kashima town check` finds what is wrong with a town's data, and says it in words."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kashima.__main__ import main
from kashima.town_check.rules import check_town
from kashima.town_check.sentences import SENTENCES, Fault, sentence
from world_server.settings import ASSETS

LANGUAGES = ("ja", "en", "th", "ko", "zh-TW")
WORDS = dict.fromkeys(LANGUAGES, "words")


def place(name: str, x: float, **others: Any) -> dict[str, Any]:
    pose = {"x": x, "y": 2, "z": 1, "yaw": 0}
    return {
        "id": name,
        "island": "isle",
        "radius": 5,
        **pose,
        "names": WORDS,
        "about": WORDS,
        **others,
    }


TOWN: dict[str, Any] = {
    "names": WORDS,
    "bounds": {"minX": -100, "minZ": -50, "maxX": 100, "maxZ": 50},
    "spawn": {"x": 0, "y": 2, "z": 0, "yaw": 0},
    "islands": [{"id": "isle", "x": 0, "z": 0, "radius": 90, "names": WORDS}],
    "places": [place("gate", -40), place("stage", 0, y=20, steps=True)],
    "lines": [{"id": "lane", "kind": "street", "width": 4, "points": [[-50, 0], [0, 3], [50, 0]]}],
    "bridges": [
        {"id": "deck", "x": 20, "y": 2, "z": 2, "yaw": 0, "length": 9, "width": 4, "rise": 1}
    ],
}
RALLIES: dict[str, Any] = {
    "version": 1,
    "rallies": [
        {
            "id": "both",
            "names": WORDS,
            "places": ["gate", "stage"],
            "first_day": "2026-04-01",
            "last_day": None,
        }
    ],
}
TOUR: dict[str, Any] = {
    "id": "walk",
    "names": WORDS,
    "stops": [{"place": "gate", "seconds": 30, "words": {**WORDS}}],
}


def faults(town: Any = TOWN, rallies: Any = RALLIES, tour: Any = TOUR) -> list[Fault]:
    return check_town(
        {
            "town.json": town if isinstance(town, str) else json.dumps(town),
            "rallies.json": json.dumps(rallies),
            "tours/walk.json": json.dumps(tour),
        }
    )


def changed(change: Callable[[dict[str, Any]], object], whole: dict[str, Any] = TOWN) -> Any:
    made = copy.deepcopy(whole)
    change(made)
    return made


def test_a_small_sound_town_has_no_fault() -> None:
    assert faults() == []


BROKEN: list[Any] = [
    pytest.param(lambda t: t.pop("names"), "wrong-shape", "names", id="no names"),
    pytest.param(lambda t: t.update(bounds=[]), "wrong-shape", "bounds", id="no bounds"),
    pytest.param(lambda t: t["bounds"].update(maxX=-100), "bounds-wrong", None, id="no width"),
    pytest.param(lambda t: t["bounds"].update(maxX=1300), "bounds-wide", None, id="too wide"),
    pytest.param(lambda t: t["bounds"].update(minX=True), "wrong-shape", "bounds.minX", id="flag"),
    pytest.param(lambda t: t["spawn"].update(x=101), "outside", "spawn", id="spawn outside"),
    pytest.param(lambda t: t.pop("spawn"), "wrong-shape", "spawn", id="no spawn"),
    pytest.param(lambda t: t.update(islands={}), "wrong-shape", "islands", id="no islands"),
    pytest.param(
        lambda t: t["places"][0].update(island="atlantis"),
        "island-unknown",
        "places.gate",
        id="unknown island",
    ),
    pytest.param(
        lambda t: t["places"][0].update(x=-101), "outside", "places.gate", id="place outside"
    ),
    pytest.param(
        lambda t: t["places"][0].update(radius=0),
        "not-positive",
        "places.gate.radius",
        id="no radius",
    ),
    pytest.param(
        lambda t: t["places"][1].update(id="gate"), "id-twice", "places", id="a place twice"
    ),
    pytest.param(lambda t: t["places"][0].update(id="A b"), "id-wrong", "places[0]", id="bad id"),
    pytest.param(
        lambda t: t["places"][0].update(names={"ja": "門", "en": " "}),
        "language-missing",
        "places.gate.names",
        id="languages missing",
    ),
    pytest.param(
        lambda t: t["places"][0].update(about=WORDS | {"th": "x" * 161}),
        "text-long",
        "places.gate.about",
        id="long text",
    ),
    pytest.param(
        lambda t: t["places"].append(place("far", 0, z=49)),
        "unreachable",
        "places.far",
        id="no way there",
    ),
    pytest.param(
        lambda t: t["places"][1].pop("steps"), "unreachable", "places.stage", id="high, no steps"
    ),
    pytest.param(lambda t: t["lines"].clear(), "no-ways", None, id="no ways"),
    pytest.param(
        lambda t: t["lines"][0].update(points=[[0, 0]]), "line-short", "lines.lane", id="one point"
    ),
    pytest.param(
        lambda t: t["lines"][0].update(points=[[0, 0], [0, 0]]),
        "line-still",
        "lines.lane",
        id="the same point twice",
    ),
    pytest.param(
        lambda t: t["lines"][0].update(points=[[0, 0], [0]]),
        "wrong-shape",
        "lines.lane.points",
        id="no point",
    ),
    pytest.param(
        lambda t: t["lines"][0].update(points=[[0, 0], [0, 99]]),
        "outside",
        "lines.lane",
        id="a line outside",
    ),
    pytest.param(
        lambda t: t["lines"][0].update(kind="canal"), "kind-unknown", "lines.lane", id="kind"
    ),
    pytest.param(
        lambda t: t["lines"][0].update(width=0), "not-positive", "lines.lane.width", id="no width"
    ),
    pytest.param(
        lambda t: t["bridges"][0].update(length=-1),
        "not-positive",
        "bridges.deck.length",
        id="a bridge shorter than nothing",
    ),
]


@pytest.mark.parametrize(("change", "key", "where"), BROKEN)
def test_each_fault_of_a_town_is_found(
    change: Callable[[dict[str, Any]], object], key: str, where: str | None
) -> None:
    found = [(one.key, dict(one.values).get("where")) for one in faults(changed(change))]
    assert (key, where) in found


def test_a_town_that_is_no_json_is_told_with_line_and_column() -> None:
    (first, *_) = faults('{\n "names": }')
    assert first == Fault("town.json", "not-json", (("line", 2), ("column", 11)))
    assert faults("[]")[0].key == "wrong-shape"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        pytest.param(lambda r: r["places"].append("moon"), "place-unknown", id="unknown place"),
        pytest.param(lambda r: r["places"].append("gate"), "place-twice", id="a place twice"),
        pytest.param(lambda r: r.update(places=[]), "wrong-shape", id="no places"),
        pytest.param(lambda r: r["names"].pop("ko"), "language-missing", id="no Korean"),
        pytest.param(lambda r: r.update(first_day="April"), "days-wrong", id="no date"),
        pytest.param(lambda r: r.update(last_day="2026-03-31"), "days-wrong", id="ends too soon"),
    ],
)
def test_each_fault_of_a_rally_is_found(
    change: Callable[[dict[str, Any]], object], key: str
) -> None:
    broken = changed(lambda whole: change(whole["rallies"][0]), RALLIES)
    assert [one.key for one in faults(rallies=broken)] == [key]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        pytest.param(lambda t: t.update(id="stroll"), "name-differs", id="another name"),
        pytest.param(lambda t: t.update(stops=[]), "wrong-shape", id="no stops"),
        pytest.param(lambda t: t["stops"][0].update(place="moon"), "place-unknown", id="the moon"),
        pytest.param(lambda t: t["stops"][0].update(seconds=0), "not-positive", id="no time"),
        pytest.param(lambda t: t["stops"][0]["words"].pop("en"), "language-missing", id="unsaid"),
    ],
)
def test_each_fault_of_a_tour_is_found(
    change: Callable[[dict[str, Any]], object], key: str
) -> None:
    assert [one.key for one in faults(tour=changed(change, TOUR))] == [key]


def test_every_sentence_can_be_said_in_both_languages() -> None:
    names = re.findall(r"{(\w+)}", str(SENTENCES))
    values = dict.fromkeys(names, "?")
    for key in SENTENCES:
        both = {sentence(key, japanese=japanese, **values) for japanese in (True, False)}
        assert len(both) == 2
        assert all("{" not in text for text in both)


def test_our_own_town_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["town", "check"]) == 0
    assert capsys.readouterr().out.startswith("✓")
    assert main(["town", "check", str(ASSETS / "town")]) == 0


def test_the_command_says_what_is_wrong_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["town", "check", str(tmp_path)]) == 1
    assert "town.json: " in capsys.readouterr().out
    (tmp_path / "town.json").write_text(json.dumps(changed(lambda t: t["lines"].clear())), "utf-8")
    assert main(["town", "check", str(tmp_path)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert main(["town", "check", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err
