"""CC503 direction-contradicted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.better import better_of
from claimcheck.matching.denials import with_denial
from claimcheck.matching.directions import stated_change
from claimcheck.matching.outcomes.compared_values import turned_round
from claimcheck.matching.outcomes.of_another import said_of_another
from claimcheck.matching.outcomes.ranks import affirmed
from claimcheck.matching.outcomes.told import against, told
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import Sides
from claimcheck.rules.base import finding, rule
from claimcheck.source import Span
from claimcheck.text.words import Word

_A: Final = {"increase": "an increase", "decrease": "a decrease"}


_MOST: Final = 20_000_000
"""Claims times the square of a sentence's words: a thousand claims on a hundred words; beyond, it is no sentence to be read."""


@rule("CC503", scope="quote", severity="warning")
def direction_contradicted(quote: QuoteInContext) -> Iterator[Finding]:
    """The direction of the claim goes against the words of the sentence.

    A difference or a factor has a word that governs it in its clause: "reduces errors by 5%" and "5% fewer errors" are a decrease, "outperforms by 5%" an
    increase of a metric of which more is better, and "improves perplexity by 3" a decrease. Where words contradict each
    other, may be denied, or speak of something else than the metric, nothing is said; what is denied for sure ("does not improve
    recall by 3%") is no claim. What the sentence names behind "outperforms", "improves over" or "better than" cannot be the
    subject that does better, and behind "outperformed by" it is what won; what takes the place of another ("replacing Borea with Alba",
    "unlike Borea, Alba …") is what the change is said of. An outcome that is taken back ("rather than outperforming", "no evidence that",
    "in none of the settings", "too weak to match", "its advantage vanishes") is denied, as one with a "not" is. A ranking must come out as the
    sentence says: as the part says that names its metric or data set, where others do not; one that begins with a verb or the mark of an
    item ("…, (2) loses to it in speed") has the subject of the part before. Where that part has another subject of the file
    ("Lumen is faster, while Corvus improves tool use"), it is of that one. The whole sentence is read, not the quote
    alone. Where a claim has a baseline value too, the two values decide (change-inconsistent), and the better of them must be that of what
    does better.

    Flagged: "reduce diagnostic errors by 56.6%", `metric: diagnostic errors` and `change: increase`.

    Flagged: "Alba is outperformed by Borea" and "Alba does not outperform Borea", `subject: Alba` and `rank: outperforms`.

    Flagged: "Alba outperforms Borea in accuracy (0.81 vs. 0.70)", `subject: Alba`, `value: 0.70` and `baseline_value: 0.81`.

    Clean: the same with `change: decrease`, with `rank: underperforms`, and with the two values exchanged.
    """
    told = [each for each in quote.claims if each.claim.baseline or each.claim.rank is not None]
    if len(told) * len(quote.sentence.line) ** 2 > _MOST:
        return
    for claim in told:
        yield from _of_claim(claim, quote.sentence, claim.paper.vocabulary)


def _of_claim(claim: ClaimInContext, sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Finding]:
    said = claim.spelled
    by_words = said.kind.text in ("delta", "ratio") and said.baseline_value is None
    stated = stated_change(sentence, claim, vocabulary) if by_words else None
    denied = stated_change(sentence, claim, vocabulary, denied=True) if by_words and stated is None else None
    sides = Sides(sentence, claim, better_of(claim, vocabulary))
    turned = stated is not None and said.change is not None and stated[0] != said.change.text
    # An outcome that is turned round may be told from the other side.
    found = told(sides) if said.rank is not None else {}
    certain = said.rank is not None and affirmed(said.rank.text, found)
    word = (
        (None if turned or certain else sides.behind_mark())
        or (None if certain else sides.exchanged(stated[0] if stated else None))
        or sides.named_otherwise()
    )
    if word is not None:
        yield _finding(
            claim,
            "subject",
            said.subject,
            f"the sentence has '{said.subject.text}' as what is compared with, or not at all: exchanged with the baseline?",
            "Exchange `subject` and `baseline`; or say by `subject_as` how the sentence names the subject.",
            word,
        )
    elif stated is not None and said.change is not None and stated[0] != said.change.text:
        if not sides.told_from_baseline() and not sides.said_of_baseline(stated[1]):
            number = claim.paper.numbers[claim.value_at].text if claim.value_at is not None else ""
            yield _finding(
                claim,
                "change",
                said.change,
                f"'{stated[1].text}' says that '{number}' is {_A[stated[0]]} of '{said.metric.text}', not {_A[said.change.text]}",
                f"Write `change: {stated[0]}`; or mend `metric`, if the number is of something else.",
                stated[1],
            )
    elif (
        said.change is not None
        and denied is not None
        and denied[0] == said.change.text
        and not sides.told_from_baseline()
        and not sides.said_of_baseline(denied[1])
    ):
        yield _finding(
            claim,
            "change",
            said.change,
            f"the sentence denies the {said.change.text}: '{with_denial(sentence.line, denied[1])}'",
            "Claim what the sentence states; what it denies is no claim.",
            denied[1],
        )
    elif (values := turned_round(sides, sentence)) is not None:
        assert claim.value is not None and claim.baseline_value is not None
        mine, theirs = claim.value.scalar, claim.baseline_value.scalar
        yield _finding(
            claim,
            "value",
            mine,
            f"'{mine.text}' is {values.quality} than the baseline value '{theirs.text}', "
            f"but '{values.word.text}' says that '{said.subject.text}' {values.does}: exchanged?",
            "Exchange the two values, or `subject` and `baseline`; or say by `better` which values are the better ones.",
            values.word,
        )
    elif said.rank is not None:
        other = against(sentence.line, said.rank.text, found)
        if other is not None:
            yield _finding(
                claim,
                "rank",
                said.rank,
                f"`rank: {said.rank.text}`, but '{with_denial(sentence.line, other)}' says otherwise of '{said.subject.text}'",
                "Write the rank that the sentence states; or mend subject and baseline.",
                other,
            )
        elif (another := said_of_another(sides)) is not None:
            yield _finding(
                claim,
                "subject",
                said.subject,
                f"what the sentence says of '{said.metric.text}' so, it says of '{another.name}', not of '{said.subject.text}'",
                "Name the subject of which the sentence says it; or mend metric, data set or conditions.",
                another.word,
            )


def _finding(claim: ClaimInContext, field: str, scalar: Scalar, message: str, help: str, word: Word) -> Finding:
    return finding(
        message,
        claim.label(scalar),
        help=help,
        source=claim.paper.source_label(Span(word.start, word.end)),
        paper=claim.paper.id,
        claim=claim.id,
        field=field,
    )
