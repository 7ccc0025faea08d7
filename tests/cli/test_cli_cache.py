"""`argmap cache`: what is kept of a project, and letting go of it."""

from pathlib import Path

import pytest

KEPT = Path(".cache/argmap")


@pytest.fixture
def kept(project, argmap):
    """A project whose cache holds a map and its drawing."""
    KEPT.mkdir(parents=True)
    argmap("draw", "pier.yml", "-o", "pier.svg")
    return project


def size(kind):
    return sum(path.stat().st_size for path in KEPT.glob(f"*.{kind}"))


def test_it_tells_entries_bytes_and_kinds(kept, argmap):
    drawing, map_ = size("svg"), size("map")
    assert argmap("cache") == (
        0,
        f"{KEPT}: 2 entries, {drawing + map_:,} bytes of at most 500,000,000\n"
        f"  drawings: 1 entry, {drawing:,} bytes\n"
        f"  maps: 1 entry, {map_:,} bytes\n",
        "",
    )


def test_letting_go_of_it_leaves_what_is_not_the_cache_s(kept, argmap):
    Path(KEPT, "notes.txt").write_text("mine")
    total = size("svg") + size("map")
    assert argmap("cache", "--clear") == (0, f"{KEPT}: let go of 2 entries, {total:,} bytes\n", "")
    assert [path.name for path in KEPT.iterdir()] == ["notes.txt"]


def test_a_cache_that_is_empty_leaves_no_folder(kept, argmap):
    argmap("cache", "--clear")
    assert not KEPT.exists()
    assert argmap("cache") == (0, f"{KEPT}: 0 entries, 0 bytes of at most 500,000,000\n", "")


def test_a_project_that_keeps_nothing(project, argmap):
    Path("argmap.toml").write_text("cache = false")
    assert argmap("cache") == (0, "Nothing is kept: this project's settings have `cache = false`.\n", "")


def test_a_cache_that_is_no_folder(project, argmap):
    Path("argmap.toml").write_text('cache = "pier.yml"')
    assert argmap("cache", "--clear") == (2, "", "argmap: The cache pier.yml cannot be used: Not a directory.\n")
    assert Path("pier.yml").is_file()


def test_from_a_folder_further_down(kept, argmap, monkeypatch):
    Path("docs").mkdir()
    monkeypatch.chdir("docs")
    _, out, _ = argmap("cache")
    assert out.startswith(f"../{KEPT}: 2 entries")
