"""The one OpenAPI document tells the truth about the mounted proof addresses as well."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from anvil_server import holder
from minter_town import MinterTown
from openapi_witness import documented, routed
from proof_site import Pages, pages_of

from nft_badges.metadata import id_text
from nft_badges.proof.own_operations import OWN_OPERATIONS
from world_server.operations import OPERATIONS
from world_server.web.openapi import document

PATHS = {one.path for one in OWN_OPERATIONS}
ADA, BEN = holder(1), holder(2)


def app_of(pages: Pages) -> web.Application:
    app = pages.client.app
    assert isinstance(app, web.Application)
    return app


async def test_every_route_of_world_and_proof_is_in_the_document(pages: Pages) -> None:
    operations = app_of(pages)[OPERATIONS]
    there = documented(document(operations))
    # Tests run without a built client: its addresses are held in tests/integration/web.
    client = {("get", path) for path in ("/", "/e/{slug}", "/p/{place}", "/assets/{name}")}
    assert there - client == routed(app_of(pages)) - client
    assert {path for _, path in there} >= PATHS


async def test_the_document_is_served_with_everything_mounted(pages: Pages) -> None:
    served = await pages.json("/api/openapi.json")
    assert served == json.loads(json.dumps(pages.witness.document))
    assert set(served["paths"]) > PATHS


def test_every_operation_is_whole() -> None:
    for one in OWN_OPERATIONS:
        assert one.summary.endswith(".")
        assert set(one.parameters) == set(re.findall(r"{(\w+)}", one.path))


async def test_every_documented_answer_is_really_given(pages: Pages) -> None:
    for path in MANIFESTS:
        await pages.json(path, status=503)
    await pages.json("/proof/logs.json?from=0&to=1", status=503)
    badge_id = await pages.town.badge()
    await pages.town.promise(badge_id, 1, holders=[ADA])
    await pages.town.finish(pages.town.minter())
    await _everything_there(pages, badge_id)
    await _everything_missing(pages)
    await _everything_known_already(pages, badge_id)
    pages.town.server.kill()
    for path in ("/proof", f"/proof/{ADA}", f"/proof/{ADA}/{badge_id}", f"/proof/{BEN}/1"):
        assert (await pages.ask(path)).status in (200, 503)
    assert pages.witness.unseen(PATHS) == NEEDS_A_FRESH_WORLD


async def _everything_there(pages: Pages, badge_id: int) -> None:
    for path in MANIFESTS:
        last = (await pages.json(path))["to_block"]
    await pages.json(f"/proof/logs.json?from={last}&to={last}")
    for path in (
        "",
        f"/{ADA}",
        f"/{ADA}/{badge_id}",
        f"/{ADA}/qr.svg",
        f"/{ADA}/{badge_id}/qr.svg",
    ):
        await pages.get(f"/proof{path}")
    for path in ("/badges/meta/contract.json", "/proof/abi.json"):
        await pages.get(path)
    await pages.get(f"/proof?holder={ADA}", status=303)


async def _everything_missing(pages: Pages) -> None:
    missing = f"/badges/meta/{id_text(99)}"
    await pages.json("/proof/logs.json", status=400)
    for path in (
        "/proof/me",
        "/proof/me/1",
        "/proof/me/1/qr.svg",
        "/proof/me/qr.svg",
        "/proof?holder=me",
    ):
        await pages.get(path, status=400)
    for path in (f"/{BEN}", f"/{ADA}/99", f"/{ADA}/99/qr.svg", f"/{BEN}/qr.svg"):
        await pages.get(f"/proof{path}", status=404)
    await pages.get("/badges/art/99.svg", status=404)
    for path in (f"{missing}.json", f"{missing}.ko.json", f"/badges/art/99/ja/{'0' * 64}.svg"):
        await pages.json(path, status=404)


async def _everything_known_already(pages: Pages, badge_id: int) -> None:
    meta = f"/badges/meta/{id_text(badge_id)}"
    drawn = [
        (await pages.ask(path)).headers["Location"]
        for path in (f"/badges/art/{badge_id}.svg", "/badges/art/collection.svg")
    ]
    for path in drawn:
        older = path.replace(path[-10:], "000000.svg")
        assert (await pages.ask(older)).headers["Location"] == path
    for path in (f"{meta}.json", f"{meta}.ko.json", *drawn, *FILES):
        tag = (await pages.ask(path)).headers["ETag"]
        assert (await pages.ask(path, headers={"If-None-Match": tag})).status == 304


FILES = ("/proof/style.css", "/proof/og.png", "/proof/verify_badges.py")
MANIFESTS = ("/verify/manifest.json", "/proof/manifest.json")

NEEDS_A_FRESH_WORLD = {("get", "/proof", 503)}
"""Only where the chain was never seen: the next test."""


@pytest.fixture
async def late_pages(
    sqlite_town: MinterTown, sqlite_url: str, redis_url: str, tmp_path: Path, eager: None
) -> AsyncIterator[Pages]:
    """Pages that never saw the chain alive, though there is one."""
    await sqlite_town.promise(await sqlite_town.badge(), 1, holders=[ADA])
    await sqlite_town.finish(sqlite_town.minter())
    sqlite_town.server.kill()
    async with pages_of(
        sqlite_town, database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as made:
        yield made


async def test_a_world_that_never_saw_the_chain_answers_as_documented(late_pages: Pages) -> None:
    await late_pages.get("/proof", status=503)
    assert ("get", "/proof", 503) in late_pages.witness.seen
