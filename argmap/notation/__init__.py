"""YAML -> model: a strict document with positions, its schema, the reader."""

from argmap.notation.reader import parse_map, read_map

__all__ = ["parse_map", "read_map"]
