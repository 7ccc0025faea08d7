"""Reads HTML as a browser would, as far as tests need: elements with their attributes and their text."""

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

    @property
    def text(self):
        return " ".join("".join(self.parts).split())

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def inside(self, tag):
        return any(ancestor.tag == tag for ancestor in self.ancestors)


class Html(HTMLParser):
    """`elements` in document order; `badly_nested` are end tags that close something else."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.source = text
        self.elements, self.badly_nested, self._open = [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), [], tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append(Element(tag, dict(attrs), [], tuple(self._open)))

    def handle_endtag(self, tag):
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.badly_nested.append(tag)

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
        """Every address that something on the page leads to or loads."""
        names = ("href", "xlink:href", "src")
        return [e.attributes[name] for e in self.elements for name in names if e.attributes.get(name) is not None]

    @property
    def text(self):
        return self.elements[0].text if self.elements else ""
