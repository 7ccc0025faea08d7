"""What drawings and their cards are called, for those who do not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.drawing.relations import relations

if TYPE_CHECKING:
    from argmap.drawing.views import Selection
    from argmap.model import View
    from argmap.reading import Reading


def title(reading: Reading, view: View) -> str:
    """What a drawing is called."""
    return reading.words("drawing.title", title=view.title or reading.map.title)


def name(selection: Selection, reading: Reading, claim: str, *, short: bool = False) -> str:
    """What a claim's card is called: role, text, marks, and every relation.

    A `short` name stands where all of that is said beside the drawing.
    """
    words, item = reading.words, reading.map.claims[claim]
    role = words(f"role.{reading.map.role(claim)}")
    if short:
        return f"{role}: {item.mention}"
    found = [f"{role}: {item.text}"]
    marks = [words(f"label.{reading.verdicts[claim].label}"), *reading.remarks.get(claim, ())]
    if item.implicit:
        marks.append(words("drawing.implicit"))
    if item.quotes:
        marks.append(words("drawing.quoted"))
    found.append(", ".join(marks))
    found += relations(selection, claim, words)
    if selection.hidden[claim]:
        found.append(words("drawing.hidden.said", count=selection.hidden[claim]))
    return "; ".join(found)
