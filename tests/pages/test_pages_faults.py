"""The form for a fault, filled in."""

from urllib.parse import parse_qs, urlsplit

import pytest
from harbour import PIER

from argmap.pages.faults import fault_href


def fields(href):
    return {name: value for name, (value,) in parse_qs(urlsplit(href).query, strict_parsing=True).items()}


def test_a_claim(project, whole_site):
    reading = project.read()
    href = fault_href(reading, reading.map.claims["ferries-wait"], whole_site)
    assert href.startswith("https://example.org/town/issues/new?title=Fault%20in%20")
    assert fields(href) == {
        "title": "Fault in the map pier: Ferries wait",
        "body": "Address: https://example.org/maps/pier/claims.md#ferries-wait\n\n"
        "What is wrong, and how it should read:\n\n",
    }


def test_the_map(project, whole_site):
    found = fields(fault_href(project.read(), None, whole_site))
    assert found["title"] == "Fault in the map “A second pier”"
    assert "Claim:" not in found["body"]


def test_there_is_no_form(project, unpublished):
    assert fault_href(project.read(), None, unpublished) is None


def test_without_an_address_the_claim_is_known_by_its_id(project, unpublished):
    unpublished.issues = "https://example.org/new"
    reading = project.read()
    body = fields(fault_href(reading, reading.map.claims["too-dear"], unpublished))["body"]
    assert body == (
        "Map: “A second pier” (pier)\nClaim: “A pier is too dear.” (too-dear)\n\n"
        "What is wrong, and how it should read:\n\n"
    )


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("https://github.com/o/n/issues/new", {"title", "body"}),
        ("https://gitlab.com/o/g/n/-/issues/new", {"issue[title]", "issue[description]"}),
        ("https://example.org/new?labels=map#form", {"labels", "title", "body"}),
    ],
)
def test_the_fields_have_the_names_that_the_host_knows(project, whole_site, form, names):
    whole_site.issues = form
    href = fault_href(project.read(), None, whole_site)
    assert set(fields(href)) == names
    assert urlsplit(href).fragment == urlsplit(form).fragment


def test_text_is_text_and_the_address_is_not_too_long(project, whole_site):
    words = "& # ? = % + \N{GRINNING FACE} нет " * 100
    reading = project.read(PIER.replace("A pier is too dear.", f'"{words}"').replace("A second pier\n", f'"{words}"\n'))
    href = fault_href(reading, reading.map.claims["too-dear"], whole_site)
    assert len(href) < 8_000
    assert href.isascii()
    assert "& # ? = % + \N{GRINNING FACE} нет" in fields(href)["title"]
