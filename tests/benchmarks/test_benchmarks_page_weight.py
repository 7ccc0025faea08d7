"""No page of the project's own site is too heavy. How long a build takes, the benchmarks tell."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "page_weight.py"


def weighed(*options):
    """The benchmark's table; it ends with a status of its own where a page is too heavy."""
    done = subprocess.run([sys.executable, SCRIPT, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_no_page_has_too_much_html():
    assert "maps/russia-iran/claims/" in weighed("--no-fonts")


def test_no_first_visit_brings_too_many_fonts():
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))) and not os.environ.get("CI"):
        pytest.skip("there is no Chromium on PATH")
    assert ".woff2" in weighed()
