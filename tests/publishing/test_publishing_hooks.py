"""The hooks of pre-commit: real commands, run as pre-commit runs them."""

import shlex
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import yaml

HOUSE = Path(__file__).parent.parent.parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((HOUSE / ".pre-commit-hooks.yaml").read_text("utf-8"))}
MAP = "argmap: 1\ntitle: A pier\nthesis: a\nclaims:\n  a:\n    text: It is so.\n"


def test_each_says_what_pre_commit_asks_for():
    assert list(HOOKS) == ["argmap-check", "argmap-fmt", "argmap-quotes"]
    for hook in HOOKS.values():
        assert set(hook) == {"id", "name", "description", "entry", "language", "pass_filenames", "always_run"}
        assert hook["language"] == "python"
        assert (hook["pass_filenames"], hook["always_run"]) == (False, True)


def test_the_readme_names_each():
    readme = (HOUSE / "README.md").read_text("utf-8")
    assert [name for name in HOOKS if f"- id: {name}" not in readme] == []


@pytest.fixture
def project(tmp_path, monkeypatch):
    maps = tmp_path / "docs" / "maps"
    maps.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("")
    (maps / "pier.yml").write_text(MAP)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(hook):
    """Run a hook's entry by the program that installing argmap puts on PATH."""
    program, *words = shlex.split(HOOKS[hook]["entry"])
    (script,) = entry_points(group="console_scripts", name=program)
    return script.load()(words)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_sound_project_may_be_committed(project, hook):
    assert run(hook) == 0


@pytest.mark.parametrize("hook", HOOKS)
def test_a_map_that_breaks_off_may_not(project, hook):
    (project / "docs/maps/pier.yml").write_text(MAP + '  b: { text: "It is')
    assert run(hook) != 0


def test_a_map_in_another_form_may_not_and_is_shown(project, capsys):
    (project / "docs/maps/pier.yml").write_text(MAP.replace("text: It", "text:   It"))
    assert run("argmap-fmt") == 1
    assert "+    text: It is so.\n" in capsys.readouterr().out


def test_a_quote_that_is_lost_may_not_and_is_named(project, capsys):
    (project / "letter.txt").write_text("It is not so.")
    quoted = MAP.replace("claims:", "sources:\n  letter: { file: ../../letter.txt }\nclaims:")
    (project / "docs/maps/pier.yml").write_text(quoted + "    quote: It is so.\n")
    assert run("argmap-quotes") == 1
    assert "pier.yml:9:12: lost: a: " in capsys.readouterr().err
