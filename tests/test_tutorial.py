"""The tutorial: whatever it shows is a real map, drawn by argmap, and what it says argmap prints is what it prints."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from house import HOUSE
from html_reader import Html
from markdown import Markdown

from argmap.cli import main
from argmap.pages.fence import accept_fence, draw_fence
from argmap.reading import read

PAGES = {name: (HOUSE / "docs" / f"{name}.md").read_text("utf-8") for name in ("writing", "harbour")}
STEPS = [HOUSE / "docs/maps/harbour.yml", *sorted((HOUSE / "docs/maps/harbour").glob("*.yml"))]
FENCE = {"name": "argmap", "class": "argmap", "format": draw_fence, "validator": accept_fence}


class Block(NamedTuple):
    language: str
    text: str


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page, in order; what is in a block of Markdown belongs to it."""
    fences = re.finditer(r"^(?P<marks>`{3,})(?P<language>[a-z]+)[^\n]*\n(?P<text>.*?)^(?P=marks)$", page, re.M | re.S)
    return [Block(found["language"], found["text"]) for found in fences]


ALL = [block for page in PAGES.values() for block in blocks(page)]


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.stem)
def test_nothing_but_what_is_left_to_quote_is_to_be_said_against_a_map_of_it(path: Path) -> None:
    assert {finding.rule for finding in read(path).findings} <= {"uncovered-sentence"}


def test_every_step_is_shown() -> None:
    shown = "".join(block.text for block in ALL if block.language == "yaml")
    assert [path.name for path in STEPS if f"{path.relative_to(HOUSE)}" not in shown] == []


@pytest.mark.parametrize("block", [block for block in ALL if block.language == "yaml"], ids=lambda block: block.text)
def test_every_block_of_yaml_is_cut_from_a_map(block: Block) -> None:
    found = re.fullmatch(r'--8<-- "(docs/maps/[^":]+\.yml)(?::([a-z]+))?"\n', block.text)
    assert found
    text = (HOUSE / found[1]).read_text("utf-8")
    assert found[2] is None or all(f"# --8<-- [{end}:{found[2]}]" in text for end in ("start", "end"))


@pytest.mark.parametrize("name", PAGES)
def test_every_fence_draws_and_no_mark_of_a_cut_is_seen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOUSE)
    markdown = Markdown(
        extensions=["argmap.links", "pymdownx.snippets", "pymdownx.superfences"],
        extension_configs={
            "pymdownx.superfences": {"custom_fences": [FENCE]},
            "pymdownx.snippets": {"check_paths": True},
        },
    )
    page = Html(markdown.convert(PAGES[name]))
    drawn = sum(block.language == "argmap" for block in blocks(PAGES[name]))
    assert len(page.all("figure", "argmap")) == drawn > 0
    assert page.all("figure", "am-broken") == []
    assert len(page.all("svg", "am-column")) == drawn
    assert "8<--" not in page.text


def test_every_fence_that_is_shown_is_drawn_below() -> None:
    shown = [number for number, block in enumerate(ALL) if block.language == "markdown"]
    assert len(shown) == 3
    for number in shown:
        (inner,) = blocks(ALL[number].text)
        assert ALL[number + 1] == inner


def commands(page: str) -> Iterator[tuple[str, str, str]]:
    """What is run, on maps with which change made first, and what is said to be printed."""
    before = Block("", "")
    for block in blocks(page):
        if block.language == "console":
            command, _, printed = block.text.partition("\n")
            yield command.removeprefix("$ argmap "), before.text if before.language == "diff" else "", printed
        before = block


RUNS = [run for page in PAGES.values() for run in commands(page)]


@pytest.mark.parametrize(
    ("command", "change", "printed"), RUNS, ids=[f"{run[0]}{' changed' * bool(run[1])}" for run in RUNS]
)
def test_what_it_prints(
    command: str,
    change: str,
    printed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for folder in ("docs/maps", "seeds"):
        shutil.copytree(HOUSE / folder, tmp_path / folder)
    (tmp_path / "mkdocs.yml").write_text("")
    monkeypatch.chdir(tmp_path)
    if change:
        edit(Path(command.split()[1]), change)
    assert main(command.split()) == (1 if "error[" in printed else 0)
    out, err = capsys.readouterr()
    assert err + out == printed


def edit(path: Path, change: str) -> None:
    """Make a change as a diff without context says it."""
    old, new = ("".join(line[1:] for line in change.splitlines(True) if line[0] == sign) for sign in "-+")
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def test_the_changes_are_all_tried() -> None:
    changes = [block for block in ALL if block.language == "diff"]
    assert len(changes) == sum(bool(run[1]) for run in RUNS) == 3


def test_the_harbour_map_covers_its_report() -> None:
    reading = read(HOUSE / "docs/maps/harbour/whole.yml")
    assert reading.findings == ()
    assert 12 <= len(reading.anchoring.coverage["report"]) <= 15
    assert all(bool(claim.quotes) != bool(claim.implicit) for claim in reading.map.claims.values())
    assert reading.map.tour
    assert reading.map.views
