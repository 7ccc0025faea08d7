"""A view of a map as SVG: Graphviz says where things go, argmap how they look and what they mean."""

from argmap.drawing.draw import DARK, Drawing, Options, dark_palette, draw, draw_narrow, standalone, style_sheet
from argmap.drawing.engine import EngineError
from argmap.drawing.outline import Outline, OutlineArgument, OutlineClaim
from argmap.drawing.relations import bearing, relations
from argmap.drawing.views import Selection

__all__ = [
    "DARK",
    "Drawing",
    "EngineError",
    "Options",
    "Outline",
    "OutlineArgument",
    "OutlineClaim",
    "Selection",
    "bearing",
    "dark_palette",
    "draw",
    "draw_narrow",
    "relations",
    "standalone",
    "style_sheet",
]
