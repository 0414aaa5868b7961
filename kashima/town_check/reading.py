"""Reads parts of a town's data and notes every fault instead of ending at the first. Pure."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kashima.town_check.sentences import Fault
from world_server.store.visitors import LANGUAGES

ID = re.compile(r"[a-z0-9-]{1,40}")


class Reader:
    """One file while it is read; `faults` grows."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def note(self, key: str, **values: object) -> None:
        """Something is wrong."""
        self.faults.append(Fault(self.file, key, tuple(values.items())))

    def parsed(self, text: str | None) -> dict[str, Any]:
        """The file's object; empty when there is none, which is noted."""
        if text is None:
            self.note("file-missing")
            return {}
        try:
            raw = json.loads(text)
        except json.JSONDecodeError as wrong:
            self.note("not-json", line=wrong.lineno, column=wrong.colno)
            return {}
        if isinstance(raw, dict):
            return raw
        self.note("wrong-shape", where=self.file)
        return {}

    def objects(self, raw: Mapping[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The objects of a list with their ids, each told by its id or its number."""
        listed = raw.get(name)
        if not isinstance(listed, list):
            self.note("wrong-shape", where=name)
            return
        seen = set()
        for number, one in enumerate(listed):
            where = f"{name}[{number}]"
            if not isinstance(one, dict):
                self.note("wrong-shape", where=where)
                continue
            told = one.get("id")
            if not isinstance(told, str) or not ID.fullmatch(told):
                self.note("id-wrong", where=where)
            elif told in seen:
                self.note("id-twice", where=name, id=told)
            else:
                where = f"{name}.{told}"
                seen.add(told)
            yield where, one

    def number(self, raw: Mapping[str, Any], name: str, where: str) -> float | None:
        """A finite number, or None, which is noted."""
        value = raw.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
        self.note("wrong-shape", where=f"{where}.{name}")
        return None

    def positive(self, raw: Mapping[str, Any], name: str, where: str) -> None:
        """Note a number that is not more than 0."""
        value = self.number(raw, name, where)
        if value is not None and value <= 0:
            self.note("not-positive", where=f"{where}.{name}")

    def words(
        self, raw: Mapping[str, Any], name: str, where: str, *, limit: int | None = None
    ) -> None:
        """Note the languages in which there are no words, or too many."""
        told = raw.get(name)
        place = f"{where}.{name}" if where else name
        if not isinstance(told, dict):
            self.note("wrong-shape", where=place)
            return
        texts = {one: told.get(one) for one in LANGUAGES}
        missing = [
            one for one, text in texts.items() if not isinstance(text, str) or not text.strip()
        ]
        if missing:
            self.note("language-missing", where=place, languages=", ".join(missing))
        for language, text in texts.items():
            if limit is not None and isinstance(text, str) and len(text) > limit:
                self.note("text-long", where=place, language=language, limit=limit)
