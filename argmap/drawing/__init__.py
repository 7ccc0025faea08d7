"""A view of a map as SVG: Graphviz says where things go, argmap how they look and what they mean."""

from argmap.drawing.draw import Drawing, Options, draw, standalone
from argmap.drawing.engine import EngineError
from argmap.drawing.outline import Outline, OutlineArgument, OutlineClaim

__all__ = ["Drawing", "EngineError", "Options", "Outline", "OutlineArgument", "OutlineClaim", "draw", "standalone"]
