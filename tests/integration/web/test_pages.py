"""The plain pages: in every language, without scripts, linked to each other."""

import re

import pytest
from aiohttp.test_utils import TestClient, TestServer
from fixed_time import ManualClock
from web_town import Browser

from world_server.app import build_app
from world_server.i18n import LANGUAGES, translate
from world_server.settings import WorldSettings
from world_server.web.accessibility import LEVELS, TESTED, TESTED_ON


@pytest.mark.parametrize("page", ["privacy", "accessibility"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_page_is_whole_in_every_language(
    browser: Browser, page: str, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await browser.get(f"/{page}", headers={"Accept-Language": language})
    assert answer.status == 200
    assert answer.raw.headers["Content-Language"] == language
    text = answer.body.decode()
    assert f'<html lang="{language}">' in text
    assert "pages-" not in text
    assert caplog.messages == []
    assert re.findall(r"<(script|style)|\sstyle=|\son\w+=", text) == []
    assert len(re.findall(r"<h1>", text)) == 1
    assert len(re.findall(r"<h2>", text)) >= 4
    assert text.count('aria-current="true"') == 1


async def test_the_style_sheet_is_served(browser: Browser) -> None:
    style = await browser.get("/pages.css")
    assert style.status == 200
    assert style.raw.headers["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("access@kashima.example", '<a href="mailto:access@kashima.example">'),
        ("+81 954-63-2111", '<a href="tel:+81954632111">'),
        ("https://city.example/form", '<a href="https://city.example/form">'),
        ("Counter <7> of the city hall", "Counter &lt;7&gt; of the city hall"),
        ("javascript:alert(1)", "javascript:alert(1)</p>"),
    ],
)
async def test_the_statement_says_how_to_reach_the_city(
    settings: WorldSettings, clock: ManualClock, contact: str, shown: str
) -> None:
    told = settings.model_copy(update={"accessibility_contact": contact})
    async with TestClient(TestServer(build_app(told, clock=clock))) as client:
        answer = await client.get("/accessibility?lang=en")
        assert shown in await answer.text()


async def test_the_statement_tells_what_the_browser_tests_look_at(browser: Browser) -> None:
    text = (await browser.get("/accessibility?lang=en")).body.decode()
    assert ", ".join(LEVELS) in text
    for states in TESTED.values():
        assert f"({len(states)} situations)" in text
    assert f'<time datetime="{TESTED_ON}">' in text
    assert translate("en", "pages-accessibility-tell-nowhere") in text
