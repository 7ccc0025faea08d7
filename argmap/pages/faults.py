"""The way to tell of a fault in a map: a form for a new issue, filled in as far as the page knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

from argmap.pages.places import claims_uri, section

if TYPE_CHECKING:
    from argmap.model import Claim
    from argmap.pages.host import Site
    from argmap.reading import Reading

# Characters. In an address one can take twelve; servers refuse long addresses, and a page has one for each claim.
LONGEST_NAME, LONGEST_TEXT = 60, 240
GITLAB = "/-/"  # what the paths of GitLab's own pages have after the project's


def fault_href(reading: Reading, claim: Claim | None, host: Site) -> str | None:
    """The address of the form, which says which map and claim it is about; None where the site has none."""
    if host.issues is None:
        return None
    words, title = reading.words, reading.words.quoted(_cut(reading.map.title, LONGEST_NAME))
    subject = words("fault.title", map=title)
    if claim:
        subject = words("fault.title", map=f"{_cut(reading.name, LONGEST_NAME)}: {_cut(claim.mention, LONGEST_NAME)}")
    if address := host.absolute(*(section(reading, claim.id) if claim else (claims_uri(reading.name), ""))):
        where = [words("fault.address", address=address)]
    else:
        where = list(_unpublished(reading, claim, title))
    return _filled(host.issues, subject, "\n".join([*where, "", words("fault.what"), "", ""]))


def _unpublished(reading: Reading, claim: Claim | None, title: str) -> Iterator[str]:
    """What says which claim is meant where it has no address to say so."""
    words = reading.words
    yield words("fault.map", map=f"{title} ({_cut(reading.name, LONGEST_NAME)})")
    if claim:
        yield words("fault.claim", claim=f"{words.quoted(_cut(claim.text, LONGEST_TEXT))} ({claim.id})")


def _filled(form: str, title: str, body: str) -> str:
    """The form's address with its fields, under the names its host knows them by."""
    parts = urlsplit(form)
    named = ("issue[title]", "issue[description]") if GITLAB in parts.path else ("title", "body")
    fields = (f"{quote(name)}={quote(value, safe='')}" for name, value in zip(named, (title, body), strict=True))
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, *fields)))))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
