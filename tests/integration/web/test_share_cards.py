"""A link shows what it is of where it is shared, without a script, and nothing a stranger wrote."""

from html.parser import HTMLParser

import pytest
from web_town import Browser, Town

from world_server.i18n import LANGUAGES
from world_server.presence.buckets import Bucket
from world_server.store.tables.event import EventState
from world_server.web import share_cards


class Preview(HTMLParser):
    """What a program that makes previews reads of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, list[str]] = {}
        self.elements: list[str] = []
        self.language = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.elements.append(tag)
        self._text = ""
        if tag == "html":
            self.language = told["lang"] or ""
        if tag == "meta":
            name = told.get("property") or told.get("name") or ""
            self.tags.setdefault(name, []).append(told["content"] or "")

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.tags["title"] = [self._text]

    def one(self, name: str) -> str:
        (told,) = self.tags[name]
        return told


async def preview(browser: Browser, path: str, **headers: str) -> Preview:
    answer = await browser.get(path, headers=headers)
    assert answer.status == 200
    read = Preview()
    read.feed(answer.body.decode())
    return read


async def test_the_town_introduces_itself(browser: Browser, town: Town) -> None:
    shown = await preview(browser, "/")
    public = town.settings.public_url.rstrip("/")
    assert shown.one("title") == shown.one("og:title") == "バーチャル鹿島"
    assert shown.one("description") == shown.one("og:description")
    assert shown.one("og:url") == f"{public}/"
    assert shown.one("og:image") == f"{public}/cards/town.jpg"
    assert (await browser.get("/cards/town.jpg")).body == b"a picture of the town"
    assert shown.one("twitter:card") == "summary_large_image"


async def test_an_event_shows_what_when_and_where(browser: Browser, town: Town) -> None:
    event = await town.event()
    shown = await preview(browser, f"/e/{event.slug}")
    assert shown.one("og:title") == f"{event.title}｜バーチャル鹿島"
    assert "2026年11月2" in shown.one("og:description")
    assert "日本時間" in shown.one("og:description")
    assert shown.one("og:url").endswith(f"/e/{event.slug}")


@pytest.mark.parametrize(
    ("state", "words"), [(EventState.ENDED, "開かれました"), (EventState.CANCELLED, "中止")]
)
async def test_an_event_that_is_over_does_not_invite(
    browser: Browser, town: Town, state: EventState, words: str
) -> None:
    event = await town.event(state=state)
    assert words in (await preview(browser, f"/e/{event.slug}")).one("og:description")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_place_speaks_the_readers_language(
    browser: Browser, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    shown = await preview(browser, "/p/honden", **{"Accept-Language": language})
    assert shown.language == language
    assert shown.one("og:image").endswith("/cards/honden.jpg")
    assert len(shown.tags["og:locale:alternate"]) == len(LANGUAGES) - 1
    assert "card-" not in shown.one("og:title") + shown.one("og:description")
    assert caplog.messages == []


async def test_a_place_without_a_picture_of_its_own_shows_the_towns(browser: Browser) -> None:
    assert (await preview(browser, "/p/torii")).one("og:image").endswith("/cards/town.jpg")


async def test_a_place_the_town_does_not_have_is_not_found(browser: Browser) -> None:
    assert (await browser.get("/p/atlantis", headers={"Accept": "text/html"})).status == 404


@pytest.mark.parametrize(
    "title",
    [
        '"><script>alert(1)</script>',
        "</title><script>alert(1)</script>",
        "<!--/card--> & <b>",
        r"\\1 \\g<0> \\n",
    ],
)
async def test_what_staff_typed_is_text_and_nothing_else(
    browser: Browser, town: Town, title: str
) -> None:
    event = await town.event(title=title)
    shown = await preview(browser, f"/e/{event.slug}")
    assert shown.one("og:title") == f"{title}｜バーチャル鹿島"
    assert set(shown.elements) == {"html", "title", "meta", "div"}


async def test_a_draft_and_an_unknown_event_tell_nothing(browser: Browser, town: Town) -> None:
    draft = await town.event(state=EventState.DRAFT, title="まだ秘密")
    for slug in (draft.slug, "nothing"):
        shown = await preview(browser, f"/e/{slug}")
        assert shown.one("og:title") == "バーチャル鹿島"


async def test_the_page_comes_though_the_address_has_asked_too_often(
    browser: Browser, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_cards, "ADDRESS_READS", Bucket("once", size=1, seconds_each=3600))
    event = await town.event()
    seen = [(await preview(browser, f"/e/{event.slug}")).one("og:title") for _ in range(2)]
    assert seen == [f"{event.title}｜バーチャル鹿島", "バーチャル鹿島"]
