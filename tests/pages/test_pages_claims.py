"""The claims page: a section for each claim, with all that the map says of it."""

import json
import re

import pytest
from harbour import PIER
from html_reader import Html

from argmap.branches import LIMIT, OVERVIEW
from argmap.pages import places
from argmap.pages.claims import FEW, MANY, claims_page, title
from argmap.pages.lists import ROOM


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


def chain(size):
    """Each claim but the last rests on the next."""
    claims = (f"  c{at}: {{ text: x{f', because: [c{at + 1}]' if at + 1 < size else ''} }}" for at in range(size))
    return "argmap: 1\ntitle: A\nthesis: c0\nclaims:\n" + "\n".join(claims) + "\n"


def star(size, below="c0"):
    """A thesis and so many other claims, all of them for one claim."""
    others = [f"c{at}" for at in range(1, size) if f"c{at}" != below]
    claims = {"c0": [below] if below != "c0" else others, **{each: [] for each in others}} | {below: others}
    return json.dumps(
        {"argmap": 1, "title": "A", "thesis": "c0", "claims": {c: {"text": c, "because": b} for c, b in claims.items()}}
    )


def test_a_drawing_stands_beside_each_claim_but_not_beside_many(project, large_site):
    def drawings(count, branch=OVERVIEW):
        """Beside claims, on their page or, of a large map, a branch's."""
        return len(Html(claims_page(project.read(chain(count)), large_site, branch)).all("figure", "am-near"))

    assert drawings(3) == 3
    assert drawings(MANY) == MANY
    assert drawings(MANY + 1) == 0
    # Where a page begins with a drawing of all its claims; and the overview's has the list of branches as well.
    assert drawings(LIMIT + 1) == drawings(1_000) == 0
    parts = project.read(chain(1_000)).branches.parts
    short = next(name for name, part in parts.items() if name != OVERVIEW and len(part.own) <= FEW)
    assert drawings(1_000, short) == len(parts[short].own)


def way(page):
    return page.one("nav", **{"aria-label": "The way to this branch"})


def test_the_way_to_a_branch_is_the_overview_and_the_nearest_parts(project, large_site):
    reading = project.read(chain(1_000))
    names = list(reading.branches.parts)

    def texts(branch):
        return way(Html(claims_page(reading, large_site, branch))).text

    assert texts(names[1]) == "All claims"
    titles = [title(reading, part) for part in reading.branches.parts.values()]
    assert texts(names[4]) == " / ".join(titles[:4])
    assert texts(names[5]) == " / ".join([titles[0], "…", *titles[2:5]])
    assert texts(names[-1]) == " / ".join([titles[0], "…", *titles[-4:-1]])


def test_more_arguments_than_a_section_has_room_for_are_counted_with_where_they_stand(project, large_site):
    page = Html(claims_page(project.read(star(251)), large_site))
    body = section(page, "c0")
    assert len(page.within(body, "li", "am-argument")) == 100
    (rest,) = [e for e in page.within(body, "p", "am-why") if "more" in e.text]
    assert rest.text == "150 more 2 3 4 5 Map file (YAML)"
    assert [e.attributes["href"] for e in page.within(rest, "a")] == [
        *(f"/maps/pier/branches/_.{part}.md" for part in (2, 3, 4, 5)),
        "/maps/pier.yml",
    ]


def test_the_further_parts_of_a_branch_are_named_from_its_claim(project, large_site):
    reading = project.read(star(251, below="c7"))
    page = Html(claims_page(reading, large_site, "c7.1"))
    (rest,) = [e for e in page.within(section(page, "c7"), "p", "am-why") if "more" in e.text]
    assert page.within(rest, "a")[0].attributes["href"] == "/maps/pier/branches/c7.2.md"
    assert {each for part in range(1, 6) for each in reading.branches.parts[f"c7.{part}"].own} >= {
        f"c{at}" for at in range(1, 251)
    }


def test_what_a_claim_bears_on_is_cut_as_well(project, large_site):
    others = {f"c{at}": {"text": "x", "because": ["hub"]} for at in range(150)}
    claims = {**others, "c0": {"text": "x", "because": list(others)[1:]}, "hub": {"text": "x"}}
    reading = project.read(json.dumps({"argmap": 1, "title": "A", "thesis": "c0", "claims": claims}))
    page = Html(claims_page(reading, large_site, reading.branches.of["hub"].name))
    body = section(page, "hub")
    assert len(page.within(page.within(body, "ul", "am-bears")[0], "li")) == 100
    assert any(e.text == "49 more Map file (YAML)" for e in page.within(body, "p"))


def test_where_each_objects_to_each_a_page_has_a_few_of_each_and_every_link_its_target(project, whole_site):
    names = [f"c{at}" for at in range(100)]
    claims = {name: {"text": "x", "but": [other for other in names if other != name]} for name in names}
    reading = project.read(json.dumps({"argmap": 1, "title": "A", "thesis": "c0", "claims": claims}))
    page = Html(claims_page(reading, whole_site))
    assert len(page.all("li")) <= ROOM
    assert len(page.within(section(page, "c50"), "li", "am-argument")) == 3
    assert {address[1:] for address in page.links if address.startswith("#")} <= set(page.ids)
    # An argument that is not listed is found at its claim.
    assert places.section(reading, "c50.but.3") == ("maps/pier/claims.md", "c50.but.3")
    assert places.section(reading, "c50.but.4") == ("maps/pier/claims.md", "c50")


def test_a_map_that_is_not_large_has_its_lists_whole_where_the_page_has_room(project, whole_site):
    page = Html(claims_page(project.read(star(LIMIT)), whole_site))
    assert len(page.within(section(page, "c0"), "li", "am-argument")) == LIMIT - 1


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
