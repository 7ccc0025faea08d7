"""Copies of a project: as it is, and frozen: the same site without argmap, which comes out the same."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load
from recording import RECORD

HERE = Path(__file__).parent
SITE = "site"
NO_PART = {SITE, "dist", "benchmarks"}
EXAMPLES = "review"
# Compressed with the time of day in it.
NEVER_THE_SAME = {"sitemap.xml.gz"}


class NotFrozenError(Exception):
    """The frozen site is not the real one, and a comparison of what they cost means nothing."""


def copied(project: Path, target: Path) -> Path:
    """A copy of a project, its packages included: who builds there imports argmap from there."""

    def ignored(folder: str, names: list[str]) -> set[str]:
        if Path(folder) == project:
            return {name for name in names if name in NO_PART or name.startswith(".")}
        # Of the tests a page of the site shows the rules' examples.
        return {name for name in names if name != EXAMPLES} if Path(folder) == project / "tests" else set()

    shutil.copytree(project, target, ignore=ignored)
    return target


def frozen(project: Path, target: Path) -> Path:
    """A copy of a project whose pages are those that argmap made, and that needs no argmap.

    Raises `NotFrozenError` when the two sites differ.
    """
    recorded = copied(project, target.with_name(f"{target.name}-recorded"))
    _change(recorded, hooks=[*_settings(recorded).get("hooks", ()), str(HERE / "recording.py")])
    build(recorded)
    copied(project, target)
    shutil.rmtree(target / "argmap", ignore_errors=True)
    (recorded / RECORD).rename(target / RECORD)
    _freeze(target)
    build(target)
    # Whatever else a plugin made is a plain file.
    for file in _files(recorded / SITE) - _files(target / SITE):
        copy = target / "docs" / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(recorded / SITE / file, copy)
    build(target)
    _compare(recorded / SITE, target / SITE)
    shutil.rmtree(recorded)
    return target


def build_command(project: Path) -> list[str]:
    """What builds a project's site, from the project's folder."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(project / SITE)]


def build_environment() -> dict[str, str]:
    """As a build finds it, less Material's banner. Modules are compiled once, as where argmap is installed."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


def build(project: Path) -> None:
    """Build a project's site. Ends the benchmark, with what MkDocs said, where that fails."""
    run_strictly(build_command(project), project)


def run_strictly(command: list[str], folder: Path) -> None:
    """Run a strict build. It has to speak: told to be quiet, MkDocs counts no warnings, and nothing is strict."""
    done = subprocess.run(
        command, cwd=folder, env=build_environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        sys.exit(done.stdout)


def _freeze(project: Path) -> None:
    """Settings without argmap, and a file for each page that was generated or written into.

    The project's own hooks go as well: what they write into pages they have from argmap.
    """
    record = json.loads((project / RECORD).read_text("utf-8"))
    for uri, page in (record["made"] | record["written"]).items():
        file = project / "docs" / uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{yaml.safe_dump(page['meta'])}---\n{page.get('markdown', '')}", "utf-8")
    settings = _settings(project)
    _change(
        project,
        **record["extra"],
        plugins=[plugin for plugin in settings["plugins"] if "argmap" not in (plugin, *_names(plugin))],
        hooks=[str(HERE / "replaying.py")],
        not_in_nav="\n".join([settings.get("not_in_nav", ""), *(f"/{uri}" for uri in record["made"])]),
        watch=[],
    )


def _names(plugin: Any) -> tuple[str, ...]:
    return tuple(plugin) if isinstance(plugin, dict) else ()


def _settings(project: Path) -> dict[str, Any]:
    with (project / "mkdocs.yml").open("rb") as file:
        return yaml_load(file)


def _change(project: Path, **settings: Any) -> None:
    text = yaml.dump(_settings(project) | settings, sort_keys=False, allow_unicode=True)
    (project / "mkdocs.yml").write_text(text, "utf-8")


def _files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _compare(real: Path, copy: Path) -> None:
    missing = _files(real) ^ _files(copy)
    differ = [
        file
        for file in sorted(_files(real) & _files(copy) - NEVER_THE_SAME)
        if (real / file).read_bytes() != (copy / file).read_bytes()
    ]
    if missing or differ:
        raise NotFrozenError(f"only one of the two sites has {sorted(missing)}, and these files differ: {differ}")
