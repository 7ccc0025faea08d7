"""A claim looked at closer: what the panel says of it, where that leads, and what is lit meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

import pytest
from data_file import Data
from hosted import map_file
from live import Live
from looks import DESK, PHONE, TALL
from playwright.sync_api import expect

import argmap

if TYPE_CHECKING:
    from looks import Visit
    from published import Published

    from argmap.reading import Reading

# What the panel says, part by part, in the shape of `expected`.
SAID = """(panel) => {
  const all = (root, what) => [...root.querySelectorAll(what)];
  const words = (each) => each.textContent.trim();
  const quotes = (root) => all(root, ":scope > blockquote")
    .map((each) => [words(each.querySelector("q")), each.querySelector("a").href]);
  const under = (root, title) => all(root, ":scope > h3").find((each) => words(each) === title)?.nextElementSibling;
  const claims = (root) => all(root, ":scope > button, :scope > a").map(words);
  const argument = (item) => ({
    premises: claims(item.querySelector("p")),
    tags: all(item, ":scope > p:first-child > .am-tag").map(words),
    remarks: all(item, ":scope > .am-why").map(words),
    quotes: quotes(item),
    about: sections(item),
  });
  const sections = (root) => Object.fromEntries(all(root, ":scope > h3").map(words)
    .filter((title) => under(root, title).matches(".am-reasons"))
    .map((title) => [title, [...under(root, title).children].map(argument)]));
  return {
    role: words(panel.querySelector(".am-role")),
    text: words(panel.querySelector("h2")),
    verdict: words(panel.querySelector(".am-verdict")),
    implicit: all(panel, ":scope > header > .am-tag").map(words),
    remarks: all(panel, ":scope > .am-why:not(.am-pivotal)").map(words),
    quotes: quotes(panel),
    reasons: sections(panel),
    bears: all(panel, ".am-bears > li").flatMap(claims),
    facts: Object.fromEntries(all(panel, "dl > div").map((each) => [...each.children].map(words))),
  };
}"""


@pytest.fixture(scope="module")
def reading(tram: Published) -> Reading:
    return argmap.read(map_file(tram, "tram"))


def expected(site: Published, reading: Reading, which: str) -> dict[str, Any]:
    """What the data has of a claim, and the label and the reason that Python gives it."""
    data = Data(site, "tram")
    claim, say = data.claims[which], data.say
    report = site.at("maps/tram/sources/report/")

    def quotes(of: dict[str, Any]) -> list[list[str]]:
        return [[quote["text"], f"{report}#{quote['at']}"] for quote in of.get("quotes", [])]

    def reasons(on: str, names: tuple[str, str]) -> dict[str, Any]:
        own = [each for each in data.arguments.values() if each["on"] == on]
        parts = ([each for each in own if bool(each.get("attacks")) is attacks] for attacks in (False, True))
        return {
            say(f"page.{name}"): [argument(each) for each in part]
            for name, part in zip(names, parts, strict=True)
            if part
        }

    def argument(of: dict[str, Any]) -> dict[str, Any]:
        strength = {1: [say("strength.weak")], 2: [], 3: [say("strength.strong")]}[of.get("strength", 2)]
        return {
            "premises": [data.claims[premise]["text"] for premise in of["premises"]],
            "tags": [*strength, *([of["scheme"]] if "scheme" in of else [])],
            "remarks": [of[key] for key in ("why", "note") if key in of],
            "quotes": quotes(of),
            "about": reasons(of["id"], ("backing", "undercut")),
        }

    hedge = [f"{say('page.qualifier')} {claim['qualifier']}"] if "qualifier" in claim else []
    granted = {1: [say("strength.weak")], 3: [say("strength.strong")]}.get(claim.get("grant", 0), [])
    why = [" ".join([*granted, claim["why"]])] if "why" in claim else []
    facts = {
        "page.said-by": claim.get("saidBy"),
        "page.date": claim.get("date"),
        "page.actors": " and ".join(data.data["actors"][actor] for actor in claim.get("actors", [])),
        "page.group": data.data["groups"].get(claim.get("group")),
        "page.tags": ", ".join(claim.get("tags", [])),
    }
    return {
        "role": say(f"role.{claim['role']}"),
        "text": claim["text"],
        "verdict": f"{say('label.' + reading.verdicts[which].label.value)} {reading.says(which)}",
        "implicit": [say("drawing.implicit")] if "implicit" in claim else [],
        "remarks": [
            *([claim["implicit"]] if "implicit" in claim else []),
            *hedge,
            *why,
            *([claim["note"]] if "note" in claim else []),
        ],
        "quotes": quotes(claim),
        "reasons": reasons(which, ("for", "against")),
        "bears": [bearing(data, each) for each in data.arguments.values() if which in each["premises"]],
        "facts": {say(key): value for key, value in facts.items() if value},
    }


def bearing(data: Data, argument: dict[str, Any]) -> str:
    """What an argument does to what it is about."""
    verb = "opposes" if argument.get("attacks") else "supports"
    strength = {1: ".weak", 2: "", 3: ".strong"}[argument.get("strength", 2)]
    on = argument["on"]
    if on in data.claims:
        return data.say(f"relation.{verb}{strength}", claim=quoted(data, on))
    step = data.words["linked.and"].join(quoted(data, premise) for premise in data.arguments[on]["premises"])
    return data.say(f"relation.{verb}-step{strength}", premises=step)


def quoted(data: Data, which: str) -> str:
    claim = data.claims[which]
    return data.say("quoted", text=claim.get("label", claim["text"]).removesuffix("."))


def test_the_panel_says_of_each_claim_what_the_map_has_of_it(
    read_tram: Callable[..., Live], tram: Published, reading: Reading
) -> None:
    live = read_tram(TALL)
    for claim in Data(tram, "tram").claims:
        live.link(claim).click()
        expect(live.title).to_be_focused()
        assert live.panel.evaluate(SAID) == expected(tram, reading, claim)
        live.press("Escape")


def test_every_quote_and_claim_in_the_panel_leads_to_a_place_that_is_there(
    read_tram: Callable[..., Live], tram: Published
) -> None:
    live = read_tram(TALL)
    addresses: set[str] = set()
    for claim in Data(tram, "tram").claims:
        live.link(claim).click()
        expect(live.title).to_be_focused()
        addresses |= {*live.panel.locator("a").evaluate_all("(links) => links.map((link) => link.href)")}
        live.press("Escape")
    places = [urldefrag(address) for address in addresses]
    assert len(places) > len(Data(tram, "tram").claims)
    for page, anchor in places:
        assert anchor in tram.pages[page.removeprefix(tram.address)].ids


def test_a_quote_leads_to_its_words_in_the_text(read_tram: Callable[..., Live], tram: Published) -> None:
    live = read_tram()
    live.open("waits")
    quote = Data(tram, "tram").claims["waits"]["quotes"][1]
    live.panel.locator("blockquote", has_text=quote["text"]).get_by_role("link").click()
    live.page.wait_for_url(tram.at("maps/tram/sources/report/", quote["at"]))
    assert live.reader.sees(quote["at"])
    after = """(anchor) => { const range = document.createRange();
      range.setStartAfter(document.getElementById(anchor));
      range.setEndAfter(document.querySelector(".am-article"));
      for (const each of document.querySelectorAll(".am-article sup")) each.remove();
      return range.toString().replace(/\\s+/g, " ").trim(); }"""
    assert live.page.evaluate(after, quote["at"]).startswith(quote["text"])


def test_the_panel_leads_to_the_claim_among_all_claims(read_tram: Callable[..., Live], tram: Published) -> None:
    live = read_tram()
    live.open("waits")
    live.panel.get_by_role("link", name=Data(tram, "tram").say("map.more")).click()
    live.page.wait_for_url(tram.at("maps/tram/claims/", "waits"))
    assert live.reader.sees("waits")


def choose(live: Live, claim: str, way: str) -> None:
    if way == "Enter":
        live.link(claim).focus()
        live.press("Enter")
    else:
        (live.link(claim).tap if way == "touch" else live.link(claim).click)()
    expect(live.title).to_be_focused()
    live.still()


@pytest.mark.parametrize("closing", ["Escape", "button"])
@pytest.mark.parametrize(("way", "options"), [("pointer", DESK), ("touch", PHONE), ("Enter", DESK)])
def test_a_card_opens_the_panel_and_closing_it_gives_the_focus_back(
    read_tram: Callable[..., Live], way: str, options: dict[str, Any], closing: str
) -> None:
    live = read_tram(options)
    choose(live, "stand", way)
    expect(live.panel).to_have_role("dialog")
    expect(live.title).to_have_text("Nine in ten riders stand.")
    live.asks(claim="stand")
    if closing == "Escape":
        live.press("Escape")
    else:
        live.says("Close", live.panel).click()
    expect(live.panel).to_be_hidden()
    expect(live.link("stand")).to_be_focused()
    live.asks()


def test_escape_closes_what_an_address_has_opened(read_tram: Callable[..., Live]) -> None:
    live = read_tram(query="?claim=stand")
    expect(live.title).to_have_text("Nine in ten riders stand.")
    live.press("Escape")
    expect(live.panel).to_be_hidden()
    expect(live.link("stand")).to_be_focused()


def test_the_close_button_works_by_key(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    choose(live, "stand", "Enter")
    live.says("Close", live.panel).focus()
    live.press("Enter")
    expect(live.panel).to_be_hidden()
    expect(live.link("stand")).to_be_focused()


def test_on_a_phone_the_panel_is_a_sheet_at_the_lower_edge_and_the_card_is_seen_above_it(
    read_tram: Callable[..., Live], tram: Published
) -> None:
    live = read_tram(PHONE)
    across, down = live.page.evaluate("[innerWidth, innerHeight]")
    header = live.page.locator(".md-header").bounding_box()
    assert header
    for claim in [*Data(tram, "tram").claims][::3]:
        choose(live, claim, "touch")
        sheet = live.panel.bounding_box()
        assert sheet
        assert sheet["x"] == 0
        assert sheet["width"] == across
        assert sheet["y"] + sheet["height"] == pytest.approx(down, abs=1)
        assert sheet["height"] < down * 0.65
        _, top, _, height = live.places()[claim]
        assert header["height"] <= top
        assert top + height <= sheet["y"]
        live.says("Close", live.panel).tap()


def test_a_claim_in_the_panel_leads_on_and_the_focus_comes_back_to_the_last(
    read_tram: Callable[..., Live], tram: Published
) -> None:
    live, text = read_tram(), {claim["id"]: claim["text"] for claim in Data(tram, "tram").data["claims"]}
    live.open("build")
    for claim, words in (("hills", text["hills"]), ("build", None), ("streets", text["streets"])):
        if words:
            live.says(words, live.panel).click()
        else:
            live.panel.locator(".am-bears").get_by_role("button").click()
        expect(live.title).to_have_text(text[claim])
        expect(live.title).to_be_focused()
        live.asks(claim=claim)
    live.press("Escape")
    expect(live.link("streets")).to_be_focused()


def test_the_focus_goes_to_a_card_that_is_shown_where_the_last_one_is_not(read_tram: Callable[..., Live]) -> None:
    live = read_tram(query="?group=traffic")
    live.open("growth")
    live.says("The new works hire a thousand people.", live.panel).click()
    expect(live.title).to_have_text("The new works hire a thousand people.")
    assert "hire" in live.shown()
    live.press("Escape")
    expect(live.panel).to_be_hidden()
    assert "hire" not in live.shown()
    expect(live.frame.locator("a:focus")).to_be_visible()


def test_what_is_not_in_the_drawing_is_a_link(read_tram: Callable[..., Live], tram: Published) -> None:
    live = read_tram(number=2)
    live.open("build")
    live.asks(figure="2", claim="build")
    data, shown = Data(tram, "tram"), live.shown()
    assert {"dear"} <= data.related("build") & shown < data.related("build")
    for claim in data.related("build") - {"build"}:
        text = data.claims[claim]["text"] if claim != "act" else bearing(data, data.arguments["act.because.1"])
        assert live.says(text, live.panel).count() == (claim in shown)
        leads_out = live.panel.get_by_role("link", name=text)
        assert leads_out.evaluate_all("(links) => links.map((link) => link.href)") == (
            [] if claim in shown else [tram.at("maps/tram/claims/", claim)]
        )
    live.says("The tram is dear.", live.panel).click()
    expect(live.title).to_have_text("The tram is dear.")
    expect(Live(live.reader, 1).panel).to_be_hidden()


def test_one_panel_is_open_at_a_time(read_tram: Callable[..., Live]) -> None:
    first = read_tram()
    second = Live(first.reader, 2)
    first.open("waits")
    second.open("cost")
    expect(first.panel).to_be_hidden()
    second.asks(figure="2", claim="cost")
    assert first.bright()[0] == first.shown()


def lit(live: Live, data: Data, claim: str) -> None:
    """Exactly this claim's relations are lit."""
    claims, lines = live.bright()
    arguments = {argument["id"] for argument in data.touching(claim)}
    assert claims == data.related(claim)
    assert lines == {line for line in every_line(live) if arguments & {*line[0].split()}}


def every_line(live: Live) -> set[tuple[str, str]]:
    found = live.drawing.evaluate(
        """(drawing) => [...drawing.querySelectorAll("[data-a]")]
          .map(({ dataset }) => [dataset.a, dataset.from ?? ""])"""
    )
    return {(arguments, start) for arguments, start in found}


def unlit(live: Live, data: Data) -> None:
    claims, lines = live.bright()
    assert claims == {*data.claims}
    assert lines == every_line(live)


@pytest.mark.parametrize("of", ["tram", "russia-iran"])
def test_a_pointer_lights_what_the_claim_is_related_to_and_puts_it_out_as_it_leaves(
    visit: Callable[..., Visit], site: Published, tram: Published, of: str
) -> None:
    published, page = (tram, "") if of == "tram" else (site, "")
    reader = visit(viewport={"width": 1440, "height": 2600})
    reader.to(published.address + page)
    live, data = Live(reader), Data(published, of)
    unlit(live, data)
    for claim, (left, top, width, height) in live.places().items():
        live.page.mouse.move(left + width / 2, top + height / 2)
        lit(live, data, claim)
    live.page.mouse.move(5, 5)
    unlit(live, data)


@pytest.mark.parametrize("options", [TALL, PHONE], ids=["column", "narrow"])
def test_the_focus_lights_what_the_claim_is_related_to(
    read_tram: Callable[..., Live], tram: Published, options: dict[str, Any]
) -> None:
    live, data = read_tram(options), Data(tram, "tram")
    live.link(data.thesis).focus()
    for key in ("ArrowDown", "ArrowRight", "End", "Home", "ArrowUp"):
        live.press(key)
        claim = live.frame.locator("g[id]:focus-within").get_attribute("id")
        assert claim
        lit(live, data, claim.split(f"-{live.kind}-")[1])
    live.press("Escape")
    unlit(live, data)


def test_what_is_open_stays_lit_and_is_lit_again_when_the_pointer_leaves(
    read_tram: Callable[..., Live], tram: Published
) -> None:
    live, data = read_tram(TALL), Data(tram, "tram")
    live.open("waits")
    live.page.mouse.move(5, 5)
    lit(live, data, "waits")
    live.link("dear").hover()
    lit(live, data, "dear")
    live.page.mouse.move(5, 5)
    lit(live, data, "waits")
    live.press("Escape")
    live.press("Escape")
    unlit(live, data)
