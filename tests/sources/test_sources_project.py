"""The folder that a map's sources may not leave."""

from pathlib import Path

import pytest

from argmap.sources import project_of


def test_where_one_may_not_look_there_is_nothing(tmp_path, monkeypatch):
    shut = tmp_path / "shut"
    (shut / "docs").mkdir(parents=True)
    stat = Path.stat

    def refused(path, **options):
        if path.parent == shut and path.name in ("mkdocs.yml", ".git"):
            raise PermissionError(13, "Permission denied")
        return stat(path, **options)

    (tmp_path / "mkdocs.yml").touch()
    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(PermissionError):
        (shut / "mkdocs.yml").stat()
    assert project_of(shut / "docs/map.yml") == tmp_path
