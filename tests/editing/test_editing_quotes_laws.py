"""Laws of mending: letters and digits stay, whatever the text became and however the map is written."""

import tempfile
from pathlib import Path

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from written_maps import STYLES, as_map, written

from argmap import notation, sources
from argmap.editing.diagnosis import State, diagnose
from argmap.editing.manuscript import Manuscript
from argmap.editing.repair import repaired
from argmap.findings import Finding
from argmap.sources.anchors import locate
from argmap.sources.fold import difference

WORDS = st.sampled_from(
    ["Irans", "an", "alliance", "5.5", "28", "(the", "West)", "«du»", "no", "ma'am", "sea:", "#1", "é"]
)
GAPS = st.sampled_from([" ", ", ", "", "\n", "’", " – ", ". ", "  "])


@st.composite
def edited_articles(draw):
    """An article as it is, and quotes of it as they were before it was edited."""
    words = draw(st.lists(WORDS, min_size=4, max_size=12))
    now, before = (["".join(word + draw(GAPS) for word in words)] for _ in range(2))
    text, old = now[0].strip(), before[0].strip()
    cuts = draw(st.lists(st.tuples(st.integers(0, len(old)), st.integers(1, 25)), min_size=1, max_size=3))
    quotes = [old[start : start + length].strip() for start, length in cuts]
    assume(text and all(quotes))
    return text, quotes


@settings(max_examples=100)
@given(edited_articles(), STYLES, st.data())
def test_what_is_written_is_the_source_s_words_with_the_quote_s_letters(article, style, data):
    text, quotes = article
    forms = [
        data.draw(
            st.sampled_from(
                [words, {"exact": words}, {"exact": words, "reads": words}, {"prefix": words, "exact": words}]
            )
        )
        for words in quotes
    ]
    found = {
        "argmap": 1,
        "title": "T",
        "thesis": "a",
        "sources": {"s": {"file": "s.txt"}},
        "claims": {"a": {"text": "A.", "quote": forms if len(forms) > 1 else forms[0], "note": "N."}},
    }
    text_of_map = written(found, style)
    assume(as_map(text_of_map))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "map.yml")
        Path(folder, "s.txt").write_text(text, "utf-8")
        argument_map = notation.parse_map(text_of_map, str(path))
        anchoring = sources.anchor(argument_map)
        diagnoses = diagnose(argument_map, anchoring)
        safe = {each.quote: each.proposed for each in diagnoses if each.safe}
        after = notation.parse_map(repaired(Manuscript(path, text_of_map), argument_map, safe).text, str(path))
        again = diagnose(after, sources.anchor(after))
    event(f"mended: {len(safe)}")
    for old, new in safe.items():
        assert difference(old.exact, new.exact) is None
        assert not isinstance(locate(new, anchoring.texts), Finding)
        assert not new.reads or difference(new.exact, new.reads) is None
    left = sorted(each.state for each in diagnoses if each.state != State.EXACT and not each.safe)
    assert sorted(each.state for each in again if each.state != State.EXACT) == left
