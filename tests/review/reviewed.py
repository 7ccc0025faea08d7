"""Small maps with places and quotes, and what the review finds in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.findings import Severity
from argmap.model import Argument, ArgumentMap, Claim, Place, Quote
from argmap.reasoning import label
from argmap.review import RULES, Policy, review

# What is a matter of judgement has maps of its own, in `trips` and `passes`.
NOTES = [name for name, rule in RULES.items() if rule.severity is Severity.NOTE]


@dataclass(frozen=True)
class Anchored:
    """Stands in for `argmap.sources.Anchoring` where a map has no source."""

    spans: dict = field(default_factory=dict)
    texts: dict = field(default_factory=dict)
    coverage: dict = field(default_factory=dict)
    findings: tuple = ()


def at(line, column=3):
    return Place("map.yml", line, column)


def claim(key, *own, line=1, **fields):
    """A claim with its arguments, made by `because` and `but`; the conclusions are filled in here."""
    conclude = [argument(key, number) for number, argument in enumerate(own, start=1)]
    return Claim(
        id=key,
        text=f"Text of {key}.",
        because=tuple(a for a in conclude if not a.attacks),
        but=tuple(a for a in conclude if a.attacks),
        place=at(line),
        **fields,
    )


def because(*premises, own=(), line=1):
    return _argument(premises, own, line, attacks=False)


def but(*premises, own=(), line=1):
    return _argument(premises, own, line, attacks=True)


def _argument(premises, own, line, *, attacks):
    def concluding(conclusion, number, on_argument=False):
        key = f"{conclusion}.{number}"
        nested = [argument(key, n, on_argument=True) for n, argument in enumerate(own, start=1)]
        return Argument(
            id=key,
            conclusion=conclusion,
            attacks=attacks,
            premises=premises,
            on_argument=on_argument,
            because=tuple(a for a in nested if not a.attacks),
            but=tuple(a for a in nested if a.attacks),
            place=at(line, 9),
        )

    return concluding


def quote(exact, line=1, source="report"):
    return Quote(exact=exact, source=source, place=at(line, 12))


def mapped(*claims, thesis=None):
    return ArgumentMap(
        file="map.yml", title="A map", thesis=thesis or claims[0].id, claims={each.id: each for each in claims}
    )


def findings(*claims, spans=None, without=(), thesis=None):
    argument_map = mapped(*claims, thesis=thesis)
    return review(argument_map, Anchored(spans or {}), label(argument_map), Policy(dict.fromkeys([*NOTES, *without])))


def lines(*claims, **options):
    """What an editor sees."""
    return [str(finding) for finding in findings(*claims, **options)]
