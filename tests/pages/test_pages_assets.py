"""The one script and the one style sheet: joined from files that stay what they are, and small."""

from __future__ import annotations

import gzip
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from needs import NODE, node_package, run_node

from argmap.pages import assets
from argmap.pages.assets import SCRIPTS
from argmap.pages.fence import BUCKETS

FOLDER = Path(assets.__file__).parent / "script"
SOURCES = {name: (FOLDER / f"{name}.js").read_text("utf-8") for name in SCRIPTS}
# What a reader's browser gets of both, in bytes, from a host that compresses well.
LIMIT = 25_000

TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let|var) ([\w$]+|\{[^}]*\})", re.MULTILINE)
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";$', re.MULTILINE)
# What makes markup or code of text, or a style that a strict policy refuses: an attribute, not the property.
REFUSED = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|setHTML"
    r"|\beval\b|new Function|setTimeout\(\s*[\"'`]|\bstyle:|setAttribute\(\s*[\"']style|javascript:"
    r"|\bon\w+=[\"'`]|cssText"
)


def joined() -> str:
    return next(content for path, content in assets.assets(BUCKETS).items() if path.endswith(".js")).decode()


def parses(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    file = folder / "joined.mjs"
    file.write_text(script, "utf-8")
    return run_node("--check", file)


def names(text: str) -> list[str]:
    return [name for group in TOP_LEVEL.findall(text) for name in re.findall(r"[\w$]+", group)]


def test_script_and_style_sheet_are_small() -> None:
    weight = {
        path: len(gzip.compress(content, 9, mtime=0))
        for path, content in assets.assets(BUCKETS).items()
        if not path.startswith(f"{assets.FOLDER}/fonts/")
    }
    assert len(weight) == 2
    assert sum(weight.values()) <= LIMIT, weight


def test_every_file_is_joined_once_and_after_those_it_imports() -> None:
    # What only an editor's server adds imports nothing.
    assert sorted((*SCRIPTS, "serving")) == sorted(path.stem for path in FOLDER.glob("*.js"))
    for place, name in enumerate(SCRIPTS):
        for _, imported in IMPORT.findall(SOURCES[name]):
            assert imported in SCRIPTS[:place], f"{name} imports {imported}"


def test_an_import_is_one_line_and_renames_nothing() -> None:
    """The join takes out whole lines, and names stay as they are."""
    for name, text in SOURCES.items():
        assert len(IMPORT.findall(text)) == len(re.findall(r"^\s*import\b(?!\()", text, re.MULTILINE)), name
        assert not any(" as " in imported for imported, _ in IMPORT.findall(text)), name
        assert not re.search(r"^export (default|\{|\*)|\bimport\(|^[ \t]+export ", text, re.MULTILINE), name


def test_what_is_imported_is_exported_there() -> None:
    for name, text in SOURCES.items():
        for imported, source in IMPORT.findall(text):
            for each in re.findall(r"[\w$]+", imported):
                assert re.search(rf"^export .*\b{re.escape(each)}\b", SOURCES[source], re.MULTILINE), f"{name}: {each}"


def test_no_two_files_give_the_same_name_to_something() -> None:
    counted = Counter(name for text in SOURCES.values() for name in names(text))
    assert len(counted) > 40
    assert [name for name, times in counted.items() if times > 1] == []


def test_the_joined_module_parses_and_imports_nothing(tmp_path: Path) -> None:
    script = joined()
    told = parses(script, tmp_path)
    assert told.returncode == 0, told.stderr
    assert not re.search(r"(?:^|[;}\n])(?:import|export)\b", script)
    # A name given twice is a mistake that Node finds.
    assert parses(f"{script}\n{joined()}", tmp_path).returncode


def test_the_script_makes_no_markup_and_no_code_of_text() -> None:
    assert [(name, REFUSED.findall(text)) for name, text in SOURCES.items() if REFUSED.search(text)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "box.innerHTML = text",
        "box.insertAdjacentHTML('beforeend', text)",
        'html("p", { style: "color: red" })',
        'row.setAttribute("style", "")',
        "new Function(text)",
        "eval(text)",
    ],
)
def test_markup_and_code_of_text_would_be_found(planted: str) -> None:
    assert REFUSED.search(planted)


def test_the_script_s_files_are_formatted_by_prettier() -> None:
    prettier = node_package("prettier") / "bin" / "prettier.cjs"
    files = [FOLDER / f"{name}.js" for name in SCRIPTS]
    told = run_node(prettier, "--config", NODE / "prettier.json", "--check", *files)
    assert told.returncode == 0, told.stderr


def test_the_name_of_each_changes_with_its_content() -> None:
    here, there = ([path for path in assets.assets(widths) if "fonts/" not in path] for widths in (BUCKETS, (880,)))
    assert here[0] != there[0]
    assert here[1] == there[1]
