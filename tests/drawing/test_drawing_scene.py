"""What is drawn: cards, dots and the lines between them."""

from drawn_maps import golden, maps, plain, scene_of, selected, written_out
from hypothesis import given

from argmap.drawing.scene import Arrangement

GROUPS = {"g": {"title": "G"}, "h": {"title": "H"}}


def cards(reading, **view):
    return [(card.arrangement.value, card.claims) for card in scene_of(reading, **view).cards]


def lines(reading, **view):
    return [(link.source, link.target) for link in scene_of(reading, **view).links]


def dots(reading, **view):
    return [junction.argument for junction in scene_of(reading, **view).junctions]


def test_leaf_premises_that_support_separately_stack_in_one_card():
    reading = plain({"t": {"because": ["a", "b"]}, "a": {}, "b": {}})
    assert cards(reading) == [("single", ("t",)), ("stack", ("a", "b"))]
    assert lines(reading) == [("a", "t")]
    assert scene_of(reading).links[0].arguments == ("t.because.1", "t.because.2")


def test_objections_stack_apart_from_premises():
    reading = plain({"t": {"because": ["a", "b"], "but": ["c", "d"]}, "a": {}, "b": {}, "c": {}, "d": {}})
    assert cards(reading) == [("single", ("t",)), ("stack", ("a", "b")), ("stack", ("c", "d"))]
    assert [link.attacks for link in scene_of(reading).links] == [False, True]


def test_premises_of_different_groups_do_not_stack():
    reading = plain({"t": {"because": ["a", "b"]}, "a": {"group": "g"}, "b": {"group": "h"}}, groups=GROUPS)
    assert all(arrangement == "single" for arrangement, _ in cards(reading))


def test_a_premise_with_reasons_of_its_own_or_with_two_uses_does_not_stack():
    reading = plain({"t": {"because": ["a", "b", "c"]}, "a": {"because": ["c"]}, "b": {}, "c": {}})
    assert all(arrangement == "single" for arrangement, _ in cards(reading))


def test_a_weighed_premise_does_not_stack_so_that_its_strength_can_be_said():
    weak = {"premises": ["b"], "strength": "weak", "why": "It is."}
    assert all(a == "single" for a, _ in cards(plain({"t": {"because": ["a", weak]}, "a": {}, "b": {}})))


def test_linked_leaf_premises_share_a_card_and_need_no_dot():
    reading = plain({"t": {"because": [["a", "b"]]}, "a": {}, "b": {}})
    assert cards(reading) == [("single", ("t",)), ("joint", ("a", "b"))]
    assert dots(reading) == []


def test_other_linked_premises_meet_in_a_dot():
    reading = plain({"t": {"because": [["a", "b"]]}, "a": {"because": ["c"]}, "b": {}, "c": {}})
    assert dots(reading) == ["t.because.1"]
    meeting = [link for link in scene_of(reading).links if "t.because.1" in (link.source, link.target)]
    assert [(link.source, link.target, link.bears) for link in meeting] == [
        ("t.because.1", "t", True),
        ("a", "t.because.1", False),
        ("b", "t.because.1", False),
    ]


def test_an_undercut_ends_on_the_dot_of_the_argument_that_it_undercuts():
    reading = plain({"t": {"because": [{"premises": ["a"], "but": ["u"]}]}, "a": {}, "u": {}})
    assert dots(reading) == ["t.because.1"]
    assert ("u", "t.because.1") in lines(reading)


def test_an_undercut_of_an_undercut_and_a_backing_end_on_dots_too():
    scene = scene_of(golden("undercut-of-an-undercut-with-backing-and-groups"))
    about = {(link.source, link.target): link.attacks for link in scene.links if link.to_junction and link.bears}
    assert about == {
        ("replicated", "sleep-step"): False,
        ("doubt", "sleep-step"): True,
        ("measured-too", "doubt"): True,
    }


def test_premises_out_of_view_are_counted_at_the_dot():
    reading = plain(
        {"t": {"because": [["a", "b", "c"]], "tags": ["x"]}, "a": {"tags": ["x"]}, "b": {}, "c": {"tags": ["x"]}}
    )
    (junction,) = scene_of(reading, tags=("x",)).junctions
    assert junction.hidden == 1


def test_a_repeated_argument_is_one_line():
    reading = plain({"t": {"because": ["a", "a"]}, "a": {}})
    (link,) = scene_of(reading).links
    assert link.arguments == ("t.because.1", "t.because.2")


def test_a_claim_among_its_own_premises_has_a_line_to_itself():
    assert lines(plain({"t": {"because": ["t"]}})) == [("t", "t")]


def test_a_cycle_has_a_line_for_either_direction():
    assert lines(plain({"t": {"because": ["a"]}, "a": {"because": ["t"]}})) == [("a", "t"), ("t", "a")]


def test_only_groups_in_view_have_a_ground():
    reading = plain({"t": {"because": ["a"]}, "a": {"group": "h"}}, groups=GROUPS)
    assert scene_of(reading).groups == ("h",)
    assert scene_of(reading, focus="t", depth=0).groups == ()


@given(maps())
def test_every_claim_is_on_exactly_one_card(text):
    reading = written_out(text)
    on_cards = [claim for card in scene_of(reading).cards for claim in card.claims]
    assert sorted(on_cards) == sorted(reading.map.claims)


@given(maps())
def test_every_argument_has_a_line_that_bears_on_its_conclusion(text):
    reading = written_out(text)
    bearing = {argument for link in scene_of(reading).links if link.bears for argument in link.arguments}
    assert bearing == {argument.id for argument in selected(reading).arguments}


@given(maps())
def test_a_card_of_several_rows_holds_leaves_of_one_group(text):
    reading = written_out(text)
    for card in scene_of(reading).cards:
        if card.arrangement is not Arrangement.SINGLE:
            rows = [reading.map.claims[claim] for claim in card.claims]
            assert {row.group for row in rows} == {card.group}
            assert not any(row.own for row in rows)
