"""A map with one of everything, and the text it is of."""

REPORT = """\
The harbour was founded in 1850.

Today ferries routinely wait fortyminutes for the only pier. A pier costs four million.
It could be argued that the neighbouring town is like ours. Its harbour has two piers.
"""

PIER = """\
argmap: 1
title: A second pier
question: { text: Should the town build a second pier?, quote: "The harbour" }
thesis: build-it
sources:
  report:
    file: ../../report.txt
    title: Harbour report
    author: N. N.
    publisher: The Town
    date: 2016-10
    url: https://example.org/report
    note: The copy has a fault.
    aside:
      - { exact: "The harbour was founded in 1850.", why: background }
actors:
  ferries: { name: Ferry companies }
  mayor: { name: The mayor }
groups:
  traffic: { title: Traffic today }
claims:
  build-it:
    text: The town should build a second pier.
    label: A second pier
    because:
      - [ferries-wait, waiting-costs]
      - premises: [neighbour-built]
        id: by-analogy
        scheme: argument from analogy
        strength: weak
        why: The report itself is careful.
        quote: "is like ours"
        because: [towns-alike]
        but: [towns-differ]
    but: [too-dear]
  ferries-wait:
    text: Ferries wait 40 minutes for the only pier.
    label: Ferries wait
    quote: { exact: "ferries routinely wait fortyminutes", reads: "ferries routinely wait forty minutes" }
    date: 2016-08
    actors: [ferries, mayor]
    group: traffic
    tags: [figures, money]
    note: |
      See the *appendix*.
  waiting-costs:
    text: Waiting costs more than a pier would.
    implicit: The report adds both figures up but never says so.
  neighbour-built:
    text: The neighbouring town built a second pier.
    quote: "Its harbour has two piers."
    qualifier: It could be argued
    said_by: mayor
  towns-alike:
    text: The towns are alike.
  towns-differ:
    text: The towns differ.
  too-dear:
    text: A pier is too dear.
    quote: "A pier costs four million."
    tags: [money]
views:
  traffic: { title: Traffic, groups: [traffic] }
  cost: { title: The money, focus: too-dear, depth: 1 }
"""

BROKEN = PIER.replace("because: [towns-alike]", "because: [town-alike]")
MISQUOTED = PIER.replace("costs four million", "costs five million")
# The pictures of it that a site has.
PICTURES = ["maps/pier.svg", "maps/pier/card.png", "maps/pier/views/cost.svg", "maps/pier/views/traffic.svg"]
TOURED = PIER + 'tour: [{ claim: build-it, say: "Here." }, { claim: too-dear, say: "There." }]\n'
