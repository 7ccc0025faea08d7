"""A project as an editor works on it."""

from harbour import PIER, REPORT

from argmap.lsp.bench import Bench
from argmap.lsp.places import Position

PAGE = """\
# Home

[too dear](argmap:pier#too-dear) and [the map](argmap:pier), as in `[x](argmap:pier#too-dear)`.

```argmap
map: pier
focus: too-dear
groups: [traffic]
```

````markdown
```argmap
peir
```
````
"""


def at(text, mark, inside=0):
    """The place of some words in a text, or of a character in them; they have to be there once."""
    assert text.count(mark) == 1, mark
    before = text[: text.index(mark) + inside]
    return Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


class Workshop:
    """A project's folder, and the bench on it."""

    def __init__(self, folder):
        self.folder, self.bench = folder, Bench()
        self.write("mkdocs.yml", "site_name: Harbour\n")
        self.write("argmap.toml", "[rules]\ngroup-of-one = false\n")
        self.write("report.txt", REPORT)
        self.map = self.write("docs/maps/pier.yml", PIER)
        self.page = self.write("docs/index.md", PAGE)
        self.version = 0

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def types(self, text, path=None):
        """The text is in the editor, and a map has been looked at."""
        path = path or self.map
        self.version += 1
        opened = self.bench.put(path, self.version, text)
        return self.bench.look(opened) if path.suffix == ".yml" else None
