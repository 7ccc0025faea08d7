"""What was probably meant: the known name that is most like an unknown one."""

from __future__ import annotations

from collections.abc import Collection

from argmap.notation.scalars import shown

_LONGEST = 80


class Suggestions:
    """Guesses at misspelt names.

    Comparing is slow, so there is a limit to it: a map of ten thousand mistakes is answered at once too,
    only without a guess at every one.
    """

    def __init__(self, comparisons: int = 100_000) -> None:
        self._left = comparisons

    def closest(self, word: str, known: Collection[str]) -> str | None:
        """The known name most like this word, if any is like it."""
        if len(word) > _LONGEST or len(known) > self._left:
            return None
        from difflib import get_close_matches  # most maps have no mistakes

        self._left -= len(known)
        normal = word.strip().lower().replace("_", "-").replace(" ", "-")
        spellings = {name.replace("_", "-"): name for name in known}
        found = get_close_matches(normal, spellings, n=1)
        return spellings[found[0]] if found else None

    def hint(self, word: str, known: Collection[str], otherwise: str) -> str:
        """ "did you mean `ferries-wait`?", or something else to say where nothing is like the word."""
        found = self.closest(word, known)
        return f"did you mean {shown(found)}?" if found else otherwise
