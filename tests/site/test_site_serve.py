"""`mkdocs serve` for real: an editor changes files and looks at the page."""

import pytest
from harbour import BROKEN, PIER, REPORT
from html_reader import Html
from served import Served


@pytest.fixture
def served(site):
    site.load()
    server = Served(site)
    yield server
    server.stop()


def test_an_editing_session(served):
    site = served.site

    def saves(path, text):
        return lambda: site.write(path, text)

    assert Html(served.get()).all("svg")

    text = PIER.replace("A pier is too dear.", "A pier costs too much.")
    served.page_with("A pier costs too much.", change=saves("docs/maps/pier.yml", text))

    source = "maps/pier/sources/report/"
    served.page_with("Newly added.", source, change=saves("report.txt", f"{REPORT}\nNewly added.\n"))

    broken = served.page_with("am-broken", change=saves("docs/maps/pier.yml", BROKEN))
    assert "did you mean `towns-alike`?" in broken.one("figure", "am-broken").text
    assert broken.one("code", "am-excerpt").text == "33because: [town-alike]"
    assert "Below is the drawing as it was before that." in broken.one("figure", "am-broken").text
    assert "A pier costs too much." in broken.one("svg", "am-column").text

    # The map's own pages go on as well, and say so.
    claims = Html(served.get("maps/pier/claims/"))
    assert "This page shows the map as it was before that." in claims.one("figure", "am-broken").text
    assert claims.one("h2", id="too-dear").text.startswith("A pier costs too much.")
    assert "Newly added." in Html(served.get(source)).text

    mended = served.page_with("A pier is too dear.", change=saves("docs/maps/pier.yml", PIER))
    assert not mended.all("figure", "am-broken")
    assert not Html(served.get("maps/pier/claims/")).all("figure", "am-broken")
    assert served.process.poll() is None


def test_a_source_in_a_folder_that_was_quoted_only_later_is_watched_too(served):
    site = served.site
    site.write("texts/other.txt", REPORT)
    text = PIER.replace("../../report.txt", "../../texts/other.txt").replace("Harbour report", "Another report")
    page = "maps/pier/sources/report/"
    served.page_with("Another report", page, change=lambda: site.write("docs/maps/pier.yml", text))

    def changes():
        site.write("texts/other.txt", f"{REPORT}\nIn another folder.\n")

    served.page_with("In another folder.", page, change=changes)
