"""`argmap lsp` where the language server is not installed; the sessions are in `tests/lsp`."""

import sys

from argmap.cli.lsp import INSTALL


def test_without_pygls_one_line_says_what_to_install(argmap, monkeypatch):
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.delitem(sys.modules, "argmap.lsp.server", raising=False)
    assert argmap("lsp") == (2, "", f"argmap: {INSTALL}\n")
    assert "pip install 'argmap[lsp]'" in INSTALL
