"""The end of a page's head."""

import pytest
from html_reader import Html

from argmap.pages.head import Facts, Shown, locale, with_head

FACTS = Facts(
    title='A "pier" & </title>',
    site="Harbour",
    description="Why <now>?",
    address="https://example.org/a/",
    picture=Shown("https://example.org/card.png", "Argument map: A pier"),
)


def metas(page):
    return [
        (e.attributes.get("property") or e.attributes["name"], e.attributes["content"]) for e in Html(page).all("meta")
    ]


def page(head=""):
    return f"<!doctype html><html><head>{head}</head><body><p>&lt;/head></p></body></html>"


def test_everything_is_said_once():
    assert metas(with_head(page(), FACTS)) == [
        ("description", "Why <now>?"),
        ("og:type", "article"),
        ("og:site_name", "Harbour"),
        ("og:title", 'A "pier" & </title>'),
        ("og:description", "Why <now>?"),
        ("og:url", "https://example.org/a/"),
        ("og:locale", "en_US"),
        ("twitter:card", "summary_large_image"),
        ("og:image", "https://example.org/card.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "Argument map: A pier"),
    ]
    assert Html(with_head(page(), FACTS)).one("link", rel="canonical").attributes["href"] == "https://example.org/a/"


def test_a_second_time_says_nothing_more():
    once = with_head(page(), FACTS)
    assert with_head(once, FACTS) == once


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        ('<meta name="description" content="Theirs">', "description"),
        ("<meta name=description content=Theirs>", "description"),
        ('<META content="Theirs" PROPERTY="og:title">', "og:title"),
    ],
)
def test_what_the_theme_says_stands(theme, name):
    found = metas(with_head(page(theme), Facts(title="T", site="S", description="Ours", indexed=False)))
    assert [said for said, _ in found].count(name) == 1


@pytest.mark.parametrize("theme", ["", '<meta name="robots" content="index, follow">'])
def test_what_is_not_to_be_listed_says_so_whatever_a_theme_tells_robots(theme):
    facts = Facts(title="T", site="S", indexed=False)
    once = with_head(page(theme), facts)
    assert ("robots", "noindex") in metas(once)
    assert with_head(once, facts) == once


def test_the_theme_s_canonical_address_stands():
    written = with_head(page('<link href="https://example.org/b/" rel="canonical">'), FACTS)
    assert len(Html(written).all("link", rel="canonical")) == 1


def test_another_s_picture_keeps_its_own_size():
    found = dict(metas(with_head(page('<meta property="og:image" content="theirs.png">'), FACTS)))
    assert found["og:image"] == "theirs.png"
    assert not found.keys() & {"og:image:width", "og:image:alt"}


def test_without_a_picture_and_an_address():
    found = dict(metas(with_head(page(), Facts(title="T", site="S", home=True))))
    assert found == {
        "og:type": "website",
        "og:site_name": "S",
        "og:title": "T",
        "og:locale": "en_US",
        "twitter:card": "summary",
    }


def test_a_page_without_a_head_is_left_alone():
    assert with_head("<p>Part of a page", FACTS) == "<p>Part of a page"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "en_US"), ("fa", "fa_IR"), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("de", "de"), ("ru_RU", "ru_RU")],
)
def test_a_language_as_others_read_it(language, written):
    assert locale(language) == written
