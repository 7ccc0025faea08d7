"""What the workflows promise, whatever else changes in them."""

import re

import pytest
from workflow import Workflow

PINNED = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def loose_actions(workflow):
    """Actions that are not pinned to a commit with its version beside it; a workflow of our own needs no pin."""
    uses = re.findall(r"^ *(?:- )?uses: *(.*)$", workflow.text, re.MULTILINE)
    return [action for action in uses if not action.startswith("./") and not PINNED.fullmatch(action)]


def writing_for_strangers(workflow):
    """What a pull request, which anyone may open, is allowed to write."""
    if "pull_request_target" in workflow.triggers:
        return ["pull_request_target"]
    return [grant for grant in workflow.grants if "pull_request" in workflow.triggers and grant[-1] != "read"]


def writing_elsewhere(workflow):
    """What any job but the one that deploys is allowed to write."""
    deploying = {("deploy", "pages", "write"), ("deploy", "id-token", "write")}
    return [grant for grant in workflow.grants if grant[-1] != "read" and grant not in deploying]


def granted_to_all(workflow):
    """What is granted to every job, or to one that never says what it needs."""
    silent = [name for name, job in workflow.jobs.items() if "permissions" not in job]
    return silent or workflow.data["permissions"] != {}


def kept_tokens(workflow):
    """Checkouts that leave the token behind for every later step."""
    checkouts = [step for step in workflow.steps if step.get("uses", "").startswith("actions/checkout@")]
    return [step for step in checkouts if step.get("with", {}).get("persist-credentials") != "false"]


def without_end(workflow):
    """Jobs that may hang for GitHub's six hours. One that calls a workflow takes that one's limits."""
    return [name for name, job in workflow.jobs.items() if "uses" not in job and "timeout-minutes" not in job]


def commands_made_of_data(workflow):
    """Commands into which GitHub writes a value before a shell reads them."""
    return [step["run"] for step in workflow.steps if "${{" in step.get("run", "")]


def racing(workflow):
    """A workflow whose runs do not wait for each other."""
    return "concurrency" not in workflow.data


BREACHES = {
    loose_actions: (" # v5.0.0", ""),
    writing_for_strangers: ("  push:\n    branches: [main]", "  pull_request:"),
    writing_elsewhere: ("pages: read", "pages: write"),
    granted_to_all: ("permissions: {}", "permissions:\n  contents: read"),
    kept_tokens: ("persist-credentials: false", "fetch-depth: 1"),
    without_end: ("    timeout-minutes: 10\n", ""),
    commands_made_of_data: ("run: make site", "run: make site SITE_URL=${{ github.ref }}"),
    racing: ("concurrency:", "env:"),
}


@pytest.mark.parametrize("breaches", BREACHES, ids=lambda breaches: breaches.__name__)
def test_a_promise_is_kept_and_a_breach_of_it_noticed(breaches, check, publish, maps):
    assert not breaches(check)
    assert not breaches(publish)
    assert not breaches(maps)
    assert BREACHES[breaches][0] in publish.text
    assert breaches(Workflow(publish.text.replace(*BREACHES[breaches])))


def test_pull_requests_are_tested_and_built_and_nothing_else(check):
    assert check.triggers == {"pull_request", "workflow_call"}
    commands = [step["run"] for step in check.steps if "run" in step]
    assert commands[-2:] == ["make test", "make site"]
    assert not any("upload" in step.get("uses", "") or "deploy" in step.get("uses", "") for step in check.steps)


def test_only_main_is_published_and_only_what_passed(publish):
    assert publish.data["on"] == {"push": {"branches": ["main"]}}
    assert set(publish.jobs["deploy"]["needs"]) == {"check", "build"}
    assert publish.jobs["check"]["uses"] == "./.github/workflows/check.yml"
    assert publish.jobs["deploy"]["environment"]["name"] == "github-pages"
    assert publish.data["concurrency"]["cancel-in-progress"] == "false"


def test_the_site_is_built_for_the_address_that_pages_gives_it(publish):
    asked = publish.step("actions/configure-pages")
    (built,) = [step for step in publish.jobs["build"]["steps"] if step.get("run") == "make site"]
    assert built["env"] == {
        "SITE_URL": f"${{{{ steps.{asked['id']}.outputs.base_url }}}}",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }
    assert publish.step("actions/upload-pages-artifact")["with"] == {"path": "site"}


def test_drawings_are_kept_by_main_and_only_read_by_pull_requests(check, publish):
    kept, restored = publish.step("actions/cache")["with"], check.step("actions/cache/restore")["with"]
    assert kept == restored
    assert kept["path"] == ".cache"
    assert kept["key"].startswith(kept["restore-keys"])
    assert kept["key"] != kept["restore-keys"]
    assert not [
        step for step in check.steps if step.get("uses", "").startswith(("actions/cache@", "actions/cache/save"))
    ]
