"""On what the thesis turns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from argmap.model import Label
from argmap.reasoning.knots import knots
from argmap.reasoning.rule import Issue, decide, issues, parts, weigh
from argmap.reasoning.settling import settle

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def pivotal(argument_map: ArgumentMap) -> tuple[str, ...]:
    """The claims whose rejection alone changes the thesis's label, in the order of the map.

    Only claims on which the thesis depends are tried. The cost is linear where each claim bears on one
    thing and nothing runs in a circle; a claim that bears on several, or on a circle, costs a labelling
    of all that lies between it and the thesis.
    """
    every = issues(argument_map)
    relevant = {key: every[key] for key in _reachable([argument_map.thesis], _needs(every))}
    turning = _Turning(argument_map.thesis, relevant)
    return tuple(
        claim
        for claim in argument_map.claims
        if claim in relevant and claim != argument_map.thesis and turning.turns(claim, Label.FALLS)
    )


class _Turning:
    """What changes the label of the thesis; answers are kept, for they are asked for again and again."""

    def __init__(self, thesis: str, issues: Mapping[str, Issue]) -> None:
        needs = _needs(issues)
        settled = settle(issues, {})
        self._thesis = thesis
        self._issues = issues
        self._labels = {key: settled[key].label if key in settled else Label.UNDECIDED for key in issues}
        self._dependents = _reversed(needs)
        self._on_circles = {key for knot in knots(needs) for key in knot if len(knot) > 1 or key in needs[key]}
        self._answers: dict[tuple[str, Label], bool] = {}

    def turns(self, key: str, label: Label) -> bool:
        """Whether the thesis's label changes when this issue's label is made that one."""
        way = []
        while (key, label) not in self._answers:
            way.append((key, label))
            onward = self._dependents[key] - {key}
            if label is self._labels[key] or key == self._thesis:
                self._answers[key, label] = label is not self._labels[key]
            elif len(onward) == 1 and not onward & self._on_circles:
                # What bears on one thing alone matters only by what becomes of that.
                (above,) = onward
                label = self._label_of(above, {key: label})
                key = above
            else:
                self._answers[key, label] = self._turns_by_settling(key, label)
        answer = self._answers[key, label]
        self._answers |= dict.fromkeys(way, answer)
        return answer

    def _label_of(self, key: str, changed: Mapping[str, Label]) -> Label:
        return decide(weigh(self._issues[key], lambda part: changed.get(part, self._labels[part])))

    def _turns_by_settling(self, key: str, label: Label) -> bool:
        above = _reachable(self._dependents[key], self._dependents) - {key}
        settled = settle({each: self._issues[each] for each in above}, self._labels | {key: label})
        now = settled[self._thesis].label if self._thesis in settled else Label.UNDECIDED
        return now is not self._labels[self._thesis]


def _needs(issues: Mapping[str, Issue]) -> dict[str, list[str]]:
    """For each issue what its label depends on directly."""
    return {
        key: [part for argument in (*issue.because, *issue.but) for part in parts(argument)]
        for key, issue in issues.items()
    }


def _reversed(edges: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {key: set() for key in edges}
    for key, others in edges.items():
        for other in others:
            found[other].add(key)
    return found


def _reachable(start: Iterable[str], edges: Mapping[str, Iterable[str]]) -> set[str]:
    seen = set(start)
    stack = list(seen)
    while stack:
        for there in edges[stack.pop()]:
            if there not in seen:
                seen.add(there)
                stack.append(there)
    return seen
