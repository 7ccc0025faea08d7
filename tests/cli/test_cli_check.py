"""`argmap check`: findings, summaries and exit statuses."""

import json
import os
import re
from pathlib import Path

import pytest

from argmap import __version__
from argmap.cli.rules import description
from argmap.review import RULES

ROOT = Path(__file__).parents[2]


FOUNDED = "  founded: { text: The harbour was founded in 1850. }\n"
BARE = "{argmap: 1, title: Bare, thesis: a, claims: {a: {text: It is so.}}}"


def said(err):
    """The findings, a line each, without the lines of the map that they are about."""
    return [line for line in err.splitlines() if not line.startswith(" ")]


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
    assert said(err)[1].startswith("misquoted.yml:14:12: error[quote-not-found]: ")


def test_a_broken_map_is_no_map(project, argmap):
    status, out, err = argmap("check", "broken.yml")
    assert (status, out) == (1, "broken.yml: no map; 1 error\n")
    assert err.startswith("broken.yml:9:16: error[")
    assert "did you mean `ferries-wait`?" in err


def test_every_map_is_checked_whatever_became_of_the_one_before(project, argmap):
    status, out, err = argmap("check", "broken.yml", "none.yml", "pier.yml")
    assert status == 2, "the worst of all"
    assert [line.split(":")[0] for line in out.splitlines()] == ["broken.yml", "none.yml", "pier.yml"]
    assert [line.split(":")[0] for line in said(err)] == ["broken.yml", "none.yml"]


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
    assert len(said(err)) == 1
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

    def test_empty(self, project, argmap):
        Path("empty.yml").write_text("")
        assert self.said(argmap, "empty.yml") == "The file is empty. (begin with `argmap: 1`)"

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


@pytest.mark.parametrize("lines", range(1, 22, 4))
def test_a_map_in_the_middle_of_being_written_never_raises(project, argmap, lines):
    half = "\n".join(Path("pier.yml").read_text().splitlines()[:lines])
    Path("half.yml").write_text(half[:-3])
    status, out, err = argmap("check", "half.yml")
    broken_off = "error[syntax]" in err
    assert (status, out[:17]) == (2 if broken_off else 1, "half.yml: no map;")
    assert all(line.startswith("half.yml:") for line in said(err))


def test_a_map_that_breaks_off_within_a_list_cannot_be_read(project, argmap):
    Path("half.yml").write_text(Path("pier.yml").read_text().partition("waiting-costs]]")[0])
    status, _, err = argmap("check", "half.yml")
    assert status == 2
    assert len(said(err)) == 1


def golden(name):
    return (Path(__file__).parent / "checked" / name).read_text("utf-8").replace("VERSION", __version__)


class TestFormats:
    """The same findings for people, for programs, for a pull request and for code scanning."""

    @pytest.fixture
    def crowded(self, project):
        """A project with one map that has a note, a warning and two errors; a file's name and ids ask for escapes."""
        text = (
            Path("pier.yml")
            .read_text()
            .replace("routinely wait forty", "routinely wait fifty")
            .replace("views:", f"{FOUNDED}views:")
        )
        maps = project / "docs" / "maps"
        maps.mkdir(parents=True)
        (project / ".git").mkdir()
        (maps / "a pier, 100%.yml").write_text(text.replace("report.txt", "../../report.txt"), "utf-8")
        return project

    @pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
    def test_each_as_it_should_be(self, crowded, argmap, form):
        status, out, err = argmap("check", "--format", form)
        assert status == 1
        assert err + out == golden(f"crowded.{form}.txt")
        assert (err != "") == (form == "text")

    @pytest.mark.parametrize("form", ["github", "sarif"])
    def test_paths_begin_at_the_root_of_the_repository(self, crowded, argmap, monkeypatch, form):
        monkeypatch.chdir("docs")
        _, from_below, _ = argmap("check", "--format", form)
        assert from_below == golden(f"crowded.{form}.txt")

    @pytest.mark.parametrize("form", ["json", "github", "sarif"])
    def test_of_a_sound_map_there_is_nothing_to_say(self, project, argmap, form):
        status, out, err = argmap("check", "pier.yml", "--format", form)
        assert (status, err) == (0, "")
        if form == "github":
            assert out == ""
        else:
            told = json.loads(out)
            assert (told["runs"][0]["results"] if form == "sarif" else told["findings"]) == []

    @pytest.mark.parametrize("form", ["json", "github", "sarif"])
    @pytest.mark.parametrize(("file", "status"), [("broken.yml", 1), ("none.yml", 2), ("unused.yml", 0)])
    def test_statuses_are_those_of_the_text(self, project, argmap, form, file, status):
        assert argmap("check", file, "--format", form)[0] == status
        assert argmap("check", file, "--format", form, "--strict")[0] == max(status, 1)

    def test_no_text_of_a_map_is_a_command_of_githubs(self, project, argmap):
        Path("pier.yml").write_text(Path("pier.yml").read_text() + '"a\\n::error::b\\r": 1\n')
        _, out, _ = argmap("check", "pier.yml", "--format", "github")
        assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in out.splitlines())


class TestSarif:
    """What the schema of SARIF 2.1.0 requires of a log like ours, and GitHub beyond that."""

    @pytest.fixture
    def run(self, project, argmap):
        log = json.loads(argmap("check", "--format", "sarif", "misquoted.yml", "unused.yml", "none.yml")[1])
        assert set(log) == {"$schema", "version", "runs"}
        assert log["version"] == "2.1.0"
        (run,) = log["runs"]
        return run

    def test_the_tool_and_its_rules_are_named(self, run):
        driver = run["tool"]["driver"]
        assert driver["name"] == "argmap"
        assert driver["rules"]
        ids = [rule["id"] for rule in driver["rules"]]
        assert len(ids) == len(set(ids))
        assert all(rule["shortDescription"]["text"].endswith(".") for rule in driver["rules"])
        assert not any("helpUri" in rule for rule in driver["rules"]), "nobody knows where this site is published"

    def test_columns_are_said_to_count_code_points(self, run):
        assert run["columnKind"] == "unicodeCodePoints"

    def test_every_result_has_a_known_rule_a_level_a_message_and_one_place(self, run):
        rules = run["tool"]["driver"]["rules"]
        assert run["results"]
        for result in run["results"]:
            assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note")
            assert result["message"]["text"]
            (location,) = result["locations"]
            place = location["physicalLocation"]
            assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
            assert not place["artifactLocation"]["uri"].startswith("/")
            region = place.get("region", {"startLine": 1, "startColumn": 1})
            assert set(region) == {"startLine", "startColumn"}
            assert min(region.values()) >= 1

    def test_what_is_about_a_file_has_no_region(self, run):
        (missing,) = [result for result in run["results"] if result["ruleId"] == "unreadable"]
        assert "region" not in missing["locations"][0]["physicalLocation"]

    def test_every_rule_that_there_is_has_a_description(self):
        refused = (Path(__file__).parents[1] / "notation" / "refused").glob("*.txt")
        notation = {rule for path in refused for rule in re.findall(r"error\[([a-z-]+)\]", path.read_text("utf-8"))}
        assert len(notation) > 20
        sources = "".join(path.read_text("utf-8") for path in (ROOT / "argmap" / "sources").glob("*.py"))
        found = set(re.findall(r'"((?:source|quote|reads|cut|uncovered)-[a-z-]+)"', sources))
        assert all(description(rule) for rule in notation | found | set(RULES))
        assert description("no-such-rule") == ""


class TestTheProjectsMaps:
    """Without a map's name, all that a site would know."""

    def test_they_are_all_checked_in_order(self, project, argmap):
        maps = project / "docs" / "maps"
        (maps / "old").mkdir(parents=True)
        for name in ("b", "a", "old/c"):
            (maps / f"{name}.yml").write_text(BARE)
        status, out, err = argmap("check")
        assert (status, err) == (0, "")
        assert [line.split(":")[0] for line in out.splitlines()] == [
            "docs/maps/a.yml",
            "docs/maps/b.yml",
            "docs/maps/old/c.yml",
        ]

    def test_from_below_the_project_they_are_the_same(self, project, argmap, monkeypatch):
        maps = project / "docs" / "maps"
        maps.mkdir(parents=True)
        (maps / "a.yml").write_text(BARE)
        monkeypatch.chdir(project / "docs")
        assert argmap("check")[1].startswith("maps/a.yml: 1 claim")

    def test_they_lie_where_the_settings_say(self, project, argmap):
        Path("argmap.toml").write_text('maps = "arguments"')
        Path("arguments").mkdir()
        Path("arguments", "a.yml").write_text(BARE)
        assert argmap("check")[1].startswith("arguments/a.yml: 1 claim")

    def test_a_map_that_no_page_can_name_is_told(self, project, argmap):
        maps = project / "docs" / "maps"
        maps.mkdir(parents=True)
        (maps / "a.yml").write_text(BARE)
        (maps / "a.yaml").write_text(BARE)
        status, _, err = argmap("check")
        assert status == 0
        assert err.startswith("docs/maps/a.yaml: warning[same-name]: ")
        assert argmap("check", "--strict")[0] == 1

    def test_where_there_are_none_that_is_said(self, project, argmap):
        said = "argmap: There are no maps in docs/maps. Name a map, or set `maps` in [tool.argmap] of pyproject.toml.\n"
        assert argmap("check") == (2, "", said)
