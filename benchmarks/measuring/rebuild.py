"""What `mkdocs serve` spends on building a site again after one file has changed: says it as JSON.

    python rebuild.py docs/maps/a.yml     # from the project's folder

The site is built twice in one process, as `serve` does it: the settings are read again, and plugins that ask for it
stay. The file is written anew in between, with a word of it changed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

WORDS = ("harbour", "airport")


def main(changed: Path) -> None:
    """Build, change, build again; say what the second build cost."""
    with tempfile.TemporaryDirectory() as site:
        config = settings(site)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=config.site_url)
        change(changed)
        start, before = time.perf_counter(), cpu()
        config = settings(site)
        build(config, serve_url=config.site_url)
        print("\n" + json.dumps({"cpu": cpu() - before, "elapsed": time.perf_counter() - start}))
        config.plugins.on_shutdown()


def settings(site: str) -> MkDocsConfig:
    """The project's, as `serve` reads them for every build."""
    config = load_config(site_dir=site)
    config.site_url = "http://127.0.0.1:8000/"
    return config


def change(file: Path) -> None:
    """Put a word for another: back, where a run before this one has done so."""
    text = file.read_text("utf-8")
    old, new = WORDS if WORDS[0] in text else reversed(WORDS)
    if old not in text:
        sys.exit(f"{file.name} has neither of the words {WORDS}: nothing can be changed in it")
    file.write_text(text.replace(old, new, 1), "utf-8")


def cpu() -> float:
    """The seconds of CPU of this process and of all that it has started and that have ended."""
    user, system, children_user, children_system, _ = os.times()
    return user + system + children_user + children_system


if __name__ == "__main__":
    main(Path(sys.argv[1]))
