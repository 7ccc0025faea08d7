"""Many layouts asked for together: to start the engine takes as long as a small layout."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TypeAlias, TypeVar

from argmap.drawing import engine
from argmap.drawing.engine import Engine, EngineError

# Characters of DOT.
LARGE = 20_000  # what has more is laid out by itself, and keeps nothing else waiting
MOST = 400_000  # what one process is given: it is done with it in a small part of its time

Result = TypeVar("Result")
Asking: TypeAlias = Generator[Sequence[str], Sequence[bytes], Result]
"""Asks for the layouts of several DOT sources at once, as often as it likes, and comes to a result.

Where a layout is not to be had, an `EngineError` is raised in it.
"""


def answer(asking: Asking[Result], found: Engine, *, time_limit: float) -> Result:
    """What one that asks comes to. Raises `EngineError`."""
    (result,) = answer_all([asking], found, time_limit=time_limit)
    if isinstance(result, EngineError):
        raise result
    return result


def answer_all(all_asking: Iterable[Asking[Result]], found: Engine, *, time_limit: float) -> list[Result | EngineError]:
    """What each of several comes to, or the error that it ends with; what all ask at a time, few processes answer."""
    all_asking = list(all_asking)
    results: dict[int, Result | EngineError] = {}
    asked: dict[int, Sequence[str]] = {}

    answers: Mapping[str, bytes | EngineError] = {}
    waiting: Iterable[int] = range(len(all_asking))
    while waiting:
        for place in waiting:
            try:
                asked[place] = _go_on(all_asking[place], [answers[source] for source in asked.pop(place, ())])
            except StopIteration as end:
                results[place] = end.value
            except EngineError as error:
                results[place] = error
        answers = _lay_out([source for sources in asked.values() for source in sources], found, time_limit)
        waiting = list(asked)
    return [results[place] for place in range(len(all_asking))]


def _go_on(asking: Asking[Result], answers: list[bytes | EngineError]) -> Sequence[str]:
    """What one asks next, given the answers to what it asked before."""
    layouts = [each for each in answers if not isinstance(each, EngineError)]
    if len(layouts) < len(answers):
        return asking.throw(next(each for each in answers if isinstance(each, EngineError)))
    return asking.send(layouts) if layouts else next(asking)


def _lay_out(sources: Sequence[str], found: Engine, time_limit: float) -> Mapping[str, bytes | EngineError]:
    """The layout of each source, or why there is none."""
    small = [source for source in dict.fromkeys(sources) if len(source) <= LARGE]
    answers: dict[str, bytes | EngineError] = {}
    for some in _batches(small):
        # Where one of them cannot be laid out, the others are not to suffer for it.
        with suppress(EngineError):
            answers.update(zip(some, engine.lay_out_all(some, found, time_limit=time_limit), strict=True))
    for source in sources:
        if source not in answers:
            try:
                answers[source] = engine.lay_out(source, found, time_limit=time_limit)
            except EngineError as error:
                answers[source] = error
    return answers


def _batches(sources: Sequence[str]) -> Iterator[list[str]]:
    """As many at a time as one process is given; none where there is nothing to be had by that."""
    batch: list[str] = []
    size = 0
    for source in sources if len(sources) > 1 else ():
        if batch and size + len(source) > MOST:
            yield batch
            batch, size = [], 0
        batch.append(source)
        size += len(source)
    if batch:
        yield batch
