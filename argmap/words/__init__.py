"""The words of the interface: one table per language, shared with the browser.

A table is a flat JSON object beside this file. What a language lacks is said in English, so that a
half-translated table shows and never breaks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_TABLES = Path(__file__).parent

# The claims of a map in one of these run from right to left, whether or not there is a table for it.
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True)
class Words:
    """The words of one language: `words("role.thesis")`, `words("drawing.more", count=3)`."""

    language: str
    table: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words under a key, its placeholders filled."""
        return self.table[key].format_map(values) if values else self.table[key]

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl"."""
        return "rtl" if base(self.language) in RIGHT_TO_LEFT else self.table["direction"]

    def listed(self, items: Iterable[str]) -> str:
        """The items as a list in a sentence: "a", "a and b", "a, b and c"."""
        *most, last = items
        return f"{self('list.comma').join(most)}{self('list.and')}{last}" if most else last

    def quoted(self, text: str) -> str:
        """The text between this language's quotation marks."""
        return self("quoted", text=text)


def table(language: str) -> Mapping[str, str]:
    """The table of a language tag's base language, on top of the English one."""
    english: dict[str, str] = json.loads((_TABLES / "en.json").read_text("utf-8"))
    own = _TABLES / f"{base(language)}.json"
    return english | json.loads(own.read_text("utf-8")) if own.is_file() else english


def base(language: str) -> str:
    """The base of a language tag: "pt-BR" -> "pt"."""
    return language.replace("_", "-").split("-")[0].lower()


@lru_cache
def words_for(language: str) -> Words:
    """The words for a map in this language, English where the language has none."""
    return Words(language, table(language))
