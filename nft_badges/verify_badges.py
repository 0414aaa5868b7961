"""Recounts the visit badges of Kashima from the chain, with nothing but Python 3.9 or newer.

    python3 verify_badges.py https://town.example/proof
    python3 verify_badges.py --rpc https://node.example --contract 0x… [--from-block N]

The first form reads the raw logs over the town's own pages; the second asks any node of the chain
directly, so that nobody has to be believed, and also compares every holder's badges as the contract
stores them. Both add up the same logs: who holds what (TransferSingle, TransferBatch) and which day
each badge stands for (BadgeDefined). People are counted by address; a returner is a holder with
badges of two or more different days.

--json prints the figures for another program, --lang ja|en|th|ko|zh-TW chooses the words.
The digest is SHA-256 over one line "address,badge" for each badge held, sorted: two recounts with
the same digest agree about every single badge.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import urllib.parse
import urllib.request
from collections import defaultdict
from datetime import date, timedelta

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    Json = Any

# keccak256 of the event signatures; any Ethereum explorer shows the same values.
TRANSFER_SINGLE = "0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62"
TRANSFER_BATCH = "0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb"
BADGE_DEFINED = "0x98d1abf3a52736a778906258279564934d270dae0e6c43cf2ca988f1d30d9a79"
BADGES_OF = "c44db96d"  # first four bytes of keccak256("badgesOf(address,uint256)")

NOBODY = "0x" + 40 * "0"
EPOCH = date(1970, 1, 1)
BLOCKS_AT_ONCE = 2_000
SECONDS = 60
RETURNER_DAYS = 2

WORDS = {
    "ja": {
        "badges": "バッジの種類",
        "tokens": "持たれているバッジ",
        "holders": "持っている人",
        "returners": "2日以上来た人",
        "taken-back": "取り消し",
        "digest": "照合値",
        "blocks": "ブロック",
        "month": "月",
        "new": "はじめて",
        "again": "再訪",
        "agrees": "契約が保存している値とも一致しました。",
    },
    "en": {
        "badges": "kinds of badge",
        "tokens": "badges held",
        "holders": "holders",
        "returners": "holders with 2 or more days",
        "taken-back": "taken back",
        "digest": "digest",
        "blocks": "blocks",
        "month": "month",
        "new": "new",
        "again": "returning",
        "agrees": "What the contract itself stores says the same.",
    },
    "th": {
        "badges": "ชนิดของแบดจ์",
        "tokens": "แบดจ์ที่มีผู้ถือ",
        "holders": "ผู้ถือ",
        "returners": "ผู้ที่มา 2 วันขึ้นไป",
        "taken-back": "ที่ถอนคืน",
        "digest": "ค่าตรวจสอบ",
        "blocks": "บล็อก",
        "month": "เดือน",
        "new": "มาครั้งแรก",
        "again": "กลับมาอีก",
        "agrees": "ตรงกับค่าที่สัญญาเก็บไว้",
    },
    "ko": {
        "badges": "배지 종류",
        "tokens": "보유 중인 배지",
        "holders": "보유자",
        "returners": "2일 이상 온 사람",
        "taken-back": "취소됨",
        "digest": "대조값",
        "blocks": "블록",
        "month": "월",
        "new": "처음",
        "again": "재방문",
        "agrees": "컨트랙트가 저장한 값과도 일치합니다.",
    },
    "zh-TW": {
        "badges": "徽章種類",
        "tokens": "持有中的徽章",
        "holders": "持有人",
        "returners": "來過兩天以上的人",
        "taken-back": "已撤銷",
        "digest": "核對值",
        "blocks": "區塊",
        "month": "月份",
        "new": "首次",
        "again": "再訪",
        "agrees": "與合約儲存的值一致。",
    },
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
        self.taken_back = 0

    def take(self, log: dict[str, Json]) -> None:
        """Add up one raw log; raise Inconsistent when it cannot follow those before."""
        topics, data = log["topics"], bytes.fromhex(log["data"][2:])
        if topics[0] == TRANSFER_SINGLE:
            badge, amount = _words(data)[:2]
            self._move(_address(topics[2]), _address(topics[3]), [(badge, amount)])
        elif topics[0] == TRANSFER_BATCH:
            words = _words(data)
            ids, amounts = _array(words, words[0]), _array(words, words[1])
            self._move(
                _address(topics[2]),
                _address(topics[3]),
                [(badge, amounts[at]) for at, badge in enumerate(ids)],
            )
        elif topics[0] == BADGE_DEFINED:
            self.days[int(topics[1], 16)] = EPOCH + timedelta(days=_words(data)[0])

    def _move(self, giver: str, taker: str, badges: list[tuple[int, int]]) -> None:
        for badge, amount in badges:
            if amount == 0:
                continue
            if giver != NOBODY:
                if badge not in self.held[giver]:
                    raise Inconsistent(giver, f"gave away badge {badge} without having it")
                self.held[giver].remove(badge)
            if taker == NOBODY:
                self.taken_back += 1
            elif badge in self.held[taker]:
                raise Inconsistent(taker, f"was given badge {badge} twice")
            else:
                self.held[taker].add(badge)

    def lines(self) -> Iterator[str]:
        """One line for each badge held, sorted: what the digest is made of."""
        for holder in sorted(self.held):
            for badge in sorted(self.held[holder]):
                yield f"{holder},{badge}\n"

    def digest(self) -> str:
        """SHA-256 over every badge held."""
        return hashlib.sha256("".join(self.lines()).encode()).hexdigest()

    def visit_days(self) -> dict[str, list[date]]:
        """The different days of each holder's badges, in order."""
        return {
            holder: sorted({self.days[badge] for badge in badges})
            for holder, badges in self.held.items()
            if badges
        }

    def figures(self) -> dict[str, Json]:
        """Everything a report says, as plain values."""
        days = self.visit_days()
        months: dict[str, dict[str, int]] = defaultdict(lambda: {"new": 0, "again": 0})
        for visits in days.values():
            first = visits[0].isoformat()[:7]
            for month in sorted({day.isoformat()[:7] for day in visits}):
                months[month]["new" if month == first else "again"] += 1
        return {
            "badges": len(self.days),
            "tokens": sum(len(badges) for badges in self.held.values()),
            "holders": len(days),
            "returners": sum(1 for visits in days.values() if len(visits) >= RETURNER_DAYS),
            "taken_back": self.taken_back,
            "months": dict(sorted(months.items())),
            "digest": self.digest(),
        }

    def words(self) -> dict[tuple[str, int], int]:
        """What `badgesOf(holder, page)` of the contract must answer, by holder and page."""
        pages: dict[tuple[str, int], int] = defaultdict(int)
        for holder, badges in self.held.items():
            for badge in badges:
                pages[holder, badge >> 8] |= 1 << (badge & 255)
        return dict(pages)


def recount(logs: Iterable[dict[str, Json]]) -> Ledger:
    """Add up raw logs in the order of the chain."""
    ledger = Ledger()
    for log in sorted(
        logs, key=lambda one: (int(one["blockNumber"], 16), int(one["logIndex"], 16))
    ):
        ledger.take(log)
    return ledger


def _words(data: bytes) -> list[int]:
    return [int.from_bytes(data[at : at + 32], "big") for at in range(0, len(data), 32)]


def _array(words: list[int], offset: int) -> list[int]:
    start = offset // 32
    return words[start + 1 : start + 1 + words[start]]


def _address(topic: str) -> str:
    return "0x" + topic[-40:].lower()


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


def from_node(rpc: str, contract: str, first: int) -> tuple[Ledger, int]:
    """Recount from any node of the chain, then compare with what the contract stores."""
    last = int(ask(rpc, "eth_blockNumber"), 16)
    ledger = recount(_node_logs(rpc, contract, first, last))
    for (holder, page), word in sorted(ledger.words().items()):
        call = {"to": contract, "data": f"0x{BADGES_OF}{holder[2:]:0>64}{page:064x}"}
        if int(ask(rpc, "eth_call", call, hex(last)), 16) != word:
            raise Inconsistent(holder, "the contract stores other badges")
    return ledger, last


def _node_logs(rpc: str, contract: str, first: int, last: int) -> list[dict[str, Json]]:
    logs: list[dict[str, Json]] = []
    step = BLOCKS_AT_ONCE
    while first <= last:
        until = min(last, first + step - 1)
        wanted = {
            "address": contract,
            "fromBlock": hex(first),
            "toBlock": hex(until),
            "topics": [[TRANSFER_SINGLE, TRANSFER_BATCH, BADGE_DEFINED]],
        }
        try:
            logs += ask(rpc, "eth_getLogs", wanted)
        except RuntimeError:
            if step == 1:
                raise
            step //= 2  # nodes limit how much they answer at once
            continue
        first = until + 1
    return logs


def told(figures: dict[str, Json], words: dict[str, str]) -> str:
    """The figures as lines for a person."""
    lines = [
        f"{words['badges']}: {figures['badges']}",
        f"{words['tokens']}: {figures['tokens']}",
        f"{words['holders']}: {figures['holders']}",
        f"{words['returners']}: {figures['returners']}",
        f"{words['taken-back']}: {figures['taken_back']}",
    ]
    for month, count in figures["months"].items():
        lines.append(
            f"{words['month']} {month}: {words['new']} {count['new']}, "
            f"{words['again']} {count['again']}"
        )
    lines.append(f"{words['blocks']}: {figures['to_block']}")
    lines.append(f"{words['digest']}: {figures['digest']}")
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Recount and print; 0 when the logs agree with each other, 1 when not, 2 when out of reach."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", nargs="?", help="address of the proof pages")
    parser.add_argument("--rpc", help="address of a node's JSON-RPC")
    parser.add_argument("--contract", help="address of the contract, for --rpc")
    parser.add_argument("--from-block", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--lang", choices=sorted(WORDS), default="ja")
    wanted = parser.parse_args(arguments)
    try:
        if wanted.rpc and wanted.contract:
            ledger, last = from_node(wanted.rpc, wanted.contract, wanted.from_block)
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
    figures = dict(ledger.figures(), to_block=last)
    if wanted.json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
        return 0
    words = WORDS[wanted.lang]
    sys.stdout.write(told(figures, words))
    if wanted.rpc:
        sys.stdout.write(words["agrees"] + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
