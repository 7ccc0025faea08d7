"""YAML -> model: a strict document with positions, its schema, the reader."""
