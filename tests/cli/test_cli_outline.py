"""`argmap outline`: the whole map as a tree in the terminal, as Markdown, as data."""

import io
import json
from pathlib import Path

import pytest

from argmap.cli import main
from argmap.cli.terminal import cells
from argmap.reading import read

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "outlined"
MAPS = ["docs/maps/russia-iran.yml", "docs/maps/harbour/whole.yml", "tests/drawing/maps/persian.yml"]


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("name", ["russia-iran", "harbour/whole"])
def test_a_real_map(monkeypatch, argmap, name, form):
    monkeypatch.chdir(ROOT)
    status, out, err = argmap("outline", f"docs/maps/{name}.yml", "--format", form)
    assert (status, err) == (0, "")
    assert out == (GOLDEN / f"{name.replace('/', '-')}.{form}.txt").read_text("utf-8")


def told(item, found):
    """Every claim and every argument of an outline."""
    found.append(("claim", item["claim"], item["reference"]))
    for argument in item.get("arguments", ()):
        walk(argument, found)
    return found


def walk(argument, found):
    found.append(("argument", argument["id"], argument["side"]))
    for premise in argument["premises"]:
        told(premise, found)
    for own in argument["own"]:
        walk(own, found)


@pytest.mark.parametrize("file", MAPS)
def test_every_claim_stands_in_full_once_and_every_argument_once(monkeypatch, argmap, file):
    monkeypatch.chdir(ROOT)
    _, out, _ = argmap("outline", file, "--format", "json")
    found = [entry for root in json.loads(out)["outline"] for entry in told(root, [])]
    argument_map = read(Path(file)).map
    assert sorted(name for kind, name, more in found if kind == "claim" and not more) == sorted(argument_map.claims)
    assert sorted(name for kind, name, _ in found if kind == "argument") == sorted(argument_map.arguments)


@pytest.mark.parametrize("file", MAPS)
def test_the_text_names_every_claim_and_its_label(monkeypatch, argmap, file):
    monkeypatch.chdir(ROOT)
    _, out, _ = argmap("outline", file)
    reading = read(Path(file))
    for claim, verdict in ((claim, reading.verdicts[claim]) for claim in reading.map.claims):
        assert f"{claim} · {reading.words(f'label.{verdict.label}')}" in out


class Screen(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("width", [30, 50, 80])
@pytest.mark.parametrize("file", [*MAPS, "tests/drawing/maps/chinese.yml"])
def test_it_wraps_to_the_terminal(monkeypatch, file, width):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", str(width))
    screen = Screen()
    monkeypatch.setattr("sys.stdout", screen)
    main(["outline", file])
    deepest = 24 + 30  # where there is hardly room for a word, lines are as wide as a word needs
    assert max(map(cells, screen.getvalue().splitlines())) <= (width if width >= 50 else deepest)


def test_a_view(project, argmap):
    status, out, _ = argmap("outline", "pier.yml", "--view", "money")
    assert status == 0
    assert "too-dear" in out
    assert "ferries-wait" not in out
    assert "Related claims not shown here: 1" in out


def test_an_unknown_view(project, argmap):
    said = "argmap: The map has no view `mony`. Did you mean `money`?\n"
    assert argmap("outline", "pier.yml", "--view", "mony") == (2, "", said)


def test_a_claim_met_again_is_referred_to(project, argmap):
    _, out, _ = argmap("outline", "pier.yml")
    assert out.count("Ferries wait 40 minutes for the only pier") == 2
    assert "See “Ferries wait 40 minutes for the only pier”" in out


def test_a_text_that_would_steer_the_terminal_does_not(project, argmap):
    Path("odd.yml").write_text('argmap: 1\ntitle: "A\\tB"\nthesis: a\nclaims: { a: { text: "<b>\\n# one" } }\n')
    _, out, _ = argmap("outline", "odd.yml")
    assert out == "A B\n\nThesis: <b> # one\n  a · stands\n"
    _, out, _ = argmap("outline", "odd.yml", "--format", "markdown")
    assert "&lt;b&gt; #<!-- --> one" in out


def test_findings_make_the_status_and_keep_nothing_back(project, argmap):
    status, out, err = argmap("outline", "misquoted.yml")
    assert status == 1
    assert "too-dear" in out
    assert "error[quote-not-found]" in err
