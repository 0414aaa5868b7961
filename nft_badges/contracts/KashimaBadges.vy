# pragma version ==0.4.3
# pragma optimize gas
# pragma evm-version cancun
"""
@title Visit badges of Virtual Kashima
@custom:contract-name KashimaBadges
@license Apache-2.0
@notice One non-transferable ERC-1155 badge per visitor and occasion, with balances of 0 or 1.
        A holder's badges are the bits of one word per page of 256 ids, so that "how often was
        this person here" is one storage read, and awarding again changes nothing.
@dev    Immutable and free of imports. Nothing personal is kept: an address, a badge id, a day.
        Four keys may do four things. A leaked issuer key can award badges inside their windows,
        up to the daily cap, and define a few new ones of the last month: it can neither reach
        further into past figures nor stand in for days to come, take anything away, or move it.
        What it did define, the admin withdraws. A badge is never awarded before its day.
        `award` does not call the receiver hook, because holders are addresses without code;
        wallets with code are served by `awardToContract`, which does.
"""


# ------------------------------------------------------------------- interfaces
interface IERC1155Receiver:
    def onERC1155Received(operator: address, sender: address, id: uint256, amount: uint256, data: Bytes[1]) -> bytes4: nonpayable
    def onERC1155BatchReceived(operator: address, sender: address, ids: DynArray[uint256, 256], amounts: DynArray[uint256, 256], data: Bytes[1]) -> bytes4: nonpayable


interface IERC1271:
    def isValidSignature(hash: bytes32, signature: Bytes[SIGNATURE_BYTES]) -> bytes4: view


# -------------------------------------------------------------------- constants
MAX_BATCH: constant(uint256) = 200
SIGNATURE_BYTES: constant(uint256) = 1_024

ISSUER: public(constant(uint256)) = 1
REGISTRAR: public(constant(uint256)) = 2
PAUSER: public(constant(uint256)) = 4
ALL_ROLES: constant(uint256) = 7

SUPPORTED: constant(bytes4[7]) = [
    0x01ffc9a7,  # ERC-165
    0xd9b67a26,  # ERC-1155
    0x0e89341c,  # ERC-1155 metadata
    0x911ec470,  # ERC-5633 soulbound
    0x84b0196e,  # ERC-5267 EIP-712 domain
    0xe8a3d485,  # ERC-7572 contract metadata
    0xd87116f3,  # ERC-6268 untransferability
]
RECEIVED: constant(bytes4) = 0xf23a6e61
BATCH_RECEIVED: constant(bytes4) = 0xbc197c81
VALID_SIGNATURE: constant(bytes4) = 0x1626ba7e

NAME: constant(String[15]) = "Kashima Badges"
VERSION: constant(String[1]) = "1"
DOMAIN_TYPE: constant(bytes32) = keccak256(
    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
)
BIND_TYPE: constant(bytes32) = keccak256(
    "BindWallet(address holder,address wallet,uint256 nonce,uint256 deadline)"
)
HALF_ORDER: constant(uint256) = (
    57896044618658097711785492504343953926418782139537452191302581570759080747168
)

# A badge is one word: when it opens and closes, its day, its kind, how many hold it.
TIME_BITS: constant(uint256) = 40
TIME_MASK: constant(uint256) = 2**40 - 1
DAY_SHIFT: constant(uint256) = 80
DAY_MASK: constant(uint256) = 2**24 - 1
KIND_SHIFT: constant(uint256) = 104
SUPPLY_SHIFT: constant(uint256) = 128
ONE_MORE: constant(uint256) = 2**128

# The gate is one word too: awards today, which day that is, the cap, and the pause flag.
COUNT_MASK: constant(uint256) = 2**64 - 1
GATE_DAY_SHIFT: constant(uint256) = 64
CAP_SHIFT: constant(uint256) = 128
PAUSED: constant(uint256) = 2**255

MAX_ID: constant(uint256) = 2**64 - 1
MAX_WINDOW: constant(uint256) = 400 * 86_400
ISSUER_DAYS_BACK: constant(uint256) = 31
ISSUER_DEFINITIONS: constant(uint256) = 100
JST: constant(uint256) = 9 * 3_600
SECONDS_A_DAY: constant(uint256) = 86_400
HOOK_GAS: constant(uint256) = 200_000


# ----------------------------------------------------------------------- events
event TransferSingle:
    operator: indexed(address)
    sender: indexed(address)
    receiver: indexed(address)
    id: uint256
    amount: uint256


event TransferBatch:
    operator: indexed(address)
    sender: indexed(address)
    receiver: indexed(address)
    ids: DynArray[uint256, 256]
    amounts: DynArray[uint256, 256]


event URI:
    uri: String[200]
    id: indexed(uint256)


event Soulbound:
    id: indexed(uint256)
    bounded: bool


event LockedSingle:
    id: uint256


event UnlockedSingle:
    id: uint256


event ContractURIUpdated:
    pass


event BadgeDefined:
    id: indexed(uint256)
    day: uint256
    kind: uint256
    opensAt: uint256
    closesAt: uint256
    metadataHash: bytes32


event BadgeExtended:
    id: indexed(uint256)
    closesAt: uint256


event BadgeWithdrawn:
    id: indexed(uint256)


event Revoked:
    id: indexed(uint256)
    holder: indexed(address)
    reason: uint256


event WalletBound:
    holder: indexed(address)
    wallet: indexed(address)


event Rebound:
    holder: indexed(address)
    wallet: indexed(address)
    page: uint256
    moved: uint256
    merged: uint256


event RolesChanged:
    account: indexed(address)
    roles: uint256


event AdminOffered:
    account: indexed(address)


event AdminChanged:
    account: indexed(address)


event Paused:
    paused: bool


event DailyCapChanged:
    cap: uint256


event SuccessorAnnounced:
    successor: indexed(address)


# ------------------------------------------------------------------------ state
admin: public(address)
pendingAdmin: public(address)
successor: public(address)
rolesOf: public(HashMap[address, uint256])
walletOf: public(HashMap[address, address])
nonces: public(HashMap[address, uint256])
baseURI: public(String[160])
gate: uint256
# What issuers defined on which day: days since 1970-01-01 (JST) << 64 | number of badges.
definitions: uint256
badges: HashMap[uint256, uint256]
# Keyed by page << 160 | holder: one hash a look-up, where a map of maps costs two.
words: HashMap[uint256, uint256]


@deploy
def __init__(admin: address, issuer: address, registrar: address, pauser: address, base_uri: String[160], daily_cap: uint256):
    """
    @notice Starts with one account for each thing that can be done; they may be the same one.
    @param admin Grants roles, extends and withdraws badges, changes the address of metadata.
    @param issuer Defines badges and awards them.
    @param registrar Moves badges to a proven wallet, revokes and erases.
    @param pauser Stops awarding and moving; only the admin lets it go on.
    @param base_uri Where metadata lies, with a slash at the end.
    @param daily_cap The most awards in one JST day.
    """
    assert admin != empty(address), "kashima_badges: admin is the zero address"
    self.admin = admin
    log AdminChanged(account=admin)
    self._grant(issuer, ISSUER)
    self._grant(registrar, REGISTRAR)
    self._grant(pauser, PAUSER)
    self.baseURI = base_uri
    log ContractURIUpdated()
    self._set_cap(daily_cap)


# ------------------------------------------------------------- ERC-165, metadata
@external
@view
def supportsInterface(interface_id: bytes4) -> bool:
    """
    @notice Says which standards this contract keeps.
    @param interface_id The ERC-165 id asked about.
    @return bool Whether it is kept.
    """
    return interface_id in SUPPORTED


@external
@view
def name() -> String[15]:
    """
    @notice Name shown by wallets.
    @return String The name.
    """
    return NAME


@external
@view
def uri(id: uint256) -> String[200]:
    """
    @notice Where the metadata of a badge lies; `{id}` stands for 64 lower-case hex digits.
    @param id The badge.
    @return String The address.
    """
    return self._uri()


@external
@view
def contractURI() -> String[200]:
    """
    @notice Where the metadata of the whole collection lies (ERC-7572).
    @return String The address.
    """
    return concat(self.baseURI, "contract.json")


@external
@view
def isSoulbound(id: uint256) -> bool:
    """
    @notice Whether a badge cannot be transferred (ERC-5633); so it is for every badge there is.
    @param id The badge.
    @return bool True for every defined badge.
    """
    return self.badges[id] != 0


@external
@view
def locked(id: uint256) -> bool:
    """
    @notice The same as `isSoulbound`, in the words of ERC-6268.
    @param id The badge.
    @return bool True for every defined badge.
    """
    return self.badges[id] != 0


@external
@view
def lockedBatch(ids: DynArray[uint256, MAX_BATCH]) -> DynArray[bool, MAX_BATCH]:
    """
    @notice `locked` for many badges at once.
    @param ids The badges.
    @return DynArray The answers in the same order.
    """
    answers: DynArray[bool, MAX_BATCH] = []
    for id: uint256 in ids:
        answers.append(self.badges[id] != 0)
    return answers


@external
@view
def eip712Domain() -> (bytes1, String[15], String[1], uint256, address, bytes32, DynArray[uint256, 1]):
    """
    @notice The domain a wallet signs `BindWallet` in (ERC-5267).
    @return fields, name, version, chainId, verifyingContract, salt, extensions.
    """
    return 0x0f, NAME, VERSION, chain.id, self, empty(bytes32), []


# --------------------------------------------------------------------- ERC-1155
@external
@view
def balanceOf(holder: address, id: uint256) -> uint256:
    """
    @notice 1 when the holder has the badge, else 0.
    @param holder Whose badges.
    @param id The badge.
    @return uint256 0 or 1.
    """
    return self._balance(holder, id)


@external
@view
def balanceOfBatch(holders: DynArray[address, MAX_BATCH], ids: DynArray[uint256, MAX_BATCH]) -> DynArray[uint256, MAX_BATCH]:
    """
    @notice `balanceOf` for many pairs at once.
    @param holders Whose badges.
    @param ids The badges, one for each holder.
    @return DynArray The balances in the same order.
    """
    assert len(holders) == len(ids), "kashima_badges: holders and ids differ in length"
    balances: DynArray[uint256, MAX_BATCH] = []
    for i: uint256 in range(len(holders), bound=MAX_BATCH):
        balances.append(self._balance(holders[i], ids[i]))
    return balances


@external
@view
def isApprovedForAll(holder: address, operator: address) -> bool:
    """
    @notice Never: nobody can be allowed to move a badge.
    @param holder Whose badges.
    @param operator Who would move them.
    @return bool False.
    """
    return False


@external
def setApprovalForAll(operator: address, approved: bool):
    """
    @notice Refused: a badge cannot be transferred.
    @param operator Who would move the badges.
    @param approved Whether to allow it.
    """
    raise "kashima_badges: not transferable"


@external
def safeTransferFrom(sender: address, receiver: address, id: uint256, amount: uint256, data: Bytes[SIGNATURE_BYTES]):
    """
    @notice Refused: a badge cannot be transferred.
    @param sender From whom.
    @param receiver To whom.
    @param id The badge.
    @param amount How many.
    @param data Anything.
    """
    raise "kashima_badges: not transferable"


@external
def safeBatchTransferFrom(sender: address, receiver: address, ids: DynArray[uint256, MAX_BATCH], amounts: DynArray[uint256, MAX_BATCH], data: Bytes[SIGNATURE_BYTES]):
    """
    @notice Refused: a badge cannot be transferred.
    @param sender From whom.
    @param receiver To whom.
    @param ids The badges.
    @param amounts How many of each.
    @param data Anything.
    """
    raise "kashima_badges: not transferable"


# ----------------------------------------------------------------------- badges
@external
@view
def badgesOf(holder: address, page: uint256) -> uint256:
    """
    @notice All badges of a holder among the 256 ids of a page, one bit each.
    @param holder Whose badges.
    @param page The id divided by 256.
    @return uint256 Bit n is badge 256 * page + n.
    """
    if page > (MAX_ID >> 8):
        return 0
    return self.words[(page << 160) | convert(holder, uint256)]


@external
@view
def badge(id: uint256) -> (uint256, uint256, uint256, uint256, uint256):
    """
    @notice What is known of a badge; all zero when it is not defined.
    @param id The badge.
    @return opensAt, closesAt (Unix seconds), day (days since 1970-01-01, JST), kind, supply.
    """
    record: uint256 = self.badges[id]
    return (
        record & TIME_MASK,
        (record >> TIME_BITS) & TIME_MASK,
        (record >> DAY_SHIFT) & DAY_MASK,
        (record >> KIND_SHIFT) & 255,
        record >> SUPPLY_SHIFT,
    )


@external
@view
def totalSupply(id: uint256) -> uint256:
    """
    @notice How many hold the badge.
    @param id The badge.
    @return uint256 The number of holders.
    """
    return self.badges[id] >> SUPPLY_SHIFT


@external
@view
def gateState() -> (bool, uint256, uint256, uint256):
    """
    @notice Whether awarding is paused, and how much of the daily cap is used.
    @return paused, cap, day of the count (days since 1970-01-01, JST), awards on that day.
    """
    gate: uint256 = self.gate
    return (
        gate & PAUSED != 0,
        (gate >> CAP_SHIFT) & COUNT_MASK,
        (gate >> GATE_DAY_SHIFT) & COUNT_MASK,
        gate & COUNT_MASK,
    )


@external
def defineBadge(id: uint256, day: uint256, kind: uint256, opens_at: uint256, closes_at: uint256, metadata_hash: bytes32):
    """
    @notice Makes a badge known, with the only time in which it can be awarded.
    @dev An issuer defines badges of the last month or later, and only so many a day: what it
         could otherwise do to past figures, or to the ids of badges to come, has no bounds.
    @param id The badge, from 1 to 2**64 - 1.
    @param day The day it stands for, in days since 1970-01-01 in JST; it must touch the window.
    @param kind What it is for, 0 to 255.
    @param opens_at First second in which it can be awarded.
    @param closes_at Last second in which it can be awarded.
    @param metadata_hash SHA-256 of the badge's facts, as its metadata repeats them.
    """
    if msg.sender != self.admin:
        self._check_role(ISSUER)
        self._check_definition(day, closes_at)
    assert id != 0 and id <= MAX_ID, "kashima_badges: id out of range"
    assert self.badges[id] == 0, "kashima_badges: already defined"
    assert kind <= 255, "kashima_badges: kind out of range"
    self._check_window(opens_at, closes_at)
    assert day >= (opens_at + JST) // SECONDS_A_DAY, "kashima_badges: day before the window"
    assert day <= (closes_at + JST) // SECONDS_A_DAY, "kashima_badges: day after the window"
    self.badges[id] = (
        opens_at | (closes_at << TIME_BITS) | (day << DAY_SHIFT) | (kind << KIND_SHIFT)
    )
    log BadgeDefined(
        id=id, day=day, kind=kind, opensAt=opens_at, closesAt=closes_at, metadataHash=metadata_hash
    )
    log Soulbound(id=id, bounded=True)
    log LockedSingle(id=id)
    log URI(uri=self._uri(), id=id)
    log TransferSingle(
        operator=msg.sender, sender=empty(address), receiver=empty(address), id=id, amount=0
    )


@external
def extendBadge(id: uint256, closes_at: uint256):
    """
    @notice Lets a badge be awarded until later; for awards that were earned but came too late.
    @param id The badge.
    @param closes_at The new last second, not before the old one.
    """
    self._check_admin()
    record: uint256 = self.badges[id]
    assert record != 0, "kashima_badges: not defined"
    old: uint256 = (record >> TIME_BITS) & TIME_MASK
    assert closes_at >= old, "kashima_badges: a window cannot shrink"
    assert closes_at <= TIME_MASK, "kashima_badges: time out of range"
    self.badges[id] = record + ((closes_at - old) << TIME_BITS)
    log BadgeExtended(id=id, closesAt=closes_at)


@external
def withdrawBadge(id: uint256):
    """
    @notice Forgets a badge that nobody holds, so that its id can be defined rightly; for what a
            mistake or a leaked key defined.
    @param id The badge.
    """
    self._check_admin()
    record: uint256 = self.badges[id]
    assert record != 0, "kashima_badges: not defined"
    assert record >> SUPPLY_SHIFT == 0, "kashima_badges: somebody holds it"
    self.badges[id] = 0
    log BadgeWithdrawn(id=id)
    log Soulbound(id=id, bounded=False)
    log UnlockedSingle(id=id)


@external
def award(id: uint256, holders: DynArray[address, MAX_BATCH]) -> uint256:
    """
    @notice Gives a badge to each holder who does not have it yet; the others change nothing.
    @param id The badge.
    @param holders To whom; the zero address is passed over.
    @return uint256 How many were new.
    """
    self._check_role(ISSUER)
    gate: uint256 = self.gate
    record: uint256 = self.badges[id]
    self._check_open(gate, record)
    page: uint256 = (id >> 8) << 160
    bit: uint256 = 1 << (id & 255)
    added: uint256 = 0
    for holder: address in holders:
        key: uint256 = page | convert(holder, uint256)
        word: uint256 = self.words[key]
        if word & bit != 0 or holder == empty(address):
            continue
        self.words[key] = word | bit
        added = unsafe_add(added, 1)
        log TransferSingle(
            operator=msg.sender, sender=empty(address), receiver=holder, id=id, amount=1
        )
    if added != 0:
        self._count(id, gate, record, added)
    return added


@external
def awardToContract(id: uint256, wallet: address) -> uint256:
    """
    @notice Gives a badge to a wallet that has code, which must answer the ERC-1155 hook.
    @param id The badge.
    @param wallet To whom.
    @return uint256 1 when it was new, else 0.
    """
    self._check_role(ISSUER)
    gate: uint256 = self.gate
    record: uint256 = self.badges[id]
    self._check_open(gate, record)
    assert wallet.is_contract, "kashima_badges: wallet has no code"
    if self._balance(wallet, id) != 0:
        return 0
    key: uint256 = ((id >> 8) << 160) | convert(wallet, uint256)
    self.words[key] |= 1 << (id & 255)
    self._count(id, gate, record, 1)
    log TransferSingle(
        operator=msg.sender, sender=empty(address), receiver=wallet, id=id, amount=1
    )
    answer: bytes4 = extcall IERC1155Receiver(wallet).onERC1155Received(
        msg.sender, empty(address), id, 1, b"", gas=HOOK_GAS
    )
    assert answer == RECEIVED, "kashima_badges: wallet refused"
    return 1


@external
def revoke(id: uint256, holder: address, reason: uint256):
    """
    @notice Takes a badge back.
    @param id The badge.
    @param holder From whom.
    @param reason A number whose meaning the city publishes.
    """
    self._check_role(REGISTRAR)
    assert self._balance(holder, id) != 0, "kashima_badges: not held"
    key: uint256 = ((id >> 8) << 160) | convert(holder, uint256)
    self.words[key] ^= 1 << (id & 255)
    self.badges[id] -= ONE_MORE
    log Revoked(id=id, holder=holder, reason=reason)
    log TransferSingle(
        operator=msg.sender, sender=holder, receiver=empty(address), id=id, amount=1
    )


@external
def eraseHolder(holder: address, page: uint256):
    """
    @notice Takes back all badges of a page at once, when the person asks for it.
    @param holder From whom.
    @param page The ids divided by 256.
    """
    self._check_role(REGISTRAR)
    assert page <= (MAX_ID >> 8), "kashima_badges: page out of range"
    key: uint256 = (page << 160) | convert(holder, uint256)
    word: uint256 = self.words[key]
    assert word != 0, "kashima_badges: nothing held"
    self.words[key] = 0
    ids: DynArray[uint256, 256] = self._ids(page, word)
    self._burned(ids)
    self._log_batch(holder, empty(address), ids)


# ---------------------------------------------------------------------- wallets
@external
def rebind(holder: address, wallet: address, page: uint256, deadline: uint256, signature: Bytes[SIGNATURE_BYTES]):
    """
    @notice Moves a page of badges to the wallet its person proved to own.
    @dev The wallet signs `BindWallet` once; further pages move without a new signature.
         A badge that both hold is burned, so that no visit counts twice.
    @param holder The address that holds the badges.
    @param wallet The wallet they go to.
    @param page The ids divided by 256.
    @param deadline Last second in which the signature is good.
    @param signature By the wallet: ECDSA, or ERC-1271 when it has code.
    """
    self._check_role(REGISTRAR)
    assert self.gate & PAUSED == 0, "kashima_badges: paused"
    assert page <= (MAX_ID >> 8), "kashima_badges: page out of range"
    assert wallet != empty(address) and wallet != holder, "kashima_badges: wallet not usable"
    if self.walletOf[holder] != wallet:
        assert block.timestamp <= deadline, "kashima_badges: signature too old"
        nonce: uint256 = self.nonces[wallet]
        self.nonces[wallet] = nonce + 1
        digest: bytes32 = self._bind_digest(holder, wallet, nonce, deadline)
        assert self._is_signed(wallet, digest, signature), "kashima_badges: signature refused"
        self.walletOf[holder] = wallet
        log WalletBound(holder=holder, wallet=wallet)
    self._move(holder, wallet, page)


# --------------------------------------------------------------- administration
@external
def setRoles(account: address, roles: uint256):
    """
    @notice Sets what an account may do.
    @param account Whose roles.
    @param roles Sum of ISSUER, REGISTRAR and PAUSER.
    """
    self._check_admin()
    assert roles <= ALL_ROLES, "kashima_badges: no such role"
    self.rolesOf[account] = roles
    log RolesChanged(account=account, roles=roles)


@external
def offerAdmin(account: address):
    """
    @notice First step of handing over; the zero address takes an offer back.
    @param account Who may accept.
    """
    self._check_admin()
    self.pendingAdmin = account
    log AdminOffered(account=account)


@external
def acceptAdmin():
    """
    @notice Second step of handing over, by the one it was offered to.
    """
    assert msg.sender == self.pendingAdmin, "kashima_badges: admin was not offered to caller"
    self.pendingAdmin = empty(address)
    self.admin = msg.sender
    log AdminChanged(account=msg.sender)


@external
def pause():
    """
    @notice Stops awarding and rebinding.
    """
    if msg.sender != self.admin:
        self._check_role(PAUSER)
    self.gate |= PAUSED
    log Paused(paused=True)


@external
def unpause():
    """
    @notice Lets awarding and rebinding go on; only the admin decides that a danger is over.
    """
    self._check_admin()
    self.gate &= ~PAUSED
    log Paused(paused=False)


@external
def setDailyCap(cap: uint256):
    """
    @notice Sets the most awards in one JST day.
    @param cap The number.
    """
    self._check_admin()
    self._set_cap(cap)


@external
def setBaseURI(base_uri: String[160]):
    """
    @notice Tells where metadata lies from now on.
    @param base_uri The address, with a slash at the end.
    """
    self._check_admin()
    self.baseURI = base_uri
    log ContractURIUpdated()


@external
def announceSuccessor(account: address):
    """
    @notice Points at the contract that replaces this one; this one stays as it is.
    @param account The new contract.
    """
    self._check_admin()
    self.successor = account
    log SuccessorAnnounced(successor=account)


# --------------------------------------------------------------------- internal
@internal
@view
def _check_admin():
    assert msg.sender == self.admin, "kashima_badges: caller is not the admin"


@internal
@view
def _check_role(role: uint256):
    assert self.rolesOf[msg.sender] & role != 0, "kashima_badges: caller lacks the role"


@internal
@view
def _check_open(gate: uint256, record: uint256):
    today: uint256 = unsafe_div(unsafe_add(block.timestamp, JST), SECONDS_A_DAY)
    assert gate & PAUSED == 0, "kashima_badges: paused"
    assert record != 0, "kashima_badges: not defined"
    assert block.timestamp >= record & TIME_MASK, "kashima_badges: not open yet"
    assert today >= (record >> DAY_SHIFT) & DAY_MASK, "kashima_badges: not its day yet"
    assert block.timestamp <= (record >> TIME_BITS) & TIME_MASK, "kashima_badges: closed"


@internal
def _grant(account: address, role: uint256):
    assert account != empty(address), "kashima_badges: role for the zero address"
    self.rolesOf[account] |= role
    log RolesChanged(account=account, roles=self.rolesOf[account])


@internal
def _check_definition(day: uint256, closes_at: uint256):
    """
    @dev What holds for an issuer's definitions and not for the admin's.
    """
    today: uint256 = (block.timestamp + JST) // SECONDS_A_DAY
    assert block.timestamp <= closes_at, "kashima_badges: only the admin defines a closed badge"
    assert day + ISSUER_DAYS_BACK >= today, "kashima_badges: only the admin defines so old a badge"
    count: uint256 = 0
    if self.definitions >> 64 == today:
        count = self.definitions & COUNT_MASK
    assert count < ISSUER_DEFINITIONS, "kashima_badges: too many badges defined today"
    self.definitions = (today << 64) | (count + 1)


@internal
@pure
def _check_window(opens_at: uint256, closes_at: uint256):
    assert closes_at > opens_at, "kashima_badges: window is empty"
    assert closes_at <= TIME_MASK, "kashima_badges: time out of range"
    assert closes_at - opens_at <= MAX_WINDOW, "kashima_badges: window too long"


@internal
def _count(id: uint256, gate: uint256, record: uint256, added: uint256):
    """
    @dev Adds to the badge's supply and to today's awards, which may not pass the cap.
    """
    today: uint256 = (block.timestamp + JST) // SECONDS_A_DAY
    count: uint256 = added
    if (gate >> GATE_DAY_SHIFT) & COUNT_MASK == today:
        count += gate & COUNT_MASK
    assert count <= (gate >> CAP_SHIFT) & COUNT_MASK, "kashima_badges: daily cap reached"
    self.gate = (gate >> CAP_SHIFT << CAP_SHIFT) | (today << GATE_DAY_SHIFT) | count
    self.badges[id] = record + (added << SUPPLY_SHIFT)


@internal
def _set_cap(cap: uint256):
    assert cap <= COUNT_MASK, "kashima_badges: cap out of range"
    gate: uint256 = self.gate
    self.gate = (gate & ~(COUNT_MASK << CAP_SHIFT)) | (cap << CAP_SHIFT)
    log DailyCapChanged(cap=cap)


@internal
@view
def _uri() -> String[200]:
    return concat(self.baseURI, "{id}.json")


@internal
@view
def _balance(holder: address, id: uint256) -> uint256:
    # Past MAX_ID the page would spill over the key's end and name another badge.
    if id > MAX_ID:
        return 0
    word: uint256 = self.words[((id >> 8) << 160) | convert(holder, uint256)]
    return (word >> (id & 255)) & 1


@internal
@pure
def _ids(page: uint256, word: uint256) -> DynArray[uint256, 256]:
    ids: DynArray[uint256, 256] = []
    for i: uint256 in range(256):
        if (word >> i) & 1 != 0:
            ids.append((page << 8) + i)
    return ids


@internal
def _burned(ids: DynArray[uint256, 256]):
    for id: uint256 in ids:
        self.badges[id] -= ONE_MORE


@internal
def _log_batch(sender: address, receiver: address, ids: DynArray[uint256, 256]) :
    log TransferBatch(
        operator=msg.sender, sender=sender, receiver=receiver, ids=ids, amounts=self._ones(len(ids))
    )


@internal
@pure
def _ones(count: uint256) -> DynArray[uint256, 256]:
    ones: DynArray[uint256, 256] = []
    for i: uint256 in range(count, bound=256):
        ones.append(1)
    return ones


@internal
def _move(holder: address, wallet: address, page: uint256):
    holder_key: uint256 = (page << 160) | convert(holder, uint256)
    wallet_key: uint256 = (page << 160) | convert(wallet, uint256)
    held: uint256 = self.words[holder_key]
    had: uint256 = self.words[wallet_key]
    assert held != 0, "kashima_badges: nothing held"
    self.words[holder_key] = 0
    self.words[wallet_key] = had | held
    merged: uint256 = held & had
    moved: uint256 = held & ~had
    log Rebound(holder=holder, wallet=wallet, page=page, moved=moved, merged=merged)
    if merged != 0:
        burned: DynArray[uint256, 256] = self._ids(page, merged)
        self._burned(burned)
        self._log_batch(holder, empty(address), burned)
    if moved != 0:
        ids: DynArray[uint256, 256] = self._ids(page, moved)
        self._log_batch(holder, wallet, ids)
        if wallet.is_contract:
            answer: bytes4 = extcall IERC1155Receiver(wallet).onERC1155BatchReceived(
                msg.sender, holder, ids, self._ones(len(ids)), b"", gas=HOOK_GAS
            )
            assert answer == BATCH_RECEIVED, "kashima_badges: wallet refused"


@internal
@view
def _bind_digest(holder: address, wallet: address, nonce: uint256, deadline: uint256) -> bytes32:
    domain: bytes32 = keccak256(
        abi_encode(DOMAIN_TYPE, keccak256(NAME), keccak256(VERSION), chain.id, self)
    )
    message: bytes32 = keccak256(abi_encode(BIND_TYPE, holder, wallet, nonce, deadline))
    return keccak256(concat(b"\x19\x01", domain, message))


@internal
@view
def _is_signed(wallet: address, digest: bytes32, signature: Bytes[SIGNATURE_BYTES]) -> bool:
    """
    @dev ECDSA first even when the wallet has code: an EIP-7702 account still has its key.
    """
    if len(signature) == 65:
        r: uint256 = extract32(signature, 0, output_type=uint256)
        s: uint256 = extract32(signature, 32, output_type=uint256)
        v: uint256 = convert(slice(signature, 64, 1), uint256)
        if s <= HALF_ORDER and ecrecover(digest, v, r, s) == wallet:
            return True
    if not wallet.is_contract:
        return False
    return staticcall IERC1271(wallet).isValidSignature(digest, signature) == VALID_SIGNATURE
