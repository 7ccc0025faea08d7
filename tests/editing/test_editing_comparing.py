"""Diffs of maps that are large, and of lines that are repeated."""

import subprocess
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.comparing import diff

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "  d\n", "\n", "e\n"]), max_size=30)


def test_equal_texts_have_no_diff():
    assert list(diff(["a\n"], ["a\n"], "map.yml")) == []


def test_of_lines_that_are_repeated_the_ones_by_the_same_claim_are_paired():
    old = ["a:\n", "  group: x\n", "  text: A.\n", "b:\n", "  group: x\n", "  text: B.\n"]
    new = ["a:\n", "  text: A.\n", "  group: x\n", "b:\n", "  text: B.\n", "  group: x\n"]
    assert "".join(diff(old, new, "map.yml")) == (
        "--- map.yml\n+++ map.yml\n@@ -1,6 +1,6 @@\n"
        " a:\n-  group: x\n   text: A.\n+  group: x\n b:\n-  group: x\n   text: B.\n+  group: x\n"
    )


@given(LINES, LINES)
def test_a_diff_applied_to_the_old_text_gives_the_new_one(old, new):
    assert _applied(old, list(diff(old, new, "map.yml"))) == new


def test_a_patch_can_be_applied_by_git(tmp_path):
    old = [f"line {number % 7}\n" for number in range(40)]
    new = [*old[:5], "new\n", *old[5:20], *old[22:]]
    (tmp_path / "map.yml").write_text("".join(old), "utf-8")
    patch = "".join(diff(old, new, "map.yml"))
    subprocess.run(["git", "apply", "-p0"], cwd=tmp_path, input=patch, text=True, check=True)
    assert (tmp_path / "map.yml").read_text("utf-8") == "".join(new)


def test_a_large_map_in_which_every_claim_changes_is_compared_claim_by_claim(monkeypatch):
    """What difflib is given stays small, and so it takes no time that grows with the square of the map."""
    compared = []
    seen = SequenceMatcher.find_longest_match

    def watched(self, *args):
        compared.append(len(self.a) * len(self.b))
        return seen(self, *args)

    monkeypatch.setattr(SequenceMatcher, "find_longest_match", watched)
    claims = range(500)
    old = [line for n in claims for line in (f"  c{n}:\n", f"    group: g{n % 9}\n", f"    text:   C{n}.\n")]
    new = [line for n in claims for line in (f"  c{n}:\n", f"    text: C{n}.\n", f"    group: g{n % 9}\n")]
    assert _applied(old, list(diff(old, new, "map.yml"))) == new
    assert max(compared) < 10


def test_stretches_too_long_to_compare_are_replaced_whole():
    old, new = ["a\n", "b\n"] * 600, ["b\n", "b\n", "a\n"] * 400
    assert _applied(old, list(diff(old, new, "map.yml"))) == new


@pytest.mark.parametrize(("old", "new"), [([], ["a\n"]), (["a\n"], []), (["a"], ["a\n"])])
def test_an_empty_text_and_a_last_line_without_a_break(old, new):
    assert _applied(old, list(diff(old, new, "map.yml"))) == new


def _applied(old, patch):
    """What a unified diff makes of a text; it says the same of the old text as that has."""
    new, at = [], 0
    for line in patch[2:]:
        if line.startswith("@@"):
            start, _, length = line.split()[1].removeprefix("-").partition(",")
            first = int(start) - (length != "0")
            new += old[at:first]
            at = first
        elif line.startswith("+"):
            new.append(line[1:])
        else:
            assert line[1:] == old[at]
            new += [line[1:]] if line.startswith(" ") else []
            at += 1
    return new + old[at:]
