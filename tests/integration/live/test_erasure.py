"""Erasing oneself while being in the town: gone from it at once, and kept nowhere."""

from live_visitors import Arrive
from patience import until
from web_town import Town

from world_server.presence import seats, stays


async def test_an_erased_visitor_leaves_the_town_at_once(arrive: Arrive, town: Town) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    line, watcher = await aiko.enter(), await kenji.enter()
    await watcher.sees(line.avatar)
    assert (await aiko.browser.ask("DELETE", "/api/passport")).status == 204
    goodbye = await line.hears("bye")
    assert (goodbye["code"], goodbye["retryable"]) == ("left", False)
    await watcher.hears("avatars", left=[line.avatar])

    async def only_kenji_is_kept() -> bool:
        left = await stays.left_behind(town.redis, "public")
        return len(left) == 1 and await seats.taken(town.redis, "public") == 1

    await until(only_kenji_is_kept)


async def test_the_ticket_of_an_erased_visitor_opens_nothing(arrive: Arrive) -> None:
    aiko = await arrive("あいこ")
    await aiko.join()
    await aiko.browser.ask("DELETE", "/api/passport")
    line = await aiko.dial({"ticket": aiko.ticket, "protocol": 1, "lane": "compact"})
    refused = await line.until(lambda: line.refused)
    assert refused["message"] == "ticket-refused"
