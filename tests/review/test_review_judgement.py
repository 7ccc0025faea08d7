"""What the rules that judge take for a fault, and what they leave alone, beyond their examples."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Side
from argmap.notation.reader import parse_map
from argmap.reading import read
from argmap.reasoning import label
from argmap.review import RULES, Subject, open_counterpoints, review
from argmap.review.stated import Stated, quoted
from argmap.sources import anchor
from argmap.sources.text import text_of


def mapped(claims, head=""):
    return parse_map(f"argmap: 1\ntitle: T\nthesis: t\n{head}claims:\n{claims}", "map.yml")


def says(rule, claims, head=""):
    argument_map = mapped(claims, head)
    subject = Subject(argument_map, anchor(argument_map, project=Path.cwd()), label(argument_map))
    return list(RULES[rule].look(subject))


def counterpoints(claims):
    argument_map = mapped(claims)
    return [argument.id for argument in open_counterpoints(argument_map, label(argument_map))]


class TestOpenCounterpoints:
    def test_an_objection_that_nobody_answers(self):
        assert counterpoints("  t: { text: T., but: [o] }\n  o: { text: O. }\n") == ["t.but.1"]

    def test_the_answer_to_an_objection_is_no_counterpoint(self):
        assert counterpoints("  t: { text: T., but: [o] }\n  o: { text: O., but: [a] }\n  a: { text: A. }\n") == []

    def test_an_objection_to_the_answer_is_one(self):
        claims = (
            "  t: { text: T., but: [o] }\n  o: { text: O., but: [a] }\n  a: { text: A., but: [b] }\n  b: { text: B. }\n"
        )
        assert counterpoints(claims) == ["a.but.1"]

    @pytest.mark.parametrize(
        "objection",
        ["{ premises: [o], but: [x] }", "{ premises: [o], id: e }"],
        ids=["its step is undercut", "what supports it is disputed"],
    )
    def test_an_objection_is_answered_at_its_step_or_below(self, objection):
        own = ", because: [p]" if "id" in objection else ""
        claims = f"  t: {{ text: T., but: [{objection}] }}\n  o: {{ text: O.{own} }}\n"
        assert counterpoints(f"{claims}  p: {{ text: P., but: [x] }}\n  x: {{ text: X. }}\n") == []

    def test_an_undercut_of_what_is_for_the_thesis_is_one(self):
        claims = "  t: { text: T., because: [{ premises: [a], but: [u] }] }\n  a: { text: A. }\n  u: { text: U. }\n"
        assert counterpoints(claims) == ["t.because.1.but.1"]

    def test_a_premise_that_is_not_granted_is_answered(self):
        assert counterpoints("  t: { text: T., but: [o] }\n  o: { text: O., assumed: false }\n") == []

    def test_what_the_thesis_objects_to_is_its_own_business(self):
        claims = "  t: { text: T. }\n  x: { text: X., role: answer, but: [t, o] }\n  o: { text: O. }\n"
        assert counterpoints(claims) == ["x.but.2"]

    def test_a_circle_of_objections_ends(self):
        assert counterpoints("  t: { text: T., but: [o] }\n  o: { text: O., but: [t] }\n") == []

    @given(st.lists(st.tuples(st.integers(0, 6), st.booleans(), st.integers(0, 6)), max_size=10))
    def test_nothing_that_is_for_the_thesis_is_ever_a_premise_of_one(self, arguments):
        lines = []
        for number in range(7):
            own = {
                word: [
                    f"c{premise}" if premise else "t"
                    for to, attacks, premise in arguments
                    if to == number and attacks is kind
                ]
                for word, kind in (("because", False), ("but", True))
            }
            fields = "".join(f", {word}: [{', '.join(premises)}]" for word, premises in own.items() if premises)
            lines.append(f"  {f'c{number}' if number else 't'}: {{ text: C.{fields} }}\n")
        argument_map = mapped("".join(lines))
        for argument in open_counterpoints(argument_map, label(argument_map)):
            assert argument.attacks
            assert not argument.but
            assert all(argument_map.sides[premise] is not Side.FOR for premise in argument.premises)


class TestNearDuplicate:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("The town should build a pier.", "The town should build a pier!"),
            ("THE town should build a pier", "The town should build a pier."),
            ("The town of ours should build a second pier.", "The town of ours should build the second pier."),
            ("Городу нужен второй причал у вокзала.", "Городу нужен второй причал, у вокзала"),
        ],
    )
    def test_the_same_words(self, one, other):
        assert len(says("near-duplicate", f"  t: {{ text: '{one}', because: [a] }}\n  a: {{ text: '{other}' }}\n")) == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("The town should build a second pier now.", "The town should not build a second pier now."),
            (
                "The town of the north owes the bank of the east money.",
                "The bank of the east owes the town of the north money.",
            ),
            ("The pier costs 3.5 million in the first year.", "The pier costs 3 million in the first year."),
            ("Ferries wait.", "Ferries wait"),
        ],
        ids=["denied", "turned round", "another number", "too short to tell"],
    )
    def test_other_claims(self, one, other):
        assert says("near-duplicate", f"  t: {{ text: '{one}', because: [a] }}\n  a: {{ text: '{other}' }}\n") == []


class TestDateAfterSource:
    @pytest.mark.parametrize(
        ("claim", "sources", "silent"),
        [
            ("2016-10-28", ["2016"], True),
            ("2016-11", ["2016-10-28"], False),
            ("2016-10", ["2016-10-01"], True),
            ("2017", ["2016-10"], False),
            ("2017", ["2016", "2018"], True),
            ("2017", ["2016", "2015"], False),
            ("2017", ["2016", ""], True),
            ("2017", [""], True),
        ],
    )
    def test_only_a_date_that_is_surely_later_counts(self, claim, sources, silent):
        named = [(f"s{number}", date) for number, date in enumerate(sources)]
        listed = ", ".join(f"{name}: {{ file: r.txt{f', date: {date}' if date else ''} }}" for name, date in named)
        quotes = ", ".join(f"{{ exact: x, source: {name} }}" for name, _ in named)
        found = says(
            "date-after-source",
            f"  t: {{ text: T., date: {claim}, quote: [{quotes}] }}\n",
            f"sources: {{ {listed} }}\n",
        )
        assert (found == []) is silent

    def test_a_claim_without_a_quote_is_from_the_only_source_there_is(self):
        one, two = "s: { file: r.txt, date: 2016 }", "u: { file: r.txt, date: 2016 }"
        claims = "  t: { text: T., date: 2017 }\n"
        assert len(says("date-after-source", claims, f"sources: {{ {one} }}\n")) == 1
        assert says("date-after-source", claims, f"sources: {{ {one}, {two} }}\n") == []


class TestUnquotedStrength:
    REPORT = "The comparison is rough. Their harbour has twice our depth.\n"

    @pytest.mark.parametrize(
        ("fields", "silent"),
        [
            ("why: The report calls it “rough”.", True),
            ("why: The report calls it “bad”.", False),
            ("why: The report calls it rough.", False),
            ("why: I think so, quote: The comparison is rough", True),
            ("why: I think so, but: [{ premises: [u], quote: The comparison is rough }]", True),
            ("why: I think so, but: [u]", False),
        ],
    )
    def test_words_of_the_text_may_stand_in_three_places(self, fields, silent, tmp_path):
        (tmp_path / "report.txt").write_text(self.REPORT)
        (tmp_path / "map.yml").write_text(
            "argmap: 1\ntitle: T\nthesis: t\nsources: { r: { file: report.txt } }\nclaims:\n"
            f"  t: {{ text: T., because: [{{ premises: [a], strength: weak, {fields} }}] }}\n"
            "  a: { text: A. }\n  u: { text: U. }\n"
        )
        rules = {finding.rule for finding in read(tmp_path / "map.yml").findings}
        assert ("unquoted-strength" not in rules) is silent


class TestMissingLanguage:
    @pytest.mark.parametrize(
        ("language", "text", "silent"),
        [
            ("en", "The town builds.", True),
            ("de", "Die Stadt baut.", True),
            ("en", "شهر اسکله می‌سازد.", False),
            ("fa", "شهر اسکله می‌سازد.", True),
            ("fa", "The town builds.", False),
            ("fa-IR", "شهر اسکله می‌سازد.", True),
            ("ja", "町は桟橋を建てる。", True),
            ("sr", "Град гради пристаниште.", True),
            ("en", "The Москва ferry waits.", True),
            ("en", "1850", True),
        ],
    )
    def test_letters_tell(self, language, text, silent):
        found = says("missing-language", f"  t: {{ text: '{text}' }}\n", f"language: {language}\n")
        assert (found == []) is silent


class TestWordsInTheText:
    TEXT = text_of(
        "r", Path("r.txt"), "We knowthat Iran, as a Regional  power, has “won”. Iran is a regional powerhouse.", "en"
    )

    def places(self, words):
        return [self.TEXT[span] for span in Stated(self.TEXT).places(words)]

    def test_spacing_case_and_punctuation_make_no_difference(self):
        assert self.places("iran as a regional power") == ["Iran, as a Regional  power"]

    def test_half_a_word_is_another_word(self):
        assert self.places("Iran is a regional power") == []

    def test_a_word_or_two_stand_anywhere(self):
        assert self.places("won") == []

    @pytest.mark.parametrize(
        ("why", "words"),
        [
            ("It says “rough”, and “but”.", ["rough", "but"]),
            ('It says "rough" and "but".', ["rough", "but"]),
            ("«rough» and „but“", ["rough", "but"]),
            ("The author’s own word.", []),
            ("", []),
        ],
    )
    def test_what_stands_between_quotation_marks(self, why, words):
        assert sorted(quoted(why)) == sorted(words)


def test_implicit_words_come_with_the_source_that_has_them(tmp_path):
    (tmp_path / "a.txt").write_text("Nothing of the sort.\n")
    (tmp_path / "b.txt").write_text("Everybody knows: the cheaper way  is the better one!\n")
    (tmp_path / "map.yml").write_text(
        "argmap: 1\ntitle: T\nthesis: t\nsources: { a: { file: a.txt }, b: { file: b.txt } }\nclaims:\n"
        "  t: { text: The cheaper way is the better one., implicit: Taken for granted. }\n"
    )
    (finding,) = [each for each in read(tmp_path / "map.yml").findings if each.rule == "stated-implicit"]
    assert finding.hint == 'did you mean `quote: "the cheaper way  is the better one"` with `source: b`?'


def test_implicit_words_that_the_map_s_question_asks_are_not_stated():
    house = Path(__file__).parent.parent.parent
    whole = read(house / "docs/maps/harbour/whole.yml")
    assert whole.map.claims["build-it"].implicit
    assert whole.findings == ()


def test_a_large_map_is_looked_over_in_about_a_second():
    lines = ["  t: { text: The town should build a second pier., because: [c0] }\n"]
    towns = ["harbour", "market", "ferry", "council", "bridge", "channel", "school", "tower"]
    for number in range(10_000):
        town, next_to = towns[number % 8], towns[number // 8 % 8]
        below = [f"c{2 * number + step}" for step in (1, 2) if 2 * number + step < 10_000]
        own = f", {'but' if number % 5 == 4 else 'because'}: [{', '.join(below)}]" if below else ""
        lines.append(f"  c{number}: {{ text: 'In the {town} ward{number} lies next to the old {next_to}.'{own} }}\n")
    argument_map = mapped("".join(lines))
    anchoring, verdicts = anchor(argument_map, project=Path.cwd()), label(argument_map)
    begin = time.process_time()
    review(argument_map, anchoring, verdicts)
    assert time.process_time() - begin < 5  # a second where nothing else runs
