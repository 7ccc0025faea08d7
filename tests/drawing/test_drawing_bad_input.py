"""What no engine can lay out ends in the outline, with a warning, and at once."""

import json

import pytest
from drawn_maps import drawn, written_out

from argmap.branches import ROOM
from argmap.drawing import engine

MANY = 300


def clique(number):
    """So many claims, each objecting to each."""
    names = [f"c{n}" for n in range(number)]
    claims = {name: {"text": f"Claim {name}.", "but": [other for other in names if other != name]} for name in names}
    return written_out(json.dumps({"argmap": 1, "title": "All against all", "thesis": "c0", "claims": claims}))


@pytest.fixture
def no_engine(monkeypatch):
    def asked(*_, **__):
        pytest.fail("The engine was asked.")

    monkeypatch.setattr(engine, "lay_out", asked)


@pytest.mark.parametrize(("flat", "claims"), [(False, ROOM), (True, MANY)])
def test_claims_that_all_object_to_each_other_are_listed_and_not_laid_out(no_engine, flat, claims):
    drawing = drawn(clique(MANY), flat=flat)
    (finding,) = drawing.findings
    assert drawing.column is None
    assert finding.rule == "layout"
    assert finding.message == (
        f"No drawing: {claims * (claims - 1)} lines between {claims} cards are too many for one drawing"
    )
    assert finding.hint == "show less at once: a view"
    assert listed(drawing.outline.roots) == {f"c{n}" for n in range(claims)}


def test_an_engine_that_takes_too_long_leaves_the_outline(tmp_path):
    path = tmp_path / "slow"
    path.write_text('#!/bin/sh\ncase "$*" in *json0*) exec sleep 600;; *) echo slow 1;; esac\n', "utf-8")
    path.chmod(0o755)
    drawing = drawn(clique(6), engine=str(path), time_limit=0.2)
    (finding,) = drawing.findings
    assert (drawing.column, finding.rule) == (None, "layout")
    assert "longer than 0.2 seconds" in finding.message
    assert listed(drawing.outline.roots) == {f"c{n}" for n in range(6)}


def listed(items):
    """The claims that an outline lists in full."""
    found, stack = set(), list(items)
    while stack:
        item = stack.pop()
        if not item.reference:
            assert item.claim not in found
            found.add(item.claim)
        stack += [premise for argument in item.arguments for premise in argument.premises]
    return found
