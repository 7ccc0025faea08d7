"""The benchmarks are scripts; what they measure with can be imported as they do it."""

import sys

from house import HOUSE

# Last: no module of theirs takes the place of another.
sys.path.append(str(HOUSE / "benchmarks"))
