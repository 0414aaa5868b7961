"""Where the embedded chain's program is found, and how it is started."""

import platform
import sys
from pathlib import Path

import pytest

from nft_badges import anvil


def packaged(folder: Path) -> Path:
    machine = anvil.MACHINES[platform.machine().lower()]
    path = folder / "@foundry-rs" / f"anvil-{sys.platform}-{machine}" / "bin" / "anvil"
    path.parent.mkdir(parents=True)
    path.touch()
    return path


def test_the_pinned_program_comes_before_one_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "bin" / "anvil"
    elsewhere.parent.mkdir()
    elsewhere.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(elsewhere.parent))
    modules = tmp_path / "node_modules"
    assert anvil.find_anvil(modules) == elsewhere
    assert anvil.find_anvil(modules) != packaged(modules)
    assert anvil.find_anvil(modules) == modules / packaged_name()


def packaged_name() -> str:
    machine = anvil.MACHINES[platform.machine().lower()]
    return f"@foundry-rs/anvil-{sys.platform}-{machine}/bin/anvil"


def test_without_any_program_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(anvil.AnvilMissing):
        anvil.find_anvil(tmp_path / "node_modules")


def test_the_chain_keeps_no_state_of_its_own_and_no_public_key_has_money() -> None:
    command = list(anvil.command(port=1234, anvil=Path("anvil")))
    assert not {"--state", "--dump-state", "--load-state", "--state-interval"} & set(command)
    assert command[command.index("--accounts") + 1] == "0"
    assert command[command.index("--host") + 1] == "127.0.0.1"
    assert command[command.index("--port") + 1] == "1234"
    assert {"--no-mining", "--enable-tx-gas-limit", "--disable-default-create2-deployer"} <= set(
        command
    )
