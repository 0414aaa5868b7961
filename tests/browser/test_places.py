"""A place tells of itself: from the flat town's list, and from the chip that says where one is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from client_people import PHONE, SLOW, Meet
from client_town import ClientTown, client_town
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def town(redis_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClientTown]:
    """A town with an event at the brewery street."""
    folder = tmp_path_factory.mktemp("places")
    with client_town(redis_url=f"{redis_server}/56", folder=folder) as running:
        running.open_event("酒蔵通りの夕べ")
        yield running


def test_a_place_says_what_is_known_of_it_and_from_where(meet: Meet, pictures: Path) -> None:
    aiko = meet(size=PHONE)
    aiko.enter("あいこ")
    more = aiko.at("more-sakagura-dori")
    more.focus()
    aiko.page.keyboard.press("Enter")
    panel = aiko.at("place-sakagura-dori")
    expect(panel).to_be_visible(timeout=SLOW)
    expect(aiko.at("place-reading")).to_contain_text("さかぐらどおり")
    expect(aiko.at("place-fact")).to_have_count(2)
    expect(panel).to_contain_text("2006年7月5日")
    expect(aiko.at("place-next")).to_contain_text("酒蔵通りの夕べ", timeout=SLOW)
    expect(panel).to_contain_text(aiko.says("place-opens"))
    expect(aiko.at("place-map")).to_have_count(0)
    assert aiko.find_faults() == []
    aiko.page.screenshot(path=pictures / "place-phone.png")
    aiko.page.keyboard.press("Escape")
    expect(more).to_be_focused()

    aiko.at("more-hama-station").click()
    link = aiko.at("place-map")
    expect(link).to_have_attribute("rel", "noopener noreferrer", timeout=SLOW)
    expect(link).to_have_attribute("target", "_blank")
    assert "mlat=33.095103&mlon=130.117079" in (link.get_attribute("href") or "")
    expect(aiko.at("place-next")).to_contain_text(aiko.says("place-next-none"), timeout=SLOW)
    aiko.at("place-go").click()
    aiko.hears(aiko.says("town-going", place="肥前浜駅"))
    assert aiko.faults == []
