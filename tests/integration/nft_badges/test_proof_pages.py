"""What strangers can see and check: proof pages on a real world, a real chain, a real minter."""

import re

import pytest
from anvil_server import holder
from eth_utils.address import to_checksum_address
from proof_site import Pages

from nft_badges.metadata import id_text

ADA, BEN = holder(1), holder(2)


async def test_a_holder_sees_every_badge_with_what_the_chain_says_of_it(pages: Pages) -> None:
    badge_id = await pages.town.badge()
    await pages.town.promise(badge_id, 1, holders=[to_checksum_address(ADA)])
    await pages.town.finish(pages.town.minter())
    award = (await pages.town.awards())[0]
    for address in (ADA, to_checksum_address(ADA), "0x" + ADA[2:].upper()):
        page = await pages.get(f"/proof/{address}")
        assert "酒蔵通りの夕べ" in page
        assert "2026年11月22日" in page
        assert "酒蔵通り</dd>" in page
        assert award.tx_hash is not None
        assert award.tx_hash in page
        block = await pages.town.chain.block(award.block_number or 0)
        assert block is not None
        assert block.hash in page
        assert 'data-standing="final"' in page
        assert 'data-balance="True"' in page
        assert f"/badges/art/{badge_id}/ja/" in page
    assert "balanceOf = 1" in page
    assert 'data-proven="1"' in page
    assert "1 日、鹿島の催しや現地に来て、来訪バッジを 1 個" in _plain(page)


def _plain(page: str) -> str:
    """Without the marks Fluent puts around what it fills in."""
    return page.replace("\u2068", "").replace("\u2069", "")


async def test_a_badge_is_followed_from_promise_to_final(pages: Pages) -> None:
    badge_id = await pages.town.badge()
    await pages.town.promise(badge_id, 1, holders=[ADA])
    minter = pages.town.minter()
    shown = []
    for _ in range(40):
        page = await pages.get(f"/proof/{ADA}")
        standing = re.search(r'data-standing="(\w+)"', page)
        assert standing is not None
        if standing[1] not in shown:
            shown.append(standing[1])
        assert ("発行準備中" in page) is ("確定" in page) is ("取り消し" not in page)
        await minter.guarded_step()
    assert shown[0] == "preparing"
    assert shown[-1] == "final"
    assert set(shown) <= {"preparing", "issued", "final"}


async def test_before_the_first_badge_the_pages_say_so(pages: Pages) -> None:
    assert "まだ1つも発行されていません" in await pages.get("/proof")
    assert (await pages.json("/proof/manifest.json", status=503))["error"]["retryable"]


async def test_an_address_without_badges_is_told_apart_from_no_address(pages: Pages) -> None:
    await pages.town.promise(await pages.town.badge(), 1, holders=[ADA])
    await pages.town.finish(pages.town.minter())
    assert "バッジは見つかりませんでした" in await pages.get(f"/proof/{BEN}", status=404)
    await pages.get(f"/proof/{BEN}/qr.svg", status=404)
    for wrong in ("0x12", BEN + "0", BEN[2:], "0x" + "g" * 40, "0x" + "１" * 40):
        assert "アドレスとして読めませんでした" in await pages.get(f"/proof/{wrong}", status=400)


@pytest.mark.parametrize(
    "hostile",
    [
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "%7B%7B7*7%7D%7D",
        "0x%00" + "a" * 38,
        "..%2F..%2Fetc%2Fpasswd",
        "a" * 2000,
        "%F0%9F%A6%8A",
    ],
)
async def test_nothing_a_stranger_writes_into_an_address_comes_back(
    pages: Pages, hostile: str
) -> None:
    for path in (f"/proof/{hostile}", f"/proof?holder={hostile}"):
        page = await pages.get(path, status=400)
        assert "alert(1)" not in page
        assert "49" not in page
    await pages.get(f"/proof/{hostile}/qr.svg", status=400)


async def test_the_form_leads_to_the_holder_and_nowhere_else(pages: Pages) -> None:
    typed = f"  {to_checksum_address(ADA)}\n"
    async with pages.client.get(
        "/proof", params={"holder": typed, "lang": "ko"}, allow_redirects=False
    ) as answer:
        assert answer.status == 303
        assert answer.headers["Location"] == f"/proof/{ADA}?lang=ko"
    await pages.get("/proof?holder=//evil.example", status=400)


async def test_a_title_is_text_wherever_it_is_shown(pages: Pages) -> None:
    title = "<script>alert(1)</script>\"'&<b>"
    badge_id = await pages.town.badge(title=title, place="<i>there</i>")
    await pages.town.promise(badge_id, 1, holders=[ADA])
    await pages.town.finish(pages.town.minter())
    page = await pages.get(f"/proof/{ADA}")
    assert "&lt;script&gt;alert(1)" in page
    art = (await pages.ask(f"/badges/art/{badge_id}.svg")).headers["Location"]
    for markup in ("<script", "<b>", "<i>there"):
        assert markup not in page
        assert markup not in await pages.get(art)
    assert (await pages.json(f"/badges/meta/{id_text(badge_id)}.json"))["name"] == title
