"""Part of a drawing at a time: what is shown is what the map's data says it should be, and nothing else moves."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from data_file import Data
from hosted import map_file
from live import Live
from looks import DESK, PHONE, TALL
from playwright.sync_api import expect

import argmap

if TYPE_CHECKING:
    from pathlib import Path

    from looks import Visit
    from published import Published

ABOVE: dict[str, Any] = PHONE | {"viewport": {"width": 390, "height": 1600}}
KINDS = ("group", "actor", "tag", "label")

# What is said at the lower edges of claims of neighbours that are not shown.
COUNTS = """(drawing, kind) => Object.fromEntries([...drawing.querySelectorAll(".am-more")].map((pill) => {
  const at = pill.getBoundingClientRect();
  const distance = (row) => Math.abs(row.querySelector(".am-area").getBoundingClientRect().bottom - at.top - 9);
  const rows = [...pill.parentNode.querySelectorAll(`g[id*="-${kind}-"]`)].filter((row) => row.getClientRects().length);
  const [row] = rows.sort((one, other) => distance(one) - distance(other));
  return [row.id.split(`-${kind}-`)[1], pill.textContent];
}))"""
# What there is to filter by: what is said, how many it leaves, whether it is chosen, whether it can be.
CHOICES = """(drawer) => Object.fromEntries([...drawer.querySelectorAll("button:has(small)")].map((button) =>
  [button.dataset.key, [Number(button.querySelector("small").textContent), button.ariaPressed === "true",
    !button.disabled]]))"""


@pytest.fixture(scope="module")
def data(tram: Published) -> Data:
    return Data(tram, "tram")


def labels(path: Path) -> dict[str, str]:
    """What Python says becomes of each claim."""
    reading = argmap.read(path)
    return {claim: reading.verdicts[claim].label.value for claim in reading.map.claims}


def press(live: Live, key: str) -> None:
    """Press the button of the panel, or of what filters, that does this."""
    live.does(key).click()
    live.reader.settle()


def only(live: Live, claim: str) -> None:
    live.open(claim)
    press(live, "only")


def counts(live: Live) -> dict[str, str]:
    return live.drawing.evaluate(COUNTS, live.kind)


def hidden_neighbours(data: Data, shown: set[str]) -> dict[str, str]:
    """Of each claim that is shown, how many neighbours are not."""
    missing = {claim: len(data.near(claim) - shown) for claim in shown}
    return {claim: f"+{count}" for claim, count in missing.items() if count}


@pytest.mark.parametrize("options", [TALL, ABOVE], ids=["column", "narrow"])
def test_a_focus_shows_what_is_so_many_steps_away(
    read_tram: Callable[..., Live], data: Data, options: dict[str, Any]
) -> None:
    live = read_tram(options)
    for claim in ("counted", "hills"):
        only(live, claim)
        for depth in (1, 2, 3):
            near = data.near(claim, depth)
            assert live.shown() == near
            assert counts(live) == hidden_neighbours(data, near)
            assert data.say("map.shown", count=len(near), all=len(data.claims)) in live.report.inner_text()
            press(live, "wider")
        press(live, "narrower")
        assert live.shown() == data.near(claim, 3)
        press(live, "only")
        assert live.shown() == {*data.claims}
        assert counts(live) == {}
        live.press("Escape")


def test_a_step_nearer_than_the_neighbours_leads_nowhere(read_tram: Callable[..., Live], data: Data) -> None:
    live = read_tram(TALL)
    only(live, "counted")
    press(live, "narrower")
    assert live.shown() == data.near("counted")


@pytest.mark.parametrize("of", ["tram", "russia-iran"])
def test_a_fold_hides_what_nothing_else_leads_to_and_says_how_much(
    visit: Callable[..., Visit], site: Published, tram: Published, of: str
) -> None:
    published = tram if of == "tram" else site
    reader = visit(viewport={"width": 1440, "height": 2600})
    reader.to(published.address)
    live, data = Live(reader), Data(published, of)
    folded = 0
    for claim in data.claims:
        stay = data.unfolded(claim)
        count = len(data.claims) - len(stay)
        live.link(claim).click()
        expect(live.title).to_have_text(data.claims[claim]["text"])
        fold = live.does("fold")
        assert fold.count() == (count > 0)
        if not count:
            continue
        folded += 1
        expect(fold).to_have_text(data.say("map.fold", count=count))
        fold.click()
        assert live.shown() == stay
        assert counts(live)[claim] == f"+{count}"
        expect(fold).to_have_text(data.say("map.unfold", count=count))
        fold.click()
        assert live.shown() == {*data.claims}
    assert folded >= 5


def test_what_two_folds_lead_to_goes_with_the_second(read_tram: Callable[..., Live], data: Data) -> None:
    live, shared = read_tram(TALL, query="?fold=waits"), data.below(["counted"])
    assert live.shown() == {*data.claims}
    live.open("stand")
    press(live, "fold")
    assert live.shown() == data.unfolded("waits", "stand") == {*data.claims} - shared
    assert counts(live) == {claim: f"+{len(shared)}" for claim in ("waits", "stand")}
    live.asks(claim="stand", fold="waits,stand")


def test_each_view_shows_its_claims(read_tram: Callable[..., Live], data: Data) -> None:
    live = read_tram(TALL)
    live.tool("filter").click()
    for view in data.data["views"]:
        press(live, f"view-{view['id']}")
        assert live.shown() == data.seen(view["id"])
        assert counts(live) == hidden_neighbours(data, live.shown())
        live.asks(view=view["id"])
    press(live, f"view-{data.data['views'][-1]['id']}")
    assert live.shown() == {*data.claims}


def test_filters_join_within_a_kind_and_narrow_across_and_say_what_each_would_leave(
    read_tram: Callable[..., Live], data: Data, tram: Published
) -> None:
    live, became = read_tram(TALL), labels(map_file(tram, "tram"))
    live.tool("filter").click()
    chosen: dict[str, list[str]] = {kind: [] for kind in KINDS}
    view: set[str] = {*data.claims}
    chosen_view = ""

    def left(*leaving_out: str) -> set[str]:
        return left_of(view, *leaving_out)

    def left_of(found: set[str], *leaving_out: str) -> set[str]:
        found = {*found}
        for kind, values in chosen.items():
            if values and kind not in leaving_out:
                found &= data.having(kind, values, became)
        return found

    def look() -> None:
        assert live.shown() == left()
        said = live.drawer.evaluate(CHOICES)
        assert {key.split("-", 1)[0] for key in said} == {*KINDS, "view"}
        for key, (count, is_on, can_be) in said.items():
            kind, value = key.split("-", 1)
            if kind == "view":
                filtered = left_of({*data.claims})
                assert (count, is_on, can_be) == (len(filtered & data.seen(value)), value == chosen_view, True)
                continue
            would = left(kind) & data.having(kind, [value], became)
            assert (key, count, is_on) == (key, len(would), value in chosen[kind])
            assert can_be == (is_on or count > 0)

    look()
    for kind, value in (
        ("group", "traffic"),
        ("group", "money"),
        ("tag", "figures"),
        ("actor", "council"),
        ("label", "stands"),
        ("tag", "figures"),
        ("actor", "riders"),
        ("group", "traffic"),
    ):
        chosen[kind] = [each for each in [*chosen[kind], value] if chosen[kind].count(value) == 0 or each != value]
        press(live, f"{kind}-{value}")
        look()
    press(live, "view-traffic")
    view, chosen_view = data.seen("traffic"), "traffic"
    look()
    assert live.shown() == set()


def test_a_pressed_filter_keeps_the_focus(read_tram: Callable[..., Live]) -> None:
    live = read_tram(TALL)
    live.tool("filter").focus()
    live.press("Enter")
    group = live.does("group-traffic")
    group.focus()
    live.press("Space")
    expect(group).to_have_attribute("aria-pressed", "true")
    expect(group).to_be_focused()
    live.press("Escape")
    expect(live.drawer).to_be_hidden()
    expect(live.tool("filter")).to_be_focused()


def test_what_a_tool_opens_is_in_the_window_and_leaves_room_for_what_it_shows(read_tram: Callable[..., Live]) -> None:
    live = read_tram(PHONE)
    # Only the top of the drawing is in the window.
    live.figure.evaluate("(figure) => scrollBy(0, figure.getBoundingClientRect().top - innerHeight + 120)")
    live.still()
    live.tool("filter").tap()
    live.still()
    before = live.dock.bounding_box()
    assert before
    assert before["y"] + before["height"] <= live.page.evaluate("innerHeight") + 1
    live.does("group-traffic").tap()
    live.still()
    after = live.dock.bounding_box()
    assert after
    assert after["height"] == pytest.approx(before["height"], abs=1)


def test_in_the_column_all_that_stays_keeps_its_place(read_tram: Callable[..., Live], data: Data) -> None:
    live = read_tram(DESK)
    live.open("full")
    live.tool("filter").click()
    live.still()
    before = live.places()
    assert before.keys() == data.claims.keys()
    for key in ("only", "wider", "narrower", "only", "fold", "fold", "group-traffic", "tag-figures", "view-money"):
        press(live, key)
        live.still()
        for claim, place in live.places().items():
            assert place == pytest.approx(before[claim], abs=1), (key, claim)
    assert live.shown() == {"full"}  # no claim has all of this, and what is open stays


@pytest.mark.parametrize("claim", ["counted", "hills", "half"])
def test_in_the_narrow_drawing_gaps_close_and_the_claim_acted_on_keeps_its_place(
    read_tram: Callable[..., Live], data: Data, claim: str
) -> None:
    live = read_tram(PHONE)
    live.open(claim)
    before = live.places()
    widest = max(low[1] - high[1] - high[3] for high, low in pairwise(before.values())) + 1
    for key in ("only", "wider", "narrower", "only"):
        press(live, key)
        live.still()
        now = live.places()
        assert now[claim] == pytest.approx(before[claim], abs=1), key
        tops = [top for _, top, _, _ in now.values()]
        assert tops == sorted(tops)
        gaps = [low[1] - high[1] - high[3] for high, low in pairwise(now.values())]
        assert max(gaps) <= widest, key
    assert now == before


def test_in_the_column_the_drawing_ends_below_what_is_shown(read_tram: Callable[..., Live]) -> None:
    live = read_tram(TALL)

    def room() -> float:
        """What is left of the frame below the lowest claim."""
        frame = live.frame.bounding_box()
        assert frame
        return frame["y"] + frame["height"] - max(top + height for _, top, _, height in live.places().values())

    usual = room()
    only(live, "act")
    live.still()
    assert live.shown() == {"act", "build"}
    assert room() < usual + 40
    press(live, "only")
    live.still()
    assert room() == pytest.approx(usual, abs=1)


def test_back_and_forward_walk_the_states(read_tram: Callable[..., Live], data: Data) -> None:
    live, everything, near = read_tram(TALL), {*data.claims}, data.near("dear")
    live.open("dear")
    press(live, "only")
    live.press("Escape")
    live.says("Show everything", live.report).click()

    def look(shown: set[str], claim: str) -> None:
        live.still()
        assert live.shown() == shown
        assert live.panel.is_visible() == bool(claim)
        if claim:
            expect(live.title).to_have_text(data.claims[claim]["text"])

    states = [(everything, ""), (everything, "dear"), (near, "dear"), (near, ""), (everything, "")]
    look(*states[-1])
    for state in states[-2::-1]:
        live.page.go_back()
        look(*state)
    for state in states[1:]:
        live.page.go_forward()
        look(*state)


def test_who_goes_back_stays_where_they_are(read_tram: Callable[..., Live]) -> None:
    live = read_tram(DESK)
    live.open("dear")
    live.open("cost")
    top = live.page.evaluate("scrollY")
    assert top > 0
    # For the first way back Material fetches the page anew.
    for _ in range(2):
        with live.page.expect_event("framenavigated"):
            live.page.go_back()
        live.answers()
        live.still()
        assert live.page.evaluate("scrollY") == pytest.approx(top, abs=60)


def test_show_everything_takes_back_all_that_hides(read_tram: Callable[..., Live], data: Data) -> None:
    hiding = "view=traffic&focus=waits&depth=2&fold=counted&group=traffic&tag=figures&label=stands&actor=riders"
    live = read_tram(TALL, query=f"?claim=waits&{hiding}")
    assert live.shown() < {*data.claims}
    live.says("Show everything", live.report).click()
    live.still()
    assert live.shown() == {*data.claims}
    live.asks(claim="waits")
    expect(live.says("Show everything", live.report)).to_have_count(0)
    assert counts(live) == {}


def look_of(live: Live) -> dict[str, Any]:
    """All that a state makes of a figure, wherever the pointer and the focus are."""
    live.page.mouse.move(5, 5)
    live.page.evaluate("document.activeElement.blur()")
    live.still()
    return {
        "shown": live.shown(),
        "lit": live.bright(),
        "counts": counts(live),
        "panel": live.panel.inner_text() if live.panel.is_visible() else "",
        "report": live.report.text_content(),
        "names": live.drawing.locator("[aria-label]").evaluate_all("(rows) => rows.map((row) => row.ariaLabel)"),
        "pills": live.drawing.locator(".am-pill").all_text_contents(),
    }


def test_every_state_is_there_again_after_a_reload_and_for_whoever_is_given_the_address(
    read_tram: Callable[..., Live],
) -> None:
    live = read_tram(TALL)
    live.tool("filter").click()
    found: dict[str, Any] = {}
    for act in (
        lambda: live.open("growth"),
        lambda: press(live, "reject-growth"),
        lambda: press(live, "only"),
        lambda: press(live, "wider"),
        lambda: live.says("Close", live.panel).click(),
        lambda: press(live, "group-traffic"),
        lambda: press(live, "label-stands"),
        lambda: press(live, "view-counts"),
    ):
        act()
        found[live.page.url] = look_of(live)
    assert len(found) == 8
    live.page.reload(wait_until="networkidle")
    assert look_of(live) == found[live.page.url]
    other = read_tram(TALL)
    for url, look in found.items():
        other.reader.to(url)
        assert look_of(other) == look, url


def test_a_state_is_of_one_drawing_and_is_brought_into_view(read_tram: Callable[..., Live], data: Data) -> None:
    live = read_tram(DESK, query="?figure=2&claim=cost&focus=cost")
    expect(live.page.locator("#argmap-2-figure")).to_be_in_viewport()
    second = Live(live.reader, 2)
    assert second.shown() == data.near("cost") & data.seen("money")
    expect(second.link("cost")).to_be_in_viewport()
    expect(second.title).to_have_text(data.claims["cost"]["text"])
    assert live.shown() == {*data.claims}
    expect(live.panel).to_be_hidden()
    first = Live(live.reader, 1)
    first.open("waits")
    first.asks(claim="waits")
    assert second.shown() == data.seen("money")
