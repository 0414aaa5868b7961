"""What keeps a town from starting is named, and a good machine is left in peace."""

from dataclasses import replace

import pytest

from kashima import checks
from kashima.checks import Installed, Machine, Port, Problem

GOOD = Machine(
    python=(3, 11, 0),
    has_venv=True,
    node=(20, 0, 0),
    folder="var",
    folder_is_writable=True,
    free_mb=500,
)


def keys(findings: dict[str, list[Problem]]) -> list[str]:
    return [problem.key for problems in findings.values() for problem in problems]


def test_the_least_machine_is_good_enough() -> None:
    assert keys(checks.of_machine(GOOD)) == []


@pytest.mark.parametrize(
    ("machine", "key"),
    [
        (replace(GOOD, python=(3, 10, 14)), "python-old"),
        (replace(GOOD, python=(2, 7, 18)), "python-old"),
        (replace(GOOD, has_venv=False), "venv-missing"),
        (replace(GOOD, node=None), "node-missing"),
        (replace(GOOD, node=(18, 20, 4)), "node-old"),
        (replace(GOOD, folder_is_writable=False), "folder-unwritable"),
        (replace(GOOD, free_mb=499), "disk-full"),
    ],
)
def test_one_thing_wrong_is_one_problem(machine: Machine, key: str) -> None:
    assert keys(checks.of_machine(machine)) == [key]


def test_an_old_node_is_told_which_it_is_and_which_is_wanted() -> None:
    [problem] = checks.of_machine(replace(GOOD, node=(18, 20, 4)))["checked-node"]
    assert problem.values == {"found": "18.20.4", "wanted": 20}


def test_everything_installed_is_no_problem() -> None:
    found = Installed(redis="/usr/bin/redis-server", has_chain=True, has_client=True)
    assert keys(checks.of_installation(found)) == []


def test_everything_missing_is_three_problems() -> None:
    found = Installed(redis=None, has_chain=False, has_client=False)
    assert keys(checks.of_installation(found)) == [
        "redis-missing",
        "chain-missing",
        "client-missing",
    ]


def test_only_the_port_somebody_has_is_named_with_its_setting() -> None:
    ports = (
        Port(8700, "KASHIMA_WORLD_PORT", is_taken=True),
        Port(8701, "KASHIMA_ADMIN_PORT", is_taken=False),
    )
    assert checks.of_ports(ports)["checked-ports"] == [
        Problem("port-taken", {"port": 8700, "setting": "KASHIMA_WORLD_PORT"})
    ]
