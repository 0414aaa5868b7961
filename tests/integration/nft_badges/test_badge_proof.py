"""One badge's own proof page: what it proves, whether its words are the chain's, where it went."""

import hashlib
import itertools
import re

import pytest
from aiohttp import ClientSession
from anvil_server import holder
from minter_town import PATIENCE
from proof_site import Pages
from sqlmodel import col, select, update
from wallet_site import WalletSite

from nft_badges import metadata
from nft_badges.metadata import id_text
from world_server.i18n import LANGUAGES
from world_server.store.tables.award import Badge, BadgeKind
from world_server.store.tables.wallet import Rebind, RebindState

ADA, BEN = holder(1), holder(2)


def plain(page: str) -> str:
    """Without the marks Fluent puts around what it fills in."""
    return page.replace("\u2068", "").replace("\u2069", "")


async def test_a_badge_s_page_says_what_it_proves_before_how(pages: Pages) -> None:
    badge_id = await pages.town.badge()
    await pages.town.promise(badge_id, 1, holders=[ADA])
    await pages.town.finish(pages.town.minter())
    page = plain(await pages.get(f"/proof/{ADA}/{badge_id}"))
    sentence = "2026年11月22日、バーチャル鹿島の「酒蔵通り」で開かれた催しに参加したしるしです。"
    assert page.index(sentence) < page.index('data-balance="True"')
    assert 'data-sealed="True"' in page
    assert f'<meta property="og:description" content="{sentence}">' in page
    assert f'<meta property="og:url" content="{pages.settings.public_url}/proof/{ADA}/' in page
    picture = re.search(r'<img src="(/badges/art/[^"]+)" width="512"', page)
    assert picture is not None
    drawn = await (await pages.ask(picture[1])).read()
    assert hashlib.sha256(drawn).hexdigest() in picture[1]
    award = (await pages.town.awards())[0]
    assert award.tx_hash is not None
    assert award.tx_hash in page
    await pages.get(f"/proof/{BEN}/{badge_id}", status=404)
    await pages.get(f"/proof/{ADA}/{badge_id}/", status=404)


async def test_each_kind_is_named_in_each_language(pages: Pages) -> None:
    town = pages.town
    kinds = {
        BadgeKind.HOST: "host:1",
        BadgeKind.MONTHLY: "monthly:2026-11",
        BadgeKind.RALLY: "rally:four-islands:2026",
        BadgeKind.REAL: "real:michinoeki:2026-11-22",
    }
    for kind, key in kinds.items():
        place = "" if kind in (BadgeKind.MONTHLY, BadgeKind.RALLY) else "michinoeki"
        badge_id = await town.badge(kind=kind, key=key, place=place)
        await town.promise(badge_id, 1, holders=[ADA])
    await town.finish(town.minter())
    titles = set()
    for language, badge in itertools.product(LANGUAGES, (1, 2, 3, 4)):
        page = await pages.get(f"/proof/{ADA}/{badge}?lang={language}")
        assert "proof-" not in page
        titles.add(re.search("<h1>(.*)</h1>", page)[1])  # type: ignore[index]
    assert len(titles) == len(LANGUAGES) * len(kinds)
    # Two of them stand for having been there, on the same day.
    holder_page = plain(await pages.get(f"/proof/{ADA}"))
    assert "1 日、鹿島の催しや現地に来て、来訪バッジを 4 個" in holder_page


async def test_words_that_are_not_those_on_the_chain_are_not_vouched_for(pages: Pages) -> None:
    town = pages.town
    badge_id = await town.badge()
    await town.promise(badge_id, 1, holders=[ADA])
    await town.finish(town.minter())
    async with town.database.transaction() as session:
        changed = update(Badge).where(col(Badge.id) == badge_id).values(title="もっと立派な催し")
        await session.exec(changed)
    page = await pages.get(f"/proof/{ADA}/{badge_id}")
    assert 'data-sealed="False"' in page
    assert "信じないでください" in page


async def test_a_badge_hashed_in_the_first_form_is_still_vouched_for(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a town's badges were before occasions had a key: the chain holds that hash for ever."""
    town = pages.town
    badge_id = await town.badge(key="event:1")
    await town.promise(badge_id, 1, holders=[ADA])
    with monkeypatch.context() as before:
        before.setattr(
            metadata.Facts, "digest", property(lambda facts: facts.digest_in(1)), raising=True
        )
        await town.finish(town.minter())
    assert 'data-sealed="True"' in await pages.get(f"/proof/{ADA}/{badge_id}")
    told = await pages.json(f"/badges/meta/{id_text(badge_id)}.json")
    assert told["properties"]["factsVersion"] == 1
    assert '"key"' not in told["properties"]["facts"]
    facts = told["properties"]["facts"].encode()
    assert hashlib.sha256(facts).hexdigest() == told["properties"]["factsSha256"]


async def test_while_the_chain_is_away_a_badge_is_shown_and_not_vouched_for(pages: Pages) -> None:
    badge_id = await pages.town.badge()
    await pages.town.promise(badge_id, 1, holders=[ADA])
    await pages.town.finish(pages.town.minter())
    await pages.get(f"/proof/{ADA}/{badge_id}")
    pages.town.server.kill()
    page = await pages.get(f"/proof/{ADA}/{badge_id}", status=503)
    assert 'data-standing="unchecked"' in page
    assert "data-balance" not in page
    assert "いまは確かめられません" in await pages.get(f"/proof/{BEN}/{badge_id}", status=503)


@pytest.fixture
def site(eager: None, site: WalletSite) -> WalletSite:
    """The world whose pages look at the chain as often as they are asked."""
    return site


async def test_what_moved_to_a_wallet_says_so_and_where(site: WalletSite) -> None:
    aiko = await site.person()
    badge_id = await site.town.badge()
    old = (await site.promise(aiko, badge_id)).holder.lower()
    await site.town.finish(site.minter)
    await site.rest()
    assert (await aiko.link()).status == 200
    assert (await aiko.move()).status == 200
    await _until_moved(site)
    wallet = aiko.wallet.address.lower()
    async with ClientSession(site.server.make_url("/")) as stranger:
        for path in (f"/proof/{old}", f"/proof/{old}/{badge_id}"):
            async with stranger.get(path, headers={"Accept-Language": "ja"}) as answer:
                page = await answer.text()
            assert 'data-standing="moved"' in page
            assert f'href="/proof/{wallet}' in page
            assert "取り消し" not in page
        async with stranger.get(f"/proof/{wallet}/{badge_id}") as answer:
            page = await answer.text()
        assert 'data-balance="True"' in page
        async with stranger.get("/proof") as answer:
            assert 'data-figure="holders">1<' in await answer.text()


async def _until_moved(site: WalletSite) -> None:
    for _ in range(PATIENCE):
        await site.minter.guarded_step()
        async with site.town.database.reading() as session:
            found = (await session.exec(select(Rebind))).all()
        if {one.state for one in found} == {RebindState.FINAL}:
            return
    pytest.fail(f"never: {site.minter.report}")
