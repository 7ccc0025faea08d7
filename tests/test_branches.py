"""A large map in parts: what is drawn where, and how one comes there."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.branches import ABREAST, FEWEST, LIMIT, LONG, OVERVIEW, ROOM, branches
from argmap.model import Argument, ArgumentMap, Claim, Place

PLACE = Place("a.yml", 1, 1)


def written(claims, thesis="c0"):
    """`{"c0": ["c1"], "c1": []}`: which claims bear on each."""
    return ArgumentMap(file="a.yml", title="A", thesis=thesis, claims={c: claim(c, claims[c]) for c in claims})


def claim(id_, below):
    because = tuple(
        Argument(id=f"{id_}.because.{at}", conclusion=id_, attacks=False, premises=(premise,), place=PLACE)
        for at, premise in enumerate(below, 1)
    )
    return Claim(id=id_, text=f"{id_}.", because=because, place=PLACE)


def tree(size, each):
    """So many claims, each with so many below it."""
    return written(
        {f"c{n}": [f"c{m}" for m in range(each * n + 1, each * n + each + 1) if m < size] for n in range(size)}
    )


def chain(size):
    return tree(size, 1)


@st.composite
def maps(draw):
    """Trees, loops and what is apart from both."""
    random = draw(st.randoms(use_true_random=False))
    size, most = draw(st.integers(20, 90)), draw(st.integers(0, 3))
    claims = [f"c{n}" for n in range(size)]
    return written({claim: random.sample(claims, random.randint(0, most)) for claim in claims})


def test_a_map_that_can_be_drawn_as_a_whole_has_no_branches():
    assert branches(chain(LIMIT)) is None
    assert branches(chain(LIMIT + 1)) is not None
    assert branches(chain(LIMIT + 1), limit=LIMIT + 1) is None


@settings(max_examples=80)
@given(maps(), st.integers(12, 19))
def test_every_claim_has_its_place_in_one_part_that_draws_it(argument_map, limit):
    parts = branches(argument_map, limit).parts
    own = [claim for part in parts.values() for claim in part.own]
    assert sorted(own) == sorted(argument_map.claims)
    for part in parts.values():
        assert set(part.own) <= set(part.claims)
        assert len(part.claims) <= limit


@settings(max_examples=80)
@given(maps(), st.integers(12, 19))
def test_marks_lead_to_every_branch_and_count_all_that_is_below(argument_map, limit):
    parts = branches(argument_map, limit).parts
    led_to = [mark.branch for part in parts.values() for mark in part.below.values()]
    above = {name: part.above for name, part in parts.items()}
    assert set(led_to) <= set(parts)
    # What has no root cannot have a mark: its list does.
    assert set(led_to) == {name for name in parts if name != OVERVIEW and parts[name].root}
    for name, part in parts.items():
        for claim, mark in part.below.items():
            assert claim in part.claims
            assert above[mark.branch] == name
    overview = parts[OVERVIEW]
    if len(argument_map.claims) == len(overview.claims) + sum(mark.claims for mark in overview.below.values()):
        return
    assert not overview.root  # several tops, more than there is room for


@pytest.mark.parametrize("each", [1, 2, 3, 50])
def test_a_drawing_is_in_reading_order_and_begins_with_its_root(each):
    argument_map = tree(1_000, each)
    for part in branches(argument_map).parts.values():
        assert part.claims == tuple(claim for claim in argument_map.reading_order if claim in set(part.claims))
        assert part.claims[0] == part.root


def test_an_overview_is_small_and_leads_to_branches_worth_opening():
    """Of a tree in which everything has two below it, seven fit side by side: one, two and four."""
    parts = branches(tree(1_000, 2)).parts
    assert 12 <= len(parts[OVERVIEW].claims) <= ROOM
    sizes = sorted(len(part.claims) for part in parts.values())
    assert sizes[len(sizes) // 2] >= 7
    assert len(parts) < 100


@settings(max_examples=80)
@given(st.lists(st.integers(0, 40), min_size=20, max_size=90), st.integers(12, 19))
def test_no_part_has_more_cards_side_by_side_than_a_page(nearness, limit):
    """What bears on a claim and has nothing below it stands in one card with its like."""
    below = {f"c{n}": [] for n in range(len(nearness) + 1)}
    for n, near in enumerate(nearness, 1):
        below[f"c{max(0, n - 1 - near)}"].append(f"c{n}")
    for part in branches(written(below), limit).parts.values():
        rank = [part.root]
        while rank:
            # Each card by what stands in it: one claim, or all that bear on the same and have nothing below them.
            cards = {
                premise if below[premise] else claim
                for claim in rank
                for premise in below[claim]
                if premise in part.claims
            }
            assert len(cards) <= ABREAST
            rank = [premise for claim in rank for premise in below[claim] if premise in part.claims]


def test_what_bears_on_one_claim_and_has_no_room_beside_it_has_several_parts():
    parts = branches(written({"c0": [f"c{n}" for n in range(1, 300)], **{f"c{n}": [] for n in range(1, 300)}})).parts
    assert list(parts) == [".1", ".2", ".3", ".4", ".5", ".6"]
    assert [part.part for part in parts.values()] == [1, 2, 3, 4, 5, 6]
    assert all(part.root == "c0" and "c0" in part.claims for part in parts.values())
    assert [part.below["c0"].claims for part in list(parts.values())[:-1]] == [240, 181, 122, 63, 4]
    assert "c0" in parts[".1"].own
    assert "c0" not in parts[".2"].own


def test_a_map_of_claims_that_bear_on_nothing_has_a_part_for_every_few():
    parts = branches(written({f"c{n}": [] for n in range(200)})).parts
    assert [len(part.own) for part in parts.values()] == [60, 60, 60, 20]
    assert not any(part.below for part in parts.values())


def test_each_objecting_to_each_ends_in_parts_as_well():
    names = [f"c{n}" for n in range(130)]
    parts = branches(written({claim: [other for other in names if other != claim] for claim in names})).parts
    assert sum(len(part.own) for part in parts.values()) == 130


def test_a_page_has_room_for_fewer_claims_where_they_are_long():
    def most(words):
        short = tree(300, 299)
        claims = {name: replace(claim, text=words) for name, claim in short.claims.items()}
        parts = branches(replace(short, claims=claims)).parts.values()
        assert sum(len(part.own) for part in parts) == 300
        return max(len(part.claims) for part in parts)

    assert most("a" * LONG) == ROOM
    assert most("a" * 2 * LONG) == ROOM // 2
    assert most("я" * LONG) == ROOM // 2
    assert most("a" * 100 * LONG) == FEWEST


def test_a_long_chain_runs_out_of_nothing():
    parts = branches(chain(10_000)).parts
    assert sum(len(part.own) for part in parts.values()) == 10_000
    assert max(len(part.claims) for part in parts.values()) <= ROOM
