"""What is measured with is shaped as people's maps are, and says the same in each notation."""

import os
import subprocess
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest
from formats import argdown, dot, understood_by_argdown, understood_by_argmap, understood_by_graphviz, write
from growing import PER_CROSS_LINK, grown
from hypothesis import given
from hypothesis import strategies as st
from measuring.peers import argdowns

from argmap.drawing import engine

SIZES = st.integers(1, 60)
SEEDS = st.integers(0, 10_000)


def depths(found):
    """How many steps each claim is from the thesis, by the shortest way."""
    steps, edge, into = {found.thesis: 0}, [found.thesis], found.by_conclusion
    for claim in edge:
        for link in into[claim]:
            if link.premise not in steps:
                steps[link.premise] = steps[claim] + 1
                edge.append(link.premise)
    return steps


@given(SIZES, SEEDS)
def test_a_size_and_a_seed_make_the_same_map_every_time(size, seed):
    assert grown(size, seed) == grown(size, seed)


def test_another_seed_makes_another_map():
    assert grown(12, 1) != grown(12, 2)


@given(SIZES, SEEDS)
def test_every_claim_bears_on_the_thesis(size, seed):
    assert depths(grown(size, seed)).keys() == {f"c{number}" for number in range(1, size + 1)}


@pytest.mark.parametrize("size", [12, 50, 200, 1_000])
def test_a_tenth_as_many_links_go_across(size):
    assert len(grown(size).links) == size - 1 + size // PER_CROSS_LINK


def test_texts_have_some_twenty_words():
    assert mean(len(text.split()) for text in grown(200).texts.values()) == pytest.approx(20, abs=1)


def test_a_map_ten_times_as_large_is_only_a_little_deeper():
    small, large = (max(depths(grown(size)).values()) for size in (300, 3_000))
    assert small < large < 2 * small


def test_no_claim_has_more_reasons_than_a_reader_can_take_in():
    conclusions = Counter(link.conclusion for link in grown(1_000).links)
    assert max(conclusions.values()) < 12


@given(SIZES, SEEDS)
def test_argmap_understands_what_was_grown(tmp_path_factory, size, seed):
    whole = grown(size, seed)
    assert understood_by_argmap(write(whole, tmp_path_factory.mktemp("grown"), "map", "yml")) == whole


@pytest.mark.parametrize("size", [1, 2, 12, 60])
def test_graphviz_understands_the_same(size):
    whole = grown(size)
    assert understood_by_graphviz(engine.lay_out(dot(whole), engine.find()).decode()) == whole


def test_argdown_understands_the_same(tmp_path):
    found = argdowns([Path(folder) for folder in os.environ.get("ARGDOWN", "").split(os.pathsep) if folder])
    if not found:
        pytest.skip("Argdown is not installed, or ARGDOWN does not say where")
    whole = grown(60)
    file = write(whole, tmp_path, "map", "argdown")
    for peer in found:
        subprocess.run([*peer.command, "json", file, tmp_path], check=True, capture_output=True)
        assert understood_by_argdown((tmp_path / "map.json").read_text("utf-8")) == whole
    assert argdown(whole) == file.read_text("utf-8")
