"""Each part of a town of one machine is told what it needs, and nothing more."""

from kashima.parts import Part, Surroundings, stages
from kashima.readiness import AnswersHttp, Finishes

TOWN = Surroundings(
    host="0.0.0.0",  # noqa: S104  nothing listens here
    world_port=8700,
    admin_port=8701,
    minter_port=8702,
    chain_port=8545,
    public_url="http://127.0.0.1:8700",
    admin_url="http://127.0.0.1:8701",
    database_url="sqlite+aiosqlite:////var/kashima.db",
    redis_url="redis://:open-sesame@127.0.0.1:8704/0",
    redis_command=["redis-server", "/var/redis.conf"],
    chain_command=["anvil"],
    secrets="/var/secrets",
    minter_secrets="/var/secrets/minter",
    contract_file="/var/contract.json",
    snapshot_folder="/var/chain",
    inherited={"PATH": "/bin", "KASHIMA_LOG_LEVEL": "DEBUG"},
)


def parts() -> dict[str, Part]:
    return {part.name: part for stage in stages(TOWN) for part in stage}


def test_what_others_stand_on_starts_first() -> None:
    assert [sorted(part.name for part in stage) for stage in stages(TOWN)] == [
        ["chain", "migrate", "redis"],
        ["admin", "invite", "minter", "world"],
    ]


def test_only_the_minter_is_shown_the_folder_with_the_key() -> None:
    shown = {
        name for name, part in parts().items() if TOWN.minter_secrets in part.environment.values()
    }
    assert shown == {"minter"}


def test_no_secret_is_handed_over_in_the_environment_or_on_a_command_line() -> None:
    for part in parts().values():
        assert not any("open-sesame" in value for value in part.environment.values())
        assert not any("open-sesame" in word for word in part.command)


def test_what_the_operator_has_set_reaches_every_part() -> None:
    for part in parts().values():
        assert part.environment["KASHIMA_LOG_LEVEL"] == "DEBUG"


def test_every_process_of_ours_uses_the_same_database_and_addresses() -> None:
    for name in ("migrate", "world", "admin", "minter", "invite"):
        environment = parts()[name].environment
        assert environment["KASHIMA_DATABASE_URL"] == TOWN.database_url
        assert environment["KASHIMA_PUBLIC_URL"] == TOWN.public_url
        assert environment["KASHIMA_ADMIN_URL"] == TOWN.admin_url


def test_the_minter_is_for_this_machine_only_and_the_pages_for_whom_the_operator_says() -> None:
    assert parts()["world"].environment["KASHIMA_HOST"] == "0.0.0.0"  # noqa: S104  as above
    assert parts()["minter"].environment["KASHIMA_HOST"] == "127.0.0.1"


def test_a_server_is_ready_when_it_answers_and_a_one_shot_when_it_is_done() -> None:
    found = parts()
    for name, port in (("world", 8700), ("admin", 8701), ("minter", 8702)):
        readiness = found[name].readiness
        assert isinstance(readiness, AnswersHttp)
        assert readiness.port == port
    for name in ("migrate", "invite"):
        assert isinstance(found[name].readiness, Finishes)


def test_stopping_one_stage_after_another_takes_less_than_ten_seconds() -> None:
    assert sum(max(part.patience for part in stage) for stage in stages(TOWN)) < 10
