"""An editor, as far as the protocol goes: pygls' own client, with the server in a process of its own."""

import asyncio
import sys
from contextlib import asynccontextmanager

from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE = 60  # seconds; a server that is silent for so long has failed


class Editor:
    """One editor with one server; everything it asks is about one file, until it opens another."""

    def __init__(self):
        self.client = LanguageClient("test", "1")
        self.told = asyncio.Queue()
        self.messages = []
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda said: self.told.put_nowait(said))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda said: self.messages.append(said))

    def open(self, path, text):
        self.uri, self.version, self.text = path.as_uri(), 1, text
        item = types.TextDocumentItem(self.uri, "yaml" if path.suffix == ".yml" else "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, text):
        self.version, self.text = self.version + 1, text
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def save(self):
        document = types.TextDocumentIdentifier(self.uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(document))

    async def close(self):
        """What is said when the file is closed."""
        document = types.TextDocumentIdentifier(self.uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))
        return await asyncio.wait_for(self.told.get(), PATIENCE)

    async def findings(self):
        """What is said of the text as it is now. What was said of earlier versions came before, in order."""
        while True:
            said = await asyncio.wait_for(self.told.get(), PATIENCE)
            assert said.uri != self.uri or said.version <= self.version
            if (said.uri, said.version) == (self.uri, self.version):
                return said.diagnostics

    def at(self, mark, inside=0):
        """The place of some words of the text, in UTF-16 units."""
        before = self.text[: self.text.index(mark) + inside]
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    async def ask(self, what, position, *more):
        """A request about a place: "hover", "completion" and so on."""
        kind = "".join(word.capitalize() for word in what.removesuffix("s").split("_"))
        params = getattr(types, f"{kind}Params")
        document = types.TextDocumentIdentifier(self.uri)
        arguments = {"text_document": document, "position": position} | dict(more)
        request = getattr(self.client, f"text_document_{what}_async")
        return await asyncio.wait_for(request(params(**arguments)), PATIENCE)

    async def actions(self, finding):
        document, context = types.TextDocumentIdentifier(self.uri), types.CodeActionContext([finding])
        request = self.client.text_document_code_action_async(types.CodeActionParams(document, finding.range, context))
        return await asyncio.wait_for(request, PATIENCE)


@asynccontextmanager
async def editor(folder, encodings=None):
    """An editor with its server, which is shut down at the end and has said nothing on standard error."""
    one = Editor()
    await one.client.start_io(sys.executable, "-m", "argmap", "lsp", cwd=folder)
    server = one.client._server
    general = types.GeneralClientCapabilities(position_encodings=encodings)
    one.capabilities = (
        await asyncio.wait_for(
            one.client.initialize_async(
                types.InitializeParams(types.ClientCapabilities(general=general), root_uri=folder.as_uri())
            ),
            PATIENCE,
        )
    ).capabilities
    one.client.initialized(types.InitializedParams())
    try:
        yield one
        await asyncio.wait_for(one.client.shutdown_async(None), PATIENCE)
        one.client.exit(None)
        assert await asyncio.wait_for(server.wait(), PATIENCE) == 0
        assert (await server.stderr.read()).decode() == ""
        assert one.messages == []
    finally:
        if server.returncode is None:
            server.kill()
            await server.wait()
        await one.client.stop()
