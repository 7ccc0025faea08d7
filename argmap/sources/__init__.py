"""The article: its text and sentences, where each quote stands in it, what nobody quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.collector import resting
from argmap.findings import Finding, in_order
from argmap.sources.anchors import check, locate, yaml_string
from argmap.sources.coverage import Sentence, Use, cover, uncovered
from argmap.sources.files import SourceError, project_of, read
from argmap.sources.text import Span, Text, text_of, utf16

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Quote

__all__ = ["Anchoring", "Sentence", "Span", "Text", "Use", "anchor", "project_of", "uses", "utf16", "yaml_string"]


@dataclass(frozen=True)
class Anchoring:
    """Where a map stands in its sources. All offsets count code points of `Text.text`.

    A source that cannot be read has no text, no coverage, and one finding; a quote without a span has
    a finding of its own, or a source that cannot be read.
    """

    texts: Mapping[str, Text]
    spans: Mapping[Quote, Span]
    coverage: Mapping[str, tuple[Sentence, ...]]
    findings: tuple[Finding, ...]


@resting()
def anchor(argument_map: ArgumentMap, *, project: Path | None = None) -> Anchoring:
    """Read the map's sources and find every quote in them: verbatim and once, or not at all.

    `project` is the folder that sources may not leave; by default the one that the map's file is in.
    Nothing is raised: whatever is wrong is a finding.
    """
    used = uses(argument_map)
    texts, unread = _texts(argument_map, project or project_of(Path(argument_map.file)))
    spans: dict[Quote, Span] = {}
    findings: list[Finding] = []
    for quote in dict.fromkeys(use.quote for use in used if use.quote.source in texts):
        found = locate(quote, texts)
        if isinstance(found, Finding):
            findings.append(found)
        else:
            spans[quote] = found
            findings.extend(check(quote, texts[quote.source], found))
    coverage = {source: cover(text, used, spans) for source, text in texts.items()}
    notes = (
        note
        for source, sentences in coverage.items()
        for note in uncovered(argument_map.sources[source], texts[source], sentences)
    )
    return Anchoring(texts, spans, coverage, in_order((*unread, *findings, *notes)))


def _texts(argument_map: ArgumentMap, project: Path) -> tuple[dict[str, Text], tuple[Finding, ...]]:
    """The texts that could be read, and what is wrong with the others."""
    map_file = Path(argument_map.file)
    texts: dict[str, Text] = {}
    findings: list[Finding] = []
    for source in argument_map.sources.values():
        try:
            path, content = read(source, map_file=map_file, project=project)
        except SourceError as error:
            findings.append(error.finding)
        else:
            texts[source.id] = text_of(source.id, path, content, argument_map.language)
    return texts, tuple(findings)


def uses(argument_map: ArgumentMap) -> tuple[Use, ...]:
    """Every quote of the map with what quotes it, in the order of the map."""
    asked = argument_map.question.quotes if argument_map.question else ()
    return (
        *(Use(quote, asks=True) for quote in asked),
        *(Use(quote, id=claim.id) for claim in argument_map.claims.values() for quote in claim.quotes),
        *(Use(quote, id=argument.id) for argument in argument_map.arguments.values() for quote in argument.quotes),
        *(Use(aside.quote, aside=aside.why) for source in argument_map.sources.values() for aside in source.asides),
    )
