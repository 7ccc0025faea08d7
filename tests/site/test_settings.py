"""The project's settings, wherever they stand, and the mistakes in them."""

import sys

import pytest

from argmap.findings import MapError, Severity
from argmap.review import Policy
from argmap.settings import load


def settings(folder, argmap=None, pyproject=None):
    if argmap is not None:
        (folder / "argmap.toml").write_bytes(argmap if isinstance(argmap, bytes) else argmap.encode())
    if pyproject is not None:
        (folder / "pyproject.toml").write_text(pyproject, "utf-8")
    return load(folder.resolve())


def test_nothing_said(tmp_path):
    found = settings(tmp_path)
    assert (found.maps, found.engine, found.cache) == (tmp_path / "docs/maps", "auto", tmp_path / ".cache/argmap")


def test_in_pyproject(tmp_path):
    assert settings(tmp_path, pyproject='[tool.argmap]\nmaps = "maps"\n').maps == tmp_path / "maps"


def test_another_tools_pyproject(tmp_path):
    assert settings(tmp_path, pyproject="[tool.ruff]\nline-length = 100\n").engine == "auto"


def test_a_file_of_its_own_goes_first(tmp_path):
    found = settings(tmp_path, argmap='engine = "system"', pyproject='[tool.argmap]\nengine = "embedded"\n')
    assert found.engine == "system"


def test_how_much_is_kept(tmp_path):
    assert settings(tmp_path).cache_limit == 500_000_000
    assert settings(tmp_path, argmap="cache_limit = 5").cache_limit == 5_000_000


def test_no_cache(tmp_path):
    assert settings(tmp_path, argmap="cache = false").cache is None


@pytest.mark.parametrize(
    ("argmap", "message"),
    [
        ("mapps = 'x'", "argmap knows no setting `mapps` (did you mean `maps`?)"),
        (
            "zzz = 'x'",
            "argmap knows no setting `zzz` "
            "(the settings are maps, engine, cache, cache_limit, issues, coverage, limit, rules)",
        ),
        ("maps = 3", "argmap's setting `maps` takes a text, not 'int'"),
        ("maps = ''", "argmap's setting `maps` takes a text, not ''"),
        ("maps = false", "argmap's setting `maps` takes a text, not 'bool'"),
        ("cache_limit = '5'", "argmap's setting `cache_limit` takes a whole number above 0, not '5'"),
        ("cache_limit = 0", "argmap's setting `cache_limit` takes a whole number above 0, not 'int'"),
        ("cache_limit = true", "argmap's setting `cache_limit` takes a whole number above 0, not 'bool'"),
        ("cache = true", "or `false` for no cache"),
        ("issues = false", "write the address of a form for new issues, such as"),
        ("issues = 'javascript:alert(1)'", "no address that begins with https:// or http://"),
        ("issues = 'https://'", "no address that begins with https:// or http://"),
        ("issues = 'https://[x'", "no address that begins with https:// or http://"),
        ("issues = 'https://example.org/a b'", "no address that begins with https:// or http://"),
        ('maps = "a\\u0000b"', "a path that cannot be followed"),
        ("coverage = 101", "argmap's setting `coverage` takes a whole number from 0 to 100, not 101"),
        ("coverage = -1", "from 0 to 100, not -1"),
        ("coverage = true", "from 0 to 100, not True"),
        ("coverage = 0.8", "such as `coverage = 80`"),
        ("limit = 11", "argmap's setting `limit` takes a whole number from 12 to 1000, not 11"),
        ("limit = 1001", "from 12 to 1000, not 1001"),
        ("limit = true", "from 12 to 1000, not True"),
        ("limit = '120'", "claims in one drawing, such as `limit = 120`"),
        ("rules = 'off'", "argmap's setting `rules` takes a table, not 'off'"),
        ("rules.one-sidet = false", "argmap knows no rule `one-sidet` (did you mean `one-sided`?)"),
        ("rules.x = false", "argmap knows no rule `x` (the rules are expect, circular,"),
        ("rules.loop = true", "The rule `loop` cannot be True (write `false` to switch it off, or one of"),
        ("rules.loop = 'fatal'", "The rule `loop` cannot be 'fatal'"),
        ("rules.loop = ['note']", "The rule `loop` cannot be ['note']"),
        ("rules.expect = false", "The rule `expect` is always an error: it is the map's own test"),
        ("maps = ", "not valid TOML"),
        (b"maps = '\xff'", "not valid TOML"),
        ("maps = " + "[" * 5_000, "nested too deep"),
    ],
)
def test_mistakes_are_told_in_one_line(tmp_path, argmap, message):
    with pytest.raises(MapError) as caught:
        settings(tmp_path, argmap=argmap)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_where_faults_are_told(tmp_path):
    assert settings(tmp_path).issues is None
    assert settings(tmp_path, argmap="issues = 'https://example.org/new?a=1'").issues == "https://example.org/new?a=1"


def test_what_is_made_of_the_rules(tmp_path):
    assert settings(tmp_path).policy == Policy({}, 0)
    found = settings(tmp_path, argmap="coverage = 80\n[rules]\none-sided = false\nloop = 'note'\n")
    assert found.policy == Policy({"one-sided": None, "loop": Severity.NOTE}, 80)


@pytest.mark.parametrize("pyproject", ["tool = 3", "[tool]\nargmap = 3", "[[tool]]\nargmap = 3"])
def test_a_pyproject_that_says_it_otherwise(tmp_path, pyproject):
    with pytest.raises(MapError, match=r"is no table \(write `\[tool.argmap\]`\)"):
        settings(tmp_path, pyproject=pyproject)


def test_a_folder_where_the_file_should_be(tmp_path):
    (tmp_path / "argmap.toml").mkdir()
    with pytest.raises(MapError, match="cannot be read"):
        settings(tmp_path)


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="from Python 3.13 on a loop of links is a path like any other")
def test_a_loop_of_links(tmp_path):
    (tmp_path / "maps").symlink_to("maps")
    with pytest.raises(MapError, match="a path that cannot be followed"):
        settings(tmp_path, argmap="maps = 'maps'")
