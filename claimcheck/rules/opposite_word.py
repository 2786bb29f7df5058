"""CC511 opposite-word."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.named import stands
from claimcheck.matching.opposites import beside, clash, compares, elsewhere, says_other_side, turned
from claimcheck.matching.quotes import Place, whole_places
from claimcheck.rules.base import finding, rule
from claimcheck.text.fold import fold
from claimcheck.text.words import content, stems


@rule("CC511", scope="quote", severity="warning")
def opposite_word(quote: QuoteInContext) -> Iterator[Finding]:
    """A field says the opposite of the sentence: it stands there but for one word, such as "with" for "without".

    Fields may be put in words of their own. But where a field of several words does not stand in the abstract, and does
    stand in the sentence as soon as one word is exchanged for its opposite ("larger", "smaller"), or one "not" put in or
    left out, the two were mixed up. Where the sentence has the field's own word, too, or speaks of a contrast, or where
    it compares this claim with another that has the phrase as it stands, nothing is said. Nor can a subject with "more noise"
    be what `subject_as` names with "less noise".

    Flagged: `conditions: {prompt: prompted to copy}` where the sentence says "when prompted not to copy".

    Clean: `conditions: {prompt: prompted not to copy}`.
    """
    if quote.place is None:
        return
    for claim in quote.claims:
        yield from _of_subject(claim)
        for name, scalar in claim.claim.texts():
            if name.partition(".")[0] in _FIELDS and not stands(scalar.text, claim.paper):
                yield from _of_field(claim, name, scalar)


_FIELDS = ("conditions", "subject", "baseline", "dataset", "metric", "agg")


def _of_field(claim: ClaimInContext, name: str, scalar: Scalar) -> Iterator[Finding]:
    folded = claim.paper.folded
    assert folded is not None
    sentence = claim.quote.whole_sentence()
    text = folded.view.text[slice(*folded.view_range(sentence.start, sentence.end))]
    if len(scalar.text) > len(claim.quote.evidence.quote.text) + len(text):
        return  # one word more or less makes no words of the sentence out of it
    within = folded.text[sentence.start : sentence.end].casefold()
    for phrase, own, other in turned(scalar.text):
        if fold(other).text not in within:
            continue  # the commonest case by far, and looked up fastest
        spellings = {phrase, phrase[:1].upper() + phrase[1:]}  # it may open the sentence
        places = [each for word in spellings for each in whole_places(word, folded, sentence)]
        if not places:
            continue
        stated = folded.view.text[slice(*folded.view_range(places[0].start, places[0].end))]
        if elsewhere(own) and stands(own, claim.paper):
            continue
        others = _others(claim) if _alone(claim) else None
        if says_other_side(text, own, other, stated, others=others) or _is_other_side(claim, name, phrase, text):
            continue
        if not own and _at_number(claim, stated, places[0].span.start):
            continue
        how = f"with '{other}' for '{own}'" if own and other else f"with '{other}'" if other else f"without '{own}'"
        yield _finding(
            claim, name, scalar, f"`{name}` is '{scalar.text}', but the sentence has it {how}: '{stated}'", places[0]
        )
        return
    if name.startswith("conditions.") and claim.claim.rank is None:
        yield from _at_odds(claim, name, scalar, text)


def _alone(claim: ClaimInContext) -> bool:
    """Whether the sentence of a claim has no other number whose side a word of it could be on."""
    return claim.value_at is None or len(claim.quote.sentence.numbers) < 2


def _others(claim: ClaimInContext) -> list[str]:
    """What a claim says in its fields; a field that does not stand in the abstract is in no sentence of it, either."""
    return [scalar.text for field, scalar in claim.claim.texts() if field.partition(".")[0] in _FIELDS]


def _at_number(claim: ClaimInContext, stated: str, start: int) -> bool:
    """Whether the field's own word, without the "non" of the stated phrase, stands nearer to the claim's number."""
    folded = claim.paper.folded
    assert folded is not None
    sentence = claim.quote.whole_sentence()
    first, last = folded.view_range(sentence.start, sentence.end)
    found = [folded.view.raw_start(first + at) for at in beside(folded.view.text[first:last], stated)]
    if claim.value_at is None or not found:
        return bool(found)
    number = claim.paper.numbers[claim.value_at].start
    return min(abs(each - number) for each in found) < abs(start - number)


def _at_odds(claim: ClaimInContext, name: str, scalar: Scalar, sentence: str) -> Iterator[Finding]:
    """A condition in words of its own, of which two are the opposite of two in the sentence: "tests of more noise"."""
    found = clash(scalar.text, sentence)
    if found is None or claim.quote.place is None:
        return
    said = any(
        found[1] in other.text.casefold()
        for each in claim.quote.claims
        if each is not claim
        for _, other in each.claim.texts()
    )
    if not said and not says_other_side(sentence, found[0].split()[0], "", found[1]):
        yield _finding(
            claim, name, scalar, f"`{name}` says '{found[0]}', but the sentence '{found[1]}'", claim.quote.place
        )


def _finding(claim: ClaimInContext, name: str, scalar: Scalar, message: str, place: Place) -> Finding:
    return finding(
        message,
        claim.label(scalar),
        help="Write the words of the sentence, or put it in such words of your own that the sense is plain.",
        source=claim.paper.source_label(place.span),
        paper=claim.paper.id,
        claim=claim.id,
        field=name,
    )


def _of_subject(claim: ClaimInContext) -> Iterator[Finding]:
    """A subject that says the opposite of the words by which, as the claim says, the quote names it."""
    said = claim.spelled
    found = clash(said.subject.text, said.subject_as.text) if said.subject_as is not None else None
    if found is not None and said.subject_as is not None:
        yield finding(
            f"`subject` says '{found[0]}', but `subject_as` '{found[1]}'",
            claim.label(said.subject),
            help="Name the subject as the quote does; what it is compared with belongs in `baseline`.",
            paper=claim.paper.id,
            claim=claim.id,
            field="subject",
        )


def _is_other_side(claim: ClaimInContext, name: str, phrase: str, sentence: str) -> bool:
    """Whether a claim may be what another one is held against, which has the phrase in the same field: both are of
    one kind, unit and metric, and not each of them holds a comparison of its own. What is counted is
    compared only where the sentence has a word for it."""
    if claim.claim.kind.text in ("count", "size") and not compares(sentence):
        return False
    metric = content(claim.spelled.metric.text)
    for other in claim.quote.claims:
        if other is claim or not any(
            scalar.text.casefold() == phrase.casefold() and field.partition(".")[0] == name.partition(".")[0]
            for field, scalar in other.claim.texts()
        ):
            continue
        mine, theirs = (
            (each.claim.kind.text, each.paper.numbers[each.value_at].unit if each.value_at is not None else "")
            for each in (claim, other)
        )
        both_told = claim.claim.baseline_value is not None and other.claim.baseline_value is not None
        if mine == theirs and not both_told and metric & {*stems(other.claim.metric.text)}:
            return True
    return False
