"""`[words](argmap:map#claim)` where there is nothing but Python-Markdown: no pages to lead to."""

from harbour import BROKEN, PIER
from html_reader import Html


def test_where_there_are_no_pages_the_words_stay_and_say_the_claim(project):
    page = Html(project.html("It is [too dear](argmap:pier#too-dear)."))
    words = page.one("span")
    assert words.text == "too dear"
    assert words.attributes["title"] == "Counterpoint: A pier is too dear."
    assert "am-as-counterpoint" in words.classes


def test_a_class_and_a_title_of_the_editors_stay(project):
    words = Html(project.html('[x](argmap:pier#too-dear "Mine"){ .mine }')).one("span")
    assert words.attributes["title"] == "Mine"
    assert "mine" in words.classes


def test_text_is_text_in_a_title(project):
    project.write("docs/maps/pier.yml", PIER.replace("A pier is too dear.", "'<b> &copy; \"a\"'"))
    words = Html(project.html("[x](argmap:pier#too-dear)")).one("span")
    assert words.attributes["title"] == 'Counterpoint: <b> &copy; "a"'


def test_an_unknown_map(project, heard):
    assert Html(project.html("[x](argmap:peir#too-dear)")).one("span").text == "x"
    assert heard.take() == [
        "argmap: the link `argmap:peir#too-dear` leads nowhere: There is no map named `peir` (did you mean `pier`?)"
    ]


def test_an_unknown_claim(project, heard):
    project.html("[x](argmap:pier#to-dear)")
    assert "the map has no claim named `to-dear` (did you mean `too-dear`?)" in heard.take()[0]


def test_a_broken_map(project, heard):
    project.write("docs/maps/pier.yml", BROKEN)
    project.html("[x](argmap:pier#too-dear)")
    assert "the map has mistakes" in heard.take()[0]


def test_other_links_are_left_alone(project):
    html = project.html("[x](https://example.org/argmap:pier) [y](page.md)")
    assert Html(html).links == ["https://example.org/argmap:pier", "page.md"]
