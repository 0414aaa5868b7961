"""What the wallet addresses do: a message to sign, a private link, moving, undoing, looking."""

from dataclasses import dataclass

from aiohttp import web
from eth_utils.address import to_checksum_address

from nft_badges.port import Chain
from nft_badges.settings import ChainReadSettings
from nft_badges.wallet import signatures
from nft_badges.wallet.consent import Asker, answered
from nft_badges.wallet.door import Door
from nft_badges.wallet.keys import CHAIN, DATABASE, DOOR, SETTINGS
from nft_badges.wallet.message import NotAMessage, SignIn, parse
from nft_badges.wallet.shapes import (
    BindingAnswer,
    ChainCard,
    LinkCard,
    MoveCard,
    SignedMove,
    SignedWallet,
    SignInAnswer,
    WalletAnswer,
    WalletWish,
)
from nft_badges.wallet.standing import name_of_chain, standing
from nft_badges.wallet.verifying import GOOD_FOR, Town, Untrue, check, compose
from world_server.errors import WalletConflict, WalletRefused
from world_server.store import chain_journal, visitors, wallets
from world_server.store.database import Database, Session
from world_server.store.tables.chain import Deployment

CONSENT = "wallet-public"
"""Under this purpose the person's consent to a public, permanent link is kept."""


@dataclass(frozen=True)
class _Desk:
    """What every address here works with."""

    door: Door
    database: Database
    chain: Chain
    settings: ChainReadSettings

    @classmethod
    def of(cls, request: web.Request) -> "_Desk":
        app = request.app
        return cls(app[DOOR], app[DATABASE], app[CHAIN], app[SETTINGS])


async def show(request: web.Request) -> web.Response:
    """How things stand."""
    desk = _Desk.of(request)
    visitor_id = await desk.door.looker(request)
    return desk.door.told(await _answer(desk, visitor_id))


async def ask(request: web.Request) -> web.Response:
    """A message for the wallet to sign."""
    desk = _Desk.of(request)
    visitor_id = await desk.door.writer(request)
    wish = await desk.door.asked(request, WalletWish)
    now = desk.door.now(request)
    async with desk.database.transaction() as session:
        town = _town(desk.settings, await _deployment(session))
        nonce = await wallets.give_nonce(session, visitor_id=visitor_id, now=now)
    wallet = to_checksum_address(wish.wallet)
    message = compose(town, wallet=wallet, nonce=nonce, now=now)
    return desk.door.told(SignInAnswer(message=message.text, expires_at=now + GOOD_FOR))


async def link(request: web.Request) -> web.Response:
    """Link privately: the wallet signed our message, and its word is used up with the link."""
    desk = _Desk.of(request)
    visitor_id = await desk.door.writer(request)
    signed = await desk.door.asked(request, SignedWallet)
    now = desk.door.now(request)
    async with desk.database.reading() as session:
        town = _town(desk.settings, await _deployment(session))
    message = _read(signed.message)
    try:
        check(message, town, now=now)
    except Untrue as untrue:
        raise WalletRefused(untrue.flaw) from untrue
    await _must_be_signed(desk, signed, message)
    async with desk.database.transaction() as session:
        if not await wallets.spend_nonce(session, message.nonce, visitor_id=visitor_id, now=now):
            raise WalletRefused("replayed")
        # A refusal from here on gives the word back: nothing was granted for it.
        await wallets.link_privately(
            session, visitor_id=visitor_id, wallet=message.address, merge=signed.merge, now=now
        )
    return desk.door.told(await _answer(desk, visitor_id))


async def unlink(request: web.Request) -> web.Response:
    """Undo a private link."""
    desk = _Desk.of(request)
    visitor_id = await desk.door.writer(request)
    async with desk.database.transaction() as session:
        await wallets.unlink(session, visitor_id)
    return web.Response(status=204)


async def binding(request: web.Request) -> web.Response:
    """The data the wallet is to sign so that badges move to it."""
    desk = _Desk.of(request)
    visitor_id = await desk.door.writer(request)
    now = desk.door.now(request)
    asker, holder, wallet, others = await _parties(desk, request, visitor_id)
    deadline = await answered(asker.latest_deadline(now))
    made = await answered(
        asker.binding(holder=holder, wallet=wallet, others=others, deadline=deadline)
    )
    return desk.door.told(BindingAnswer(typed_data=made.typed_data, deadline=deadline))


async def move(request: web.Request) -> web.Response:
    """Move: the wallet's consent is checked here, kept, and sent to the chain by the minter."""
    desk = _Desk.of(request)
    visitor_id = await desk.door.writer(request)
    signed = await desk.door.asked(request, SignedMove)
    now = desk.door.now(request)
    asker, holder, wallet, others = await _parties(desk, request, visitor_id)
    if signed.deadline <= int(now.timestamp()):
        raise WalletRefused("expired")
    if signed.deadline > await answered(asker.latest_deadline(now)):
        raise WalletRefused("too-early")
    made = await answered(
        asker.binding(holder=holder, wallet=wallet, others=others, deadline=signed.deadline)
    )
    signature = signatures.normal(bytes.fromhex(signed.signature[2:]))
    if not await signatures.is_signed(desk.chain, made.signable, signature, wallet=wallet):
        raise WalletRefused("signature")
    async with desk.database.transaction() as session:
        await wallets.begin_move(
            session, visitor_id=visitor_id, deadline=signed.deadline, signature=signature, now=now
        )
        await visitors.record_consent(
            session, visitor_id=visitor_id, purpose=CONSENT, given=True, now=now
        )
    return desk.door.told(await _answer(desk, visitor_id))


async def _parties(
    desk: _Desk, request: web.Request, visitor_id: str
) -> tuple[Asker, str, str, list[str]]:
    """Who gives, who takes, and who else gives to the same wallet; raise WalletConflict."""
    async with desk.database.transaction() as session:
        found = await wallets.check_may_move(session, visitor_id)
        deployment = await _deployment(session)
        holder = await visitors.keyless_address(session, visitor_id, now=desk.door.now(request))
        others = await wallets.unbound_holders(session, found.wallet)
    return Asker(desk.chain, deployment), holder, found.wallet, list(others)


async def _must_be_signed(desk: _Desk, signed: SignedWallet, message: SignIn) -> None:
    signature = signatures.normal(bytes.fromhex(signed.signature[2:]))
    if not await signatures.is_signed(
        desk.chain, signatures.of_text(signed.message), signature, wallet=message.address
    ):
        raise WalletRefused("signature")


def _read(text: str) -> SignIn:
    try:
        return parse(text)
    except NotAMessage as problem:
        raise WalletRefused("message") from problem


def _town(settings: ChainReadSettings, deployment: Deployment) -> Town:
    return Town(
        public_url=settings.public_url,
        chain_id=deployment.chain_id,
        contract=deployment.contract,
    )


async def _deployment(session: Session) -> Deployment:
    """The contract in use; raise WalletConflict before it is on the chain."""
    found = await chain_journal.deployment(session)
    if found is None or found.block_number is None:
        raise WalletConflict("no-chain")
    return found


async def _answer(desk: _Desk, visitor_id: str) -> WalletAnswer:
    async with desk.database.reading() as session:
        deployment = await chain_journal.deployment(session)
        found = await wallets.link_of(session, visitor_id)
        moving = await wallets.moving(session, visitor_id)
    link = None
    if found is not None:
        link = LinkCard(wallet=found.wallet, moves=found.moves, linked_at=found.linked_at)
    return WalletAnswer(
        chain=_chain_card(desk.settings, deployment),
        link=link,
        move=_move_card(moving) if link is not None and link.moves else None,
    )


def _move_card(moving: wallets.Moving) -> MoveCard:
    stands = standing(moving)
    return MoveCard(state=stands.state, why=stands.why)


def _chain_card(settings: ChainReadSettings, deployment: Deployment | None) -> ChainCard | None:
    if deployment is None or deployment.block_number is None:
        return None
    return ChainCard(
        id=deployment.chain_id,
        name=settings.chain_name or name_of_chain(deployment.chain_id),
        is_own=deployment.embedded,
        rpc_url=settings.public_rpc_url or None,
        contract=to_checksum_address(deployment.contract),
    )
