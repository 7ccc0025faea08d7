"""Anchors: where a quote stands in its source. Verbatim and once, or not at all; never fuzzy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from argmap.findings import Finding, Severity
from argmap.sources.fold import difference, fold
from argmap.sources.text import Span, Text, is_whole, normal

if TYPE_CHECKING:
    from argmap.model import Quote

_COUNTED = 100  # places of an ambiguous quote, and no more: "e" need not be counted in a whole book
_SHOWN = 3
_AGREEMENT = 8  # folded characters: with fewer in common, where the words part tells nothing
_NUMBER = re.compile(r"(?:(?<!\w)[-−–])?\d+(?:[.,٫٬]\d+)*(?:\s?[%٪‰])?")
_WIDEST_NUMBER = 40


class Words(NamedTuple):
    """The normalised words of a quote."""

    exact: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, quote: Quote) -> Words:
        """The quote's words as they are looked for."""
        return cls(normal(quote.exact), normal(quote.prefix), normal(quote.suffix))


def locate(quote: Quote, texts: Mapping[str, Text]) -> Span | Finding:
    """Where the quote stands in its source, or the finding that says why it has no place there."""
    text, words = texts[quote.source], Words.of(quote)
    found = list(islice((span for span in places(words.exact, text) if fits(words, text, span)), _COUNTED + 1))
    if found:
        return found[0] if len(found) == 1 else _ambiguous(quote, text, found)
    stands_elsewhere = next(places(words.exact, text), None) is not None
    return _out_of_context(quote, words, text) if stands_elsewhere else _not_found(quote, words, texts)


def check(quote: Quote, text: Text, span: Span) -> Iterator[Finding]:
    """What is wrong with a quote that has its place."""
    differs = difference(normal(quote.exact), normal(quote.reads)) if quote.reads else None
    if differs:
        theirs, ours = (f"“{_clip(words)}”" if words else "nothing" for words in differs)
        yield Finding(
            *quote.place,
            "reads-differs",
            Severity.ERROR,
            f"`reads` may repair spacing, case and punctuation only, but has {ours} where the source has {theirs}.",
            "keep the source's words, or quote without `reads`",
        )
    number = _cut_number(text, span)
    if number:
        yield Finding(
            *quote.place,
            "cut-number",
            Severity.WARNING,
            f"The quote takes a part only of the number “{text[number].strip()}”.",
            "quote the whole number",
        )


def yaml_string(words: str) -> str:
    """The words as a double-quoted YAML scalar on one line, ready to paste."""
    return f'"{"".join(map(_escaped, words))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    # The joiners are letters' companions in Persian and Hindi; escaped, the words could not be read.
    if character.isprintable() or character in "\u200c\u200d":
        return character
    return f"\\u{ord(character):04x}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08x}"


def places(words: str, text: Text) -> Iterator[Span]:
    """Every place of the words in the text, overlapping ones too; none of no words."""
    for at in text.search.places(words) if words.strip() else ():
        span = Span(at, at + len(words))
        if is_whole(text.text, span):
            yield span


def fits(words: Words, text: Text, span: Span) -> bool:
    """Whether prefix and suffix stand around this place. Spacing between them and the quote may be left out."""
    start, end = span
    before = text.text.endswith(words.prefix, 0, start)
    while not before and start > 0 and text.text[start - 1].isspace():
        start -= 1
        before = text.text.endswith(words.prefix, 0, start)
    after = text.text.startswith(words.suffix, end)
    while not after and end < len(text.text) and text.text[end].isspace():
        end += 1
        after = text.text.startswith(words.suffix, end)
    return before and after


def _not_found(quote: Quote, words: Words, texts: Mapping[str, Text]) -> Finding:
    if not words.exact.strip():
        return _error(quote, "quote-not-found", "The quote has no words.", "quote some, or leave `quote` out")
    message = f"The source `{quote.source}` does not have these words: “{_clip(words.exact)}”."
    return _error(quote, "quote-not-found", message, _meant(quote, words, texts))


def _meant(quote: Quote, words: Words, texts: Mapping[str, Text]) -> str:
    """The hint for words that are not in the source."""
    text = texts[quote.source]
    candidates = list(islice(suggestions(words.exact, text), _COUNTED + 1))
    verbatim = list(dict.fromkeys(text[span] for span in candidates))
    if len(candidates) == 1:
        return f"did you mean {yaml_string(verbatim[0])}? Repairs go into `reads`"
    if candidates:
        ways = ", ".join(map(yaml_string, verbatim[:_SHOWN]))
        return f"apart from spacing, case and punctuation they are there {_times(len(candidates))}: {ways}"
    for other in texts.values():
        if other.id != text.id and next(places(words.exact, other), None):
            return f"the source `{other.id}` has them: did you mean `source: {other.id}`?"
    return _parting(words.exact, text)


def suggestions(typed: str, text: Text) -> Iterator[Span]:
    """The places whose words differ from the typed ones in spacing, case and punctuation only."""
    wanted, folded = fold(typed), text.folded
    if not wanted.words:
        return
    head, tail = typed[: wanted.origins[0]].strip(), typed[wanted.origins[-1] + 1 :].strip()
    at = folded.words.find(wanted.words)
    while at >= 0:
        last = at + len(wanted.words) - 1
        span = _with_punctuation(text, Span(folded.origins[at], folded.origins[last] + 1), head, tail)
        # They may fold otherwise on their own: what was found may begin in half a "ß", or lack its sign.
        if fold(text[span]).words == wanted.words and is_whole(text.text, span) and not _cut_number(text, span):
            yield span
        at = folded.words.find(wanted.words, at + 1)


def _with_punctuation(text: Text, span: Span, head: str, tail: str) -> Span:
    """The span with the punctuation that was typed around it, where the text has it."""
    start = span.start - len(head) if text.text.endswith(head, 0, span.start) else span.start
    end = span.end + len(tail) if text.text.startswith(tail, span.end) else span.end
    return Span(start, end)


def _parting(typed: str, text: Text) -> str:
    """How far the typed words agree with the text, and how each goes on."""
    wanted, folded = fold(typed), text.folded
    shared, too_many = 0, len(wanted.words) + 1
    while too_many - shared > 1:  # what begins found words is found: the longest such beginning, by halving
        middle = (shared + too_many) // 2
        if wanted.words[:middle] in folded.words:
            shared = middle
        else:
            too_many = middle
    if shared < _AGREEMENT:
        return "quote the source's words exactly, its faults included"
    start = folded.words.find(wanted.words[:shared])
    begin, at = folded.origins[start], folded.origins[start + shared - 1] + 1
    typed_at = wanted.origins[shared - 1] + 1
    if not (text.text[at : at + 1].isspace() and typed[typed_at : typed_at + 1].isspace()):
        at, typed_at = _word_start(text.text, begin, at), _word_start(typed, wanted.origins[0], typed_at)
    agreed = _clip_front(text.text[begin:at])
    theirs, ours = _clip(text.text[at : at + 80], 40), _clip(typed[typed_at:], 40)
    return f"after “{agreed}” the source goes on “{theirs}”, the quote “{ours}”"


def _word_start(text: str, begin: int, end: int) -> int:
    """Where the last word of a stretch begins; its end where it is one word, as in a script without spaces."""
    at = end
    while at > begin and not text[at - 1].isspace():
        at -= 1
    return at if at > begin else end


def _out_of_context(quote: Quote, words: Words, text: Text) -> Finding:
    spans = list(islice(places(words.exact, text), _COUNTED + 1))
    context = [f"after “{_clip(words.prefix)}”"] * bool(words.prefix) + [f"before “{_clip(words.suffix)}”"] * bool(
        words.suffix
    )
    nowhere = "not" if len(spans) == 1 else "never"
    message = f"The quote stands {_times(len(spans))} in `{quote.source}`, but {nowhere} {' and '.join(context)}."
    return _error(quote, "quote-context", message, f"it stands in {_contexts(text, spans)}")


def _ambiguous(quote: Quote, text: Text, found: list[Span]) -> Finding:
    longer = " a longer" if quote.prefix or quote.suffix else " a"
    return _error(
        quote,
        "quote-ambiguous",
        f"The quote stands {_times(len(found))} in `{quote.source}`: “{_clip(normal(quote.exact))}”.",
        f"give{longer} `prefix` or `suffix`, or quote more words; it stands in {_contexts(text, found)}",
    )


def _contexts(text: Text, spans: list[Span]) -> str:
    """The surroundings of the first places, the quote itself in brackets."""
    shown = (_context(text, span) for span in spans[:_SHOWN])
    return " and in ".join(f"“{context}”" for context in shown) + (" and others" if len(spans) > _SHOWN else "")


def _context(text: Text, span: Span) -> str:
    before = text.text[max(span.start - 24, 0) : span.start]
    after = text.text[span.end : span.end + 24]
    return " ".join(f"{before}[{_clip(text[span], 24)}]{after}".split())


def _cut_number(text: Text, span: Span) -> Span | None:
    """The number of which the span takes a part only, if there is one."""
    for at in span:
        if not _is_in_numbers(text.text[max(at - 1, 0) : at], text.text[at : at + 1]):
            continue
        window = max(at - _WIDEST_NUMBER, 0), at + _WIDEST_NUMBER
        for match in _NUMBER.finditer(text.text, *window):
            if match.start() < at < match.end():
                return Span(*match.span())
    return None


def _is_in_numbers(before: str, after: str) -> bool:
    """Whether a number may go on from one character to the next."""
    return before.isdecimal() or after.isdecimal() or after in ("%", "٪", "‰")


def _error(quote: Quote, rule: str, message: str, hint: str) -> Finding:
    return Finding(*quote.place, rule, Severity.ERROR, message, hint)


def _times(count: int) -> str:
    if count > _COUNTED:
        return f"more than {_COUNTED} times"
    return "once" if count == 1 else f"{count} times"


def _clip(words: str, width: int = 60) -> str:
    line = " ".join(words.split())
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"


def _clip_front(words: str, width: int = 40) -> str:
    line = " ".join(words.split())
    return line if len(line) <= width else f"…{line[1 - width :].lstrip()}"
