"""One command brings a town up, keeps it up, takes all of it down, and says what is wrong."""

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest
import requests
from running_town import (
    RunningTown,
    await_gone,
    environment,
    is_running,
    kashima,
    running_town,
)

PASSPORT = {"nickname": "さくら", "look": 0, "language": "ja", "remember": True}


def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=5).status_code == 200
    except requests.ConnectionError:
        return False


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTown]:
    with running_town(tmp_path_factory.mktemp("town") / "var") as running:
        yield running


def test_three_links_and_all_of_them_open(town: RunningTown) -> None:
    assert answers(town.town)
    assert "<html" in requests.get(town.town, timeout=5).text
    assert "/staff/invite/" in town.staff
    assert answers(town.staff)
    assert answers(town.proof)


def test_progress_is_one_short_line_a_step(town: RunningTown) -> None:
    steps = [line for line in town.said if "✓" in line]
    assert len(steps) == 7
    assert all(re.fullmatch(r"  ✓ [\w -]+ \(\d+\.\d s\)", line) for line in steps)
    assert len([line for line in town.said if "http" in line]) == 3


def test_no_secret_shows_in_a_command_line_an_environment_or_a_log(town: RunningTown) -> None:
    secrets = [
        path.read_text().strip() for path in (town.var / "secrets").rglob("*") if path.is_file()
    ]
    secrets.append(town.staff.rsplit("/", 1)[1])
    assert len(secrets) >= 5
    seen = [path.read_text() for path in (town.var / "log").iterdir()]
    for process in town.parts():
        alive = psutil.Process(process)
        seen += [*alive.cmdline(), *alive.environ().values()]
    for secret in secrets:
        assert not any(secret in text for text in seen)


def test_what_is_kept_is_closed_to_others(town: RunningTown) -> None:
    assert town.var.stat().st_mode & 0o077 == 0
    for path in (town.var / "secrets").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_second_start_in_the_same_folder_is_refused_in_one_sentence(town: RunningTown) -> None:
    refused = kashima("up", var=town.var)
    assert refused.returncode == 1
    [sentence] = refused.stdout.splitlines()
    assert sentence.startswith(f"The town in {town.var} is already running")
    assert str(town.process.pid) in sentence
    assert answers(town.town)


def test_the_doctor_sees_that_it_runs(town: RunningTown) -> None:
    seen = kashima("doctor", var=town.var)
    assert seen.returncode == 0
    assert f"is running (process {town.process.pid})" in seen.stdout


@pytest.mark.parametrize("verb", ["world", "admin", "minter"])
def test_a_part_that_is_killed_comes_back(town: RunningTown, verb: str) -> None:
    before = town.part(verb)
    psutil.Process(before).kill()
    until(lambda: not is_running(before))
    until(lambda: any(f"kashima {verb}" in command for command in town.parts().values()))
    until(lambda: answers(town.town) and answers(town.staff))


@pytest.mark.parametrize("program", ["redis-server", "anvil"])
def test_the_town_lives_through_the_loss_of_what_it_stands_on(
    town: RunningTown, program: str
) -> None:
    [before] = [pid for pid, command in town.parts().items() if f"/{program} " in command]
    psutil.Process(before).kill()
    until(lambda: not is_running(before))
    until(lambda: any(f"/{program} " in command for command in town.parts().values()))
    until(lambda: answers(town.town) and answers(town.proof))


def test_ctrl_c_stops_all_of_it_and_the_next_start_finds_everything(tmp_path: Path) -> None:
    var = tmp_path / "var"
    browser = requests.Session()
    with running_town(var) as first:
        origin = first.town.rstrip("/")
        entered = browser.post(
            f"{origin}/api/passport", json=PASSPORT, headers={"Origin": origin}, timeout=10
        )
        assert entered.status_code == 201, entered.text
        family = list(first.parts())
        assert len(family) >= 5
        code, seconds = first.stop()
        assert (code, seconds < 10) == (0, True)
        assert [pid for pid in family if is_running(pid)] == []
        rest = first.process.stdout.read() if first.process.stdout else ""
        assert rest.splitlines()[-1].startswith("Everything has stopped (")
    began = time.monotonic()
    with running_town(var) as second:
        took = time.monotonic() - began
        passport = browser.get(f"{second.town}api/passport", timeout=10)
        assert passport.json()["visitor"]["nickname"] == "さくら"
        assert second.staff != first.staff
        code, _ = second.stop(signal.SIGTERM)
        assert code == 0
    assert took < 60, "the second start takes seconds"


def test_killing_the_supervisor_outright_leaves_nothing_behind(tmp_path: Path) -> None:
    with running_town(tmp_path / "var") as town:
        family = list(town.parts())
        town.process.kill()
        town.process.wait()
        await_gone(family)


def test_stopped_while_it_starts_it_leaves_nothing_behind(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "kashima", "up"],
        env=environment(tmp_path / "var", {}),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        while "✓" not in (line := process.stdout.readline()):
            assert line, "it ended by itself"
        family = [child.pid for child in psutil.Process(process.pid).children(recursive=True)]
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        assert [pid for pid in family if is_running(pid)] == []


def test_a_taken_port_is_one_sentence_with_what_to_do(tmp_path: Path) -> None:
    with closing(socket.socket()) as somebody:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        port = str(somebody.getsockname()[1])
        for verb in ("up", "doctor"):
            refused = kashima(verb, var=tmp_path / "var", more={"KASHIMA_ADMIN_PORT": port})
            assert refused.returncode == 1
            sentence = f"Port {port} is used by another program: stop it, or choose another with"
            told = [line for line in refused.stdout.splitlines() if sentence in line]
            assert len(told) == 1
            assert told[0].endswith("KASHIMA_ADMIN_PORT.")
    assert not (tmp_path / "var" / "kashima.db").exists()


@pytest.mark.parametrize("verb", ["world", "admin", "minter"])
def test_a_taken_port_is_one_sentence_for_a_process_by_itself(
    tmp_path: Path, sqlite_url: str, redis_url: str, verb: str
) -> None:
    with closing(socket.socket()) as somebody:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        port = str(somebody.getsockname()[1])
        more = {
            "KASHIMA_PORT": port,
            "KASHIMA_SECRET": "s" * 40,
            "KASHIMA_DATABASE_URL": sqlite_url,
            "KASHIMA_REDIS_URL": redis_url,
        }
        refused = kashima(verb, var=tmp_path / "var", more=more)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert refused.stderr.splitlines()[-1] == (
        f"Port {port} is used by another program: stop it, or choose another with KASHIMA_PORT."
    )


def test_a_node_too_old_is_one_sentence(tmp_path: Path) -> None:
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho v18.19.0\n")
    node.chmod(0o755)
    refused = kashima("up", var=tmp_path / "var", more={"PATH": str(tmp_path)})
    assert refused.returncode == 1
    assert refused.stdout == (
        "Node.js 18.19.0 is too old: install Node.js 20 or newer and try again.\n"
    )


def test_a_part_that_cannot_start_is_named_with_its_last_words(tmp_path: Path) -> None:
    broken = "sqlite+aiosqlite:////nowhere/at/all/kashima.db"
    refused = kashima("up", var=tmp_path / "var", more={"KASHIMA_DATABASE_URL": broken})
    assert refused.returncode == 1
    assert "Everything was stopped, because the database stopped working." in refused.stdout
    assert "unable to open database file" in refused.stdout
