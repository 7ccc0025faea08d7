"""A map of a town's tram, with all that a drawing can be asked about, and the page that draws it twice."""

REPORT = """\
The tram is dear. It would cost ninety million. The region pays half of it.

Buses are full, as the council counted in May. One waits for twenty minutes, and nine in ten riders stand. It may be
that more people come: the new works hire a thousand, and the school opens to as many.

A town like ours built one. Its streets are as wide as ours, but its hills are not.
"""
TRAM = """\
argmap: 1
title: A tram
thesis: build
language: en
sources:
  report: { file: ../../report.txt, title: Tram report, author: N. N., publisher: The Town, date: 2016-10 }
actors:
  riders: { name: Riders }
  council: { name: The council }
  works: { name: The works }
groups:
  traffic: { title: Traffic today }
  money: { title: The money }
claims:
  act:
    text: The council should act now.
    role: answer
    because: [build]
  build:
    text: The town should build a tram.
    label: A tram
    because:
      - [full, growth]
      - premises: [like-ours]
        id: by-analogy
        scheme: argument from analogy
        strength: weak
        why: One case is no rule.
        quote: "A town like ours"
        note: The report says *no more* of it.
        because: [streets]
        but: [hills]
    but: [dear]
  full:
    text: The buses are full.
    quote: "Buses are full"
    actors: [riders]
    group: traffic
    because: [waits, stand]
  growth:
    text: More people will ride.
    quote: "more people come"
    qualifier: It may be
    group: traffic
    because: [hire, study]
  waits:
    text: One waits for twenty minutes.
    quote:
      - "One waits for twenty minutes"
      - "Buses are full, as the council counted in May"
    said_by: council
    date: 2016-05
    actors: [riders, council]
    group: traffic
    tags: [figures, bus]
    note: |
      See the *appendix*.
    because: [counted]
  stand:
    text: Nine in ten riders stand.
    quote: "nine in ten riders stand"
    actors: [riders]
    group: traffic
    tags: [figures]
    because: [counted]
  counted:
    text: The council counted in May.
    quote: "the council counted in May"
    actors: [council]
    group: traffic
    because: [trusted]
  trusted:
    text: What the council counts can be trusted.
    implicit: The report takes its figures as they are.
  hire:
    text: The new works hire a thousand people.
    label: The works hire
    quote: "the new works hire a thousand"
    actors: [works]
    tags: [figures]
  study:
    text: The school opens to a thousand students.
    quote: "the school opens to as many"
  like-ours:
    text: A town like ours built a tram.
    quote: "A town like ours built one."
  streets:
    text: Its streets are as wide as ours.
    quote: "Its streets are as wide as ours"
  hills:
    text: Its hills are not like ours.
    quote: "but its hills are not"
  dear:
    text: The tram is dear.
    quote: "The tram is dear."
    group: money
    because: [cost]
    but: [half]
  cost:
    text: It would cost ninety million.
    quote: "It would cost ninety million."
    actors: [council]
    group: money
    tags: [figures]
  half:
    text: The region pays half.
    quote: "The region pays half of it."
    group: money
    strength: strong
    why: It has been signed.
views:
  traffic: { title: Traffic, groups: [traffic] }
  money: { title: The money, focus: dear, depth: 1 }
  counts: { title: What was counted, groups: [traffic, money], tags: [figures] }
tour:
  - { claim: build, say: Start here. }
  - { claim: full, say: Then this. }
"""
# Room above and below, so that the page scrolls and a drawing can be brought anywhere in the window.
FILLING = "\n\n".join(["Some words of the page that stand around the drawing."] * 12)
PAGE = f"""\
---
hide: [navigation, toc]
---

# A tram

{FILLING}

```argmap
tram
```

{FILLING}

```argmap
map: tram
view: money
```

{FILLING}
"""
