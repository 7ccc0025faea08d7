"""Maps are kept as they were read, and nothing depends on it."""

import os
import pickle
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from argmap.notation import parsing, read_map

ALLOWED = sorted((Path(__file__).parent / "allowed").glob("*.yml"))
MAP = (
    "argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: { text: A, because: [[b, c]] }\n  b: { text: B }\n  c: { text: C }\n"
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "map.yml"
    path.write_text(MAP, "utf-8")
    return path


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def parsed(monkeypatch):
    """The texts that were parsed."""
    texts = []
    parse_map = parsing.parse_map
    monkeypatch.setattr(parsing, "parse_map", lambda text, file: texts.append(text) or parse_map(text, file))
    return texts


@pytest.mark.parametrize("path", ALLOWED, ids=lambda path: path.stem)
def test_a_kept_map_is_the_one_that_was_read(path, cache, parsed):
    first = read_map(path, cache=cache)
    assert read_map(path, cache=cache) == first == read_map(path)
    assert len(parsed) == 2


def test_another_text_or_another_name_is_read_anew(file, cache, parsed):
    read_map(file, cache=cache)
    file.write_text(MAP.replace("text: B", "text: Other"), "utf-8")
    assert read_map(file, cache=cache).claims["b"].text == "Other"
    renamed = file.rename(file.with_name("renamed.yml"))
    assert read_map(renamed, cache=cache).claims["b"].place.file == str(renamed)
    assert len(parsed) == 3


def test_a_map_with_mistakes_is_not_kept(file, cache):
    file.write_text(MAP.replace("[[b, c]]", "[bb]"), "utf-8")
    for _ in range(2):
        with pytest.raises(Exception, match="bb"):
            read_map(file, cache=cache)
    assert not cache.exists()


class Forged:
    """What would run a command when an entry is read."""

    def __reduce__(self):
        return os.mkdir, ("made-by-an-entry",)


@pytest.mark.parametrize("content", [b"", b"no pickle", pickle.dumps(Forged()), pickle.dumps([1])])
def test_an_entry_that_is_no_map_does_nothing_and_the_map_is_read(file, cache, monkeypatch, tmp_path, content):
    monkeypatch.chdir(tmp_path)
    first = read_map(file, cache=cache)
    (entry,) = cache.iterdir()
    entry.write_bytes(sha256(content).hexdigest().encode() + b"\n" + content)
    assert read_map(file, cache=cache) == first
    assert not Path("made-by-an-entry").exists()


def test_what_checks_a_map_is_loaded_only_where_one_is_checked(file, cache):
    read_map(file, cache=cache)
    script = (
        "import sys; from pathlib import Path; from argmap.reading import read;"
        f"read(Path({str(file)!r}), cache=Path({str(cache)!r})); print('pydantic' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
