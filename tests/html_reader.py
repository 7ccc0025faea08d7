"""Reads HTML as a browser would, as far as tests need: elements with their attributes and their text."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    tag: str
    attributes: dict
    parts: list = field(default_factory=list)
    ancestors: tuple = ()
    start: int = 0
    end: int = 0

    @property
    def text(self):
        return " ".join("".join(self.parts).split())

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def inside(self, tag):
        return any(ancestor.tag == tag for ancestor in self.ancestors)


class Html(HTMLParser):
    """`elements` in document order; `badly_nested` are end tags that close something else.

    `start` and `end` of an element are its offsets in the source, with both its tags.
    """

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.source = text
        self.elements, self.badly_nested, self._open = [], [], []
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = self._add(tag, attrs)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self._add(tag, attrs)

    def handle_endtag(self, tag):
        if self._open and self._open[-1].tag == tag:
            self._open.pop().end = self._after_tag
        else:
            self.badly_nested.append(tag)

    def _add(self, tag, attrs):
        element = Element(tag, dict(attrs), [], tuple(self._open), self._offset, self._after_tag)
        self.elements.append(element)
        return element

    @property
    def _offset(self):
        line, column = self.getpos()
        return self._lines[line - 1] + column

    @property
    def _after_tag(self):
        started = self.get_starttag_text()
        at_start = started and self.source.startswith(started, self._offset)
        return self._offset + len(started) if at_start else self.source.find(">", self._offset) + 1

    def handle_data(self, data):
        for element in self._open:
            element.parts.append(data)

    def all(self, tag=None, cls=None, **attributes):
        return [
            element
            for element in self.elements
            if tag in (None, element.tag)
            and (cls is None or cls in element.classes)
            and all(element.attributes.get(name) == value for name, value in attributes.items())
        ]

    def one(self, tag=None, cls=None, **attributes):
        (found,) = self.all(tag, cls, **attributes)
        return found

    def within(self, outer, tag=None, cls=None):
        return [e for e in self.all(tag, cls) if any(a is outer for a in e.ancestors)]

    @property
    def ids(self):
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]

    @property
    def repeated_ids(self):
        return [name for name, count in Counter(self.ids).items() if count > 1]

    @property
    def links(self):
        """Every address that something on the page leads to, loads, or shows to those who share it."""
        names = ("href", "xlink:href", "src", "poster", "data")
        plain = [e.attributes[name] for e in self.elements for name in names if e.attributes.get(name) is not None]
        sets = [
            part.split()[0] for e in self.elements for part in (e.attributes.get("srcset") or "").split(",") if part
        ]
        shared = [e.attributes["content"] for e in self.all("meta") if e.attributes.get("property") == "og:image"]
        return [*plain, *sets, *shared]

    @property
    def text(self):
        return self.elements[0].text if self.elements else ""
