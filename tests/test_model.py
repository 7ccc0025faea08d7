"""Roles and sides: what a claim is called, and whom it speaks for."""

import pytest

from argmap.model import Argument, ArgumentMap, Claim, Place, Role, Side

HERE = Place("map.yml", 1, 1)


def argument(conclusion: str, *premises: str, attacks: bool = False, but: tuple[Argument, ...] = ()) -> Argument:
    name = f"{'-'.join(premises)}-{conclusion}"
    return Argument(id=name, conclusion=conclusion, attacks=attacks, premises=premises, but=but, place=HERE)


def undercut(step: str, premise: str) -> Argument:
    return Argument(
        id=f"{premise}-{step}", conclusion=step, attacks=True, premises=(premise,), on_argument=True, place=HERE
    )


def claims(**arguments: tuple[Argument, ...]) -> ArgumentMap:
    found = {
        name: Claim(
            id=name,
            text=name,
            because=tuple(a for a in own if not a.attacks),
            but=tuple(a for a in own if a.attacks),
            place=HERE,
        )
        for name, own in arguments.items()
    }
    return ArgumentMap(file="map.yml", title="Map", thesis="thesis", claims=found)


@pytest.fixture
def harbour() -> ArgumentMap:
    """A reason, an objection, an objection to that, an undercut of the reason, and a claim that bears on nothing."""
    return claims(
        thesis=(
            argument("thesis", "reason", but=(undercut("reason-thesis", "doubt"),)),
            argument("thesis", "objection", attacks=True),
        ),
        reason=(),
        objection=(argument("objection", "answer", attacks=True),),
        doubt=(),
        answer=(),
        alone=(),
    )


def test_an_odd_number_of_attacks_is_against_the_thesis(harbour: ArgumentMap) -> None:
    assert harbour.sides == {
        "thesis": Side.FOR,
        "reason": Side.FOR,
        "objection": Side.AGAINST,
        "doubt": Side.AGAINST,
        "answer": Side.FOR,
        "alone": Side.NONE,
    }


def test_what_an_undercut_of_an_objection_says_is_for_the_thesis() -> None:
    disputed = argument("thesis", "objection", attacks=True, but=(undercut("objection-thesis", "answer"),))
    assert claims(thesis=(disputed,), objection=(), answer=()).sides["answer"] is Side.FOR


def test_a_claim_on_both_sides_is_mixed() -> None:
    both = claims(
        thesis=(argument("thesis", "a"), argument("thesis", "b", attacks=True)),
        a=(argument("a", "fact"),),
        b=(argument("b", "fact"),),
        fact=(),
    )
    assert both.sides["fact"] is Side.MIXED


def test_roles_are_those_of_the_shortest_path_to_the_thesis(harbour: ArgumentMap) -> None:
    assert {claim: harbour.role(claim) for claim in harbour.claims} == {
        "thesis": Role.THESIS,
        "reason": Role.PREMISE,
        "objection": Role.COUNTERPOINT,
        "doubt": Role.COUNTERPOINT,
        "answer": Role.COUNTERPOINT,
        "alone": Role.CLAIM,
    }
    used_twice = claims(
        thesis=(argument("thesis", "reason"), argument("thesis", "near", attacks=True)),
        reason=(argument("reason", "near"),),
        near=(),
    )
    assert used_twice.role("near") is Role.COUNTERPOINT


def test_the_reading_order_goes_down_from_the_thesis(harbour: ArgumentMap) -> None:
    assert harbour.reading_order == ("thesis", "reason", "doubt", "objection", "answer", "alone")
