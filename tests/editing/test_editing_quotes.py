"""What becomes of quotes when the text changes, state by state, and what is written for them."""

from pathlib import Path

import pytest

from argmap import notation, sources
from argmap.editing.diagnosis import State, diagnose
from argmap.editing.manuscript import read_manuscript
from argmap.editing.repair import repaired

HEAD = "argmap: 1\ntitle: A pier\nthesis: a\nsources:\n  s: { file: s.txt }\n"
TEXT = "In May, ferries wait fortyminutes. The town's council will decide, it says."


@pytest.fixture
def doctor(tmp_path):
    """Looks at the quote of a claim `a` in a text; gives its diagnosis and the fields of the claim after mending."""

    def look(quote, text=TEXT, head=HEAD, **others):
        (tmp_path / "mkdocs.yml").touch()
        for name, content in {"s": text, **others}.items():
            (tmp_path / f"{name}.txt").write_text(content, "utf-8")
        before = f"{head}claims:\n  a:\n    text: A.\n"
        path = tmp_path / "map.yml"
        path.write_text(f"{before}{quote}", "utf-8")
        manuscript = read_manuscript(path)
        argument_map = notation.parse_map(manuscript.text, str(path))
        (found,) = diagnose(argument_map, sources.anchor(argument_map))
        if not found.safe:
            return found, None
        return found, repaired(manuscript, argument_map, {found.quote: found.proposed}).written.removeprefix(before)

    return look


class TestStates:
    def test_exact(self, doctor):
        assert doctor("    quote: ferries wait fortyminutes\n")[0].state == State.EXACT

    def test_edited_where_spacing_case_or_punctuation_differ(self, doctor):
        found, written = doctor('    quote: "The towns council will decide it says"\n')
        assert (found.state, found.safe) == (State.EDITED, True)
        assert written == '    quote: "The town\'s council will decide, it says"\n'

    def test_lost_where_a_letter_differs_with_the_words_that_may_be_meant(self, doctor):
        found, _ = doctor("    quote: The town's council has to decide, it says\n")
        assert (found.state, found.proposed, found.safe) == (State.LOST, None, False)
        assert found.suggested == "The town's council will decide, it says"

    def test_lost_where_a_digit_differs(self, doctor):
        found, _ = doctor('    quote: "It costs 4.5 million"\n', text="It costs 45 million.")
        assert (found.state, found.proposed) == (State.LOST, None)

    def test_lost_without_anything_like_it(self, doctor):
        found, _ = doctor("    quote: Fish swim in the sea\n")
        assert (found.state, found.suggested) == (State.LOST, "")

    def test_ambiguous_with_what_tells_each_place(self, doctor):
        found, _ = doctor("    quote: ferries wait\n", text="In May, ferries wait. In June, ferries wait.")
        assert (found.state, found.safe) == (State.AMBIGUOUS, False)
        assert [choice.prefix for choice in found.choices] == ["May,", "June,"]

    def test_ambiguous_where_only_the_letters_stand_several_times(self, doctor):
        found, _ = doctor("    quote: ferries wait\n", text="In May, ferries, wait. In June, ferrieswait.")
        assert (found.state, [choice.exact for choice in found.choices]) == (
            State.AMBIGUOUS,
            ["ferries, wait", "ferrieswait"],
        )

    def test_moved_where_the_words_around_it_changed_their_punctuation(self, doctor):
        found, written = doctor('    quote: { exact: ferries wait, prefix: "In may " }  # why\n')
        assert (found.state, found.safe) == (State.MOVED, True)
        assert written == '    quote: { exact: ferries wait, prefix: "In May, " }  # why\n'

    def test_moved_and_left_to_a_reader_where_no_word_around_it_is_there(self, doctor):
        found, written = doctor("    quote: { exact: ferries wait, prefix: In August }\n")
        assert (found.state, found.safe, written) == (State.MOVED, False, None)
        assert found.proposed.prefix == "In May,"

    def test_moved_to_another_source(self, doctor):
        head = HEAD + "  t: { file: t.txt }\n"
        found, written = doctor("    quote: { exact: boats queue, source: s }\n", head=head, t="All boats queue.")
        assert (found.state, found.safe) == (State.MOVED, True)
        assert written == "    quote: { exact: boats queue, source: t }\n"

    def test_an_aside_belongs_to_its_source(self, doctor):
        head = HEAD.replace("}", "aside: [{ exact: boats queue, why: w }] }").replace("file: s.txt", "file: s.txt,")
        found, _ = doctor("", head=head + "  t: { file: t.txt }\n", t="All boats queue.")
        assert (found.owner, found.state) == ("aside of s", State.LOST)

    def test_of_several_places_the_context_decides_where_it_speaks_for_one(self, doctor):
        text = "In May, ferries wait. In June, ferries wait. In July, ferries wait."
        found, written = doctor('    quote:\n      exact: ferries wait\n      prefix: "IN JUNE"\n', text=text)
        assert found.safe
        assert written == '    quote:\n      exact: ferries wait\n      prefix: "In June,"\n'

    def test_a_context_that_fits_in_part_is_repaired_in_part(self, doctor):
        text = "In May, ferries wait long. In June, ferries wait here."
        quote = '    quote: { exact: ferries wait, prefix: "In August, ", suffix: " here." }\n'
        found, written = doctor(quote, text=text)
        assert found.safe
        assert written == '    quote: { exact: ferries wait, prefix: "In June,", suffix: " here." }\n'


class TestReads:
    """What readers are shown stays good: `reads` is kept, taken away or added."""

    def test_it_goes_where_the_text_was_repaired(self, doctor):
        quote = '    quote:\n      exact: "ferrieswait"\n      reads: "ferries wait"\n    note: N.\n'
        assert doctor(quote)[1] == '    quote:\n      exact: "ferries wait"\n    note: N.\n'
        assert doctor("    quote: { exact: ferrieswait, reads: ferries wait }\n")[1] == (
            "    quote: { exact: ferries wait }\n"
        )

    def test_it_stays_where_it_still_repairs(self, doctor):
        quote = "    quote: { exact: ferrieswait fortyminutes, reads: ferries wait forty minutes }\n"
        assert (
            doctor(quote)[1] == "    quote: { exact: ferries wait fortyminutes, reads: ferries wait forty minutes }\n"
        )

    def test_it_is_added_where_the_text_runs_words_together(self, doctor):
        assert doctor('    quote: "ferries wait forty minutes"   # c\n')[1] == (
            '    quote: { exact: "ferries wait fortyminutes", reads: "ferries wait forty minutes" }   # c\n'
        )
        assert doctor("    quote:\n      exact: wait forty minutes  # c\n    note: N.\n")[1] == (
            '    quote:\n      exact: wait fortyminutes  # c\n      reads: "wait forty minutes"\n    note: N.\n'
        )

    def test_it_is_not_added_where_only_the_punctuation_is_another(self, doctor):
        assert doctor("    quote: The town’s council\n")[1] == "    quote: The town's council\n"

    def test_a_remark_beside_it_is_kept_and_so_is_the_field(self, doctor):
        quote = "    quote:\n      exact: ferrieswait\n      reads: ferries wait  # as it should be\n"
        assert doctor(quote)[1] == quote.replace("ferrieswait", "ferries wait")


class TestStyles:
    """The new words stand in the style of the old ones, or in the simplest that can hold them."""

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("the towns council", "The town's council"),
            ("'the towns council'", "'The town''s council'"),
            ('"the towns council"', '"The town\'s council"'),
            ("[ the towns council ]", "[ The town's council ]"),
            ("[ 'MAY ferries' ]", "[ 'May, ferries' ]"),
            ("[ MAY ferries ]", '[ "May, ferries" ]'),
            ("MAY ferries", "May, ferries"),
            ("the\n      towns council", "The town's council"),
            (">-  # c\n      the towns\n      council\n", ">-  # c\n      The town's council\n"),
            ("|\n       the towns council\n\n", "|\n       The town's council\n\n"),
        ],
    )
    def test_a_style(self, doctor, old, new):
        end = "" if old.endswith("\n") else "\n"
        assert doctor(f"    quote: {old}{end}    note: N.\n")[1] == f"    quote: {new}{end}    note: N.\n"

    def test_words_that_would_be_a_number_are_put_in_quotes(self, doctor):
        assert doctor("    quote: 19,50\n", text="In 19,50 it was.")[0].state == State.EXACT
        assert doctor("    quote: (1950)\n", text="In 1950 it was.")[1] == '    quote: "1950"\n'

    def test_what_is_too_long_for_a_line_takes_several(self, doctor):
        words = "word " * 20 + "and on"
        text = words.replace(" ", "", 1) + "."
        assert doctor(f'    quote: "{words}"\n', text=text)[1] == (
            f'    quote:\n      exact: "{text[:-1]}"\n      reads: "{words}"\n'
        )
        assert doctor(f'    quote:\n      - "{words}"', text=text)[1] == (
            f'    quote:\n      - exact: "{text[:-1]}"\n        reads: "{words}"'
        )


def test_every_other_byte_stays(tmp_path):
    (tmp_path / "s.txt").write_text(TEXT, "utf-8")
    written = (
        f"\ufeff{HEAD}# a remark \nclaims:\n  a:   \n    text:   A.\n    quote:    'FERRIES wait'  # b\n"
        "\n\n    note: >\n\n      N.  \n    because: [ a,a]"
    ).replace("\n", "\r\n")
    path = tmp_path / "map.yml"
    path.write_bytes(written.encode())
    manuscript = read_manuscript(path)
    argument_map = notation.parse_map(manuscript.text, str(path))
    (found,) = diagnose(argument_map, sources.anchor(argument_map))
    new = repaired(manuscript, argument_map, {found.quote: found.proposed})
    assert new.content.decode() == written.replace("FERRIES", "ferries")
    assert Path(path).read_bytes() == written.encode()
