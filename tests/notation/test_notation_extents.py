"""Where nodes begin and end in the text, and how they were written."""

from argmap.notation.document import Listing, Mapping, Scalar, locate, read_document

TEXT = """\
plain: words that
  go on   # not these
single: 'it''s'
double: "a \\
  b" # c
literal: | # a remark
  kept

folded: >-
  one
  two
# not this
flow: [a, 'b' ]  # nor this
nested: { k: v,
  l: [] }
block:
  - x
  - y: z # nor this

😀: 😀 here
empty:
"""


def stretch(name):
    node = locate(read_document("map.yml", TEXT).root, [name]).node
    return TEXT[node.start : node.end]


def test_every_node_knows_its_stretch_of_the_text():
    assert stretch("plain") == "words that\n  go on"
    assert stretch("single") == "'it''s'"
    assert stretch("double") == '"a \\\n  b"'
    assert stretch("literal") == "| # a remark\n  kept\n\n"
    assert stretch("folded") == ">-\n  one\n  two\n"
    assert stretch("flow") == "[a, 'b' ]"
    assert stretch("nested") == "{ k: v,\n  l: [] }"
    assert stretch("block") == "- x\n  - y: z"
    assert stretch("😀") == "😀 here"
    assert stretch("empty") == ""


def test_every_key_knows_its_own():
    root = read_document("map.yml", TEXT).root
    assert isinstance(root, Mapping)
    assert [TEXT[key.start : key.end] for key, _ in root.entries.values()] == list(root.entries)


def test_a_scalar_knows_its_style():
    root = read_document("map.yml", TEXT).root
    values = {name: entry.value for name, entry in root.entries.items()}
    styles = {name: value.style for name, value in values.items() if isinstance(value, Scalar)}
    assert styles == {
        "plain": "", "single": "'", "double": '"', "literal": "|", "folded": ">", "😀": "", "empty": ""
    }  # fmt: skip
    assert values["plain"].plain
    assert not values["single"].plain


def test_a_list_and_a_mapping_know_whether_they_stand_in_brackets():
    values = {name: entry.value for name, entry in read_document("map.yml", TEXT).root.entries.items()}
    flow = {name: value.flow for name, value in values.items() if isinstance(value, Listing | Mapping)}
    assert flow == {"flow": True, "nested": True, "block": False}
