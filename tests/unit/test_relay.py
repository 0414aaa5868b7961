"""The relay that stands between visitors and a world in the outage tests does what it says."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from relay import Relay
from servers import free_port


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while chunk := await reader.read(100):
            writer.write(chunk)
    except ConnectionError:
        pass
    finally:
        writer.close()


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with Relay(server.sockets[0].getsockname()[1]) as way:
        yield way
    server.close()
    await asyncio.sleep(0)  # the echoes' turn to end


async def ask(relay: Relay) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
    writer.write(b"one")
    assert await reader.readexactly(3) == b"one"
    return reader, writer


async def test_it_forwards_both_ways_and_the_end_too(relay: Relay) -> None:
    reader, writer = await ask(relay)
    assert len(relay) == 1
    writer.write_eof()
    assert await reader.read() == b""
    writer.close()


async def test_what_is_held_comes_when_it_flows_again(relay: Relay) -> None:
    reader, writer = await ask(relay)
    relay.hold(down=False)
    writer.write(b"two")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await reader.read(3)
    relay.flow()
    assert await reader.readexactly(3) == b"two"
    writer.close()


async def test_closed_it_resets_even_what_it_holds_and_opens_on_the_same_port(relay: Relay) -> None:
    reader, writer = await ask(relay)
    port = relay.port
    relay.hold()
    writer.write(b"two")
    await relay.close()
    with pytest.raises(ConnectionResetError):
        await reader.readexactly(3)
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)
    relay.flow()
    await relay.open()
    assert relay.port == port
    _, again = await ask(relay)
    again.close()
    writer.close()


async def test_without_anybody_behind_it_callers_are_turned_away(relay: Relay) -> None:
    _, before = await ask(relay)
    relay.leads_to = ("127.0.0.1", free_port())
    reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
    with pytest.raises((ConnectionResetError, asyncio.IncompleteReadError)):
        await reader.readexactly(1)
    before.close()
    writer.close()
