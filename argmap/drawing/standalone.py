"""A drawing as a file of its own: with its typefaces, and literal colours, since most programs that show SVG know no
CSS variables.

The style sheet is argmap's own and flat: rules, and rules under one condition; no braces or semicolons in values.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape, unescape
from pathlib import Path

from argmap.drawing.fonts import FACES, Face, woff2

DARK = "screen and (forced-colors:none)"  # where a dark scheme counts: paper and forced colours have their own

_DRAWING, _PALETTE, _OWN = ".am-drawing", ".am-palette", "--am-own"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media ([^{]+)\{((?:[^{}]*\{[^{}]*\})*)\s*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_STATE = re.compile(r":(hover|focus)")
_TEXT = re.compile(r'<text(?: class="([^"]*)")?[^>]*>([^<]*)<')
_VARIABLE = re.compile(r"var\((--am-[a-z]+)\)")

_Declarations = Mapping[str, str]  # property -> value
_Rule = tuple[str, _Declarations]  # after its selector


def standalone(svg: str) -> str:
    """A drawing as a file of its own: its typefaces, and literal colours for both schemes, paper and forced ones."""
    return svg.replace(">", f">{_style_element(tuple(_faces(svg)))}", 1) + "\n"


@cache
def _style_element(faces: tuple[Face, ...]) -> str:
    """The style with some typefaces, as an element of SVG."""
    rules = "".join(f"{face.rule(_data_address(face))}\n" for face in faces)
    return f"<style>{escape(rules + _style(), quote=False)}</style>"


def literal(svg: str) -> str:
    """A drawing with its style for the light scheme alone, for programs that know nothing of conditions."""
    rules = _read(_MEDIA.sub("", _sheet(style_sheet())))
    plain = _written(rule for rule in _literal(rules, _palette(rules)) if not _STATE.search(rule[0]))
    return svg.replace(">", f"><style>{escape(plain, quote=False)}</style>", 1)


def style_sheet() -> str:
    """The look of drawings, with the palette's light colours."""
    return Path(__file__).with_name("style.css").read_text("utf-8")


def dark_palette() -> str:
    """The palette's dark colours, to be put under the condition `DARK` and whatever tells a dark scheme."""
    return Path(__file__).with_name("dark.css").read_text("utf-8")


@cache
def _style() -> str:
    sheet, dark = map(_sheet, (style_sheet(), dark_palette()))
    rules = _read(_MEDIA.sub("", sheet))
    light = _palette(rules)
    coloured = [(selector, _with_variables(declarations)) for selector, declarations in rules]
    conditions = [(found[1].strip(), found[2]) for found in _MEDIA.finditer(sheet)]
    conditions.append((f"{DARK} and (prefers-color-scheme:dark)", dark))
    parts = [_written(_literal(rules, light))]
    for condition, text in conditions:
        changes = _read(text)
        body = _written(_literal([*coloured, *changes], {**light, **_palette(changes)}))
        parts.append(f"@media {condition}{{\n{body}}}\n")
    return "".join(parts)


@cache
def _looks(name: str, value: str) -> frozenset[str]:
    """The classes that set their text in some way."""
    rules = _read(_MEDIA.sub("", _sheet(style_sheet())))
    return frozenset(selector.rpartition(".")[2] for selector, body in rules if body.get(name) == value)


def _faces(svg: str) -> Iterator[Face]:
    """The typefaces of what is written in a drawing, and no others."""
    by_look: dict[str, set[str]] = {}
    for look, words in _TEXT.findall(svg):
        by_look.setdefault(look, set()).update(unescape(words))
    written: dict[tuple[int, str], set[str]] = {}
    for look, chars in by_look.items():
        classes = look.split()
        weight = 600 if _looks("font-weight", "600").intersection(classes) else 400
        slanted = _looks("font-style", "italic").intersection(classes)
        written.setdefault((weight, "italic" if slanted else "normal"), set()).update(chars)
        if slanted:
            # What has no italic face is set in the upright one.
            italic = [face for face in FACES if face.style == "italic" and face.weight == weight]
            rest = {char for char in chars if not any(face.has_any(char) for face in italic)}
            written.setdefault((weight, "normal"), set()).update(rest)
    for face in FACES:
        if face.has_any("".join(written.get((face.weight, face.style), ()))):
            yield face


@cache
def _data_address(face: Face) -> str:
    return f"data:font/woff2;base64,{b64encode(woff2(face)).decode()}"


def _sheet(text: str) -> str:
    return _COMMENT.sub("", text)


def _read(sheet: str) -> list[_Rule]:
    return [(" ".join(selector.split()), _declarations(body)) for selector, body in _RULE.findall(sheet)]


def _declarations(body: str) -> _Declarations:
    parts = (declaration.partition(":") for declaration in body.split(";") if declaration.strip())
    return {name.strip(): value.strip() for name, _, value in parts}


def _palette(rules: Iterable[_Rule]) -> _Declarations:
    return {name: value for selector, body in rules if selector == _PALETTE for name, value in body.items()}


def _with_variables(body: _Declarations) -> _Declarations:
    return {name: value for name, value in body.items() if _VARIABLE.search(value)}


def _literal(rules: list[_Rule], palette: _Declarations) -> Iterator[_Rule]:
    """The rules without variables; what has its group's own colour is said once for each of the groups' colours."""
    groups: dict[str, list[str]] = {}
    for selector, body in rules:
        if _OWN in body:
            groups.setdefault(_resolved(body[_OWN], palette), []).append(selector)
    for selector, body in rules:
        own = {name: value for name, value in body.items() if f"var({_OWN})" in value}
        yield selector, {n: _resolved(v, palette) for n, v in body.items() if n not in own and not n.startswith("--")}
        for colour, ancestors in groups.items():
            within = ",".join(selector.replace(_DRAWING, ancestor) for ancestor in ancestors)
            yield within, {name: _resolved(value, {_OWN: colour, **palette}) for name, value in own.items()}


def _resolved(value: str, palette: _Declarations) -> str:
    return _VARIABLE.sub(lambda found: palette[found[1]], value)


def _written(rules: Iterable[_Rule]) -> str:
    kept = ((selector, ";".join(f"{name}:{value}" for name, value in body.items())) for selector, body in rules)
    return "".join(f"{selector}{{{body}}}\n" for selector, body in kept if body)
