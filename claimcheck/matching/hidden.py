"""Results that no claim states, and that only a condition or the like of another claim names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import FieldNumber, PaperInContext, QuoteInContext
from claimcheck.matching.aggregates import Aggregates
from claimcheck.matching.kinds import Kinds
from claimcheck.matching.quotes import locate
from claimcheck.matching.sentence import Sentence
from claimcheck.text.words import WEAK

_UNITS: Final = frozenset({"%", "‰", "pp", "x"})
_FIELDS: Final = frozenset({"conditions", "agg", "metric"})
_IF: Final = frozenset("if when whenever once unless assuming provided".split())
_BARE: Final = frozenset("a an the of on in at by to for with and or up about only over under".split())


def hidden(paper: PaperInContext) -> Iterator[tuple[int, FieldNumber]]:
    """The numbers of quotes that surely are results, each with the field that alone accounts for it."""
    claimed = {at for claim in paper.all_claims() for at in (claim.value_at, claim.baseline_at)}
    for quote in paper.quotes:
        named: dict[int, list[FieldNumber]] = {}
        for claim in quote.claims:
            for field in claim.fields:
                if field.at is not None and field.in_quote and field.at not in claimed:
                    named.setdefault(field.at, []).append(field)
        named = {
            at: fields
            for at, fields in named.items()
            if paper.numbers[at].unit in _UNITS and all(field.name.partition(".")[0] in _FIELDS for field in fields)
        }
        if named:
            yield from _results(quote, named)


def _results(quote: QuoteInContext, named: dict[int, list[FieldNumber]]) -> Iterator[tuple[int, FieldNumber]]:
    """Those of the numbers that the words at them state as a result, where no condition has these words."""
    paper = quote.claims[0].paper
    kinds, aggregates = Kinds(quote.sentence), Aggregates(quote)
    for at, fields in named.items():
        averaged = {"mean", "median"} & set(aggregates.of(at))
        stated = averaged or kinds.change(at, paper.numbers[at].unit) or kinds.level(at, "")
        of_words = (field.name.startswith("conditions") and _with_its_words(quote, field) for field in fields)
        if stated and not _is_condition(quote.sentence, at) and not any(of_words):
            yield at, fields[0]


def _is_condition(sentence: Sentence, at: int) -> bool:
    """Whether a number stands in a clause that tells under which condition something holds: "if the load rises by 20%, …"."""
    line, first = sentence.line, sentence.numbers[at].first
    while first and line[first].room < WEAK and line[first].low not in _IF:
        first -= 1
    return line[first].low in _IF


def _with_its_words(quote: QuoteInContext, field: FieldNumber) -> bool:
    """Whether a condition has its number with a word that stands at it in the quote, too."""
    folded = quote.claims[0].paper.folded
    assert folded is not None
    text, mention = field.scalar.text, field.mention
    before, behind = text[: mention.start].split(), text[mention.end :].split()
    pieces = [f"{before[-1]} {mention.text}"] if before and before[-1].lower() not in _BARE else []
    pieces += [f"{mention.text} {behind[0].rstrip('.,;:)')}"] if behind and behind[0].lower() not in _BARE else []
    return any(locate(piece, folded, quote.place) for piece in pieces)
