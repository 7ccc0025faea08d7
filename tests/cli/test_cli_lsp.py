"""`argmap lsp` where the language server is not installed; the sessions are in `tests/lsp`."""

import subprocess
import sys

import pytest

from argmap.cli.lsp import INSTALL


@pytest.mark.parametrize("length", ["99999999999999999999999999", "x", "5"])
def test_what_no_editor_says_is_answered_without_a_traceback(length):
    said = f"Content-Length: {length}\r\n\r\n{{{{{{".encode()
    done = subprocess.run([sys.executable, "-m", "argmap", "lsp"], input=said, capture_output=True, timeout=60)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1


def test_without_pygls_one_line_says_what_to_install(argmap, monkeypatch):
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.delitem(sys.modules, "argmap.lsp.server", raising=False)
    assert argmap("lsp") == (2, "", f"argmap: {INSTALL}\n")
    assert "pip install 'argmap[lsp]'" in INSTALL
