"""One file of a project, as a question about a place in it needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.claims.schema import CLAIMS, VOCABULARY, Format
from claimcheck.claims.yaml import Mapping, Node, Scalar, parse
from claimcheck.dataset import ClaimInContext, PaperInContext, QuoteInContext
from claimcheck.fixing.model import Steps
from claimcheck.lsp.fields import Field, field_at
from claimcheck.lsp.project import LiveProject
from claimcheck.project import Project
from claimcheck.source import SourceFile, Span

if TYPE_CHECKING:
    from claimcheck.drafting.passages import Passage

_NO_WORD: Final = re.compile(r"(?!)")
"""Where a work speaks of itself is no matter here."""


class Spot(NamedTuple):
    """A text of a YAML file: the way to it, and whether it is the field's name (`steps` then ends in it) or its value."""

    steps: Steps
    scalar: Scalar
    is_name: bool

    @property
    def field(self) -> str:
        """The name of the field that it is, or stands in, lists aside."""
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A file that belongs to a project. `form` is None for a source; `paper` is there for a claim file that is YAML."""

    live: LiveProject
    project: Project
    file: SourceFile
    form: Format | None
    paper: PaperInContext | None

    def spot(self, offset: int) -> Spot | None:
        """The text of a claim file or vocabulary that stands at an offset, or ends there."""
        if self.form is None:
            return None
        node = parse(self.file.text)[0]
        return None if node is None else _spot(node, offset, ())

    def field(self, steps: Steps) -> Field | None:
        """What the file's format, or the project's own schema, says of the field at the end of a way from the top."""
        return field_at(self.form, steps, self.project.dataset.extra) if self.form is not None else None

    def claim_at(self, span: Span) -> ClaimInContext | None:
        """The claim that a place of the file lies in."""
        claims = self.paper.all_claims() if self.paper is not None else ()
        return next((each for each in claims if each.claim.node.span.holds(span)), None)

    def quote_at(self, steps: Steps) -> QuoteInContext | None:
        """The quote of the entry of `evidence` that a place of the file lies in."""
        if self.paper is None or len(steps) < 2 or steps[0] != "evidence" or not isinstance(steps[1], int):
            return None
        root = self.paper.claims.root.get("evidence")
        item = getattr(root, "items", ())[steps[1] : steps[1] + 1]
        return next((each for each in self.paper.quotes if item and item[0].span.holds(each.evidence.quote.span)), None)


def view_of(live: LiveProject, path: Path) -> View | None:
    """The file as it is now; None if it is none of the project's claim files, sources or its vocabulary."""
    project, name = live.load(), live.name_of(path)
    if project is None or name is None:
        return None
    dataset = project.dataset
    for loaded in dataset.loaded:
        if loaded.file.path == name:
            return View(live, project, loaded.file, CLAIMS, live.paper(project, name))
    names = dataset.loaded_vocabulary
    if names is not None and names.file.path == name:
        return View(live, project, names.file, VOCABULARY, None)
    source = next((each for each in dataset.sources if each.file.path == name), None)
    return None if source is None else View(live, project, source.file, None, None)


def _spot(node: Node, offset: int, steps: Steps) -> Spot | None:
    if isinstance(node, Scalar):
        return Spot(steps, node, False) if _touches(node.span, offset) else None
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if _touches(key.span, offset):
                return Spot((*steps, key.text), key, True)
            if _touches(value.span, offset) and (found := _spot(value, offset, (*steps, key.text))) is not None:
                return found
        return None
    inner = (_spot(item, offset, (*steps, at)) for at, item in enumerate(node.items) if _touches(item.span, offset))
    return next((each for each in inner if each is not None), None)


def _touches(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end and span.end > span.start


@lru_cache(maxsize=64)
def sentences(paper: PaperInContext) -> tuple[Passage, ...]:
    """The sentences of a paper's abstract, such as can be quoted."""
    from claimcheck.drafting.passages import Text, passages

    if paper.abstract is None or paper.folded is None:
        return ()
    return tuple(passages(Text(paper.abstract.text, paper.folded, paper.numbers), _NO_WORD))


def sentence_around(paper: PaperInContext, span: Span) -> Span:
    """The stretch of the abstract to show for a place in it: the sentences that it touches."""
    touched = [each.span for each in sentences(paper) if each.span.overlaps(span)]
    return Span(min(each.start for each in touched), max(each.end for each in touched)) if touched else span


def field_numbers(paper: PaperInContext, scalar: Scalar) -> Iterator[tuple[Span, int | None]]:
    """The numbers of a text that is neither value nor mention: their places in the text, and in the abstract's numbers."""
    for number in paper.fields:
        if number.scalar.span == scalar.span:
            yield Span(number.mention.start, number.mention.end), number.at
