"""What differs between two versions of a text, as a unified diff.

difflib alone takes time that grows with the cube of a text in which most lines have changed and many are repeated, as
those of a large map are. So lines that each version has once, such as those with a claim's id, are paired first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher

CONTEXT = 3  # lines around a change
MOST_PAIRS = 1_000_000  # of lines to compare between two that are paired: two stretches of 1,000


def diff(old: Sequence[str], new: Sequence[str], name: str) -> Iterator[str]:
    """The lines of a unified diff, each with its line break if it has one; none where nothing differs."""
    for nth, group in enumerate(_Paired(None, old, new, autojunk=False).get_grouped_opcodes(CONTEXT)):
        if not nth:
            yield from (f"--- {name}\n", f"+++ {name}\n")
        (_, old_start, _, new_start, _), (_, _, old_end, _, new_end) = group[0], group[-1]
        yield f"@@ -{_stretch(old_start, old_end)} +{_stretch(new_start, new_end)} @@\n"
        for tag, i, j, k, m in group:
            if tag == "equal":
                yield from (f" {line}" for line in old[i:j])
            else:
                yield from (f"-{line}" for line in old[i:j])
                yield from (f"+{line}" for line in new[k:m])


def _stretch(start: int, end: int) -> str:
    """Lines as a diff names them: from 1, and an empty stretch by the line before it."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


class _Paired(SequenceMatcher[str]):
    """difflib's comparison, between lines that are paired beforehand."""

    a: Sequence[str]
    b: Sequence[str]

    def get_matching_blocks(self) -> list[Match]:
        """Stretches that both have, in order, and an empty one at the end."""
        found: list[Match] = []
        i = k = 0
        for j, m in (*_pairs(self.a, self.b), (len(self.a), len(self.b))):
            found += _blocks(self.a, self.b, (i, j), (k, m))
            if j < len(self.a):
                found.append(Match(j, m, 1))
            i, k = j + 1, m + 1
        return [*_joined(found), Match(len(self.a), len(self.b), 0)]


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The most lines that both have just once and in the same order, by their numbers."""
    once_in_old, places = Counter(old), {line: at for at, line in enumerate(new)}
    once_in_new = Counter(new)
    common = [
        (at, places[line]) for at, line in enumerate(old) if once_in_old[line] == 1 and once_in_new.get(line) == 1
    ]
    # The longest rising sequence: for each length the pair that ends one so long the earliest, and which went before.
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(common):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    chosen, number = [], last[-1] if last else -1
    while number >= 0:
        chosen.append(common[number])
        number = before[number]
    return chosen[::-1]


def _blocks(
    old: Sequence[str], new: Sequence[str], within_old: tuple[int, int], within_new: tuple[int, int]
) -> Iterator[Match]:
    """Stretches that two stretches have in common; none where they are too long to be compared."""
    (i, j), (k, m) = within_old, within_new
    if 0 < (j - i) * (m - k) <= MOST_PAIRS:
        matcher = SequenceMatcher(None, old[i:j], new[k:m], autojunk=False)
        yield from (Match(i + a, k + b, size) for a, b, size in matcher.get_matching_blocks() if size)


def _joined(blocks: Sequence[Match]) -> Iterator[Match]:
    """The same with those that touch made one."""
    start, other, length = 0, 0, 0
    for a, b, size in blocks:
        if (a, b) == (start + length, other + length):
            length += size
        else:
            if length:
                yield Match(start, other, length)
            start, other, length = a, b, size
    if length:
        yield Match(start, other, length)
