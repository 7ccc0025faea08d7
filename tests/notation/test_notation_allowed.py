"""What the notation allows, and what becomes of it."""

from pathlib import Path

import pytest

from argmap.model import (
    Argument,
    ArgumentMap,
    Aside,
    Claim,
    Label,
    Named,
    Place,
    Question,
    Quote,
    Role,
    Source,
    Step,
    Strength,
    View,
)
from argmap.notation import parse_map, read_map

ALLOWED = Path(__file__).parent / "allowed"


def allowed(name: str) -> ArgumentMap:
    return read_map(ALLOWED / f"{name}.yml")


@pytest.fixture(scope="module")
def harbour() -> ArgumentMap:
    return allowed("harbour")


@pytest.mark.parametrize("path", sorted(ALLOWED.glob("*.yml")), ids=lambda path: path.stem)
def test_every_allowed_map_reads_and_knows_its_file(path: Path) -> None:
    read = read_map(path)
    assert read.file == str(path)
    assert {claim.place.file for claim in read.claims.values()} == {str(path)}


def place(line: int, column: int) -> Place:
    return Place(str(ALLOWED / "harbour.yml"), line, column)


class TestHarbour:
    def test_the_map_itself(self, harbour: ArgumentMap) -> None:
        assert harbour.title == "Does the harbour need a second pier?"
        assert harbour.thesis == "build-it"
        assert harbour.language == "en"
        assert list(harbour.claims) == [
            "build-it",
            "ferries-wait",
            "waiting-costs",
            "neighbour-built",
            "towns-differ",
            "too-dear",
        ]

    def test_the_question_may_carry_its_quote(self, harbour: ArgumentMap) -> None:
        quote = Quote(exact="whether a second pier should be built", source="report", place=place(3, 64))
        assert harbour.question == Question(text="Should the town build a second pier?", quotes=(quote,))

    def test_a_source_and_its_asides(self, harbour: ArgumentMap) -> None:
        founded = Quote(exact="The harbour was founded in 1850.", source="report", place=place(16, 9))
        assert harbour.sources["report"] == Source(
            id="report",
            file="../../seeds/harbour-report.txt",
            title="Harbour report",
            author="N. N.",
            publisher="The Town",
            date="2016-10",
            url="https://example.org/report",
            asides=(Aside(quote=founded, why="background"),),
            place=place(8, 3),
            file_place=place(9, 11),
        )

    def test_actors_and_groups_have_names(self, harbour: ArgumentMap) -> None:
        assert harbour.actors == {"ferries": Named(id="ferries", name="Ferry companies", place=place(19, 3))}
        assert harbour.groups == {"traffic": Named(id="traffic", name="Traffic today", place=place(22, 3))}

    def test_a_claim_with_everything_that_stands_beside_its_text(self, harbour: ArgumentMap) -> None:
        quote = Quote(exact="ferries routinely wait forty minutes", source="report", place=place(41, 12))
        assert harbour.claims["ferries-wait"] == Claim(
            id="ferries-wait",
            text="Ferries wait 40 minutes for the only pier.",
            label="Ferries wait",
            quotes=(quote,),
            date="2016-08",
            actors=("ferries",),
            group="traffic",
            tags=("figures",),
            note="Longer remarks, in Markdown.",
            place=place(38, 3),
        )

    def test_the_arguments_of_a_claim(self, harbour: ArgumentMap) -> None:
        thesis = harbour.claims["build-it"]
        undercut = Argument(
            id="build-it.because.2.but.1",
            conclusion="build-it.because.2",
            attacks=True,
            on_argument=True,
            premises=("towns-differ",),
            place=place(35, 15),
        )
        assert thesis.because == (
            Argument(
                id="build-it.because.1",
                conclusion="build-it",
                attacks=False,
                premises=("ferries-wait", "waiting-costs"),
                place=place(30, 9),
            ),
            Argument(
                id="build-it.because.2",
                conclusion="build-it",
                attacks=False,
                premises=("neighbour-built",),
                scheme="argument from analogy",
                strength=Strength.WEAK,
                why='The report itself calls the comparison "rough".',
                but=(undercut,),
                place=place(31, 9),
            ),
        )
        assert [(a.id, a.attacks, a.premises) for a in thesis.but] == [("build-it.but.1", True, ("too-dear",))]

    def test_role_and_expectation(self, harbour: ArgumentMap) -> None:
        thesis = harbour.claims["build-it"]
        assert (thesis.role, thesis.expect, thesis.expect_place) == (Role.ANSWER, Label.UNDECIDED, place(28, 13))

    def test_what_is_granted_and_what_is_not(self, harbour: ArgumentMap) -> None:
        claims = harbour.claims
        assert (claims["too-dear"].strength, claims["too-dear"].assumed) == (Strength.STRONG, True)
        assert claims["too-dear"].why == "The treasurer's figures are audited."
        assert (claims["towns-differ"].strength, claims["towns-differ"].assumed) == (Strength.BARE, False)
        assert claims["waiting-costs"].implicit == "The report adds both figures up but never says so."

    def test_quotes_with_their_surroundings_and_repairs(self, harbour: ArgumentMap) -> None:
        claim = harbour.claims["neighbour-built"]
        faulty, plain = claim.quotes
        assert (faulty.exact, faulty.prefix, faulty.suffix) == ("our nieghbours built", "that ", " one")
        assert faulty.shown == "our neighbours built"
        assert plain.shown == "and they prosper"
        assert (claim.said_by, claim.qualifier) == ("ferries", "it could be argued")

    def test_views_and_tour(self, harbour: ArgumentMap) -> None:
        assert harbour.views["traffic"] == View(id="traffic", title="Traffic", groups=("traffic",), place=place(66, 3))
        assert (harbour.views["cost"].focus, harbour.views["cost"].depth) == ("too-dear", 2)
        assert (harbour.views["figures"].actors, harbour.views["figures"].tags) == (("ferries",), ("figures",))
        assert harbour.tour == (Step(claim="ferries-wait", say="Start with what everyone sees.", place=place(70, 5)),)


def test_no_and_on_and_1_30_are_words() -> None:
    read = allowed("words-that-yaml-1-1-took-for-values")
    claim = read.claims["build-it"]
    assert (read.title, read.language, claim.label, claim.note) == ("no", "no", "on", "1:30")
    assert claim.tags == ("y", "no", "0b11", "1_000", "2016-10-28", ".5x")


def test_a_date_needs_no_quotes() -> None:
    dates = [claim.date for claim in allowed("dates").claims.values()]
    assert dates == ["2016", "2016-10", "2016-02-29", "2016", "0987"]


def test_carriage_returns_are_newlines() -> None:
    assert allowed("byte-order-mark-and-crlf").claims["build-it"].note == "One.\nTwo."


def test_joiners_and_marks_of_direction_are_letters_companions() -> None:
    claim = allowed("persian-with-joiners").claims["a"]
    assert claim.text == "می\u200cرود \u200d و \u200e\u200f"
    assert claim.label == "می\u200cرود"


def test_line_separators_end_no_line() -> None:
    claim = allowed("line-separators-are-text").claims["build-it"]
    assert (claim.note, claim.label) == ("one\u2028two\u2029three", "x")


def test_text_is_text() -> None:
    text = allowed("text-stays-as-written").claims["build-it"].text
    assert text == r"<script>alert(1)</script> ]]> \N &copy; --> ${x} {{ y }}"


def test_json_and_flow_style_are_the_same_notation() -> None:
    assert allowed("json").claims["dear"].text == "It is س dear./"
    premises = [argument.premises for argument in allowed("flow-style").claims["a"].because]
    assert premises == [("b",), ("b", "c"), ("c",)]


def test_undercuts_of_undercuts() -> None:
    read = allowed("undercuts-nested-as-deep-as-may-be")
    assert len(read.arguments) == 14
    assert list(read.arguments)[-1] == "build-it.because.1" + 13 * ".but.1"


def test_faults_that_people_map_on_purpose_are_no_errors() -> None:
    claim = allowed("self-support-and-repeated-arguments-and-a-cycle").claims["build-it"]
    assert [argument.premises for argument in claim.own] == [("build-it",), ("dear",), ("dear",), ("dear", "dear")]


def test_an_argument_is_known_by_its_id_or_by_its_place() -> None:
    read = allowed("arguments-with-ids-and-without")
    found = [(a.id, a.conclusion, a.attacks, a.on_argument) for a in read.arguments.values()]
    assert found == [
        ("build-it.because.1", "build-it", False, False),
        ("by-cost", "build-it", False, False),
        ("by-cost.because.1", "by-cost", False, True),
        ("by-cost.but.1", "by-cost", True, True),
        ("by-cost.but.2", "by-cost", True, True),
        ("by-cost.but.2.but.1", "by-cost.but.2", True, True),
        ("build-it.but.1", "build-it", True, False),
    ]
    assert (read.arguments["by-cost"].quotes[0].exact, read.arguments["by-cost"].note) == ("costs", "A note.")
    assert read.claims["c"].strength is Strength.NORMAL


def test_several_sources_and_a_quote_of_several_lines() -> None:
    quotes = allowed("several-sources").claims["build-it"].quotes
    assert [(quote.source, quote.exact) for quote in quotes] == [
        ("letter", "a pier"),
        ("report", "a second\npier"),
    ]


def test_ten_thousand_claims_in_one_chain() -> None:
    claims = "".join(f"  c{n}: {{text: Claim {n}., because: [c{n + 1}]}}\n" for n in range(9_999))
    read = parse_map(f"argmap: 1\ntitle: Long\nthesis: c0\nclaims:\n{claims}  c9999: {{text: The last.}}\n", "long.yml")
    assert len(read.claims) == 10_000
    assert read.claims["c9998"].because[0].premises == ("c9999",)
