"""What the notation refuses: each file in `refused/` beside what is said of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from argmap.findings import MapError
from argmap.notation import document, parse_map, read_map

REFUSED = Path(__file__).parent / "refused"
CASES = sorted(REFUSED.glob("*.yml"))


def findings(path: Path) -> MapError:
    with pytest.raises(MapError) as caught:
        read_map(path)
    return caught.value


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_mistake_is_named_at_its_place(path: Path) -> None:
    error = findings(path)
    said = [str(finding).removeprefix(f"{path}:") for finding in error.findings]
    assert said == path.with_suffix(".txt").read_text("utf-8").splitlines()
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    assert error.unreadable == (document.read_document("", text).root is None), "only what is YAML to its end is read"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_pure_loader_refuses_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [(finding.line, finding.rule) for finding in findings(path).findings]
    monkeypatch.setattr(document, "LOADER", yaml.SafeLoader)
    assert [(finding.line, finding.rule) for finding in findings(path).findings] == expected


def test_every_case_has_a_file_of_its_own_and_no_answer_is_left_over() -> None:
    assert {path.stem for path in REFUSED.glob("*.txt")} == {path.stem for path in CASES}


class TestUnreadable:
    """Files that cannot be read as a map at all."""

    def said(self, path: Path) -> str:
        error = findings(path)
        assert error.unreadable
        (finding,) = error.findings
        assert (finding.file, finding.line, finding.rule) == (str(path), 0, "unreadable")
        return finding.message

    def test_missing(self, tmp_path: Path) -> None:
        assert self.said(tmp_path / "none.yml") == "There is no such file."

    @pytest.mark.parametrize("content", [b"", b" \n\n", b"\xef\xbb\xbf"], ids=["nothing", "blank lines", "a mark"])
    def test_empty(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "map.yml"
        path.write_bytes(content)
        assert self.said(path) == "The file is empty."

    def test_a_directory(self, tmp_path: Path) -> None:
        assert self.said(tmp_path) == "This is a directory, and a map is a file."

    def test_below_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "map.yml").write_text("")
        assert "cannot be read" in self.said(tmp_path / "map.yml" / "map.yml")

    def test_a_name_that_no_file_has(self) -> None:
        assert "cannot be read" in self.said(Path("a\0b.yml"))

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "map.yml")
        assert self.said(tmp_path / "map.yml") == "This is not a regular file, and a map is a file."

    @pytest.mark.parametrize("encoding", ["latin-1", "utf-16-le"])
    def test_not_utf_8(self, tmp_path: Path, encoding: str) -> None:
        path = tmp_path / "map.yml"
        path.write_bytes("argmap: 1\ntitle: Über\xe9\n".encode(encoding))
        assert self.said(path).startswith("The file is not UTF-8")

    def test_binary(self, tmp_path: Path) -> None:
        path = tmp_path / "map.yml"
        path.write_bytes(b"argmap: 1\0")
        assert self.said(path) == "The file holds NUL bytes: it is not a text."

    def test_over_five_megabytes(self, tmp_path: Path) -> None:
        path = tmp_path / "map.yml"
        path.write_bytes(b"#" * 5_000_001)
        assert self.said(path) == "The file is larger than 5 MB."

    def test_five_megabytes_are_read(self, tmp_path: Path) -> None:
        path = tmp_path / "map.yml"
        path.write_bytes(b"#" * 5_000_000)
        assert not findings(path).unreadable


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_nesting_that_could_crash_a_parser_is_refused(opening: str, loader: str) -> None:
    # In a process of its own, since what is tested is that the process lives.
    code = f"""if True:
        import yaml
        from argmap.findings import MapError
        from argmap.notation import document, parse_map
        document.LOADER = getattr(yaml, {loader!r}, yaml.SafeLoader)
        try:
            parse_map({opening!r} * 100_000, "map.yml")
        except MapError as error:
            print(*(finding.rule for finding in error.findings))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (0, "nesting\n"), done.stderr


def test_the_pure_loader_s_impossible_escapes_are_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LOADER", yaml.SafeLoader)
    for escape in (r"\ud800", r"\U00110000"):
        with pytest.raises(MapError) as caught:
            parse_map(f'title: "{escape}"\n', "map.yml")
        assert "control-character" in str(caught.value) or "syntax" in str(caught.value)


def test_ten_thousand_mistakes_are_all_reported() -> None:
    claims = "".join(f"  c{n}: {{text: Claim {n}., because: [d{n}]}}\n" for n in range(10_000))
    with pytest.raises(MapError) as caught:
        parse_map(f"argmap: 1\ntitle: Long\nthesis: c0\nclaims:\n{claims}", "long.yml")
    assert len(caught.value.findings) == 10_000
