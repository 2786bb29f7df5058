"""The server itself: which message brings what about. It decides nothing about claims, and writes to no file."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from claimcheck import __version__
from claimcheck.config import find_root
from claimcheck.lsp.actions import actions as actions_in
from claimcheck.lsp.actions import everything
from claimcheck.lsp.completion import complete
from claimcheck.lsp.convert import Converter, problem
from claimcheck.lsp.definition import definitions
from claimcheck.lsp.diagnostics import by_file
from claimcheck.lsp.files import Document, Files
from claimcheck.lsp.hover import hover
from claimcheck.lsp.places import Encoding, Places
from claimcheck.lsp.project import Checked, LiveProject, root_of
from claimcheck.lsp.symbols import symbols
from claimcheck.lsp.view import View, view_of
from claimcheck.lsp.wording import Wording
from claimcheck.reporters.escape import printable
from claimcheck.source import SourceFile

PAUSE: Final = 0.01
"""Seconds from a change to the check: what a client sends in one go is checked in one go."""

FIX_ALL: Final = f"{types.CodeActionKind.SourceFixAll.value}.claimcheck"
"""A client that asks for `source.fixAll` gets it, and one may ask for it alone."""

CONFIGURATION: Final = "pyproject.toml"
WATCHED: Final = (f"**/{CONFIGURATION}", "**/*.{yaml,yml,txt,bib,json,jsonl}")

logger: Final = logging.getLogger(__name__)


class Server(LanguageServer):
    """The open files, the projects that they and the editor's folders belong to, and what the client was told."""

    def __init__(self) -> None:
        # The whole text at each change: claim files are small, and no edit can be put at a wrong place.
        super().__init__("claimcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.files: Final = Files()
        self.folders: list[Path] = []
        self.projects: Final[dict[Path, LiveProject]] = {}
        self._told: Final[dict[str, tuple[int | None, list[types.Diagnostic]]]] = {}
        self._uris: Final[dict[Path, set[str]]] = {}
        self._problems: Final[dict[Path, str]] = {}
        self._waiting: Final[set[Path]] = set()

    def opened(self, uri: str, text: str, version: int | None) -> None:
        """Takes the text of an open document, and checks its project soon."""
        path = _path(uri)
        if path is not None:
            new = os.path.realpath(path) not in self.files.open
            self.files.open[os.path.realpath(path)] = Document.of(uri, text, version)
            if new:
                self.find_projects()
            self.check_soon(root_of(path, self.folders))

    def closed(self, uri: str) -> None:
        """Forgets the text of a document: from now on the disk's holds."""
        path = _path(uri)
        if path is not None:
            root = root_of(path, self.folders)
            self.files.open.pop(os.path.realpath(path), None)
            if uri in self._told:
                self._told[uri] = None, self._told[uri][1]  # whoever opens it again is told again
            self.find_projects()
            self.check_soon(root)

    def find_projects(self) -> None:
        """Opens the projects of the editor's folders and of the open files, and closes the others."""
        roots = {find_root(folder)[0] for folder in self.folders}
        roots |= {root for path in self.files.open if (root := root_of(Path(path), self.folders)) is not None}
        for root in roots - self.projects.keys():
            self.projects[root] = LiveProject(root, self.files)
            self.check_soon(root)
        for root in self.projects.keys() - roots:
            self._publish(self.projects.pop(root), Checked())

    def check_soon(self, root: Path | None = None) -> None:
        """Checks one project, or all, when the messages that are there already have been read."""
        if not self._waiting:
            asyncio.get_running_loop().call_later(PAUSE, self._check)
        self._waiting.update(self.projects if root is None else {root} & self.projects.keys())

    def look(self, uri: str) -> tuple[View, Converter] | None:
        """The file of an address as it is now; None if it belongs to no project."""
        path = _path(uri)
        root = root_of(path, self.folders) if path is not None else None
        project = self.projects.get(root) if root is not None else None
        view = view_of(project, path) if project is not None and path is not None else None
        return (view, self.converter(project)) if view is not None and project is not None else None

    def mends(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        """What can be mended at a place, and all that can be mended in its file, as far as the client asks for it."""
        found = self.look(params.text_document.uri)
        if found is None:
            return None
        view, converter = found
        asked = params.context.only
        documents = bool(get_capability(self.client_capabilities, "workspace.workspace_edit.document_changes", False))
        document = self.files.document(view.live.root / view.file.path)
        version = document.version if document is not None else None
        actions: list[types.CodeAction] = []
        if _is_asked(types.CodeActionKind.QuickFix.value, asked):
            ends = params.range.start, params.range.end
            within = converter.places(view.file).span(*((end.line, end.character) for end in ends))
            for each in actions_in(view, within):
                action = converter.action(view.file, each, types.CodeActionKind.QuickFix, version, documents=documents)
                about = converter.range(view.file, each.span)
                action.diagnostics = [one for one in params.context.diagnostics if _overlap(one.range, about)] or None
                actions.append(action)
        if _is_asked(FIX_ALL, asked) and (every := everything(view)) is not None:
            actions.append(converter.action(view.file, every, FIX_ALL, version, documents=documents))
        return actions

    def converter(self, project: LiveProject) -> Converter:
        return Converter(lambda name: self.uri_of(project.root / name), lambda file: self._places(project, file))

    def uri_of(self, path: Path) -> str:
        """A file's address: as the client writes it, for an open file or one in a folder that it has opened by another name."""
        document = self.files.document(path)
        if document is not None:
            return document.uri
        for folder in self.folders:
            real = folder.resolve()
            if path.is_relative_to(real):
                return (folder / path.relative_to(real)).as_uri()
        return path.as_uri()

    def _places(self, project: LiveProject, file: SourceFile) -> Places:
        document = self.files.document(project.root / file.path)
        return Places(file.text, self.encoding, has_mark=document is not None and document.has_mark)

    @property
    def encoding(self) -> Encoding:
        found = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        return "utf-8" if found == "utf-8" else "utf-32" if found == "utf-32" else "utf-16"

    def _check(self) -> None:
        is_first = not self._uris
        waiting = [self.projects[root] for root in sorted(self._waiting & self.projects.keys())]
        self._waiting.clear()
        for project in waiting:
            try:
                self._publish(project, project.check())
            except Exception as error:
                logger.exception("the check of %s failed", project.root)
                self.tell(project.root, f"internal error: {type(error).__name__}: {error!s:.200}; please report it")
        if is_first:
            _warm_up()

    def _publish(self, project: LiveProject, checked: Checked) -> None:
        """Tells the client what is new: files whose findings have changed, and open ones in their present version."""
        self.tell(project.root, checked.problem)
        converter = self.converter(project)
        found = {
            self.uri_of(project.root / (path or CONFIGURATION)): [converter.diagnostic(each) for each in findings]
            for path, findings in by_file(checked.findings).items()
        }
        for file in checked.files:
            found.setdefault(self.uri_of(project.root / file.path), [])
        if checked.problem is not None:
            found.setdefault(self.uri_of(project.root / CONFIGURATION), []).insert(0, problem(checked.problem))
        versions = {document.uri: document.version for document in self.files.open.values()}
        for uri in self._uris.get(project.root, set()) - found.keys():
            found[uri] = []
        for uri, diagnostics in found.items():
            before = self._told.get(uri, (None, []))
            version = versions.get(uri)
            if before[1] != diagnostics or (version is not None and before[0] != version):
                self._told[uri] = version, diagnostics
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))
        self._uris[project.root] = {uri for uri, diagnostics in found.items() if diagnostics}

    def tell(self, root: Path, message: str | None) -> None:
        """Shows a person what is wrong with a project as a whole, once, until it is something else."""
        if message is None:
            self._problems.pop(root, None)
        elif self._problems.get(root) != message:
            self._problems[root] = message
            text = f"claimcheck: {printable(message)}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))


def _warm_up() -> None:
    """Imports what is needed when something is wrong, or asked for, before a person waits for it."""
    from claimcheck.claims.load import load_claim_file
    from claimcheck.suggest import nearest

    import_module("claimcheck.drafting.draft")
    load_claim_file(SourceFile("", "schema: claimcheck/0"))
    nearest("a", ("b",))


def _is_asked(kind: str, asked: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Whether a client that asks for some kinds alone, or for the kinds that they begin, asks for this one."""
    names = None if asked is None else [str(getattr(each, "value", each)) for each in asked]
    return names is None or any(not name or f"{kind}.".startswith(f"{name}.") for name in names)


def _overlap(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def _path(uri: str) -> Path | None:
    """The path of a document on the disk; None for one that is nowhere yet."""
    path = to_fs_path(uri)
    return Path(os.path.abspath(path)) if path else None


def make_server() -> Server:
    """A server with all its features, not started yet."""
    server = Server()

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        workspace = server.workspace
        uris = [folder.uri for folder in workspace.folders.values()] or [workspace.root_uri]
        server.folders = [path for uri in uris if uri and (path := _path(uri)) is not None]
        server.find_projects()
        _watch(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = {_path(folder.uri) for folder in params.event.removed}
        new = [path for folder in params.event.added if (path := _path(folder.uri)) is not None]
        server.folders = [*(each for each in server.folders if each not in gone), *new]
        server.find_projects()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        server.opened(document.uri, document.text, document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        for change in params.content_changes[-1:]:
            server.opened(params.text_document.uri, change.text, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.find_projects()
        server.check_soon()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def on_disk_changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.find_projects()
        server.check_soon()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        found = server.look(params.text_document.uri)
        if found is None:
            return None
        view, converter = found
        wording = Wording(is_markdown=_knows_markdown(server.client_capabilities))
        told = hover(view, _offset(view, converter, params.position), wording)
        return converter.hover(view.file, told, wording) if told is not None else None

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "[", "{", ","]))
    def completing(params: types.CompletionParams) -> types.CompletionList | None:
        found = server.look(params.text_document.uri)
        if found is None:
            return None
        view, converter = found
        candidates = complete(view, _offset(view, converter, params.position))
        return converter.completions(view.file, candidates, as_is=_takes_as_is(server.client_capabilities))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def defining(params: types.DefinitionParams) -> list[types.Location] | None:
        found = server.look(params.text_document.uri)
        if found is None:
            return None
        view, converter = found
        labels = definitions(view, _offset(view, converter, params.position))
        return [converter.location(label) for label in labels] or None

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outlining(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        found = server.look(params.text_document.uri)
        if found is None:
            return None
        view, converter = found
        if get_capability(
            server.client_capabilities, "text_document.document_symbol.hierarchical_document_symbol_support", False
        ):
            return [converter.symbol(view.file, each) for each in symbols(view)]
        return [converter.flat_symbol(view.file, each) for each in symbols(view)]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    def mending(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        return server.mends(params)

    return server


def _offset(view: View, converter: Converter, position: types.Position) -> int:
    return converter.places(view.file).offset(position.line, position.character)


def _knows_markdown(capabilities: types.ClientCapabilities) -> bool:
    formats = get_capability(capabilities, "text_document.hover.content_format", None)
    return formats is not None and types.MarkupKind.Markdown in formats


def _takes_as_is(capabilities: types.ClientCapabilities) -> bool:
    modes = get_capability(
        capabilities, "text_document.completion.completion_item.insert_text_mode_support.value_set", None
    )
    return modes is not None and types.InsertTextMode.AsIs in modes


def _watch(server: Server) -> None:
    """Asks the client to say when files change on the disk, if it can be asked."""
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace is not None else None
    if watched is None or not watched.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(each) for each in WATCHED])
    registration = types.Registration("claimcheck-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    server.client_register_capability(types.RegistrationParams([registration]))
