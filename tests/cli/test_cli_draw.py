"""`argmap draw`: a whole SVG file, or none."""

import json
import os
import posixpath
import re
import stat
from pathlib import Path
from xml.etree import ElementTree

import pytest
from png_reader import Png

from argmap.drawing import EngineError
from argmap.drawing.engine import Engine, lay_out

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def cards(svg):
    """The claims with a card of their own, in order."""
    groups = ElementTree.fromstring(svg).iter(f"{SVG}g")
    return [group.get("id").removeprefix("c-") for group in groups if group.get("id")]


def test_the_file_is_written_and_nothing_beside_it(project, argmap):
    before = files(project)
    assert argmap("draw", "pier.yml", "-o", "pier.svg") == (0, "", "")
    assert files(project) == sorted([*before, "pier.svg"])
    assert cards(Path("pier.svg").read_text("utf-8")) == ["build-it", "ferries-wait", "waiting-costs", "too-dear"]


def test_it_stands_by_itself(project, argmap):
    argmap("draw", "pier.yml", "-o", "pier.svg")
    root = ElementTree.parse("pier.svg").getroot()
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    links = [element.get(LINK) for element in root.iter(f"{SVG}a")]
    assert root.find(f"{SVG}style") is not None
    assert len(links) == 4
    assert {link.removeprefix("#") for link in links} <= ids, "every link leads to a card of this file"


def test_standard_output(project, argmap):
    argmap("draw", "pier.yml", "-o", "pier.svg")
    assert argmap("draw", "pier.yml", "-o", "-") == (0, Path("pier.svg").read_text("utf-8"), "")


def test_a_picture_is_sharp(project, argmap):
    argmap("draw", "pier.yml", "-o", "pier.svg")
    assert argmap("draw", "pier.yml", "-o", "pier.PNG") == (0, "", "")
    png = Png(Path("pier.PNG").read_bytes())
    assert png.width == pytest.approx(2 * float(ElementTree.parse("pier.svg").getroot().get("width")), abs=1)
    assert png.ink(0, 0, png.width, png.height) > 1_000


def test_no_picture_is_made_without_its_letters(project, argmap):
    Path("pier.yml").write_text(
        "argmap: 1\ntitle: 碼頭\nlanguage: zh\nthesis: t\nclaims:\n  t: { text: 應該建造第二座碼頭。 }\n", "utf-8"
    )
    said = "argmap: argmap's typefaces lack the letters of this map. Write an SVG: `-o NAME.svg`.\n"
    assert argmap("draw", "pier.yml", "-o", "pier.png") == (2, "", said)
    assert not Path("pier.png").exists()


def test_a_view(project, argmap):
    status, out, _ = argmap("draw", "pier.yml", "--view", "money", "-o", "-")
    assert status == 0
    assert sorted(cards(out)) == ["build-it", "too-dear", "waiting-costs"]


def test_an_unknown_view(project, argmap):
    said = "argmap: The map has no view `mony`. Did you mean `money`?\n"
    assert argmap("draw", "pier.yml", "--view", "mony", "-o", "pier.svg") == (2, "", said)
    assert not Path("pier.svg").exists()


def write_chain():
    claims = "".join(f"  c{n}: {{text: Claim {n}., because: [c{n + 1}]}}\n" for n in range(129))
    Path("large.yml").write_text(f"argmap: 1\ntitle: Large\nthesis: c0\nclaims:\n{claims}  c129: {{text: Last.}}\n")


def test_of_a_large_map_the_overview_is_drawn_unless_flat(project, argmap):
    write_chain()
    _, top, _ = argmap("draw", "large.yml", "-o", "-")
    _, flat, _ = argmap("draw", "large.yml", "--flat", "-o", "-")
    drawn = cards(top)
    assert drawn == [f"c{n}" for n in range(len(drawn))]
    assert f"+{130 - len(drawn)} below" in top
    assert f'href="#c-{drawn[-1]}"' in top
    assert cards(flat) == [f"c{n}" for n in range(130)]


def test_a_folder_takes_every_branch_of_a_large_map_with_marks_that_lead_to_them(project, argmap):
    write_chain()
    assert argmap("draw", "large.yml", "-o", "out/")[:2] == (0, "")
    files = {path.relative_to("out").as_posix(): path.read_text("utf-8") for path in Path("out").rglob("*.svg")}
    assert {"large.svg", "large/c11.svg"} <= set(files)
    assert {card for drawing in files.values() for card in cards(drawing)} == {f"c{n}" for n in range(130)}
    seen, waiting = set(), ["large.svg"]
    while waiting:
        file = waiting.pop()
        seen.add(file)
        for to in re.findall(r'class="am-below" xlink:href="([^"#]*)"', files[file]):
            waiting.append(posixpath.normpath(posixpath.join(posixpath.dirname(file), to)))
    assert seen == set(files)


@pytest.mark.parametrize("options", [["--view", "ends"], ["--flat"]])
def test_a_view_and_a_flat_drawing_have_no_branches(project, argmap, options):
    write_chain()
    with Path("large.yml").open("a", encoding="utf-8") as file:
        file.write("views:\n  ends: { focus: c129 }\n")
    argmap("draw", "large.yml", *options, "-o", "out/")
    assert [path.name for path in Path("out").iterdir()] == ["large.svg"]


@pytest.mark.parametrize("form", ["json", "dot"])
def test_what_else_is_drawn_of_a_large_map_says_where_it_ends(project, argmap, form):
    write_chain()
    argmap("draw", "large.yml", "--format", form, "-o", "out/")
    first, *others = sorted(Path("out").rglob(f"*.{form}"), key=lambda path: len(path.parts))
    assert others
    said = first.read_text("utf-8")
    if form == "json":
        assert json.loads(said)["below"] == {"c11": {"claims": 118, "branch": "c11"}}
    else:
        assert "+118 below" in said


def test_who_draws_a_large_map_into_a_file_is_told_what_is_left_out(project, argmap):
    write_chain()
    said = (
        "argmap: large.yml has 130 claims; its overview shows 12. "
        "For its branches draw into a folder, `-o FOLDER/`; for all claims in one drawing, `--flat`.\n"
    )
    assert argmap("draw", "large.yml", "-o", "out.svg")[2].endswith(said)
    for asked in (("-o", "out/"), ("-o", "out.svg", "--flat")):
        assert "overview" not in argmap("draw", "large.yml", *asked)[2]


def test_which_map_is_large_the_project_s_settings_say(project, argmap):
    write_chain()
    Path("argmap.toml").write_text("limit = 130\n")
    assert len(cards(argmap("draw", "large.yml", "-o", "-")[1])) == 130


def test_a_map_with_errors_found_later_is_drawn_and_fails(project, argmap):
    status, out, err = argmap("draw", "misquoted.yml", "-o", "-")
    assert status == 1
    assert len(cards(out)) == 4
    assert "error[quote-not-found]" in err


@pytest.mark.parametrize(("file", "status"), [("broken.yml", 1), ("none.yml", 2)])
def test_without_a_map_there_is_no_drawing_and_an_old_one_stays(project, argmap, file, status):
    Path("old.svg").write_text("old")
    got, out, err = argmap("draw", file, "-o", "old.svg")
    assert (got, out, Path("old.svg").read_text()) == (status, "", "old")
    assert err.startswith(file)


def test_the_map_of_the_article(monkeypatch, argmap, tmp_path):
    monkeypatch.chdir(ROOT)
    assert argmap("draw", "docs/maps/russia-iran.yml", "-o", tmp_path / "map.svg") == (0, "", "")
    assert len(cards((tmp_path / "map.svg").read_text("utf-8"))) == 21


class TestWriting:
    """Where the file goes."""

    @pytest.mark.parametrize(
        ("output", "why"),
        [
            ("none/pier.svg", "its folder does not exist"),
            (".", "Is a directory"),
            ("pier.yml/pier.svg", "Not a directory"),
        ],
    )
    def test_a_place_that_takes_no_file(self, project, argmap, output, why):
        before = files(project)
        said = f"argmap: The drawing cannot be written to {output}: {why}.\n"
        assert argmap("draw", "pier.yml", "-o", output) == (2, "", said)
        assert files(project) == before

    def test_when_the_disk_is_full_an_old_file_stays_whole(self, project, argmap, monkeypatch):
        def full(*_):
            raise OSError(28, "No space left on device")

        Path("pier.svg").write_text("old")
        before = files(project)
        monkeypatch.setattr("pathlib.Path.replace", full)
        status, _, err = argmap("draw", "pier.yml", "-o", "pier.svg")
        assert (status, err) == (
            2,
            "argmap: The drawing cannot be written to pier.svg: No space left on device.\n",
        )
        assert (files(project), Path("pier.svg").read_text()) == (before, "old")

    def test_when_it_is_interrupted_an_old_file_stays_whole(self, project, argmap, monkeypatch):
        def interrupted(*_):
            raise KeyboardInterrupt

        Path("pier.svg").write_text("old")
        before = files(project)
        monkeypatch.setattr("pathlib.Path.replace", interrupted)
        assert argmap("draw", "pier.yml", "-o", "pier.svg")[0] == 130
        assert (files(project), Path("pier.svg").read_text()) == (before, "old")

    @pytest.mark.skipif(os.name != "posix", reason="permissions and links are POSIX's")
    def test_permissions_and_links_are_kept(self, project, argmap):
        Path("kept.svg").write_text("old")
        Path("kept.svg").chmod(0o640)
        Path("link.svg").symlink_to("kept.svg")
        assert argmap("draw", "pier.yml", "-o", "link.svg")[0] == 0
        assert Path("link.svg").is_symlink()
        assert stat.S_IMODE(Path("kept.svg").stat().st_mode) == 0o640
        assert len(cards(Path("kept.svg").read_text("utf-8"))) == 4

    @pytest.mark.skipif(os.name != "posix", reason="umask is POSIX's")
    def test_a_new_file_has_the_permissions_that_new_files_have(self, project, argmap):
        Path("other").write_text("")
        argmap("draw", "pier.yml", "-o", "pier.svg")
        assert Path("pier.svg").stat().st_mode == Path("other").stat().st_mode

    @pytest.mark.skipif(os.name != "posix", reason="/dev is POSIX's")
    def test_a_device_is_written_to_and_not_replaced(self, project, argmap):
        assert argmap("draw", "pier.yml", "-o", os.devnull) == (0, "", "")
        assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


class TestEngine:
    """Without a layout there is a finding and no file."""

    def script(self, folder, body):
        path = folder / "dot"
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)
        return path

    def test_one_that_is_not_there(self, project, argmap):
        status, out, err = argmap("draw", "pier.yml", "-o", "pier.svg", "--engine", "none/dot")
        assert (status, out) == (1, "")
        assert "[layout]: No drawing: the layout engine 'none/dot' was not found" in err
        assert not Path("pier.svg").exists()

    @pytest.mark.skipif(os.name != "posix", reason="a shell script is no program elsewhere")
    def test_one_that_fails(self, project, argmap):
        Path("old.svg").write_text("old")
        engine = self.script(project, "cat > /dev/null; echo out of paper >&2; exit 3")
        status, out, err = argmap("draw", "pier.yml", "-o", "old.svg", "--engine", engine)
        assert (status, out, Path("old.svg").read_text()) == (1, "", "old")
        assert "No drawing: the layout engine dot failed: out of paper" in err

    @pytest.mark.skipif(os.name != "posix", reason="a shell script is no program elsewhere")
    def test_one_that_takes_too_long(self, project):
        engine = Engine(self.script(project, "exec sleep 600"))
        with pytest.raises(EngineError, match=r"the layout took longer than 0\.2 seconds"):
            lay_out("digraph {}", engine, time_limit=0.2)
