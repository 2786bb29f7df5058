"""What can be written at the cursor: fields, words of the format, names, numbers, ids, sentences of the abstract, rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from claimcheck.claims.schema import CLAIMS
from claimcheck.claims.yaml import Mapping, Scalar
from claimcheck.dataset import PaperInContext
from claimcheck.drafting.write import scalar, wrapped
from claimcheck.fixing.rewrite import line_end
from claimcheck.lsp import proposals
from claimcheck.lsp.cursor import Cursor, cursor_at
from claimcheck.lsp.fields import Field
from claimcheck.lsp.proposals import Proposal
from claimcheck.lsp.view import View
from claimcheck.rules import registry
from claimcheck.source import SourceFile, Span

Kind = Literal["field", "word", "text", "rule"]

_WIDTH: Final = 100
_MOST: Final = 200
_IGNORED: Final = re.compile(r"#[ \t]*claimcheck:[ \t]*ignore\[(?:[^\]\n]*,)?[ \t]*(?P<word>[\w-]*)$")
_REST: Final = re.compile(r"[\w-]*")
_ID: Final = re.compile(r"[\w.-]*$")
_LISTS: Final = {"models": ("subject", "baseline"), "benchmarks": ("dataset",), "metrics": ("metric",)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to write: `text` instead of `span`, which lies on one line. What is typed is compared with `sought`."""

    label: str
    kind: Kind
    detail: str
    span: Span
    text: str
    sought: str
    about: str = ""


def complete(view: View, offset: int) -> list[Candidate]:
    """What can be written at an offset of a claim file or vocabulary, the likeliest first; nothing where nothing is known."""
    if view.form is None:
        return []
    text = view.file.text
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    ignored = _IGNORED.search(line)
    if ignored is not None:
        rest = _REST.match(text, offset)
        span = Span(offset - len(ignored["word"]), rest.end() if rest is not None else offset)
        rules = registry().values()
        return [Candidate(each.name, "rule", each.code, span, each.name, each.name, each.summary) for each in rules]
    cursor = cursor_at(text, offset)
    if cursor is None or not _is_on_one_line(text, cursor):
        return []
    if cursor.is_name:
        return list(_fields(view, cursor))
    known = view.field(cursor.steps)
    if known is None:
        return []
    if known.below or (known.is_list and not isinstance(cursor.steps[-1], int) and _holds_mappings(view, cursor)):
        return list(_first_field(view, cursor, known))
    if cursor.field == "expr":
        return list(_ids(view, cursor, offset))
    writer = _Writer(view.file, cursor, offset)
    if not writer.span.start <= offset <= writer.span.end:
        return []  # before the text of a block
    if known.words:
        return [writer.candidate(Proposal(word), "word") for word in known.words]
    found = [writer.candidate(each, "text") for each in _unique(_proposals(view, cursor), cursor.mark)]
    return found[:_MOST]


def _is_on_one_line(text: str, cursor: Cursor) -> bool:
    """Whether what is written so far is one line (below the header of a block): a client replaces no more than that."""
    lines = text[slice(*cursor.span)].count("\n")
    return lines <= (cursor.style in ("literal", "folded"))


def _fields(view: View, cursor: Cursor) -> Iterator[Candidate]:
    """The fields that a mapping lacks: the needed ones first."""
    known = view.field(cursor.steps[:-1])
    if known is None or cursor.around is None:
        return
    there = {key.text for key, _ in cursor.around.entries}
    needed, senseless = _by_kind(cursor.around) if cursor.steps[-3:-2] == ("claims",) else (frozenset(), frozenset())
    names = [name for name in known.below if name not in there and name not in senseless]
    wanted = known.required | needed
    for name in sorted(names, key=lambda name: name not in wanted):
        written = name if cursor.has_colon else f"{name}: "
        yield Candidate(name, "field", _need(name in wanted), cursor.span, written, name, known.below[name])


def _by_kind(claim: Mapping) -> tuple[frozenset[str], frozenset[str]]:
    """The fields that a claim's kind needs, and those that it cannot have."""
    from claimcheck.claims.model import NEEDED_BY_KIND, ONLY_FOR_KINDS

    kind = claim.get("kind")
    if not isinstance(kind, Scalar) or kind.text not in NEEDED_BY_KIND:
        return frozenset(), frozenset()
    senseless = frozenset(name for name, kinds in ONLY_FOR_KINDS.items() if kind.text not in kinds)
    return frozenset(NEEDED_BY_KIND[kind.text]), senseless


def _first_field(view: View, cursor: Cursor, known: Field) -> Iterator[Candidate]:
    """The fields of a mapping of which nothing is written yet; of a list of mappings, the first one's."""
    item = view.field((*cursor.steps, 0)) if known.is_list else None
    begun = bool(cursor.steps) and isinstance(cursor.steps[-1], int)
    if not begun and _is_on_the_names_line(view.file, cursor):
        return
    fields, dash = (known, "") if item is None else (item, "- ")
    for name in sorted(fields.below, key=lambda name: name not in fields.required):
        detail, text = _need(name in fields.required), f"{dash}{name}: "
        yield Candidate(text.removesuffix(": "), "field", detail, cursor.span, text, text, fields.below[name])


def _need(is_needed: bool) -> str:
    return "needed" if is_needed else ""


def _holds_mappings(view: View, cursor: Cursor) -> bool:
    item = view.field((*cursor.steps, 0))
    return item is not None and bool(item.below)


def _is_on_the_names_line(file: SourceFile, cursor: Cursor) -> bool:
    line = file.text.rfind("\n", 0, cursor.span.start) + 1
    return bool(file.text[line : cursor.span.start].strip())


def _ids(view: View, cursor: Cursor, offset: int) -> Iterator[Candidate]:
    """The ids of the claims, for the word of a relation that is being written."""
    text = view.file.text
    begun = _ID.search(text, cursor.span.start, offset)
    rest = _REST.match(text, offset)
    if view.paper is None or begun is None or rest is None:
        return
    for claim in view.paper.claims.claims():
        if claim.id.text:
            said = claim.value or claim.rank
            detail = said.text if said is not None else claim.kind.text
            yield Candidate(
                claim.id.text, "text", detail, Span(begun.start(), rest.end()), claim.id.text, claim.id.text
            )


def _proposals(view: View, cursor: Cursor) -> Iterable[Proposal]:
    """What may be meant in a field whose text is free."""
    if view.form is not CLAIMS:
        return _of_vocabulary(view, cursor)
    paper = view.live.join(cursor.claims(view.file.path, view.project.dataset.extra))
    match cursor.steps:
        case ("paper", str() as name):
            return proposals.paper_fields(view, paper, name)
        case ("names", _) if paper is not None:
            return proposals.proper_names(view, paper)
        case ("not_claims", _, "text") if paper is not None:
            return proposals.unaccounted(view, paper)
        case ("relations", _, "id") if paper is not None:
            return [Proposal(claim.id.text) for claim in paper.claims.claims()]
        case ("evidence", _, "quote") if paper is not None:
            return proposals.quotes(paper)
        case ("evidence", _, "claims", _, str() as name, *_):
            return _of_claim(view, paper, cursor, name)
    return ()


def _of_claim(view: View, paper: PaperInContext | None, cursor: Cursor, name: str) -> Iterable[Proposal]:
    if name == "waive":
        return _rules() if cursor.field == "rule" else ()
    at = View(view.live, view.project, view.file, view.form, paper)
    quote = at.quote_at(cursor.steps)
    if name in ("subject", "baseline", "dataset", "metric"):
        return proposals.names(view, paper, quote, name)
    if paper is None or quote is None:
        return ()
    if name in ("value", "baseline_value") or cursor.steps[-1] == "n" or name == "conditions":
        return proposals.values(paper, quote, name)
    if name == "mention":
        claim = at.claim_at(Span(cursor.span.start, cursor.span.start))
        drafted = proposals.texts(view, paper, quote, name)
        return (*proposals.mentions(paper, quote, claim.claim if claim is not None else None), *drafted)
    return proposals.texts(view, paper, quote, name)


def _of_vocabulary(view: View, cursor: Cursor) -> Iterator[Proposal]:
    """Names that claims use and the vocabulary does not have."""
    dataset = view.project.dataset
    for name in _LISTS.get(str(cursor.steps[0]), ()) if cursor.field in ("name", "aliases") else ():
        for paper in dataset.papers:
            for claim in paper.claims.claims():
                said = getattr(claim, name)
                for each in said if isinstance(said, tuple) else (said,):
                    if dataset.vocabulary.find(each.text) is None:
                        yield Proposal(each.text, f"{name} in {paper.id}")


def _rules() -> Iterator[Proposal]:
    return (Proposal(rule.name, f"{rule.code}: {rule.summary}") for rule in registry().values())


def _unique(found: Iterable[Proposal], mark: str) -> Iterator[Proposal]:
    """Each text once; none that is empty, or is itself being written."""
    seen = {""}
    for each in found:
        if each.text not in seen and mark not in each.text:
            seen.add(each.text)
            yield each


class _Writer:
    """Writes a text into the place of the cursor, as YAML."""

    def __init__(self, file: SourceFile, cursor: Cursor, offset: int) -> None:
        self._text: Final = file.text
        self._cursor: Final = cursor
        self._line: Final = file.text.rfind("\n", 0, offset) + 1
        self._in_block: Final = cursor.style in ("literal", "folded")

    def candidate(self, proposal: Proposal, kind: Kind) -> Candidate:
        text = " ".join(proposal.text.split()) if self._in_block else proposal.text
        quote = {"single": "'", "double": '"'}.get(self._cursor.style, "")
        return Candidate(text, kind, proposal.detail, self.span, self._written(text), quote + text)

    @property
    def span(self) -> Span:
        """What is replaced: the text, or of a block the line of the cursor."""
        if not self._in_block:
            return self._cursor.span
        end = self._text.find("\n", self._line)
        line = self._text[self._line : len(self._text) if end == -1 else end]
        start = self._line + len(line) - len(line.lstrip())
        return Span(start, self._line + len(line.rstrip()))

    def _written(self, text: str) -> str:
        eol = line_end(self._text)
        if self._in_block:
            indent = " " * (self.span.start - self._line)
            return f"{eol}{indent}".join(wrapped(text, _WIDTH - len(indent))) or text
        name = self._text[self._line : self._cursor.span.start]
        column = len(name) - len(name.lstrip(" -"))
        if self._cursor.field == "quote" and not self._cursor.in_brackets and len(name) + len(text) > _WIDTH:
            below = " " * (column + 2)
            lines = wrapped(text, _WIDTH - len(below))
            if lines and name.strip():
                return eol.join((">-", *(below + line for line in lines)))
        return scalar(text, flow=self._cursor.in_brackets)
