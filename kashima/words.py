"""Every sentence the command line says to an operator, in Japanese and in English.

Kept free of everything outside Python 3.8's syntax and standard library, because `make` speaks
these sentences before anything is installed.
"""

from __future__ import annotations

import io
import sys

TEXTS: dict[str, tuple[str, str]] = {
    # what can be wrong: one sentence saying what, one saying what to do
    "python-old": (
        "Python {found} は古すぎます。Python {wanted} 以上を入れて、もう一度実行してください。",
        "Python {found} is too old: install Python {wanted} or newer and try again.",
    ),
    "venv-missing": (
        "この Python には venv がありません。python3-venv を入れて、もう一度実行してください。",
        "This Python has no venv module: install python3-venv and try again.",
    ),
    "node-missing": (
        "Node.js が見つかりません。Node.js {wanted} 以上を入れて、もう一度実行してください。",
        "Node.js was not found: install Node.js {wanted} or newer and try again.",
    ),
    "node-old": (
        "Node.js {found} は古すぎます。Node.js {wanted} 以上を入れて、もう一度実行してください。",
        "Node.js {found} is too old: install Node.js {wanted} or newer and try again.",
    ),
    "disk-full": (
        "{folder} のディスクの空きが {free} MB しかありません。{wanted} MB 以上空けてください。",
        "Only {free} MB are free on the disk of {folder}: make room for at least {wanted} MB.",
    ),
    "folder-unwritable": (
        (
            "{folder} に書き込めません。"
            "書き込めるようにするか、KASHIMA_VAR で別の場所を指定してください。"
        ),
        "{folder} cannot be written to: allow it, or name another folder with KASHIMA_VAR.",
    ),
    "already-running": (
        (
            "{folder} の町はもう動いています（プロセス {process}）。"
            "止めてから始めるか、KASHIMA_VAR で別の場所を指定してください。"
        ),
        (
            "The town in {folder} is already running (process {process}): "
            "stop it first, or name another folder with KASHIMA_VAR."
        ),
    ),
    "port-taken": (
        (
            "ポート {port} は別のプログラムが使っています。"
            "それを止めるか、{setting} で別の番号を指定してください。"
        ),
        "Port {port} is used by another program: stop it, or choose another with {setting}.",
    ),
    "task-died": (
        "中の仕事（{parts}）が止まったので、終了しました。理由は記録に書いてあります。",
        "Stopped, because a part of it ({parts}) stopped working; the log says why.",
    ),
    "redis-missing": (
        (
            "Redis が見つかりません。redis-server か valkey-server を入れるか、"
            "make run で部品を入れ直してください。"
        ),
        "Redis was not found: install redis-server or valkey-server, or let make run set it up.",
    ),
    "chain-missing": (
        "チェーン（anvil）がまだ入っていません。make run を実行してください。",
        "The chain (anvil) is not installed yet: run make run.",
    ),
    "client-missing": (
        "ブラウザの画面がまだ作られていません。make run を実行してください。",
        "The browser client is not built yet: run make run.",
    ),
    "part-failed": (
        "{part}が動かなくなったので、全部を止めました。記録は {log} にあります。最後の行:",
        "Everything was stopped, because {part} stopped working. Log: {log}; its last lines:",
    ),
    "settings-missing": (
        "設定 {setting} がありません。環境変数か KASHIMA_SECRETS_DIR のファイルで与えてください。",
        (
            "The setting {setting} is missing: give it in the environment "
            "or as a file in KASHIMA_SECRETS_DIR."
        ),
    ),
    "settings-wrong": (
        "設定 {setting} が正しくありません（{reason}）。直して、もう一度実行してください。",
        "The setting {setting} is not right ({reason}): correct it and try again.",
    ),
    # the command line
    "about": ("バーチャル鹿島を動かす。", "Runs Virtual Kashima."),
    "verb-up": ("一台の機械で町全体を動かす", "run the whole town on this machine"),
    "verb-doctor": ("動かない原因を調べる", "say what would keep the town from starting"),
    "verb-invite": ("職員を招くリンクを作る", "print a one-time link for a new member of staff"),
    "verb-verify": (
        "バッジと再訪をチェーンだけから数え直す",
        "recount badges and returns from the chain alone",
    ),
    "verb-contract": (
        "バッジの契約の控えを表示する（--pending：管理者がすること）",
        "print the papers of the badges' contract (--pending: what its admin has to do)",
    ),
    "contract-none": (
        "バッジの契約はまだありません。",
        "There is no contract of badges yet.",
    ),
    "contract-nothing-pending": (
        "契約の管理者がすることはありません。",
        "There is nothing the contract's admin has to do.",
    ),
    "contract-call": (
        "{why}\n  管理者 {admin} から送る取引\n  宛先: {to}\n  データ: {data}",
        "{why}\n  to be sent by the admin {admin}\n  to: {to}\n  data: {data}",
    ),
    "verb-reissue": (
        "終わったチェーンのバッジを、新しいチェーンへ発行し直す",
        "issue every badge again on another chain, when its own has ended",
    ),
    "reissue-what": (
        (
            "契約 {contract}（チェーン {old}）を離れ、チェーン {new} で発行し直します。\n"
            "  発行し直すバッジ: {again} 個（{badges} 種類）\n"
            "  ウォレットに直接渡すもの: {moved} 個、同じ人の重なりで1つにするもの: {merged} 個\n"
            "  止めてあり、そのまま残すもの: {parked} 個\n"
            "  2日以上来た人: {returners} 人\n"
            "  照合値: {digest}"
        ),
        (
            "Leaves the contract {contract} (chain {old}) and issues again on chain {new}.\n"
            "  badges to be issued again: {again} of {badges} kinds\n"
            "  given to wallets directly: {moved}; two of one person made one: {merged}\n"
            "  set aside, and left so: {parked}\n"
            "  holders with 2 or more days: {returners}\n"
            "  digest: {digest}"
        ),
    ),
    "reissue-cost": (
        "  手数料の見込み: {cost} ETH、{account} の残高: {balance} ETH",
        "  fees, about: {cost} ETH; {account} has {balance} ETH",
    ),
    "reissue-how": (
        (
            "まだ何もしていません。行うには、発行係を止めてから、"
            "--leave {contract} を付けてもう一度実行してください。"
        ),
        "Nothing was done. To do it, stop the minter and run this again with --leave {contract}",
    ),
    "reissue-done": (
        (
            "発行の列に並べました。控え: {record}\n"
            "KASHIMA_EMBEDDED_CHAIN=false と KASHIMA_ALLOW_DEPLOY=true で発行係を動かすと、"
            "新しい契約が作られ、順に発行されます。"
            "終わったら kashima verify で照合値を比べてください。"
        ),
        (
            "Everything is in line again. Record: {record}\n"
            "Start the minter with KASHIMA_EMBEDDED_CHAIN=false and KASHIMA_ALLOW_DEPLOY=true: it "
            "makes the new contract and issues in turn. Then compare digests with kashima verify."
        ),
    ),
    "reissue-nothing": (
        "離れる契約がありません。発行係が最初の契約を作ります。",
        "There is no contract to leave: the minter makes the first one.",
    ),
    "reissue-own-chain": (
        "町のチェーンは控えから元どおりになります。発行し直す必要はありません。",
        "The town's own chain comes back from its journal: there is nothing to issue again.",
    ),
    "reissue-minter": (
        "発行係が働いています。止めて、10秒ほど待ってから、もう一度実行してください。",
        "A minter is at work: stop it, wait ten seconds, and try again.",
    ),
    "reissue-not-confirmed": (
        "--leave には、いま記録されている契約のアドレスを書いてください。何もしていません。",
        "--leave has to name the contract that is recorded now. Nothing was done.",
    ),
    "reissue-still-there": (
        (
            "その契約は、このチェーンでまだ生きています。それでも離れるなら "
            "--although-it-lives を付けてください。"
        ),
        "That contract still lives on this chain. To leave it all the same: --although-it-lives",
    ),
    "verb-world": ("町のプロセスだけを動かす", "run one world process"),
    "verb-admin": ("職員の画面だけを動かす", "run the staff pages"),
    "verb-minter": ("バッジ発行だけを動かす", "run the minter"),
    "verb-migrate": ("データベースを最新の形にする", "bring the database to the newest schema"),
    "verb-chain": ("試験用のチェーンだけを動かす", "run the test chain alone"),
    "verb-town": ("町のデータを調べる", "check the data of a town"),
    "verb-bots": (
        "ボットの来訪者を町に入れる",
        "let bots visit the town",
    ),
    "bots-elsewhere": (
        (
            "{town} はこの機械ではありません。"
            "ほかの機械の町には、管理者の許しがあるときだけ --yes-elsewhere を付けて入れます。"
        ),
        (
            "{town} is not on this machine: add --yes-elsewhere "
            "only when those who run that town have agreed."
        ),
    ),
    "bots-coming": (
        "{count} 体のボットが {town} に向かいます。止めるときは Ctrl-C を押します。",
        "{count} bots set out for {town}. Press Ctrl-C to stop.",
    ),
    "bots-standing": (
        "  町に {here}、途中 {coming}、行列 {waiting}、中断 {away}、拒否 {refused}{why}",
        (
            "  {here} here, {coming} on their way, {waiting} in line, {away} away, "
            "{refused} refused{why}"
        ),
    ),
    "bots-gone": (
        "ボットは町を出ました。入れたのは {count} 体中 {welcomed} 体です。",
        "The bots have left; {welcomed} of {count} had come in.",
    ),
    "invited": (
        "職員（{role}）の登録用リンク。一回だけ使えます。",
        "A link for one new member of staff ({role}). It works once.",
    ),
    "recount-agrees": (
        "チェーンとデータベースは一致しています。",
        "The chain and the database agree.",
    ),
    "recount-differs": (
        "チェーンとデータベースが一致しません。",
        "The chain and the database do not agree.",
    ),
    "away": (
        "チェーンかデータベースに届きません。kashima up を動かしてから、もう一度実行してください。",
        "The chain or the database cannot be reached: start kashima up and try again.",
    ),
    # doctor
    "all-well": ("問題はありません。", "Nothing is wrong."),
    "is-running": (
        "{folder} の町は動いています（プロセス {process}）。",
        "The town in {folder} is running (process {process}).",
    ),
    "checked-python": ("Python", "Python"),
    "checked-node": ("Node.js", "Node.js"),
    "checked-disk": ("ディスク", "disk"),
    "checked-folder": ("保存場所", "folder"),
    "checked-ports": ("ポート", "ports"),
    "checked-redis": ("Redis", "Redis"),
    "checked-chain": ("チェーン", "chain"),
    "checked-client": ("画面", "client"),
    # the parts of the town
    "part-redis": ("Redis", "Redis"),
    "part-chain": ("チェーン", "the chain"),
    "part-migrate": ("データベース", "the database"),
    "part-world": ("町", "the town"),
    "part-admin": ("職員の画面", "the staff pages"),
    "part-minter": ("バッジ発行", "the minter"),
    "part-invite": ("職員の入口", "the staff sign-in"),
    # what make sets up
    "part-venv": ("Python の環境", "a Python environment"),
    "part-python": ("Python の部品", "Python packages"),
    "part-python-test": ("Python の部品（試験用）", "Python packages for tests"),
    "part-anvil": ("チェーンの部品", "the chain's program"),
    "part-client-parts": ("画面の部品", "parts of the browser client"),
    "part-client": ("画面の組み立て", "the browser client"),
    "part-peers": ("比較用のサーバー", "the servers ours is measured beside"),
    "part-schema": ("Compose の規格", "the Compose specification"),
    "part-chromium": ("Chromium", "Chromium"),
    "step-failed": ("{part}の用意に失敗しました。", "Setting up {part} failed."),
    # starting, running, stopping
    "starting": ("バーチャル鹿島を始めます。", "Starting Virtual Kashima."),
    "step-done": ("  ✓ {part}（{seconds} 秒）", "  ✓ {part} ({seconds} s)"),
    "step-waiting": ("  … {parts}（{seconds} 秒）", "  … {parts} ({seconds} s)"),
    "ready": ("準備ができました（{seconds} 秒）。", "Ready after {seconds} s."),
    "link-town": ("町の入口", "The town"),
    "link-invite": ("最初の職員の登録（一回限り）", "First member of staff (works once)"),
    "link-staff": ("職員の入口", "Staff sign-in"),
    "link-proof": ("バッジの証明", "Proof of the badges"),
    "how-to-stop": (
        "止めるときは Ctrl-C を押します。記録は {folder} にあります。",
        "Press Ctrl-C to stop. Logs are in {folder}.",
    ),
    "restarting": (
        "{part}が止まったので、{seconds} 秒後に動かし直します。",
        "Starting {part} again in {seconds} s, because it stopped.",
    ),
    "restarted": ("{part}はまた動いています。", "Running again: {part}."),
    "stopping": ("止めています…", "Stopping…"),
    "stopped": ("全部止まりました（{seconds} 秒）。", "Everything has stopped ({seconds} s)."),
}


def is_japanese(locale: str) -> bool:
    """Japanese unless the operator's locale (`LANG`) names something else."""
    return locale == "" or locale.lower().startswith("ja")


def speak_anywhere() -> None:
    """A terminal without these letters shows question marks; it does not stop the town."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(key: str, *, japanese: bool, **values: object) -> str:
    """The sentence of that key with its values filled in."""
    ja, en = TEXTS[key]
    return (ja if japanese else en).format(**values)
