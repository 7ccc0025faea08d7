"""`argmap draw` with many maps: all in one call, and none keeps another from being drawn."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from png_reader import Png

from argmap.cli import workers
from argmap.drawing import engine

LARGE = (
    "argmap: 1\ntitle: Large\nthesis: c0\nclaims:\n"
    + "".join(f"  c{n}: {{ text: Claim {n}., because: [c{n + 1}] }}\n" for n in range(129))
    + "  c129: { text: Last. }\n"
)


@pytest.fixture
def pool(monkeypatch):
    """However little there is to do, two cores share it."""
    monkeypatch.setattr(workers, "WORTH_IT", 0)
    monkeypatch.setattr(workers, "_cores", lambda: 2)


@pytest.fixture
def counting(project):
    """An engine that writes down how many graphs it is given each time."""
    path, count = project / "counting", project / "count"
    path.write_text(
        f'#!/bin/sh\nasked=$(mktemp)\ncat > "$asked"\necho $(grep -c "^digraph" "$asked") >> {count}\n'
        f'"{engine.find().path}" "$@" < "$asked"; status=$?; rm "$asked"; exit $status\n'
    )
    path.chmod(0o755)
    return path, lambda: [int(line) for line in count.read_text().split() if line != "0"]


def maps(number):
    """So many maps, no two alike."""
    names, pier = [f"map-{n}.yml" for n in range(number)], Path("pier.yml").read_text("utf-8")
    for n, name in enumerate(names):
        Path(name).write_text(pier.replace("second pier", f"pier {'very ' * 8 * n}long"), "utf-8")
    return names


def drawn(folder="out"):
    return sorted(path.name for path in Path(folder).iterdir())


def test_each_map_has_its_file(project, argmap):
    names = maps(3)
    assert argmap("draw", *names, "-o", "out") == (0, "", "")
    assert drawn() == ["map-0.svg", "map-1.svg", "map-2.svg"]
    for n, name in enumerate(names):
        argmap("draw", name, "-o", "alone.svg")
        assert Path("alone.svg").read_text("utf-8") == Path(f"out/map-{n}.svg").read_text("utf-8")


def test_on_several_cores_the_files_are_the_same(project, argmap, pool):
    names = maps(5)
    assert argmap("draw", *names, "broken.yml", "-o", "out")[0] == 1
    several = {name: Path("out", name).read_bytes() for name in drawn()}
    for name in names:
        argmap("draw", name, "-o", "alone.svg")
        assert Path("alone.svg").read_bytes() == several[name.replace("yml", "svg")]


@pytest.mark.skipif(os.name != "posix", reason="a shell script is no program elsewhere")
def test_one_process_of_the_engine_lays_out_many_maps(project, argmap, counting):
    path, asked = counting
    assert argmap("draw", *maps(20), "-o", "out", "--engine", path)[0] == 0
    assert sum(asked()) >= 20
    assert asked()[0] >= 20
    assert len(asked()) <= 3


@pytest.mark.parametrize("on", ["one core", "several"])
def test_one_that_fails_keeps_no_other_back_and_has_a_line_of_its_own(project, argmap, request, on):
    if on == "several":
        request.getfixturevalue("pool")
    status, out, err = argmap("draw", "pier.yml", "broken.yml", "none.yml", "unused.yml", "-o", "out")
    assert (status, out) == (2, "")
    assert drawn() == ["pier.svg", "unused.svg"]
    assert err.splitlines()[-2:] == ["argmap: broken.yml was not drawn.", "argmap: none.yml was not drawn."]
    assert "broken.yml:9:16: error[unknown-reference]" in err
    assert "none.yml: error[unreadable]" in err
    assert "unused.yml was not" not in err


def test_findings_are_said_in_the_order_of_the_maps(project, argmap, pool):
    _, _, err = argmap("draw", "unused.yml", "misquoted.yml", "broken.yml", "-o", "out")
    said = dict.fromkeys(line.partition(":")[0] for line in err.splitlines())
    assert list(said) == ["unused.yml", "misquoted.yml", "broken.yml", "argmap"]


@pytest.mark.skipif(os.name != "posix", reason="a shell script is no program elsewhere")
def test_a_map_that_the_engine_cannot_lay_out_fails_alone(project, argmap):
    names = maps(3)
    Path("large.yml").write_text(LARGE)
    picky = project / "picky"
    picky.write_text(
        f'#!/bin/sh\nasked=$(mktemp)\ncat > "$asked"\ngrep -q "c100 " "$asked" && exit 3\n'
        f'"{engine.find().path}" "$@" < "$asked"\n'
    )
    picky.chmod(0o755)
    status, _, err = argmap("draw", *names, "large.yml", "--flat", "-o", "out", "--engine", picky)
    assert (status, drawn()) == (1, ["map-0.svg", "map-1.svg", "map-2.svg"])
    assert "large.yml: warning[layout]: No drawing" in err
    assert err.splitlines()[-1] == "argmap: large.yml was not drawn."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["pier.yml", "other/pier.yml", "-o", "out"],
            "pier.yml and other/pier.yml would both be drawn to out/pier.svg. Draw them into folders of their own.",
        ),
        (["pier.yml", "unused.yml", "-o", "-"], "Standard output takes one map; several need a folder: `-o FOLDER`."),
        (["pier.yml", "unused.yml", "-o", "report.txt"], "Nothing can be drawn into report.txt: it is no folder."),
        (
            ["map.json", "pier.yml", "--format", "json", "-o", "."],
            "map.json is a map, and would be written over. Draw into another folder.",
        ),
    ],
)
def test_what_would_write_over_something_is_told_before_anything_is_written(project, argmap, arguments, said):
    Path("map.json").write_text(json.dumps({"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": {"text": "T."}}}))
    before = sorted(path for path in project.rglob("*"))
    assert argmap("draw", *arguments) == (2, "", f"argmap: {said}\n")
    assert sorted(path for path in project.rglob("*")) == before


def test_one_map_goes_into_what_is_written_as_a_folder(project, argmap):
    assert argmap("draw", "pier.yml", "-o", "new/folder/")[0] == 0
    assert drawn("new/folder") == ["pier.svg"]


def test_a_view_that_a_map_has_not_fails_that_map(project, argmap):
    Path("plain.yml").write_text(Path("pier.yml").read_text("utf-8").partition("views:")[0], "utf-8")
    status, _, err = argmap("draw", "pier.yml", "plain.yml", "--view", "money", "-o", "out")
    assert (status, drawn()) == (2, ["pier.svg"])
    assert err == "argmap: The map has no view `money`.\nargmap: plain.yml was not drawn.\n"


class TestFormats:
    """What is drawn, by its name or by the option."""

    def test_a_picture_each(self, project, argmap):
        assert argmap("draw", *maps(2), "--format", "png", "-o", "out")[0] == 0
        assert drawn() == ["map-0.png", "map-1.png"]
        assert Png(Path("out/map-0.png").read_bytes()).width > 400

    def test_where_everything_goes(self, project, argmap):
        status, out, _ = argmap("draw", "pier.yml", "--format", "json", "-o", "-")
        found = json.loads(out)
        assert status == 0
        assert sorted(claim for card in found["cards"] for claim in card["claims"]) == sorted(
            ["build-it", "ferries-wait", "waiting-costs", "too-dear"]
        )
        assert {argument for line in found["lines"] for argument in line["arguments"]} >= {"the-price", "by-adding-up"}
        assert all(len(line["points"]) % 3 == 1 for line in found["lines"])
        assert all(card["x"] + card["width"] <= found["width"] for card in found["cards"])

    def test_a_graph_with_its_texts_that_graphviz_takes(self, project, argmap):
        Path("odd.yml").write_text(
            "argmap: 1\ntitle: '\"\\N&copy;'\nthesis: t\nclaims:\n"
            "  t: { text: 'A \"\\N\" &copy; here.', because: [[a, b]] }\n"
            "  a: { text: A. }\n  b: { text: B. }\n"
        )
        assert argmap("draw", "odd.yml", "-o", "odd.gv")[0] == 0
        source = Path("odd.gv").read_text("utf-8")
        answer = json.loads(engine.lay_out(source, engine.find()))
        assert {thing["name"] for thing in answer["objects"]} == {"t", "a", "b", "t.because.1"}
        assert r'"A \"\\N\" &amp;copy; here."' in source

    def test_a_name_tells_the_format_and_an_option_goes_before_it(self, project, argmap):
        argmap("draw", "pier.yml", "-o", "pier.dot")
        argmap("draw", "pier.yml", "-o", "pier.txt", "--format", "json")
        assert Path("pier.dot").read_text().startswith("digraph ")
        assert json.loads(Path("pier.txt").read_text())["title"]


class TestCache:
    """Drawings are shared with the project's site, where it keeps any."""

    def kept(self):
        return sorted(path.suffix for path in Path(".cache/argmap").iterdir())

    @pytest.mark.skipif(os.name != "posix", reason="a shell script is no program elsewhere")
    def test_what_is_kept_is_not_laid_out_again(self, project, argmap, counting):
        path, asked = counting
        Path("argmap.toml").write_text('cache = ".cache/argmap"')
        names = maps(3)
        argmap("draw", *names, "-o", "out", "--engine", path)
        before = asked()
        first = [Path("out", name).read_bytes() for name in drawn()]
        argmap("draw", *names, "-o", "out", "--engine", path)
        assert asked() == before
        assert [Path("out", name).read_bytes() for name in drawn()] == first
        argmap("draw", *names, "-o", "out", "--engine", path, "--no-cache")
        assert len(asked()) > len(before)
        assert [Path("out", name).read_bytes() for name in drawn()] == first

    def test_a_project_without_one_gets_none(self, project, argmap):
        argmap("draw", "pier.yml", "-o", "pier.svg")
        assert not Path(".cache").exists()

    def test_one_that_a_build_has_made_is_used(self, project, argmap):
        Path(".cache/argmap").mkdir(parents=True)
        argmap("draw", "pier.yml", "-o", "pier.svg")
        assert self.kept() == [".map", ".svg"]

    def test_it_does_not_outgrow_its_limit(self, project, argmap):
        Path("argmap.toml").write_text('cache = ".cache/argmap"\ncache_limit = 1')
        old = Path(".cache/argmap", "0" * 64 + ".svg")
        old.parent.mkdir(parents=True)
        old.write_bytes(b"x" * 1_000_000)
        os.utime(old, (0, 0))
        argmap("draw", "pier.yml", "-o", "pier.svg")
        assert not old.exists()
        assert self.kept() == [".map", ".svg"]


# A terminal's commands heed Ctrl-C, and those that a shell has put in the background do not, whichever the tests are.
ON_TWO_CORES = (
    "import signal, sys; from argmap.cli import main, workers; signal.signal(signal.SIGINT, signal.{});"
    "workers.WORTH_IT = 0; workers._cores = lambda: 2; sys.exit(main())"
)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems interrupt otherwise")
def test_what_is_to_draw_in_the_background_draws_on_when_others_are_interrupted(project):
    names = maps(64)
    command = [sys.executable, "-c", ON_TWO_CORES.format("SIG_IGN"), "draw", *names, "-o", "out"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    while not Path("out/map-0.svg").exists():
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert len(drawn()) == 64


@pytest.mark.skipif(sys.platform != "linux", reason="other systems interrupt otherwise")
def test_ctrl_c_ends_all_that_draw_without_a_word_or_half_a_file(project):
    slow = project / "slow"
    slow.write_text(
        f'#!/bin/sh\ncase "$*" in *json0*) touch started; exec sleep 60;; esac\nexec "{engine.find().path}" "$@"\n'
    )
    slow.chmod(0o755)
    names = maps(64)
    command = [sys.executable, "-c", ON_TWO_CORES.format("default_int_handler"), "draw", *names, "-o", "out"]
    command += ["--engine", str(slow)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    while not Path("started").exists():
        assert process.poll() is None
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, b"argmap: Interrupted.\n")
    assert drawn() == []


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX's")
def test_a_terminal_sees_how_far_it_has_got(project):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "argmap", "draw", *maps(3), "broken.yml", "-o", "out"]
    process = subprocess.Popen(command, stderr=theirs, env=os.environ | {"TERM": "xterm", "COLUMNS": "200"})
    os.close(theirs)
    seen = b""
    while True:
        try:
            read = os.read(ours, 10_000)
        except OSError:
            break  # all who could write have ended
        if not read:
            break
        seen += read
    os.close(ours)
    assert process.wait(timeout=30) == 1
    text = re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", seen).decode()
    assert "4/4" in text
    assert "broken.yml:9:16: error[unknown-reference]" in text
