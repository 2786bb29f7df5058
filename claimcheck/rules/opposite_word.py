"""CC511 opposite-word."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.named import stands
from claimcheck.matching.opposites import says_other_side, turned
from claimcheck.matching.quotes import locate, sentence_around, whole_name
from claimcheck.rules.base import finding, rule


@rule("CC511", scope="quote", severity="warning")
def opposite_word(quote: QuoteInContext) -> Iterator[Finding]:
    """A field says the opposite of the sentence: it stands there but for one word, such as "with" for "without".

    Fields may be put in words of their own. But where a field of several words does not stand in the abstract, and does
    stand in the sentence as soon as one word is exchanged for its opposite ("larger", "smaller"), or one "not" put in or
    left out, the two were mixed up. Where the sentence has the field's own word, too, or speaks of a contrast, or where
    another claim has the phrase as it stands, nothing is said.

    Flagged: `conditions: {prompt: prompted to copy}` where the sentence says "when prompted not to copy".

    Clean: `conditions: {prompt: prompted not to copy}`.
    """
    if quote.place is None:
        return
    said = {scalar.text.casefold() for claim in quote.claims for _, scalar in claim.claim.texts()}
    for claim in quote.claims:
        for name, scalar in claim.claim.texts():
            if name.partition(".")[0] in _FIELDS and not stands(scalar.text, claim.paper):
                yield from _of_field(claim, name, scalar, said)


_FIELDS = ("conditions", "subject", "baseline", "dataset", "metric", "agg")


def _of_field(claim: ClaimInContext, name: str, scalar: Scalar, said: set[str]) -> Iterator[Finding]:
    folded = claim.paper.folded
    if folded is None or claim.quote.place is None:
        return
    sentence = sentence_around(claim.quote.place, folded)
    text = folded.view.text[slice(*folded.view_range(sentence.start, sentence.end))]
    if len(scalar.text) > len(claim.quote.evidence.quote.text) + len(text):
        return  # one word more or less makes no words of the sentence out of it
    for phrase, own, other in turned(scalar.text):
        spellings = {phrase, phrase[:1].upper() + phrase[1:]}  # it may open the sentence
        places = [each for word in spellings for each in locate(word, folded, sentence) if whole_name(each, folded)]
        if not places or phrase.casefold() in said:
            continue
        stated = folded.view.text[slice(*folded.view_range(places[0].start, places[0].end))]
        if says_other_side(text, own, other, stated):
            continue
        how = f"with '{other}' for '{own}'" if own and other else f"with '{other}'" if other else f"without '{own}'"
        yield finding(
            f"`{name}` is '{scalar.text}', but the sentence has it {how}: '{stated}'",
            claim.label(scalar),
            help="Write the words of the sentence, or put it in such words of your own that the sense is plain.",
            source=claim.paper.source_label(places[0].span),
            paper=claim.paper.id,
            claim=claim.id,
            field=name,
        )
        return
