"""From the forms of a map without mistakes to the model."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model import (
    Argument,
    ArgumentMap,
    Aside,
    Claim,
    Label,
    Named,
    Place,
    Question,
    Quote,
    Role,
    Source,
    Step,
    Strength,
    View,
)
from argmap.notation.document import Node, locate
from argmap.notation.schema import (
    ArgumentForm,
    ClaimForm,
    MapForm,
    QuoteForm,
    SourceForm,
    StepForm,
    ViewForm,
)

_STRENGTHS = {None: Strength.BARE, "weak": Strength.WEAK, "normal": Strength.NORMAL, "strong": Strength.STRONG}

_Path = tuple[str | int, ...]


def build_map(file: str, form: MapForm, root: Node) -> ArgumentMap:
    """The map that the form describes, its places taken from the document."""
    return _Builder(form, root).map(file)


class _Builder:
    """Makes each value from its form and the path to it."""

    def __init__(self, form: MapForm, root: Node) -> None:
        self._form = form
        self._root = root
        self._only_source = next(iter(form.sources), "")

    def map(self, file: str) -> ArgumentMap:
        form = self._form
        asked = form.question
        return ArgumentMap(
            file=file,
            title=form.title,
            thesis=form.thesis,
            claims={name: self._claim(name, claim) for name, claim in form.claims.items()},
            question=Question(text=asked.text, quotes=self._quotes(asked.quote, ("question",))) if asked else None,
            language=form.language,
            sources={name: self._source(name, source) for name, source in form.sources.items()},
            actors={name: self._named("actors", name, actor.name) for name, actor in form.actors.items()},
            groups={name: self._named("groups", name, group.title) for name, group in form.groups.items()},
            views={name: self._view(name, view) for name, view in form.views.items()},
            tour=tuple(self._step(number, step) for number, step in enumerate(form.tour)),
        )

    def _name_place(self, *path: str | int) -> Place:
        return locate(self._root, path).name_place

    def _value_place(self, *path: str | int) -> Place:
        return locate(self._root, path).node.place

    def _named(self, kind: str, name: str, words: str) -> Named:
        return Named(id=name, name=words, place=self._name_place(kind, name))

    def _source(self, name: str, form: SourceForm) -> Source:
        here = ("sources", name)
        asides = (
            Aside(
                quote=Quote(
                    exact=aside.exact,
                    source=name,
                    prefix=aside.prefix,
                    suffix=aside.suffix,
                    reads=aside.reads,
                    place=self._value_place(*here, "aside", number),
                ),
                why=aside.why,
            )
            for number, aside in enumerate(form.aside)
        )
        return Source(
            id=name,
            file=form.file,
            title=form.title,
            author=form.author,
            publisher=form.publisher,
            date=form.date,
            url=form.url,
            note=form.note,
            asides=tuple(asides),
            place=self._name_place(*here),
            file_place=self._value_place(*here, "file"),
        )

    def _quotes(self, forms: Sequence[QuoteForm], owner: _Path) -> tuple[Quote, ...]:
        return tuple(
            Quote(
                exact=form.exact,
                source=form.source or self._only_source,
                prefix=form.prefix,
                suffix=form.suffix,
                reads=form.reads,
                place=self._value_place(*owner, "quote", number),
            )
            for number, form in enumerate(forms)
        )

    def _claim(self, name: str, form: ClaimForm) -> Claim:
        here = ("claims", name)
        return Claim(
            id=name,
            text=form.text,
            label=form.label,
            quotes=self._quotes(form.quote, here),
            implicit=form.implicit,
            said_by=form.said_by,
            qualifier=form.qualifier,
            date=form.date,
            actors=tuple(form.actors),
            group=form.group,
            tags=tuple(form.tags),
            note=form.note,
            role=Role(form.role) if form.role else None,
            assumed=form.assumed,
            strength=_STRENGTHS[form.strength],
            why=form.why,
            expect=Label(form.expect) if form.expect else None,
            because=self._arguments(form, "because", name, here),
            but=self._arguments(form, "but", name, here),
            place=self._name_place(*here),
            expect_place=self._value_place(*here, "expect") if form.expect else None,
        )

    def _arguments(
        self, owner: ClaimForm | ArgumentForm, field: str, conclusion: str, path: _Path
    ) -> tuple[Argument, ...]:
        """The arguments in `because` or `but`; recursive, over the nesting that a document may have."""
        forms = owner.because if field == "because" else owner.but
        return tuple(
            self._argument(form, field, conclusion, number, path, on_argument=isinstance(owner, ArgumentForm))
            for number, form in enumerate(forms)
        )

    def _argument(
        self, form: ArgumentForm, field: str, conclusion: str, number: int, path: _Path, *, on_argument: bool
    ) -> Argument:
        here = (*path, field, number)
        name = form.id or f"{conclusion}.{field}.{number + 1}"
        return Argument(
            id=name,
            conclusion=conclusion,
            attacks=field == "but",
            premises=tuple(form.premises),
            on_argument=on_argument,
            scheme=form.scheme,
            strength=_STRENGTHS[form.strength],
            why=form.why,
            quotes=self._quotes(form.quote, here),
            note=form.note,
            because=self._arguments(form, "because", name, here),
            but=self._arguments(form, "but", name, here),
            place=self._value_place(*here),
        )

    def _view(self, name: str, form: ViewForm) -> View:
        return View(
            id=name,
            title=form.title,
            groups=tuple(form.groups),
            actors=tuple(form.actors),
            tags=tuple(form.tags),
            focus=form.focus,
            depth=form.depth,
            place=self._name_place("views", name),
        )

    def _step(self, number: int, form: StepForm) -> Step:
        return Step(claim=form.claim, say=form.say, place=self._value_place("tour", number))
