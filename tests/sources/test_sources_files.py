"""Which files may be sources, and what is said of the others."""

import os
from pathlib import Path

import pytest

from argmap.sources import anchor, project_of
from argmap.sources.files import LARGEST


@pytest.fixture
def reading(build, project):
    """Anchor a map whose source is at this path, and which quotes it."""

    def run(file, **given):
        quote = build.quote("Ferries wait")
        source = build.source(file=file)
        result = anchor(build.map(project / "docs/maps/map.yml", quote, sources=[source]), **given)
        return source, quote, result

    return run


def test_a_bom_and_windows_newlines_are_no_trouble(reading, project):
    (project / "report.txt").write_bytes(b"\xef\xbb\xbfFerries wait\r\nlong.")
    _, quote, result = reading("../../report.txt")
    assert result.texts["report"].text == "Ferries wait\nlong."
    assert result.spans[quote] == (0, 12)


def missing(project):
    return "../../none.txt", "source-missing", "There is no source file"


def missing_with_its_folder(project):
    return "../nowhere/none.txt", "source-missing", "There is no source file"


def folder(project):
    return "../maps", "source-not-a-file", "is a folder"


def no_path_at_all(project):
    return "", "source-not-a-file", "is a folder"


def not_utf8(project):
    (project / "latin.txt").write_bytes("Ferries\nwait: café".encode("latin-1"))
    return "../../latin.txt", "source-encoding", "line 2 has the byte 0xe9"


def too_large(project):
    (project / "large.txt").write_bytes(b"a" * (LARGEST + 1))
    return "../../large.txt", "source-too-large", "more than 5 MB"


def outside(project):
    (project.parent / "secret.txt").write_text("Ferries wait", "utf-8")
    return "../../../secret.txt", "source-outside", "outside the project"


def outside_and_missing(project):
    return "../../../no-such-secret.txt", "source-outside", "outside the project"


def absolute(project):
    return "/etc/hostname", "source-outside", "outside the project"


def link_to_outside(project):
    (project.parent / "secret.txt").write_text("Ferries wait", "utf-8")
    (project / "link.txt").symlink_to(project.parent / "secret.txt")
    return "../../link.txt", "source-outside", "outside the project"


def link_to_itself(project):
    (project / "loop.txt").symlink_to(project / "loop.txt")
    return "../../loop.txt", "source-unreadable", "cannot be read"


def fifo(project):
    os.mkfifo(project / "pipe")
    return "../../pipe", "source-not-a-file", "not a regular file"


def path_too_long(project):
    return "x" * 5000, "source-unreadable", "cannot be read"


def nul_in_the_path(project):
    return "a\0b", "source-unreadable", "cannot be read"


@pytest.mark.parametrize(
    "case",
    [
        missing,
        missing_with_its_folder,
        folder,
        no_path_at_all,
        not_utf8,
        too_large,
        outside,
        outside_and_missing,
        absolute,
        link_to_outside,
        link_to_itself,
        fifo,
        path_too_long,
        nul_in_the_path,
    ],
)
def test_a_file_that_cannot_be_a_source_is_one_finding_at_its_path(case, project, reading):
    file, rule, says = case(project)
    source, _, result = reading(file)
    (finding,) = result.findings
    assert (finding.file, finding.line, finding.column) == source.file_place
    assert (finding.rule, finding.severity) == (rule, "error")
    assert says in finding.message
    assert result.texts == result.spans == result.coverage == {}


def test_a_file_of_the_largest_size_is_read(reading, project):
    (project / "large.txt").write_bytes(b"Ferries wait" + b"\n" * (LARGEST - 12))
    _, quote, result = reading("../../large.txt")
    assert quote in result.spans


def test_a_link_inside_the_project_is_followed(reading, project):
    (project / "report.txt").write_text("Ferries wait", "utf-8")
    (project / "link.txt").symlink_to("report.txt")
    _, _, result = reading("../../link.txt")
    assert result.texts["report"].path == (project / "report.txt").resolve()


def test_a_slip_of_the_pen_is_recognised(reading, project):
    (project / "report.txt").write_text("Ferries wait", "utf-8")
    _, _, result = reading("../../raport.txt")
    assert result.findings[0].hint == "did you mean `../../report.txt`?"


def test_a_path_from_the_project_is_recognised(reading, project):
    (project / "report.txt").write_text("Ferries wait", "utf-8")
    _, _, result = reading("report.txt")
    assert result.findings[0].hint == "paths are relative to the map's own file: did you mean `../../report.txt`?"


def test_the_project_can_be_given(reading, project):
    (project / "report.txt").write_text("Ferries wait", "utf-8")
    _, _, result = reading("../../report.txt", project=project / "docs")
    assert [finding.rule for finding in result.findings] == ["source-outside"]


def test_one_bad_source_leaves_the_others(build, project):
    (project / "docs/maps/report.txt").write_text("Ferries wait", "utf-8")
    good, bad = build.quote("Ferries wait"), build.quote("Ferries wait", source="lost")
    sources = [build.source(), build.source("lost", "lost.txt")]
    result = anchor(build.map(project / "docs/maps/map.yml", good, bad, sources=sources))
    assert list(result.texts) == ["report"]
    assert list(result.spans) == [good]
    assert [finding.rule for finding in result.findings] == ["source-missing"]


@pytest.mark.parametrize(
    ("marks", "project"),
    [
        ([], "a/b"),
        ([".git"], "."),
        (["mkdocs.yml", "a/.git"], "."),
        (["mkdocs.yml", "a/mkdocs.yml"], "a"),
        ([".git", "a/b/.git"], "a/b"),
    ],
)
def test_the_project_is_the_nearest_folder_with_mkdocs_yml_else_git_else_the_maps_own(tmp_path, marks, project):
    (tmp_path / "a/b").mkdir(parents=True)
    for mark in marks:
        (tmp_path / mark).touch()
    assert project_of(tmp_path / "a/b/map.yml") == (tmp_path / project).resolve()


def test_the_project_of_a_map_in_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert project_of(Path("map.yml")) == tmp_path.resolve()
