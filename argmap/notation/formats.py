"""What dates, URLs and the like look like, and what is said of a text that only means to be one."""

from __future__ import annotations

import re

from argmap.notation.scalars import shown

VERSIONS = (1,)
"""The versions of the notation that are read."""

ID = r"^[a-z][a-z0-9-]*$"
DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
URL_SCHEMES = ("http", "https", "mailto")
"""What a URL may begin with."""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")
_PORT = re.compile(r"[0-9]+(/|$)")
_ID, _DATE, _LANGUAGE = re.compile(ID), re.compile(DATE), re.compile(LANGUAGE)


class FormatError(ValueError):
    """A value that is not what its field takes: the rule that says so, what is wrong, and what was probably meant."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint = rule, message, hint


def is_id(value: str) -> bool:
    """Whether a text is an id."""
    return _ID.fullmatch(value) is not None


def version(value: object) -> object:
    """A version of the notation."""
    known = " and ".join(map(str, VERSIONS))
    if value == "1":
        raise FormatError("version", "The version of the notation is a number.", "write it without quotes: `argmap: 1`")
    if type(value) is not int or value not in VERSIONS:
        message = f"{shown(str(value))} is not a version of the notation that is known here."
        raise FormatError("version", message, f"known is version {known}: `argmap: {VERSIONS[-1]}`")
    return value


def year(value: object) -> object:
    """A year as a text: an unquoted `2016` is a number in YAML and a year to everyone who writes it."""
    return f"{value:04}" if type(value) is int and value >= 0 else value


def date(value: str) -> str:
    """A year, a month or a day."""
    if not _DATE.match(value) or not _in_calendar(value):
        raise FormatError("date", f"{shown(value)} is not a date.", "write `2016`, `2016-10` or `2016-10-28`")
    return value


def _in_calendar(value: str) -> bool:
    """Whether a date's day, if it has one, is a day of its month."""
    if len(value) < len("2016-10-28"):
        return True
    year_, month, day = map(int, value.split("-"))
    leap = year_ % 4 == 0 and (year_ % 100 != 0 or year_ % 400 == 0)
    return 1 <= day <= _DAYS[month - 1] - (month == 2 and not leap)


def url(value: str) -> str:
    """A whole URL."""
    scheme, colon, rest = value.partition(":")
    if not colon or not _SCHEME.fullmatch(scheme) or _PORT.match(rest):
        raise FormatError("url", f"{shown(value)} is not a whole URL.", f"did you mean {shown('https://' + value)}?")
    if scheme.lower() not in URL_SCHEMES:
        message = f"URLs with {shown(scheme + ':')} are not allowed here."
        raise FormatError("url", message, "use `https:`, `http:` or `mailto:`")
    if re.search(r"\s", value) or not rest.strip("/"):
        raise FormatError("url", f"{shown(value)} is not a URL.", "write it as in a browser's address line")
    return value


def language(value: str) -> str:
    """A language tag."""
    if not _LANGUAGE.match(value):
        message = f"{shown(value)} is not a language tag."
        raise FormatError("language", message, "write a tag such as `en`, `fa` or `pt-BR`")
    return value


def verbatim(value: str) -> str:
    """Words as a source has them."""
    if not value.strip():
        raise FormatError("empty", "The quoted words are empty.", "copy them from the source")
    # A block scalar (`quote: |`) ends in a newline that nobody means to quote.
    return value.strip("\n")
