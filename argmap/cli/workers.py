"""Work spread over the machine's cores, where there is enough of it to make up for starting processes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from argmap.cli.report import CommandError, Status

WORTH_IT = 64_000  # bytes of maps in all
MOST, LARGEST = 32, 64_000  # maps and bytes of a portion: few enough to divide evenly and to show how far it has got

INTERRUPTED = int(Status.INTERRUPTED)

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")


def spread(
    work: Callable[[list[Item], Shared], Result], items: Sequence[Item], sizes: Sequence[int], shared: Shared
) -> Iterator[Result]:
    """The results of the work on all items, portion by portion, in order; `sizes` are those of their files, in bytes.

    What a process takes to start is paid once for each core. Raises what `work` raises.
    """
    cores = _cores() if sum(sizes) >= WORTH_IT else 1
    portions = _portions(items, sizes, MOST if cores == 1 else min(MOST, -(-len(items) // (4 * cores))))
    cores = min(cores, len(portions))
    if cores == 1:
        yield from (work(portion, shared) for portion in portions)
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    # Where a process can be had as a copy of this one, nothing is loaded again.
    context = get_context("fork" if sys.platform == "linux" else None)
    pool = ProcessPoolExecutor(cores, context, initializer=_wait_quietly)
    try:
        for future in [pool.submit(_heeding, work, portion, shared) for portion in portions]:
            yield future.result()
    except BrokenExecutor:
        raise CommandError("A process that drew maps was ended, by the system if it needed too much memory.") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _portions(items: Sequence[Item], sizes: Sequence[int], most: int) -> list[list[Item]]:
    """The items in order, as many together as may be."""
    found: list[list[Item]] = []
    held = 0
    for item, size in zip(items, sizes, strict=True):
        if not found or len(found[-1]) == most or held + size > LARGEST:
            found.append([])
            held = 0
        found[-1].append(item)
        held += size
    return found


def _heeding(work: Callable[[list[Item], Shared], Result], portion: list[Item], shared: Shared) -> Result:
    """Work that can be interrupted: what it has begun it puts away, and takes no more. Whoever waits for it was
    interrupted as well.
    """
    if _is_deaf():
        return work(portion, shared)
    waiting = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        result = work(portion, shared)
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)
    signal.signal(signal.SIGINT, waiting)
    return result


def _wait_quietly() -> None:
    """A process that has nothing to do ends without a word when it is interrupted."""
    if not _is_deaf():
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))


def _is_deaf() -> bool:
    """Whether whoever started the command wants it to go on when others are interrupted, as `nohup` and `&` do."""
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
