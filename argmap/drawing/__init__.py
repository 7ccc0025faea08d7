"""A view of a map as SVG: Graphviz says where things go, argmap how they look and what they mean.

Graphviz ranks and orders everything. Where there are not too many lines, `squeeze` and `tidy` then draw its
layout together to a column's width, and lines are routed anew; else its own layout stands.
"""

from argmap.drawing.draw import (
    Column,
    Drawing,
    Options,
    draw,
    draw_columns,
    draw_graphs,
    draw_narrow,
    draw_places,
    draw_small,
)
from argmap.drawing.engine import EngineError
from argmap.drawing.key import Sign, key
from argmap.drawing.outline import Outline, OutlineArgument, OutlineClaim
from argmap.drawing.rasteriser import is_legible, picture
from argmap.drawing.relations import bearing, premises, relations
from argmap.drawing.sharecard import HEIGHT as CARD_HEIGHT
from argmap.drawing.sharecard import WIDTH as CARD_WIDTH
from argmap.drawing.sharecard import byline, headline, share_card
from argmap.drawing.standalone import DARK, dark_palette, standalone, style_sheet
from argmap.drawing.svg import inline
from argmap.drawing.views import Selection

__all__ = [
    "CARD_HEIGHT",
    "CARD_WIDTH",
    "DARK",
    "Column",
    "Drawing",
    "EngineError",
    "Options",
    "Outline",
    "OutlineArgument",
    "OutlineClaim",
    "Selection",
    "Sign",
    "bearing",
    "byline",
    "dark_palette",
    "draw",
    "draw_columns",
    "draw_graphs",
    "draw_narrow",
    "draw_places",
    "draw_small",
    "headline",
    "inline",
    "is_legible",
    "key",
    "picture",
    "premises",
    "relations",
    "share_card",
    "standalone",
    "style_sheet",
]
