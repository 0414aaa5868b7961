"""What the code offers is in the documents, and what the documents name exists."""

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from world_server.errors import TownError

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The maker of the reference pages."""
    spec = importlib.util.spec_from_file_location(
        "make_reference", ROOT / "docs" / "make_reference.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_reference"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["settings.md", "errors.md", "metrics.md", "asyncapi.json"])
def test_the_reference_pages_say_what_the_code_says(reference: ModuleType, page: str) -> None:
    kept = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
    assert kept == reference.PAGES[page](), "run: python docs/make_reference.py"


def test_every_meter_of_a_world_is_weighed_in_the_operator_s_guide() -> None:
    from world_server.metrics import Metrics

    guide = (ROOT / "docs" / "operator.md").read_text(encoding="utf-8")
    names = [meter.name for meter in Metrics().registry.collect()]
    assert len(names) > 20
    assert [name for name in names if f"`{name}`" not in guide] == []


def test_every_meter_the_guide_names_exists() -> None:
    from nft_badges.metrics import MinterMetrics
    from world_server.metrics import Metrics

    guide = (ROOT / "docs" / "operator.md").read_text(encoding="utf-8")
    known = {
        meter.name
        for metrics in (Metrics(), MinterMetrics())
        for meter in metrics.registry.collect()
    }
    assert set(re.findall(r"`(kashima_\w+)`", guide)) <= known


def test_every_setting_is_explained(reference: ModuleType) -> None:
    unexplained = [
        f"{process}.{name}"
        for process, settings in reference.PROCESSES.items()
        for name, field in settings.model_fields.items()
        if not field.description
    ]
    assert unexplained == []


def test_every_refusal_on_the_wire_is_in_the_protocol() -> None:
    protocol = (ROOT / "world_server" / "PROTOCOL.md").read_text(encoding="utf-8")
    from world_server.protocol.closing import Close

    missing = [close.value for close in Close if f"`{close.value}`" not in protocol]
    assert missing == []


def test_every_message_is_in_the_protocol() -> None:
    from typing import get_args

    from world_server.protocol import messages
    from world_server.protocol.asked import Asked

    protocol = (ROOT / "world_server" / "PROTOCOL.md").read_text(encoding="utf-8")
    told = get_args(messages.Numbered) + get_args(messages.State)
    names = {kind.name for kind in (*told, *get_args(Asked))}
    assert {"chat", "welcome", "leave"} < names
    assert [name for name in sorted(names) if f"`{name}" not in protocol] == []


def test_refusals_have_codes_of_their_own() -> None:
    codes = [kind.code for kind in TownError.__subclasses__()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=str
)
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert broken == []


def test_the_page_about_the_live_town_names_files_that_exist() -> None:
    text = (ROOT / "docs" / "live-town.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests|live|sim|protocol|web)/[\w/.]+)`", text)
    assert len(named) > 15
    homes = [ROOT, ROOT / "world_server"]
    assert [name for name in named if not any((home / name).exists() for home in homes)] == []


def test_the_readme_walks_name_files_that_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    walks = text.split("## Two walks through the code", 1)[1].split("\n## ", 1)[0]
    named = re.findall(r"`([\w/.-]+\.(?:py|ts))`", walks)
    homes = [ROOT, ROOT / "world_server", ROOT / "assets/client/src", ROOT / "nft_badges"]
    lost = [name for name in named if not any((home / name).exists() for home in homes)]
    assert named
    assert lost == []


def test_the_page_about_badges_names_files_that_exist() -> None:
    text = (ROOT / "docs" / "badges.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:world_server|nft_badges|assets|store)/[\w/.-]+)`", text)
    assert len(named) > 8
    homes = [ROOT, ROOT / "world_server"]
    assert [name for name in named if not any((home / name).exists() for home in homes)] == []
