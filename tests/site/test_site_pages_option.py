"""The plugin's option `pages`: which maps get pages of their own."""

import pytest
from harbour import PIER
from mkdocs.config.base import ValidationError
from mkdocs.exceptions import Abort

from argmap.site.config import Chosen

MAPS = ["pier", "steps/one", "steps/two"]


@pytest.fixture
def three(site):
    for name in MAPS[1:]:
        site.write(f"docs/maps/{name}.yml", PIER.replace("../../report", "../../../report"))
    return site


def paged(site):
    return [name for name in MAPS if (site.out / "maps" / name / "claims/index.html").is_file()]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (True, MAPS),
        (False, []),
        ([], []),
        (["pier"], ["pier"]),
        (["steps/*"], ["steps/one", "steps/two"]),
        (["*"], MAPS),
        (["pier", "*/two"], ["pier", "steps/two"]),
    ],
)
def test_names_and_patterns_choose_the_maps(three, pages, expected):
    three.build(plugins=["search", {"argmap": {"pages": pages}}])
    assert paged(three) == expected
    assert all((three.out / f"maps/{name}.yml").is_file() for name in MAPS)


def test_a_drawing_of_a_map_without_pages_leads_to_its_outline(three):
    three.write("docs/index.md", "```argmap\nsteps/one\n```\n\n```argmap\npier\n```\n")
    three.build(plugins=["search", {"argmap": {"pages": ["pier"]}}])
    links = three.html().links
    assert "#argmap-1-o-too-dear" in links
    assert "maps/pier/claims/#too-dear" in [link.removeprefix("./") for link in links]


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("peir", "did you mean `pier`?"),
        ("harbours/*", "maps are named by their files in the folder of maps, without the ending"),
    ],
)
def test_a_name_that_no_map_has_is_told(three, heard, wanted, hint):
    with pytest.raises(Abort):
        three.build(plugins=["search", {"argmap": {"pages": ["pier", wanted]}}])
    assert heard.take() == [f"argmap: mkdocs.yml: the option `pages` has `{wanted}`, and no map is named so ({hint})"]


@pytest.mark.parametrize("value", ["pier", 1, None, [1], {"pier": True}])
def test_anything_else_is_refused(value):
    with pytest.raises(ValidationError, match="a list of maps' names"):
        Chosen(default=True).validate(value)
