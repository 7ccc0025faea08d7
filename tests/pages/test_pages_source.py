"""The source page: the article with its passages marked, each leading to its claim and back."""

from dataclasses import replace
from pathlib import Path

import pytest
from harbour import PIER
from html_reader import Html
from hypothesis import given
from hypothesis import strategies as st

from argmap import reading as readings
from argmap.model import ArgumentMap, Aside, Claim, Place, Question, Quote, Source
from argmap.pages.source import source_page
from argmap.sources.text import Span, text_of


@pytest.fixture
def page(project, whole_site):
    return Html(source_page(project.read(), "report", whole_site))


def marked(page):
    return [(e.text, e.ancestors[-1].classes[1], e.attributes["href"]) for e in page.all("a") if e.inside("mark")]


def test_each_passage_leads_to_its_claim_and_shows_the_repaired_words(page):
    assert marked(page) == [
        ("ferries routinely wait forty minutes", "am-as-premise", "/maps/pier/claims.md#ferries-wait"),
        ("A pier costs four million.", "am-as-counterpoint", "/maps/pier/claims.md#too-dear"),
        ("is like ours", "am-as-claim", "/maps/pier/claims.md#by-analogy"),
        ("Its harbour has two piers.", "am-as-premise", "/maps/pier/claims.md#neighbour-built"),
    ]


def test_the_copy_with_its_faults_is_one_step_away(page):
    copy = page.one("details", "am-verbatim").text
    assert "wait fortyminutes for" in copy
    assert "wait forty minutes" not in copy


def test_passages_are_numbered_and_listed(page):
    assert [e.text for e in page.all("a", "am-number")] == ["1", "2", "3", "4"]
    assert [e.text.removesuffix(" ↩") for e in page.within(page.one("ol"), "li")] == [
        "Premise Ferries wait 40 minutes for the only pier.",
        "Counterpoint A pier is too dear.",
        "Step to The town should build a second pier.",
        "Premise The neighbouring town built a second pier.",
    ]


def test_from_the_passage_to_the_list_and_back(page):
    assert page.all("a", "am-number")[1].attributes["href"] == "#too-dear:"
    (back,) = page.within(page.one("li", id="too-dear:"), "a", "am-back")
    assert back.attributes["href"] == "#too-dear"


def test_what_is_set_aside_says_why(page):
    # In two pieces: the question quotes the first.
    assert [e.text for e in page.all("span", "am-aside", title="background")] == ["The harbour", "was founded in 1850."]
    assert page.one("h2", id="set-aside:").text == "Set aside"
    assert page.all("ul")[-1].text == "The harbour was founded in 1850. – background"


def test_coverage_and_origin(page):
    assert "5 of 5 sentences are quoted or set aside with a reason." in page.text
    assert page.one("p", "am-byline").text == "Harbour reportN. N., The Town, 2016-10 Original"
    assert page.one("div", "am-copy").text.strip() == "The copy has a fault."
    assert page.all("a", href="https://example.org/report")


def test_every_link_has_its_target_and_every_id_is_one(page):
    assert {address[1:] for address in page.links if address.startswith("#")} <= set(page.ids)
    assert page.repeated_ids == []
    assert page.badly_nested == []


def test_a_map_without_a_source_of_its_own_title_or_author(project, whole_site):
    bare = "argmap: 1\ntitle: T\nthesis: a\nsources: { report: { file: ../../report.txt } }\nclaims: { a: { text: A } }"
    page = Html(source_page(project.read(bare), "report", whole_site))
    assert page.one("p", "am-byline").text == ""
    assert not page.all("mark")


def test_controls_in_the_source_do_no_harm(project, whole_site):
    report = "A pier \u202ecosts\u202c four\x07 \x1b[2Jmillion.\x85 <script>alert(1)</script> &copy; \u200fدو\u200c\n"
    bare = "argmap: 1\ntitle: T\nthesis: a\nsources: { report: { file: ../../report.txt } }\nclaims: { a: { text: A } }"
    html = source_page(project.read(bare, report), "report", whole_site)
    assert not any(character in html for character in "\u202e\u202c\x07\x1b\x85")
    page = Html(html)
    assert not page.all("script")
    assert (
        "A pier �costs� four� �[2Jmillion.� <script>alert(1)</script> &copy; \u200fدو\u200c" in page.one("article").text
    )


TEXT = "One is here. Two is there, of course.\n\nThree has a word, and a nother.\n  \nFour is the end.\n"
HERE = Place("map.yml", 1, 1)


@pytest.fixture(scope="session")
def whole():
    """A reading without passages, to which tests add some."""
    claim = Claim(id="a", text="A", place=HERE)
    source = Source(id="report", file="report.txt", place=HERE, file_place=HERE)
    argument_map = ArgumentMap(file="map.yml", title="T", thesis="a", claims={"a": claim}, sources={"report": source})
    text = text_of("report", Path("report.txt"), TEXT, "en")
    anchoring = readings.Anchoring({"report": text}, {}, {"report": ()}, ())
    return readings.Reading("pier", argument_map, anchoring, {}, ())


def with_passages(whole, spans, asides=(), questions=(), reads=None):
    """A reading in which the first claim's quotes have these spans."""
    reads = reads or {}

    def quotes(kind, found):
        return [
            (Quote(exact=TEXT[slice(*s)], source="report", reads=reads.get(s, ""), place=Place(kind, at, 1)), Span(*s))
            for at, s in enumerate(found, 1)
        ]

    claimed, aside, asked = quotes("claim", spans), quotes("aside", asides), quotes("question", questions)
    source = replace(whole.map.sources["report"], asides=tuple(Aside(quote=quote, why="because") for quote, _ in aside))
    claim = replace(whole.map.claims["a"], quotes=tuple(quote for quote, _ in claimed))
    question = Question(text="?", quotes=tuple(quote for quote, _ in asked))
    changed = replace(whole.map, claims={"a": claim}, sources={"report": source}, question=question)
    anchoring = replace(whole.anchoring, spans=dict([*claimed, *aside, *asked]))
    return replace(whole, map=changed, anchoring=anchoring)


@st.composite
def some_spans(draw, at_most=6):
    def one():
        start = draw(st.integers(0, len(TEXT) - 1))
        return (start, draw(st.integers(start + 1, len(TEXT))))

    found = [one() for _ in range(draw(st.integers(0, at_most)))]
    return [span for span in found if TEXT[slice(*span)].strip()]


def article_words(page):
    """The article's paragraphs without the numbers."""
    numbers = {id(e) for e in page.all("a", "am-number")}
    assert all(e.inside("sup") for e in page.all("a") if id(e) in numbers)
    paragraphs = []
    for paragraph in page.within(page.one("article"), "p"):
        text = "".join(paragraph.parts)
        paragraphs.append(text)
    return paragraphs


@given(some_spans(), some_spans(2), some_spans(2))
def test_whatever_is_quoted_ids_are_unique_and_links_have_targets(whole, spans, asides, questions):
    page = Html(source_page(with_passages(whole, spans, asides, questions), "report", Everywhere()))
    assert page.repeated_ids == []
    assert {address[1:] for address in page.links if address.startswith("#")} <= set(page.ids)
    assert page.badly_nested == []
    assert {e.text for e in page.all("a", "am-number")} == {str(number) for number in range(1, len(spans) + 1)}


@given(some_spans(), some_spans(2), some_spans(2))
def test_whatever_is_quoted_the_article_reads_as_it_is(whole, spans, asides, questions):
    page = Html(source_page(with_passages(whole, spans, asides, questions), "report", Everywhere()))
    numbers = [e.text for e in page.all("a", "am-number")]
    shown = "".join(article_words(page))
    assert without(shown, numbers) == "".join(p.strip() for p in TEXT.split("\n") if p.strip())


@given(some_spans())
def test_what_is_marked_is_what_is_quoted(whole, spans):
    page = Html(source_page(with_passages(whole, spans), "report", Everywhere()))
    quoted = {at for start, end in spans for at in range(start, end) if not TEXT[at].isspace()}
    shown = "".join("".join(e.parts) for e in page.all("a") if e.inside("mark"))
    assert [c for c in shown if not c.isspace()] == [TEXT[at] for at in sorted(quoted)]


class Everywhere:
    """A host with every page: hypothesis takes no fixture anew for each example."""

    def href(self, uri, anchor=""):
        return f"/{uri}#{anchor}"


def without(shown, numbers):
    """The words without the passages' numbers: the text itself has no digit."""
    assert not any(map(str.isdigit, TEXT))
    assert sorted("".join(numbers)) == sorted(filter(str.isdigit, shown))
    return "".join(character for character in shown if not character.isdigit())


def test_a_repair_is_shown_whole_wherever_passages_cut_it(whole):
    start = TEXT.index("a nother")
    faulty = (start, start + len("a nother"))
    for cut in range(start, start + len("a nother") + 1):
        spans = [faulty, (TEXT.index("Three"), cut)]
        page = Html(source_page(with_passages(whole, spans, reads={faulty: "another"}), "report", Everywhere()))
        assert without("".join(article_words(page)), [e.text for e in page.all("a", "am-number")]).endswith(
            "Three has a word, and another.Four is the end."
        )


def test_a_repair_may_have_more_or_fewer_characters_than_the_fault(whole):
    span = (TEXT.index("Two"), TEXT.index(", of"))
    page = Html(source_page(with_passages(whole, [span], reads={span: "Two WAS th'e"}), "report", Everywhere()))
    (link,) = [e for e in page.all("a") if e.inside("mark")]
    assert link.text == "Two WAS th'e"


def test_a_repair_that_adds_at_the_end_stays_in_its_passage(whole):
    span = (TEXT.index("One"), TEXT.index(" here"))
    page = Html(source_page(with_passages(whole, [span], reads={span: "One is,"}), "report", Everywhere()))
    (link,) = [e for e in page.all("a") if e.inside("mark")]
    assert link.text == "One is,"


def test_nested_passages_name_both_claims_and_lead_to_the_inner(project, whole_site):
    text = PIER.replace(
        "  towns-alike:\n    text: The towns are alike.", '  towns-alike: { text: The towns are alike., quote: "ours" }'
    )
    page = Html(source_page(project.read(text), "report", whole_site))
    (inner,) = [e for e in page.all("a") if e.inside("mark") and e.text == "ours"]
    assert inner.attributes["href"].endswith("#towns-alike")
    assert inner.attributes["title"] == "Step to: The town should build a second pier. / Premise: The towns are alike."
