"""The claims page: a section for each claim, with all that the map says of it."""

import re

import pytest
from harbour import PIER
from html_reader import Html

from argmap.branches import LIMIT
from argmap.pages.claims import FEW, MANY, claims_page


@pytest.fixture
def page(project, whole_site):
    return Html(claims_page(project.read(), whole_site))


def section(page, claim):
    heading = page.one("h2", id=claim)
    return next(ancestor for ancestor in reversed(heading.ancestors) if ancestor.tag == "section")


def texts(page, claim, tag=None, cls=None):
    return [e.text for e in page.within(section(page, claim), tag, cls)]


def test_every_claim_has_a_section_in_reading_order(page):
    order = [e.attributes["id"] for e in page.all("h2")]
    assert order == [
        "build-it",
        "ferries-wait",
        "waiting-costs",
        "neighbour-built",
        "towns-alike",
        "towns-differ",
        "too-dear",
    ]
    assert page.badly_nested == []


def test_a_section_says_the_role_the_label_and_its_reason(page):
    assert texts(page, "too-dear", "p", "am-kicker") == ["Counterpoint"]
    (verdict,) = texts(page, "too-dear", "p", "am-verdict")
    assert verdict == "stands It stands in this map: it is granted, and nothing against it holds."


def test_a_quote_leads_to_its_passage_and_shows_the_copy_as_it_is(page):
    quote = page.within(section(page, "ferries-wait"), "blockquote")[0]
    assert [e.text for e in page.within(quote, "q")] == [
        "ferries routinely wait forty minutes",
        "ferries routinely wait fortyminutes",
    ]
    assert page.within(quote, "summary")[0].text == "as in the copy"
    assert page.within(quote, "a")[0].attributes["href"] == "/maps/pier/sources/report.md#ferries-wait"


def test_a_quote_without_repair_is_shown_once(page):
    assert texts(page, "too-dear", "q") == ["A pier costs four million."]
    assert not texts(page, "too-dear", "details", "am-verbatim")


def test_hedges_reasons_and_remarks(page):
    assert texts(page, "neighbour-built", "p", "am-hedge") == ["The author’s own hedge: It could be argued"]
    assert texts(page, "waiting-costs", "p", "am-why") == ["The report adds both figures up but never says so."]
    assert texts(page, "ferries-wait", "em") == ["appendix"]


def test_facts(page):
    terms, values = texts(page, "ferries-wait", "dt"), texts(page, "ferries-wait", "dd")
    assert dict(zip(terms, values, strict=True)) == {
        "Date": "2016-08",
        "Actors": "Ferry companies and The mayor",
        "Group": "Traffic today",
        "Tags": "figures, money",
    }
    assert texts(page, "neighbour-built", "dd") == ["The mayor"]


def test_what_is_for_and_against_leads_there(page):
    assert texts(page, "build-it", "h3") == ["For", "Against"]
    links = [e.attributes["href"] for e in page.within(section(page, "build-it"), "a", "am-ref")]
    assert links == [
        "#ferries-wait",
        "#waiting-costs",
        "#neighbour-built",
        "#towns-alike",
        "#towns-differ",
        "#too-dear",
    ]


def test_an_argument_can_be_linked_to_and_has_its_own_arguments_inside(page):
    argument = page.one("li", id="by-analogy")
    assert [e.text for e in page.within(argument, "h4")] == ["For this step", "Against this step"]
    assert [e.text for e in page.within(argument, "span", "am-tag")] == ["weak", "argument from analogy"]
    assert page.one("li", id="by-analogy.because.1").inside("li")
    assert "am-opposes" in page.one("li", id="by-analogy.but.1").classes


def test_what_a_claim_bears_on(page):
    body = section(page, "ferries-wait")
    (bears,) = [e for e in page.within(body, "a") if e.text.startswith("together with")]
    assert bears.text == "together with “Waiting costs more than a pier would” supports “A second pier”"
    assert bears.attributes["href"] == "#build-it"


def test_every_link_on_the_page_has_its_target_and_every_id_is_one(page):
    inner = {address.removeprefix("#") for address in page.links if address.startswith("#")}
    assert inner <= set(page.ids)
    assert page.repeated_ids == []


def test_ids_that_look_like_those_of_a_drawing_do_no_harm(project, whole_site):
    names = PIER.replace("towns-alike", "too-dear-near-n-too-dear").replace("towns-differ", "near-too-dear-n-title")
    assert Html(claims_page(project.read(names), whole_site)).repeated_ids == []


def test_a_quote_that_is_not_found_leads_nowhere(project, whole_site):
    page = Html(claims_page(project.read(report="Nothing of the kind."), whole_site))
    assert not page.all("a", "am-cite")


def test_a_drawing_stands_beside_each_claim_but_not_beside_many(project, large_site):
    def drawings(count):
        """Beside claims, on their page or, of a large map, the overview's."""
        claims = "\n".join(f"  c{at}: {{ text: x, because: [c{max(at - 1, 0)}] }}" for at in range(count))
        reading = project.read(f"argmap: 1\ntitle: A\nthesis: c0\nclaims:\n{claims}\n")
        return len(Html(claims_page(reading, large_site)).all("figure", "am-near"))

    assert drawings(3) == 3
    assert drawings(MANY) == MANY
    assert drawings(MANY + 1) == 0
    # Where a page begins with a drawing of all its claims.
    assert drawings(LIMIT + 1) == 11 <= FEW  # with the claim at which the drawing ends it has twelve
    assert drawings(1_000) == 0


HOSTILE = "<script>alert(1)</script> ]]> &copy; \\N {{ 7*7 }} {% x %}"


@pytest.mark.parametrize(
    "field",
    [
        "A second pier",
        "Should the town build a second pier?",
        "Harbour report",
        "Ferry companies",
        "Traffic today",
        "The town should build a second pier.",
        "Ferries wait 40 minutes for the only pier.",
        "The report itself is careful.",
        "argument from analogy",
        "The report adds both figures up but never says so.",
        "It could be argued",
        "See the *appendix*.",
    ],
)
def test_text_is_text_in_every_field(project, whole_site, field):
    hostile = f"'{HOSTILE}'" if "appendix" not in field else HOSTILE
    text = re.sub(rf'"?{re.escape(field)}"?', lambda _: hostile, PIER)
    page = Html(claims_page(project.read(text), whole_site))
    assert not page.all("script")
    assert HOSTILE in page.text or any(HOSTILE in name for e in page.elements for name in e.attributes.values())
    assert page.badly_nested == []


def test_tags_and_quotes_are_text_as_well(project, whole_site):
    words = "A pier costs <b>four</b> &amp; half &copy; million."
    text = PIER.replace("A pier costs four million.", words).replace("[money]", "['<b>']")
    page = Html(claims_page(project.read(text, report=words), whole_site))
    assert texts(page, "too-dear", "q") == [words]
    assert texts(page, "too-dear", "dd") == ["<b>"]


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_a_map_from_right_to_left(project, whole_site, language):
    page = Html(claims_page(project.read(PIER.replace("thesis:", f"language: {language}\nthesis:")), whole_site))
    assert (page.elements[0].attributes["lang"], page.elements[0].attributes["dir"]) == (language, "rtl")


def test_the_map_speaks_its_language(project, whole_site):
    page = Html(claims_page(project.read(PIER.replace("thesis:", "language: ru\nthesis:")), whole_site))
    assert page.elements[0].attributes["dir"] == "ltr"
    assert page.all("h3")[0].text == "За"
