"""Every language has every word, with the same blanks to fill."""

from __future__ import annotations

import json
import unicodedata
from importlib.resources import files
from string import Formatter

import pytest

from argmap.words import words_for

TABLES = {
    file.name.removesuffix(".json"): json.loads(file.read_text("utf-8"))
    for file in files("argmap.words").iterdir()
    if file.name.endswith(".json")
}
ENGLISH = TABLES["en"]
OTHERS = sorted(set(TABLES) - {"en"})


def placeholders(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_persian_and_russian_are_there():
    assert OTHERS == ["fa", "ru"]


@pytest.mark.parametrize("language", OTHERS)
def test_a_table_has_the_keys_of_the_english_one(language):
    assert sorted(set(ENGLISH) ^ set(TABLES[language])) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_table_has_the_placeholders_of_the_english_one(language):
    shared = ENGLISH.keys() & TABLES[language].keys()
    assert {key: placeholders(TABLES[language][key]) for key in shared} == {
        key: placeholders(ENGLISH[key]) for key in shared
    }


@pytest.mark.parametrize("language", TABLES)
def test_words_are_normalised_and_without_control_characters(language):
    for words in TABLES[language].values():
        assert words == unicodedata.normalize("NFC", words)
        assert not any(unicodedata.category(character) == "Cc" for character in words)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_reader_is_told_of_truth_or_probability(table):
    told = " ".join(table.values()).casefold()
    assert not [
        word for word in ("true", "false", "probab", "истин", "ложн", "вероятн", "درست", "نادرست") if word in told
    ]


def test_persian_runs_from_right_to_left_and_uses_its_own_letters():
    assert words_for("fa").direction == "rtl"
    persian = "".join(TABLES["fa"].values())
    assert not set(persian) & set("كيى٠١٢")  # Arabic's kaf, yeh and digits
    assert " ها" not in persian  # a plural that lacks its ZWNJ


def test_lists_are_joined_as_the_language_joins_them():
    assert words_for("en").listed(["a", "b", "c"]) == "a, b and c"
    assert words_for("ru").listed(["а", "б", "в"]) == "а, б и в"
    assert words_for("fa-IR").listed(["الف", "ب", "پ"]) == "الف، ب و پ"
