"""How far a command has got, on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(total: int) -> Iterator[Callable[[Iterable[str]], None]]:
    """A bar on standard error; what is given says some lines above it and moves it on by one."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Drawn anew by whoever moves it, not by a thread: processes are copied from this one while it is there.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=total)

        def step(lines: Iterable[str]) -> None:
            for line in lines:
                # As it is: no words are signs here, and lines are as long as they are.
                bar.console.print(line, soft_wrap=True, markup=False, highlight=False, emoji=False)
            bar.update(task, advance=1, refresh=True)

        yield step
