"""`argmap labels`: verdicts as text and as JSON, and what rejections change."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GRANTED = "It stands in this map: it is granted, and nothing against it holds."


def test_a_line_for_each_claim_the_thesis_first_and_then_in_the_order_of_the_map(project, argmap):
    status, out, err = argmap("labels", "pier.yml")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "build-it       stands  It stands in this map, supported by “Ferries wait 40 minutes for the only pier” "
        "together with “Waiting costs more than a pier would”.",
        f"ferries-wait   stands  {GRANTED}",
        "waiting-costs  stands  It stands in this map, supported by “Ferries wait 40 minutes for the only pier”.",
        "too-dear       falls   It falls in this map, outweighed by “Waiting costs more than a pier would”.",
    ]


def test_what_a_rejection_changes_is_said_in_words_and_before_the_rest(project, argmap):
    status, out, err = argmap("labels", "pier.yml", "--reject", "waiting-costs")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "build-it       falls (changed from stands)  It falls in this map: nothing is left to support it, since "
        "“Ferries wait 40 minutes for the only pier” together with “Waiting costs more than a pier would” does not "
        "carry it.",
        "waiting-costs  falls (changed from stands)  It falls in this map: it is not accepted.",
        f"too-dear       stands (changed from falls)  {GRANTED}",
        f"ferries-wait   stands                       {GRANTED}",
    ]


def test_a_step_that_is_not_accepted_is_told_with_what_it_changes(project, argmap):
    _, out, _ = argmap("labels", "pier.yml", "--reject", "the-price", "--reject", "by-adding-up")
    first = [(line.split()[0], line.split()[1]) for line in out.splitlines()[:3]]
    assert first == [("build-it", "falls"), ("the-price", "falls"), ("by-adding-up", "falls")]
    assert "This step falls in this map: it is not accepted." in out.splitlines()[1]


def test_the_thesis_is_first_wherever_it_is_written(project, argmap):
    Path("pier.yml").write_text(Path("pier.yml").read_text().replace("thesis: build-it", "thesis: too-dear"))
    _, out, _ = argmap("labels", "pier.yml", "--reject", "by-adding-up")
    assert [line.split()[0] for line in out.splitlines()] == [
        "too-dear",
        "by-adding-up",
        "build-it",
        "waiting-costs",
        "ferries-wait",
    ]


def test_json_has_labels_reasons_and_sentences(project, argmap):
    status, out, err = argmap("labels", "pier.yml", "--format", "json", "--reject", "too-dear")
    assert (status, err) == (0, "")
    assert list(json.loads(out)) == ["version", "thesis", "claims", "changed"]
    assert json.loads(out) == {
        "version": 1,
        "thesis": "build-it",
        "claims": {
            "build-it": {
                "label": "stands",
                "reason": {"code": "supported", "ids": ["build-it.because.1"]},
                "says": "It stands in this map, supported by “Ferries wait 40 minutes for the only pier” "
                "together with “Waiting costs more than a pier would”.",
            },
            "ferries-wait": {"label": "stands", "reason": {"code": "granted", "ids": []}, "says": GRANTED},
            "waiting-costs": {
                "label": "stands",
                "reason": {"code": "supported", "ids": ["by-adding-up"]},
                "says": "It stands in this map, supported by “Ferries wait 40 minutes for the only pier”.",
            },
            "too-dear": {
                "label": "falls",
                "reason": {"code": "rejected", "ids": []},
                "says": "It falls in this map: it is not accepted.",
            },
        },
        "changed": [],
    }
    assert '\n  "claims": {\n    "build-it": {\n' in out, "indented by two"
    assert "“Ferries" in out, "no escapes where there need be none"


def test_the_claims_of_the_json_are_in_the_order_of_the_map(project, argmap):
    _, out, _ = argmap("labels", "pier.yml", "--format", "json", "--reject", "waiting-costs")
    answer = json.loads(out)
    assert list(answer["claims"]) == ["build-it", "ferries-wait", "waiting-costs", "too-dear"]
    assert answer["changed"] == ["build-it", "waiting-costs", "too-dear"]


@pytest.mark.parametrize(
    ("rejected", "changed"),
    [
        (["by-adding-up"], ["build-it", "waiting-costs", "too-dear"]),  # an argument with an id
        (["build-it.because.1"], ["build-it"]),  # one known by its place
        (["too-dear", "build-it.because.1"], ["build-it"]),
        (["too-dear", "too-dear"], []),
    ],
)
def test_claims_and_steps_may_be_rejected_together(project, argmap, rejected, changed):
    flags = [word for key in rejected for word in ("--reject", key)]
    _, out, _ = argmap("labels", "pier.yml", "--format", "json", *flags)
    assert json.loads(out)["changed"] == changed


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("too-deer", " Did you mean `too-dear`?"),
        ("by-adding", " Did you mean `by-adding-up`?"),
        ("build-it.because.2", " Did you mean `build-it.because.1`?"),
        ("ü", ""),
    ],
)
def test_rejecting_what_is_not_there(project, argmap, given, hint):
    said = f"argmap: The map has no claim or argument `{given}`.{hint}\n"
    assert argmap("labels", "pier.yml", "--reject", "too-dear", "--reject", given) == (2, "", said)


def test_a_broken_map_has_no_labels(project, argmap):
    status, out, err = argmap("labels", "broken.yml")
    assert (status, out) == (1, "")
    assert err.startswith("broken.yml:9:16: error[")


def test_a_missing_map_has_no_labels(project, argmap):
    status, out, err = argmap("labels", "none.yml", "--format", "json")
    assert (status, out) == (2, "")
    assert err.startswith("none.yml: error[unreadable]: There is no such file.")


def test_an_error_found_later_keeps_no_label_back(project, argmap):
    status, out, err = argmap("labels", "misquoted.yml", "--format", "json")
    assert status == 1
    assert json.loads(out)["claims"]["build-it"]["label"] == "stands"
    assert "error[quote-not-found]" in err


def test_a_warning_does_not_fail(project, argmap):
    status, out, err = argmap("labels", "unused.yml")
    assert status == 0
    assert len(out.splitlines()) == 5
    assert "warning[unused-claim]" in err


def test_sentences_are_in_the_map_s_language_and_on_one_line(project, argmap):
    Path("fa.yml").write_text(
        "argmap: 1\ntitle: اسکله\nthesis: a\nlanguage: fa\nclaims:\n"
        '  a: {text: بسازید, because: [b]}\n  b: {text: "صف\\nدراز"}\n',
        "utf-8",
    )
    _, out, _ = argmap("labels", "fa.yml")
    first, _ = out.splitlines()
    assert first.startswith("a  stands  ")
    assert "صف دراز" in first


def test_the_map_of_the_article(monkeypatch, argmap):
    monkeypatch.chdir(ROOT)
    status, out, err = argmap("labels", "docs/maps/russia-iran.yml", "--format", "json")
    labels = {claim: verdict["label"] for claim, verdict in json.loads(out)["claims"].items()}
    assert (status, err) == (0, "")
    assert (labels["outside-logic"], labels["alliance"]) == ("stands", "undecided")
