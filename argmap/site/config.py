"""The plugin's options. Those of the maps themselves stand in `[tool.argmap]`, where the command line finds them."""

from mkdocs.config import config_options as option
from mkdocs.config.base import Config


class ArgmapConfig(Config):
    """Options of the plugin `argmap` in `mkdocs.yml`."""

    pages = option.Type(bool, default=True)
    """Whether a claims page and source pages are generated for each map."""
