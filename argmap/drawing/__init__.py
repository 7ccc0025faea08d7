"""A view of a map as SVG: Graphviz says where things go, argmap how they look and what they mean."""
