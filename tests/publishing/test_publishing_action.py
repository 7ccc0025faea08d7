"""The action that other repositories use: its inputs, and what its steps do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from needs import needed

HOUSE = Path(__file__).parent.parent.parent
ACTION = yaml.load((HOUSE / "action.yml").read_text("utf-8"), yaml.BaseLoader)
STEPS = ACTION["runs"]["steps"]
PINNED = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}")
MAP = "{argmap: 1, title: A pier, thesis: a, claims: {a: {text: It is so.}}}"


def test_what_it_uses_is_pinned_and_named_in_its_comment():
    text = (HOUSE / "action.yml").read_text("utf-8")
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert len(used) == 2
    assert all(PINNED.fullmatch(action) for action in used)
    assert all(re.search(rf"{re.escape(action)} # v\d+\.\d+\.\d+\n", text) for action in used)


def test_every_input_is_described_used_and_has_a_default_that_asks_for_no_rights():
    steps = str(STEPS)
    for name, item in ACTION["inputs"].items():
        assert item["description"].strip().endswith(".")
        assert "default" in item
        assert f"inputs.{name}" in steps
    assert ACTION["inputs"]["sarif"]["default"] == "false"


def test_the_readme_describes_every_input():
    readme = (HOUSE / "README.md").read_text("utf-8")
    assert [name for name in ACTION["inputs"] if f"| `{name}` |" not in readme] == []


def test_no_command_is_made_of_data():
    assert not [step["run"] for step in STEPS if "${{" in step.get("run", "")]


def test_whoever_uses_it_here_gives_inputs_that_it_has(maps):
    (step,) = [step for step in maps.steps if step.get("uses") == "./"]
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert step["with"]["compare-with"] == "HEAD^1"
    assert maps.step("actions/checkout")["with"]["fetch-depth"] == "2"
    assert maps.triggers == {"pull_request"}


def test_argmap_is_installed_from_where_the_action_came_from():
    (install,) = [step for step in STEPS if step["name"] == "Install argmap"]
    assert install["env"]["ACTION"] == "${{ github.action_path }}"
    assert install["run"].rstrip().endswith('pip install --quiet --disable-pip-version-check "$ACTION"')


@pytest.fixture
def runner(tmp_path, monkeypatch):
    """A runner on which argmap is installed, with a pull request checked out; runs a step by its name."""
    bash = needed("bash")
    program = tmp_path / "temp" / "argmap" / "bin" / "argmap"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n')
    program.chmod(0o755)
    work = tmp_path / "work"
    (work / "docs" / "maps").mkdir(parents=True)
    (work / "mkdocs.yml").write_text("")
    (work / "docs/maps/pier.yml").write_text(MAP)
    monkeypatch.chdir(work)
    git = [needed("git"), "-c", "user.name=E", "-c", "user.email=e@example.org"]
    for words in (["init"], ["add", "--all"], ["commit", "--message", "before"]):
        subprocess.run([*git, *words], check=True, capture_output=True, timeout=60)

    def run(name, **env):
        (step,) = [step for step in STEPS if step["name"] == name]
        given = {
            "RUNNER_TEMP": str(tmp_path / "temp"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "PYTHONPATH": str(HOUSE),
            "MAPS": "",
            "STRICT": "false",
        }
        command = [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        return subprocess.run(
            command, env=os.environ | given | env, capture_output=True, text=True, timeout=120, check=False
        )

    return run


def test_a_sound_project_passes(runner):
    done = runner("Check the maps")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_mistake_is_marked_at_its_line_and_fails(runner):
    Path("docs/maps/pier.yml").write_text(MAP.replace("thesis: a", "thesis: b"))
    done = runner("Check the maps")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=docs/maps/pier.yml,line=1,col=")


def test_warnings_fail_when_they_are_to(runner):
    Path("docs/maps/pier.yml").write_text(MAP.replace("}}}", "}, b: {text: It is not.}}}"))
    assert runner("Check the maps").returncode == 0
    assert runner("Check the maps", STRICT="true").returncode == 1


def test_maps_can_be_named_a_path_on_each_line_whatever_stands_in_it(runner):
    for name in ("one map.yml", "--strict", "$(touch stolen).yml"):
        Path(name).write_text(MAP)
    done = runner("Check the maps", MAPS="one map.yml\n\n--strict\n$(touch stolen).yml\n")
    assert (done.returncode, done.stdout) == (0, "")
    assert not Path("stolen").exists()


def test_findings_for_code_scanning_are_written_whether_or_not_they_fail(runner, tmp_path):
    Path("docs/maps/pier.yml").write_text("")
    done = runner("Write the findings down for code scanning")
    assert done.returncode == 0
    assert '"version": "2.1.0"' in (tmp_path / "temp" / "argmap.sarif").read_text("utf-8")


def test_what_differs_is_written_into_the_summary(runner, tmp_path):
    Path("docs/maps/pier.yml").write_text(MAP.replace("It is so.", "It is as it is."))
    assert runner("Say what differs", REVISION="HEAD").returncode == 0
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert summary.startswith("### docs/maps/pier.yml\n\n1 claim reworded.\n")


@pytest.mark.parametrize("broken", [MAP, "no map"])
def test_where_nothing_differs_or_can_be_compared_it_is_the_check_that_fails(runner, broken):
    Path("docs/maps/pier.yml").write_text(broken)
    assert runner("Say what differs", REVISION="HEAD").returncode == 0
