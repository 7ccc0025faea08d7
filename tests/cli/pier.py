"""A small map to run commands on."""

PIER = """\
argmap: 1
title: Does the harbour need a second pier?
thesis: build-it
sources:
  report: { file: report.txt }
claims:
  build-it:
    text: The town should build a second pier.
    because: [[ferries-wait, waiting-costs]]
    but:
      - { premises: [too-dear], id: the-price }
  ferries-wait:
    text: Ferries wait 40 minutes for the only pier.
    quote: "ferries routinely wait forty minutes"
  waiting-costs:
    text: Waiting costs more than a pier would.
    because:
      - { premises: [ferries-wait], id: by-adding-up }
  too-dear:
    text: A pier is too dear.
    quote: "A pier costs four million."
    but: [[waiting-costs]]
views:
  money: { title: The money, focus: too-dear }
"""
