"""What may be meant in a field: numbers and sentences of the abstract, names in use, and what a draft would say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.claims.records import Claim
from claimcheck.claims.vocabulary import Entry, LoadedVocabulary
from claimcheck.dataset import PaperInContext, QuoteInContext
from claimcheck.fixing.writing import printed_at
from claimcheck.lsp.view import View, sentences
from claimcheck.matching.quotes import locate
from claimcheck.project import Project
from claimcheck.source import Span
from claimcheck.sources.abstract import Abstract

if TYPE_CHECKING:
    from claimcheck.drafting import Draft
    from claimcheck.drafting.model import DraftClaim

_AROUND: Final = (0, 2, 4)
"""How many words on either side a mention begins with."""


class Proposal(NamedTuple):
    """A text that may be meant, and a word on where it comes from."""

    text: str
    detail: str = ""


def quotes(paper: PaperInContext) -> Iterator[Proposal]:
    """The sentences of the abstract: first those that are not quoted yet."""
    quoted = [quote.place.span for quote in paper.quotes if quote.place is not None]
    fresh: list[Proposal] = []
    old: list[Proposal] = []
    for sentence in sentences(paper):
        count = len(sentence.numbers)
        told = f"{count} number{'s' * (count != 1)}"
        if any(span.overlaps(sentence.span) for span in quoted):
            old.append(Proposal(sentence.quote, f"{told}, quoted already"))
        else:
            fresh.append(Proposal(sentence.quote, told))
    yield from (*fresh, *old)


def values(paper: PaperInContext, quote: QuoteInContext, name: str) -> Iterator[Proposal]:
    """The quantities of a quote as the source writes them: first those that nobody has; of a change the end that is meant."""
    free: list[Proposal] = []
    taken: list[Proposal] = []
    for at in quote.numbers:
        number = paper.numbers[at]
        if not number.is_quantity or paper.folded is None:
            continue
        by = paper.accounted.get(at)
        spans = [Span(number.start, number.end)]
        if number.is_pair and number.low is not None and number.high is not None:
            end = number.low if name == "baseline_value" else number.high
            spans = (
                [Span(end.start, end.end), *spans] if number.kind == "change" else [*spans, Span(end.start, end.end)]
            )
        for span in spans:
            proposal = Proposal(printed_at(paper.folded, span), by or "unaccounted for")
            (free if by is None else taken).append(proposal)
    yield from (*free, *taken)


def mentions(paper: PaperInContext, quote: QuoteInContext, claim: Claim | None) -> Iterator[Proposal]:
    """The words around the number that a claim rests on; around each one of its quote, while it rests on none."""
    from claimcheck.drafting.mentions import window

    found = next((each for each in quote.claims if claim is not None and each.claim.id.span == claim.id.span), None)
    wanted = quote.numbers if found is None or found.value_at is None else (found.value_at,)
    for at in wanted:
        for passage in sentences(paper):
            if at in passage.numbers:
                stretch = passage.numbers[at]
                others = {other for other in passage.numbers if other != at}
                for wider in _AROUND:
                    words = max(stretch.first - wider, 0), min(stretch.last + wider, len(passage.line))
                    said = window(passage, at, words, others, quote.place)
                    if said is not None:
                        yield Proposal(said, f"around {paper.numbers[at].text}")


def names(view: View, paper: PaperInContext | None, quote: QuoteInContext | None, name: str) -> Iterator[Proposal]:
    """Names for a subject, baseline, data set or metric: used in the file, drafted, in the vocabulary, used elsewhere."""
    own = [] if paper is None else list(paper.claims.claims())
    yield from (Proposal(text, "in this file") for text in _said(own, name))
    if paper is not None and quote is not None:
        yield from (Proposal(text, "proposed") for each in drafted(view, paper, quote) if (text := each.text(name)))
    if paper is not None and name in ("subject", "baseline") and paper.claims.paper.name.text:
        yield Proposal(paper.claims.paper.name.text, "the paper's name")
    if name == "baseline":
        yield Proposal("unstated", "the source names none")
    yield from _of_vocabulary(view, paper, name)
    others = (each.claims for each in view.project.dataset.papers if paper is None or each.id != paper.id)
    yield from (Proposal(text, "in another file") for claims in others for text in _said(claims.claims(), name))


def _of_vocabulary(view: View, paper: PaperInContext | None, name: str) -> Iterator[Proposal]:
    vocabulary = view.project.dataset.vocabulary
    by_kind = {"metric": vocabulary.metrics, "dataset": vocabulary.benchmarks}
    entries = by_kind.get(name, vocabulary.models)
    here = [entry for entry in entries if paper is not None and _stands(paper, entry)]
    yield from (Proposal(entry.name.text, "vocabulary, in the abstract") for entry in here)
    yield from (Proposal(entry.name.text, "vocabulary") for entry in entries if entry not in here)


def _stands(paper: PaperInContext, entry: Entry) -> bool:
    """Whether the abstract has a name in one of its spellings."""
    folded = paper.folded
    return folded is not None and any(locate(each.text, folded, limit=1) for each in entry.spellings)


def _said(claims: Iterable[Claim], name: str) -> Iterator[str]:
    for claim in claims:
        said = getattr(claim, name)
        for scalar in said if isinstance(said, tuple) else (said,):
            if scalar.text and not scalar.text.startswith("TODO"):
                yield scalar.text


def texts(view: View, paper: PaperInContext, quote: QuoteInContext, name: str) -> Iterator[Proposal]:
    """What a draft says in any other field, of the sentences that a quote holds."""
    yield from (Proposal(text, "proposed") for each in drafted(view, paper, quote) if (text := each.text(name)))


def drafted(view: View, paper: PaperInContext, quote: QuoteInContext) -> list[DraftClaim]:
    """The claims that a draft makes of a quote."""
    if paper.abstract is None or quote.place is None:
        return []
    found = _draft(view.project, paper.abstract).evidence
    return [claim for each in found if each.span.overlaps(quote.place.span) for claim in each.claims]


def unaccounted(view: View, paper: PaperInContext) -> Iterator[Proposal]:
    """For each number of the abstract that nobody accounts for, the words to list it by."""
    from claimcheck.drafting.draft import excuse

    claimed = [at for at, by in paper.accounted.items() if by != "excused"]
    for sentence in sentences(paper):
        for at in sentence.numbers:
            if at not in paper.accounted:
                yield Proposal(excuse(sentence, at, claimed), f"holds {paper.numbers[at].text}")


def proper_names(view: View, paper: PaperInContext) -> Iterator[Proposal]:
    """Names in the abstract whose digits are no numbers."""
    if paper.abstract is not None:
        yield from (Proposal(name, "in the abstract") for name in _draft(view.project, paper.abstract).names)


def paper_fields(view: View, paper: PaperInContext | None, name: str) -> Iterator[Proposal]:
    """What may stand in a field of `paper`: which abstract it is, by its opening words or by its hash, and its name."""
    if name == "id":
        yield Proposal(PurePosixPath(view.file.path).stem, "the file's name")
    for abstract in _abstracts(view, paper):
        if name == "abstract":
            yield Proposal(f"sha256:{abstract.digest[:16]}", " ".join((abstract.words(8), "…")))
        elif name == "starts":
            yield Proposal(_draft(view.project, abstract).starts, " ".join((abstract.words(16), "…")))
        elif name == "name" and not (said := _draft(view.project, abstract).name).is_todo:
            yield Proposal(said.text, "proposed")


def _abstracts(view: View, paper: PaperInContext | None) -> list[Abstract]:
    """The abstract that a file is about; while it names none, those that no file is about."""
    if paper is not None and paper.abstract is not None:
        return [paper.abstract]
    papers = (each for each in view.project.dataset.papers if each.claims.file.path != view.file.path)
    taken = {each.abstract.digest for each in papers if each.abstract is not None}
    return [each for each in view.project.dataset.abstracts if each.digest not in taken]


def _draft(project: Project, abstract: Abstract) -> Draft:
    dataset = project.dataset
    return _drafted(abstract, dataset.abstracts, dataset.loaded_vocabulary)


@lru_cache(maxsize=64)
def _drafted(abstract: Abstract, others: tuple[Abstract, ...], vocabulary: LoadedVocabulary | None) -> Draft:
    from claimcheck.drafting import draft

    return draft(abstract, others, vocabulary=vocabulary)
