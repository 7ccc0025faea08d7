"""What some tests look for on the machine: without it they skip, and say so, but on CI, which has to have it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NODE = Path(__file__).parent / "node"


def needed(*names: str) -> str:
    """The path of the first of these programs that is there: beside this Python, as Node is, or on PATH."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    path = next(filter(None, (shutil.which(name, path=places) for name in names)), None)
    return path or _missing(f"there is no {names[0]} on PATH")


def node_package(name: str) -> Path:
    """The folder of a package that `make test` installs."""
    folder = NODE / "node_modules" / name
    return folder if folder.is_dir() else Path(_missing(f"{name} is not installed (`npm ci` in tests/node)"))


def run_node(*arguments: str | Path, told: str = "") -> subprocess.CompletedProcess[str]:
    """Node, run to its end."""
    command = [needed("node"), *map(str, arguments)]
    return subprocess.run(command, input=told, capture_output=True, encoding="utf-8", check=False)


def ask_node(script: str, question: Any) -> Any:
    """What a script in `node/` answers: JSON for JSON."""
    done = run_node(NODE / script, told=json.dumps(question))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _missing(reason: str) -> str:
    if os.environ.get("CI"):
        pytest.fail(reason)
    return pytest.skip(reason)
