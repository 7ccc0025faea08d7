"""What if a claim, or a step, is not accepted? What the page shows and says of it is what Python finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import house
import pytest
from live import Live
from playwright.sync_api import expect

from argmap.model import Label
from argmap.reading import Reading, read
from argmap.reasoning import changed, label, says

if TYPE_CHECKING:
    from looks import Visit
    from published import Published

ARTICLE = read(house.ARTICLE)
WORDS, MAP = ARTICLE.words, ARTICLE.map
SINGLE = [(each,) for each in (*MAP.claims, *MAP.arguments)]
# A few pairs, from one end of the map to the other.
PAIRS = list(combinations([*MAP.arguments, *ARTICLE.pivotal], 2))[::23]
NAMED = 4  # so many claims are named in sentences, the rest is counted
UNSAID = re.compile(r"\b(true|false|untrue|probab\w+|likely|unlikely)\b", re.IGNORECASE)
# All that the script puts on the page, for those who see and for those who listen.
ADDED = """() => [...document.querySelectorAll(".am-dock, .am-panel, .am-pill, .argmap [role=status], .am-hint")]
  .flatMap((each) => [each, ...each.querySelectorAll("*")])
  .flatMap((each) => [...each.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)
    .concat(["aria-label", "title", "placeholder"].map((name) => each.getAttribute(name) ?? "")))
  .concat([...document.querySelectorAll(".am-frame [id][aria-label]")].map((row) => row.getAttribute("aria-label")))
  .filter(Boolean)"""


class Doubt:
    """What follows, by Python, where this is not accepted."""

    def __init__(self, rejected: Collection[str], reading: Reading = ARTICLE) -> None:
        self.rejected, self.map, self.words = list(rejected), reading.map, reading.words
        self.before = label(self.map)
        self.after = label(self.map, rejected)

    @property
    def pills(self) -> dict[str, str]:
        """The words on cards."""
        now = {claim: self.words(f"map.now.{self.after[claim].label}") for claim in self.changed}
        return now | {claim: self.words("map.rejected") for claim in self.rejected if claim in self.map.claims}

    @property
    def changed(self) -> list[str]:
        different = changed(self.before, self.after)
        return [claim for claim in self.map.reading_order if claim in different]

    @property
    def failed(self) -> set[str]:
        """The arguments of which a part falls now and did not."""
        new = {key for key in self.after if self.after[key].label == "falls" != self.before[key].label}
        return {each.id for each in self.map.arguments.values() if new & {each.id, *each.premises}}

    @property
    def sentences(self) -> list[str]:
        without = self.words.listed([self._named(each) for each in self.rejected])
        found = [claim for claim in self.changed if claim not in self.rejected]
        if not found:
            return [self.words("map.same", rejected=without)]
        found.sort(key=lambda claim: claim != self.map.thesis)
        said = [self._sentence(claim, without) for claim in found[:NAMED]]
        more = len(found) - NAMED
        return [*said, self.words("map.more-changes", count=more)] if more > 0 else said

    def _sentence(self, claim: str, without: str) -> str:
        reason = says(self.map, claim, self.after[claim], self.words)
        mention = self.words.quoted(self.map.claims[claim].mention)
        if self.before[claim].label is Label.STANDS:
            return self.words("map.without.no-longer", rejected=without, claim=mention, reason=reason)
        reason = mention + reason.removeprefix(self.words("reason.it.claim"))
        return self.words("map.without.now", rejected=without, reason=reason)

    def _named(self, key: str) -> str:
        if key in self.map.claims:
            return self.words.quoted(self.map.claims[key].mention)
        premises = [self.words.quoted(self.map.claims[each].mention) for each in self.map.arguments[key].premises]
        return self.words("map.the-step", premises=self.words("linked.and").join(premises))


@pytest.fixture
def live(visit: Callable[..., Visit], site: Published) -> Iterator[Live]:
    """The article's map; at the end nothing may have been said but what section 3 of the design has words for."""
    live = Live(visit())
    yield live
    assert [text for text in live.page.evaluate(ADDED) if UNSAID.search(text)] == []


def paragraphs(texts: Iterable[str]) -> list[str]:
    """Texts without what is only white space."""
    return [text for text in map(str.strip, texts) if text]


def shows(live: Live, doubt: Doubt) -> None:
    """Both drawings show what follows, and nothing else."""
    expect(live.figure.locator(".am-now")).to_have_count(2 * len(doubt.pills))
    for drawn in live.drawn():
        assert drawn["said"] == doubt.pills
        for claim, name in drawn["names"].items():
            role, text = WORDS(f"role.{MAP.role(claim)}"), MAP.claims[claim].text
            said = name.removeprefix(f"{role}: {text}; ")
            assert re.split("[,;]", said)[0] == WORDS(f"label.{doubt.after[claim].label}")
        lines = [(set(of), failed) for of, failed in drawn["lines"]]
        assert [of for of, failed in lines if failed] == [of for of, _ in lines if of <= doubt.failed]


@pytest.mark.parametrize("part", range(4))
def test_cards_lines_and_sentences_say_what_python_finds_whatever_is_not_accepted(
    live: Live, site: Published, part: int
) -> None:
    for rejected in [*SINGLE, *PAIRS][part::4]:
        doubt = Doubt(rejected)
        live.to(f"{site.address}?reject={','.join(rejected)}")
        shows(live, doubt)
        assert paragraphs(live.report.locator("p:not(:has(button))").all_text_contents()) == doubt.sentences
        assert [text for text in live.page.evaluate(ADDED) if UNSAID.search(text)] == []


def test_there_are_doubts_of_each_kind() -> None:
    """Else the comparison above would be poor."""
    doubts = [Doubt(rejected) for rejected in [*SINGLE, *PAIRS]]
    assert {doubt.after[MAP.thesis].label for doubt in doubts} >= {Label.STANDS, Label.FALLS}
    assert any(len(doubt.changed) > 2 for doubt in doubts)
    assert any(doubt.failed for doubt in doubts)
    assert any(doubt.sentences[0].startswith(WORDS("map.without.now").split("{")[0]) for doubt in doubts)


def test_a_claim_is_doubted_and_all_is_accepted_again_by_one_control(live: Live, site: Published) -> None:
    claim = next(iter(ARTICLE.pivotal))
    doubt = Doubt([claim])
    live.to(site.address)
    live.open(claim)
    button = live.says(WORDS("map.reject"), live.panel)
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    live.asks(claim=claim, reject=claim)
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(live.tool("doubt")).to_have_attribute("aria-pressed", "true")
    shows(live, doubt)
    expect(live.panel.locator(".am-verdict")).to_contain_text(says(MAP, claim, doubt.after[claim], WORDS))
    expect(live.panel.locator(".am-follows")).to_have_text(doubt.sentences)
    live.page.reload()
    live.answers()
    shows(live, doubt)
    expect(button).to_have_attribute("aria-pressed", "true")
    live.panel.get_by_role("button", name=WORDS("map.close")).click()
    live.asks(reject=claim)
    live.report.get_by_role("button", name=WORDS("map.accept")).click()
    live.asks()
    shows(live, Doubt([]))
    expect(live.report.get_by_role("button")).to_have_count(0)
    live.page.go_back()
    live.asks(reject=claim)
    shows(live, doubt)


def test_who_accepts_everything_again_by_key_goes_on_in_the_drawing(live: Live, site: Published) -> None:
    claim = next(iter(ARTICLE.pivotal))
    live.to(f"{site.address}?reject={claim}")
    live.report.get_by_role("button", name=WORDS("map.accept")).focus()
    live.press("Enter")
    live.asks()
    assert live.focused() in MAP.claims


def test_what_is_not_accepted_is_not_accepted_in_any_drawing_of_the_map(read_tram: Callable[..., Live]) -> None:
    live = read_tram()
    second = Live(live.reader, 2)
    live.open("half")
    live.says(WORDS("map.reject"), live.panel).click()
    live.asks(claim="half", reject="half")
    expect(second.drawing.locator(".am-now").filter(has_text=WORDS("map.rejected"))).to_have_count(1)
    second.report.get_by_role("button", name=WORDS("map.accept")).click()
    expect(live.figure.locator(".am-now")).to_have_count(0)


def test_what_is_doubted_is_accepted_again_by_the_same_button(live: Live, site: Published) -> None:
    claim = next(iter(ARTICLE.pivotal))
    live.to(f"{site.address}?claim={claim}&reject={claim}")
    button = live.says(WORDS("map.reject"), live.panel)
    button.click()
    live.asks(claim=claim)
    expect(button).to_have_attribute("aria-pressed", "false")
    shows(live, Doubt([]))


def test_a_step_is_doubted_where_its_argument_stands(live: Live, site: Published) -> None:
    thesis = MAP.claims[MAP.thesis]
    step = thesis.because[0].id
    doubt = Doubt([step])
    live.to(site.address)
    live.open(MAP.thesis)
    button = live.says(WORDS("map.reject.step"), live.panel).first
    button.click()
    live.asks(claim=MAP.thesis, reject=step)
    expect(button).to_have_attribute("aria-pressed", "true")
    shows(live, doubt)
    assert doubt.failed
    expect(live.panel.locator(".am-label").first).to_have_text(WORDS(f"label.{doubt.after[MAP.thesis].label}"))
    expect(live.panel.locator(".am-verdict")).to_contain_text(says(MAP, MAP.thesis, doubt.after[MAP.thesis], WORDS))
    live.page.reload()
    live.answers()
    shows(live, doubt)
    button.click()
    shows(live, Doubt([]))


def test_every_step_can_be_doubted_also_the_one_that_denies_a_step(live: Live, site: Published) -> None:
    live.to(site.address)
    for claim in MAP.claims:
        about = [each for each in MAP.arguments.values() if _concluded(each.conclusion) == claim]
        if about:
            live.page.evaluate("(query) => { history.pushState(null, '', query); }", f"?claim={claim}")
            live.page.reload()
            live.answers()
            expect(live.says(WORDS("map.reject.step"), live.panel)).to_have_count(len(about))


def _concluded(key: str) -> str:
    while key in MAP.arguments:
        key = MAP.arguments[key].conclusion
    return key


def test_doubts_add_up_and_the_sheet_of_another_claim_says_what_follows(live: Live, site: Published) -> None:
    first, second = ARTICLE.pivotal[0], MAP.claims[MAP.thesis].because[0].id
    live.to(site.address)
    live.open(first)
    live.says(WORDS("map.reject"), live.panel).click()
    live.panel.locator(".am-bears").get_by_role("button").first.click()
    expect(live.panel.locator(".am-follows")).to_have_text(Doubt([first]).sentences)
    live.page.goto(f"{site.address}?claim={MAP.thesis}&reject={first}")
    live.answers()
    live.says(WORDS("map.reject.step"), live.panel).first.click()
    live.asks(claim=MAP.thesis, reject=f"{first},{second}")
    shows(live, Doubt([first, second]))


def test_premises_on_which_the_thesis_turns_are_marked_while_it_is_asked_what_if(live: Live, site: Published) -> None:
    live.to(site.address)
    assert all(drawn["pivots"] == [] for drawn in live.drawn())
    live.tool("doubt").click()
    expect(live.tool("doubt")).to_have_attribute("aria-pressed", "true")
    expect(live.report).to_have_text(WORDS("map.doubt.lead"))
    assert ARTICLE.pivotal
    for drawn in live.drawn():
        assert sorted(drawn["pivots"]) == sorted(ARTICLE.pivotal)
        assert drawn["said"] == {}
    live.tool("doubt").click()
    expect(live.report).to_be_hidden()
    assert all(drawn["pivots"] == [] for drawn in live.drawn())


def test_to_ask_no_longer_what_if_accepts_everything(live: Live, site: Published) -> None:
    claim = ARTICLE.pivotal[0]
    live.to(f"{site.address}?reject={claim}")
    live.tool("doubt").click()
    live.asks()
    shows(live, Doubt([]))


def test_the_sheet_says_what_turns_on_a_claim(live: Live, site: Published) -> None:
    others = [claim for claim in MAP.claims if claim not in ARTICLE.pivotal]
    for claim in (*ARTICLE.pivotal, *others[::4]):
        live.to(f"{site.address}?claim={claim}")
        turning = live.panel.locator(".am-pivotal")
        if claim in ARTICLE.pivotal:
            becomes = WORDS(f"map.becomes.{label(MAP, [claim])[MAP.thesis].label}")
            thesis = WORDS.quoted(MAP.claims[MAP.thesis].mention)
            expect(turning).to_have_text(WORDS("map.pivotal", thesis=thesis, becomes=becomes))
        else:
            expect(turning).to_have_count(0)


def test_only_a_label_is_struck_out_on_a_card_never_that_a_claim_is_unstated(live: Live, site: Published) -> None:
    unstated = [claim.id for claim in MAP.claims.values() if claim.implicit]
    labelled = [claim for claim in MAP.claims if ARTICLE.verdicts[claim].label is not Label.STANDS]
    assert unstated
    live.to(f"{site.address}?reject={','.join([*unstated, *labelled])}")
    for drawn in live.drawn():
        assert set(drawn["said"]) >= {*unstated, *labelled} & set(MAP.claims)
        assert dict(drawn["struck"]) == {claim: WORDS(f"label.{ARTICLE.verdicts[claim].label}") for claim in labelled}
