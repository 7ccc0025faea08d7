import pytest
from house import HOUSE
from workflow import Workflow


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
