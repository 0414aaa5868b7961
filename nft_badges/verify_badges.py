"""Recounts the visit badges of Kashima from the chain, with nothing but Python 3.9 or newer.

    python3 verify_badges.py https://town.example/proof
    python3 verify_badges.py https://town.example/proof --rpc https://node.example
    python3 verify_badges.py --rpc https://node.example --contract 0x… [--from-block N]

The first form reads the raw logs over the town's own pages. With --rpc they come from any node of
the chain, so that nobody has to be believed: the node's chain must be the one the pages name, and
what the contract stores for every holder (--sample N: for so many) must be what its logs add up to.

All forms add up the same logs. Who holds what: TransferSingle, TransferBatch. Which day and kind a
badge stands for: BadgeDefined, BadgeWithdrawn. Why one is gone: Revoked, and Rebound when a person
moved to a wallet, whose visits go on under the new address. People are counted by address. A visit
day is the day of an event, host or real-visit badge; rally and monthly badges are earned by the
same visits and would count them twice. A returner has two or more different visit days.

--json prints every figure for another program, --csv FILE writes the tables for a spreadsheet,
--lang ja|en|th|ko|zh-TW chooses the words. The digest is SHA-256 over one line "address,badge" for
each badge held, sorted: two recounts with the same digest agree about every single badge.

Small groups are not hidden: all of this is public on the chain, where it says nothing of a person.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import secrets
import sys
import urllib.parse
import urllib.request
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    Json = Any

# keccak256 of the event signatures; any Ethereum explorer shows the same values.
TRANSFER_SINGLE = "0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62"
TRANSFER_BATCH = "0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb"
BADGE_DEFINED = "0x98d1abf3a52736a778906258279564934d270dae0e6c43cf2ca988f1d30d9a79"
BADGE_WITHDRAWN = "0x32d8888251d08e2345799fd21f2754959719ab6adb9758322ddd44f29ed2fbb3"
REVOKED = "0x4025a5dcc86ffd530bfef0aeaef0726a91c3a3055d04df0cc9630331ac402d62"
REBOUND = "0x1ad305922451f373ff46675fb5ae6f4381fac261261a79033d9fb84fad50d924"
TOPICS = [TRANSFER_SINGLE, TRANSFER_BATCH, BADGE_DEFINED, BADGE_WITHDRAWN, REVOKED, REBOUND]
BADGES_OF = "c44db96d"  # first four bytes of keccak256("badgesOf(address,uint256)")

EVENT, RALLY, MONTHLY, REAL, HOST = 1, 2, 3, 4, 5
VISIT_KINDS = frozenset({EVENT, REAL, HOST})  # those that stand for a day somebody was there

NOBODY = "0x" + 40 * "0"
NOBODY_TOPIC = "0x" + 64 * "0"
EPOCH = date(1970, 1, 1)
BLOCKS_AT_ONCE = 2_000
CALLS_AT_ONCE = 200
SECONDS = 60
RETURNER_DAYS = 2
REGULAR_DAYS = 3

# From badges alone; see the note that is printed with them. Everybody stands on their highest step.
LADDER = ("no-day", "once", "twice", "regular", "in-person", "host")

PEOPLE = ("badges", "tokens", "holders", "visitors", "returners")
CHANGES = ("taken_back", "revoked", "moved", "merged")

LANGUAGES = ("ja", "en", "th", "ko", "zh-TW")
_TABLE = """
badges | バッジの種類 | kinds of badge | ชนิดของเหรียญ | 배지 종류 | 徽章種類
tokens | 持たれているバッジ | badges held | เหรียญที่มีผู้ถือ | 보유 중인 배지 | 持有中的徽章
holders | 持っている人 | holders | ผู้ถือ | 보유자 | 持有人
visitors | 来訪日のある人 | holders with a visit day | ผู้ถือที่มีวันมาเยือน | 방문일이 있는 사람 | 有來訪日的人
returners | 2日以上来た人 | holders with 2 or more days | ผู้ที่มา 2 วันขึ้นไป | 2일 이상 온 사람 | 來過兩天以上的人
taken-back | 取り消し・消去 | taken back or erased | ที่ถอนคืนหรือลบ | 취소·삭제됨 | 已撤銷或刪除
revoked | うち取り消し | of these revoked | ในจำนวนนี้ถอนคืน | 그중 취소 | 其中撤銷
moved | ウォレットに移した人 | holders who moved to a wallet | ผู้ที่ย้ายไปวอลเล็ต | 지갑으로 옮긴 사람 | 已移至錢包的人
merged | 移すときに一つになったバッジ | badges merged by moving | เหรียญที่รวมกันเมื่อย้าย | 옮기며 하나가 된 배지 | 移轉時合併的徽章
ladder | 関わりの段階（一人は一番上の段に一度） | steps of involvement (everybody once, on the highest) | ขั้นของความเกี่ยวข้อง (นับคนละครั้งที่ขั้นสูงสุด) | 관계의 단계(한 사람은 가장 높은 단계에 한 번) | 參與的階段（每人只計最高的一階）
no-day | 来訪日なし（めぐり・月のバッジだけ） | no visit day (rally or monthly badges only) | ไม่มีวันมาเยือน (มีเฉพาะเหรียญแรลลีหรือรายเดือน) | 방문일 없음(랠리·월간 배지만) | 無來訪日（僅有集章或每月徽章）
once | 1日だけ来た | came on one day | มา 1 วัน | 하루만 왔음 | 來過一天
twice | 2日来た | came on two days | มา 2 วัน | 이틀 왔음 | 來過兩天
regular | 3日以上来た | came on three or more days | มา 3 วันขึ้นไป | 3일 이상 왔음 | 來過三天以上
in-person | 鹿島の現地にも来た | also came to Kashima in person | มาที่คาชิมะด้วยตนเองด้วย | 가시마 현지에도 왔음 | 也親自來過鹿島
host | 案内や手伝いをした | hosted or helped | เป็นผู้นำชมหรือช่วยงาน | 안내하거나 도왔음 | 曾導覽或幫忙
ladder-note | バッジだけから分かる段階です。国の関係人口調査の区分（訪問系・非訪問系など）は本人への質問で決まるもので、これと同じではありません。近いものは、3日以上＝非訪問系、現地にも来た＝訪問系、案内や手伝い＝直接寄与型です。 | These steps are what badges alone can tell. The classes of the national survey on the relationship population come from asking people and are not the same. Nearest: three or more days – non-visiting; in person – visiting; hosted or helped – direct contribution. | ขั้นเหล่านี้ดูได้จากเหรียญเท่านั้น ไม่ใช่ประเภทในแบบสำรวจระดับประเทศซึ่งได้จากการสอบถามบุคคล ที่ใกล้เคียงคือ 3 วันขึ้นไป = กลุ่มไม่เดินทางมา, มาด้วยตนเอง = กลุ่มเดินทางมา, นำชมหรือช่วยงาน = กลุ่มมีส่วนร่วมโดยตรง | 배지만으로 알 수 있는 단계입니다. 국가 관계인구 조사의 구분은 본인에게 물어 정하는 것으로 이와 같지 않습니다. 가까운 것은 3일 이상=비방문형, 현지 방문=방문형, 안내·도움=직접 기여형입니다. | 這些階段僅由徽章得知。國家關係人口調查的分類是詢問本人而定，與此不同。相近者：三天以上＝非訪問型，親自來過＝訪問型，導覽或幫忙＝直接貢獻型。
month | 月 | month | เดือน | 월 | 月份
new | はじめて | new | มาครั้งแรก | 처음 | 首次
again | 再訪 | returning | กลับมาอีก | 재방문 | 再訪
retention | 初めて来た月ごとに、その後も来た人 | who came again, by month of the first visit | ผู้ที่กลับมา แยกตามเดือนที่มาครั้งแรก | 처음 온 달별로 다시 온 사람 | 依首次來訪月份，之後再來的人
people | 人数 | people | จำนวนคน | 인원 | 人數
after | か月後 | months later | เดือนต่อมา | 개월 후 | 個月後
blocks | ブロック | blocks | บล็อก | 블록 | 區塊
digest | 照合値 | digest | ค่าตรวจสอบ | 대조값 | 核對值
agrees | 契約が保存している値とも一致しました。 | What the contract itself stores says the same. | ตรงกับค่าที่สัญญาเก็บไว้ | 컨트랙트가 저장한 값과도 일치합니다. | 與合約儲存的值一致。
"""  # noqa: E501  one word a line, in all languages
WORDS: dict[str, dict[str, str]] = {
    language: {
        cells[0].strip(): cells[at].strip()
        for cells in (line.split("|") for line in _TABLE.strip().splitlines())
    }
    for at, language in enumerate(LANGUAGES, start=1)
}


class Inconsistent(Exception):
    """The logs contradict each other, or the contract: no honest chain's do."""

    def __init__(self, holder: str, what: str) -> None:
        super().__init__(f"{holder}: {what}")


class Ledger:
    """Who holds what, as the logs say; fed in the order in which they were written."""

    def __init__(self) -> None:
        self.held: dict[str, set[int]] = defaultdict(set)
        self.days: dict[int, date] = {}
        self.kinds: dict[int, int] = {}
        self.taken: set[tuple[str, int]] = set()
        self.moved: dict[str, str] = {}
        self.taken_back = self.revoked = self.merged = 0
        self._merging: set[tuple[str, int]] = set()

    def take(self, log: dict[str, Json]) -> None:
        """Add up one raw log; raise Inconsistent when it cannot follow those before."""
        topics, data = log["topics"], log["data"]
        what = topics[0]
        if what == TRANSFER_SINGLE:
            badge = (int(data[2:66], 16), int(data[66:130], 16))
            self._move(_address(topics[2]), _address(topics[3]), [badge])
        elif what == TRANSFER_BATCH:
            words = _words(data)
            badges = list(zip(_array(words, words[0]), _array(words, words[1])))  # noqa: B905  3.9
            self._move(_address(topics[2]), _address(topics[3]), badges)
        elif what == BADGE_DEFINED:
            badge_id, words = int(topics[1], 16), _words(data)
            self.days[badge_id] = EPOCH + timedelta(days=words[0])
            self.kinds[badge_id] = words[1]
        elif what == BADGE_WITHDRAWN:
            self.days.pop(int(topics[1], 16), None)
            self.kinds.pop(int(topics[1], 16), None)
        elif what == REVOKED:
            self.revoked += 1
        elif what == REBOUND:
            holder = _address(topics[1])
            page, _, merged = _words(data)
            self.moved[holder] = _address(topics[2])
            self._merging |= {(holder, page << 8 | bit) for bit in _bits(merged)}

    def _move(self, giver: str, taker: str, badges: list[tuple[int, int]]) -> None:
        for badge, amount in badges:
            if amount == 0:
                continue
            if giver != NOBODY:
                if badge not in self.held[giver]:
                    raise Inconsistent(giver, f"gave away badge {badge} without having it")
                self.held[giver].remove(badge)
            if taker == NOBODY:
                self._burn(giver, badge)
            elif badge in self.held[taker]:
                raise Inconsistent(taker, f"was given badge {badge} twice")
            else:
                self.held[taker].add(badge)
                self.taken.discard((taker, badge))

    def _burn(self, giver: str, badge: int) -> None:
        """What a person's wallet had already is merged; anything else was taken back."""
        if (giver, badge) in self._merging:
            self._merging.remove((giver, badge))
            self.merged += 1
        else:
            self.taken.add((giver, badge))
            self.taken_back += 1

    def lines(self) -> Iterator[str]:
        """One line for each badge held, sorted: what the digest is made of."""
        for holder in sorted(self.held):
            for badge in sorted(self.held[holder]):
                yield f"{holder},{badge}\n"

    def digest(self) -> str:
        """SHA-256 over every badge held."""
        return hashlib.sha256("".join(self.lines()).encode()).hexdigest()

    def visit_days(self) -> dict[str, list[date]]:
        """The different visit days of each holder who has one, in order."""
        counting = {badge for badge, kind in self.kinds.items() if kind in VISIT_KINDS}
        found = {}
        for holder, badges in self.held.items():
            days = {self.days[badge] for badge in badges & counting}
            if days:
                found[holder] = sorted(days)
        return found

    def step(self, holder: str, days: Sequence[date]) -> str:
        """The highest step of LADDER on which a holder with these visit days stands."""
        kinds = {self.kinds[badge] for badge in self.held[holder]}
        if HOST in kinds:
            return "host"
        if REAL in kinds:
            return "in-person"
        if len(days) >= REGULAR_DAYS:
            return "regular"
        return ("no-day", "once", "twice")[len(days)]

    def figures(self) -> dict[str, Json]:
        """Everything a report says, as plain values."""
        days = self.visit_days()
        holders = [holder for holder, badges in self.held.items() if badges]
        steps = Counter(self.step(holder, days.get(holder, ())) for holder in holders)
        return {
            "badges": len(self.days),
            "tokens": sum(len(badges) for badges in self.held.values()),
            "holders": len(holders),
            "visitors": len(days),
            "returners": sum(1 for visits in days.values() if len(visits) >= RETURNER_DAYS),
            "taken_back": self.taken_back,
            "revoked": self.revoked,
            "moved": len(self.moved),
            "merged": self.merged,
            "ladder": {step: steps[step] for step in LADDER},
            "months": _months(days.values()),
            "retention": _retention(days.values()),
            "digest": self.digest(),
        }

    def words(self) -> dict[tuple[str, int], int]:
        """What `badgesOf(holder, page)` of the contract must answer, by holder and page."""
        pages: dict[tuple[str, int], int] = defaultdict(int)
        for holder, badges in self.held.items():
            for badge in badges:
                pages[holder, badge >> 8] |= 1 << (badge & 255)
        return dict(pages)


def _months(everybody: Iterable[Sequence[date]]) -> dict[str, dict[str, int]]:
    """By month: for whom it holds the first visit day, and for whom only later ones."""
    months: dict[str, dict[str, int]] = defaultdict(lambda: {"new": 0, "again": 0})
    for visits in everybody:
        first = _month(visits[0])
        for month in {_month(day) for day in visits}:
            months[_named(month)]["new" if month == first else "again"] += 1
    return dict(sorted(months.items()))


def _retention(everybody: Iterable[Sequence[date]]) -> dict[str, list[int]]:
    """By month of the first visit: how many came in it, in the next month, and so on.

    The first number is all of them; a month that has no visit day of anybody yet is left out.
    """
    came: dict[int, Counter[int]] = defaultdict(Counter)
    for visits in everybody:
        first = _month(visits[0])
        came[first].update({_month(day) - first for day in visits})
    last = max((first + max(later) for first, later in came.items()), default=0)
    return {
        _named(first): [later[after] for after in range(last - first + 1)]
        for first, later in sorted(came.items())
    }


def recount(logs: Iterable[dict[str, Json]]) -> Ledger:
    """Add up raw logs in the order of the chain."""
    ledger = Ledger()
    for log in sorted(
        logs, key=lambda one: (int(one["blockNumber"], 16), int(one["logIndex"], 16))
    ):
        ledger.take(log)
    return ledger


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _named(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _words(data: str) -> list[int]:
    return [int(data[at : at + 64], 16) for at in range(2, len(data), 64)]


def _array(words: list[int], offset: int) -> list[int]:
    start = offset // 32
    return words[start + 1 : start + 1 + words[start]]


def _bits(word: int) -> list[int]:
    return [bit for bit in range(word.bit_length()) if word >> bit & 1]


def _address(topic: str) -> str:
    return NOBODY if topic == NOBODY_TOPIC else "0x" + topic[-40:].lower()


def _fetch(url: str, body: Json = None) -> Json:
    """The JSON at an address; with a body it is posted."""
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        raise SystemExit("only http and https addresses can be asked")
    request = urllib.request.Request(  # noqa: S310  the scheme was looked at
        url,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Accept": "application/json", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310  likewise
        return json.load(answer)


def ask(rpc: str, method: str, *parameters: object) -> Json:
    """Ask a node; raise RuntimeError with what it says when it refuses."""
    answer = _fetch(rpc, {"jsonrpc": "2.0", "id": 1, "method": method, "params": list(parameters)})
    if "error" in answer:
        raise RuntimeError(str(answer["error"].get("message", answer["error"])))
    return answer["result"]


def call_many(rpc: str, calls: Sequence[dict[str, str]], block: Json) -> list[int]:
    """The number each call answers, all as of one block; asked together where the node lets us."""
    bodies = [
        {"jsonrpc": "2.0", "id": at, "method": "eth_call", "params": [call, block]}
        for at, call in enumerate(calls)
    ]
    try:
        answers = _fetch(rpc, bodies)
    except OSError:
        answers = None  # too many at once for this node, or it is away and the next line says so
    if not isinstance(answers, list) or any("result" not in one for one in answers):
        return [int(ask(rpc, "eth_call", call, block), 16) for call in calls]
    by_id = {one["id"]: int(one["result"], 16) for one in answers}
    return [by_id[at] for at in range(len(calls))]


def from_pages(base: str) -> tuple[Ledger, int]:
    """Recount from the town's own pages; the ledger, and the last block it covers."""
    base = base.rstrip("/")
    manifest = _fetch(base + "/manifest.json")
    logs: list[dict[str, Json]] = []
    first, last = manifest["deploy_block"], manifest["to_block"]
    while first <= last:
        until = min(last, first + manifest["blocks_at_once"] - 1)
        logs += _fetch(f"{base}/logs.json?from={first}&to={until}")["logs"]
        first = until + 1
    return recount(logs), last


def from_node(rpc: str, contract: str, first: int, sample: int | None = None) -> tuple[Ledger, int]:
    """Recount from any node of the chain, then compare with what the contract stores."""
    head = ask(rpc, "eth_getBlockByNumber", "latest", False)  # noqa: FBT003  JSON-RPC's own form
    last = int(head["number"], 16)
    ledger = recount(_node_logs(rpc, contract, first, last))
    stored = sorted(ledger.words().items())
    if sample is not None and sample < len(stored):
        stored = secrets.SystemRandom().sample(stored, sample)  # the node cannot know which
    block: Json = {"blockHash": head["hash"]}  # EIP-1898: this very block, not another that came
    for at in range(0, len(stored), CALLS_AT_ONCE):
        part = stored[at : at + CALLS_AT_ONCE]
        calls = [
            {"to": contract, "data": f"0x{BADGES_OF}{holder[2:]:0>64}{page:064x}"}
            for (holder, page), _ in part
        ]
        try:
            words = call_many(rpc, calls, block)
        except RuntimeError:
            block = head["number"]  # the node does not know EIP-1898
            words = call_many(rpc, calls, block)
        for ((holder, _), word), answer in zip(part, words):  # noqa: B905  3.9
            if word != answer:
                raise Inconsistent(holder, "the contract stores other badges")
    if ask(rpc, "eth_getBlockByNumber", head["number"], False)["hash"] != head["hash"]:  # noqa: FBT003
        raise RuntimeError("the chain was reorganised meanwhile; run again")
    return ledger, last


def from_both(base: str, rpc: str, sample: int | None = None) -> tuple[Ledger, int]:
    """Recount from a node whose chain is the one that the town's pages name."""
    manifest = _fetch(base.rstrip("/") + "/manifest.json")
    contract = manifest["contract"]
    genesis = ask(rpc, "eth_getBlockByNumber", "0x0", False)["hash"]  # noqa: FBT003
    if (int(ask(rpc, "eth_chainId"), 16), genesis) != (manifest["chain_id"], manifest["genesis"]):
        raise Inconsistent(contract, "the node is on another chain than the pages")
    return from_node(rpc, contract, manifest["deploy_block"], sample)


def _node_logs(rpc: str, contract: str, first: int, last: int) -> list[dict[str, Json]]:
    logs: list[dict[str, Json]] = []
    step = BLOCKS_AT_ONCE
    while first <= last:
        until = min(last, first + step - 1)
        wanted = {"fromBlock": hex(first), "toBlock": hex(until)}
        try:
            logs += ask(rpc, "eth_getLogs", {"address": contract, "topics": [TOPICS], **wanted})
        except RuntimeError:
            if step == 1:
                raise
            step //= 2  # nodes limit how much they answer at once
            continue
        first = until + 1
    return logs


def told(figures: dict[str, Json], words: dict[str, str]) -> str:
    """The figures as lines for a person."""
    lines = [f"{words[name.replace('_', '-')]}: {figures[name]}" for name in (*PEOPLE, *CHANGES)]
    lines += ["", f"{words['ladder']}:"]
    lines += [f"  {words[step]}: {count}" for step, count in figures["ladder"].items()]
    lines += [f"  {words['ladder-note']}", ""]
    for month, count in figures["months"].items():
        lines.append(
            f"{words['month']} {month}: {words['new']} {count['new']}, "
            f"{words['again']} {count['again']}"
        )
    lines += ["", f"{words['retention']}:"]
    for month, came in figures["retention"].items():
        later = [
            f"+{after} {count} ({count / came[0]:.0%})" for after, count in enumerate(came) if after
        ]
        lines.append(f"  {month}: {', '.join([str(came[0]), *later])}")
    lines += ["", f"{words['blocks']}: {figures['to_block']}"]
    lines.append(f"{words['digest']}: {figures['digest']}")
    return "\n".join(lines) + "\n"


def tables(figures: dict[str, Json], words: dict[str, str]) -> Iterator[list[Json]]:
    """The months and who came again, as the lines of one spreadsheet."""
    yield [words["month"], words["new"], words["again"]]
    for month, count in figures["months"].items():
        yield [month, count["new"], count["again"]]
    yield []
    longest = max(map(len, figures["retention"].values()), default=1)
    later = [f"+{after} {words['after']}" for after in range(1, longest)]
    yield [words["retention"], words["people"], *later]
    for month, came in figures["retention"].items():
        yield [month, *came]
    yield []
    for step, count in figures["ladder"].items():
        yield [words[step], count]
    yield [words["digest"], figures["digest"]]


def main(arguments: list[str] | None = None) -> int:
    """Recount and print; 0 when the logs agree with each other, 1 when not, 2 when out of reach."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", nargs="?", help="address of the proof pages")
    parser.add_argument("--rpc", help="address of a node's JSON-RPC")
    parser.add_argument("--contract", help="address of the contract, for --rpc without pages")
    parser.add_argument("--from-block", type=int, default=0)
    parser.add_argument("--sample", type=int, help="compare only so many stored words")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--csv", metavar="FILE", help="write the tables for a spreadsheet")
    parser.add_argument("--lang", choices=LANGUAGES, default="ja")
    wanted = parser.parse_args(arguments)
    try:
        if wanted.pages and wanted.rpc:
            ledger, last = from_both(wanted.pages, wanted.rpc, wanted.sample)
        elif wanted.rpc and wanted.contract:
            ledger, last = from_node(wanted.rpc, wanted.contract, wanted.from_block, wanted.sample)
        elif wanted.pages:
            ledger, last = from_pages(wanted.pages)
        else:
            parser.error("give the address of the proof pages, or --rpc and --contract")
    except Inconsistent as found:
        sys.stderr.write(f"{found}\n")
        return 1
    except (OSError, ValueError, RuntimeError) as away:
        sys.stderr.write(f"{away}\n")
        return 2
    figures, words = dict(ledger.figures(), to_block=last), WORDS[wanted.lang]
    if wanted.csv:
        with Path(wanted.csv).open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(tables(figures, words))
    if wanted.json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
        return 0
    sys.stdout.write(told(figures, words))
    if wanted.rpc:
        sys.stdout.write(words["agrees"] + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
