"""`argmap fmt`: what it writes, what it shows, what it leaves alone."""

import os
import stat
from pathlib import Path

import pytest

from argmap.notation.document import read_document

FORMED = "argmap: 1\ntitle: A pier\nthesis: a\nclaims:\n  a: { text: A. } # so\n"
UNFORMED = "title: A pier\nargmap: 1\nthesis: a\nclaims:\n  a: {text: A.} # so\n"


@pytest.fixture
def files(project):
    Path("formed.yml").write_text(FORMED)
    Path("unformed.yml").write_text(UNFORMED)
    return project


def test_it_writes_what_is_not_in_form_and_says_so(files, argmap):
    assert argmap("fmt", "formed.yml", "unformed.yml") == (0, "unformed.yml: formatted\n", "")
    assert Path("unformed.yml").read_text() == Path("formed.yml").read_text() == FORMED
    assert argmap("fmt", "unformed.yml") == (0, "", "")


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_a_dry_run_shows_the_diff_and_writes_nothing(files, argmap, option):
    status, out, err = argmap("fmt", option, "formed.yml", "unformed.yml")
    assert (status, err) == (1, "")
    assert out.startswith("--- unformed.yml\n+++ unformed.yml\n@@ -1,5 +1,5 @@\n")
    assert Path("unformed.yml").read_text() == UNFORMED
    assert argmap("fmt", option, "formed.yml") == (0, "", "")


def test_where_one_map_is_broken_none_is_written(files, argmap):
    status, out, err = argmap("fmt", "unformed.yml", "broken.yml")
    assert (status, out) == (1, "")
    assert err.startswith("broken.yml:9:16: error[")
    assert Path("unformed.yml").read_text() == UNFORMED


def test_permissions_stay(files, argmap):
    Path("unformed.yml").chmod(0o640)
    argmap("fmt", "unformed.yml")
    assert stat.S_IMODE(Path("unformed.yml").stat().st_mode) == 0o640


def test_a_link_is_followed(files, argmap):
    Path("link.yml").symlink_to("unformed.yml")
    assert argmap("fmt", "link.yml") == (0, "link.yml: formatted\n", "")
    assert Path("link.yml").is_symlink()
    assert Path("unformed.yml").read_text() == FORMED


def test_a_file_that_may_not_be_written_is_said_and_no_other_is_written(files, argmap, monkeypatch):
    Path("also.yml").write_text(UNFORMED)
    monkeypatch.setattr(os, "access", lambda path, mode: "unformed" not in str(path))
    said = "argmap: unformed.yml cannot be written: Permission denied. No file was changed.\n"
    assert argmap("fmt", "also.yml", "unformed.yml") == (2, "", said)
    assert Path("also.yml").read_text() == Path("unformed.yml").read_text() == UNFORMED
    assert not list(Path().glob(".argmap-*"))


def test_a_full_disk_leaves_every_file_whole(files, argmap, monkeypatch):
    Path("also.yml").write_text(UNFORMED)
    taken = iter([None])

    def full(source, target):
        if next(taken, "full"):
            raise OSError(28, "No space left on device", target)

    monkeypatch.setattr("shutil.copymode", full)
    said = "argmap: unformed.yml cannot be written: No space left on device. No file was changed.\n"
    assert argmap("fmt", "also.yml", "unformed.yml") == (2, "", said)
    assert Path("also.yml").read_text() == Path("unformed.yml").read_text() == UNFORMED
    assert not list(Path().glob(".argmap-*"))


@pytest.mark.parametrize("command", ["fmt", "quotes"])
class TestUnreadable:
    """Files that are no map at all: status 2, and a line that says why."""

    @pytest.mark.parametrize(
        ("name", "content", "why"),
        [
            ("none.yml", None, "There is no such file."),
            (".", None, "This is a directory"),
            ("empty.yml", b"", "The file is empty."),
            ("binary.yml", bytes(range(256)), "The file is not UTF-8"),
            ("nul.yml", b"\0", "The file holds NUL bytes"),
            ("large.yml", b"#" * 5_000_001, "The file is larger than 5 MB."),
        ],
    )
    def test_a_line_says_why(self, project, argmap, command, name, content, why):
        if content is not None:
            Path(name).write_bytes(content)
        status, out, err = argmap(command, name)
        assert (status, out) == (2, "")
        assert err.startswith(f"{name}: error[unreadable]: {why}")
        assert len(err.splitlines()) == 1

    @pytest.mark.parametrize("lines", range(1, 22, 4))
    def test_a_map_in_the_middle_of_being_written_never_raises(self, project, argmap, command, lines):
        half = "\n".join(Path("pier.yml").read_text().splitlines()[:lines])
        Path("half.yml").write_text(half[:-3])
        status, _, err = argmap(command, "half.yml")
        assert status == (1 if read_document("half.yml", half[:-3]).root else 2)
        assert all(line.startswith("half.yml:") for line in err.splitlines())
        assert Path("half.yml").read_text() == half[:-3]
