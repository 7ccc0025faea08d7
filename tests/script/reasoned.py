"""What becomes of a map, and what is said of it: by Python, and by the page's script in Node."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from needs import ask_node

from argmap import pages
from argmap.drawing.relations import bearing, relations
from argmap.drawing.views import Selection, select
from argmap.model import ArgumentMap, View
from argmap.pages.data import map_json
from argmap.reading import Reading
from argmap.reasoning import changed, label, says
from argmap.sources import Anchoring
from argmap.words import words_for

SCRIPT = Path(pages.__file__).parent / "assets" / "script"
UNANCHORED = Anchoring({}, {}, {}, ())

InNode = Callable[..., list[dict[str, Any]]]


def known(argument_map: ArgumentMap) -> list[str]:
    """All that a reader can choose not to accept."""
    return [*argument_map.claims, *argument_map.arguments]


@dataclass(frozen=True)
class Case:
    """A map with what a reader does not accept, and the view in which it is drawn."""

    map: ArgumentMap
    rejected: Collection[str] = ()
    view: View = field(default_factory=View)

    @cached_property
    def selection(self) -> Selection:
        return select(self.map, self.view, limit=None)

    @property
    def data(self) -> Any:
        """The map as its page's script gets it."""
        reading = Reading("plain", self.map, UNANCHORED, label(self.map), ())
        return json.loads(map_json(reading, lambda _: None))


def in_python(case: Case) -> dict[str, Any]:
    """What `in_node` answers, by the rooms that build pages."""
    words = words_for(case.map.language)
    verdicts = label(case.map, case.rejected)
    different = changed(label(case.map), verdicts)
    return {
        "labels": {
            key: {"label": verdict.label, "code": verdict.reason.code, "ids": list(verdict.reason.ids)}
            for key, verdict in verdicts.items()
        },
        "changed": [key for key in (*case.map.reading_order, *case.map.arguments) if key in different],
        "direction": words.direction,
        "says": {key: says(case.map, key, verdict, words) for key, verdict in verdicts.items()},
        "bearing": {key: bearing(case.map, argument, words) for key, argument in case.map.arguments.items()},
        "relations": {claim: list(relations(case.selection, claim, words)) for claim in case.map.claims},
    }


def in_node(cases: Sequence[Case], script: Path = SCRIPT) -> list[dict[str, Any]]:
    """What the script answers to each case, from one process. `script` is the folder with its modules."""
    asked = [
        {
            "data": case.data,
            "rejected": list(case.rejected),
            "drawn": [key for key, argument in case.map.arguments.items() if case.selection.shown(argument)],
        }
        for case in cases
    ]
    return ask_node("reason.mjs", {"script": script.as_uri(), "cases": asked})
