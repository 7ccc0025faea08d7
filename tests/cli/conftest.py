"""A small project to run commands in."""

import pytest
from pier import PIER

from argmap.cli import main

BROKEN = PIER.replace("because: [[ferries-wait, waiting-costs]]", "because: [[ferry-waits, waiting-costs]]")
MISQUOTED = PIER.replace("routinely wait forty", "routinely wait fifty")
UNUSED = PIER.replace("views:", "  founded: { text: The harbour was founded in 1850. }\nviews:")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The folder of a project with a source and four maps: sound, with a warning, with an error, broken."""
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "mkdocs.yml": "",
        "report.txt": "Today ferries routinely wait forty minutes. A pier costs four million.\n",
        "pier.yml": PIER,
        "unused.yml": UNUSED,
        "misquoted.yml": MISQUOTED,
        "broken.yml": BROKEN,
    }.items():
        (tmp_path / name).write_text(content, "utf-8")
    return tmp_path


@pytest.fixture
def argmap(capsys):
    """Runs a command; gives its exit status, what it printed, and what it said on standard error."""

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return run
