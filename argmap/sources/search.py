"""Where words stand in a text. Many searches of a long text do not read it all each time."""

from __future__ import annotations

from collections.abc import Iterator

SHINGLES = (32, 16)  # characters; a long one stands in fewer places, and a short one in short quotes too
READ = 10_000_000  # characters; when so many have been read through, an index pays
MOST = 1_000  # places to look at; where there are more, the text repeats itself, and is read through


class Search:
    """A text that is searched again and again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read = 0
        self._indexes: dict[int, dict[str, list[int]]] = {}

    def places(self, words: str) -> Iterator[int]:
        """Every place of some words, in order, overlapping ones too. There are to be some."""
        known = self._known(words)
        if known is not None:
            yield from known
            return
        self._read += len(self._text)
        at = self._text.find(words)
        while at >= 0:
            yield at
            at = self._text.find(words, at + 1)

    def _known(self, words: str) -> list[int] | None:
        """The places as the index knows them; None where it is no help."""
        length = next((length for length in SHINGLES if len(words) >= 2 * length - 1), 0)
        if self._read < READ or not length:
            return None
        # Wherever the words stand, one of their first shingles stands at a multiple of its length.
        index = self._index(length)
        likely = [index.get(words[shift : shift + length], ()) for shift in range(length)]
        if sum(map(len, likely)) > MOST:
            return None
        stand = self._text.startswith
        shifted = enumerate(likely)
        return sorted(
            at - shift for shift, found in shifted for at in found if at >= shift and stand(words, at - shift)
        )

    def _index(self, length: int) -> dict[str, list[int]]:
        """Where in the text each shingle of a length stands, of those that begin at a multiple of it."""
        found = self._indexes.get(length)
        if found is None:
            found = self._indexes[length] = {}
            for at in range(0, len(self._text) - length + 1, length):
                found.setdefault(self._text[at : at + length], []).append(at)
        return found
