"""The page of the notation: all that the schema has, and what it says of limits and refusals."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest
from house import HOUSE
from html_reader import Html
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from argmap.notation import document, reader
from argmap.notation.reference import reference

PAGE = (HOUSE / "docs" / "notation.md").read_text("utf-8")


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = spec_from_file_location("notation_page", HOUSE / "tools" / "notation_page.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def page(hook: ModuleType) -> Html:
    """The page as the site's own Markdown makes it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        config = load_config(str(HOUSE / "mkdocs.yml"))
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    return Html(markdown.convert(hook.filled(PAGE)))


def test_every_form_and_field_has_its_anchor_with_a_permanent_link(page: Html) -> None:
    anchors = [anchor for form in reference() for anchor in (form.anchor, *(field.anchor for field in form.fields))]
    assert [anchor for anchor in anchors if anchor not in page.ids] == []
    assert [anchor for anchor in anchors if f"#{anchor}" not in page.links] == []
    assert not page.repeated_ids


def test_every_link_within_the_page_leads_somewhere(page: Html) -> None:
    assert [link for link in page.links if link.startswith("#") and link[1:] not in page.ids] == []


def test_every_description_and_example_is_on_it(hook: ModuleType) -> None:
    filled = hook.filled(PAGE)
    for field in (field for form in reference() for field in form.fields):
        assert field.description in filled
        assert all(f"```yaml\n{example}\n```" in filled for example in field.examples)


def test_limits_are_those_of_the_code(hook: ModuleType) -> None:
    filled = " ".join(hook.filled(PAGE).split())
    assert f"at most {document.DEEPEST} deep" in filled
    assert f"A map has at most {reader.LARGEST // 1_000_000} MB" in filled
    assert "<!-- argmap" not in filled


def test_every_rule_it_names_is_one_of_argmap_s() -> None:
    code = "".join(path.read_text("utf-8") for path in (HOUSE / "argmap").rglob("*.py"))
    rules = re.findall(r"`\[([a-z-]+)\]`", PAGE)
    assert len(rules) > 10
    assert [rule for rule in rules if f'"{rule}"' not in code] == []


def test_a_mark_that_means_nothing_stops_the_build(hook: ModuleType) -> None:
    with pytest.raises(PluginError, match="deepset"):
        hook.filled("<!-- argmap: deepset -->")


def test_other_pages_are_left_alone(hook: ModuleType) -> None:
    class File:
        src_uri = "index.md"

    class Page:
        file = File

    assert hook.on_page_markdown("<!-- argmap: deepest -->", page=Page, config=None) == "<!-- argmap: deepest -->"
