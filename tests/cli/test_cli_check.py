"""`argmap check`: findings, summaries and exit statuses."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_a_sound_map_is_summed_up_in_a_line(project, argmap):
    assert argmap("check", "pier.yml") == (
        0,
        "pier.yml: 4 claims, 4 arguments, 2 quotes, 2 of 2 sentences covered, thesis stands\n",
        "",
    )


def test_the_map_of_the_article(monkeypatch, argmap):
    monkeypatch.chdir(ROOT)
    status, out, err = argmap("check", "docs/maps/russia-iran.yml")
    assert (status, err) == (0, "")
    assert out.startswith("docs/maps/russia-iran.yml: 21 claims, ")
    assert out.endswith(", 10 of 10 sentences covered, thesis stands\n")


def test_a_map_without_sources_covers_nothing_and_does_not_speak_of_it(project, argmap):
    Path("bare.yml").write_text("{argmap: 1, title: Bare, thesis: a, claims: {a: {text: It is so., but: [a]}}}")
    _, out, _ = argmap("check", "bare.yml")
    assert out == "bare.yml: 1 claim, 1 argument, 0 quotes, thesis is undecided; 1 warning\n"


def test_a_question_s_quotes_count(project, argmap):
    asking = Path("pier.yml").read_text() + 'question: { text: Build it?, quote: "A pier" }\n'
    Path("asking.yml").write_text(asking)
    _, out, _ = argmap("check", "asking.yml")
    assert ", 3 quotes," in out


def test_warnings_fail_only_when_strict(project, argmap):
    status, out, err = argmap("check", "unused.yml")
    assert status == 0
    assert out.endswith(", thesis stands; 1 warning\n")
    assert err.startswith("unused.yml:23:3: warning[unused-claim]: `founded` is unused")
    assert argmap("check", "--strict", "unused.yml") == (1, out, err)


def test_notes_never_fail(project, argmap):
    Path("report.txt").write_text(Path("report.txt").read_text() + "The harbour was founded in 1850.\n")
    status, out, err = argmap("check", "--strict", "pier.yml")
    assert status == 0
    assert ", 2 of 3 sentences covered, thesis stands; 1 note\n" in out
    assert err.startswith("pier.yml:5:3: note[uncovered-sentence]: ")


def test_an_error_found_after_the_notation_fails_and_the_map_is_summed_up_still(project, argmap):
    status, out, err = argmap("check", "misquoted.yml")
    assert status == 1
    assert out.endswith(", thesis stands; 1 error, 1 note\n")
    assert err.splitlines()[1].startswith("misquoted.yml:14:12: error[quote-not-found]: ")


def test_a_broken_map_is_no_map(project, argmap):
    status, out, err = argmap("check", "broken.yml")
    assert (status, out) == (1, "broken.yml: no map; 1 error\n")
    assert err.startswith("broken.yml:9:16: error[")
    assert "did you mean `ferries-wait`?" in err


def test_every_map_is_checked_whatever_became_of_the_one_before(project, argmap):
    status, out, err = argmap("check", "broken.yml", "none.yml", "pier.yml")
    assert status == 2, "the worst of all"
    assert [line.split(":")[0] for line in out.splitlines()] == ["broken.yml", "none.yml", "pier.yml"]
    assert [line.split(":")[0] for line in err.splitlines()] == ["broken.yml", "none.yml"]


def test_one_broken_map_of_two_fails(project, argmap):
    assert argmap("check", "broken.yml", "pier.yml")[0] == 1
    assert argmap("check", "pier.yml", "broken.yml")[0] == 1


def test_a_finding_is_one_line_even_when_a_claim_has_several(project, argmap):
    Path("lines.yml").write_text(
        "argmap: 1\ntitle: T\nthesis: a\nclaims:\n"
        '  a: {text: It is so., expect: stands, but: [b]}\n  b: {text: "On\\ntwo"}\n'
    )
    status, _, err = argmap("check", "lines.yml")
    assert status == 1
    assert len(err.splitlines()) == 1
    assert "outweighed by “On two”" in err


class TestUnreadable:
    """Files that are no map at all: status 2, and a line that says why."""

    def said(self, argmap, file):
        status, out, err = argmap("check", file)
        assert (status, out) == (2, f"{file}: no map; 1 error\n")
        (line,) = err.splitlines()
        return line.removeprefix(f"{file}: error[unreadable]: ")

    def test_missing(self, project, argmap):
        assert self.said(argmap, "none.yml").startswith("There is no such file.")

    def test_a_directory(self, project, argmap):
        assert self.said(argmap, project) == "This is a directory, and a map is a file."

    def test_binary(self, project, argmap):
        Path("binary.yml").write_bytes(bytes(range(256)))
        assert self.said(argmap, "binary.yml").startswith("The file is not UTF-8")

    def test_too_large(self, project, argmap):
        Path("large.yml").write_bytes(b"#" * 5_000_001)
        assert self.said(argmap, "large.yml").startswith("The file is larger than 5 MB.")

    def test_a_name_longer_than_names_may_be(self, project, argmap):
        assert self.said(argmap, "x" * 5_000).startswith("The file cannot be read: ")

    def test_below_a_file(self, project, argmap):
        assert self.said(argmap, Path("pier.yml", "pier.yml")).startswith("The file cannot be read: ")

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
    def test_one_that_may_not_be_read(self, project, argmap):
        Path("pier.yml").chmod(0)
        assert self.said(argmap, "pier.yml") == "The file cannot be read: Permission denied."


def test_an_empty_file_is_a_map_without_anything(project, argmap):
    Path("empty.yml").write_text("")
    status, out, err = argmap("check", "empty.yml")
    assert (status, out) == (1, "empty.yml: no map; 1 error\n")
    assert err.startswith("empty.yml:1:1: error[")


@pytest.mark.parametrize("lines", range(1, 22, 4))
def test_a_map_in_the_middle_of_being_written_never_raises(project, argmap, lines):
    half = "\n".join(Path("pier.yml").read_text().splitlines()[:lines])
    Path("half.yml").write_text(half[:-3])
    status, out, err = argmap("check", "half.yml")
    assert (status, out[:17]) == (1, "half.yml: no map;")
    assert all(line.startswith("half.yml:") for line in err.splitlines())
