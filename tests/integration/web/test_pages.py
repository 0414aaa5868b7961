"""The plain pages: in every language, without scripts, linked to each other."""

import re

import pytest
from web_town import Browser

from world_server.i18n import LANGUAGES


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
