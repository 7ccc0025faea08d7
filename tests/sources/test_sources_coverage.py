"""Which sentences the map quotes or sets aside, and which it passes over."""

THREE = "Ferries wait long. The harbour is old. A pier is dear."


def touched(anchoring):
    return [(s.quoted_by, s.aside, s.asked) for s in anchoring.coverage["report"]]


def notes(anchoring):
    return [finding for finding in anchoring.findings if finding.severity == "note"]


def test_each_sentence_knows_who_quotes_it_and_why_it_is_set_aside(anchored, build):
    source = build.source(asides=[(build.quote("harbour is old"), "background")])
    result = anchored(
        THREE,
        sources=[source],
        claims={"thesis": [build.quote("pier is dear")], "waiting": [build.quote("wait long. The")]},
        because=(build.argument("a", build.quote("dear"), but=(build.argument("b", build.quote("is dear.")),)),),
        question=(build.quote("Ferries"),),
    )
    assert touched(result) == [
        (("waiting",), (), True),
        (("waiting",), ("background",), False),
        (("thesis", "a", "b"), (), False),
    ]
    assert result.findings == ()


def test_a_note_names_the_sentences_that_are_passed_over(anchored, build):
    result = anchored(THREE, build.quote("harbour"))
    (note,) = notes(result)
    assert note.rule == "uncovered-sentence"
    assert "Of the 3 sentences of `report`, 2 are" in note.message
    assert "“Ferries wait long.”, “A pier is dear.”" in note.message


def test_a_quote_that_begins_in_the_space_before_a_sentence_does_not_touch_the_one_before(anchored, build):
    result = anchored("Ferries wait.   A pier is dear.", build.quote(" A pier"))
    assert [sentence.covered for sentence in result.coverage["report"]] == [False, True]


def test_a_quote_that_is_not_found_covers_nothing(anchored, build):
    result = anchored(THREE, build.quote("Ferries fly"))
    assert not any(sentence.covered for sentence in result.coverage["report"])


def test_each_source_is_covered_by_its_own_quotes(anchored, build, project):
    (project / "docs/maps/letter.txt").write_text("Ferries wait long.", "utf-8")
    sources = [build.source(), build.source("letter", "letter.txt")]
    result = anchored("Ferries wait long.", build.quote("Ferries", source="letter"), sources=sources)
    assert [note.message.split("`")[1] for note in notes(result)] == ["report"]


def test_a_source_without_words_has_nothing_to_cover(anchored):
    assert anchored(" \n").findings == ()
