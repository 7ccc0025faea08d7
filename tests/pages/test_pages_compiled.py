"""Compiled templates are kept, and nothing depends on it."""

import sys

import jinja2
import pytest
from jinja2.bccache import bc_magic

from argmap.pages.compiled import Compiled


@pytest.fixture(autouse=True)
def _writing(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def rendered(folder, source="Claim {{ n }}"):
    """What a new environment makes of a template, and how often it had to compile."""
    compiled = []

    class Environment(jinja2.Environment):
        def compile(self, *args, **more):
            compiled.append(args)
            return super().compile(*args, **more)

    environment = Environment(loader=jinja2.DictLoader({"a.html": source}), bytecode_cache=Compiled(folder))
    return environment.get_template("a.html").render(n=1), len(compiled)


def test_a_template_is_compiled_once(tmp_path):
    assert rendered(tmp_path / "kept") == ("Claim 1", 1)
    assert rendered(tmp_path / "kept") == ("Claim 1", 0)


def test_a_changed_template_is_compiled_anew(tmp_path):
    rendered(tmp_path / "kept")
    assert rendered(tmp_path / "kept", "Source {{ n }}") == ("Source 1", 1)


@pytest.mark.parametrize("damage", [b"", b"rubbish", bc_magic, bc_magic + b"rubbish"])
def test_a_damaged_one_is_compiled_anew(tmp_path, damage):
    rendered(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert rendered(tmp_path) == ("Claim 1", 1)


def test_a_folder_that_cannot_be_made_is_passed_over(tmp_path):
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert rendered(tmp_path / "file" / "kept") == ("Claim 1", 1)


def test_nothing_is_written_where_python_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(tmp_path)
    assert list(tmp_path.iterdir()) == []
