"""HTML from a reading of a map; knows nothing of the program that builds the site."""
