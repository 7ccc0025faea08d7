"""Laws of renaming: there and back again is the same file, however the map is written."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from written_maps import MAPS, PLACES, STYLES, as_map, commented, maps, written

from argmap.editing.manuscript import Manuscript, read_manuscript
from argmap.editing.references import Kind, defined
from argmap.editing.renaming import Renaming, renamed
from argmap.notation import parse_map
from argmap.notation.document import read_document


def there_and_back(manuscript, kind, old):
    there = renamed(manuscript, Renaming("map", kind, old, "z-new"))
    assert "z-new" in there.text
    assert old not in defined(read_document("", there.text).root)[kind]
    back = renamed(there, Renaming("map", kind, "z-new", old))
    # A word that YAML could take for something else comes back in quotes.
    assert re.sub("[\"']", "", back.text) == re.sub("[\"']", "", manuscript.text)
    return there


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_id_of_every_map_of_the_house(path):
    manuscript = read_manuscript(path)
    for kind, names in defined(read_document("", manuscript.text).root).items():
        for name in names:
            there_and_back(manuscript, kind, name)


@settings(max_examples=40)
@given(maps(), STYLES, PLACES, st.data())
def test_a_claim_of_a_generated_map(found, style, places, data):
    text = written(found, style)
    assume(as_map(text))
    noted = commented(text, places)
    manuscript = Manuscript(Path("map.yml"), noted if as_map(noted) else text)
    name = data.draw(st.sampled_from(sorted(found["claims"])))
    there = there_and_back(manuscript, Kind.CLAIM, name)
    assert len(parse_map(there.text, "map.yml").claims) == len(found["claims"])


def test_spacing_around_an_id_stays():
    text = "argmap: 1\ntitle: A\nthesis: |\n\n  a\nclaims:\n  a: { text: A. }\n"
    there = there_and_back(Manuscript(Path("map.yml"), text), Kind.CLAIM, "a")
    assert "thesis: |\n\n  z-new\n" in there.text
