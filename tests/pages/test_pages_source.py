"""The source page: the article with its passages marked, each leading to its claim and back."""

from dataclasses import replace
from pathlib import Path

import pytest
from harbour import PIER, REPORT
from html_reader import Html
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Aside, Claim, Place, Question, Quote, Source
from argmap.pages.source import source_page
from argmap.reading import Reading
from argmap.sources import Anchoring
from argmap.sources.text import Span, text_of


@pytest.fixture
def page(project, whole_site):
    return Html(source_page(project.read(), "report", whole_site))


def marked(page):
    return [(e.text, e.ancestors[-1].classes[1], e.attributes["href"]) for e in page.all("a") if e.inside("mark")]


def notes(page):
    return [e.text for lists in page.all("ul", "am-notes") for e in page.within(lists, "li")]


def test_each_passage_leads_to_its_claim_and_shows_the_repaired_words(page):
    assert marked(page) == [
        ("The harbour", "am-as-question", "/maps/pier/claims.md"),
        ("ferries routinely wait forty minutes", "am-as-premise", "/maps/pier/claims.md#ferries-wait"),
        ("A pier costs four million.", "am-as-counterpoint", "/maps/pier/claims.md#too-dear"),
        ("is like ours", "am-as-step", "/maps/pier/claims.md#by-analogy"),
        ("Its harbour has two piers.", "am-as-premise", "/maps/pier/claims.md#neighbour-built"),
    ]


def test_the_copy_with_its_faults_is_one_step_away(page):
    copy = page.one("details", "am-verbatim").text
    assert "wait fortyminutes for" in copy
    assert "wait forty minutes" not in copy


def test_passages_are_numbered_and_noted_in_the_margin(page):
    assert [e.text for e in page.all("a", "am-number")] == ["1", "*", "2", "3", "4", "5"]
    assert notes(page) == [
        "* Back to the passage Set aside background",
        "1 Back to the passage Question Should the town build a second pier?",
        "2 Back to the passage Premise Ferries wait",
        "3 Back to the passage Counterpoint A pier is too dear",
        "4 Back to the passage Step towards A second pier",
        "5 Back to the passage Premise The neighbouring town built a second pier",
    ]


def test_from_the_passage_to_the_margin_and_back(page):
    assert page.all("a", "am-number")[3].attributes["href"] == "#too-dear:"
    (back,) = page.within(page.one("li", id="too-dear:"), "a", "am-back")
    assert back.attributes["href"] == "#too-dear"


def test_what_is_set_aside_says_why(page):
    # The question quotes its beginning.
    aside = page.one("span", "am-as-aside", title="Set aside: background")
    assert aside.text == "was founded in 1850."
    assert "* Back to the passage Set aside background" in notes(page)


def test_a_claim_quoted_twice_has_one_number_and_leads_to_both_passages(project, whole_site):
    text = PIER.replace('quote: "A pier costs four million."', 'quote: ["A pier costs", "four million."]')
    page = Html(source_page(project.read(text), "report", whole_site))
    assert [e.text for e in page.all("a", "am-number")] == ["1", "*", "2", "3", "3", "4", "5"]
    (note,) = page.all("li", id="too-dear:")
    backs = [e.attributes["href"] for e in page.within(note, "a", "am-back")]
    assert backs == ["#too-dear", "#too-dear:2"]
    assert set(backs) <= {f"#{name}" for name in page.ids}


def test_the_strip_has_a_block_for_each_sentence_that_leads_there(page):
    blocks = page.within(page.one("ol", "am-strip"), "a")
    assert [(e.attributes["href"], e.classes[0], e.text) for e in blocks] == [
        ("#:sentence-1", "am-density-1", "Sentence 1. Quoted in the map: 1"),
        ("#:sentence-2", "am-density-1", "Sentence 2. Quoted in the map: 1"),
        ("#:sentence-3", "am-density-1", "Sentence 3. Quoted in the map: 1"),
        ("#:sentence-4", "am-density-1", "Sentence 4. Quoted in the map: 1"),
        ("#:sentence-5", "am-density-1", "Sentence 5. Quoted in the map: 1"),
    ]
    assert {e.attributes["href"][1:] for e in blocks} <= set(page.ids)


def test_a_sentence_that_carries_nothing_is_told_from_one_set_aside(project, whole_site):
    text = PIER.replace('question: { text: Should the town build a second pier?, quote: "The harbour" }', "").replace(
        'quote: "A pier costs four million."', ""
    )
    page = Html(source_page(project.read(text), "report", whole_site))
    looks = {e.text: e.classes[0] for e in page.within(page.one("ol", "am-strip"), "a")}
    assert "am-density-0" in looks.values()


def test_the_roles_and_sides_that_occur_are_explained_as_they_are_marked(page):
    looks = page.within(page.one("ul", "am-looks"), "span", "am-passage")
    assert [(e.classes[-1], e.text) for e in looks] == [
        ("am-as-aside", "Set aside"),
        ("am-as-question", "Question"),
        ("am-as-premise", "Premise"),
        ("am-as-counterpoint", "Counterpoint"),
        ("am-as-step", "Step towards"),
        ("am-side-for", "for the thesis"),
        ("am-side-against", "against the thesis"),
    ]


def test_a_passage_is_marked_by_its_side_whatever_its_role(project, whole_site):
    dear = "    text: A pier is too dear.\n"
    said = '  hardly-alike: { text: It is hardly like ours., quote: "It could be argued" }\n'
    text = PIER.replace(dear, f"{dear}    because: [hardly-alike]\n    but: [neighbour-built]\n")
    text = text.replace("  too-dear:\n", f"{said}  too-dear:\n")
    page = Html(source_page(project.read(text), "report", whole_site))
    sides = {e.text: e.ancestors[-1].classes[2] for e in page.all("a") if e.inside("mark")}
    assert sides == {
        "The harbour": "am-side-none",
        "ferries routinely wait forty minutes": "am-side-for",
        "A pier costs four million.": "am-side-against",
        "It could be argued": "am-side-against",
        "is like ours": "am-side-for",
        "Its harbour has two piers.": "am-side-for",
    }
    told = {e.text: e.attributes["title"] for e in page.all("a") if e.inside("mark")}
    assert told["It could be argued"] == "Premise: It is hardly like ours. (against the thesis)"


def test_the_words_of_a_step_are_on_the_side_of_the_step(project, whole_site):
    text = PIER.replace(
        "        but: [towns-differ]", '        but: [{ premises: [towns-differ], quote: "Its harbour has two piers" }]'
    )
    page = Html(source_page(project.read(text), "report", whole_site))
    sides = {e.text: e.ancestors[-1].classes[2] for e in page.all("a") if e.inside("mark")}
    assert sides["is like ours"] == "am-side-for"
    assert sides["Its harbour has two piers"] == "am-side-against"


def test_coverage_and_origin(page):
    assert "5 of 5 sentences are quoted or set aside with a reason." in page.text
    assert page.one("p", "am-byline").text == "N. N., Harbour report, The Town, 2016-10 · Original"
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


def claims_of(page):
    """The claims that each stretch of marked text is quoted for."""
    return [(e.text, (e.attributes.get("data-claims") or "").split()) for e in page.all("mark")]


def test_each_passage_says_its_claims_also_where_they_lie_over_each_other(project, whole_site):
    text = PIER.replace(
        "  towns-alike:\n    text: The towns are alike.",
        '  towns-alike: { text: The towns are alike., quote: ["like ours", "It could be argued that"] }',
    ).replace("  towns-differ:", '  towns-differ:\n    quote: "that the neighbouring town is like"')
    page = Html(source_page(project.read(text), "report", whole_site))
    assert claims_of(page) == [
        ("The harbour", []),
        ("ferries routinely wait forty minutes", ["ferries-wait"]),
        ("A pier costs four million.", ["too-dear"]),
        ("It could be argued", ["towns-alike"]),
        ("that", ["towns-alike", "towns-differ"]),
        ("the neighbouring town", ["towns-differ"]),
        ("is", ["towns-differ", "build-it"]),
        ("like", ["towns-differ", "build-it", "towns-alike"]),
        ("ours", ["build-it", "towns-alike"]),
        ("Its harbour has two piers.", ["neighbour-built"]),
    ]


def test_words_of_an_argument_about_an_argument_are_those_of_the_claim_it_bears_on(project, whole_site):
    text = PIER.replace("but: [towns-differ]", 'but: [{ premises: [towns-differ], quote: "Its harbour" }]')
    page = Html(source_page(project.read(text), "report", whole_site))
    assert ("Its harbour", ["neighbour-built", "build-it"]) in claims_of(page)


def test_no_claim_is_said_twice_of_a_passage(project, whole_site):
    text = PIER.replace('quote: "A pier costs four million."', 'quote: ["A pier costs four million.", "costs four"]')
    page = Html(source_page(project.read(text), "report", whole_site))
    assert [said for words, said in claims_of(page) if "costs" in words] == [["too-dear"]]


def test_the_map_stands_beside_the_text_with_every_claim_short_and_leading_to_its_section(page, project):
    beside = page.one("aside", "am-beside")
    reading = project.read()
    assert beside.attributes["data-map"] == "/maps/pier.json"
    assert beside.attributes["aria-label"] == "The map beside the text"
    rows = [e for e in page.within(beside, "g") if e.attributes.get("role") == "graphics-object group"]
    assert {e.attributes["id"]: e.attributes["aria-label"].partition(": ")[2] for e in rows} == {
        f":map-n-{claim}": said.mention for claim, said in reading.map.claims.items()
    }
    links = [e.attributes["xlink:href"] for row in rows for e in page.within(row, "a")]
    assert sorted(links) == sorted(f"/maps/pier/claims.md#{claim}" for claim in reading.map.claims)
    known = {argument for e in page.within(beside) for argument in e.attributes.get("data-a", "").split()}
    assert known == set(reading.map.arguments)


def test_the_map_beside_the_text_is_not_there_twice_for_a_search(page):
    assert "data-search-exclude" in page.one("aside", "am-beside").attributes


def test_where_there_is_no_data_there_is_no_map_beside_the_text(project, whole_site, monkeypatch):
    monkeypatch.setattr(type(whole_site), "data", lambda *_: None)
    page = Html(source_page(project.read(), "report", whole_site))
    assert page.all("aside", "am-beside") == []
    assert page.one("article", "am-article")


def test_the_strip_marks_where_each_paragraph_but_the_first_begins(project, whole_site):
    report = REPORT.replace("A pier costs", "\n\nA pier costs").replace("Its harbour", "\n  \n\nIts harbour")
    for text, begins in ((REPORT, [2]), (report, [2, 3, 5])):
        page = Html(source_page(project.read(PIER, text), "report", whole_site))
        blocks = page.within(page.one("ol", "am-strip"), "li")
        assert len(blocks) == 5
        assert [number for number, block in enumerate(blocks, 1) if "am-begins" in block.classes] == begins


TEXT = "One is here. Two is there, of course.\n\nThree has a word, and a nother.\n  \nFour is the end.\n"
HERE = Place("map.yml", 1, 1)


@pytest.fixture(scope="session")
def whole():
    """A reading without passages, to which tests add some."""
    claim = Claim(id="a", text="A", place=HERE)
    source = Source(id="report", file="report.txt", place=HERE, file_place=HERE)
    argument_map = ArgumentMap(file="map.yml", title="T", thesis="a", claims={"a": claim}, sources={"report": source})
    text = text_of("report", Path("report.txt"), TEXT, "en")
    anchoring = Anchoring({"report": text}, {}, {"report": ()}, ())
    return Reading("pier", argument_map, anchoring, {}, ())


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
    owners = bool(spans) + bool(questions)
    assert {e.text for e in page.all("a", "am-number")} == {*map(str, range(1, owners + 1)), *"*"[: len(asides)]}
    assert len(notes(page)) == owners + len(asides)


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
    """A host with every page and no data: hypothesis takes no fixture anew for each example."""

    def href(self, uri, anchor=""):
        return f"/{uri}#{anchor}"

    def data(self, reading):
        return None


def without(shown, numbers):
    """The words without the passages' numbers: the text itself has no digit, and no star."""
    signs = [character for character in shown if character in "0123456789*"]
    assert not set(TEXT) & set("0123456789*")
    assert sorted("".join(numbers)) == sorted(signs)
    return "".join(character for character in shown if character not in signs)


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
    assert (
        inner.attributes["title"] == "Step towards: The town should build a second pier. (for the thesis) / "
        "Premise: The towns are alike. (for the thesis)"
    )
