"""Maps whose claims are not written in the letters of their language."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

from argmap.findings import Severity
from argmap.model import Place
from argmap.review.rule import Said, Subject, rule
from argmap.words import base

LATIN = "Latin"
SCRIPTS = {
    "Arabic": "ar arc ckb fa ps sd ug ur",
    "Armenian": "hy",
    "Bengali": "as bn",
    "Chinese": "yue zh",
    "Cyrillic": "ba be bg ce cv ky mk mn os ru tg tt uk",
    "Devanagari": "hi mr ne sa",
    "Ethiopic": "am ti",
    "Georgian": "ka",
    "Greek": "el",
    "Gujarati": "gu",
    "Hebrew": "he yi",
    "Japanese": "ja",
    "Korean": "ko",
    "Tamil": "ta",
    "Telugu": "te",
    "Thai": "th",
}
"""Languages that are written in one script, by their tags; those that are written in several belong to none."""
BY_LANGUAGE = {language: script for script, languages in SCRIPTS.items() for language in languages.split()}
SEVERAL = frozenset({"az", "bs", "kk", "ku", "pa", "sh", "sr", "tk", "uz"})
# By the first word of a letter's name. Chinese, Japanese and Korean share letters, and are told apart no further.
EAST = dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"), "East Asian")
NAMES = {script.upper(): script for script in (LATIN, *SCRIPTS)} | EAST
ENOUGH = 2_000
"""So many letters tell a map's script."""


@rule(
    "missing-language",
    Severity.WARNING,
    summary="The claims are not written in the letters of the map's `language`.",
    why="The language decides in which direction the text runs, in which words argmap speaks beside it, where its "
    "sentences end and how a screen reader says it. It is `en` where it is left out.",
)
def missing_language(subject: Subject) -> Iterator[Said]:
    """The map, where most letters of its claims are of another script than its language's."""
    language = base(subject.map.language)
    if language in SEVERAL:
        return
    wanted = _one_name(BY_LANGUAGE.get(language, LATIN))
    letters = filter(str.isalpha, chain.from_iterable(claim.text for claim in subject.map.claims.values()))
    scripts: Counter[str] = Counter()
    for letter, times in Counter(islice(letters, ENOUGH)).items():
        scripts[_script(letter)] += times
    script, most = scripts.most_common(1)[0] if scripts else ("", 0)
    if script and script != wanted and 2 * most > scripts.total():
        left_out = ", which it is where it is left out" if subject.map.language == "en" else ""
        message = f"The claims are in {script} letters, and the map's `language` is `{subject.map.language}`{left_out}."
        candidates = " or ".join(f"`{each}`" for each in _usual(script))
        yield Said(Place(subject.map.file, 0, 0), message, f"write the language's tag, such as {candidates}")


@cache
def _script(letter: str) -> str:
    """A letter's script; none where its name does not tell."""
    return NAMES.get(unicodedata.name(letter, "").partition(" ")[0], "")


def _one_name(script: str) -> str:
    return "East Asian" if script in ("Chinese", "Japanese", "Korean") else script


def _usual(script: str) -> tuple[str, ...]:
    """Languages that are written so."""
    usual = {LATIN: ("en", "de"), "Arabic": ("fa", "ar"), "Cyrillic": ("ru", "uk"), "East Asian": ("zh", "ja", "ko")}
    return usual.get(script) or tuple(SCRIPTS[script].split())
