"""The server as an editor meets it: a real client, over standard input and output."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from claimcheck.rules import registry

from .conftest import FILES, FIRST, QUICK, SLOW, write

PATIENCE = 60
"""Seconds after which an answer is not coming; the machine may be busy."""


class Editor(LanguageClient):
    """A client that keeps everything it is told about a file, and can wait for something to be true of it."""

    def __init__(self) -> None:
        super().__init__(converter_factory=default_converter)
        self.published: dict[str, list[types.PublishDiagnosticsParams]] = {}
        self.registered: list[str] = []
        self._news = asyncio.Event()

        def publish(client: LanguageClient, params: types.PublishDiagnosticsParams) -> None:
            self.published.setdefault(params.uri, []).append(params)
            self._news.set()

        def show(client: LanguageClient, params: types.ShowMessageParams) -> None:
            self.messages.append(params)
            self._news.set()

        def register(client: LanguageClient, params: types.RegistrationParams) -> None:
            self.registered += [each.method for each in params.registrations]
            self._news.set()

        register_lsp_features(
            self,
            {
                **DEFAULT_CLIENT_FEATURES,
                types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish,
                types.WINDOW_SHOW_MESSAGE: show,
                types.CLIENT_REGISTER_CAPABILITY: register,
            },
        )

    async def until(self, is_true: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not is_true():
                self._news.clear()
                await self._news.wait()

    def rules(self, uri: str) -> list[str]:
        """The rules of the last findings of a file, without their codes."""
        last = self.published[uri][-1].diagnostics if uri in self.published else ()
        return [str(each.code).partition(" ")[2] for each in last]

    async def open(self, path: Path, text: str, version: int = 1) -> str:
        """Opens a file with a text, and waits for what is found in it."""
        uri = path.as_uri()
        item = types.TextDocumentItem(uri, types.LanguageKind.Yaml, version, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.until(lambda: self.checked(uri) == version)
        return uri

    async def type(self, uri: str, text: str, version: int) -> None:
        document = types.VersionedTextDocumentIdentifier(version, uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        await self.until(lambda: self.checked(uri) == version)

    def checked(self, uri: str) -> int | None:
        return self.published[uri][-1].version if uri in self.published else None

    def close(self, uri: str) -> None:
        self.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))


CAPABILITIES = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        workspace_folders=True,
    ),
    text_document=types.TextDocumentClientCapabilities(
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
    ),
)


def server_of(client_factory: Callable[[], LanguageClient]) -> ClientServerConfig:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    command = [sys.executable, "-m", "claimcheck", "lsp", "--stdio"]
    return ClientServerConfig(command, client_factory=client_factory, server_env=environment)


def folders(*paths: Path) -> list[types.WorkspaceFolder]:
    return [types.WorkspaceFolder(path.as_uri(), path.name) for path in paths]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two folders that the editor has open: a project, and one without any configuration."""
    base = tmp_path_factory.mktemp("workspace").resolve()
    write(base / "main", {**FILES, "claims/slow.yaml": SLOW.replace("value: 12.9", "value: 12.8")})
    write(base / "plain", {name: text for name, text in FILES.items() if name != "pyproject.toml"})
    return base


@pytest_lsp.fixture(config=server_of(Editor), scope="module")
async def editor(workspace: Path, lsp_client: Editor) -> AsyncIterator[None]:
    both = folders(workspace / "main", workspace / "plain")
    await lsp_client.initialize_session(types.InitializeParams(CAPABILITIES, workspace_folders=both))
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of its own for a test, outside the folders that the editor has open."""
    return write(tmp_path.resolve() / "project", FILES)


@pytest.mark.asyncio
async def test_the_findings_of_the_folders_are_told_without_a_file_being_opened(
    editor: Editor, workspace: Path
) -> None:
    uri = (workspace / "main/claims/slow.yaml").as_uri()
    await editor.until(lambda: editor.rules(uri))
    assert "value-not-in-quote" in editor.rules(uri)
    assert (workspace / "main/claims/quick.yaml").as_uri() not in editor.published  # nothing is wrong there


@pytest.mark.asyncio
async def test_the_client_is_asked_to_watch_the_files(editor: Editor) -> None:
    await editor.until(lambda: editor.registered)
    assert editor.registered == ["workspace/didChangeWatchedFiles"]


@pytest.mark.asyncio
async def test_a_folder_without_a_configuration_has_the_defaults(editor: Editor, workspace: Path) -> None:
    uri = await editor.open(workspace / "plain/claims/quick.yaml", QUICK.replace("value: 91.5%", "value: 91.6%"))
    assert "value-not-in-quote" in editor.rules(uri)
    editor.close(uri)
    await editor.until(lambda: editor.rules(uri) == [])


@pytest.mark.asyncio
async def test_a_defect_is_told_while_it_is_typed_and_gone_when_it_is_mended(editor: Editor, root: Path) -> None:
    uri = await editor.open(root / "claims/quick.yaml", QUICK)
    assert editor.rules(uri) == []
    await editor.type(uri, QUICK.replace("value: 91.5%", "value: 91.5"), 2)
    (found,) = (each for each in editor.published[uri][-1].diagnostics if "unit-differs" in str(each.code))
    line = QUICK[: QUICK.index("value: 91.5%")].count("\n")
    assert found.range == types.Range(types.Position(line, 15), types.Position(line, 19))
    assert found.severity == types.DiagnosticSeverity.Error
    assert found.code == f"{registry()['unit-differs'].code} unit-differs"
    assert found.source == "claimcheck"
    assert found.related_information is not None
    related = found.related_information[0].location
    assert related.uri == (root / "seeds/s.txt").as_uri()
    # In UTF-16, which holds where nothing else was agreed on, the letter U+1D53D has two units.
    column = len("Abstract: ") + FIRST.index("91.5%") + 1
    assert related.range == types.Range(types.Position(0, column), types.Position(0, column + 5))
    await editor.type(uri, QUICK, 3)
    assert editor.rules(uri) == []


@pytest.mark.asyncio
async def test_half_written_files_are_findings_and_no_crash(editor: Editor, root: Path) -> None:
    uri = await editor.open(root / "claims/quick.yaml", QUICK)
    for version, (text, rule) in enumerate(
        [
            ("a: [b", "yaml-syntax"),
            ("", "schema"),
            ("- a\n- b\n", "schema"),
            ("a: &b c\n", "forbidden-yaml"),
            (QUICK.replace("kind:", "kond:"), "schema"),
            ("\x00", "yaml-syntax"),
            ("[" * 500, "file-limits"),
        ],
        2,
    ):
        await editor.type(uri, text, version)
        assert rule in editor.rules(uri), text
    await editor.type(uri, QUICK, 99)
    assert editor.rules(uri) == []


@pytest.mark.asyncio
async def test_one_file_changes_what_is_found_in_another(editor: Editor, root: Path) -> None:
    other = (root / "claims/quick.yaml").as_uri()
    uri = await editor.open(root / "seeds/s.txt", FILES["seeds/s.txt"])
    await editor.type(uri, FILES["seeds/s.txt"].replace("91.5%", "91.4%"), 2)
    await editor.until(lambda: editor.rules(other))
    assert "quote-not-verbatim" in editor.rules(other)
    editor.close(uri)  # without saving: the disk's text holds again
    await editor.until(lambda: not editor.rules(other))


@pytest.mark.asyncio
async def test_what_happens_on_the_disk_is_noticed(editor: Editor, root: Path) -> None:
    uri = await editor.open(root / "claims/quick.yaml", QUICK)
    path = root / "claims/slow.yaml"
    other = path.as_uri()

    def tell(kind: types.FileChangeType) -> None:
        event = types.FileEvent(other, kind)
        editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    path.write_text(SLOW.replace("value: 12.9", "value: 12.8"), encoding="utf-8")
    tell(types.FileChangeType.Changed)
    await editor.until(lambda: "value-not-in-quote" in editor.rules(other))
    path.unlink()
    tell(types.FileChangeType.Deleted)
    await editor.until(lambda: editor.rules(other) == [])
    editor.close(uri)


@pytest.mark.asyncio
async def test_a_broken_configuration_is_shown_once_and_recovered_from(editor: Editor, root: Path) -> None:
    uri = await editor.open(root / "claims/quick.yaml", QUICK.replace("value: 91.5%", "value: 91.6%"))
    assert "value-not-in-quote" in editor.rules(uri)
    configuration = root / "pyproject.toml"
    saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(configuration.as_uri()))
    before = len(editor.messages)
    configuration.write_text('[tool.claimcheck]\nigmore = ["mention"]\n', encoding="utf-8")
    for _ in range(2):
        editor.text_document_did_save(saved)
    await editor.until(lambda: len(editor.messages) > before)
    assert "no key 'igmore'" in editor.messages[-1].message
    await editor.until(lambda: configuration.as_uri() in editor.published)
    configuration.write_text('[tool.claimcheck]\nselect = ["schema"]\n', encoding="utf-8")
    editor.text_document_did_save(saved)
    await editor.until(lambda: editor.rules(uri) == [])
    await editor.until(lambda: not editor.published[configuration.as_uri()][-1].diagnostics)
    assert len(editor.messages) == before + 1
    editor.close(uri)


@pytest.mark.asyncio
async def test_files_that_are_no_business_of_it_are_left_alone(editor: Editor, root: Path, tmp_path: Path) -> None:
    """A file outside any project, one inside that no pattern means, and one that is nowhere yet."""
    others = [(tmp_path / "notes.yaml").as_uri(), (root / "notes.yaml").as_uri(), "untitled:Untitled-1"]
    for uri in others:
        item = types.TextDocumentItem(uri, types.LanguageKind.Yaml, 1, "a: [b")
        editor.text_document_did_open(types.DidOpenTextDocumentParams(item))
        document, start = types.TextDocumentIdentifier(uri), types.Position(0, 1)
        assert await editor.text_document_hover_async(types.HoverParams(document, start)) is None
        assert await editor.text_document_completion_async(types.CompletionParams(document, start)) is None
        assert await editor.text_document_definition_async(types.DefinitionParams(document, start)) is None
        editor.close(uri)
    mine = await editor.open(root / "claims/quick.yaml", QUICK)  # a round later, nothing has come
    assert not set(others) & editor.published.keys()
    editor.close(mine)


@pytest.mark.asyncio
async def test_questions_are_answered(editor: Editor, root: Path) -> None:
    """That they go through; what the answers are, the tests of each question say."""
    uri = await editor.open(root / "claims/quick.yaml", QUICK)
    document = types.TextDocumentIdentifier(uri)
    line = QUICK[: QUICK.index("value: 91.5%")].count("\n")
    at = types.Position(line, 16)
    hover = await editor.text_document_hover_async(types.HoverParams(document, at))
    assert hover is not None
    assert isinstance(hover.contents, types.MarkupContent)
    assert "**91.5%**" in hover.contents.value
    found = await editor.text_document_completion_async(types.CompletionParams(document, at))
    assert isinstance(found, types.CompletionList)
    assert "91.5%" in [item.label for item in found.items]
    places = await editor.text_document_definition_async(types.DefinitionParams(document, at))
    assert isinstance(places, Sequence)
    assert isinstance(places[0], types.Location)
    column = len("Abstract: ") + FIRST.index("91.5%") + 1
    assert places[0].range.start == types.Position(0, column)
    outline = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert outline is not None
    assert [each.name for each in outline] == ["accuracy"]
    editor.close(uri)


@pytest.mark.asyncio
async def test_what_can_be_mended_is_offered_as_edits(editor: Editor, root: Path) -> None:
    broken = QUICK.replace("quote: On WebText, Quick", "quote: on webtext, quick")
    uri = await editor.open(root / "claims/quick.yaml", broken)
    document = types.TextDocumentIdentifier(uri)
    everywhere = types.Range(types.Position(0, 0), types.Position(99, 0))
    context = types.CodeActionContext(editor.published[uri][-1].diagnostics)
    found = await editor.text_document_code_action_async(types.CodeActionParams(document, everywhere, context))
    assert found is not None
    kinds = [each.kind for each in found if isinstance(each, types.CodeAction)]
    assert kinds == ["quickfix", "source.fixAll.claimcheck"]
    assert isinstance(found[0], types.CodeAction)
    assert found[0].diagnostics
    for action in found:
        assert isinstance(action, types.CodeAction)
        assert action.edit is not None
        assert action.edit.document_changes is not None
        (change,) = action.edit.document_changes
        assert isinstance(change, types.TextDocumentEdit)
        assert change.text_document.version == 1
        (edit,) = change.edits
        line = broken.split("\n")[edit.range.start.line]
        new = line[: edit.range.start.character] + edit.new_text + line[edit.range.end.character :]
        assert new == QUICK.split("\n")[edit.range.start.line]
    context = types.CodeActionContext([], only=[types.CodeActionKind.SourceFixAll])
    found = await editor.text_document_code_action_async(types.CodeActionParams(document, everywhere, context))
    assert found is not None
    assert [each.kind for each in found if isinstance(each, types.CodeAction)] == ["source.fixAll.claimcheck"]
    editor.close(uri)


@pytest.mark.asyncio
async def test_folders_can_be_opened_and_closed(editor: Editor, root: Path) -> None:
    (root / "claims/quick.yaml").write_text(QUICK.replace("value: 91.5%", "value: 91.6%"), encoding="utf-8")
    uri = (root / "claims/quick.yaml").as_uri()

    def change(added: list[types.WorkspaceFolder], removed: list[types.WorkspaceFolder]) -> None:
        event = types.WorkspaceFoldersChangeEvent(added, removed)
        editor.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))

    change(folders(root), [])
    await editor.until(lambda: editor.rules(uri))
    change([], folders(root))
    await editor.until(lambda: not editor.rules(uri))


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 3), ("utf-32", 0)])
@pytest.mark.asyncio
async def test_columns_are_counted_as_agreed(encoding: str, units: int, root: Path) -> None:
    """Of the encodings that the client names the first that the server knows; `units` are those past one a character."""
    editor = Editor()
    config = server_of(Editor)
    await editor.start_io(*config.server_command, env=config.server_env)
    general = types.GeneralClientCapabilities(position_encodings=["utf-7", encoding, "utf-16"])
    capabilities = types.ClientCapabilities(general=general)
    result = await editor.initialize_session(types.InitializeParams(capabilities, root_uri=root.as_uri()))
    assert result.capabilities.position_encoding == encoding
    await editor.open(root / "seeds/s.txt", FILES["seeds/s.txt"])
    uri = await editor.open(root / "claims/quick.yaml", QUICK.replace("value: 91.5%", "value: 91.5"))
    (found,) = (each for each in editor.published[uri][-1].diagnostics if "unit-differs" in str(each.code))
    assert found.related_information is not None
    column = len("Abstract: ") + FIRST.index("91.5%") + units
    assert found.related_information[0].location.range.start == types.Position(0, column)
    await editor.shutdown_session()
    await editor.stop()


def test_without_the_extra_it_says_what_to_install() -> None:
    """The packages are hidden from the import, as if they were not there."""
    code = (
        "import sys; sys.modules['pygls'] = sys.modules['lsprotocol'] = None; from claimcheck.cli import main; main()"
    )
    config = server_of(Editor)
    done = subprocess.run(
        [sys.executable, "-c", code, "lsp"], env=config.server_env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "pip install '.[lsp]'" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
