"""The labels of a map, and what they become when something is not accepted."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from argmap.collector import resting
from argmap.findings import meant
from argmap.model import Argument, ArgumentMap, Label
from argmap.reasoning.reasons import reason_for
from argmap.reasoning.rule import issues, state_of
from argmap.reasoning.settling import settle
from argmap.reasoning.verdict import State, Verdict


@resting()
def label(argument_map: ArgumentMap, rejected: Collection[str] = ()) -> Mapping[str, Verdict]:
    """The verdict on every claim, and on the inference of every argument, by id.

    `rejected` names claims and arguments that a reader does not accept; of an argument that is its
    inference. Raises ValueError for an id that the map has not. Takes time linear in the map.
    """
    _check(argument_map, rejected)
    found = issues(argument_map, rejected)
    settled = settle(found, {})
    return {
        key: Verdict(
            settled[key].label if key in settled else Label.UNDECIDED,
            reason_for(issue, settled, rejected),
        )
        for key, issue in found.items()
    }


def state(argument: Argument, verdicts: Mapping[str, Verdict]) -> State:
    """Whether an argument applies, fails or is open, by the verdicts on its inference and premises."""
    return state_of(argument, lambda part: verdicts[part].label)


def changed(before: Mapping[str, Verdict], after: Mapping[str, Verdict]) -> tuple[str, ...]:
    """The ids, known to both, whose label differs; in the order of the first."""
    return tuple(key for key, verdict in before.items() if key in after and after[key].label is not verdict.label)


def _check(argument_map: ArgumentMap, rejected: Collection[str]) -> None:
    for key in rejected:
        if key not in argument_map.claims and key not in argument_map.arguments:
            hint = meant(key, [*argument_map.claims, *argument_map.arguments])
            said = f" {hint[0].upper()}{hint[1:]}" if hint else ""
            raise ValueError(f"The map has no claim or argument `{key}`.{said}")
