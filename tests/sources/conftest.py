"""Builders of small maps and texts, straight from the model."""

from pathlib import Path

import pytest

from argmap.model import Argument, ArgumentMap, Aside, Claim, Place, Question, Quote, Source
from argmap.sources import anchor
from argmap.sources.text import text_of

HERE = Path("docs/maps/map.yml")


class Build:
    """Says in a test only what the test is about."""

    def __init__(self):
        self.lines = 0

    def place(self):
        self.lines += 1
        return Place("map.yml", self.lines, 7)

    def quote(self, exact, source="report", **given):
        return Quote(exact=exact, source=source, place=self.place(), **given)

    def text(self, content, source="report", language="en"):
        return text_of(source, Path("report.txt"), content, language)

    def argument(self, name, *quotes, but=()):
        return Argument(
            id=name,
            conclusion="thesis",
            attacks=False,
            premises=("thesis",),
            quotes=quotes,
            but=but,
            place=self.place(),
        )

    def source(self, name="report", file="report.txt", asides=()):
        asides = tuple(Aside(quote=quote, why=why) for quote, why in asides)
        return Source(id=name, file=file, asides=asides, place=self.place(), file_place=self.place())

    def map(self, file, *quotes, sources=None, because=(), question=(), language="en", claims=None):
        claims = claims or {"thesis": quotes}
        sources = sources or (self.source(),)
        return ArgumentMap(
            file=str(file),
            title="A map",
            thesis="thesis",
            question=Question(text="Is it so?", quotes=question),
            language=language,
            claims={
                name: Claim(
                    id=name,
                    text="It is so.",
                    quotes=tuple(quoted),
                    because=because if name == "thesis" else (),
                    place=self.place(),
                )
                for name, quoted in claims.items()
            },
            sources={source.id: source for source in sources},
        )


@pytest.fixture(scope="session")
def build():
    return Build()


@pytest.fixture
def project(tmp_path):
    """A project with an empty folder for maps; write `report.txt` beside the map."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "docs/maps").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def anchored(project, build):
    """Anchor a map that quotes a text: `anchored("Ferries wait.", build.quote("wait"))`."""

    def run(content, *quotes, **given):
        (project / "docs/maps/report.txt").write_text(content, "utf-8", newline="")
        return anchor(build.map(project / HERE, *quotes, **given))

    return run


@pytest.fixture
def rules():
    """The rules of an anchoring's findings, notes apart."""

    def of(anchoring):
        return [finding.rule for finding in anchoring.findings if finding.severity != "note"]

    return of
