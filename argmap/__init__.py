"""argmap: publish what an article argues, as diagrams and pages of a site."""

__version__ = "0.1.0"
