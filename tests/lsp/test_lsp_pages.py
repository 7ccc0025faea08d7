"""Links and fences in pages."""

import pytest
from harbour import PIER
from lsp_workshop import PAGE, at

from argmap.lines import lines_of
from argmap.lsp import pages
from argmap.lsp.markdown import told


def test_links_and_fences_are_told_and_examples_are_not():
    assert [(each.map, each.kind, each.id) for each in told(lines_of(PAGE))] == [
        ("pier", "map", "pier"),
        ("pier", "id", "too-dear"),
        ("pier", "map", "pier"),
        ("pier", "map", "pier"),
        ("pier", "claim", "too-dear"),
        ("pier", "group", "traffic"),
    ]


def test_a_fence_of_nothing_but_a_name_and_one_with_a_list():
    text = (
        "```argmap\nharbour/whole\n```\n\n~~~ argmap\nmap: pier\nactors:\n  - mayor\ncaption: Of ships, the sea\n~~~\n"
    )
    assert [(each.map, each.kind, each.id) for each in told(lines_of(text))] == [
        ("harbour/whole", "map", "harbour/whole"),
        ("pier", "map", "pier"),
        ("pier", "actor", "mayor"),
    ]


def said(workshop, text):
    workshop.types(text, workshop.page)
    return [
        (finding.line, finding.column, finding.rule, finding.message, finding.hint)
        for finding in pages.page_findings(workshop.bench, workshop.page)
    ]


def test_a_page_without_mistakes(workshop):
    assert said(workshop, PAGE) == []
    assert said(workshop, "[a step](argmap:pier#build-it.because.1)") == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("[x](argmap:peir)", (1, 12, "link", "There is no map named `peir`.", "did you mean `pier`?")),
        (
            "So [x](argmap:pier#to-dear).",
            (1, 20, "link", "The map `pier` has no claim named `to-dear`.", "did you mean `too-dear`?"),
        ),
        ("```argmap\npeir\n```", (1, 1, "fence", "There is no map named `peir`", "did you mean `pier`?")),
        (
            "- x\n\n  ```argmap\n  map: pier\n  veiw: cost\n  ```",
            (3, 3, "fence", "There is no option named `veiw`", "did you mean `view`?"),
        ),
        (
            "```argmap\nmap: pier\nview: costs\n```",
            (1, 1, "fence", "There is no view named `costs`", "did you mean `cost`?"),
        ),
    ],
)
def test_what_leads_nowhere_is_told(workshop, text, finding):
    assert said(workshop, text) == [finding]


def test_a_map_that_is_open_is_as_it_is_in_the_editor(workshop):
    workshop.types(PIER.replace("too-dear", "costly"))
    assert said(workshop, "[x](argmap:pier#costly)") == []


@pytest.mark.parametrize(
    ("text", "mark", "offered"),
    [
        ("[x](argmap:)", "argmap:", ["pier"]),
        ("[x](argmap:pier#", "pier#", ["build-it", "ferries-wait"]),
        ("[x](argmap:pier#to)", "#to", ["build-it", "ferries-wait"]),
        ("```argmap\n\n```", "argmap\n", ["pier", "map"]),
        ("```argmap\nmap: pier\nfocus: \n```", "focus: ", ["build-it", "ferries-wait"]),
        ("```argmap\nmap: pier\nview: \n```", "view: ", ["traffic", "cost"]),
        ("```argmap\nmap: pier\nactors: [ferries, \n```", "ferries, ", ["ferries", "mayor"]),
        ("```argmap\nmap: pier\ngro\n```", "gro", ["map", "view"]),
    ],
)
def test_what_may_be_written(workshop, text, mark, offered):
    workshop.types(text, workshop.page)
    found = pages.complete_page(workshop.bench, workshop.page, at(text, mark, len(mark)))
    assert [choice.text for choice in found][:2] == offered[:2]


@pytest.mark.parametrize("text", ["Some words", "`[x](argmap:pi`", "```yaml\nargmap: 1\n```"])
def test_elsewhere_nothing_is_offered(workshop, text):
    workshop.types(text, workshop.page)
    assert pages.complete_page(workshop.bench, workshop.page, at(text, text[4:12], 4)) == []


def test_a_link_s_claim_says_what_it_says_in_its_map(workshop):
    workshop.types(PAGE, workshop.page)
    said, where = pages.hover_page(workshop.bench, workshop.page, at(PAGE, "pier#too-dear) and", 8))
    assert said.startswith("A pier is too dear.\n\nIt stands in this map")
    assert where.start == at(PAGE, "too-dear) and")
    assert pages.hover_page(workshop.bench, workshop.page, at(PAGE, "map: pier", 6))[0] == "A second pier"
