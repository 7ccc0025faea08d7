"""What is kept: the last used longest, whole or not at all, whatever happens to those who write it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap import cache

LONG_AGO = 1_000_000_000.0


def name(number, kind="svg"):
    return f"{number:064x}.{kind}"


def keep(folder, number, used, size=1_000):
    """An entry of so many bytes that was last used then."""
    # What has no pattern is kept with a few bytes more than it has.
    cache.store_bytes(folder, name(number), random.Random(number).randbytes(size - 76))
    assert (folder / name(number)).stat().st_size == size
    os.utime(folder / name(number), (used, used))


def kept(folder):
    return {int(entry.path.stem, 16) for entry in cache.entries(folder)}


class TestBound:
    """How large it may become."""

    def test_what_was_not_used_for_longest_goes_until_there_is_room(self, tmp_path):
        for number in range(10):
            keep(tmp_path, number, LONG_AGO + (number * 7) % 10)
        cache.trim(tmp_path, 5_500)
        assert kept(tmp_path) == {n for n in range(10) if (n * 7) % 10 >= 6}

    def test_nothing_goes_where_there_is_room(self, tmp_path):
        for number in range(10):
            keep(tmp_path, number, LONG_AGO)
        cache.trim(tmp_path, 10_000)
        assert len(kept(tmp_path)) == 10

    def test_what_is_used_stays(self, tmp_path):
        for number in range(4):
            keep(tmp_path, number, LONG_AGO + number)
        assert cache.load_bytes(tmp_path, name(0)) is not None
        cache.trim(tmp_path, 3_000)
        assert kept(tmp_path) == {0, 3}

    def test_who_may_only_read_finds_what_is_old_as_well(self, tmp_path, monkeypatch):
        def refused(*_):
            raise PermissionError

        keep(tmp_path, 1, LONG_AGO)
        monkeypatch.setattr(os, "utime", refused)
        assert cache.load_bytes(tmp_path, name(1)) is not None

    def test_a_use_that_is_not_the_first_for_long_writes_nothing(self, tmp_path):
        now = time.time() - 60
        keep(tmp_path, 1, now)
        cache.load_bytes(tmp_path, name(1))
        assert (tmp_path / name(1)).stat().st_mtime == now

    def test_keeping_something_looks_at_nothing_else(self, tmp_path, monkeypatch):
        def looked(*_):
            pytest.fail("The folder was looked through.")

        monkeypatch.setattr(os, "scandir", looked)
        monkeypatch.setattr(os, "listdir", looked)
        cache.store(tmp_path, name(1), "text")
        assert cache.load(tmp_path, name(1)) == "text"

    def test_files_that_are_not_the_cache_s_stay(self, tmp_path):
        (tmp_path / "mine.svg").write_bytes(b"x" * 9_000)
        keep(tmp_path, 1, LONG_AGO)
        cache.trim(tmp_path, 500)
        assert [path.name for path in tmp_path.iterdir()] == ["mine.svg"]

    def test_a_folder_that_is_not_there_is_no_matter(self, tmp_path):
        cache.trim(tmp_path / "none", 500)
        cache.trim(None, 500)
        cache.clear(tmp_path / "none")

    def test_half_files_of_those_who_were_ended_go_once_they_are_old(self, tmp_path):
        old, young = tmp_path / ".half-old", tmp_path / ".half-young"
        for path in (old, young):
            path.write_bytes(b"half")
        os.utime(old, (LONG_AGO, LONG_AGO))
        cache.trim(tmp_path, 500)
        assert (old.exists(), young.exists()) == (False, True)


@pytest.fixture
def maps(tmp_path, monkeypatch):
    """A project with maps that take a while, and a cache."""
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").touch()
    Path("argmap.toml").write_text('cache = "kept"')
    names = [f"map-{number}.yml" for number in range(40)]
    for number, file in enumerate(names):
        said = [" ".join(f"word{n}x{place}" for place in range(number % 7 + n + 1)) for n in range(12)]
        text = "".join(f"  c{n}: {{ text: {words}., because: [c{n + 1}] }}\n" for n, words in enumerate(said))
        last = f"  c12: {{ text: Last of {number}., but: [c13] }}\n  c13: {{ text: Or is it? }}\n"
        Path(file).write_text(f"argmap: 1\ntitle: Map {number}\nthesis: c0\nclaims:\n{text}{last}")
    return names


def draw(names, out, *options, **more):
    command = [sys.executable, "-m", "argmap", "draw", *names, "-o", out, *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True, **more)


def finished(process):
    """The status; what is noted of maps is no matter here."""
    process.communicate(timeout=60)
    return process.returncode


def drawings(folder):
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def test_two_who_build_at_once_in_one_cache_both_get_it_right(maps):
    assert finished(draw(maps, "plain", "--no-cache")) == 0
    both = [draw(maps, out) for out in ("one", "other")]
    assert [finished(process) for process in both] == [0, 0]
    assert drawings("one") == drawings("other") == drawings("plain")
    assert len(cache.entries(Path("kept"))) == 2 * len(maps)
    assert all(cache.load_bytes(Path("kept"), entry.path.name) for entry in cache.entries(Path("kept")))
    assert finished(draw(maps, "again")) == 0
    assert drawings("again") == drawings("plain")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit files otherwise")
def test_on_a_full_disk_nothing_is_kept_and_the_next_build_is_right(maps):
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "from argmap.cli import main; sys.exit(main(['draw', 'map-0.yml', '-o', '-']))"
    )
    full = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert full.returncode == 0
    assert full.stdout.startswith(b"<svg ")
    assert list(Path("kept").iterdir()) == []
    assert finished(draw(maps[:1], "out.svg")) == 0
    assert Path("out.svg").read_bytes() == full.stdout
    assert len(cache.entries(Path("kept"))) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
def test_after_a_build_that_was_killed_the_next_one_is_right(maps):
    assert finished(draw(maps, "plain", "--no-cache")) == 0
    process = draw(maps, "killed")
    while not any(Path("kept").glob("*.map")):  # it has read one map of forty
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGKILL)
    assert finished(process) == -signal.SIGKILL
    whole = drawings("plain")
    written = {file: content for file, content in drawings("killed").items() if not file.startswith(".argmap-")}
    assert written.items() <= whole.items()
    assert finished(draw(maps, "next")) == 0
    assert drawings("next") == whole
