"""The page of the rules: every rule with its summary, its reason, its examples and what it says of them."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from html_reader import Html
from markdown import Markdown
from mkdocs.config import load_config

from argmap.review import RULES
from argmap.settings import load

HOUSE = Path(__file__).parent.parent
PAGE = (HOUSE / "docs" / "rules.md").read_text("utf-8")
HOOK = HOUSE / "tools" / "rules_page.py"


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = spec_from_file_location("rules_page", HOOK)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def filled(hook: ModuleType) -> str:
    return str(hook.filled(PAGE))


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_every_rule_is_there_with_all_that_is_to_be_said_of_it(rule, filled):
    section = filled.partition(f"## {rule.id} {{: #{rule.id} }}\n")[2].partition("\n## ")[0]
    assert rule.summary in section
    assert rule.why in section
    trips, passes = (
        (HOUSE / "tests/review" / kind / f"{rule.id}.yml").read_text("utf-8") for kind in ("trips", "passes")
    )
    assert trips in section
    change = section.partition("```diff\n")[2].partition("\n```")[0].splitlines()
    for sign, one, other in (("-", trips, passes), ("+", passes, trips)):
        gone = set(one.splitlines()) - set(other.splitlines())
        assert gone <= {line[1:] for line in change if line[0] == sign}
    assert f"> `{rule.id}.yml:" in section
    assert f"{rule.severity}[{rule.id}]`: " in section
    assert f"| [{rule.id}](#{rule.id}) | {rule.summary} *{rule.severity.capitalize()}.* |" in filled


def test_nothing_of_the_machine_is_on_it(filled):
    assert str(HOUSE) not in filled
    assert "<!-- argmap" not in filled


def test_every_rule_has_its_anchor(filled, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(HOUSE / "mkdocs.yml"))
    page = Html(Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs).convert(filled))
    assert [rule for rule in RULES if f"#{rule}" not in page.links] == []
    assert not page.repeated_ids


def test_the_settings_it_shows_are_settings(tmp_path):
    shown = PAGE.partition('```toml title="argmap.toml"\n')[2].partition("```")[0]
    (tmp_path / "argmap.toml").write_text(shown)
    found = load(tmp_path)
    assert found.coverage == 80
    assert len(found.rules) == 2


def test_other_pages_are_left_alone(hook):
    page = SimpleNamespace(file=SimpleNamespace(src_uri="index.md"))
    assert hook.on_page_markdown("<!-- argmap: rules -->", page=page, config=None) == "<!-- argmap: rules -->"
