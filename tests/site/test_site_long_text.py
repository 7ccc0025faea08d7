"""A long source on a site: several pages, and whatever leads to a passage leads to its page."""

import json

import pytest

from argmap.pages import sheets

SENTENCES = 60
CLAIMS = {
    f"c{at}": {
        "text": f"Claim {at}.",
        "quote": f"Sentence {at} says that the harbour is busy.",
        "because": [f"c{below}" for below in (2 * at + 1, 2 * at + 2) if below < SENTENCES],
    }
    for at in range(SENTENCES)
}
LONG = json.dumps(
    {
        "argmap": 1,
        "title": "Long",
        "thesis": "c0",
        "sources": {"report": {"file": "../../report.txt", "title": "Report"}},
        "claims": CLAIMS,
        "tour": [{"claim": "c59", "say": "The last."}],
    }
)


@pytest.fixture
def long(site, monkeypatch):
    """A site with a text of three pages or more, to be built."""
    monkeypatch.setattr(sheets, "ROOM", 20_000)
    site.write("report.txt", "\n\n".join(claim["quote"] for claim in CLAIMS.values()))
    site.write("docs/maps/pier.yml", LONG)
    site.write("docs/index.md", "# Home\n\n```argmap\npier\n```\n\nSee [one](argmap:pier#c59).\n")
    return site


def parts(site):
    return [name for name in site.pages if name.startswith("maps/pier/sources/")]


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
def test_every_link_of_a_strict_build_is_alive(long, folders):
    long.build(use_directory_urls=folders, plugins=["search", {"argmap": {"board": True}}])
    assert [dead for dead in long.dead_links() if dead[0] != "404.html"] == []
    assert {name: page.repeated_ids for name, page in long.pages.items() if page.repeated_ids} == {}
    assert len(parts(long)) > 2
    assert ("maps/pier/sources/report/index.html" if folders else "maps/pier/sources/report.html") in parts(long)


def test_each_part_has_a_title_and_a_description_of_its_own_and_asks_not_to_be_indexed(long):
    long.build()
    pages = [long.pages[name] for name in parts(long)]
    titles = {page.all("title")[0].text.partition(" - ")[0] for page in pages}
    assert titles == {"Report", *(f"Report ({at})" for at in range(2, len(pages) + 1))}
    for page in pages:
        assert [e for e in page.all("meta", name="robots") if "noindex" in e.attributes["content"]]


def test_the_search_finds_each_sentence_once_in_the_text(long):
    index = long.build().index
    places = [place for place, text in index.items() if "sources" in place and "Sentence 50 says" in text]
    assert len(places) == 1
    assert len([place for place in index if "sources" in place]) == len(parts(long))


def test_the_navigation_has_the_first_part_alone(long):
    home = long.build().html()
    led = [e.attributes.get("href", "") for e in home.all("a", "dropdown-item")]
    assert [address for address in led if "sources" in address] == ["maps/pier/sources/report/"]


def test_the_data_knows_on_which_page_each_passage_is(long):
    data = json.loads((long.build().out / "maps/pier.json").read_text("utf-8"))
    for claim in data["claims"]:
        (quote,) = claim["quotes"]
        page = quote.get("page", data["sources"]["report"]["page"])
        assert quote["at"] in long.html(f"maps/{page}index.html").ids
    assert len({quote.get("page") for claim in data["claims"] for quote in claim["quotes"]}) == len(parts(long))


def test_all_parts_are_kept_and_those_of_a_text_that_grew_are_made_anew(long):
    before = {name: long.html(name).source for name in parts(long.build())}
    long.build()
    assert {name: long.html(name).source for name in parts(long)} == before
    count = len(parts(long))
    more = "\n\n".join(f"Another {at} of them is here, to be read and not to be quoted." for at in range(60))
    with (long.folder / "report.txt").open("a") as report:
        report.write(f"\n\n{more}\n")
    long.build()
    assert len(parts(long)) > count
    assert [dead for dead in long.dead_links() if dead[0] != "404.html"] == []
