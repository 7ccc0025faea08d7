"""What each rule is about, in a sentence: of the review's, their own; of the notation's and the sources', these."""

from __future__ import annotations

from collections.abc import Mapping

NOTATION: Mapping[str, str] = {
    "unreadable": "A file cannot be read as a map.",
    "syntax": "A map is written in YAML.",
    "control-character": "A map holds no characters that cannot be seen or that change the order of a text.",
    "nesting": "Lists and mappings do not stand too deep inside each other.",
    "second-document": "A file holds one map.",
    "anchor": "YAML's anchors are not part of the notation.",
    "alias": "YAML's aliases are not part of the notation.",
    "merge-key": "YAML's merge keys are not part of the notation.",
    "tag": "YAML's tags are not part of the notation.",
    "key": "A key is a word.",
    "duplicate-key": "A key stands once in its mapping.",
    "duplicate-id": "Claims and arguments share their ids: each has its own.",
    "id": "An id has lower-case letters, digits and hyphens, and begins with a letter.",
    "type": "A field takes a value of its kind.",
    "value": "A field takes one of its values.",
    "version": "The version of the notation is one that argmap knows.",
    "empty": "What is written has something in it.",
    "missing-field": "Required fields are there.",
    "unknown-field": "Only the notation's fields are there.",
    "unknown-reference": "What is named is in the map.",
    "missing-source": "A quote says which of the map's sources it is from.",
    "missing-why": "A strength other than normal has its reason.",
    "supported-claim": "Only a claim without arguments for it is assumed or has a strength.",
    "implicit-quote": "A claim is quoted or implicit, not both.",
    "date": "A date is YYYY, YYYY-MM or YYYY-MM-DD, and there is such a day.",
    "language": "A language is named by its tag.",
    "url": "An address is of a kind that can be linked to.",
}

SOURCES: Mapping[str, str] = {
    "source-missing": "The file of a source is there.",
    "source-outside": "The file of a source lies in the project.",
    "source-not-a-file": "The file of a source is a regular file.",
    "source-too-large": "The file of a source is not too large.",
    "source-encoding": "The file of a source is UTF-8.",
    "source-unreadable": "The file of a source can be read.",
    "quote-not-found": "A quote stands in its source word for word.",
    "quote-ambiguous": "A quote stands in its source once.",
    "quote-context": "What is said to stand around a quote stands there.",
    "cut-number": "A quote does not cut a number in two.",
    "reads-differs": "How a quote reads differs from it in spacing, case and punctuation alone.",
    "uncovered-sentence": "Every sentence of a source is quoted or set aside.",
    "same-name": "Every map of a project has a name of its own.",
}


def description(rule: str) -> str:
    """What a rule is about; nothing where nobody has said it."""
    from argmap.review import RULES

    if rule in RULES:
        first, _, _ = (RULES[rule].__doc__ or "").partition("\n")
        return first
    return NOTATION.get(rule) or SOURCES.get(rule, "")
