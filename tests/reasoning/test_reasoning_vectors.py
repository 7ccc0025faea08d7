"""The labels and reasons of small maps; the same file is run in the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from plain_maps import plain_map

from argmap.reasoning import ReasonCode, label

CASES = json.loads((Path(__file__).parents[1] / "vectors" / "labels.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_vector(case):
    verdicts = label(plain_map(**case["map"]), case["reject"])
    found = {
        key: {"label": verdicts[key].label, "code": verdicts[key].reason.code, "ids": list(verdicts[key].reason.ids)}
        for key in case["expect"]
    }
    assert found == case["expect"]


def test_the_vectors_have_names_of_their_own():
    assert len({case["name"] for case in CASES}) == len(CASES)


def test_every_reason_occurs_in_the_vectors_for_claims_and_for_inferences():
    seen = {"claims": set(), "inferences": set()}
    for case in CASES:
        for key, expected in case["expect"].items():
            seen["claims" if key in case["map"]["claims"] else "inferences"].add(expected["code"])
    assert seen["claims"] == set(ReasonCode)
    # Only of a claim can the map-maker say that it is not granted.
    assert seen["inferences"] == set(ReasonCode) - {ReasonCode.NOT_GRANTED}
