"""Whatever is written as YAML is read as the text that was meant."""

from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.editing.scalars import block, on_one_line
from argmap.notation.document import plain, read_document
from argmap.notation.scalars import FORBIDDEN

TEXTS = st.text("ab :#-\"'\\,[]{}|>%&*!?@`\n\t é😀\u200c\u2028\xa0\ufeff") | st.text().filter(
    lambda text: not FORBIDDEN.search(text) and "\r" not in text
)


def read(text):
    document = read_document("map.yml", text)
    assert document.findings == ()
    return plain(document.root)


@given(TEXTS, st.sampled_from(["", "'", '"']))
def test_on_one_line_anywhere(text, style):
    for yaml, flow, found in (("k: {}", False, "k"), ("{{ k: {}, l: m }}", True, "k"), ("k: [{}, m]", True, "k")):
        written = on_one_line(text, style, flow=flow)
        assert "\n" not in written
        value = read(yaml.format(written))[found]
        value = value[0] if isinstance(value, list) else value
        # A word may stand for a number or for nothing: whoever writes one for a text asks.
        assert value == text or (style == "" and written == text)


@given(TEXTS, st.sampled_from(["|", ">"]), st.integers(10, 60))
def test_as_a_block(text, style, width):
    written = block(style, text, 4, width)
    assume(written is not None)
    assert read(f"k:\n  l: {written}\nm: n") == {"k": {"l": text}, "m": "n"}
    assert read(f"k:\n  - {written}\n  # c\n  - n") == {"k": [text, "n"]}


@given(st.lists(st.text("ab", min_size=1, max_size=8), min_size=1).map(" ".join), st.integers(12, 60))
def test_a_folded_text_keeps_to_its_width_where_its_words_do(text, width):
    assert all(len(line) <= width for line in block(">", text, 4, width).split("\n"))
