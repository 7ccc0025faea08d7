"""What argmap adds to the cost of a build of this project's site: `python benchmarks/site_build.py`.

See `README.md` for what is measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from frozen import build_command, build_environment, copied, frozen

HOUSE = Path(__file__).parent.parent
COLD_LIMIT, WARM_LIMIT = 0.5, 0.2  # seconds of CPU more than the frozen site


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="What argmap adds to the cost of a build of this project's site.")
    parser.add_argument("--rounds", type=int, default=9, help="of three builds each (default: %(default)s)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        real, plain = copied(HOUSE, Path(folder, "real")), frozen(HOUSE, Path(folder, "frozen"))
        cost(real)  # whatever Python compiles is compiled
        costs = list(zip(*measured(real, plain, rounds), strict=True))
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()},")
    print(f"{os.cpu_count()} cores; {rounds} rounds of `mkdocs build --strict`; seconds of CPU\n")
    print("\n".join(table(*costs)))


def measured(real: Path, plain: Path, rounds: int) -> Iterator[tuple[float, float, float]]:
    """For each round what the frozen site costs, the real one without a cache, and again with the cache filled."""
    for _ in range(rounds):
        without = cost(plain)
        shutil.rmtree(real / ".cache", ignore_errors=True)
        yield without, cost(real), cost(real)


def cost(project: Path) -> float:
    """Seconds of CPU of one build, the processes that it started included."""
    process = subprocess.Popen(build_command(project), cwd=project, env=build_environment())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"A build ended with status {process.returncode}; without argmap's sites there is no measure.")
    return used.ru_utime + used.ru_stime


def table(plain: Sequence[float], cold: Sequence[float], warm: Sequence[float]) -> Iterator[str]:
    """The lines of a table: each site's own cost, then what argmap adds, pair by pair."""
    yield f"{'':32}{'min':>8}{'median':>8}{'max':>8}"
    yield _row("frozen", plain)
    yield _row("with argmap, nothing cached", cold)
    yield _row("with argmap, nothing changed", warm)
    yield ""
    for name, costs, limit in (("nothing cached", cold, COLD_LIMIT), ("nothing changed", warm, WARM_LIMIT)):
        more = [one - other for one, other in zip(costs, plain, strict=True)]
        ratio = median(one / other for one, other in zip(costs, plain, strict=True))
        yield f"{_row(f'more, {name}', more)}   at most {limit:g}; {ratio:.2f} times the frozen site"


def _row(name: str, values: Sequence[float]) -> str:
    return f"{name:32}{min(values):8.3f}{median(values):8.3f}{max(values):8.3f}"


if __name__ == "__main__":
    main()
