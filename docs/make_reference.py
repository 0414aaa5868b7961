"""Write the reference pages from the code they describe: `python docs/make_reference.py`.

A test compares the pages with what this would write, so nothing can go undocumented.
"""

import inspect
import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings

from admin.settings import AdminSettings
from kashima.settings import UpSettings
from nft_badges.metrics import MinterMetrics
from nft_badges.settings import MinterSettings
from world_server import errors
from world_server.i18n import translate
from world_server.metrics import Metrics
from world_server.protocol import asyncapi
from world_server.protocol.closing import RETRYABLE, Close
from world_server.settings import WorldSettings

FOLDER = Path(__file__).parent / "reference"
PROCESSES: dict[str, type[BaseSettings]] = {
    "world": WorldSettings,
    "admin": AdminSettings,
    "minter": MinterSettings,
    "up": UpSettings,
}
BLANKS = {"field": "…", "reason": "…", "seconds": "…", "what": "…", "state": "…", "rule": "…"}
MADE = "*Made from the code by `python docs/make_reference.py`; change it there.*\n"


def settings_page() -> str:
    """Every setting of every process: name, who reads it, default, meaning."""
    fields: dict[str, tuple[list[str], str, str]] = {}
    for process, settings in PROCESSES.items():
        for name, field in settings.model_fields.items():
            shown = "*(required)*" if field.is_required() else f"`{_plain(field.default)}`"
            readers, *_ = fields.setdefault(name, ([], shown, field.description or ""))
            readers.append(process)
    rows = [
        f"| `KASHIMA_{name.upper()}` | {', '.join(readers)} | {default} | {text} |"
        for name, (readers, default, text) in sorted(fields.items())
    ]
    return _page(
        "Settings",
        "A value comes from the environment, or from a file of the same name in lower case in the "
        "folder `KASHIMA_SECRETS_DIR` names. Each is read once, at the start of a process.",
        ["| setting | read by | default | meaning |", "|---|---|---|---|", *rows],
    )


def _plain(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, Path):
        root = Path(__file__).parent.parent
        return str(value.relative_to(root)) if value.is_relative_to(root) else str(value)
    if value == () or value is None:
        return "–"
    return str(value)


def errors_page() -> str:
    """Every refusal: code, HTTP status, whether trying again helps, meaning, and the sentence."""
    kinds = [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.TownError) and kind is not errors.TownError
    ]
    rows = [
        f"| `{kind.code}` | {kind.status} | {'yes' if kind.retryable else 'no'} "
        f"| {_first_line(kind)} | {translate('ja', f'error-{kind.code}', **BLANKS)} |"
        for kind in sorted(kinds, key=lambda kind: kind.code)
    ]
    closes = [
        f"| `{close}` | – | {'yes' if close in RETRYABLE else 'no'} "
        f"| ends a connection, see PROTOCOL.md | {translate('ja', f'error-{close}', **BLANKS)} |"
        for close in sorted(Close)
        if close.value not in {kind.code for kind in kinds}
    ]
    return _page(
        "Refusals",
        "Every refusal has a stable code; a person reads its sentence in their own language.",
        [
            "| code | HTTP | try again | meaning | 日本語 |",
            "|---|---|---|---|---|",
            *rows,
            *closes,
        ],
    )


def metrics_page() -> str:
    """Every metric: name, process, kind, meaning."""
    rows = []
    for process, registry in (
        ("world", Metrics().registry),
        ("minter", MinterMetrics().registry),
    ):
        rows += [
            f"| `{metric.name}` | {process} | {metric.type} | {metric.documentation} |"
            for metric in registry.collect()
        ]
    return _page(
        "Metrics",
        "`/metrics` of a world and of the minter, in Prometheus's format, with the bearer token of "
        "`KASHIMA_METRICS_TOKEN`.",
        ["| metric | process | kind | meaning |", "|---|---|---|---|", *sorted(rows)],
    )


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


def _page(title: str, lead: str, lines: Iterable[str]) -> str:
    return f"# {title}\n\n{lead}\n\n" + "\n".join(lines) + f"\n\n{MADE}"


def asyncapi_page() -> str:
    """The wire as an AsyncAPI document, laid out for people who compare versions."""
    return json.dumps(asyncapi.document(), ensure_ascii=False, indent=1) + "\n"


PAGES = {
    "settings.md": settings_page,
    "errors.md": errors_page,
    "metrics.md": metrics_page,
    "asyncapi.json": asyncapi_page,
}


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(exist_ok=True)
    for name, write in PAGES.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
