"""The site that builds are compared with is the same site, made without argmap."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
FREEZE = """
import sys
from pathlib import Path
from frozen import frozen
frozen(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def frozen(tmp_path_factory):
    """A frozen copy of this project. It is compared with the real site as it is made."""
    target = tmp_path_factory.mktemp("benchmark") / "frozen"
    benchmarks = os.environ | {"PYTHONPATH": str(HOUSE / "benchmarks")}
    subprocess.run([sys.executable, "-c", FREEZE, str(HOUSE), str(target)], check=True, env=benchmarks)
    return target


def test_a_frozen_site_has_every_page(frozen):
    claims = (frozen / "site/maps/russia-iran/claims/index.html").read_text("utf-8")
    assert claims.count("am-drawing") > 20


def test_a_frozen_site_needs_no_argmap(frozen):
    said = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "mkdocs", "build", "--strict", "--site-dir", "site"],
        cwd=frozen,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    imported = {line.rpartition("|")[2].strip() for line in said.stderr.splitlines() if line.startswith("import time")}
    assert "mkdocs.commands.build" in imported
    assert not [name for name in imported if name.partition(".")[0] == "argmap"]
