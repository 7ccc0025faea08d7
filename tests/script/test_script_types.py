"""The types in the page's script hold, as TypeScript judges them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from needs import NODE, node_package, run_node

CONFIG = NODE / "tsconfig.json"


def faults(config: Path) -> str:
    """What TypeScript says of the files of a configuration."""
    tsc = node_package("typescript") / "bin" / "tsc"
    told = run_node(tsc, "--project", config)
    assert bool(told.returncode) == bool(told.stdout), told.stderr
    return told.stdout


def test_the_types_of_the_script_hold() -> None:
    assert faults(CONFIG) == ""


@pytest.mark.parametrize(
    ("sound", "mistake", "code"),
    [
        ('verdict("falls", "rejected")', 'verdict("wobbles", "rejected")', "TS2345"),
        ("strength = NORMAL", "strength", "TS2322"),
        ("const NOTHING = -1;", "const NOTHING = -1;\nconst SOMETHING = 0;", "TS6133"),
        ('from "./map.js";\n\n', 'from "./maps.js";\n\n', "TS2307"),
    ],
)
def test_a_planted_mistake_is_found(sound, mistake, code, mistaken) -> None:
    folder = mistaken("labels.js", sound, mistake)
    config = folder / "tsconfig.json"
    config.write_text(json.dumps({"extends": str(CONFIG), "include": ["*.js"]}), "utf-8")
    found = faults(config)
    assert "labels.js(" in found
    assert f"error {code}:" in found
