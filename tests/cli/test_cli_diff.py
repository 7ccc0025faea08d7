"""`argmap diff`: two files, two revisions, and two real versions of the article's map."""

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from needs import needed

from argmap.cli import differences, revisions
from argmap.cli.markdown import escaped

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent / "versions"
ARTICLE = "docs/maps/russia-iran.yml"
SEED = "seeds/000_df4570bfebae3d5d.txt"
SVG = "{http://www.w3.org/2000/svg}"


def git(*words):
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run([needed("git"), *who, *words], check=True, capture_output=True, timeout=60)


def put(path, content):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(content, "utf-8")


def commit(name):
    git("add", "--all")
    git("commit", "--message", name)
    git("tag", name)


@pytest.fixture
def history(tmp_path, monkeypatch):
    """A repository with two real versions of the article's map, tagged `first` and `second`."""
    monkeypatch.chdir(tmp_path)
    git("init")
    put("mkdocs.yml", "")
    put(SEED, (ROOT / SEED).read_text("utf-8"))
    for name, file in (("first", "russia-iran.1.yml"), ("second", "russia-iran.2.yml")):
        put(ARTICLE, (HERE / file).read_text("utf-8"))
        commit(name)
    return tmp_path


def edit(old, new, path="pier.yml", to="other.yml"):
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(to).write_text(text.replace(old, new), "utf-8")


class TestFiles:
    """Two files."""

    def test_the_same(self, project, argmap):
        assert argmap("diff", "pier.yml", "pier.yml") == (0, "Nothing has changed.\n", "")

    def test_what_changed_is_said_in_sentences(self, project, argmap):
        edit("    but: [[waiting-costs]]\n", "")
        assert argmap("diff", "pier.yml", "other.yml") == (1, (HERE / "pier.text.txt").read_text("utf-8"), "")

    def test_a_renamed_claim_is_told_as_renamed(self, project, argmap):
        edit("too-dear", "costly")
        status, out, _ = argmap("diff", "pier.yml", "other.yml")
        assert status == 1
        assert "1 claim renamed" in out
        assert "`too-dear` is now `costly`: “A pier is too dear”" in out
        assert "removed" not in out

    @pytest.mark.parametrize("broken", ["broken.yml", "none.yml", "."])
    @pytest.mark.parametrize("form", ["text", "markdown", "json", "svg"])
    def test_a_version_that_cannot_be_had(self, project, argmap, broken, form):
        for versions in ((broken, "pier.yml"), ("pier.yml", broken)):
            status, out, err = argmap("diff", *versions, "--format", form)
            assert (status, out) == (2, "")
            assert err.startswith(f"{broken}:")

    def test_one_file_alone_is_compared_with_nothing(self, project, argmap):
        said = "argmap: A file is compared with a second one, or with a revision: name both.\n"
        assert argmap("diff", "pier.yml") == (2, "", said)

    def test_where_there_is_no_repository_there_are_no_revisions(self, project, argmap):
        said = "argmap: This folder is in no git repository, and only git has revisions.\n"
        assert argmap("diff", "HEAD:pier.yml", "pier.yml") == (2, "", said)
        assert argmap("diff", "HEAD") == (2, "", said)

    def test_json(self, project, argmap):
        edit("[[waiting-costs]]", "[]")
        status, out, _ = argmap("diff", "pier.yml", "other.yml", "--format", "json")
        told = json.loads(out)
        assert status == 1
        assert told["version"] == 1
        (one,) = told["maps"]
        assert (one["map"], one["old"], one["new"], one["differs"]) == ("other.yml", "pier.yml", "other.yml", True)
        changes = {change["id"]: change for change in one["claims"]}
        assert changes["too-dear"]["label"] == {
            "old": "falls",
            "new": "stands",
            "says": "It stands in this map: it is granted, and nothing against it holds.",
        }
        (gone,) = changes["too-dear"]["arguments"]
        assert (gone["change"], gone["side"], gone["premises"]) == ("removed", "against", ["waiting-costs"])


class TestRevisions:
    """Versions out of git."""

    def test_a_file_of_a_revision_with_the_one_that_lies_here(self, history, argmap):
        assert argmap("diff", f"second:{ARTICLE}") == (0, "Nothing has changed.\n", "")
        status, out, _ = argmap("diff", f"first:{ARTICLE}", ARTICLE)
        assert status == 1
        assert out.startswith(f"{ARTICLE}: 2 claims added, 14 reworded, 2 re-linked")

    @pytest.mark.parametrize(
        "versions",
        [
            ("first", "second", "--map", ARTICLE),
            ("first", "--map", ARTICLE),
            ("first",),
            ("first", "second"),
            (f"first:{ARTICLE}", f"second:{ARTICLE}"),
            (f"first:{ARTICLE}", "second"),
            (f"first:./{ARTICLE}",),
        ],
        ids=" ".join,
    )
    def test_every_way_to_name_two_versions_says_the_same(self, history, argmap, versions):
        assert argmap("diff", *versions) == (1, (HERE / "russia-iran.text.txt").read_text("utf-8"), "")

    def test_from_a_folder_below_paths_are_those_of_that_folder(self, history, argmap, monkeypatch):
        monkeypatch.chdir("docs")
        expected = (HERE / "russia-iran.text.txt").read_text("utf-8")
        assert argmap("diff", "first", "second", "--map", "maps/russia-iran.yml")[1] == expected
        assert argmap("diff", "first:./maps/russia-iran.yml", "second")[1] == expected
        assert argmap("diff", f"first:{ARTICLE}")[1] == expected

    def test_the_sources_are_those_of_the_revision(self, history, argmap):
        Path(SEED).unlink()
        commit("third")
        reading = revisions.revision("second").read(ARTICLE)
        assert reading.findings == ()
        assert len(reading.anchoring.spans) > 20
        assert [finding.rule for finding in revisions.revision("third").read(ARTICLE).findings] == ["source-missing"]

    def test_findings_name_the_revision_and_no_other_place(self, history, argmap):
        put(ARTICLE, "argmap: 1\ntitle: T\n")
        commit("broken")
        status, out, err = argmap("diff", "broken", "second")
        assert (status, out) == (2, "")
        assert all(line.startswith(f"broken:{ARTICLE}:") for line in err.splitlines())

    def test_maps_that_came_and_went(self, history, argmap):
        put("docs/maps/new.yml", "{argmap: 1, title: New, thesis: a, claims: {a: {text: It is so.}}}")
        Path(ARTICLE).unlink()
        status, out, _ = argmap("diff", "second")
        assert status == 1
        assert out == (
            f"docs/maps/new.yml: this map is new, with 1 claim\n\n{ARTICLE}: this map is gone, and with it 21 claims\n"
        )

    @pytest.mark.parametrize(
        ("versions", "said"),
        [
            (["third"], "git knows no revision `third`."),
            (["first", "third"], "git knows no revision `third`."),
            (["first:none.md"], "error[unreadable]: There is no such file in that revision."),
            (["first:../outside.yml"], "../outside.yml is outside the repository."),
            (["first", "--map", "../outside.yml"], "../outside.yml is outside the repository."),
            (["first", "--map", "none.yml"], "Neither first nor here has none.yml."),
            (["first", "--map", "docs"], "Neither first nor here has docs."),
            ([":docs/maps/russia-iran.yml"], "git knows no revision ``."),
            (["first:"], "error[unreadable]: There is no such file in that revision."),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_what_git_does_not_have(self, history, argmap, versions, said):
        status, out, err = argmap("diff", *versions)
        assert (status, out) == (2, "")
        assert said in err
        assert len(err.splitlines()) == 1

    @pytest.mark.parametrize("called", ["--output=stolen", "-h", "--upload-pack=touch stolen"])
    def test_a_revision_is_never_an_option_of_gits(self, history, argmap, called):
        status, out, err = argmap("diff", "--", called, "second")
        assert (status, out) == (2, "")
        assert "a revision does not begin with `-`" in err
        assert not Path("stolen").exists()

    def test_a_link_in_the_repository_is_not_followed(self, history, argmap):
        Path("docs/maps/link.yml").symlink_to("/etc/hostname")
        commit("linked")
        status, _, err = argmap("diff", "linked:docs/maps/link.yml", ARTICLE)
        assert status == 2
        assert "There is no such file in that revision." in err

    def test_without_git_it_says_so(self, history, argmap, monkeypatch):
        monkeypatch.setenv("PATH", "")
        said = "argmap: There is no git on PATH, and only git has other revisions.\n"
        assert argmap("diff", "first") == (2, "", said)

    def test_a_git_that_hangs_is_given_up(self, history, argmap, monkeypatch):
        monkeypatch.setattr(revisions, "TIME_LIMIT", 0.000_001)
        status, _, err = argmap("diff", "first")
        assert status == 2
        assert "git did not answer within" in err

    def test_a_hook_s_environment_does_not_lead_astray(self, history, argmap, monkeypatch):
        monkeypatch.setenv("GIT_DIR", "/nowhere")
        assert argmap("diff", "first", "second")[0] == 1


class TestMarkdown:
    """For a pull request."""

    def test_the_article_s_map(self, history, argmap):
        status, out, _ = argmap("diff", "first", "second", "--format", "markdown")
        assert status == 1
        assert out == (HERE / "russia-iran.markdown.txt").read_text("utf-8")

    def test_nothing_but_the_map_s_own_changes_is_open(self, history, argmap):
        _, out, _ = argmap("diff", "first", "second", "--format", "markdown")
        assert out.count("<details>") == out.count("</details>") > 3
        assert "<details open" not in out

    def test_the_same(self, project, argmap):
        said = "No argument map has changed.\n"
        assert argmap("diff", "pier.yml", "pier.yml", "--format", "markdown") == (0, said, "")

    @pytest.mark.parametrize(
        "text",
        [
            "<script>alert(1)</script>",
            "</details> out",
            "![x](https://example.org/x.png)",
            "[link](https://example.org)",
            "`code` *strong* _em_ ~~gone~~",
            "a | b",
            "&copy; <!-- hidden",
            "# no heading",
            "\\<b>",
        ],
    )
    def test_a_claim_s_text_is_text(self, project, argmap, text):
        edit("text: A pier is too dear.", f"text: {json.dumps(text)}")
        _, out, _ = argmap("diff", "pier.yml", "other.yml", "--format", "markdown")
        html = MarkdownIt("gfm-like", {"linkify": False}).render(f"before {escaped(text)} after")
        paragraph = ElementTree.fromstring(html)
        assert paragraph.tag == "p"
        assert not list(paragraph)
        assert "".join(paragraph.itertext()) == f"before {text} after"
        assert escaped(text) in out

    def test_nobody_is_called_and_nothing_referred_to(self):
        assert "@someone" not in escaped("Ask @someone about #12.")
        assert "#12" not in escaped("Ask @someone about #12.")

    @given(st.text())
    def test_no_text_breaks_out_of_its_line(self, text):
        assert len(escaped(text).splitlines()) <= 1
        assert "<" not in escaped(text).replace("<!-- -->", "")

    def test_the_words_that_differ_are_marked(self, project, argmap):
        edit("Waiting costs more than a pier would.", "Waiting *surely* costs more than one would.")
        _, out, _ = argmap("diff", "pier.yml", "other.yml", "--format", "markdown")
        assert "was: “Waiting costs more than <del>a pier</del> would.”" in out
        assert r"now: “Waiting <ins>\*surely\*</ins> costs more than <ins>one</ins> would.”" in out

    def test_two_wordings_that_share_little_are_not_cut_to_pieces(self, project, argmap):
        edit("Waiting costs more than a pier would.", "The ferry companies pay for every hour.")
        _, out, _ = argmap("diff", "pier.yml", "other.yml", "--format", "markdown")
        assert "<del>" not in out

    def test_a_long_list_is_cut(self, project, argmap, monkeypatch):
        monkeypatch.setattr(differences, "MOST", 1)
        edit("Waiting costs", "To wait costs")
        edit("A pier is too dear", "Piers are dear", "other.yml")
        _, out, _ = argmap("diff", "pier.yml", "other.yml", "--format", "markdown")
        assert "\n- and 1 more\n" in out


class TestDrawing:
    """Both versions laid over each other."""

    @pytest.fixture
    def drawn(self, history, argmap):
        status, out, err = argmap("diff", "second", "first", "--map", ARTICLE, "--format", "svg")
        assert (status, err) == (1, "")
        return ElementTree.fromstring(out)

    def test_every_claim_of_both_versions_is_there(self, drawn):
        claims = [group.get("id") for group in drawn.iter(f"{SVG}g") if (group.get("id") or "").startswith("c-")]
        assert len(claims) == len(set(claims)) == 21

    def test_what_is_gone_is_struck_and_dotted_and_said(self, drawn):
        gone = [group for group in drawn.iter(f"{SVG}g") if "am-card" in classes(group) and "am-gone" in classes(group)]
        assert len(gone) == 2
        assert all("removed" in "".join(card.itertext()) for card in gone)
        styles = "".join(style.text for style in drawn.iter(f"{SVG}style"))
        assert "line-through" in styles
        assert "stroke-dasharray: 2 4" in styles

    def test_signs_say_it_without_colour(self, drawn):
        signs = [group for group in drawn.iter(f"{SVG}g") if "am-fate" in classes(group)]
        shapes = {sign.find(f"{SVG}path").get("d") for sign in signs}
        assert len(shapes) == 3
        assert len(signs) > 20

    def test_it_explains_its_signs(self, drawn):
        (strip,) = [group for group in drawn.iter(f"{SVG}g") if "am-fates" in classes(group)]
        assert [text.text for text in strip.iter(f"{SVG}text")] == ["added", "removed", "changed"]

    def test_who_sees_nothing_is_told_as_well(self, drawn):
        names = [group.get("aria-label") for group in drawn.iter(f"{SVG}g") if group.get("aria-label")]
        assert sum("removed" in name for name in names) == 2
        assert sum("reworded" in name for name in names) == 14

    def test_two_maps_are_no_drawing(self, history, argmap):
        put("docs/maps/new.yml", "{argmap: 1, title: New, thesis: a, claims: {a: {text: It is so.}}}")
        status, out, err = argmap("diff", "first", "--format", "svg")
        assert (status, out) == (2, "")
        assert "A drawing shows two versions of one map" in err


def classes(group):
    return (group.get("class") or "").split()
