"""What to show where the pointer rests: the sentence of the abstract with the number marked, what a field means, a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claimcheck.dataset import PaperInContext
from claimcheck.lsp.evidence import Found, found_at
from claimcheck.lsp.view import Spot, View, sentence_around
from claimcheck.lsp.wording import Wording
from claimcheck.rules import Rule, registry
from claimcheck.source import Span

_IGNORE: Final = re.compile(r"#[ \t]*claimcheck:[ \t]*ignore\[([^\]\n]*)\]")
_WORD: Final = re.compile(r"[^\s,]+")
_SHOWN: Final = frozenset(
    ("kind", "rank", "change", "delta", "better", "how", "dataset_from", "schema", "id", "until", "note", "doubt")
)
"""Fields whose text says nothing that stands in the abstract: their own description is shown."""


@dataclass(frozen=True, slots=True)
class Hover:
    """What to show, and for which stretch of the file."""

    span: Span
    text: str


def hover(view: View, offset: int, wording: Wording) -> Hover | None:
    """What to show at an offset; None for nothing."""
    if view.form is None:
        return _in_source(view, offset, wording)
    rule = _ignored(view, offset)
    if rule is not None:
        return Hover(rule[0], _rule(rule[1], wording))
    spot = view.spot(offset)
    if spot is None:
        return None
    if spot.steps[-1:] == ("rule",) and not spot.is_name and (known := _known(spot.scalar.text)) is not None:
        return Hover(spot.scalar.span, _rule(known, wording))
    found = found_at(view, spot, offset)
    if found and view.paper is not None and spot.field not in _SHOWN:
        return Hover(spot.scalar.span, _sentence(view.paper, spot, found[0], wording))
    return _described(view, spot, wording)


def _described(view: View, spot: Spot, wording: Wording) -> Hover | None:
    """What a field means, by its format."""
    known = view.field(spot.steps)
    if known is None or not known.description:
        return None
    text = wording.paragraphs(wording.bold(spot.field), wording.text(known.description))
    return Hover(spot.scalar.span, text)


def _sentence(paper: PaperInContext, spot: Spot, found: Found, wording: Wording) -> str:
    """The sentence around a place, with the place marked; of a quote, its numbers, and who has them."""
    assert paper.abstract is not None
    text = paper.abstract.text
    where = wording.place(paper.source_label(found.span))
    if spot.field in ("starts", "abstract"):
        return wording.paragraphs(wording.text(text), where)
    if spot.field == "quote":
        inside = [
            (at, number)
            for at, number in enumerate(paper.numbers)
            if number.is_quantity and not number.indefinite and found.span.holds(Span(number.start, number.end))
        ]
        marks = [Span(number.start, number.end) for _, number in inside]
        held = (
            f"{wording.bold(number.text)}: {wording.text(paper.accounted.get(at, 'unaccounted for'))}"
            for at, number in inside
        )
        return wording.paragraphs(wording.marked(text, found.span, marks), *held, where)
    return wording.paragraphs(wording.marked(text, sentence_around(paper, found.span), [found.span]), where)


def _in_source(view: View, offset: int, wording: Wording) -> Hover | None:
    """Of a number in a source: what accounts for it, in each claim file about its abstract."""
    told: dict[str, None] = {}
    span = None
    for paper in view.project.dataset.papers:
        if paper.abstract is None or paper.abstract.file is not view.file:
            continue
        inside = offset - paper.abstract.span.start
        for at, number in enumerate(paper.numbers):
            if number.start <= inside <= number.end:
                span = Span(number.start, number.end).shifted(paper.abstract.span.start)
                by = paper.accounted.get(at, "unaccounted for")
                told[f"{wording.bold(number.text)}: {wording.text(by)} ({wording.text(paper.claims.file.path)})"] = None
    return Hover(span, wording.paragraphs(*told)) if span is not None else None


def _ignored(view: View, offset: int) -> tuple[Span, Rule] | None:
    """The rule that is named at an offset in a comment that ignores it."""
    for comment in _IGNORE.finditer(view.file.text):
        for word in _WORD.finditer(view.file.text, *comment.span(1)):
            rule = _known(word[0])
            if rule is not None and word.start() <= offset <= word.end():
                return Span(*word.span()), rule
    return None


def _known(word: str) -> Rule | None:
    return next((rule for rule in registry().values() if word in (rule.name, rule.code)), None)


def _rule(rule: Rule, wording: Wording) -> str:
    return wording.paragraphs(wording.bold(f"{rule.code} {rule.name}"), wording.text(rule.summary))
