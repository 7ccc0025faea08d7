"""The command as a process: what it imports, how it ends, what bytes it writes."""

import json
import os
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from argmap import __version__
from argmap.cli import COMMANDS, main

HEAVY = {"mkdocs", "pydantic", "yaml", "graphviz", "sentencex", "markdown", "rich", "jinja2", "multiprocessing"}
ROOT = Path(__file__).parents[2]


def argmap(*arguments, **options):
    """`python -m argmap`, as bytes go in and out."""
    command = [sys.executable, "-m", "argmap", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


def test_the_version():
    done = argmap("--version")
    assert (done.returncode, done.stdout.decode().split(), done.stderr) == (0, ["argmap", __version__], b"")


def test_the_console_script_is_this_main():
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert scripts["argmap"] == f"{main.__module__}:{main.__name__}"


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join
)
def test_asking_for_help_imports_no_machinery(arguments):
    code = f"""if True:
        import runpy, sys
        sys.argv = ["argmap", *{arguments!r}]
        try:
            runpy.run_module("argmap", run_name="__main__")
        except SystemExit as end:
            print(*sorted(sys.modules), file=sys.stderr)
            sys.exit(end.code)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout[:6]) == (0, "argmap" if arguments == ["--version"] else "usage:")
    assert "argmap.cli" in done.stderr.split()
    assert HEAVY.isdisjoint(done.stderr.split())


def test_drawing_a_map_without_mistakes_loads_neither_the_schema_nor_a_host(project):
    Path("plain.yml").write_text("argmap: 1\ntitle: T\nthesis: t\nclaims: { t: { text: T. } }\n")
    code = (
        "import sys; from argmap.cli import main; status = main(['draw', 'plain.yml', '-o', 'plain.svg']);"
        "print(*sorted(sys.modules)); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert {name.partition(".")[0] for name in done.stdout.split()} & HEAVY == {"yaml"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert ended.value.code == 0
    assert " ".join(import_module(f"argmap.cli.{name}").__doc__.split()) in said


@pytest.mark.parametrize(
    "arguments",
    [[], ["chekc"], ["check", "--format", "xml"], ["draw", "pier.yml"], ["labels", "a.yml", "--fo", "json"]],
)
def test_options_that_make_no_sense_are_refused(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: argmap")


@pytest.mark.parametrize("arguments", [["check"], ["labels"], ["draw", "-o", "pier.svg"]], ids=lambda words: words[0])
def test_ctrl_c_is_no_traceback(project, monkeypatch, capsys, arguments):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("argmap.reading.read", interrupted)
    assert main([*arguments, "pier.yml"]) == 130
    assert capsys.readouterr() == ("", "argmap: Interrupted.\n")


def test_a_file_problem_nobody_foresaw_is_a_sentence(project, monkeypatch, capsys):
    def denied(*_, **__):
        raise PermissionError(13, "Permission denied", "above")

    monkeypatch.setattr("argmap.reading.read", denied)
    assert main(["check", "pier.yml"]) == 2
    assert capsys.readouterr() == ("", "argmap: The file above cannot be used: Permission denied.\n")


def test_statuses_reach_the_shell(project):
    assert [argmap("check", file).returncode for file in ("pier.yml", "broken.yml", "none.yml")] == [0, 1, 2]


@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise elsewhere")
@pytest.mark.parametrize(
    "arguments",
    [["labels", "pier.yml"], ["check", "pier.yml"], ["draw", "pier.yml", "-o", "-"]],
    ids=lambda words: words[0],
)
def test_a_reader_that_goes_away_is_no_traceback(project, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "argmap", *arguments], stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise elsewhere")
@pytest.mark.parametrize("file", ["broken.yml", "misquoted.yml", "none.yml"])
def test_a_reader_of_the_findings_that_goes_away_ends_it_too(project, file):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "labels", file], stdout=subprocess.PIPE, stderr=writer, timeout=60, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stdout) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_behind_standard_output_is_a_sentence(project):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", "labels", "pier.yml"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, b"argmap: The output cannot be used: No space left on device.\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_and_svg_are_utf_8_in_every_locale(project, encoding):
    foreign = os.environ | {"PYTHONIOENCODING": encoding}
    labels = argmap("labels", "pier.yml", "--format", "json", env=foreign)
    assert (labels.returncode, labels.stderr) == (0, b"")
    assert "“Ferries" in json.loads(labels.stdout.decode("utf-8"))["claims"]["build-it"]["says"]
    assert argmap("draw", "pier.yml", "-o", "-", env=foreign).stdout.decode("utf-8").startswith("<svg ")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_no_encoding_has(project):
    name = os.fsdecode(b"p\xefer.yml")
    Path("pier.yml").rename(name)
    done = argmap("check", name)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(rb"p\udcefer.yml: 4 claims")
