"""Which part of a map a view shows."""

from dataclasses import replace

import pytest
from drawn_maps import chain, golden, maps, plain, selected, written_out
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.branches import OVERVIEW, lower_end
from argmap.drawing.views import select
from argmap.model import View

HARBOUR = plain(
    {
        "build": {"because": [["wait", "cost"], {"premises": ["neighbour"], "but": ["differ"]}], "but": ["dear"]},
        "wait": {"group": "traffic", "actors": ["ferries"], "tags": ["figures"]},
        "cost": {"group": "money", "actors": ["ferries", "town"]},
        "neighbour": {"group": "money", "tags": ["figures"]},
        "differ": {},
        "dear": {"group": "money", "actors": ["town"], "because": ["audited"]},
        "audited": {"group": "money"},
    },
    groups={"traffic": {"title": "Traffic"}, "money": {"title": "Money"}},
    actors={"ferries": {"name": "Ferries"}, "town": {"name": "Town"}},
)


def shown(**view):
    return selected(HARBOUR, **view).claims


def test_an_empty_view_is_the_whole_map_in_reading_order():
    assert shown() == HARBOUR.map.reading_order


def test_within_a_key_a_view_shows_what_any_of_its_values_names():
    assert shown(actors=("ferries", "town")) == ("wait", "cost", "dear")


def test_across_keys_a_view_shows_only_what_all_of_them_name():
    assert shown(groups=("money",), actors=("ferries",)) == ("cost",)
    assert shown(groups=("traffic", "money"), tags=("figures",)) == ("wait", "neighbour")


def test_a_focus_shows_what_is_a_step_away_both_ways():
    assert set(shown(focus="dear")) == {"build", "dear", "audited"}


def test_a_focus_reaches_through_undercuts():
    assert set(shown(focus="differ")) == {"build", "differ"}


@pytest.mark.parametrize(("depth", "count"), [(0, 1), (1, 3), (2, 7), (50, 7)])
def test_depth_counts_the_steps_from_the_focus(depth, count):
    assert len(shown(focus="dear", depth=depth)) == count


def test_a_focus_and_a_group_show_what_both_of_them_name():
    assert shown(focus="dear", groups=("money",)) == ("dear", "audited")


def test_a_view_may_show_nothing():
    assert shown(groups=("traffic",), tags=("none",)) == ()


def test_hidden_neighbours_are_counted():
    selection = selected(HARBOUR, focus="dear")
    assert selection.hidden == {"build": 4, "dear": 0, "audited": 0}


def test_an_argument_is_drawn_when_its_conclusion_and_a_premise_are_in_view():
    part = selected(HARBOUR, actors=("ferries",), groups=("traffic",))
    assert part.arguments == ()
    both = plain(
        {"t": {"because": [["a", "b"]]}, "a": {"tags": ["x"]}, "b": {}}
        | {"t": {"because": [["a", "b"]], "tags": ["x"]}}
    )
    assert [argument.id for argument in selected(both, tags=("x",)).arguments] == ["t.because.1"]


def test_an_undercut_is_drawn_with_the_argument_that_it_undercuts_alone():
    assert selected(HARBOUR, focus="differ").arguments == ()
    assert [a.id for a in selected(HARBOUR).arguments if a.on_argument] == ["build.because.2.but.1"]


def test_a_part_of_a_map_over_the_limit_is_cut_to_its_top_levels():
    assert selected(HARBOUR, limit=3, focus="build", depth=9).claims == ("build", "wait", "cost")
    part = selected(chain(300), limit=120, focus="c0", depth=300)
    assert part.claims == tuple(f"c{n}" for n in range(120))
    assert part.hidden["c119"] == 1


def test_of_a_large_map_as_a_whole_its_overview_is_shown_unless_all_is_asked_for():
    large = chain(300)
    overview = selected(large, limit=120)
    assert overview == selected(large, limit=120, branch=OVERVIEW)
    assert overview.claims[:2] == ("c0", "c1")
    assert [*overview.below] == [overview.claims[-1]]
    assert len(selected(large).claims) == 300


def test_a_branch_ends_where_others_begin():
    (below,) = selected(chain(300), limit=120).below.values()
    branch = selected(chain(300), limit=120, branch=below.branch)
    assert branch.claims[0] == lower_end(below.branch)
    assert len(branch.claims) <= 120


def test_a_long_chain_is_selected_around_a_focus_whatever_its_depth():
    assert len(selected(chain(2_000), focus="c1000", depth=5_000).claims) == 2_000


@settings(max_examples=60)
@given(maps(), st.integers(1, 6))
def test_a_limit_is_kept_and_loses_no_order(text, limit):
    reading = written_out(text)
    tagged = {claim.id: replace(claim, tags=("all",)) for claim in reading.map.claims.values()}
    kept = select(replace(reading.map, claims=tagged), View(tags=("all",)), limit=limit).claims
    assert len(kept) == min(limit, len(reading.map.claims))
    assert kept == tuple(claim for claim in reading.map.reading_order if claim in kept)


@settings(max_examples=60)
@given(maps(), st.data())
def test_every_drawn_argument_has_its_conclusion_and_a_premise_in_view(text, data):
    reading = written_out(text)
    focus = data.draw(st.sampled_from(reading.map.reading_order))
    selection = selected(reading, focus=focus, depth=data.draw(st.integers(0, 2)))
    drawn = {argument.id for argument in selection.arguments}
    for argument in selection.arguments:
        assert set(argument.premises) & set(selection.claims)
        assert argument.conclusion in (drawn if argument.on_argument else selection.claims)


def test_a_golden_map_s_groups_select_their_claims():
    reading = golden("undercut-of-an-undercut-with-backing-and-groups")
    assert selected(reading, groups=("buses",)).claims == (
        "buses-booked",
        "no-second-fleet",
        "parents-work",
        "flexible",
    )
