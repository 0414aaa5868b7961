"""Names of places, and what is shown when there are none."""

from pathlib import Path

from admin.places import Places
from world_server.i18n import LANGUAGES

TOWN = Path(__file__).parents[3] / "assets" / "town"


def test_the_towns_own_places_have_a_name_in_every_language() -> None:
    places = Places.read(TOWN)
    for language in LANGUAGES:
        choices = places.choices(language)
        assert choices
        assert all(name.strip() and name != place for place, name in choices)


def test_without_town_data_a_place_is_its_own_name(tmp_path: Path) -> None:
    places = Places.read(tmp_path)
    assert places.choices("ja") == []
    assert places.name("祐徳稲荷神社", "en") == "祐徳稲荷神社"


def test_a_name_that_is_missing_in_a_language_is_japanese() -> None:
    assert Places({"gate": {"ja": "楼門"}}).name("gate", "th") == "楼門"
