"""A map by its data file, which is what the page's script knows of it."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from published import Published


class Data:
    """A map as its data file has it, and what follows from that by definition."""

    def __init__(self, published: Published, name: str) -> None:
        self.data = json.loads((published.folder / f"maps/{name}.json").read_text("utf-8"))
        self.claims = {claim["id"]: claim for claim in self.data["claims"]}
        self.arguments = {argument["id"]: argument for argument in self.data.get("arguments", [])}
        self.words: dict[str, str] = self.data["words"]
        self.thesis: str = self.data["thesis"]

    def above(self, argument: dict[str, Any]) -> str:
        """The claim on which an argument bears in the end."""
        on = argument["on"]
        return self.above(self.arguments[on]) if on in self.arguments else on

    @cached_property
    def links(self) -> set[tuple[str, str]]:
        """A premise, and the claim above it."""
        return {(premise, self.above(each)) for each in self.arguments.values() for premise in each["premises"]}

    def near(self, claim: str, depth: int = 1) -> set[str]:
        """The claims at most so many steps away, and the claim."""
        found = {claim}
        for _ in range(depth):
            found |= {other for pair in self.links if found & {*pair} for other in pair}
        return found

    def below(self, claims: Iterable[str]) -> set[str]:
        """The claims and all that is under them."""
        found = {*claims}
        while more := {premise for premise, above in self.links if above in found} - found:
            found |= more
        return found

    def unfolded(self, *folded: str) -> set[str]:
        """What some way down from a root leads to that goes through none of these."""
        links = {(premise, above) for premise, above in self.links if above not in folded}
        found = {self.thesis, *(claim for claim in self.claims if not any(claim == low for low, _ in self.links))}
        while more := {premise for premise, above in links if above in found} - found:
            found |= more
        return found

    def having(self, kind: str, values: Iterable[str], labels: dict[str, str]) -> set[str]:
        """The claims that have one of these values."""
        of: dict[str, Callable[[dict[str, Any]], Iterable[str]]] = {
            "group": lambda claim: [claim.get("group", "")],
            "actor": lambda claim: claim.get("actors", []),
            "tag": lambda claim: claim.get("tags", []),
            "label": lambda claim: [labels[claim["id"]]],
        }
        return {claim["id"] for claim in self.claims.values() if {*values} & {*of[kind](claim)}}

    def seen(self, view: str) -> set[str]:
        """The claims of a view."""
        wanted = next(each for each in self.data["views"] if each["id"] == view)
        found = {*self.claims}
        for kind, key in (("group", "groups"), ("actor", "actors"), ("tag", "tags")):
            if key in wanted:
                found &= self.having(kind, wanted[key], {})
        return found & self.near(wanted["focus"], wanted.get("depth", 1)) if "focus" in wanted else found

    def touching(self, claim: str) -> list[dict[str, Any]]:
        """The arguments that a claim is a premise of, and those that bear on it."""
        return [each for each in self.arguments.values() if claim in each["premises"] or self.above(each) == claim]

    def related(self, claim: str) -> set[str]:
        """The claims that are in one of these."""
        return {claim}.union(*({*each["premises"], self.above(each)} for each in self.touching(claim)))

    def say(self, key: str, **values: Any) -> str:
        return self.words[key].format(**values)
