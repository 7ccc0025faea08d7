"""The fence where there is nothing but Python-Markdown."""

import json
import pickle

import pytest
from harbour import BROKEN, MISQUOTED, PIER
from html_reader import Html

from argmap.drawing.engine import find
from argmap.pages import fence, figure
from argmap.pages import host as hosts


def test_a_name_makes_a_figure_with_both_drawings_and_the_outline(project):
    page = Html(project.fence("pier"))
    figure = page.one("figure")
    assert "data-search-exclude" in figure.attributes
    assert [svg.classes[-1] for svg in page.within(figure, "svg") if svg.attributes.get("role")] == [
        "am-column",
        "am-narrow",
    ]
    assert "Ferries wait 40 minutes for the only pier." in page.one("details", "am-outline").text
    assert page.badly_nested == []


def test_every_link_leads_to_the_claim_in_the_outline(project):
    page = Html(project.fence("pier"))
    assert {address.removeprefix("#") for address in page.links} <= set(page.ids)
    assert page.one(id="argmap-1-o-too-dear").text == "Counterpoint A pier is too dear."
    assert "#argmap-1-o-too-dear" in [e.attributes.get("xlink:href") for e in page.all("a")]


def test_a_claim_that_is_used_twice_stands_in_the_outline_once(project):
    project.write("docs/maps/pier.yml", PIER.replace("never says so.", "never says so.\n    but: [too-dear]"))
    page = Html(project.fence("pier"))
    assert page.repeated_ids == []
    outline = page.one("details", "am-outline")
    assert len([e for e in page.within(outline, "a") if e.attributes["href"] == "#argmap-1-o-too-dear"]) == 2


def test_links_in_a_drawing_are_no_plain_href(project):
    page = Html(project.fence("pier"))
    assert not [e for e in page.elements if e.inside("svg") and "href" in e.attributes]


def test_drawings_on_one_page_share_no_id(project):
    page = Html(project.html("```argmap\npier\n```\n\ntext\n\n```argmap\nmap: pier\nview: cost\n```"))
    assert len(page.all("figure")) == 2
    assert page.repeated_ids == []


def test_a_new_document_begins_anew_and_sees_a_changed_map(project):
    md = project.converter()
    first = project.html("```argmap\npier\n```", md)
    project.write("docs/maps/pier.yml", PIER.replace("A pier is too dear.", "A pier costs too much."))
    second = project.html("```argmap\npier\n```", md.reset())
    assert "A pier costs too much." in Html(second).one(id="argmap-1-o-too-dear").text
    assert Html(first).ids == Html(second).ids


def test_options_choose_what_is_drawn(project):
    page = Html(project.fence("map: pier\nview: cost\ncaption: Is it <dear>?"))
    assert page.one("p", "am-caption").text == "Is it <dear>?"
    assert not page.all(id="argmap-1-o-ferries-wait")


@pytest.mark.parametrize("header", ['view="cost"', 'view="cost" caption="x"'])
def test_options_may_stand_in_the_header(project, header):
    page = Html(project.fence("pier", header))
    assert not page.all(id="argmap-1-o-ferries-wait")


def test_options_may_stand_in_a_header_of_attributes(project):
    page = Html(project.html("``` {.argmap view=cost}\npier\n```"))
    assert not page.all(id="argmap-1-o-ferries-wait")


@pytest.mark.parametrize(
    "markdown",
    [
        '!!! note\n\n    ```argmap\n    map: pier\n    caption: "a # b"\n    ```\n',
        '- item\n\n    ```argmap\n    map: pier\n    caption: "a # b"\n    ```\n',
        '=== "Tab"\n\n    ```argmap\n    map: pier\n    caption: "a # b"\n    ```\n',
        '> ```argmap\n> map: pier\n> caption: "a # b"\n> ```\n',
    ],
    ids=["admonition", "list", "tab", "quotation"],
)
def test_a_fence_stands_anywhere_a_fence_can(project, markdown):
    page = Html(project.html(markdown))
    assert page.one("p", "am-caption").text == "a # b"
    assert page.badly_nested == []


TOUR = """\
tour:
  - { claim: ferries-wait, say: Start with what everyone sees. }
  - { claim: too-dear, say: And a pier has its price. }
"""


def test_a_tour_is_numbered_text_with_a_link_to_the_claim_of_each_step(project):
    project.write("docs/maps/pier.yml", PIER + TOUR)
    page = Html(project.fence("pier"))
    tour = page.one("details", "am-tour")
    assert page.within(tour, "summary")[0].text == "A tour in 2 steps"
    assert [(step.attributes["data-claim"], step.text) for step in page.within(page.one("ol"), "li")] == [
        ("ferries-wait", "Start with what everyone sees. Premise Ferries wait"),
        ("too-dear", "And a pier has its price. Counterpoint A pier is too dear"),
    ]
    assert [link.attributes["href"] for link in page.within(tour, "a")] == [
        "#argmap-1-o-ferries-wait",
        "#argmap-1-o-too-dear",
    ]
    assert {address.removeprefix("#") for address in page.links} <= set(page.ids)
    assert page.badly_nested == []


def test_a_tour_speaks_the_language_of_its_map_and_runs_in_its_direction(project):
    project.write("docs/maps/pier.yml", PIER.replace("thesis:", "language: fa\nthesis:", 1) + TOUR)
    numbered = Html(project.fence("pier")).one("ol")
    assert (numbered.attributes["lang"], numbered.attributes["dir"]) == ("fa", "rtl")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "A tour in one step"), ("fa", "گشتی در نقشه، در یک گام"), ("ru", "Экскурсия по карте в один шаг")],
)
def test_a_tour_of_one_step_is_not_told_in_the_plural(project, language, said):
    one = "tour: [{ claim: build-it, say: Here. }]\n"
    project.write("docs/maps/pier.yml", PIER.replace("thesis:", f"language: {language}\nthesis:", 1) + one)
    page = Html(project.fence("pier"))
    assert page.within(page.one("details", "am-tour"), "summary")[0].text == said


def test_a_drawing_that_leaves_out_a_stop_has_no_tour(project):
    project.write("docs/maps/pier.yml", PIER + TOUR)
    page = Html(project.html("```argmap\nmap: pier\nview: cost\n```\n\n```argmap\nmap: pier\nview: traffic\n```"))
    assert len(page.all("figure", "argmap")) == 2
    assert not page.all("details", "am-tour")


def test_a_part_of_the_map_that_has_every_stop_has_the_tour(project):
    project.write("docs/maps/pier.yml", PIER + "tour: [{ claim: build-it, say: A. }, { claim: too-dear, say: B. }]\n")
    assert Html(project.fence("map: pier\nview: cost")).one("details", "am-tour")


def test_a_map_without_a_tour_shows_none(project):
    page = Html(project.fence("pier"))
    assert not page.all("details", "am-tour")
    assert not page.all("ol")


def test_hostile_words_in_a_tour_are_words(project):
    hostile = "<script>alert(1)</script> &copy; ]]> {{ x }} **no** </li>"
    project.write("docs/maps/pier.yml", f"{PIER}tour: [{{ claim: too-dear, say: '{hostile}' }}]\n")
    page = Html(project.fence("pier"))
    assert page.one("li", **{"data-claim": "too-dear"}).text == f"{hostile} Counterpoint A pier is too dear"
    assert not page.all("script")
    assert page.badly_nested == []


def test_without_an_engine_there_is_the_tour_as_well(project, heard):
    project.write("argmap.toml", "engine = '/nowhere/dot'")
    project.write("docs/maps/pier.yml", PIER + TOUR)
    page = Html(project.fence("pier"))
    assert not page.all("svg")
    assert len(page.within(page.one("details", "am-tour"), "li")) == 2
    assert {address.removeprefix("#") for address in page.links} <= set(page.ids)
    heard.take()


def test_the_names_of_the_functions_can_be_handed_to_another_process():
    assert pickle.loads(pickle.dumps((fence.draw_fence, fence.accept_fence))) == (fence.draw_fence, fence.accept_fence)


def finding(page, heard):
    """What the page says is wrong; the editor was told the same."""
    said = page.one("figure", "am-broken")
    assert "data-search-exclude" in said.attributes
    (message,) = heard.take()
    return said.text, message


def test_an_unknown_map(project, heard):
    said, told = finding(Html(project.fence("peir")), heard)
    assert "There is no map named `peir`" in said
    assert "did you mean `pier`?" in said
    assert told == "argmap: error[fence]: There is no map named `peir` (did you mean `pier`?)"


def test_a_name_that_leads_out_of_the_folder(project, heard):
    project.write("secret.yml", PIER)
    said, _ = finding(Html(project.fence("../../secret")), heard)
    assert "There is no map named" in said


def test_a_mistake_in_the_fence(project, heard):
    said, told = finding(Html(project.fence("map: pier\nview: trafic")), heard)
    assert "There is no view named `trafic`" in said
    assert told == "argmap: error[fence]: There is no view named `trafic` (did you mean `traffic`?)"


def test_a_broken_map_is_told_with_its_place(project, heard):
    project.write("docs/maps/pier.yml", BROKEN)
    page = Html(project.fence("pier"))
    said, told = finding(page, heard)
    assert "did you mean `towns-alike`?" in said
    assert told.startswith("docs/maps/pier.yml:33:")
    assert not page.all("svg")


def test_a_quote_that_is_not_found_is_told_above_the_drawing(project, heard):
    project.write("docs/maps/pier.yml", MISQUOTED)
    page = Html(project.fence("pier"))
    finding(page, heard)
    assert [e.tag for e in page.elements if e.tag in ("svg", "figure")][:3] == ["figure", "figure", "svg"]


def test_one_broken_map_is_told_once(project, heard):
    project.write("docs/maps/pier.yml", BROKEN)
    page = Html(project.html("```argmap\npier\n```\n\n```argmap\npier\n```"))
    assert len(page.all("figure", "am-broken")) == 2
    assert len(heard.take()) == 1


def test_settings_that_are_not_to_be_used(project, heard):
    project.write("argmap.toml", "mapps = 'x'")
    said, _ = finding(Html(project.fence("pier")), heard)
    assert "did you mean `maps`?" in said


def test_a_fault_of_our_own_is_told_and_nothing_is_raised(project, heard, monkeypatch):
    def fails(*_, **__):
        raise RecursionError("maximum <depth>")

    monkeypatch.setattr(figure, "draw", fails)
    said, told = finding(Html(project.fence("pier")), heard)
    assert "The drawing failed with RecursionError: maximum <depth>" in said
    assert "this is a fault of argmap" in told


def test_hostile_words_in_a_fence_are_words(project, heard):
    said, told = finding(Html(project.fence("map: '<script>alert(1)</script> &copy; ]]>'")), heard)
    assert "`<script>alert(1)</script> &copy; ]]>`" in said
    assert "\n" not in told


def test_without_an_engine_there_is_the_outline_and_what_to_install(project, heard):
    project.write("argmap.toml", "engine = '/nowhere/dot'")
    page = Html(project.fence("pier"))
    assert not page.all("svg")
    assert "open" in page.one("details", "am-outline").attributes
    assert "the layout engine '/nowhere/dot' was not found" in page.one("p", "am-finding").text
    assert {address.removeprefix("#") for address in page.links} <= set(page.ids)
    assert "pip install graphviz-pure" in heard.take()[0]


def test_a_drawing_is_laid_out_once(project):
    """The second page finds the first one's drawing in the cache, and asks the engine for nothing."""
    laid_out = project.folder / "laid-out"
    script = f'#!/bin/sh\ncase "$*" in *-T*) echo >> "{laid_out}";; esac\nexec "{find().path}" "$@"\n'
    project.write("engine", script).chmod(0o755)
    project.write("argmap.toml", "engine = 'engine'")
    first = project.fence("pier")
    laid_out.unlink()
    assert project.fence("pier") == first
    assert not laid_out.exists()


def test_a_chain_of_ten_thousand_claims(project):
    links = (f"  c{at}: {{ text: Link {at}, because: [c{at + 1}] }}" for at in range(9_999))
    project.write(
        "docs/maps/chain.yml",
        "\n".join(["argmap: 1", "title: A", "thesis: c0", "claims:", *links, "  c9999: { text: x }"]),
    )
    page = Html(project.fence("map: chain"))
    assert page.one(id="argmap-1-o-c0")


def test_an_outline_in_which_each_objects_to_each_names_every_claim_and_counts_the_rest(project, heard):
    names = [f"c{at}" for at in range(60)]
    claims = {name: {"text": name, "but": [other for other in names if other != name]} for name in names}
    project.write("docs/maps/war.yml", json.dumps({"argmap": 1, "title": "A", "thesis": "c0", "claims": claims}))
    page = Html(project.fence("map: war"))
    assert "too many for one drawing" in heard.take()[0]
    outline = page.one("details", "am-outline")
    assert len(page.within(outline, "li")) < 1_000
    assert {f"argmap-1-o-{name}" for name in names} <= set(page.ids)
    assert "46 more" in outline.text


def test_no_host_is_left_behind(project):
    project.fence("pier")
    with pytest.raises(LookupError):
        hosts.current.get()
