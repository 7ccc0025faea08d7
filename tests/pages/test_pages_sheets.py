"""A long source on several pages: each of a size that loads, and every passage and sentence on one of them."""

import json

import pytest
from html_reader import Html
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.pages import sheets as module
from argmap.pages.board import board_page
from argmap.pages.claims import claims_page
from argmap.pages.data import map_data
from argmap.pages.sheets import passage_place, sheets
from argmap.pages.source import source_page
from argmap.reading import read

SENTENCES = 40
ROOM = 12_000


def sentence(number):
    return f"Sentence {number} says that the harbour is busy."


def written(quotes, **more):
    """A map in which each claim has some quotes."""
    claims = {f"c{at}": {"text": f"Claim {at}.", "quote": list(each)} for at, each in enumerate(quotes)}
    source = {"file": "../../report.txt", "title": "Report"}
    return json.dumps(
        {"argmap": 1, "title": "T", "thesis": "c0", "sources": {"report": source}, "claims": claims} | more
    )


PARAGRAPHS = "\n\n".join(sentence(at) for at in range(SENTENCES))
LINE = " ".join(sentence(at) for at in range(SENTENCES))
ONE_EACH = written([sentence(at)] for at in range(SENTENCES))


@pytest.fixture(autouse=True)
def room(monkeypatch):
    """Little room makes a short text long."""
    monkeypatch.setattr(module, "ROOM", ROOM)


def pages(reading, site):
    """The pages by their addresses."""
    return {
        f"/maps/pier/sources/report{'' if sheet.number == 1 else f'.{sheet.number}'}.md": source_page(
            reading, "report", site, sheet.number
        )
        for sheet in sheets(reading, "report").all
    }


def without_drawing(html):
    before, _, after = html.partition("<aside")
    return before + after.partition("</aside>")[2]


def leads_somewhere(address, here, found):
    path, _, anchor = address.partition("#")
    page = found.get(path or here)
    return page is None or not anchor or anchor in page.ids


@pytest.mark.parametrize("report", [PARAGRAPHS, LINE], ids=["paragraphs", "one paragraph"])
def test_no_page_takes_more_than_there_is_room_for(project, whole_site, report):
    found = pages(project.read(ONE_EACH, report), whole_site)
    assert len(found) > 3
    # What is reckoned is rather too much, and a page has a head and a foot.
    assert max(len(without_drawing(html)) for html in found.values()) < ROOM + 3_000


@pytest.mark.parametrize("report", [PARAGRAPHS, LINE], ids=["paragraphs", "one paragraph"])
def test_every_sentence_and_every_passage_begins_on_one_page(project, whole_site, report):
    found = [Html(html) for html in pages(project.read(ONE_EACH, report), whole_site).values()]
    begun = [
        name for page in found for name in page.ids if name.startswith((":sentence-", "c")) and ":" not in name[1:]
    ]
    assert begun == [name for at in range(SENTENCES) for name in (f":sentence-{at + 1}", f"c{at}")]
    blocks = [e.attributes["href"] for page in found for e in page.within(page.one("ol", "am-strip"), "a")]
    assert blocks == [f"#:sentence-{at + 1}" for at in range(SENTENCES)]
    assert [e.text for page in found for e in page.all("a", "am-number")] == [str(at + 1) for at in range(SENTENCES)]
    copies = [p.text for page in found for p in page.within(page.one("details", "am-verbatim"), "p")]
    assert " ".join(copies) == LINE


def test_a_text_that_fits_has_one_page_which_says_nothing_of_parts(project, whole_site, monkeypatch):
    reading = project.read(ONE_EACH, PARAGRAPHS)
    monkeypatch.setattr(module, "ROOM", 10**6)
    (html,) = pages(reading, whole_site).values()
    assert not Html(html).all("nav")
    assert "Part" not in Html(html).text


def test_a_page_says_which_part_it_is_and_leads_to_the_others(project, whole_site):
    found = pages(project.read(ONE_EACH, PARAGRAPHS), whole_site)
    for number, (address, html) in enumerate(found.items(), 1):
        page = Html(html)
        top, foot = page.one("nav", "am-pages"), page.one("p", "am-pages")
        links = {e.attributes.get("rel"): e.attributes.get("href") for e in page.within(top, "a")}
        assert top.text == foot.text
        assert f"Part {number} of {len(found)}" in top.text
        others = list(found)
        assert links.get("prev") == (others[number - 2] if number > 1 else None)
        assert links.get("next") == (others[number] if number < len(others) else None)
        led = {e.attributes["href"] for e in page.within(foot, "a") if "href" in e.attributes}
        assert led == set(found) - {address}


def test_whatever_leads_to_a_passage_leads_to_its_page(project, whole_site):
    reading = project.read(ONE_EACH, PARAGRAPHS)
    found = {address: Html(html) for address, html in pages(reading, whole_site).items()}
    shown = Html(claims_page(reading, whole_site))
    led = [e.attributes["href"] for e in shown.all("a", "am-cite")]
    assert len(led) == SENTENCES
    assert len({address.partition("#")[0] for address in led}) == len(found)
    data = map_data(reading, lambda uri: f"/{uri}")
    source = data["sources"]["report"]["page"]
    led_by_data = {
        f"{quote.get('page', source)}#{quote['at']}" for claim in data["claims"] for quote in claim["quotes"]
    }
    assert led_by_data == set(led)
    board = Html(board_page(reading, whole_site))
    led += [e.attributes["href"] for e in board.within(board.one("ol", "am-strip"), "a")]
    for address in led:
        path, _, anchor = address.partition("#")
        assert anchor in found[path].ids


def test_a_claim_quoted_on_two_pages_has_one_number_and_a_note_on_each(project, whole_site):
    quotes = [[sentence(0), sentence(SENTENCES - 1)], *([sentence(at)] for at in range(1, SENTENCES - 1))]
    found = {
        address: Html(html) for address, html in pages(project.read(written(quotes), PARAGRAPHS), whole_site).items()
    }
    first, last = min(found, key=len), list(found)[-1]
    for address in (first, last):
        page = found[address]
        note = page.one("li", id="c0:")
        assert note.text.startswith("1 Back")
        backs = [e.attributes["href"] for e in page.within(note, "a", "am-back")]
        assert [leads_somewhere(back, address, found) for back in backs] == [True, True]
        assert {back.partition("#")[0] or address for back in backs} == {first, last}
    assert "c0:" not in found[list(found)[1]].ids


def test_a_claim_that_quotes_the_whole_text_leads_to_its_passages_here_and_to_the_first_ones(project, whole_site):
    quotes = [[sentence(at) for at in range(SENTENCES)]]
    found = {
        address: Html(html) for address, html in pages(project.read(written(quotes), PARAGRAPHS), whole_site).items()
    }
    assert len(found) > 2
    for address, page in found.items():
        backs = [e.attributes["href"] for e in page.within(page.one("li", id="c0:"), "a", "am-back")]
        here = [back for back in backs if back.startswith("#")]
        assert len(here) == len(page.all("a", "am-number"))
        assert len(backs) - len(here) <= module.NAMED
        assert all(leads_somewhere(back, address, found) for back in backs)


def test_a_passage_may_go_on_on_the_next_page(project, whole_site):
    whole = f"{sentence(0)}\n\n{sentence(1)}"
    text = "\n\n".join([whole, *(sentence(at) for at in range(2, SENTENCES))])
    quotes = [[text], *([sentence(at)] for at in range(SENTENCES))]
    reading = project.read(written(quotes), text)
    found = {address: Html(html) for address, html in pages(reading, whole_site).items()}
    first, *between, last = found.values()
    assert "c0" in first.ids
    assert "c0:" in last.ids
    assert not any({"c0", "c0:"} & set(page.ids) for page in between)
    assert all(leads_somewhere(address, here, found) for here, page in found.items() for address in page.links)


def test_many_claims_that_quote_one_sentence_have_their_notes_on_several_pages(project, whole_site, monkeypatch):
    monkeypatch.setattr(module, "CROWDED", 5)
    reading = project.read(written([[sentence(0)]] * 60), sentence(0))
    found = {address: Html(html) for address, html in pages(reading, whole_site).items()}
    assert len(found) > 2
    assert [e.text for page in found.values() for e in page.all("a", "am-number")] == [str(at + 1) for at in range(60)]
    assert all(leads_somewhere(address, here, found) for here, page in found.items() for address in page.links)
    assert all(page.repeated_ids == [] and page.badly_nested == [] for page in found.values())
    # Not the titles of all sixty.
    assert (
        max(
            e.attributes["title"].count(" / ")
            for e in found["/maps/pier/sources/report.md"].all("a")
            if e.inside("mark")
        )
        == 8
    )


def test_a_text_without_a_full_stop_is_cut_between_words(project, whole_site, monkeypatch):
    monkeypatch.setattr("argmap.pages.article.LONGEST", 1_000)
    report = " ".join(f"word{at}" for at in range(4_000))
    reading = project.read(written([["word17 word18"], ["word3977 word3978"]]), report)
    found = pages(reading, whole_site)
    assert len(found) > 3
    articles = [page.one("article") for page in map(Html, found.values())]
    shown = " ".join("".join(article.parts) for article in articles)
    assert [word for word in shown.split() if word.startswith("word")] == report.replace("word18 ", "word181 ").replace(
        "word3978 ", "word39782 "
    ).split()


class Everywhere:
    """A host with every page and no data: hypothesis takes no fixture anew for each example."""

    def href(self, uri, anchor=""):
        return f"/{uri}#{anchor}"

    def data(self, reading):
        return None


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A project with one line of text, and some paragraphs."""
    folder = tmp_path_factory.mktemp("sheets")
    (folder / "mkdocs.yml").write_text("site_name: Harbour\n")
    (folder / "docs/maps").mkdir(parents=True)
    (folder / "report.txt").write_text(TEXT)
    return folder


TEXT = f"{LINE}\n\n{PARAGRAPHS.replace('Sentence', 'Paragraph')}"
some_quotes = st.lists(st.tuples(st.integers(0, SENTENCES - 1), st.integers(0, 6)), min_size=1, max_size=30)


@settings(max_examples=30)
@given(some_quotes, st.integers(3_000, 20_000))
def test_whatever_is_quoted_and_wherever_it_is_cut_every_link_within_the_text_is_alive(folder, quoted, room):
    starts = [(TEXT.index(sentence(at)), 30 + 40 * more) for at, more in quoted]
    path = folder / "docs/maps/pier.yml"
    path.write_text(written([TEXT[start : start + length].strip()] for start, length in starts))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "ROOM", room)
        reading = read(path, project=folder)
        found = {address: Html(html) for address, html in pages(reading, Everywhere()).items()}
    assert all(leads_somewhere(address, here, found) for here, page in found.items() for address in page.links)
    assert all(page.repeated_ids == [] and page.badly_nested == [] for page in found.values())
    places = {passage_place(reading, quote) for claim in reading.map.claims.values() for quote in claim.quotes}
    assert all(anchor in found[f"/{uri}"].ids for uri, anchor in places)
