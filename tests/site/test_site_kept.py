"""What a second build takes from the first: all that has not changed, and nothing that has."""

import subprocess
import sys

import pytest
from harbour import BROKEN, MISQUOTED, PIER, REPORT
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from argmap import cache
from argmap.drawing import engine
from argmap.pages import entry, shelf
from argmap.site.plugin import ArgmapPlugin

OTHER = """\
argmap: 1
title: A ferry
thesis: buy-it
claims:
  buy-it: { text: The town should buy a ferry., because: [it-sails] }
  it-sails: { text: It sails in any weather. }
"""


@pytest.fixture
def done(monkeypatch):
    """The maps that were read, and the layouts that the engine was asked for."""
    done, read, lay_out = [], shelf.read, engine.lay_out

    def reads(path, **options):
        done.append(path.stem)
        return read(path, **options)

    def lays_out(source, *arguments, **options):
        done.append("layout")
        return lay_out(source, *arguments, **options)

    monkeypatch.setattr(shelf, "read", reads)
    monkeypatch.setattr(engine, "lay_out", lays_out)
    return done


def files(site):
    """All that was published, but for what says when."""
    return {
        path.relative_to(site.out): path.read_bytes()
        for path in site.out.rglob("*")
        if path.is_file() and "sitemap" not in path.name
    }


@pytest.fixture
def built(site, done):
    """A site of two maps, built once."""
    site.write("docs/maps/other.yml", OTHER)
    site.write("docs/more/page.md", "# More\n\n```argmap\nmap: pier\nview: cost\n```\n\n```argmap\nother\n```\n")
    site.build(theme={"name": "material", "font": False})  # others say when they were built
    assert {"pier", "other", "layout"} <= set(done)
    done.clear()
    return site


def test_where_nothing_has_changed_nothing_is_read_or_laid_out_and_all_is_the_same(built, done):
    before = files(built)
    assert files(built.build()) == before
    assert done == []


def test_where_nothing_has_changed_nothing_is_loaded_that_reads_or_draws(built):
    code = (
        "import sys; from mkdocs.commands.build import build; from mkdocs.config import load_config;"
        "build(load_config(plugins=['search', {'argmap': {'pages': False}}]));"
        "rooms = ('model', 'notation', 'sources', 'reasoning', 'review', 'drawing', 'pages.templates');"
        "print([room for room in rooms if f'argmap.{room}' in sys.modules])"
    )
    said = [
        subprocess.run([sys.executable, "-c", code], cwd=built.folder, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert "drawing" in said[0].stdout
    assert said[1].stdout.strip() == "[]"


LARGE = "argmap: 1\ntitle: Steps\nthesis: s0\nclaims:\n" + "".join(
    f"  s{n}: {{ text: Step {n}., {f'because: [s{n + 1}]' if n < 40 else ''} }}\n" for n in range(41)
)


@pytest.fixture
def large(site, done):
    """A site of a large map and a small one, with an index of both, built once."""
    site.write("docs/maps/steps.yml", LARGE)
    site.write("argmap.toml", "limit = 20\n")
    site.write("docs/index.md", "```argmap\nsteps\n```\n")
    site.build(theme={"name": "material", "font": False}, plugins=["search", {"argmap": {"index": True}}])
    assert {"steps", "pier", "layout"} <= set(done)
    done.clear()
    return site


def test_branches_and_the_index_of_all_maps_are_kept_as_well(large, done):
    before = files(large)
    assert [path for path in before if "branches" in path.parts]
    assert [path for path in before if path.name.startswith("argmap-maps.")]
    assert files(large.build()) == before
    assert done == []


def test_where_another_size_is_large_there_are_other_pages(large, done):
    large.write("argmap.toml", "limit = 60\n")
    assert not (large.build().out / "maps/steps/branches").exists()
    assert "Step 40." in large.html("maps/steps/claims/index.html").text
    assert {"steps", "layout"} <= set(done)


def test_one_map_changed_is_one_map_read(built, done):
    built.write("docs/maps/other.yml", OTHER.replace("in any weather", "in every weather there is"))
    assert "in every weather there is" in built.build().html("more/page/index.html").text
    assert set(done) == {"other", "layout"}


def test_a_changed_source_is_read_again(built, done):
    built.write("report.txt", f"{REPORT}\nNewly added.\n")
    assert "Newly added." in built.build().html("maps/pier/sources/report/index.html").text
    assert set(done) == {"pier"}


def test_a_source_that_is_changed_back_is_known_no_more_and_right_all_the_same(built):
    before = files(built)
    built.write("report.txt", f"{REPORT}\nNewly added.\n")
    built.build()
    built.write("report.txt", REPORT)
    assert files(built.build()) == before


def test_a_source_that_leads_elsewhere_now_is_told_of(built, heard, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "report.txt"
    outside.write_text(REPORT, "utf-8")
    (built.folder / "report.txt").unlink()
    (built.folder / "report.txt").symlink_to(outside)
    with pytest.raises(Abort):
        built.build()
    assert "is outside the project" in heard.take()[0]


def test_what_is_wrong_with_a_map_is_told_by_every_build(built, heard):
    built.write("docs/maps/pier.yml", MISQUOTED)
    told = []
    for _ in range(2):
        with pytest.raises(Abort):
            built.build()
        told.append(heard.take())
    assert told[0] == told[1] != []


def test_what_is_wrong_with_a_drawing_is_told_by_every_build(built, heard):
    built.write("docs/index.md", "```argmap\nmap: pier\ngroups: [traffic]\nfocus: too-dear\ndepth: 0\n```\n")
    for _ in range(2):
        with pytest.raises(Abort):
            built.build()
        assert "the view shows no claim" in heard.take()[0]


def test_another_setting_is_another_site(built):
    built.write("argmap.toml", 'issues = "https://example.org/faults"\n')
    assert any(address.startswith("https://example.org/faults") for address in built.build().html().links)


def test_other_code_or_words_make_everything_anew(built, done, monkeypatch):
    monkeypatch.setattr(entry, "_makers", lambda: "another version")
    built.build()
    assert {"pier", "other"} <= set(done)


def test_another_engine_makes_everything_anew(built, done, monkeypatch):
    monkeypatch.setattr(shelf, "engines", lambda _: ("another engine",))
    built.build()
    assert {"pier", "other"} <= set(done)


def test_a_page_that_has_moved_has_the_right_links(built):
    (built.folder / "docs/more/page.md").rename(built.folder / "docs/page.md")
    built.build()
    assert [dead for dead in built.dead_links() if dead[0] != "404.html"] == []
    assert "../maps/pier/claims/#too-dear" in built.html("page/index.html").links


def test_the_same_drawing_twice_on_a_page_has_ids_of_its_own(built, done):
    built.write("docs/index.md", "```argmap\npier\n```\n\n```argmap\npier\n```\n")
    page = built.build().html()
    assert len(page.all("figure", "argmap")) == 2
    assert page.repeated_ids == []
    assert done == []


@pytest.mark.parametrize(
    "damage",
    [lambda content: b"", lambda content: content[:-9], lambda content: content[:-9] + bytes(9)],
    ids=["empty", "cut off", "changed"],
)
def test_a_damaged_entry_is_made_again(built, done, damage):
    before = files(built)
    for path in (built.folder / ".cache/argmap").glob("*.made"):
        path.write_bytes(damage(path.read_bytes()))
    assert files(built.build()) == before
    done.clear()
    assert files(built.build()) == before
    assert done == []


FORGED = [b"[" * 100_000 + b"\n", b"", b"[]\n", b'{"kept": 3}\n', b'{"kept": [], "origins": [[1]]}\n', b"\xff\n"]


@pytest.mark.parametrize("content", FORGED)
def test_an_entry_that_nobody_here_wrote_is_made_again(built, content):
    before = files(built)
    folder = built.folder / ".cache/argmap"
    for path in folder.glob("*.made"):
        cache.store_bytes(folder, path.name, content)
    assert files(built.build()) == before


def test_without_a_cache_everything_is_made_by_every_build(built, done):
    built.write("argmap.toml", "cache = false\n")
    before = files(built.build())
    done.clear()
    assert files(built.build()) == before
    assert {"pier", "other", "layout"} <= set(done)


def test_an_editor_s_server_keeps_at_hand_what_has_not_changed_without_any_cache(built, done):
    built.write("argmap.toml", "cache = false\n")
    loaded = built.load()
    loaded.plugins.on_startup(command="serve", dirty=False)
    try:
        build(built.load())
        done.clear()
        built.write("docs/maps/other.yml", OTHER.replace("in any weather", "in every weather there is"))
        build(built.load())
    finally:
        loaded.plugins.on_startup(command="build", dirty=False)
    assert "in every weather there is" in built.html("more/page/index.html").text
    assert set(done) == {"other", "layout"}


def test_an_editor_s_server_draws_nothing_ahead_that_it_has_at_hand(built, monkeypatch):
    ahead = []
    monkeypatch.setattr("argmap.drawing.draw_columns", lambda views, **_: ahead.extend(views))
    loaded = built.load()
    loaded.plugins.on_startup(command="serve", dirty=False)
    try:
        build(loaded)
        built.write("docs/maps/other.yml", OTHER.replace("A ferry", "Two ferries"))
        build(built.load())
    finally:
        loaded.plugins.on_startup(command="build", dirty=False)
    assert {reading.name for reading, *_ in ahead} <= {"other"}


def test_what_a_map_changes_on_its_way_is_not_kept(built, done, monkeypatch):
    """A map that is saved while it is read is read again by the next build."""
    read = shelf.read

    def saved_meanwhile(path, **options):
        found = read(path, **options)
        if path.stem == "pier":
            built.write("docs/maps/pier.yml", PIER)
        return found

    built.write("docs/maps/pier.yml", PIER.replace("A pier is too dear.", "A pier costs too much."))
    monkeypatch.setattr(shelf, "read", saved_meanwhile)
    built.build()
    monkeypatch.setattr(shelf, "read", read)
    assert "A pier is too dear." in built.build().html("maps/pier/claims/index.html").text


def test_where_nothing_new_is_kept_nobody_looks_through_the_cache(built, monkeypatch):
    trimmed = []
    monkeypatch.setattr(cache, "trim", lambda folder, limit: trimmed.append(limit))
    built.build()
    assert trimmed == []
    built.write("docs/maps/other.yml", OTHER.replace("A ferry", "Two ferries"))
    built.build()
    assert trimmed == [500_000_000]


NEW_FENCE = "```argmap\nmap: pier\nfocus: too-dear\n```\n"  # for which what is kept of the map has to be looked into


@pytest.fixture
def meanwhile(monkeypatch):
    """Saves files when a build has taken note of all maps, and has made no page yet."""

    def saving(site, path, text):
        made = ArgmapPlugin.on_files

        def on_files(self, files, **options):
            found = made(self, files, **options)
            site.write(path, text)
            return found

        monkeypatch.setattr(ArgmapPlugin, "on_files", on_files)
        site.build(strict=False)
        monkeypatch.setattr(ArgmapPlugin, "on_files", made)

    return saving


@pytest.mark.parametrize("text", [PIER.replace("A pier is too dear.", "A pier costs too much."), BROKEN])
def test_a_build_shows_a_map_as_it_was_when_the_build_began(built, meanwhile, text):
    built.write("docs/index.md", NEW_FENCE)
    meanwhile(built, "docs/maps/pier.yml", text)
    assert "A pier is too dear." in built.html().text
    built.write("docs/maps/pier.yml", PIER)
    assert "A pier is too dear." in built.build().html().text


def test_what_is_made_of_a_source_that_is_saved_meanwhile_is_not_kept(built, meanwhile):
    built.config["use_directory_urls"] = False  # so that its page is made anew
    meanwhile(built, "report.txt", f"{REPORT}\nNewly added.\n")
    assert "Newly added." in built.html("maps/pier/sources/report.html").text
    built.write("report.txt", REPORT)
    assert "Newly added." not in built.build().html("maps/pier/sources/report.html").text


def test_an_editor_who_begins_with_all_at_hand_sees_a_broken_map_as_it_was(built, done, heard):
    loaded = built.load(strict=False)
    loaded.plugins.on_startup(command="serve", dirty=False)
    try:
        build(loaded)
        assert done == []
        built.write("docs/maps/pier.yml", BROKEN)
        build(built.load(strict=False))
    finally:
        loaded.plugins.on_startup(command="build", dirty=False)
    assert "town-alike" in heard.take()[0]
    assert "A pier is too dear." in built.html("maps/pier/claims/index.html").text


def test_two_addresses_by_turns_are_both_at_hand(large, done):
    addresses = ["https://example.org/", "http://127.0.0.1:8000/"]
    for address in addresses:
        large.build(site_url=address)
    done.clear()
    for address in addresses:
        large.build(site_url=address)
    assert done == []


def test_a_page_that_is_no_text_is_told_of_by_its_name(site, heard):
    (site.folder / "docs/bad.md").write_bytes(b"# caf\xe9\n")
    with pytest.raises(UnicodeDecodeError):
        site.build()
    assert "bad.md" in heard.take()[0]


def test_what_pages_show_is_laid_out_together_and_not_map_by_map(site, done):
    names = [f"ferry-{number}" for number in range(9)]
    for name in names:
        site.write(
            f"docs/maps/{name}.yml", OTHER.replace("A ferry", name).replace("in any weather", f"on {name} waters")
        )
        site.write(f"docs/{name}.md", f"# {name}\n\n~~~ argmap\n{name}\n~~~\n")
    site.build()
    assert {*names} <= set(done)
    assert done.count("layout") < len(names)
    assert all(site.html(f"{name}/index.html").all("svg", "am-column") for name in names)
