"""What a claim's sentence names of other claims: the subject with which a clause of it begins, the data set it was measured on."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.matching.grammar import DETERMINERS, following, previous, with_determiners
from claimcheck.matching.outcomes.clauses import FINITE
from claimcheck.matching.sides import ADDITION, Place, places
from claimcheck.matching.slots import VERB
from claimcheck.matching.spoken import KIND, KINDS, may_be_one, said_names, stands_for_another

_A_NEW_ONE: Final = re.compile(rf"\ban?\s+(?:[\w.-]+\s+){{0,3}}(?:{KIND})\b", re.IGNORECASE)
"""Behind another subject, "a small model" is one that nobody has named yet."""
_VERBS: Final = FINITE | frozenset(
    "includes include included covers cover covered contains contained comprises comprised spans".split()
)


def led_by_another(claim: ClaimInContext, sentence: str, vocabulary: Vocabulary) -> str | None:
    """Another subject of the file with which a clause of the claim's sentence begins, if that has no other word that may stand for
    the claim's own; None where it has, or where the claim names that subject, too.

    `sentence` is the text of the whole sentence.
    """
    own = said_names(claim, vocabulary)
    for name in dict.fromkeys(other.claim.subject.text for other in claim.paper.all_claims()):
        found = () if any(may_be_one(name, each) for each in own) else places(claim.quote.sentence.line, [name])
        if any(_is_led(claim, place) for place in found):
            named = rf"(?:\b(?:the|our|an?)\s+)?{re.escape(name)}(?:\s+(?:{KIND})s?)?"
            if not stands_for_another(_A_NEW_ONE.sub(" ", re.sub(named, " ", sentence, flags=re.IGNORECASE))):
                return name
    return None


def measured_on(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """The data set of another claim of the file that stands behind "on" in the claim's sentence, and not in the claim; None where there
    is none."""
    line = claim.quote.sentence.line
    own = said_names(claim, vocabulary)
    for name in dict.fromkeys(each.text for other in claim.paper.all_claims() for each in other.claim.dataset):
        found = () if any(may_be_one(name, each) for each in own) else places(line, [name])
        if any(previous(line, with_determiners(line, place.first)) == "on" for place in found):
            return name
    return None


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
