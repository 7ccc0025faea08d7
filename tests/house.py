"""Where the project's own things lie."""

from pathlib import Path

HOUSE = Path(__file__).parents[1]
MAPS = HOUSE / "docs" / "maps"
ARTICLE = MAPS / "russia-iran.yml"
