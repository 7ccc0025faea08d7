"""A map as data for the browser: all that it says, and nothing that goes without saying."""

import json
import re

import pytest

from argmap.pages.data import map_data, map_json
from argmap.pages.source import source_page

RICH = """\
argmap: 1
title: A second pier
thesis: build-it
language: en
question: { text: Should the town build a second pier?, quote: { exact: "The harbour", source: report } }
sources:
  report: { file: ../../report.txt, title: Harbour report, author: N. N., publisher: The Town, date: 2016-10 }
  letter: { file: ../../letter.txt }
actors: { ferries: { name: Ferry companies }, mayor: { name: The mayor } }
groups: { traffic: { title: Traffic today } }
claims:
  build-it:
    text: The town should build a second pier.
    because:
      - premises: [ferries-wait, bare]
        id: by-analogy
        scheme: argument from analogy
        strength: weak
        why: The report itself is careful.
        quote: { exact: "is like ours", source: report }
        note: See the *appendix*.
        but: [towns-differ]
      - ferries-wait
  ferries-wait:
    text: Ferries wait 40 minutes for the only pier.
    label: Ferries wait
    role: answer
    quote:
      - exact: "ferries routinely wait fortyminutes"
        reads: "ferries routinely wait forty minutes"
        source: report
      - { exact: "They wait.", source: letter }
    qualifier: It could be argued
    said_by: mayor
    date: 2016-08
    actors: [ferries, mayor]
    group: traffic
    tags: [figures, money]
    strength: strong
    why: It was counted.
    note: |
      See the *appendix*, [here](https://example.org/), with `code`.
  bare: { text: Something else. }
  towns-differ: { text: The towns differ., implicit: "Not said." }
  doubted: { text: Nobody grants this., assumed: false }
  carried: { text: Something carries this., because: [bare] }
views:
  all: {}
  traffic: { title: Traffic, groups: [traffic], actors: [mayor], tags: [money] }
  near: { title: Near, focus: bare, depth: 0 }
tour:
  - { claim: build-it, say: Start here. }
"""
BARE = "argmap: 1\ntitle: T\nthesis: a\nclaims: { a: { text: A } }"
QUOTED = """\
argmap: 1
title: T
thesis: a
sources: {{ report: {{ file: ../../report.txt }} }}
claims: {{ a: {{ text: A, quote: "{}" }} }}
"""
# Text that would be something else, if anything took it for more than text.
HOSTILE = '</script><script>alert("1")</script> &copy; \\N {count} `x` ]]> \u200fدو\u200c \U0001f6a2'


@pytest.fixture
def data(project):
    """A function: a map's text to its data."""
    project.write("letter.txt", "They wait.\n")
    return lambda text=RICH: map_data(project.read(text), href="/{}".format)


def by_id(found):
    return {each["id"]: each for each in found}


def test_a_claim_says_all_that_its_editor_wrote(data):
    assert by_id(data()["claims"])["ferries-wait"] == {
        "id": "ferries-wait",
        "role": "answer",
        "text": "Ferries wait 40 minutes for the only pier.",
        "label": "Ferries wait",
        "quotes": [
            {"text": "ferries routinely wait forty minutes", "source": "report", "at": "ferries-wait"},
            {"text": "They wait.", "source": "letter", "at": "ferries-wait:2"},
        ],
        "qualifier": "It could be argued",
        "saidBy": "The mayor",
        "date": "2016-08",
        "group": "traffic",
        "actors": ["ferries", "mayor"],
        "tags": ["figures", "money"],
        "note": "See the appendix, here, with code.",
        "why": "It was counted.",
        "grant": 3,
    }


def test_an_argument_says_all_that_its_editor_wrote(data):
    found = by_id(data()["arguments"])
    assert found["by-analogy"] == {
        "id": "by-analogy",
        "on": "build-it",
        "premises": ["ferries-wait", "bare"],
        "strength": 1,
        "scheme": "argument from analogy",
        "why": "The report itself is careful.",
        "quotes": [{"text": "is like ours", "source": "report", "at": "by-analogy"}],
        "note": "See the appendix.",
    }
    assert found["by-analogy.but.1"] == {
        "id": "by-analogy.but.1",
        "on": "by-analogy",
        "attacks": True,
        "premises": ["towns-differ"],
    }
    assert found["build-it.because.2"] == {
        "id": "build-it.because.2",
        "on": "build-it",
        "premises": ["ferries-wait"],
    }


def test_a_claim_is_granted_where_it_need_not_earn_its_standing(data):
    claims = by_id(data()["claims"])
    assert claims["bare"] == {"id": "bare", "role": "premise", "text": "Something else.", "grant": 0}
    assert claims["towns-differ"]["implicit"] == "Not said."
    assert {claim for claim, said in claims.items() if "grant" not in said} == {"build-it", "doubted", "carried"}


def test_the_map_says_who_and_what_there_is_and_where(data):
    found = data()
    words = found.pop("words")
    claims, arguments = found.pop("claims"), found.pop("arguments")
    assert found == {
        "name": "pier",
        "title": "A second pier",
        "language": "en",
        "direction": "ltr",
        "thesis": "build-it",
        "page": "/maps/pier/claims.md",
        "sources": {
            "report": {
                "said": "N. N., “Harbour report”, The Town, 2016-10",
                "page": "/maps/pier/sources/report.md",
            },
            "letter": {"page": "/maps/pier/sources/letter.md"},
        },
        "groups": {"traffic": "Traffic today"},
        "actors": {"ferries": "Ferry companies", "mayor": "The mayor"},
        "views": [
            {"id": "all", "title": "all"},
            {"id": "traffic", "title": "Traffic", "groups": ["traffic"], "actors": ["mayor"], "tags": ["money"]},
            {"id": "near", "title": "Near", "focus": "bare", "depth": 0},
        ],
        "tour": [{"claim": "build-it", "say": "Start here."}],
        "pivotal": found["pivotal"],
    }
    assert words["relation.supports"] == "supports {claim}"
    assert [len(claims), len(arguments)] == [6, 4]


def test_claims_and_arguments_come_in_reading_order(project, data):
    found = data()
    argument_map = project.read(RICH).map
    assert [claim["id"] for claim in found["claims"]] == list(argument_map.reading_order)
    assert [argument["id"] for argument in found["arguments"]] == list(argument_map.arguments)


def test_what_the_thesis_turns_on_is_said(project, data):
    assert data()["pivotal"] == list(project.read(RICH).pivotal) != []


def test_of_a_bare_map_only_the_least_is_said(data):
    found = data(BARE)
    del found["words"]
    assert found == {
        "name": "pier",
        "title": "T",
        "language": "en",
        "direction": "ltr",
        "thesis": "a",
        "page": "/maps/pier/claims.md",
        "claims": [{"id": "a", "role": "thesis", "text": "A", "grant": 0}],
    }


@pytest.mark.parametrize("text", [RICH, BARE], ids=["rich", "bare"])
def test_nothing_empty_is_written(data, text):
    assert [path for path, value in parts(data(text)) if value in ("", [], {}, None, False) and value != 0] == []


def parts(value, path=()):
    """Everything in a map's data, with where it stands."""
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from parts(each, (*path, key))


def test_where_there_are_no_pages_no_address_is_said(project):
    project.write("letter.txt", "They wait.\n")
    found = map_data(project.read(RICH), href=lambda _: None)
    assert "page" not in found
    assert found["sources"] == {"report": {"said": "N. N., “Harbour report”, The Town, 2016-10"}, "letter": {}}


def test_with_one_source_no_quote_says_which(data):
    (claim,) = data(QUOTED.format("A pier costs"))["claims"]
    assert claim["quotes"] == [{"text": "A pier costs", "at": "a"}]


def test_a_quote_that_is_not_in_the_text_leads_nowhere(data):
    (claim,) = data(QUOTED.format("No such words"))["claims"]
    assert claim["quotes"] == [{"text": "No such words"}]


@pytest.mark.parametrize(("language", "direction"), [("fa", "rtl"), ("ru", "ltr"), ("he", "rtl"), ("tlh", "ltr")])
def test_the_words_are_those_of_the_maps_language(data, language, direction):
    found = data(BARE.replace("thesis: a", f"thesis: a\nlanguage: {language}"))
    assert (found["language"], found["direction"]) == (language, direction)
    assert (found["words"]["map.find"] == "Find a claim") == (language in ("he", "tlh"))


def test_the_words_are_all_that_the_script_says_and_not_those_of_pages_alone(data):
    words = data(BARE)["words"]
    assert {"map.find", "role.thesis", "reason.granted", "copy.link", "drawing.hidden.said"} <= set(words)
    assert [key for key in words if key.startswith(("fault.", "download.", "key.", "tour.", "share."))] == []


def test_hostile_text_stays_text(project, data):
    project.write("report.txt", f"It says: {HOSTILE}\n")
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    text = (
        f"argmap: 1\ntitle: {quoted}\nthesis: a\nactors: {{ x: {{ name: {quoted} }} }}\n"
        f"claims: {{ a: {{ text: {quoted}, label: {quoted}, why: {quoted}, strength: weak, actors: [x] }} }}\n"
    )
    reading = project.read(text)
    found = json.loads(map_json(reading, "/{}".format))
    assert found == map_data(reading, "/{}".format)
    (claim,) = found["claims"]
    assert [found["title"], claim["text"], claim["label"], claim["why"], found["actors"]["x"]] == [HOSTILE] * 5


def test_a_note_is_the_words_that_its_markdown_shows(data):
    note = json.dumps('*One* <script>alert("1")</script> &lt;b&gt; [two](javascript:alert(1)) `three`')
    (claim,) = data(BARE.replace("text: A", f"text: A, note: {note}"))["claims"]
    assert "javascript" not in claim["note"]
    assert re.sub(r"\s+", " ", claim["note"]) == 'One <script>alert("1")</script> &lt;b&gt; two three'


def test_every_anchor_of_a_quote_is_on_the_page_of_its_source(project, whole_site):
    project.write("letter.txt", "They wait.\n")
    reading = project.read(RICH)
    found = map_data(reading, "/{}".format)
    said = [quote for each in found["claims"] + found["arguments"] for quote in each.get("quotes", [])]
    assert len(said) == 3
    for quote in said:
        assert f'id="{quote["at"]}"' in source_page(reading, quote["source"], whole_site)
