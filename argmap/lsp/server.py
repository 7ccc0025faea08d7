"""The language server: the protocol in, questions to the bench, answers out.

Text is taken whole at every change (no splicing: pygls ends a line at U+2028, and editors do not), and columns are
converted here, in the units that client and server agreed on. A map is looked at in a thread of its own: one look at
a time for each file, always at its newest version, and one that is overtaken is given up between its steps.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from argmap import __version__
from argmap.findings import Finding, Severity
from argmap.lsp import answers, naming, pages
from argmap.lsp.bench import Bench
from argmap.lsp.look import Stale
from argmap.lsp.places import Position, Range, from_units, position_of, to_units, token_from

if TYPE_CHECKING:
    from argmap.lsp.project import Opened

log = logging.getLogger(__name__)

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_KINDS = {
    answers.FIELD: types.CompletionItemKind.Field,
    answers.WORD: types.CompletionItemKind.EnumMember,
    "map": types.CompletionItemKind.File,
    "source": types.CompletionItemKind.File,
    "tag": types.CompletionItemKind.Keyword,
}


def serve() -> None:
    """Serve one editor over standard input and output, until it says to stop."""
    # pygls says in the log what it answers the editor anyway.
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    # It also closes what it is given, and the command has yet to end.
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as asked, os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answered:
        ArgmapServer().start_io(asked, answered)


class ArgmapServer(LanguageServer):
    """What the editor may ask, registered one by one."""

    def __init__(self) -> None:
        super().__init__("argmap", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.bench = Bench()
        self._looking: dict[Path, asyncio.Task[None]] = {}
        self._uris: dict[Path, str] = {}
        trigger = types.CompletionOptions(trigger_characters=["[", " ", "-", "#", ":"])
        for method, answer, options in (
            (types.TEXT_DOCUMENT_DID_OPEN, self.did_open, None),
            (types.TEXT_DOCUMENT_DID_CHANGE, self.did_change, None),
            (types.TEXT_DOCUMENT_DID_SAVE, self.did_save, None),
            (types.TEXT_DOCUMENT_DID_CLOSE, self.did_close, None),
            (types.TEXT_DOCUMENT_COMPLETION, self.complete, trigger),
            (types.TEXT_DOCUMENT_HOVER, self.hover, None),
            (types.TEXT_DOCUMENT_DEFINITION, self.define, None),
            (types.TEXT_DOCUMENT_REFERENCES, self.refer, None),
            (types.TEXT_DOCUMENT_PREPARE_RENAME, self.prepare_rename, None),
            (types.TEXT_DOCUMENT_RENAME, self.rename, types.RenameOptions(prepare_provider=True)),
            (
                types.TEXT_DOCUMENT_CODE_ACTION,
                self.act,
                types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
            ),
        ):
            self.feature(method, options)(_answered(answer))

    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A file is open: from now on its text is the editor's."""
        self._take(params.text_document.uri, params.text_document.version, params.text_document.text)

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Its text has changed."""
        self._take(params.text_document.uri, params.text_document.version, params.content_changes[-1].text)

    def did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        """What is open may depend on what was saved, such as a page on a map."""
        for opened in list(self.bench.opened.values()):
            self._schedule(self.bench.put(opened.path, opened.version, opened.text))

    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A file is no longer open; nothing is said of it any more."""
        path = _path(params.text_document.uri)
        if path in self.bench.opened:
            self.bench.drop(path)
            self._publish(params.text_document.uri, None, [])

    def complete(self, params: types.CompletionParams) -> types.CompletionList | None:
        """What may be written here."""
        path, position = self._at(params)
        if self.bench.is_page(path):
            choices = pages.complete_page(self.bench, path, position)
        elif self.bench.is_map(path):
            choices = answers.complete(self.bench.lines(path), self.bench.known(path), position)
        else:
            return None
        lines = self.bench.lines(path)
        few = answers.narrowed(lines, choices, position)
        items = [self._item(lines, number, choice) for number, choice in enumerate(few)]
        return types.CompletionList(is_incomplete=len(few) < len(choices), items=items)

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What the word here stands for."""
        path, position = self._at(params)
        if self.bench.is_page(path):
            found = pages.hover_page(self.bench, path, position)
        elif self.bench.is_map(path):
            found = answers.hover(self.bench.lines(path), self.bench.known(path), position)
        else:
            return None
        if found is None:
            return None
        said, where = found
        # Plain: a claim's text is text and no markup.
        content = types.MarkupContent(kind=types.MarkupKind.PlainText, value=said)
        return types.Hover(contents=content, range=self._range(self.bench.lines(path), where))

    def define(self, params: types.DefinitionParams) -> types.Location | None:
        """Where the id here is given."""
        found = naming.defined(self.bench, *self._at(params))
        return self._location(found) if found else None

    def refer(self, params: types.ReferenceParams) -> list[types.Location]:
        """Every place that mentions the id here."""
        definition = params.context.include_declaration
        return [
            self._location(each) for each in naming.references(self.bench, *self._at(params), definition=definition)
        ]

    def prepare_rename(self, params: types.PrepareRenameParams) -> types.Range | None:
        """Whether there is something to rename here."""
        path, position = self._at(params)
        where = naming.renamable(self.bench, path, position)
        return self._range(self.bench.lines(path), where) if where else None

    def rename(self, params: types.RenameParams) -> types.WorkspaceEdit:
        """The id here by another name, in the whole project."""
        try:
            edits = naming.rename(self.bench, *self._at(params), params.new_name)
        except naming.Refused as refused:
            raise JsonRpcInvalidParams(str(refused)) from None
        return types.WorkspaceEdit(
            changes={
                self._uri(path): [
                    types.TextEdit(self._range(lines, edit.range), edit.text)
                    for lines in [self.bench.lines(path)]
                    for edit in found
                ]
                for path, found in edits.items()
            }
        )

    def act(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """The quotes here that can be given the source's own words."""
        path = _path(params.text_document.uri)
        if not self.bench.is_map(path):
            return []
        lines = self.bench.lines(path)
        wanted = Range(self._position(lines, params.range.start), self._position(lines, params.range.end))
        found = self.bench.repairs(path, wanted)
        first = {repair.place: repair for repair in reversed(found)}
        return [
            types.CodeAction(
                title=repair.title,
                kind=types.CodeActionKind.QuickFix,
                is_preferred=first[repair.place] is repair,
                diagnostics=[
                    each
                    for each in params.context.diagnostics
                    if str(each.code).startswith("quote-") and self._position(lines, each.range.start) == repair.place
                ],
                edit=types.WorkspaceEdit(
                    changes={
                        params.text_document.uri: [
                            types.TextEdit(self._range(lines, edit.range), edit.text) for edit in repair.edits
                        ]
                    }
                ),
            )
            for repair in found
        ]

    def _take(self, uri: str, version: int, text: str) -> None:
        path = _path(uri)
        self._uris[path] = uri
        self._schedule(self.bench.put(path, version, text))

    def _schedule(self, opened: Opened) -> None:
        """Have the file looked at, unless it is being: then the newest version is next."""
        if opened.path not in self._looking:
            task = asyncio.get_running_loop().create_task(self._look(opened.path))
            self._looking[opened.path] = task
            task.add_done_callback(lambda _: self._looking.pop(opened.path, None))

    async def _look(self, path: Path) -> None:
        """Look at a file until what has been looked at is its newest version; only that is told."""
        while opened := self.bench.opened.get(path):
            try:
                findings = await asyncio.to_thread(self._findings, opened)
            except Stale:
                continue
            except Exception:
                log.exception("looking at %s failed", path.name)
                return
            if self.bench.opened.get(path) is opened:
                self._publish(self._uris[path], opened.version, self._diagnostics(opened, findings))
                return

    def _findings(self, opened: Opened) -> tuple[Finding, ...]:
        if self.bench.is_page(opened.path):
            return tuple(pages.page_findings(self.bench, opened.path))
        return self.bench.look(opened).findings if self.bench.is_map(opened.path) else ()

    def _diagnostics(self, opened: Opened, findings: tuple[Finding, ...]) -> list[types.Diagnostic]:
        lines = opened.lines
        return [
            types.Diagnostic(
                range=self._range(lines, token_from(lines, position_of(finding))),
                message=f"{finding.message} ({finding.hint})" if finding.hint else finding.message,
                severity=_SEVERITIES[finding.severity],
                code=finding.rule,
                source="argmap",
            )
            for finding in findings
        ]

    def _publish(self, uri: str, version: int | None, diagnostics: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=diagnostics)
        )

    def _item(self, lines: list[str], number: int, choice: answers.Choice) -> types.CompletionItem:
        return types.CompletionItem(
            label=choice.text,
            kind=_KINDS.get(choice.kind, types.CompletionItemKind.Reference),
            detail=choice.about or None,
            sort_text=f"{number:05}",  # as the map has them, not by the alphabet
            filter_text=choice.text,
            text_edit=types.TextEdit(self._range(lines, choice.range), choice.written),
        )

    def _at(self, params: Any) -> tuple[Path, Position]:
        path = _path(params.text_document.uri)
        return path, self._position(self.bench.lines(path), params.position)

    @property
    def _encoding(self) -> str:
        agreed = self.server_capabilities.position_encoding  # a word, or the constant for it
        return str(getattr(agreed, "value", agreed) or "utf-16")

    def _position(self, lines: list[str], position: types.Position) -> Position:
        line = lines[position.line] if position.line < len(lines) else ""
        return Position(position.line, from_units(line, position.character, self._encoding))

    def _range(self, lines: list[str], where: Range) -> types.Range:
        start, end = (
            types.Position(at.line, to_units(lines[at.line] if at.line < len(lines) else "", at.column, self._encoding))
            for at in where
        )
        return types.Range(start, end)

    def _location(self, where: naming.Where) -> types.Location:
        return types.Location(self._uri(where.path), self._range(self.bench.lines(where.path), where.range))

    def _uri(self, path: Path) -> str:
        return self._uris.get(path) or from_fs_path(str(path)) or path.as_uri()


def _path(uri: str) -> Path:
    """The file of a document, links followed as a project's folder is; one that was never saved has a name only."""
    path = Path(to_fs_path(uri) or uri)
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, or what is no path
        return path


def _answered(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same, but a fault of ours is logged and answered with nothing: no exception reaches the editor."""

    async def safely(params: Any) -> Any:
        try:
            return answer(params)
        except JsonRpcInvalidParams:
            raise  # an answer in words
        except Exception:
            log.exception("%s failed", answer.__name__)
            return None

    return safely
