"""Whatever an address, a map or a host says, a drawing is at worst what it is without scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from harbour import TOURED
from hosted import MATERIAL, MKDOCS, hosted
from live import Live
from playwright.sync_api import expect
from published import Host, Published, serve
from small_site import HOME

from argmap.words import words_for

if TYPE_CHECKING:
    from pathlib import Path

    from looks import Visit
    from playwright.sync_api import Page, Route

WORDS = words_for("en")
LONG = "x" * 4000

# What an address says that the map has not, and what of it is named; nothing where it is as if unsaid.
ASKED = {
    "claim=nobody": ["claim=nobody"],
    "claim=nobody&focus=build-it&view=cost": ["claim=nobody"],
    "view=nothing": ["view=nothing"],
    "focus=nobody": ["focus=nobody"],
    "fold=build-it,nobody": ["fold=nobody"],
    "reject=nobody,by-analogy": ["reject=nobody"],
    "group=none&actor=none&tag=none&label=true": ["group=none", "actor=none", "tag=none", "label=true"],
    "focus=build-it&depth=-1": ["depth=-1"],
    "focus=build-it&depth=far": ["depth=far"],
    "focus=build-it&depth=1.5": ["depth=1.5"],
    "focus=build-it&depth=Infinity": ["depth=Infinity"],
    "step=7": ["step=7"],
    "step=-1": ["step=-1"],
    "step=1.5": ["step=1.5"],
    "step=two": ["step=two"],
    "claim=__proto__": ["claim=__proto__"],
    "claim=constructor&view=toString": ["claim=constructor", "view=toString"],
    "reject=__proto__,constructor": ["reject=__proto__", "reject=constructor"],
    "group=constructor": ["group=constructor"],
    "group=__proto__": ["group=__proto__"],
    "actor=toString": ["actor=toString"],
    "tag=valueOf&label=constructor": ["tag=valueOf", "label=constructor"],
    f"claim={LONG}": [f"claim={LONG}"],
    f"claim={quote('<img src=x onerror=alert(1)>')}": ["claim=<img src=x onerror=alert(1)>"],
    "claim=nobody&claim=build-it": ["claim=nobody"],
    "claim=too-dear&claim=nobody": [],
    "figure=2&claim=build-it": ["figure=2"],
    "figure=none&claim=nobody": ["figure=none", "claim=nobody"],
    "claim=&reject=,,&step=": [],
    "%E0%A4%A=%&&&=;": [],
}

HOSTILE = {
    "img": '<img src=x onerror="document.title=1">',
    "script": "<script>document.title = 1</script>",
    "cdata": "]]> &copy; &amp;lt; {count} $&",
    "style": "</style></svg></title> \\N ` ${1}",
}
QUOTES = "The harbour <b>was</b> founded &copy; ]]> in 1850.\n"


@pytest.fixture
def live(visit: Callable[..., Visit]) -> Live:
    return Live(visit())


def is_whole(live: Live) -> bool:
    return live.figure.locator(".am-frame .am-hidden").count() == 0


@pytest.mark.parametrize("query", ASKED, ids=lambda query: query[:40])
def test_what_an_address_asks_for_in_vain_is_named_and_the_whole_map_shown(
    live: Live, pier: Published, query: str
) -> None:
    live.to(f"{pier.address}?{query}")
    if ASKED[query]:
        said = WORDS("map.missing", what=WORDS.listed(ASKED[query]))
        expect(live.report.locator(".am-unknown")).to_have_text(said)
        expect(live.status).to_contain_text(said)
        expect(live.panel).to_have_count(0)
        expect(live.walk).to_have_count(0)
    else:
        expect(live.report.locator(".am-unknown")).to_have_count(0)
    assert is_whole(live)
    live.open("build-it")
    expect(live.title).to_have_text("The town should build a second pier.")


def test_a_very_long_answer_leaves_room_for_the_drawing(live: Live, pier: Published) -> None:
    live.to(f"{pier.address}?claim={LONG}")
    box = live.report.bounding_box()
    assert box
    assert box["height"] <= 900 * 0.4 + 1
    assert live.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """A map all of whose texts are hostile."""

    def claim(text: str, **more: Any) -> dict[str, Any]:
        said = {"text": text, "label": f"L{text}", "note": f"Note {text}", "tags": [text]}
        return said | {"actors": ["who"], "group": "where"} | more

    img, script, cdata, style = HOSTILE.values()
    data = {
        "argmap": 1,
        "title": img,
        "thesis": "img",
        "actors": {"who": {"name": img}},
        "groups": {"where": {"title": cdata}},
        "sources": {"report": {"file": "../../report.txt", "title": script, "author": img}},
        "claims": {
            "img": claim(
                img,
                because=[
                    {"premises": ["script", "cdata"], "id": "step", "scheme": style, "strength": "weak", "why": img}
                ],
            ),
            "script": claim(script, said_by="who", qualifier=style, quote={"exact": QUOTES.strip()}),
            "cdata": claim(cdata, implicit=img),
            "style": claim(style, because=["img"]),
        },
        "views": {"one": {"title": script, "focus": "img"}},
        "tour": [{"claim": key, "say": f"Say {text}"} for key, text in HOSTILE.items()],
    }
    folder, maps = tmp_path_factory.mktemp("hostile"), {"pier": json.dumps(data)}
    with hosted(folder, maps, {"index.md": HOME}, {"report": QUOTES}) as published:
        yield published


def test_a_map_s_words_appear_as_they_are_written(live: Live, hostile: Published) -> None:
    data = json.loads((hostile.folder / "maps/pier.json").read_text("utf-8"))
    live.to(hostile.address)
    title = live.page.title()
    for claim in data["claims"]:
        live.open(claim["id"])
        expect(live.title).to_have_text(claim["text"])
        said = live.panel.text_content() or ""
        remarks = [claim.get(key, "") for key in ("implicit", "qualifier", "note", "saidBy")]
        quotes = [each["text"] for each in claim.get("quotes", [])]
        assert [
            each for each in (*remarks, *quotes, *claim["tags"], *data["actors"].values()) if each not in said
        ] == []
        live.says(WORDS("map.reject"), live.panel).click()
        follows = " ".join(live.panel.locator(".am-follows").all_text_contents())
        assert WORDS.quoted(claim["label"]) in follows
        live.says(WORDS("map.reject"), live.panel).click()
        live.press("Escape")
        live.asks()
    live.tool("find").click()
    for claim in data["claims"]:
        live.press("Control+A")
        live.page.keyboard.type(claim["text"])
        expect(live.found.first).to_contain_text(claim["text"])
    live.press("Escape")
    live.tool("filter").click()
    for word in (HOSTILE["img"], HOSTILE["script"], *HOSTILE.values()):
        expect(live.drawer).to_contain_text(word)
    live.tool("filter").click()
    live.tool("tour").click()
    for step in data["tour"]:
        expect(live.walk.locator(".am-step")).to_have_text(step["say"])
        live.press("ArrowRight")
    assert live.page.title() == title
    assert live.figure.locator(":is(.am-dock, .am-panel, .am-frame) :is(img, script, b)").count() == 0


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 404, "body": "not here"},
        {"status": 200, "body": '{"claims": ['},
        {"status": 200, "body": "<!doctype html><title>Sign in</title>"},
        {"status": 200, "body": "null"},
        {"status": 200, "body": "[]"},
        {"status": 200, "body": '{"claims": 3, "words": null}'},
        {"status": 200, "body": '{"claims": [], "words": {}, "thesis": "t", "direction": "ltr", "language": "en"}'},
        {"status": 200, "body": '{"claims": [{"id": "build-it"}], "thesis": "build-it", "words": {}}'},
        {"status": 200, "body": '{"claims": [null], "words": {}}'},
    ],
    ids=["missing", "cut off", "a page", "null", "a list", "numbers", "no claims", "no words", "no claim"],
)
def test_without_sound_data_a_drawing_is_what_it_is_without_scripts(
    live: Live, pier: Published, answer: dict[str, Any]
) -> None:
    asked: list[str] = []

    def other(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(**answer)

    live.page.route("**/maps/pier.json*", other)
    live.page.goto(f"{pier.address}?claim=build-it", wait_until="networkidle")
    live.reader.settle()
    assert asked
    expect(live.row("build-it")).to_be_visible()
    assert is_whole(live)
    assert live.figure.locator(".am-tools, .am-panel, .am-stage").count() == 0
    if answer["status"] == 404:
        # The browser itself tells of it: both lines are its own.
        own = [each for each in live.reader.complaints if "404" in each]
        live.reader.complaints[:] = [each for each in live.reader.complaints if each not in own]
        assert len(own) == 2
    # A card leads on as a link does.
    live.link("build-it").click()
    live.page.wait_for_url(re.compile("#"))


# Hosts.

POLICY = "default-src 'none'; " + "; ".join(
    f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect")
)
# A page of its own, with no theme: what a fence makes, and the two files that it needs.
BARE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="{sheet}"><script type="module" src="{script}"></script>
<body><h1>Bare</h1><div class="md-typeset">{figure}</div></body></html>"""


class Strict(Host):
    """A host that allows nothing but what comes from itself."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


def use(live: Live) -> None:
    """A little of everything that the script adds to a page."""
    live.open("build-it")
    live.says(WORDS("map.reject"), live.panel).click()
    live.press("Escape")
    for _ in range(3):
        live.tool("nearer").click()
    expect(live.figure.locator(".am-zoomed")).to_have_count(1)
    live.tool("whole").click()
    live.tool("filter").click()
    live.tool("find").click()
    live.page.keyboard.type("pier")
    live.press("Enter")
    expect(live.panel).to_be_visible()
    live.press("Escape")
    live.tool("tour").click()
    expect(live.walk).to_be_visible()
    live.press("ArrowRight")
    live.asks(step="2", reject="build-it")
    live.press("Escape")
    live.report.get_by_role("button", name=WORDS("map.accept")).click()
    live.asks()


def test_a_host_s_strict_policy_has_nothing_to_refuse(live: Live, pier: Published, tmp_path: Path) -> None:
    figure = re.search(r'<figure class="am-palette argmap.*?</figure>', (pier.folder / "index.html").read_text(), re.S)
    assert figure
    assets = {path.suffix: path.name for path in (pier.folder / "assets/argmap").glob("argmap.*")}
    sheet, script = (f"assets/argmap/{assets[kind]}" for kind in (".css", ".js"))
    for name in ("assets", "maps"):
        (tmp_path / name).symlink_to(pier.folder / name)
    page = BARE.format(sheet=sheet, script=script, figure=figure[0])
    (tmp_path / "index.html").write_text(page.replace('<link rel="icon" href="data:,">', ""), "utf-8")
    (tmp_path / "favicon.ico").write_bytes(b"")
    with serve(tmp_path, Strict) as address:
        live.page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) => console.error(`${event.violatedDirective}`))"
        )
        live.to(address)
        use(live)
        # Chromium asks for a page's icon in its own time, which may be after the host has gone.
        live.page.goto("about:blank")


def test_a_page_of_another_theme_answers_as_well(live: Live, tmp_path: Path) -> None:
    with hosted(tmp_path, {"pier": TOURED}, {"index.md": HOME}, theme=MKDOCS) as published:
        live.to(published.address)
        # MkDocs's own theme has a picture of a font that it does not bring along; of ours nothing may be missing.
        assert live.page.evaluate("typeof document$") == "undefined"
        use(live)


def test_every_page_that_instant_navigation_shows_begins_anew_and_leaves_nothing_behind(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    pages = {"index.md": HOME, "other.md": HOME.replace("Home", "Other")}
    theme = MATERIAL | {"features": ["navigation.instant"]}
    with hosted(tmp_path, {"pier": TOURED}, pages, theme=theme) as published:
        address, live = published.address, Live(visit())
        live.page.add_init_script(COUNTED)
        live.to(address)
        page = live.page
        page.evaluate("window.isKept = true")
        before = page.evaluate(OUTSIDE)
        properties = page.evaluate("Object.keys(window).sort()")
        counts = []
        for _ in range(3):
            to(page, address, "other/")
            live.answers()
            to(page, address, "")
            live.answers()
            live.page.evaluate("counted.reset()")
            live.open("build-it")
            live.asks(claim="build-it")
            counts.append(page.evaluate("counted.read()"))
            live.press("Escape")
            live.asks()
        assert page.evaluate("window.isKept")
        assert counts == [counts[0]] * 3
        assert counts[0]["listeners"] > 0
        assert counts[0]["pushed"] == 1
        assert counts[0]["shown"] == 1
        assert page.evaluate(OUTSIDE) == before
        assert page.evaluate("Object.keys(window).sort()") == properties
        # Back over all of it: each page answers once.
        page.go_back()
        page.wait_for_function("new URLSearchParams(location.search).get('claim') === 'build-it'")
        live.answers()
        expect(live.panel).to_have_count(1)
        assert page.locator(".am-tools").count() == page.locator("figure.argmap[data-map]").count()


COUNTED = """(() => {
  const counts = { pushed: 0, shown: 0, listeners: 0 };
  const wrap = (object, name, key) => {
    const own = object[name];
    object[name] = function (...all) { counts[key] += 1; return own.apply(this, all); };
  };
  wrap(History.prototype, "pushState", "pushed");
  wrap(HTMLElement.prototype, "showPopover", "shown");
  // Listeners on what outlives a page.
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...all) {
    const lasting = [window, document, document.documentElement, document.body, undefined, null].includes(this);
    if (lasting && /assets.argmap/.test(new Error().stack)) {
      counts.listeners += 1;
      all[2]?.signal?.addEventListener("abort", () => { counts.listeners -= 1; });
    }
    return add.apply(this, all);
  };
  const read = () => ({ ...counts });
  Object.defineProperty(window, "counted", {
    enumerable: false, value: { read, reset: () => { counts.pushed = counts.shown = 0; } },
  });
})()"""
# What is ours outside the page's content.
OUTSIDE = """() => [...document.querySelectorAll("html, html *")]
  .filter((element) => !element.closest(".md-content"))
  .filter((element) => element.popover || [...element.classList].some((name) => name.startsWith("am-")))
  .map((element) => `${element.localName}.${element.className}`)"""
FOLLOW = """(wanted) => [...document.querySelectorAll("a[href].md-nav__link")]
  .find((link) => link.href === wanted).click()"""
ARRIVED = "(wanted) => document.querySelector('.md-content h1').id === wanted"


def to(page: Page, address: str, path: str) -> None:
    """Follow the navigation's link to a page."""
    wanted = address + path
    page.evaluate(FOLLOW, wanted)
    page.wait_for_url(wanted)
    page.wait_for_function(ARRIVED, arg=path.strip("/") or "home")
