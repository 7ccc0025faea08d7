"""`argmap new`: a site that builds strictly, and nothing overwritten."""

import os
import subprocess
import sys
from pathlib import Path

FILES = ["mkdocs.yml", "docs/index.md", "docs/maps/first.yml", "texts/letter.txt", ".gitignore"]


def test_the_site_builds_strictly_and_its_map_has_no_findings(project, argmap):
    status, out, err = argmap("new", "site")
    assert (status, err) == (0, "")
    assert out == "".join(f"site/{name}\n" for name in FILES) + "See it with `cd site && mkdocs serve`.\n"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd="site",
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    page = Path("site/site/index.html").read_text("utf-8")
    assert "<svg" in page
    assert "maps/first/claims/#open-sundays" in page
    assert argmap("check", "--strict", "site/docs/maps/first.yml")[2] == ""
    assert argmap("fmt", "--check", "site/docs/maps/first.yml") == (0, "", "")


def test_a_folder_with_other_files_is_welcome(project, argmap):
    Path("site").mkdir()
    Path("site/README.md").write_text("mine")
    assert argmap("new", "site")[0] == 0
    assert Path("site/README.md").read_text() == "mine"


def test_nothing_is_overwritten_and_then_nothing_is_written(project, argmap):
    Path("site/docs").mkdir(parents=True)
    Path("site/docs/index.md").write_text("mine")
    assert argmap("new", "site") == (
        2,
        "",
        "argmap: Nothing is written: site/docs/index.md would be overwritten. Give a folder of its own.\n",
    )
    assert sorted(path.name for path in Path("site").rglob("*")) == ["docs", "index.md"]


def test_below_a_file_is_no_place_for_a_site(project, argmap):
    assert argmap("new", "pier.yml") == (2, "", "argmap: pier.yml cannot be written: File exists.\n")
    assert argmap("new", "pier.yml/site")[0] == 2
