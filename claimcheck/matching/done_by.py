"""Who reaches a number in a clause of its own, where that is not the claim's subject: "…, with Lumen achieving 80%"."""

from __future__ import annotations

from itertools import islice
from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.apposition import said_to_be_one
from claimcheck.matching.compared_with import written
from claimcheck.matching.outcomes.superlatives import SUPERLATIVES
from claimcheck.matching.slots import is_proper
from claimcheck.matching.spoken import KINDS, related, said_names
from claimcheck.text.words import FUNCTION_WORDS, STRONG, WEAK, content, stems

_REACHING: Final = frozenset("achieving reaching attaining obtaining scoring yielding recording getting".split())
_KINDS: Final = KINDS | frozenset(
    stems("ensemble configuration setup encoder decoder backbone baseline annotators humans experts participants")
)
_NOBODY: Final = frozenset(
    stems("results experiments evaluation evaluations analysis analyses study findings tests ours we")
)
"""Of these, a subject in capitals is but what a sentence begins with."""
_OURS: Final = frozenset("our this these its their we all each both".split())
"""Behind one of these, it may be the subject that is named again."""
_NAME: Final = 6
"""So many words at most are a name, with what describes it …"""
_REACH: Final = 8
"""… and so many stand between the verb and its number."""


def done_by(claim: ClaimInContext) -> str | None:
    """What stands between "with" and "achieving" before a claim's value, where it is surely somebody, and the claim names it nowhere;
    None in doubt.

    Another field may hold it all the same, or a word of it; the abstract may say that it and the subject are one.
    """
    line = claim.quote.sentence.line
    numbers = claim.quote.sentence.numbers.items()
    first = next((each.first for at, each in numbers if at == claim.value_at), 0)
    before = islice(reversed(range(first)), _REACH)
    verb = next((each for each in before if line[each].low in _REACHING), None)
    if verb is None:
        return None
    start = next((each for each in islice(reversed(range(verb)), _NAME + 1) if line[each].low == "with"), verb)
    name = line[start + 1 : verb]
    parted = any(word.room >= WEAK for word in line[start + 1 : verb + 1])
    if not name or parted or any(word.room >= STRONG for word in line[verb:first]):
        return None
    if not (is_proper(name) or name[-1].stem in _KINDS):
        return None
    if (
        name[0].low in _OURS
        or any(word.low in SUPERLATIVES for word in name)
        or not _is_somebody(claim.spelled.subject.text)
    ):
        return None
    text = written(claim, name)
    own = said_names(claim, claim.paper.vocabulary)
    telling = content(text) - FUNCTION_WORDS - KINDS
    if not telling or any(related(text, each) for each in own):
        return None
    abstract = claim.paper.abstract
    assert abstract is not None
    elsewhere = abstract.text[: name[0].start] + abstract.text[line[verb].start :]
    return None if any(said_to_be_one(each, text, elsewhere) for each in own) else text


def _is_somebody(name: str) -> bool:
    """Whether a subject is a name, or says what kind of thing it is; not so "Our results"."""
    words = stems(name)
    named = any(letter.isupper() or letter.isdigit() for letter in name)
    return (named and _NOBODY.isdisjoint(words)) or not _KINDS.isdisjoint(words[-1:])
