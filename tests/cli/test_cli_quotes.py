"""`argmap quotes`: the article is edited as articles are, and the map is mended as far as that is safe."""

import json
import os
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
MAP = Path("docs/maps/russia-iran.yml")
ARTICLE = Path("seeds/000_df4570bfebae3d5d.txt")

MENDED = {  # apostrophes put in, joined words parted, a comma more
    "Moscows current": "Moscow’s current",
    "Irans full": "Iran’s full",
    "ofan alliance being formedby Iran": "of an alliance being formed by Iran",
    "planstolift": "plans to lift",
    "Syriaand to": "Syria and to",
    "Although Russia has at present,": "Although Russia has, at present,",
}
REWORDED = {"has an exogenous and passive logic, rather": "follows an exogenous and passive logic rather"}
REMOVED = {"building cooperation and partnerships with a range of regional and global powers": "and so on"}
AGAIN = "The talks were the latest sign of Russian-Iranian cooperation and coordination on Syria."
REPEATED = {"Furthermore, Russia": f"{AGAIN} Furthermore, Russia"}


@pytest.fixture
def article(tmp_path, monkeypatch):
    """A copy of the article and its map, in which the article can be edited."""
    for folder in ("docs/maps", "seeds"):
        shutil.copytree(HOUSE / folder, tmp_path / folder)
    (tmp_path / "mkdocs.yml").write_text("")
    monkeypatch.chdir(tmp_path)

    def edit(*changes):
        text = ARTICLE.read_text("utf-8")
        for old, new in (pair for change in changes for pair in change.items()):
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        ARTICLE.write_text(text, "utf-8")

    return edit


def states(out):
    return {
        quote["owner"]: quote["state"] for quote in json.loads(out)["maps"][0]["quotes"] if quote["state"] != "exact"
    }


def test_before_the_article_changes_every_quote_is_exact(article, argmap):
    assert argmap("quotes", MAP) == (0, f"{MAP}: 31 exact\n", "")


def test_every_state_of_an_edited_article(article, argmap):
    article(MENDED, REWORDED, REMOVED, REPEATED)
    status, out, err = argmap("quotes", MAP, "--format", "json")
    assert (status, err) == (1, "")
    assert states(out) == {
        "question": "edited",
        "alliance": "edited",
        "meeting": "edited",
        "visas": "edited",
        "shanghai": "edited",
        "stems-from-confrontation": "edited",
        "most-expansive": "edited",
        "outside-logic": "lost",
        "range-of-powers": "lost",
        "warming.because.1": "ambiguous",
    }


def test_after_fixing_only_what_a_reader_has_to_decide_is_left(article, argmap):
    article(MENDED, REWORDED, REMOVED, REPEATED)
    before = MAP.read_bytes()
    status, out, _ = argmap("quotes", "--fix", MAP)
    assert (status, out.splitlines()[-1]) == (1, f"{MAP}: 21 exact, 7 edited (7 fixed), 2 lost, 1 ambiguous")
    _, _, errors = argmap("check", MAP)
    assert errors.count("error[quote-not-found]") == 2
    assert errors.count("error[quote-ambiguous]") == 1
    assert errors.count("error[") == 3
    assert all("exact:" in line or "reads:" in line or "quote:" in line for line in touched(before, MAP.read_bytes()))
    assert argmap("quotes", "--fix", MAP)[1].endswith(f"{MAP}: 28 exact, 2 lost, 1 ambiguous\n")


def touched(before, after):
    lines = (text.decode().splitlines() for text in (before, after))
    return [
        line for line in unified_diff(*lines, n=0, lineterm="") if line[0] in "+-" and line[:3] not in ("+++", "---")
    ]


def test_an_article_that_is_only_mended_leaves_no_error(article, argmap):
    article(MENDED)
    status, out, err = argmap("quotes", "--fix", MAP)
    assert (status, err) == (0, "")
    assert out.endswith(f"{MAP}: 24 exact, 7 edited (7 fixed)\n")
    status, out, err = argmap("check", "--strict", MAP)
    assert (status, err) == (0, "")


def test_what_is_not_exact_is_said_with_its_place_and_the_words(article, argmap):
    article(MENDED, REWORDED)
    _, out, _ = argmap("quotes", MAP)
    words = "it was announced Oct. 24 that Russia {} visa requirements for Iranian citizens"
    copied, shown = words.format("planstolift"), words.format("plans to lift")
    assert (
        ":7: edited: visas: `article` has its letters, but other spacing, case or punctuation.\n"
        f'  quote      {{ exact: "{copied}", reads: "{shown}" }}\n'
        f'  proposed   "{shown}"\n'
    ) in out
    assert (
        '  is it this "for Russia, the development of relations with Tehran follows an exogenous and passive logic '
        'rather than an endogenous and active one"\n'
    ) in out


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_a_dry_run_shows_the_diff_and_writes_nothing(article, argmap, option):
    article({"planstolift": "plans to lift"})
    before = MAP.read_bytes()
    status, out, _ = argmap("quotes", option, MAP)
    assert (status, MAP.read_bytes()) == (1, before)
    assert out.startswith("--- docs/maps/russia-iran.yml\n+++ docs/maps/russia-iran.yml\n")
    assert '\n-      reads: "it was announced Oct. 24' in out
    assert argmap("quotes", option, "docs/maps/harbour.yml") == (0, "", "")


@pytest.mark.parametrize("change", [REWORDED, REPEATED], ids=["lost", "ambiguous"])
def test_a_dry_run_says_what_no_diff_can_mend(article, argmap, change):
    article(change)
    status, out, err = argmap("quotes", "--check", MAP)
    assert (status, out) == (1, "")
    said = argmap("quotes", MAP)[1]
    assert err == said[: said.index(f"\n{MAP}: ") + 1]


def test_a_source_that_cannot_be_read_is_said(article, argmap):
    ARTICLE.unlink()
    status, out, err = argmap("quotes", MAP)
    assert (status, out) == (1, f"{MAP}: no quotes\n")
    assert "error[source-missing]" in err


def test_a_broken_map_keeps_no_other_from_being_looked_at(article, argmap):
    Path("broken.yml").write_text("argmap: 1\n")
    status, out, err = argmap("quotes", "broken.yml", "none.yml", MAP)
    assert (status, out) == (2, f"{MAP}: 31 exact\n")
    assert err.startswith("broken.yml:1:1: error[")


def test_a_file_that_may_not_be_written_stays_and_is_said(article, argmap, monkeypatch):
    article({"planstolift": "plans to lift"})
    before = MAP.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    status, _, err = argmap("quotes", "--fix", MAP)
    assert (status, err) == (2, f"argmap: {MAP} cannot be written: Permission denied. No file was changed.\n")
    assert MAP.read_bytes() == before
