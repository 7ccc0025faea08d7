"""Each rule: a map that trips it, and a near miss that does not."""

from __future__ import annotations

import pytest
from reviewed import at, because, but, claim, findings, lines, quote

from argmap.findings import Severity
from argmap.model import Label, Role


class TestExpect:
    def test_a_failed_expectation_says_what_was_expected_what_is_and_why(self):
        assert lines(
            claim("t", but("a"), expect=Label.STANDS, expect_place=at(7, 13)),
            claim("a"),
        ) == [
            "map.yml:7:13: error[expect]: `t` is expected to stand, but it falls in this map, "
            "outweighed by “Text of a”. (if that is what the map should say, write `expect: falls`)"
        ]

    def test_a_failed_expectation_without_a_place_is_reported_at_the_claim(self):
        (finding,) = findings(claim("t", line=4, expect=Label.UNDECIDED))
        assert (finding.line, finding.column) == (4, 3)
        assert finding.message.startswith("`t` is expected to be undecided, but it stands in this map")

    @pytest.mark.parametrize(
        ("own", "expected"), [((), Label.STANDS), ((but("a"),), Label.FALLS), ((but("t"),), Label.UNDECIDED)]
    )
    def test_an_expectation_that_is_met_is_not_mentioned(self, own, expected):
        thesis = claim("t", *own, expect=expected)
        assert lines(thesis, claim("a", role=Role.CLAIM), without=["self-objection"]) == []

    def test_it_cannot_be_switched_off(self):
        found = findings(claim("t", expect=Label.FALLS), without=["expect"])
        assert [f.severity for f in found] == [Severity.ERROR]


class TestCircular:
    def test_a_circle_is_named_once_and_in_its_order(self):
        assert lines(
            claim("t", because("a"), line=3),
            claim("a", because("b"), line=5),
            claim("b", because("c"), line=7),
            claim("c", because("a"), line=9),
        ) == [
            "map.yml:5:3: warning[circular]: The support runs in a circle: "
            "`a` because of `b` because of `c` because of `a`."
        ]

    def test_a_knot_of_several_circles_names_a_shortest_and_counts_the_rest(self):
        (finding,) = findings(
            claim("t", because("a"), because("b")),
            claim("a", because("t")),
            claim("b", because("c")),
            claim("c", because("t")),
        )
        assert finding.message == (
            "The support runs in a circle: `t` because of `a` because of `t`; 2 more claims are in the same knot."
        )

    def test_two_circles_apart_are_two_findings(self):
        found = findings(
            claim("t", because("a"), because("c"), line=1),
            claim("a", because("b"), line=2),
            claim("b", because("a"), line=3),
            claim("c", because("d"), line=4),
            claim("d", because("c"), line=5),
        )
        assert [(f.rule, f.line) for f in found] == [("circular", 2), ("circular", 4)]

    def test_a_circle_through_a_backing(self):
        (finding,) = findings(claim("t", because("a", own=[because("b")])), claim("a"), claim("b", because("t")))
        assert finding.message == "The support runs in a circle: `t` because of `b` because of `t`."

    def test_a_circle_that_an_objection_closes_is_no_circle_of_support(self):
        assert [f.rule for f in findings(claim("t", because("a")), claim("a", but("t")))] == ["loop"]

    def test_a_premise_shared_by_two_ways_is_no_circle(self):
        assert (
            lines(
                claim("t", because("a"), because("b")), claim("a", because("c")), claim("b", because("c")), claim("c")
            )
            == []
        )

    def test_a_circle_of_ten_thousand_names_ten_and_counts_the_rest(self):
        last = 9_999
        chain = [claim(f"c{n}", because(f"c{(n + 1) % (last + 1)}")) for n in range(last + 1)]
        (finding,) = findings(*chain)
        assert "`c0` because of `c1`" in finding.message
        assert finding.message.endswith("`c9` because of 9990 more because of `c0`.")


class TestLoop:
    def test_claims_that_object_to_each_other(self):
        assert lines(
            claim("t", but("o"), line=3),
            claim("o", but("p"), line=5),
            claim("p", but("o"), line=7),
        ) == [
            "map.yml:5:3: warning[loop]: Claims object to or bear on each other in a circle: "
            "`o` depends on `p` depends on `o`. What nothing breaks stays undecided."
        ]

    @pytest.mark.parametrize(
        "own",
        [
            but("g"),
            because("a", own=[but("g")]),
            but("a", own=[but("g")]),
            but("a", own=[because("g")]),
        ],
        ids=["objection", "undercut", "undercut of an objection", "backing of an objection"],
    )
    def test_a_claim_that_supports_what_speaks_against_it(self, own):
        (finding,) = findings(claim("t", own, line=3), claim("g", because("t")), claim("a", role=Role.CLAIM))
        assert (finding.rule, finding.line) == ("loop", 3)
        assert "in a circle: `t` depends on `g` depends on `t`." in finding.message

    def test_a_knot_of_several_circles_names_a_shortest_and_counts_the_rest(self):
        (finding,) = findings(
            claim("t", but("b"), but("a")),
            claim("a", but("t")),
            claim("b", but("c")),
            claim("c", but("t")),
        )
        assert "`t` depends on `a` depends on `t`; 2 more claims are in the same knot. What" in finding.message

    def test_two_loops_apart_are_two_findings(self):
        found = findings(
            claim("t", but("a"), but("c"), line=1),
            claim("a", but("b"), line=2),
            claim("b", but("a"), line=3),
            claim("c", but("d"), line=4),
            claim("d", but("c"), line=5),
        )
        assert [(f.rule, f.line) for f in found] == [("loop", 2), ("loop", 4)]

    def test_a_knot_of_support_is_told_once_though_its_claims_object_too(self):
        found = findings(claim("t", because("a"), but("a")), claim("a", because("t")))
        assert [f.rule for f in found] == ["circular"]

    def test_a_loop_around_a_circle_of_support_names_a_circle_of_its_own(self):
        support, around = findings(
            claim("t", because("a"), line=1),
            claim("a", because("t"), but("b"), line=2),
            claim("b", but("t"), line=3),
        )
        assert (support.rule, around.rule, around.line) == ("circular", "loop", 2)
        assert "`a` depends on `b` depends on `t` depends on `a`." in around.message

    def test_a_claim_that_objects_to_itself_is_no_loop(self):
        assert [f.rule for f in findings(claim("t", but("t")))] == ["self-objection"]

    def test_an_objection_shared_by_two_ways_is_no_loop(self):
        assert lines(claim("t", but("a"), but("b")), claim("a", but("c")), claim("b", but("c")), claim("c")) == []

    def test_a_chain_of_objections_is_no_loop(self):
        assert lines(claim("t", but("a")), claim("a", but("b")), claim("b", but("c")), claim("c")) == []

    def test_a_loop_of_ten_thousand_names_ten_and_counts_the_rest(self):
        last = 9_999
        (finding,) = findings(*(claim(f"c{n}", but(f"c{(n + 1) % (last + 1)}")) for n in range(last + 1)))
        assert "`c9` depends on 9990 more depends on `c0`." in finding.message


class TestSelfSupport:
    def test_a_claim_among_its_own_premises(self):
        assert lines(claim("t", because("t", "a", line=4)), claim("a")) == [
            "map.yml:4:9: warning[self-support]: `t` is among its own premises."
        ]

    def test_a_claim_that_backs_an_argument_for_itself(self):
        (finding,) = findings(claim("t", because("a", own=[because("t", line=6)])), claim("a"))
        assert (finding.rule, finding.line) == ("self-support", 6)

    def test_a_claim_that_objects_to_itself_does_not_support_itself(self):
        assert "self-support" not in {f.rule for f in findings(claim("t", but("t")))}

    def test_a_claim_that_supports_what_supports_it_is_the_circles_business(self):
        assert [f.rule for f in findings(claim("t", because("a")), claim("a", because("t")))] == ["circular"]


class TestSelfObjection:
    def test_a_claim_that_objects_to_itself(self):
        assert lines(claim("t", but("a", "t", line=4)), claim("a")) == [
            "map.yml:4:9: warning[self-objection]: `t` is among the premises of an objection to itself."
        ]

    def test_a_claim_that_undercuts_an_argument_for_itself(self):
        assert lines(claim("t", because("a", own=[but("t", line=6)])), claim("a")) == [
            "map.yml:6:9: warning[self-objection]: `t` is among the premises of an undercut in its own arguments."
        ]

    def test_a_claim_that_undercuts_an_objection_to_itself(self):
        (finding,) = findings(claim("t", but("a", own=[but("t", line=6)])), claim("a"))
        assert (finding.rule, finding.line) == ("self-objection", 6)
        assert finding.message == "`t` is among the premises of an undercut in its own arguments."

    @pytest.mark.parametrize(
        "own", [but("a", own=[because("t", line=6)]), because("a", own=[but("a", own=[because("t", line=6)])])]
    )
    def test_a_claim_that_backs_what_speaks_against_it(self, own):
        assert lines(claim("t", own), claim("a")) == [
            "map.yml:6:9: warning[self-objection]: "
            "`t` is among the premises of a backing of an objection or undercut in its own arguments."
        ]

    def test_a_claim_that_supports_itself_does_not_object_to_itself(self):
        found = findings(claim("t", because("t"), because("a", own=[because("t")])), claim("a"))
        assert {f.rule for f in found} == {"self-support"}

    def test_a_claim_that_undercuts_an_argument_for_another_claim(self):
        assert (
            lines(claim("t", because("a"), but("b")), claim("a", because("c", own=[but("b")])), *map(claim, "bc")) == []
        )


class TestUnusedClaim:
    def test_a_claim_that_nothing_leads_to(self):
        assert lines(claim("t"), claim("a", line=8)) == [
            "map.yml:8:3: warning[unused-claim]: `a` is unused: it does not bear on the thesis, nor the thesis on it. "
            "(name it in a `because` or a `but`, or give it `role: answer` or `role: claim` "
            "if it is meant to stand by itself)"
        ]

    def test_of_an_unused_claim_with_premises_only_the_claim_is_named(self):
        found = findings(claim("t"), claim("b", line=2), claim("a", because("b"), line=3))
        assert [(f.rule, f.line) for f in found] == [("unused-claim", 3)]

    def test_of_claims_that_only_bear_on_each_other_the_first_is_named(self):
        found = findings(claim("t"), claim("a", but("b"), line=2), claim("b", but("a"), line=3), without=["loop"])
        assert [(f.rule, f.line) for f in found] == [("unused-claim", 2)]

    def test_a_possible_answer_may_stand_by_itself_and_what_bears_on_it_is_used(self):
        assert lines(claim("t"), claim("a", because("b"), role=Role.ANSWER), claim("b")) == []

    def test_what_the_thesis_bears_on_is_used_and_so_is_what_speaks_against_that(self):
        assert (
            lines(
                claim("t"),
                claim("wider", because("t"), but("c")),
                claim("widest", because("wider")),
                claim("c"),
            )
            == []
        )

    def test_a_claim_whose_step_the_thesis_undercuts_is_used(self):
        assert lines(claim("t"), claim("a", because("b", own=[but("t")])), claim("b")) == []

    def test_a_claim_used_in_an_undercut_is_used(self):
        assert lines(claim("t", because("a", own=[but("b")])), claim("a"), claim("b")) == []


class TestCrossingQuotes:
    FIRST, SECOND = quote("the town should build", line=4), quote("should build a pier", line=6)

    def claims(self):
        return claim("t", because("a"), quotes=(self.FIRST,)), claim("a", quotes=(self.SECOND,))

    def test_a_quote_that_begins_inside_another_and_ends_after_it(self):
        assert lines(*self.claims(), spans={self.FIRST: (0, 21), self.SECOND: (9, 28)}) == [
            "map.yml:6:12: warning[crossing-quotes]: This quote of `a` begins inside that of `t` on line 4, "
            "and ends after it. (let one contain the other, or end the first before the second begins)"
        ]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ((0, 21), (9, 21)),
            ((0, 21), (0, 9)),
            ((0, 21), (5, 15)),
            ((0, 21), (0, 21)),
            ((0, 21), (21, 30)),
            ((0, 21), (25, 30)),
        ],
        ids=["same end", "same start", "inside", "same", "touching", "apart"],
    )
    def test_quotes_that_contain_or_miss_each_other_do_not_cross(self, first, second):
        assert lines(*self.claims(), spans={self.FIRST: first, self.SECOND: second}) == []

    def test_quotes_of_different_sources_do_not_cross(self):
        other = quote("should build a pier", source="letter")
        claims = claim("t", because("a"), quotes=(self.FIRST,)), claim("a", quotes=(other,))
        assert lines(*claims, spans={self.FIRST: (0, 21), other: (9, 28)}) == []

    def test_a_quote_that_is_not_anchored_crosses_nothing(self):
        assert lines(*self.claims(), spans={self.FIRST: (0, 21)}) == []

    def test_what_crosses_from_within_a_longer_quote_is_found(self):
        whole = quote("all of it", line=2)
        claims = claim("w", because("t"), quotes=(whole,)), *self.claims()
        found = findings(*claims, spans={whole: (0, 100), self.FIRST: (0, 21), self.SECOND: (9, 28)})
        assert [(f.rule, f.line) for f in found] == [("crossing-quotes", 6)]


class TestRepeatedArgument:
    def test_the_same_premises_for_the_same_claim(self):
        assert lines(claim("t", because("a", "b", line=3), because("b", "a", line=4)), claim("a"), claim("b")) == [
            "map.yml:4:9: warning[repeated-argument]: The argument from `b` and `a` for `t` is already on line 3. "
            "(repeating an argument makes it no stronger; write `strength:` if that is meant)"
        ]

    def test_the_same_undercut_twice(self):
        (finding,) = findings(
            claim("t", because("a", own=[but("b", line=5), but("b", line=6)])), claim("a"), claim("b")
        )
        assert (finding.rule, finding.line) == ("repeated-argument", 6)

    def test_the_same_premise_for_and_against_is_no_repetition(self):
        assert lines(claim("t", because("a"), but("a")), claim("a")) == []

    def test_a_premise_alone_and_linked_is_no_repetition(self):
        assert lines(claim("t", because("a"), because("a", "b")), claim("a"), claim("b")) == []

    def test_the_same_premise_for_two_claims_is_no_repetition(self):
        assert lines(claim("t", because("a"), because("b")), claim("a"), claim("b", because("a"))) == []
