"""What a claim's sentence names of other claims: the subject with which a clause of it begins, the data set it was measured on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from typing import Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext, PaperInContext
from claimcheck.matching.grammar import DETERMINERS, following, previous, with_determiners
from claimcheck.matching.outcomes.clauses import FINITE
from claimcheck.matching.sides import ADDITION, Place, places
from claimcheck.matching.slots import VERB, is_proper
from claimcheck.matching.spoken import KIND, KINDS, may_be_one, said_names, stands_for_another
from claimcheck.text.words import content

_A_NEW_ONE: Final = re.compile(rf"\ban?\s+(?:[\w.-]+\s+){{0,3}}(?:{KIND})\b", re.IGNORECASE)
"""Behind another subject, "a small model" is one that nobody has named yet."""
_DATA_SET: Final = r"(?:-\w+)*(?:(?:,|,? and|/)\s+(?:the\s+)?[A-Z][\w.+-]*){0,6}\s+(?:[a-z]+\s+)?(?:datasets?|data\s+sets?|benchmarks?|corpus|corpora)\b"
"""What follows the name of a data set where it is called one, with those that are told with it."""
_VERBS: Final = FINITE | frozenset(
    "includes include included covers cover covered contains contained comprises comprised spans".split()
)


def standing(claim: ClaimInContext, field: str) -> Iterator[str]:
    """The names that the claims of the file have in a field (subject, dataset or baseline) and whose words the claim's sentence has."""
    held = {word.stem for word in claim.quote.sentence.line}
    return (name for name, words in names_of(claim.paper, field).items() if words and words <= held)


@lru_cache(maxsize=4)  # every claim of a paper asks for them
def names_of(paper: PaperInContext, field: str) -> Mapping[str, Set[str]]:
    """Each name in a field of a paper's claims, with the words that tell what it is."""
    claims = [each.claim for each in paper.all_claims()]
    names = {
        "subject": (claim.subject for claim in claims),
        "dataset": (name for claim in claims for name in claim.dataset),
        "baseline": (name for claim in claims for name in claim.baseline),
    }
    return {name.text: content(name.text) for name in names[field]}


def led_by_another(claim: ClaimInContext, sentence: str, vocabulary: Vocabulary) -> str | None:
    """Another subject of the file with which a clause of the claim's sentence begins, if that has no other word that may stand for
    the claim's own; None where it has, or where the claim names that subject, too.

    `sentence` is the text of the whole sentence.
    """
    own = said_names(claim, vocabulary)
    for name in standing(claim, "subject"):
        found = places(claim.quote.sentence.line, [name])
        if any(_is_led(claim, place) for place in found) and not any(may_be_one(name, each) for each in own):
            named = rf"(?:\b(?:the|our|an?)\s+)?{re.escape(name)}(?:\s+(?:{KIND})s?)?"
            if not stands_for_another(_A_NEW_ONE.sub(" ", re.sub(named, " ", sentence, flags=re.IGNORECASE))):
                return name
    return None


def measured_on(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """The data set of another claim of the file, or a name that the abstract calls a data set, that stands behind "on" in the claim's
    sentence, and not in the claim; None where there is none."""
    line = claim.quote.sentence.line
    own = said_names(claim, vocabulary)
    known = [
        name
        for name in standing(claim, "dataset")
        if any(previous(line, with_determiners(line, place.first)) == "on" for place in places(line, [name]))
    ]
    return next((name for name in (*known, *_called(claim)) if not any(may_be_one(name, each) for each in own)), None)


def _called(claim: ClaimInContext) -> Iterator[str]:
    """The names behind "on" in a claim's sentence which the abstract calls data sets: "the Aria and Bolt datasets"."""
    line = claim.quote.sentence.line
    folded = claim.paper.folded
    assert folded is not None
    for index, word in enumerate(line):
        on = is_proper([word]) and previous(line, with_determiners(line, index)) == "on"
        if on and re.search(rf"(?<![\w-]){re.escape(word.text)}{_DATA_SET}", folded.view.text):
            yield word.text


def _is_led(claim: ClaimInContext, place: Place) -> bool:
    """Whether a clause begins with a name, and its verb stands behind it."""
    line = claim.quote.sentence.line
    if not place.leads:
        return False
    behind = place.last + (line[place.last].stem in KINDS)
    if behind == len(line) or line[behind].room not in (0, ADDITION):
        return False
    verb = line[behind].low
    transitive = verb.endswith("s") and following(line, behind) in DETERMINERS  # "trains a model"
    return transitive or verb in _VERBS or VERB.fullmatch(verb) is not None
