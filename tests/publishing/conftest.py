from pathlib import Path

import pytest
from workflow import Workflow

HOUSE = Path(__file__).parent.parent.parent


def read(name):
    return Workflow((HOUSE / ".github" / "workflows" / name).read_text("utf-8"))


@pytest.fixture
def check():
    """The workflow of pull requests."""
    return read("check.yml")


@pytest.fixture
def publish():
    """The workflow of the main branch."""
    return read("publish.yml")


@pytest.fixture
def maps():
    """The workflow that tells reviewers what a pull request does to the maps."""
    return read("maps.yml")
