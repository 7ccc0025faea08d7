"""Graphviz found and called, and what becomes of a drawing when it fails."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from drawn_maps import NAMES, column, drawn, golden, plain

from argmap.drawing import EngineError, engine

SMALL = plain({"t": {"because": ["a"], "but": ["b"]}, "a": {}, "b": {}})
SOURCE = "digraph argmap { a -> b }"


@pytest.fixture(params=["embedded", "system"])
def either(request):
    """Each engine in its turn; only at home may Graphviz be missing."""
    if request.param == "system" and shutil.which("dot") is None:
        if os.environ.get("CI"):
            pytest.fail("There is no `dot` on PATH, and CI tests both engines.")
        pytest.skip("There is no `dot` on PATH.")
    return request.param


@pytest.fixture
def script(tmp_path):
    """An engine of one's own making, in Python; asked for its version it answers at once."""

    def write(body):
        path = tmp_path / "engine"
        head = f"#!{sys.executable} -SE\nimport os, sys, time\nif '-V' in sys.argv: sys.exit(print('fake 1.0'))\n"
        path.write_text(head + body, "utf-8")
        path.chmod(0o755)
        return path

    return write


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_draw_every_map_with_the_same_cards(either, name):
    picture = column(golden(name), engine=either)
    other = column(golden(name), engine="embedded")
    assert list(picture.cards) == list(other.cards)
    assert list(picture.claims) == list(golden(name).map.reading_order)


def test_both_engines_set_cards_to_the_same_sizes(either):
    def sizes(name):
        cards = column(golden("russian"), engine=name).cards.values()
        return [(round(card.right - card.left, 1), round(card.bottom - card.top, 1)) for card in cards]

    assert sizes(either) == sizes("embedded")


def test_an_engine_tells_its_version(either):
    assert "version" in engine.find(either).version


def test_the_embedded_engine_is_the_default():
    assert engine.find() == engine.find("embedded")


@pytest.mark.parametrize("name", ["/nowhere/dot", "no-such-engine"])
def test_an_engine_that_is_not_there_is_named_with_what_to_do(name):
    with pytest.raises(EngineError, match="was not found") as caught:
        engine.find(name)
    assert "pip install graphviz-pure" in caught.value.hint


def test_a_file_that_cannot_be_run_is_no_engine(tmp_path):
    (tmp_path / "dot").write_text("digraph {}", "utf-8")
    with pytest.raises(EngineError, match="was not found"):
        engine.find(str(tmp_path / "dot"))


def test_a_file_that_is_no_program_is_no_engine(tmp_path):
    path = tmp_path / "dot"
    path.write_bytes(b"\x7fELF but not really")
    path.chmod(0o755)
    with pytest.raises(EngineError, match="does not tell its version"):
        engine.find(str(path))


def test_an_engine_that_is_gone_since_it_was_found_could_not_be_started(script):
    path = script("")
    found = engine.find(str(path))
    path.unlink()
    with pytest.raises(EngineError, match="could not be started"):
        engine.lay_out(SOURCE, found)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("print('rubbish')", "failed"),
        ("sys.exit('out of ideas')", "failed: out of ideas"),
        ("sys.exit(1)", "ended with status 1"),
        ("pass", "ended with status 0"),
    ],
)
def test_an_engine_that_fails_says_why(script, body, said):
    with pytest.raises(EngineError, match=said):
        engine.lay_out(SOURCE, engine.find(str(script(body))))


def test_several_graphs_are_laid_out_as_each_alone(either):
    found = engine.find(either)
    sources = [SOURCE, "digraph other { c -> d -> e; c -> e }", SOURCE]
    assert [json.loads(answer) for answer in engine.lay_out_all(sources, found)] == [
        json.loads(engine.lay_out(source, found)) for source in sources
    ]


def test_an_engine_may_end_its_lines_as_windows_does(script):
    answer = 'import sys; sys.stdout.write("{\\r\\n  \\"name\\": 1\\r\\n}\\r\\n" * 2)'
    found = engine.lay_out_all([SOURCE, SOURCE], engine.find(str(script(answer))))
    assert [json.loads(each) for each in found] == [{"name": 1}, {"name": 1}]


def test_an_engine_that_leaves_a_graph_out_fails(script):
    with pytest.raises(EngineError, match="answered 1 of 2 graphs"):
        engine.lay_out_all([SOURCE, SOURCE], engine.find(str(script("print('{}')"))))


@pytest.mark.parametrize(
    "answer", ["{}", "{", '{"bb": "0,0,1,1", "objects": [{"name": "c0"}]}', '{"bb": "no"}', "{\\x00"]
)
def test_an_answer_that_is_no_layout_leaves_a_finding(script, answer):
    drawing = drawn(SMALL, engine=str(script(f"print('''{answer}''')")))
    (finding,) = drawing.findings
    assert drawing.column is None
    assert finding.rule == "layout"


def test_an_engine_that_hangs_is_ended_at_the_time_limit(script, tmp_path):
    path = script(f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)")
    with pytest.raises(EngineError, match=r"longer than 1\.5 seconds") as caught:
        engine.lay_out(SOURCE, engine.find(str(path)), time_limit=1.5)
    assert "show less" in caught.value.hint
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text("utf-8")), 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a parent bound a child's memory")
def test_an_engine_that_eats_memory_is_ended_at_the_memory_limit(script):
    path = script("sys.stdin.read()\nsys.stdout.write('{' + str(len(b'x' * 10**9)))")
    with pytest.raises(EngineError, match="MemoryError"):
        engine.lay_out(SOURCE, engine.find(str(path)), memory_limit=300 * 1024**2)


def test_an_engine_knows_nothing_of_the_environment(script, monkeypatch):
    monkeypatch.setenv("SECRET", "of the build")
    monkeypatch.setenv("GV_FILE_PATH", "/")
    path = script("sys.stdin.read()\nprint('{', *os.environ)")
    names = engine.lay_out(SOURCE, engine.find(str(path))).decode().split()[1:]
    assert set(names) <= {
        "PATH",
        "SYSTEMROOT",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "SERVER_NAME",
        "LC_ALL",
        "LC_CTYPE",
    }
    assert "SERVER_NAME" in names


def test_no_text_of_the_map_reaches_the_engine(script, tmp_path):
    path = script(f"open({str(tmp_path / 'asked')!r}, 'w').write(sys.stdin.read())")
    drawn(golden("undercut-of-an-undercut-with-backing-and-groups"), engine=str(path))
    asked = (tmp_path / "asked").read_text("utf-8")
    assert "cluster_0" in asked
    assert not any(word in asked for word in ("school", "sleep", "buses"))


def test_without_an_engine_the_narrow_drawing_and_the_outline_are_still_there():
    drawing = drawn(SMALL, engine="/nowhere/dot")
    (finding,) = drawing.findings
    assert drawing.column is None
    assert str(finding).startswith(
        "plain.yml: warning[layout]: No drawing: the layout engine '/nowhere/dot' was not found"
    )
    assert "graphviz-pure" in finding.hint
    assert drawing.narrow.count('role="graphics-object group"') == 3
    assert drawing.outline.roots[0].claim == "t"


def test_an_engine_may_stand_where_a_path_has_spaces(tmp_path):
    path = tmp_path / "my engines" / "dot"
    path.parent.mkdir()
    path.symlink_to(engine.find("embedded").path)
    assert Path(engine.find(str(path)).path).is_file()
    assert drawn(SMALL, engine=str(path)).column == drawn(SMALL).column
