"""Laws of `argmap fmt`: the same map, the same comments, and once is enough."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from written_maps import MAPS, PLACES, STYLES, as_map, commented, maps, written

from argmap.editing.formatting import formatted
from argmap.editing.manuscript import Manuscript, read_manuscript
from argmap.editing.meaning import meaning
from argmap.notation import parse_map
from argmap.notation.document import plain, read_document


def holds(text: str) -> Manuscript:
    """The laws, for one map; gives its canonical form."""
    before = Manuscript(Path("map.yml"), text)
    after = formatted(before)
    assert meaning(parse_map(after.text, "map.yml")) == meaning(parse_map(before.text, "map.yml"))
    assert comments(after.text) == comments(before.text)
    assert formatted(after).written == after.written
    return after


def comments(text: str) -> Counter[str]:
    """The comments, told by the parser: what changes nothing when it says something else."""
    found = Counter()
    for comment in re.finditer(r"# c\d+\.", text):
        otherwise = f"{text[: comment.start()]}# x.{text[comment.end() :]}"
        one, other = (read_document("", each).root for each in (otherwise, text))
        if one and other and plain(one) == plain(other):
            found[comment[0]] += 1
    return found


@settings(max_examples=150)
@given(maps(), STYLES, PLACES)
def test_a_generated_map_is_the_same_map_with_the_same_comments(found, style, places):
    text = written(found, style)
    assume(as_map(text))
    noted = commented(text, places)
    holds(noted if as_map(noted) else text)


@settings(max_examples=60)
@given(st.sampled_from(MAPS), PLACES, st.booleans())
def test_a_written_map_with_comments_anywhere_is_the_same_map(path, places, carriage_returns):
    text = read_manuscript(path).text
    noted = commented(text, places)
    noted = noted if as_map(noted) else text
    after = holds(noted.replace("\n", "\r\n") if carriage_returns else noted)
    assert ("\r\n" in after.written) == carriage_returns


def test_a_comment_within_a_list_in_a_list_is_in_form_at_once():
    text = "argmap: 1\ntitle: A\nthesis: a\nclaims:\n  a:\n    text: A.\n    but:\n      - # c1.\n        - a\n"
    assert "    but:\n      # c1.\n      - [a]\n" in holds(text).text


def test_a_block_that_no_block_can_hold_is_in_form_at_once():
    text = "argmap: 1\ntitle: A\nthesis: a\nclaims:\n  a:\n    text: A.\n    tags:\n      - |-\n        :\u2028\n"
    assert '    tags: [":\\u2028"]\n' in holds(text).text


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_map_of_the_house_stays_what_it_is(path):
    holds(read_manuscript(path).written)
