"""Several drawings that ask for layouts at once: few processes, and none suffers for another."""

import pytest
from drawn_maps import drawn, golden, maps, plain, scene_of, selected, written_out
from hypothesis import HealthCheck, given, settings

from argmap.drawing import Options, dot, draw_columns, engine, together
from argmap.drawing.cards import WIDEST, set_cards
from argmap.drawing.dot import Stagger
from argmap.drawing.engine import EngineError
from argmap.drawing.together import answer, answer_all
from argmap.model import View

at_random = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.fixture
def rounds(monkeypatch):
    """The sources of each process; a source that says "bad" fails it."""
    seen = []

    def lay_out(source, found, **_):
        seen.append(source.split("\n"))
        if "bad" in source:
            raise EngineError("it failed")
        return source.upper().encode()

    def lay_out_all(sources, found, **_):
        return lay_out("\n".join(sources), found).split(b"\n")

    monkeypatch.setattr(engine, "lay_out", lay_out)
    monkeypatch.setattr(engine, "lay_out_all", lay_out_all)
    return seen


def asking(*questions):
    """Asks one after the other, and comes to all the answers."""
    answers = []
    for question in questions:
        answers += yield question
    return answers


def test_what_all_ask_at_a_time_is_answered_by_one_process(rounds):
    found = answer_all([asking(["a", "b"], ["c"]), asking(["a"]), asking(["d"], ["e"])], None, time_limit=1)
    assert found == [[b"A", b"B", b"C"], [b"A"], [b"D", b"E"]]
    assert rounds == [["a", "b", "d"], ["c", "e"]]


def test_no_process_is_given_more_than_it_is_done_with_in_time(rounds, monkeypatch):
    monkeypatch.setattr(together, "MOST", 5)
    names = ["aa", "bb", "cc", "dd", "e"]
    assert answer_all([asking([name]) for name in names], None, time_limit=1) == [
        [name.upper().encode()] for name in names
    ]
    assert rounds == [["aa", "bb"], ["cc", "dd", "e"]]


def test_one_that_fails_fails_alone(rounds):
    first, second = answer_all([asking(["a"], ["c"]), asking(["bad"])], None, time_limit=1)
    assert first == [b"A", b"C"]
    assert isinstance(second, EngineError)
    with pytest.raises(EngineError, match="it failed"):
        answer(asking(["bad"]), None, time_limit=1)


def test_a_large_one_keeps_no_other_waiting(rounds, monkeypatch):
    monkeypatch.setattr(together, "LARGE", 3)
    assert answer_all([asking(["a"]), asking(["large"]), asking(["b"])], None, time_limit=1) == [
        [b"A"],
        [b"LARGE"],
        [b"B"],
    ]
    assert rounds == [["a", "b"], ["large"]]


def test_who_asks_nothing_is_not_waited_for(rounds):
    assert answer_all([asking(), asking(["a"])], None, time_limit=1) == [[], [b"A"]]
    assert answer_all([], None, time_limit=1) == []


def test_drawn_together_is_drawn_the_same():
    readings = [golden("russian"), plain({"t": {"because": ["a"]}, "a": {}}), golden("persian")]
    together_ = draw_columns([(reading, View(), "#{}".format) for reading in readings], prefix="m-c-")
    assert [column.svg for column in together_] == [drawn(reading).column for reading in readings]


def test_a_view_of_nothing_is_said_and_the_others_are_drawn():
    reading = plain({"t": {"because": ["a"]}, "a": {}})
    views = [View(), View(tags=("none",)), View(focus="a")]
    columns = draw_columns([(reading, view, "#{}".format) for view in views], prefix="", options=Options())
    assert [column.svg is None for column in columns] == [False, True, False]
    assert [[finding.rule for finding in column.findings] for column in columns] == [[], ["empty-view"], []]


@at_random
@given(maps())
def test_no_way_to_stagger_is_left_out_that_makes_a_difference(text):
    reading = written_out(text)
    scene = scene_of(reading)
    cards = set_cards(scene, reading, selected(reading), WIDEST)
    names = {group.id: group.name for group in reading.map.groups.values()}

    def sources(staggers):
        return {dot.write(scene, cards, names, stagger=stagger).source for stagger in staggers}

    assert sources(Stagger) == sources(dot.staggers(scene))
    assert len(sources(dot.staggers(scene))) == len(dot.staggers(scene))
