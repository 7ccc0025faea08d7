"""The line that a finding is about."""

import pytest

from argmap.findings import Finding, Severity
from argmap.pages.excerpts import BEFORE, WIDEST, excerpt, with_excerpts


def finding(line, column, file="map.yml"):
    return Finding(file, line, column, "type", Severity.ERROR, "Wrong.")


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("    because: [town-alike]", 15, ("because: [", "town-alike", "]")),
        ('    quote: "a \\"b\\" c" # d', 12, ("quote: ", '"a \\"b\\" c"', " # d")),
        ("    quote: 'it''s'", 12, ("quote: ", "'it''s'", "")),
        ("title: ", 8, ("title: ", "", "")),
        ("- [", 3, ("- ", "[", "")),
        ("\ttab", 1, ("", "\ttab", "")),
        ("عنوان: نقشه", 8, ("عنوان: ", "نقشه", "")),
        ("x: a\u202eb", 6, ("x: a\ufffd", "b", "")),
    ],
)
def test_what_is_pointed_at(line, column, shown):
    assert excerpt(finding(1, column), [line])[1:] == shown


def test_a_long_line_is_cut_around_it():
    found = excerpt(finding(1, 501), ["x " * 250 + "here" + " y" * 250])
    assert (found.marked, found.before[0], found.after[-1]) == ("here", "…", "…")
    assert len(found.before) == BEFORE + 1
    assert sum(map(len, found[1:])) == WIDEST + 2


def test_a_line_that_is_no_longer_there_is_not_shown():
    assert excerpt(finding(3, 1), ["one", "two"]) is None


def test_each_finding_has_its_own_file_s_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.yml").write_bytes("\ufeffone\r\ntwo\u2028still two\r\nthree".encode())
    found = list(with_excerpts([finding(3, 1), finding(0, 0), finding(1, 1, "none.yml")]))
    assert [line and line.marked for _, line in found] == ["three", None, None]
