"""What every test shares."""

from hypothesis import settings

# A shared machine is slow now and then; how fast argmap is, the benchmarks tell.
settings.register_profile("argmap", deadline=None)
settings.load_profile("argmap")
