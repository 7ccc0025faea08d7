"""What each rule finds, in a sentence: of the review's, their own; of the notation's and the sources', these."""

from __future__ import annotations

from collections.abc import Mapping

NOTATION: Mapping[str, str] = {
    "unreadable": "A file that cannot be read as a map.",
    "syntax": "Text that is no YAML.",
    "control-character": "A character that cannot be seen or that changes the order of a text.",
    "nesting": "Lists and mappings too deep inside each other.",
    "second-document": "A second document in one file.",
    "anchor": "An anchor of YAML's, which is not part of the notation.",
    "alias": "An alias of YAML's, which is not part of the notation.",
    "merge-key": "A merge key of YAML's, which is not part of the notation.",
    "tag": "A tag of YAML's, which is not part of the notation.",
    "key": "A key that is no word.",
    "duplicate-key": "A key that stands twice in its mapping.",
    "duplicate-id": "An id that two claims or arguments have.",
    "id": "An id of other signs than lower-case letters, digits and hyphens, or that does not begin with a letter.",
    "type": "A value of another kind than its field takes.",
    "value": "A value that is none of those that its field takes.",
    "version": "A version of the notation that argmap does not know.",
    "empty": "A field with nothing in it.",
    "missing-field": "A required field that is not there.",
    "unknown-field": "A field that the notation does not have.",
    "unknown-reference": "A name of what is not in the map.",
    "missing-source": "A quote that does not say which of the map's sources it is from.",
    "missing-why": "A strength other than normal without a reason.",
    "supported-claim": "A claim with arguments for it that is `assumed` or has a strength as well.",
    "implicit-quote": "A claim that is quoted and implicit.",
    "date": "A date that is not YYYY, YYYY-MM or YYYY-MM-DD, or a day that never was.",
    "language": "A language that is not named by its tag.",
    "url": "An address of a kind that is not linked to.",
}

SOURCES: Mapping[str, str] = {
    "source-missing": "A source whose file is not there.",
    "source-outside": "A source whose file lies outside the project.",
    "source-not-a-file": "A source whose file is not a regular file.",
    "source-too-large": "A source whose file is too large.",
    "source-encoding": "A source whose file is not UTF-8.",
    "source-unreadable": "A source whose file cannot be read.",
    "quote-not-found": "A quote that does not stand in its source word for word.",
    "quote-ambiguous": "A quote that stands in its source more than once.",
    "quote-context": "A quote that does not stand between the words given around it.",
    "reads-differs": "A quote whose `reads` differs from it in more than spacing, case and punctuation.",
    "same-name": "Two maps of one name.",
}


def description(rule: str) -> str:
    """What a rule finds; nothing where nobody has said it."""
    from argmap.review import RULES

    if rule in RULES:
        return RULES[rule].summary
    return NOTATION.get(rule) or SOURCES.get(rule, "")
