"""How refusals are answered: in the reader's language, as JSON or a page, and leaking nothing."""

import asyncio
import logging

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from fixed_time import MORNING, ManualClock
from web_town import AIKO, Browser, Town

from world_server.app import build_app
from world_server.errors import Removed
from world_server.i18n import LANGUAGES, translate
from world_server.keys import DATABASE
from world_server.settings import WorldSettings
from world_server.store.tables.staff import Staff, StaffRole
from world_server.web import deadline

PAGE = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_refusal_speaks_the_readers_language(browser: Browser, language: str) -> None:
    expected = translate(language, "error-not-signed-in")
    by_header = await browser.get("/api/passport/record", headers={"Accept-Language": language})
    by_query = await browser.get(f"/api/passport/record?lang={language}")
    assert by_header.body["error"]["message"] == by_query.body["error"]["message"] == expected


async def test_a_refusal_has_one_shape(browser: Browser) -> None:
    refused = await browser.arrive(look=-1)
    assert refused.body == {
        "error": {
            "code": "malformed",
            "message": translate("ja", "error-malformed", field="look"),
            "retryable": False,
            "details": {"field": "look"},
        }
    }


@pytest.mark.parametrize("path", ["/nowhere", "/e/", "/assets/none.js"])
async def test_a_person_gets_a_page_with_the_way_back(browser: Browser, path: str) -> None:
    page = await browser.get(f"{path}?lang=en", headers=PAGE)
    assert page.status == 404
    assert page.raw.content_type == "text/html"
    text = page.body.decode()
    assert '<html lang="en">' in text
    assert translate("en", "error-not-found", what="page") in text
    assert '<a href="/">' in text
    assert all(f'href="?lang={language}"' in text for language in LANGUAGES)


async def test_the_api_answers_json_even_to_a_person(browser: Browser) -> None:
    assert (await browser.get("/api/nowhere", headers=PAGE)).code == "not-found"


async def test_nothing_a_visitor_sends_is_put_into_the_page(browser: Browser) -> None:
    hostile = "/<script>alert(1)</script>?lang=<script>alert(2)</script>"
    page = await browser.get(hostile, headers={**PAGE, "Accept-Language": "<script>"})
    assert b"<script" not in page.body


async def test_a_wrong_method_says_what_the_address_does(browser: Browser) -> None:
    refused = await browser.ask("PUT", "/api/join")
    assert (refused.status, refused.code) == (405, "malformed")
    assert refused.raw.headers["Allow"] == "POST"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_only_json_is_read(browser: Browser, content_type: str) -> None:
    refused = await browser.ask(
        "POST", "/api/passport", data=b"{}", headers={"Content-Type": content_type}
    )
    assert (refused.status, refused.code) == (415, "malformed")
    assert refused.body["error"]["details"] == {"field": "content-type"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b'{"nickname":"\\ud800","look":1,"language":"ja","remember":true}',
        b'{"look":NaN}',
        b"[" * 15_000,
        b'{"nickname":' + b'{"a":' * 3000,
    ],
)
async def test_what_is_no_arrival_is_malformed(browser: Browser, body: bytes) -> None:
    refused = await browser.ask(
        "POST", "/api/passport", data=body, headers={"Content-Type": "application/json"}
    )
    assert (refused.status, refused.code) == (400, "malformed")


async def test_a_body_larger_than_any_honest_one_is_refused(browser: Browser) -> None:
    refused = await browser.arrive(nickname="a" * 20_000)
    assert (refused.status, refused.code) == (413, "malformed")


async def test_a_body_that_hides_its_length_is_refused_as_well(browser: Browser) -> None:
    async def endless() -> object:
        for _ in range(50):
            yield b"x" * 1024

    refused = await browser.ask(
        "POST",
        "/api/passport",
        data=endless(),
        headers={"Content-Type": "application/json"},
    )
    assert refused.status == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_sites_page_writes_nothing(browser: Browser, headers: dict[str, str]) -> None:
    await browser.arrive()
    for method, path, body in (
        ("POST", "/api/passport", AIKO),
        ("PATCH", "/api/passport", {"nickname": "x"}),
        ("DELETE", "/api/passport", None),
        ("POST", "/api/join", {"event": None}),
    ):
        refused = await browser.ask(method, path, json=body, headers=headers)
        assert (refused.status, refused.code) == (403, "not-allowed")
    shown = await browser.get("/api/passport", headers=headers)
    assert shown.body["visitor"]["nickname"] == "あいこ"


async def test_another_site_is_never_given_leave_to_read(browser: Browser) -> None:
    answer = await browser.get("/api/events", headers={"Origin": "https://evil.example"})
    assert not [name for name in answer.raw.headers if name.startswith("Access-Control")]
    asked = await browser.ask(
        "OPTIONS",
        "/api/join",
        headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"},
    )
    assert asked.status == 405


class TestSurprises:
    """Mistakes of ours, as an extension might make them."""

    @pytest.fixture
    async def town(self, settings: WorldSettings, clock: ManualClock) -> object:
        server = TestServer(build_app(settings, [_mistakes], clock=clock))
        await server.start_server()
        running = Town(server, clock, settings)
        yield running
        await running.close()
        await server.close()

    async def test_one_is_a_number_to_the_visitor_and_everything_to_the_log(
        self, browser: Browser, caplog: pytest.LogCaptureFixture
    ) -> None:
        answer = await browser.get("/broken", headers={"Cookie": "passport=cookie-secret"})
        assert (answer.status, answer.code) == (500, "town-error")
        number = answer.body["error"]["details"]["number"]
        assert "inner workings" not in str(answer.body)
        (record,) = [one for one in caplog.records if one.name == "world_server.web.refusals"]
        assert vars(record)["number"] == number
        assert vars(record)["route"] == "/broken"
        assert "inner workings" in caplog.text
        assert "cookie-secret" not in caplog.text

    async def test_a_person_gets_a_page_of_it(self, browser: Browser) -> None:
        page = await browser.get("/broken", headers=PAGE)
        assert page.status == 500
        assert b"inner workings" not in page.body

    async def test_one_inside_a_transaction_keeps_nothing_of_it(
        self, browser: Browser, town: Town, caplog: pytest.LogCaptureFixture
    ) -> None:
        assert (await browser.get("/half")).status == 500
        assert "after the row was written" in caplog.text
        async with town.database.reading() as session:
            assert await session.get(Staff, 1) is None

    async def test_what_takes_too_long_is_refused_to_be_tried_again(
        self, browser: Browser, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(deadline, "ANSWER_SECONDS", 0.1)
        refused = await browser.get("/slow")
        assert (refused.status, refused.code) == (503, "unavailable")
        assert refused.raw.headers["Retry-After"] == "5"

    async def test_its_own_timeout_is_a_surprise_not_a_deadline(self, browser: Browser) -> None:
        assert (await browser.get("/timeout")).status == 500

    @pytest.mark.parametrize(
        ("status", "code"),
        [(400, "malformed"), (403, "not-allowed"), (410, "malformed"), (503, "unavailable")],
    )
    async def test_an_extensions_plain_refusal_keeps_its_status_in_our_words(
        self, browser: Browser, status: int, code: str
    ) -> None:
        refused = await browser.get(f"/plain/{status}")
        assert (refused.status, refused.code) == (status, code)
        assert refused.body["error"]["message"] == translate("ja", f"error-{code}", field="request")

    async def test_what_a_refusal_quotes_is_text_on_a_page(self, browser: Browser) -> None:
        page = await browser.get("/quoted", headers=PAGE)
        assert page.status == 403
        assert b"<img" not in page.body
        assert b"&lt;img src=x onerror=alert(1)&gt;" in page.body

    async def test_a_redirect_is_no_refusal(self, browser: Browser) -> None:
        answer = await browser.get("/moved")
        assert (answer.status, answer.raw.headers["Location"]) == (302, "/")


def _mistakes(app: web.Application) -> None:
    async def broken(_request: web.Request) -> web.Response:
        message = "inner workings"
        raise RuntimeError(message)

    async def half(request: web.Request) -> web.Response:
        async with request.app[DATABASE].transaction() as session:
            host = StaffRole.HOST
            session.add(
                Staff(id=1, login="h", name="N", password_hash="", role=host, created_at=MORNING)
            )
            await session.flush()
            message = "after the row was written"
            raise RuntimeError(message)

    async def slow(_request: web.Request) -> web.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async def timeout(_request: web.Request) -> web.Response:
        raise TimeoutError

    async def quoted(_request: web.Request) -> web.Response:
        raise Removed("<img src=x onerror=alert(1)>")

    async def moved(_request: web.Request) -> web.Response:
        raise web.HTTPFound("/")

    async def plain(request: web.Request) -> web.Response:
        kinds = {
            400: web.HTTPBadRequest,
            403: web.HTTPForbidden,
            410: web.HTTPGone,
            503: web.HTTPServiceUnavailable,
        }
        raise kinds[int(request.match_info["status"])](text="in English, for nobody")

    app.router.add_get("/plain/{status}", plain)
    for handler in (broken, half, slow, timeout, quoted, moved):
        app.router.add_get(f"/{handler.__name__}", handler)


async def test_no_log_tells_who_asked_for_what(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="world_server"):
        await browser.arrive(nickname="secretive")
        await browser.get("/api/events/some-private-slug")
    text = caplog.text + "".join(str(vars(record)) for record in caplog.records)
    for private in ("secretive", "127.0.0.1", "some-private-slug"):
        assert private not in text
