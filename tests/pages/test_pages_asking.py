"""What was made for one page, as another page takes it."""

from argmap.pages.asking import HELD, PREFIX, taken


class Page:
    """A page of a site that puts in late what is held back."""

    def __init__(self, number=1):
        self.late, self._number = [], number

    def number(self):
        return self._number

    def hold(self, make):
        self.late.append(make)
        return f"<{len(self.late)}>"


def test_what_is_held_back_is_handed_over_in_its_order_and_the_rest_is_shown():
    page = Page()
    content = f"a {HELD}first −{HELD} b {HELD}second{HELD}".encode()
    assert taken(content, page) == "a <1> b <2>"
    assert [make() for make in page.late] == ["first −", "second"]


def test_a_drawing_has_the_number_of_the_page_that_takes_it():
    content = f'{HELD}<g id="{PREFIX}a"><g id="{PREFIX}b">{HELD}'.encode()
    pages = [Page(1), Page(2)]
    assert [taken(content, page) for page in pages] == ["<1>", "<1>"]
    assert pages[0].late[0]() == '<g id="argmap-1-a"><g id="argmap-1-b">'
    assert pages[1].late[0]() == '<g id="argmap-2-a"><g id="argmap-2-b">'


def test_what_holds_nothing_back_needs_no_host():
    assert taken("“a” − b".encode(), None) == "“a” − b"
