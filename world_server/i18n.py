"""Every sentence a person reads, in five languages, from the Fluent files in `assets/locales`."""

import logging
from functools import cache
from pathlib import Path
from types import MappingProxyType

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

log = logging.getLogger(__name__)

LANGUAGES = ("ja", "en", "th", "ko", "zh-TW")
FIRST_LANGUAGE = "ja"
LOCALES = Path(__file__).parent.parent / "assets" / "locales"

Value = str | int | float


class Words:
    """The sentences of all languages; immutable once read."""

    def __init__(self, folder: Path) -> None:
        """Read `folder`/<language>/*.ftl; raise ValueError for a file that is not Fluent."""
        self._bundles = MappingProxyType({name: _read(folder / name) for name in LANGUAGES})

    def translate(self, language: str, key: str, **values: Value) -> str:
        """The sentence `key` in `language`, else in Japanese, else the key itself (logged)."""
        for name in (language, FIRST_LANGUAGE):
            bundle = self._bundles.get(name)
            pattern = bundle.get_message(key).value if bundle and bundle.has_message(key) else None
            if bundle and pattern:
                sentence, problems = bundle.format_pattern(pattern, values)
                for problem in problems:
                    log.error("a sentence lacks a value", extra={"key": key, "why": str(problem)})
                return str(sentence)
        log.error("a sentence is missing", extra={"key": key, "language": language})
        return key

    def has(self, language: str, key: str) -> bool:
        """True when `key` exists in `language` itself."""
        bundle = self._bundles.get(language)
        return bundle is not None and bundle.has_message(key)


def _read(folder: Path) -> FluentBundle:
    # Isolation marks would show as boxes in plain text, and no language here is written leftwards.
    bundle = FluentBundle([folder.name], use_isolating=False)
    for path in sorted(folder.glob("*.ftl")):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, Junk):
                message = f"{path.parent.name}/{path.name} is not Fluent: {entry.content!r}"
                raise ValueError(message)  # noqa: TRY004  the file is wrong, no argument's type
        bundle.add_resource(resource)
    return bundle


@cache
def words() -> Words:
    """The town's own sentences: constant data beside the code, so reading them once is enough."""
    return Words(LOCALES)


def translate(language: str, key: str, **values: Value) -> str:
    """The sentence `key` in `language`, else in Japanese, else the key itself (logged)."""
    return words().translate(language, key, **values)


def pick_language(header: str | None, wanted: str | None = None) -> str:
    """The language to speak: `wanted` if it is ours, else the best of Accept-Language, else ja."""
    if wanted in LANGUAGES:
        return wanted
    for tag in _by_preference(header or ""):
        found = _nearest(tag)
        if found is not None:
            return found
    return FIRST_LANGUAGE


def _nearest(tag: str) -> str | None:
    """Ours for a language tag: en-GB is en, and any Chinese is read best in the one we have."""
    primary = tag.split("-", maxsplit=1)[0].lower()
    return next((name for name in LANGUAGES if name.split("-")[0] == primary), None)


def _by_preference(header: str) -> list[str]:
    """The tags of an Accept-Language header, most wanted first; what cannot be read is left out."""
    wanted = []
    for part in header[:200].split(","):
        tag, _, quality = part.strip().partition(";")
        try:
            weight = float(quality.strip().removeprefix("q=")) if quality else 1.0
        except ValueError:
            continue
        if tag and weight > 0:
            wanted.append((weight, tag.strip()))
    return [tag for _, tag in sorted(wanted, key=lambda one: -one[0])]
