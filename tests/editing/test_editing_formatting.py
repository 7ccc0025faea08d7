"""The canonical form of maps, example by example."""

from pathlib import Path

import pytest

from argmap.editing import formatting
from argmap.editing.formatting import formatted
from argmap.editing.manuscript import Manuscript
from argmap.editing.meaning import ChangedMeaningError
from argmap.findings import MapError

HEAD = "argmap: 1\ntitle: A pier\nthesis: a\nclaims:\n"


def fmt(text):
    return formatted(Manuscript(Path("map.yml"), text)).written


def claim(fields):
    """A map's claim `a`, formatted."""
    return fmt(f"{HEAD}{fields}").removeprefix(HEAD)


def test_fields_stand_in_the_order_of_the_reference_and_claims_in_the_editor_s():
    assert fmt("claims:\n  b:\n    note: N.\n    text: B.\n  a: {text: A.}\nthesis: a\ntitle: A pier\nargmap: 1\n") == (
        HEAD + "  b:\n    text: B.\n    note: N.\n  a: { text: A. }\n"
    )


def test_a_comment_moves_with_what_it_precedes_and_one_beside_it_stays_beside_it():
    assert claim("  a:\n    # Why so.\n    note: N.   # beside\n\n    # What.\n    text: A.\n") == (
        "  a:\n\n    # What.\n    text: A.\n    # Why so.\n    note: N.   # beside\n"
    )


def test_a_comment_at_the_margin_stays_there_and_another_is_indented_with_what_it_precedes():
    assert claim("# margin\n      # deep\n  a:\n    text: A.\n") == "# margin\n  # deep\n  a:\n    text: A.\n"


def test_what_stands_above_the_first_field_and_apart_from_it_stays_at_the_top():
    assert fmt("# Licence.\n\n# The title.\ntitle: A pier\nargmap: 1\nthesis: a\nclaims: { a: { text: A. } }") == (
        "# Licence.\n\nargmap: 1\n# The title.\ntitle: A pier\nthesis: a\nclaims: { a: { text: A. } }\n"
    )


def test_ids_stand_in_brackets_and_a_list_with_remarks_does_not():
    assert claim(
        "  a:\n    text: A.\n    tags:\n    - x\n    - 'y, z'\n"
        "    because:\n    -   premises:\n        - a\n    - [ a,a ]\n"
        "    but: [a, # one\n      a] # two\n"
    ) == (
        "  a:\n    text: A.\n    tags: [x, 'y, z']\n    because:\n      - premises: [a]\n      - [a, a]\n"
        "    but: # two\n      - a # one\n      - a\n"
    )


def test_a_remark_beside_the_dash_stands_above_it():
    assert claim("  a:\n    text: A.\n    because:\n      - # why\n        premises: [a]\n") == (
        "  a:\n    text: A.\n    because:\n      # why\n      - premises: [a]\n"
    )


LONG = "word " * 30 + "end."


def test_a_long_text_is_folded_and_a_short_one_is_left_as_it_is_written():
    assert claim(f"  a:\n    text: {LONG}  # c\n    label: 'A'\n") == (
        "  a:\n    text: >-  # c\n      " + ("word " * 23).strip() + "\n      " + "word " * 7 + "end.\n    label: 'A'\n"
    )


def test_a_folded_text_is_filled_anew_and_its_paragraphs_stay():
    assert claim(f"  a:\n    text: A.\n    note: >\n         One\n         two.\n\n         {LONG}\n") == (
        "  a:\n    text: A.\n    note: >\n      One two.\n\n      " + ("word " * 23).strip() + "\n      "
        "word word word word word word word end.\n"
    )


def test_the_lines_of_a_literal_text_stay_as_they_are():
    note = f"    note: |\n      - one\n\n\n        {LONG}\n"
    assert claim(f"  a:\n    text: A.\n{note}") == f"  a:\n    text: A.\n{note}"


def test_the_words_of_a_quote_are_never_wrapped():
    fields = f'  a:\n    text: A.\n    quote:\n      exact: "{LONG}"\n      reads: {LONG}\n'
    sources = "sources: { s: { file: s.txt } }\n"
    head = HEAD.replace("claims", f"{sources}claims")
    assert fmt(head + fields) == head + fields


def test_a_mapping_on_one_line_stays_there_while_it_fits():
    assert claim("  a: {note: 'N.',text: A.}\n") == "  a: { text: A., note: 'N.' }\n"
    assert claim(f"  a: {{text: {'x' * 110}}}\n") == f"  a:\n    text: {'x' * 110}\n"


def test_json_becomes_a_map_of_lines():
    assert fmt('{"thesis":"a","argmap":1,"title":"A pier","claims":{"a":{"text":"A."}}}') == (
        'argmap: 1\ntitle: "A pier"\nthesis: "a"\nclaims: { a: { text: "A." } }\n'
    )


def test_blank_lines_that_follow_each_other_become_one_and_the_last_line_ends():
    assert claim("\n\n  a:\n    text: A.\n\n\n  b: { text: B. }\n\n# end\n\n") == (
        "\n  a:\n    text: A.\n\n  b: { text: B. }\n\n# end\n"
    )


def test_carriage_returns_and_a_byte_order_mark_stay():
    assert fmt(f"\ufeff{HEAD}  a: {{text: A.}}".replace("\n", "\r\n")) == (
        f"\ufeff{HEAD}  a: {{ text: A. }}\n".replace("\n", "\r\n")
    )


def test_a_map_with_mistakes_is_refused():
    with pytest.raises(MapError):
        fmt("argmap: 1\n")


def test_a_form_that_would_be_another_map_is_refused(monkeypatch):
    monkeypatch.setattr(formatting, "canonical", lambda text, root: text.replace("A pier", "Another pier"))
    with pytest.raises(ChangedMeaningError, match="is left as it is"):
        claim("  a: { text: A. }\n")
