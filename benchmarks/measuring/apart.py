"""Run a command and say what it cost, its memory included, however little that is.

A process begins as large as the one that starts it, and whoever grew large maps is large. This one is small.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from resource import RUSAGE_CHILDREN, getrusage

_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


def main() -> int:
    """Run the command that the arguments are; its cost as JSON, its status as ours."""
    start = time.perf_counter()
    done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False)
    elapsed, used = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    print(json.dumps({"cpu": cpu, "elapsed": elapsed, "memory": used.ru_maxrss * _MEMORY_UNIT}))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
