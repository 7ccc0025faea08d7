"""`argmap board`: what is open in maps, in three forms."""

import json

from markdown_it import MarkdownIt

TEXT = """\
The board: Does the harbour need a second pier?

Open counterpoints
  Nothing in the map is said against these.
  - None.

Weakest legs
  Conclusions that rest on one premise alone, and that premise is weak or not quoted from the text.
  - None.

Pivotal premises
  Without any one of these, the label of the thesis changes.
  - “Ferries wait 40 minutes for the only pier” (ferries-wait)
  - “Waiting costs more than a pier would” (waiting-costs)

What the rules say
  Errors, warnings and notes, as the editor is told of them.
  - unused.yml:23:3: warning[unused-claim]: `founded` is unused: it does not bear on the thesis, nor the thesis on it. \
(name it in a `because` or a `but`, or give it `role: answer` or `role: claim` if it is meant to stand by itself)

Coverage of the text: report
  2 of 3 sentences are quoted or set aside with a reason.
  - Paragraph 1: ██· 2 of 3
  - 3: “The council <meets> in *spring*.”
"""


def silent_council(project):
    report = project / "report.txt"
    report.write_text(f"{report.read_text().strip()} The council <meets> in *spring*.\n")


def test_as_text(project, argmap):
    silent_council(project)
    assert argmap("board", "unused.yml") == (0, TEXT, "")


def test_as_markdown_in_which_text_is_text(project, argmap):
    silent_council(project)
    status, out, _ = argmap("board", "unused.yml", "--format", "markdown")
    assert status == 0
    html = MarkdownIt("gfm-like", {"linkify": False}).render(out)
    assert "The council &lt;meets&gt; in *spring*." in html
    assert "<code>founded</code> is unused" in html
    assert html.count("<h2>") == 5


def test_as_data(project, argmap):
    silent_council(project)
    (found,) = json.loads(argmap("board", "unused.yml", "--format", "json")[1])["maps"]
    assert found["file"] == "unused.yml"
    assert [finding["rule"] for finding in found["findings"]] == ["unused-claim"]
    assert found["coverage"][0]["sections"] == [
        {
            "paragraph": 1,
            "covered": 2,
            "sentences": 3,
            "missing": [{"sentence": 3, "text": "The council <meets> in *spring*."}],
        }
    ]


def test_several_maps_of_which_one_cannot_be_read(project, argmap):
    status, out, err = argmap("board", "pier.yml", "broken.yml", "nowhere.yml", "unused.yml")
    assert status == 2
    assert out.count("The board: Does the harbour need a second pier?") == 2
    assert "broken.yml:9:16: error[unknown-reference]" in err
    assert "nowhere.yml: error[unreadable]: There is no such file." in err


def test_the_status_is_that_of_check(project, argmap):
    assert argmap("board", "misquoted.yml")[0] == 1
    assert argmap("board", "unused.yml")[0] == 0
    assert argmap("board", "unused.yml", "--strict")[0] == 1


def test_in_the_language_of_the_map(project, argmap):
    (project / "ru.yml").write_text(
        "argmap: 1\ntitle: Причал\nlanguage: ru\nthesis: t\nclaims:\n"
        "  t: { text: Нужен причал., but: [o] }\n  o: { text: Он дорог. }\n",
        "utf-8",
    )
    out = argmap("board", "ru.yml")[1]
    assert out.startswith("Доска: Причал\n\nВозражения без ответа\n")
