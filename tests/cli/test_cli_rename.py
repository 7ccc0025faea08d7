"""`argmap rename`: an id in its map and in every page, and nothing else."""

from pathlib import Path

import pytest
from harbour import PIER, REPORT

PAGE = """\
# build-it is a word here, towns-differ too

[one](argmap:pier#build-it), [its first reason](argmap:pier#build-it.because.1), [no other](argmap:pier#build-it-not),
[elsewhere](argmap:other#build-it), `argmap:pier#by-analogy`, [nested](argmap:pier#by-analogy.but.1.but.1).
[a section](maps/pier/claims.md#build-it) [a passage](maps/pier/sources/report.md#ferries-wait:2)
[a state](index.md?reject=too-dear,build-it,by-analogy&focus=build-it) [no state](none.md?focus=build-it)
[of the second](?figure=2&group=traffic) [of the first](?group=traffic)
[a file](maps/pier/views/cost.svg)

````markdown
```argmap
map: pier
focus: build-it
groups: [traffic]
```
````

    ```argmap
    map: other
    groups: traffic
    focus: build-it
    ```

~~~{.argmap map="pier" view=cost actors="ferries, mayor"}
~~~
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A project with two maps that share ids, and a page that speaks of both."""
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "mkdocs.yml": "site_name: H\nsite_url: !ENV [SITE_URL, '']\nnav: [index.md, maps/pier/sources/report.md]\n",
        "report.txt": REPORT,
        "docs/maps/pier.yml": PIER + "tour: [{ claim: build-it, say: S. }]\n",
        "docs/maps/other.yml": PIER.replace("build-it", "stay-put"),
        "docs/index.md": PAGE,
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, "utf-8")


def lines(out):
    """The lines of a diff that are not as they were."""
    return [line for line in out.splitlines() if line[0] == "+" and line[:3] != "+++"]


def test_a_claim_in_its_map_and_in_every_link_fence_and_address(site, argmap):
    assert argmap("rename", "build-it", "second-pier") == (
        0,
        "docs/maps/pier.yml: `build-it` is now `second-pier`\ndocs/index.md: `build-it` is now `second-pier`\n",
        "",
    )
    assert Path("docs/maps/pier.yml").read_text() == (PIER + "tour: [{ claim: build-it, say: S. }]\n").replace(
        "build-it", "second-pier"
    )
    changed = PAGE
    for said in (
        "pier#build-it)",
        "pier#build-it.because",
        "claims.md#build-it)",
        "too-dear,build-it",
        "&focus=build-it) [no",
        "map: pier\nfocus: build-it",
    ):
        assert changed.count(said) == 1
        changed = changed.replace(said, said.replace("build-it", "second-pier"))
    assert Path("docs/index.md").read_text() == changed
    assert argmap("check", "docs/maps/pier.yml")[0] == 0


@pytest.mark.parametrize(
    ("old", "options", "changed"),
    [
        (
            "by-analogy",
            ["--in", "pier"],
            [
                "+        id: new",
                "+[elsewhere](argmap:other#build-it), `argmap:pier#new`, [nested](argmap:pier#new.but.1.but.1).",
                "+[a state](index.md?reject=too-dear,build-it,new&focus=build-it) [no state](none.md?focus=build-it)",
            ],
        ),
        (
            "traffic",
            ["--in", "docs/maps/pier.yml", "--kind", "group"],
            [
                "+  new: { title: Traffic today }",
                "+    group: new",
                "+  traffic: { title: Traffic, groups: [new] }",
                "+[of the second](?figure=2&group=traffic) [of the first](?group=new)",
                "+groups: [new]",
            ],
        ),
        (
            "traffic",
            ["--in", "other", "--kind", "group"],
            [
                "+  new: { title: Traffic today }",
                "+    group: new",
                "+  traffic: { title: Traffic, groups: [new] }",
                "+[of the second](?figure=2&group=new) [of the first](?group=traffic)",
                "+    groups: new",
            ],
        ),
        (
            "cost",
            ["--in", "pier"],
            [
                "+  new: { title: The money, focus: too-dear, depth: 1 }",
                "+[a file](maps/pier/views/new.svg)",
                '+~~~{.argmap map="pier" view=new actors="ferries, mayor"}',
            ],
        ),
        (
            "mayor",
            ["--in", "pier"],
            [
                "+  new: { name: The mayor }",
                "+    actors: [ferries, new]",
                "+    said_by: new",
                '+~~~{.argmap map="pier" view=cost actors="ferries, new"}',
            ],
        ),
        (
            "report",
            ["--in", "pier"],
            [
                "+  new:",
                "+[a section](maps/pier/claims.md#build-it) [a passage](maps/pier/sources/new.md#ferries-wait:2)",
                "+nav: [index.md, maps/pier/sources/new.md]",
            ],
        ),
        (
            "ferries-wait",
            ["--in", "pier"],
            [
                "+      - [new, waiting-costs]",
                "+  new:",
                "+[a section](maps/pier/claims.md#build-it) [a passage](maps/pier/sources/report.md#new:2)",
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_kind_of_id(site, argmap, old, options, changed):
    before = {path: path.read_bytes() for path in Path("docs").rglob("*.*")}
    status, out, err = argmap("rename", old, "new", *options, "--dry-run")
    assert (status, err) == (1, "")
    assert lines(out) == changed
    assert {path: path.read_bytes() for path in Path("docs").rglob("*.*")} == before
    assert argmap("rename", old, "new", *options)[0] == 0
    assert argmap("check", "docs/maps/pier.yml", "docs/maps/other.yml")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["too-dear", "dear"], "`too-dear` is an id in `other` and `pier`: say which map with --in."),
        (
            ["traffic", "t", "--in", "pier"],
            "`traffic` is the id of a group and of a view in `pier`: say which with --kind.",
        ),
        (["build-it", "too-dear"], "`too-dear` is taken: it is the id of a claim in `pier`. Choose another."),
        (["build-it", "by-analogy"], "`by-analogy` is taken: it is the id of an argument in `pier`. Choose another."),
        (["buildit", "b"], "There is no id `buildit`. Did you mean `build-it`?"),
        (["build-it", "b", "--kind", "group"], "There is no group `build-it`."),
        (
            ["build-it.because.1", "b"],
            "`build-it.because.1` is no id: an argument that has none is known by its place. "
            "Give it an `id` in its map.",
        ),
        (["build-it", "b", "--in", "peer"], "The project has no map `peer`. Did you mean `pier`?"),
        (
            ["build-it", "Second_Pier"],
            "`Second_Pier` is no id: ids are lower-case letters a to z, digits and hyphens, a letter first.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(site, argmap, arguments, said):
    before = {path: path.read_bytes() for path in Path("docs").rglob("*.*")}
    assert argmap("rename", *arguments) == (2, "", f"argmap: {said}\n")
    assert {path: path.read_bytes() for path in Path("docs").rglob("*.*")} == before


def test_a_group_may_be_called_as_a_claim_is(site, argmap):
    assert argmap("rename", "traffic", "build-it", "--in", "pier", "--kind", "group")[0] == 0
    assert argmap("check", "docs/maps/pier.yml")[0] == 0


def test_a_word_that_yaml_takes_for_something_else_is_put_in_quotes(site, argmap):
    assert argmap("rename", "build-it", "null")[0] == 0
    written = Path("docs/maps/pier.yml").read_text()
    assert 'thesis: "null"\n' in written
    assert "\n  null:\n" in written
    assert argmap("check", "docs/maps/pier.yml")[0] == 0


def test_a_broken_map_is_said_and_nothing_is_written(site, argmap):
    Path("docs/maps/other.yml").write_text("argmap: 1\n")
    status, out, err = argmap("rename", "build-it", "b")
    assert (status, out) == (1, "")
    assert err.startswith("docs/maps/other.yml:1:1: error[")
    assert argmap("rename", "build-it", "b", "--in", "pier")[0] == 0


def test_a_page_that_is_no_text_is_said_and_nothing_is_written(site, argmap):
    Path("docs/bad.md").write_bytes(b"\xff")
    before = Path("docs/maps/pier.yml").read_bytes()
    status, _, err = argmap("rename", "build-it", "b")
    assert (status, err[:41]) == (2, "docs/bad.md: error[unreadable]: The file ")
    assert Path("docs/maps/pier.yml").read_bytes() == before


def test_the_pages_are_where_mkdocs_has_them(site, argmap):
    Path("docs/index.md").unlink()
    Path("pages").mkdir()
    Path("pages/index.md").write_text("[a](argmap:pier#build-it)\n")
    Path("mkdocs.yml").write_text("docs_dir: pages\n")
    assert argmap("rename", "build-it", "b")[0] == 0
    assert Path("pages/index.md").read_text() == "[a](argmap:pier#b)\n"
