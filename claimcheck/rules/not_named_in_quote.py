"""CC510 not-named-in-quote."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.records import LEFT
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, PaperInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.compared_with import compared_instead
from claimcheck.matching.conditions import Conditions
from claimcheck.matching.done_by import done_by
from claimcheck.matching.family import longer, sibling
from claimcheck.matching.named import Names, stands
from claimcheck.matching.other_claims import led_by_another, measured_on
from claimcheck.matching.quotes import Place
from claimcheck.matching.spoken import (
    named_by_itself,
    named_instead,
    names_metric,
    names_nobody,
    only_compared,
    rival,
    speaks_of_ours,
    stands_for_another,
)
from claimcheck.rules.base import finding, quote_label, rule


@rule("CC510", scope="paper", severity="warning")
def not_named_in_quote(paper: PaperInContext) -> Iterator[Finding]:
    """The subject, a data set, a baseline or a condition of a claim stands in the abstract, but not in the sentence that is quoted for it.

    A number belongs to what its own sentence speaks of. A subject that the sentence does not name is reported where the
    sentence speaks of another (another subject of the file, the paper's own work, a model of the vocabulary) and has no word
    such as "it" or "our method" that may stand for it, or where a clause of it begins with another subject of the file; one
    that it names, too, where somebody else reaches the number ("…, with Corvus achieving 80%"); `subject_as` gives the words
    by which the quote names the subject. These must name somebody, and not another subject; a name and what the abstract
    says that it is ("Corvus, a sparse encoder") are one. A data set that the sentence does not name needs `dataset_from:
    context`, which does not help where the sentence says that it was measured on another one of the file, or on what the
    abstract calls one. A baseline that it does not name is reported where it compares with another by name, or with that of
    another claim; a condition, where it has the one of another claim, or another name at its words ("on English pages", "on
    German pages"). Another name of one family ("Llama-7B" for "Llama-13B", "MMLU-Pro" for "MMLU") names neither, where the
    abstract has both.

    Flagged: `subject: Corvus` for the quote "Lumen reaches 70% accuracy".

    Clean: `subject: Corvus` with `subject_as: our smaller system`, where the quote says "our smaller system reaches 70%".
    """
    whole, conditions = Names(paper, paper.vocabulary), Conditions(paper)
    for quote in paper.quotes:
        if quote.place is not None and paper.folded is not None:
            sentence = quote.whole_sentence()
            within = Names(paper, paper.vocabulary, sentence)
            text = paper.folded.view.raw[sentence.span.start : sentence.span.end]
            stretch = paper.folded.view_range(sentence.start, sentence.end)
            for claim in quote.claims:
                yield from _subject(claim, whole, within, text, stretch)
                yield from _datasets(claim, whole, within, stretch)
                yield from _baselines(claim, quote, whole, within)
                yield from _conditions(claim, conditions, within, sentence)


def _subject(
    claim: ClaimInContext, whole: Names, within: Names, text: str, stretch: tuple[int, int]
) -> Iterator[Finding]:
    said = claim.claim
    if LEFT.match(said.subject.text) or (said.subject_as is not None and LEFT.match(said.subject_as.text)):
        return
    if said.subject_as is not None:
        yield from _subject_as(claim, said.subject_as)
        return
    if (by := done_by(claim)) is not None:
        assert claim.spelled.value is not None
        yield _finding(
            claim,
            "subject",
            said.subject,
            f"the sentence has '{by}' reach '{claim.spelled.value.text}', not '{said.subject.text}'",
            f"Make '{by}' the subject; or name it in `conditions`, if it is what the subject was run with.",
        )
        return
    if within.missing(said.subject.text):
        other = _instead(claim, whole, text, stretch)
    elif said.subject.text != claim.paper.claims.paper.name.text:
        other = _family(claim, said.subject, stretch, listed=True)
    else:
        other = None
    if other is not None:
        yield _finding(
            claim,
            "subject",
            said.subject,
            f"the sentence does not name the subject '{said.subject.text}': it speaks of '{other}'",
            "Quote the sentence that speaks of the subject, or name the subject of this one; "
            "or give the quote's own words for it as `subject_as`.",
        )


def _instead(claim: ClaimInContext, whole: Names, text: str, stretch: tuple[int, int]) -> str | None:
    """Whom the sentence speaks of, where it does not name the subject."""
    subject, vocabulary, folded = claim.claim.subject.text, claim.paper.vocabulary, claim.paper.folded
    if whole.missing(subject):
        return None
    if (leading := led_by_another(claim, text, vocabulary)) is not None:
        return leading
    if stands_for_another(text):
        return speaks_of_ours(claim) if only_compared(claim, vocabulary) else None
    assert folded is not None
    return (
        rival(claim, vocabulary) or named_by_itself(claim) or sibling(subject, folded.view.text, stretch, claim.claim)
    )


def _family(claim: ClaimInContext, name: Scalar, stretch: tuple[int, int], *, listed: bool) -> str | None:
    """The longer name that the sentence has, and the claim but the beginning of."""
    folded = claim.paper.folded
    assert folded is not None
    if len({*claim.paper.vocabulary.spellings(name.text)}) > 1:
        return None  # what has other names may be called so, too
    return longer(name.text, folded.view.text, stretch, claim.claim, listed=listed)


def _subject_as(claim: ClaimInContext, words: Scalar) -> Iterator[Finding]:
    said = claim.claim
    other = named_instead(claim, claim.paper.vocabulary)
    if other is not None:
        message = f"`subject_as` names another: '{other}', not '{said.subject.text}'"
        help = f"Make '{other}' the subject, or give the quote's own words for '{said.subject.text}'."
    elif names_metric(claim):
        message = f"`subject_as: {words.text}` names what was measured, and not '{said.subject.text}'"
        help = "Give the noun or pronoun by which the quote names the subject."
    elif names_nobody(words.text):
        message = f"`subject_as: {words.text}` names nobody"
        help = "Give the noun or pronoun by which the quote names the subject."
    else:
        return
    yield _finding(claim, "subject_as", words, message, help)


def _datasets(claim: ClaimInContext, whole: Names, within: Names, stretch: tuple[int, int]) -> Iterator[Finding]:
    if claim.claim.dataset_from is not None:
        yield from _from_context(claim, within)
        return
    for each in claim.claim.dataset:
        if LEFT.match(each.text):
            continue  # of a draft's TODO, todo-left tells
        absent = within.missing(each.text) is not None
        other = _family(claim, each, stretch, listed=False)
        if other is not None or (absent and not whole.missing(each.text)):
            yield _finding(
                claim,
                "dataset",
                each,
                f"the sentence does not name the dataset '{each.text}'" + (f", but '{other}'" if other else ""),
                "Write the data set of this sentence; or `dataset_from: context`, if the abstract names it elsewhere.",
            )


def _from_context(claim: ClaimInContext, within: Names) -> Iterator[Finding]:
    """A data set that is to come from elsewhere in the abstract, where the sentence says on which one it was measured."""
    for each in claim.claim.dataset:
        other = measured_on(claim, claim.paper.vocabulary) if within.missing(each.text) is not None else None
        if other is not None:
            yield _finding(
                claim,
                "dataset",
                each,
                f"the sentence does not name the dataset '{each.text}', but '{other}'",
                "Write the data set of this sentence.",
            )


def _baselines(claim: ClaimInContext, quote: QuoteInContext, whole: Names, within: Names) -> Iterator[Finding]:
    for each in claim.claim.baseline:
        if within.missing(each.text) is None or whole.missing(each.text):
            continue
        other = compared_instead(quote.sentence, claim, each.text, claim.paper.vocabulary)
        if other is not None:
            yield _finding(
                claim,
                "baseline",
                each,
                f"the sentence does not name the baseline '{each.text}': it compares with '{other}'",
                "Write what this sentence compares with, or quote the sentence that compares with the baseline.",
            )


def _conditions(claim: ClaimInContext, known: Conditions, within: Names, sentence: Place) -> Iterator[Finding]:
    for key, value in claim.claim.conditions:
        if within.missing(value.text) is None or not stands(value.text, claim.paper):
            continue
        other = known.other_value(claim, key.text, value.text, sentence)
        if other is not None:
            yield _finding(
                claim,
                f"conditions.{key.text}",
                value,
                f"the sentence does not have `{key.text}: {value.text}`, but '{other}'",
                "Write the condition of this sentence, or quote the sentence that tells the other.",
            )


def _finding(claim: ClaimInContext, field: str, scalar: Scalar, message: str, help: str) -> Finding:
    return finding(
        message,
        claim.label(scalar),
        help=help,
        source=quote_label(claim),
        paper=claim.paper.id,
        claim=claim.id,
        field=field,
    )
