"""What holds of the labels of every map."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from plain_maps import plain_map

from argmap.model import Label
from argmap.reasoning import ReasonCode, State, changed, label, pivotal, state, step
from argmap.reasoning.rule import NOTHING, Scale, decide, issues, parts

STRENGTHS = ("weak", "normal", "strong")
IDS = ("t", "a", "b", "c", "d", "e")


@st.composite
def plain_maps(draw):
    """Small maps as plain data, every argument with an id of its own."""
    claims = IDS[: draw(st.integers(1, len(IDS)))]
    numbers = iter(range(10_000))

    def some_arguments(depth):
        return [
            {
                "id": f"x{next(numbers)}",
                "premises": draw(st.lists(st.sampled_from(claims), min_size=1, max_size=2)),
                "strength": draw(st.sampled_from(STRENGTHS)),
                "because": some_arguments(depth + 1),
                "but": some_arguments(depth + 1),
            }
            for _ in range(draw(st.integers(0, 2 if depth == 0 else depth < 3 and draw(st.integers(0, 1)))))
        ]

    return {
        claim: {
            "because": some_arguments(0),
            "but": some_arguments(0),
            "strength": draw(st.sampled_from(("bare", *STRENGTHS))),
            "assumed": draw(st.integers(0, 4)) > 0,
        }
        for claim in claims
    }


@st.composite
def maps_with_rejections(draw):
    argument_map = plain_map(draw(plain_maps()))
    return argument_map, draw(st.lists(st.sampled_from([*argument_map.claims, *argument_map.arguments]), max_size=2))


@st.composite
def shuffled_pairs(draw):
    def shuffled(fields):
        return fields | {
            side: draw(st.permutations([shuffled(argument) for argument in fields[side]]))
            for side in ("because", "but")
        }

    claims = draw(plain_maps())
    again = {claim: shuffled(claims[claim]) for claim in draw(st.permutations(list(claims)))}
    return plain_map(claims, "t"), plain_map(again, "t")


def labels_of(verdicts):
    return {key: verdict.label for key, verdict in verdicts.items()}


def undecided(argument_map):
    return dict.fromkeys([*argument_map.claims, *argument_map.arguments], Label.UNDECIDED)


def least_fixed_point(argument_map, rejected):
    labels = undecided(argument_map)
    while (following := step(argument_map, labels, rejected)) != labels:
        labels = following
    return labels


def no_more_decided(less, more):
    return all(less[key] in (Label.UNDECIDED, more[key]) for key in less)


@given(maps_with_rejections())
def test_labels_are_the_least_fixed_point_of_the_rule(case):
    argument_map, rejected = case
    assert labels_of(label(argument_map, rejected)) == least_fixed_point(argument_map, rejected)


@given(maps_with_rejections(), st.data())
def test_what_is_decided_is_decided_again_when_more_is(case, data):
    argument_map, rejected = case
    more = {key: data.draw(st.sampled_from(Label)) for key in undecided(argument_map)}
    less = {key: found if data.draw(st.booleans()) else Label.UNDECIDED for key, found in more.items()}
    assert no_more_decided(step(argument_map, less, rejected), step(argument_map, more, rejected))


@given(shuffled_pairs())
def test_order_is_of_no_account(pair):
    def unordered(argument_map):
        return {key: (v.label, v.reason.code, set(v.reason.ids)) for key, v in label(argument_map).items()}

    one, other = pair
    assert unordered(one) == unordered(other)


@given(maps_with_rejections())
def test_what_is_rejected_falls(case):
    argument_map, rejected = case
    verdicts = label(argument_map, rejected)
    assert all(verdicts[key].label is Label.FALLS for key in rejected)
    assert {key for key, v in verdicts.items() if v.reason.code is ReasonCode.REJECTED} == set(rejected)


@given(maps_with_rejections())
def test_no_reason_leads_back_to_itself(case):
    """Every decided label can be explained from the ground up, by reasons explained before it."""
    argument_map, rejected = case
    verdicts = label(argument_map, rejected)
    grounded = {ReasonCode.GRANTED, ReasonCode.REJECTED, ReasonCode.NOT_GRANTED, ReasonCode.OUTWEIGHS}
    explained = {key for key, v in verdicts.items() if v.reason.code in grounded}

    def explains(verdict):
        needed = [parts(argument_map.arguments[key]) for key in verdict.reason.ids]
        if verdict.reason.code is ReasonCode.NOTHING_LEFT:
            return all(any(p in explained and verdicts[p].label is Label.FALLS for p in some) for some in needed)
        return all(p in explained and verdicts[p].label is Label.STANDS for some in needed for p in some)

    decided = {key for key, v in verdicts.items() if v.label is not Label.UNDECIDED}
    while new := {key for key in decided - explained if explains(verdicts[key])}:
        explained |= new
    assert explained == decided


@given(maps_with_rejections())
def test_the_undecided_waits_for_exactly_what_could_make_a_difference(case):
    argument_map, rejected = case
    verdicts = label(argument_map, rejected)
    for key, issue in issues(argument_map, rejected).items():
        if verdicts[key].label is Label.UNDECIDED:
            matters = {a for a in open_arguments(issue, verdicts) if makes_a_difference(issue, a, verdicts)}
            reason = verdicts[key].reason
            assert reason.code is (ReasonCode.WAITS if matters else ReasonCode.TIED)
            assert reason.ids
            if matters:
                assert set(reason.ids) == matters


def open_arguments(issue, verdicts):
    return [a.id for a in (*issue.because, *issue.but) if state(a, verdicts) is State.OPEN]


def makes_a_difference(issue, argument, verdicts):
    """Tried out: every way in which the other open arguments could turn out."""
    others = [key for key in open_arguments(issue, verdicts) if key != argument]
    for turns in product((State.APPLIES, State.FAILS), repeat=len(others)):
        fixed = dict(zip(others, turns, strict=True))
        outcomes = {outcome(issue, fixed | {argument: turn}, verdicts) for turn in (State.APPLIES, State.FAILS)}
        if len(outcomes) > 1:
            return True
    return False


def outcome(issue, turned, verdicts):
    def strongest(arguments, *granted):
        applying = [a.strength for a in arguments if turned.get(a.id, state(a, verdicts)) is State.APPLIES]
        return max([*applying, *granted], default=NOTHING)

    pro = strongest(issue.because, *([] if issue.grant is None else [issue.grant]))
    con = strongest(issue.but)
    return decide(Scale(pro, pro, con, con))


@given(plain_maps())
def test_pivotal_is_what_rejecting_shows(claims):
    argument_map = plain_map(claims)
    before = label(argument_map)
    tried = [
        c
        for c in argument_map.claims
        if c != argument_map.thesis and argument_map.thesis in changed(before, label(argument_map, [c]))
    ]
    assert list(pivotal(argument_map)) == tried


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=12, unique=True))
def test_on_bare_claims_and_single_objections_it_is_dungs_grounded_labelling(attacks):
    argument_map = plain_map({key: {"but": [attacker for attacker, target in attacks if target == key]} for key in IDS})
    verdicts = label(argument_map)
    assert {key: verdicts[key].label for key in IDS} == dungs_grounded_labelling(IDS, attacks)


def dungs_grounded_labelling(ids, attacks):
    """Iterating the characteristic function: what the accepted defend, until nothing is added."""
    attackers = {key: {a for a, target in attacks if target == key} for key in ids}
    accepted = set()
    while True:
        defeated = {key for key in ids if attackers[key] & accepted}
        defended = {key for key in ids if attackers[key] <= defeated}
        if defended == accepted:
            break
        accepted = defended
    found = dict.fromkeys(ids, Label.UNDECIDED)
    return found | dict.fromkeys(accepted, Label.STANDS) | dict.fromkeys(defeated, Label.FALLS)


def test_a_chain_of_ten_thousand_supports_stands_and_falls_with_its_end():
    last = 10_000
    argument_map = plain_map({f"c{n}": {"because": [f"c{n + 1}"]} if n < last else {} for n in range(last + 1)})
    assert set(labels_of(label(argument_map)).values()) == {Label.STANDS}
    after = label(argument_map, [f"c{last}"])
    assert all(after[claim].label is Label.FALLS for claim in argument_map.claims)


def test_a_chain_of_ten_thousand_objections_alternates():
    last = 10_000
    argument_map = plain_map({f"c{n}": {"but": [f"c{n + 1}"]} if n < last else {} for n in range(last + 1)})
    verdicts = label(argument_map)
    assert {verdicts[f"c{n}"].label for n in range(0, last + 1, 2)} == {Label.STANDS}
    assert {verdicts[f"c{n}"].label for n in range(1, last + 1, 2)} == {Label.FALLS}


def test_every_claim_of_a_long_chain_is_pivotal():
    argument_map = plain_map({f"c{n}": {"because": [f"c{n + 1}"]} if n < 200 else {} for n in range(201)})
    assert pivotal(argument_map) == tuple(f"c{n}" for n in range(1, 201))
