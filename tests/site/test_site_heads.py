"""What a built page says of itself to machines and to those who share it."""

import json

import pytest
from harbour import BROKEN, PIER
from png_reader import Png

HEADS = {
    "material": {"theme": {"name": "material", "font": False}},
    "mkdocs": {},
    "readthedocs": {"theme": "readthedocs"},
}
ADDRESS = "https://example.org/town/"
CLAIMS, SOURCE = "maps/pier/claims/index.html", "maps/pier/sources/report/index.html"
HOSTILE = """'</script><script>alert("1")</script> <!-- & "pier" 😀'"""


def metas(page):
    """What the page's metadata say, each name once."""
    found = {}
    for element in page.all("meta"):
        name = element.attributes.get("property") or element.attributes.get("name")
        if name:
            assert name not in found
            found[name] = element.attributes["content"]
    return found


def data(page):
    return json.loads(page.one("script", type="application/ld+json").text)


@pytest.mark.parametrize("theme", HEADS.values(), ids=HEADS)
def test_every_page_has_title_description_address_and_picture(site, theme):
    site.write("docs/other.md", "# Another\n\nNo map.")
    site.build(site_url=ADDRESS, site_description='What is "said" & why', **theme)
    for name in ("index.html", "other/index.html", CLAIMS, SOURCE):
        page = site.html(name)
        said = metas(page)
        assert {"description", "og:title", "og:description", "og:locale", "twitter:card", "og:image:alt"} <= said.keys()
        assert page.one("link", rel="canonical").attributes["href"] == said["og:url"]
        assert said["og:url"] == ADDRESS + name.removesuffix("index.html")
        assert said["og:image"] == f"{ADDRESS}maps/pier/card.png"
        assert said["og:site_name"] == "Harbour"
    assert metas(site.html("index.html"))["og:type"] == "website"
    assert metas(site.html(CLAIMS))["og:type"] == "article"


def test_what_generated_pages_are_about(site):
    site.build()
    assert metas(site.html(CLAIMS))["description"].startswith("Every claim of the map “A second pier”, with what is")
    assert metas(site.html(SOURCE))["description"] == (
        "N. N., “Harbour report”, The Town, 2016-10,"
        " with the passages marked that the argument map “A second pier” quotes."
    )


def test_a_page_s_own_words_go_first(site):
    site.write("docs/page.md", "---\ntitle: My page\ndescription: My words\n---\n\n# Heading\n")
    site.build(site_description="The site's")
    said = metas(site.html("page/index.html"))
    assert (said["og:title"], said["og:description"], said["description"]) == ("My page", "My words", "My words")


@pytest.mark.parametrize("directories", [True, False])
def test_the_picture_is_there(site, directories):
    site.build(use_directory_urls=directories, site_url=ADDRESS)
    for name in site.pages.keys() - {"404.html", "search.html"}:
        image = metas(site.html(name))["og:image"]
        assert image.startswith(ADDRESS)
        png = Png((site.out / image.removeprefix(ADDRESS)).read_bytes())
        assert (png.width, png.height) == (1200, 630)


def test_a_site_without_an_address_has_no_pictures_that_only_others_would_show(site):
    said = metas(site.build().html())
    assert "og:image" not in said
    assert said["og:title"] == "Harbour"
    assert not list((site.out / "maps").rglob("*.png"))


def test_a_page_is_shown_by_the_first_map_it_draws(site):
    site.write("docs/maps/other.yml", PIER.replace("A second pier", "Another"))
    site.write("docs/two.md", "# Two\n\n```argmap\nother\n```\n\n```argmap\npier\n```\n")
    site.write("docs/none.md", "# None\n")
    site.build(site_url=ADDRESS)
    assert metas(site.html("two/index.html"))["og:image"] == f"{ADDRESS}maps/other/card.png"
    assert metas(site.html("none/index.html"))["og:image"] == f"{ADDRESS}maps/pier/card.png"
    assert metas(site.html(CLAIMS))["og:image"] == f"{ADDRESS}maps/pier/card.png"


def test_claims_for_machines(site):
    site.build(site_url=ADDRESS)
    claims = {node["@id"]: node for node in data(site.html(CLAIMS))["@graph"][0]["hasPart"]}
    assert {node["@type"] for node in claims.values()} == {"Claim"}
    assert claims[f"{ADDRESS}maps/pier/claims/#too-dear"]["text"] == "A pier is too dear."
    ids = site.html(CLAIMS).ids
    assert {address.partition("#")[2] for address in claims} <= set(ids)
    assert not site.html(SOURCE).all("script", type="application/ld+json")
    assert not site.html("index.html").all("script", type="application/ld+json")


@pytest.mark.parametrize("theme", HEADS.values(), ids=HEADS)
def test_text_is_text(site, theme):
    text = PIER.replace("A second pier\n", f"{HOSTILE}\n").replace("A pier is too dear.", HOSTILE)
    site.write("docs/maps/pier.yml", text.replace("Harbour report", HOSTILE))
    site.build(**theme)
    plain = HOSTILE.strip("'")
    for name in (CLAIMS, SOURCE):
        page = site.html(name)
        assert plain in metas(page)["og:title"]
        assert plain in metas(page)["description"]
        assert not [script for script in page.all("script") if script.text.startswith("alert(")]
    assert plain in [node["text"] for node in data(site.html(CLAIMS))["@graph"][0]["hasPart"]]


def test_a_broken_map_has_no_picture_and_the_page_stands(site, heard):
    site.write("docs/maps/pier.yml", BROKEN)
    site.build(strict=False)
    assert len(heard.take()) == 1
    said = metas(site.html())
    assert "og:image" not in said
    assert said["twitter:card"] == "summary"
    assert not list((site.out / "maps").rglob("*.png"))


def test_a_map_without_sources(site):
    site.write("docs/maps/pier.yml", "argmap: 1\ntitle: A pier\nthesis: t\nclaims:\n  t: { text: Build it. }\n")
    site.build()
    assert data(site.html(CLAIMS))["@graph"][0] == {
        "@type": "CreativeWork",
        "@id": "",
        "name": "A pier",
        "inLanguage": "en",
        "hasPart": [{"@type": "Claim", "@id": "#t", "text": "Build it.", "inLanguage": "en"}],
    }


def test_pages_in_another_language(site):
    site.write("docs/maps/pier.yml", PIER.replace("thesis:", "language: fa\nthesis:", 1))
    site.write("argmap.toml", "rules.missing-language = false")  # the claims are in English all the same
    site.build()
    assert metas(site.html(CLAIMS))["og:locale"] == "fa_IR"
    assert metas(site.html("index.html"))["og:locale"] == "en_US"
