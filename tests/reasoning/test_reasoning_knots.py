"""Strongly connected components."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.reasoning.knots import knots


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=4)))
def test_knots_are_the_nodes_that_reach_each_other(some_edges):
    edges = {node: some_edges.get(node, []) for node in "abcdef"}
    reach = {node: {node} for node in edges}
    for _ in edges:
        reach = {node: found.union(*(reach[n] for f in found for n in edges[f])) for node, found in reach.items()}
    mutual = {frozenset(n for n in edges if n in reach[node] and node in reach[n]) for node in edges}
    assert {frozenset(knot) for knot in knots(edges)} == mutual
