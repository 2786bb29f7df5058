"""From plain data to the protocol's types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from lsprotocol import types

from claimcheck.diagnostic import Finding, Label, Severity
from claimcheck.lsp import diagnostics
from claimcheck.lsp.actions import Action
from claimcheck.lsp.completion import Candidate, Kind
from claimcheck.lsp.hover import Hover
from claimcheck.lsp.places import Places
from claimcheck.lsp.symbols import Symbol
from claimcheck.lsp.wording import Wording
from claimcheck.reporters.escape import printable
from claimcheck.source import SourceFile, Span

_SEVERITY: Final[dict[Severity, types.DiagnosticSeverity]] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_KIND: Final[dict[Kind, types.CompletionItemKind]] = {
    "field": types.CompletionItemKind.Field,
    "word": types.CompletionItemKind.EnumMember,
    "text": types.CompletionItemKind.Value,
    "rule": types.CompletionItemKind.Constant,
}
SOURCE: Final = "claimcheck"


class Converter:
    """Converts what is said about the files of one project; `places_in` knows how the client counts in a file."""

    def __init__(self, uri_of: Callable[[str], str], places_in: Callable[[SourceFile], Places]) -> None:
        self.uri_of: Final = uri_of
        self._places_in: Final = places_in
        self._known: Final[dict[int, tuple[SourceFile, Places]]] = {}

    def places(self, file: SourceFile) -> Places:
        """The places of a file; worked out once for each."""
        known = self._known.get(id(file))
        if known is None:
            known = self._known[id(file)] = file, self._places_in(file)
        return known[1]

    def range(self, file: SourceFile, span: Span) -> types.Range:
        start, end = self.places(file).range(span)
        return types.Range(types.Position(*start), types.Position(*end))

    def location(self, label: Label) -> types.Location:
        return types.Location(self.uri_of(label.file.path), self.range(label.file, label.span))

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        file = finding.label.file if finding.label is not None else SourceFile(finding.file, "")
        related = [
            types.DiagnosticRelatedInformation(self.location(label), label.message)
            for label in diagnostics.related(finding)
        ]
        return types.Diagnostic(
            self.range(file, diagnostics.span(finding)),
            diagnostics.words(finding),
            _SEVERITY[finding.severity],
            f"{finding.code} {finding.rule}",
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if diagnostics.is_idle(finding) else None,
            related_information=related or None,
        )

    def hover(self, file: SourceFile, found: Hover, wording: Wording) -> types.Hover:
        kind = types.MarkupKind.Markdown if wording.is_markdown else types.MarkupKind.PlainText
        return types.Hover(types.MarkupContent(kind, found.text), self.range(file, found.span))

    def completions(self, file: SourceFile, found: Sequence[Candidate], *, as_is: bool) -> types.CompletionList:
        """The candidates in their order; `as_is`: the client can be told to leave the indentation alone."""
        items = [
            types.CompletionItem(
                printable(each.label),
                kind=_KIND[each.kind],
                detail=printable(each.detail) or None,
                documentation=printable(each.about) or None,
                sort_text=f"{rank:04}",
                filter_text=each.sought,
                insert_text_format=types.InsertTextFormat.PlainText,
                insert_text_mode=types.InsertTextMode.AsIs if as_is else None,
                text_edit=types.TextEdit(self.range(file, each.span), each.text),
            )
            for rank, each in enumerate(found)
        ]
        return types.CompletionList(False, items)

    def action(
        self,
        file: SourceFile,
        action: Action,
        kind: types.CodeActionKind | str,
        version: int | None,
        *,
        documents: bool,
    ) -> types.CodeAction:
        """An action as an edit; with the version of the text that it is for, if the client knows `documents`."""
        uri = self.uri_of(file.path)
        edits = [types.TextEdit(self.range(file, span), text) for span, text in action.pieces]
        if not documents:
            return types.CodeAction(action.title, kind=kind, edit=types.WorkspaceEdit({uri: edits}))
        document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        changes = [types.TextDocumentEdit(document, list(edits))]
        return types.CodeAction(action.title, kind=kind, edit=types.WorkspaceEdit(document_changes=list(changes)))

    def symbol(self, file: SourceFile, symbol: Symbol) -> types.DocumentSymbol:
        kind = types.SymbolKind.Number
        return types.DocumentSymbol(
            symbol.name, kind, self.range(file, symbol.span), self.range(file, symbol.at), symbol.detail or None
        )

    def flat_symbol(self, file: SourceFile, symbol: Symbol) -> types.SymbolInformation:
        """The same for a client that knows no tree."""
        return types.SymbolInformation(self.location(Label(file, symbol.at)), symbol.name, types.SymbolKind.Number)


def problem(message: str) -> types.Diagnostic:
    """A configuration that cannot be used, at the head of its file."""
    start = types.Position(0, 0)
    return types.Diagnostic(types.Range(start, start), message, types.DiagnosticSeverity.Error, source=SOURCE)
