"""The board page: what is open in a map, each thing with its link."""

import json

import pytest
from harbour import PIER, REPORT
from html_reader import Html

from argmap.pages.board import MOST, SECTIONS, board_headings, board_page, coded


@pytest.fixture
def reading(project):
    return project.read()


@pytest.fixture
def page(reading, whole_site):
    return Html(board_page(reading, whole_site))


def part(page, name):
    heading = page.one("h2", id=name)
    return next(ancestor for ancestor in reversed(heading.ancestors) if ancestor.tag == "section")


def links(page, name):
    return [a.attributes["href"] for a in page.within(part(page, name), "a") if a.attributes["href"] != f"#{name}"]


def test_its_parts_are_its_headings(page, reading):
    assert [heading.attributes["id"] for heading in page.all("h2")] == list(SECTIONS)
    assert [anchor for anchor, _ in board_headings(reading)] == list(SECTIONS)
    assert page.badly_nested == []
    assert not page.repeated_ids


def test_every_open_counterpoint_leads_to_its_claims(page, reading):
    expected = [premise for argument in reading.open_counterpoints for premise in argument.premises]
    assert expected
    found = links(page, "counterpoints")
    assert [f"/maps/pier/claims.md#{premise}" for premise in expected] == found[::2]
    assert set(found[1::2]) <= {f"/maps/pier/claims.md#{claim}" for claim in reading.map.claims}


def test_a_weak_leg_says_what_is_weak_about_it(project, whole_site):
    lone = PIER.replace("      - [ferries-wait, waiting-costs]\n", "").replace('        quote: "is like ours"\n', "")
    page = Html(board_page(project.read(lone), whole_site))
    assert [tag.text for tag in page.within(part(page, "legs"), "span", "am-tag")][-1:] == ["weak"]


def test_pivotal_premises_lead_to_their_claims(page, reading):
    assert links(page, "pivotal") == [f"/maps/pier/claims.md#{claim}" for claim in reading.pivotal]


def test_findings_are_in_english_with_their_rule_and_place(project, whole_site):
    page = Html(board_page(project.read(PIER.replace("thesis:", "language: fa\nthesis:", 1)), whole_site))
    (found,) = page.within(part(page, "findings"), "ul")
    assert (found.attributes["lang"], found.attributes["dir"]) == ("en", "ltr")
    assert "missing-language" in found.text


def test_a_sentence_that_nothing_is_made_of_stands_there_in_words(project, whole_site):
    page = Html(board_page(project.read(report=f"{REPORT}\n\nThe council <meets> in spring.\n"), whole_site))
    missing = [a for a in page.within(part(page, "coverage"), "li") if "spring" in a.text]
    assert [each.text for each in missing] == ["The council <meets> in spring."]
    last = page.all("ol", "am-strip")[0]
    number = len(page.within(last, "li"))
    assert page.links.count(f"/maps/pier/sources/report.md#:sentence-{number}") == 2


def test_long_lists_are_cut_and_say_which_command_has_them_whole(project, whole_site):
    size = MOST + 20
    claims = {f"c{at}": {"text": f"C {at}.", "but": [f"o{at}"], "because": [f"l{at}"]} for at in range(size)}
    claims |= {f"{kind}{at}": {"text": f"{kind} {at}."} for kind in "lo" for at in range(size)}
    source = {"file": "../../report.txt"}
    text = json.dumps({"argmap": 1, "title": "T", "thesis": "c0", "sources": {"report": source}, "claims": claims})
    report = "\n\n".join(f"Sentence {at} is here." for at in range(size))
    page = Html(board_page(project.read(text, report), whole_site))
    said = "20 more. The command argmap board docs/maps/pier.yml lists all."
    for name in ("counterpoints", "legs"):
        assert len(page.within(part(page, name), "li")) == MOST
        assert said in part(page, name).text
    coverage = part(page, "coverage")
    assert {len(page.within(coverage, tag)) for tag in ("dt", "dd")} == {MOST}
    assert [len(page.within(found, "li")) for kind in ("ol", "ul") for found in page.within(coverage, kind)] == [
        MOST
    ] * 2
    assert coverage.text.count(said) == 3
    assert "code" in {e.tag for e in page.within(coverage)}
    assert "lists all" not in part(page, "pivotal").text


def test_without_a_text_there_is_nothing_to_cover(project, whole_site):
    reading = project.read("argmap: 1\ntitle: T\nthesis: t\nclaims: { t: { text: T. } }\n")
    assert Html(board_page(reading, whole_site)).all("h2", id="coverage") == []
    assert "coverage" not in dict(board_headings(reading))


@pytest.mark.parametrize(
    ("message", "html"),
    [
        ("`a` is <b>.", "<code>a</code> is &lt;b&gt;."),
        ("`<a>`", "<code>&lt;a&gt;</code>"),
        ("one ` alone", "one ` alone"),
    ],
)
def test_what_stands_between_backticks_is_code_and_text_all_the_same(message, html):
    assert coded(message) == html
