"""Claims for machines."""

import json
import re

from harbour import PIER

from argmap.pages.linked_data import claims_data, script

HOSTILE = '</script><script>alert(1)</script><!-- & \u2028 \\" \N{GRINNING FACE}'
# What schema.org defines for each of the types, inherited properties included.
DEFINED = {
    "Claim": {"name", "text", "inLanguage", "appearance"},
    "CreativeWork": {"name", "about", "inLanguage", "image", "isBasedOn", "encoding", "hasPart"},
    "Article": {"name", "author", "publisher", "datePublished", "url"},
    "Question": {"name"},
    "Person": {"name"},
    "Organization": {"name"},
    "MediaObject": {"contentUrl", "encodingFormat"},
}


def typed(value):
    """Every object with a type, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from typed(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from typed(inner)


def graph(data):
    return {node["@id"]: node for node in typed(data) if "@id" in node}


def test_a_claim_has_its_address_its_words_and_where_it_appears(project, whole_site):
    nodes = graph(claims_data(project.read(), whole_site))
    assert nodes["https://example.org/maps/pier/claims.md#ferries-wait"] == {
        "@type": "Claim",
        "@id": "https://example.org/maps/pier/claims.md#ferries-wait",
        "name": "Ferries wait",
        "text": "Ferries wait 40 minutes for the only pier.",
        "inLanguage": "en",
        "appearance": [{"@id": "_:report"}],
    }
    assert nodes["_:report"] == {
        "@type": "Article",
        "@id": "_:report",
        "name": "Harbour report",
        "author": {"@type": "Person", "name": "N. N."},
        "publisher": {"@type": "Organization", "name": "The Town"},
        "datePublished": "2016-10",
        "url": "https://example.org/report",
    }


def test_every_claim_is_there_once_and_in_order(project, whole_site):
    reading = project.read()
    data = claims_data(reading, whole_site)
    found = [node["@id"].partition("#")[2] for node in typed(data) if node["@type"] == "Claim"]
    assert found == list(reading.map.reading_order)


def test_what_is_unstated_appears_nowhere(project, whole_site):
    nodes = graph(claims_data(project.read(), whole_site))
    assert "appearance" not in nodes["https://example.org/maps/pier/claims.md#waiting-costs"]


def test_nothing_is_made_up(project, unpublished):
    text = PIER
    for line in ("author: N. N.", "publisher: The Town", "date: 2016-10", "url: https://example.org/report"):
        text = text.replace(f"    {line}\n", "")
    data = claims_data(project.read(text), unpublished)
    assert graph(data)["_:report"].keys() == {"@type", "@id", "name"}
    assert "http" not in json.dumps(data["@graph"])


def test_every_reference_within_the_graph_leads_to_a_node(project, whole_site):
    data = claims_data(project.read(), whole_site)
    wanted = set(re.findall(r'\{"@id": "([^"]*)"\}', json.dumps(data)))
    assert wanted <= set(graph(data))


def test_only_what_schema_org_defines(project, whole_site):
    for node in typed(claims_data(project.read(), whole_site)):
        assert node.keys() - {"@type", "@id"} <= DEFINED[node["@type"]]


def test_nothing_breaks_out_of_the_element():
    element = script({"text": HOSTILE})
    body = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&") & set(body)
    assert json.loads(body) == {"text": HOSTILE}
