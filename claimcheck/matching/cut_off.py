"""What stands around a quote in its sentence and takes back what the quote says: "not", "whether", "…, which is false"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.grammar import DETERMINERS, previous
from claimcheck.matching.negations import denies, is_failed
from claimcheck.matching.refuted import refuted
from claimcheck.matching.sentence import Sentence
from claimcheck.text.words import WEAK, Word

_OPEN: Final = frozenset("whether if unless may might could would should can without".split())
_UNDONE: Final = frozenset("removing excluding omitting disabling ablating lacking".split())
_SUPPOSING: Final = frozenset(
    "hypothesize hypothesized hypothesizes hypothesise hypothesised hypothesis assume assumed assumption believed claimed conjecture "
    "conjectured speculate hoped expected".split()
)
"""Before "that": what follows is supposed, or was said by others."""
_ADVERBS: Final = frozenset("also always ever even still yet quite merely just be been being have fully".split())
_LEADING: Final = frozenset("lead result yield provide show give bring achieve reach see find offer".split())
_ARTICLES: Final = frozenset("to in a an the any".split())
_OF_IT: Final = r"(?:the |this |a |an |any )?(?:\w+ ){0,2}(?:claim|belief|view|idea|notion|hypothesis|assumption|conclusion|wisdom|statement)"
_DENIED_THAT: Final = re.compile(
    r"\b(?:(?:not|never|\w+n['’]t) (?:(?!only |merely |just |simply )(?:been|be|so|far|the|\w+ly) )*"
    r"(?:true|correct|right|case|shown|proven|proved|established|verified|confirmed|mean|imply|show|find|claim|believe)(?: \w+)?"
    r"|(?:nobody|no one|none|no (?:study|work|paper|experiment|evidence|proof|sign|indication|guarantee))"
    r"(?! (?:\w+ )?(?:doubt|den[iy]|disput|question|disagre))(?: (?!and\b|but\b|yet\b)\w+){0,4}"
    r"|(?:is|are|was|be) (?:false|untrue|wrong|incorrect)(?: to \w+)?|(?:myth|misconception)"
    rf"|(?:refut|disprov|reject|debunk|contradict|disput)\w* {_OF_IT}|contrary to {_OF_IT}"
    r"|(?:we|i|and|to) (?:doubt|deny|dispute|refute|disprove)) that$"
)
"""Before a quote, back to the beginning of the clause: it is not so."""
_OPEN_THAT: Final = re.compile(
    r"\b(?:(?:not|never|\w+n['’]t) (?:\w+ )?(?:clear|certain|known|evident|guaranteed)|(?:unclear|uncertain|doubtful|unlikely|questionable)"
    r"|(?:goal|aim|dream|wish|hope)"
    r"|(?:al|others|authors|they|critics|proponents|vendors|companies|researchers|studies|works?|papers?|some|many) (?:\w+ly )?"
    r"(?:claims?|asserts?|alleges?|contends?)) that$"
)
"""The same: whether it is so is not said."""
_THEN_DENIED: Final = re.compile(
    r"(?:which|this|that) (?:is|was|are|were|turned out to be|proved to be) (?:\w+ly )?(?:false|wrong|untrue|incorrect)\b"
)
"""Behind a quote: it is not so."""
_THEN_OPEN: Final = re.compile(
    r"by (?:chance|accident|luck|mistake)\b"
    r"|(?:although|though|but|yet) (?:\w+ ){0,5}?(?:not|never|cannot|couldn['’]t|fail(?:s|ed)?) (?:\w+ ){0,3}?"
    r"(?:reproduce|replicate|confirm|verif|substantiate)\w*"
)
"""The same: it is doubtful."""
_ONLY_WHEN: Final = re.compile(r"only (?:when|if|after|because|under|given)\b")
_PART_OF: Final = re.compile(r"of (?:that|those) of\b")
_MOST_BEHIND: Final = 12
"""So many words behind a quote are read."""


@dataclass(frozen=True, slots=True, eq=False)
class CutOff:
    """The words before a quote, or `behind` it, that take back what it says; `denies` for sure, or leave it open."""

    words: Sequence[Word]
    denies: bool
    behind: bool = False


def cut_off(sentence: Sentence) -> CutOff | None:
    """What the quote of a sentence leaves out before its beginning; None where nothing there takes it back."""
    line, first = sentence.line, sentence.quoted.start
    if not first or line[first].room >= WEAK:
        return None
    return _right_before(line, first) or _clause_before(line, first)


def cut_behind(sentence: Sentence, *, conditional: bool, share: bool) -> CutOff | None:
    """What the quote of a sentence leaves out right behind its end; None where nothing there takes it back.

    A quote whose claims are `conditional` may end before "only when", one whose claims are a `share` before "of that of".
    """
    line, last = sentence.line, sentence.quoted.stop
    rest = line[last : last + _MOST_BEHIND]
    if not last or not rest:
        return None
    text = " ".join(word.low for word in rest)
    denied = _THEN_DENIED.match(text) if rest[0].room >= WEAK else None
    found = denied or _THEN_OPEN.match(text)
    if found is None and not conditional:
        found = _ONLY_WHEN.match(text)
    if found is None and not share and not rest[0].room and any(letter.isdigit() for letter in line[last - 1].text):
        found = _PART_OF.match(text)
    return CutOff(rest[: found[0].count(" ") + 1], denied is not None, behind=True) if found is not None else None


def denied_by(claim: ClaimInContext, sentence: Sentence) -> int | None:
    """The word of a sentence by which the number of a claim is not said to be so ("no evidence that it reaches 80%").

    What has an article ("whether the 4% gain is significant") is there in any case; so is what is counted, or how large something is.
    """
    said, number = claim.claim, sentence.numbers.get(claim.value_at) if claim.value_at is not None else None
    if number is None or said.kind.text in ("count", "size") or said.hedge is not None or said.doubt is not None:
        return None
    given = previous(sentence.line, number.first) in DETERMINERS - {"a", "an", "one"}
    return None if given else refuted(sentence.line, number.first)


def _clause_before(line: Sequence[Word], first: int) -> CutOff | None:
    """A clause that ends in "that" and says of the quote that it is not so: "Nobody has shown that"."""
    begin = first
    while begin > 0 and line[begin].room < WEAK:
        begin -= 1
    text = " ".join(word.low for word in line[begin:first])
    denied = _DENIED_THAT.search(text)
    found = denied or _OPEN_THAT.search(text)
    if found is None:
        return None
    return CutOff(line[begin + text[: found.start()].count(" ") : first], denied is not None)


def _right_before(line: Sequence[Word], first: int) -> CutOff | None:
    at = first - 1
    while at > 0 and line[at].room < WEAK and _passed(line, at):
        at -= 1
    begins, denies = _takes_back(line, at)
    return CutOff(line[begins:first], denies) if begins is not None else None


def _passed(line: Sequence[Word], at: int) -> bool:
    """Whether a word between may stand there, and what denies still denies: "not [merely]", "can [lead to a]"."""
    low = line[at].low
    if low == "to":
        return not is_failed(line, at + 1)
    if denies(low):
        return False
    return low in _ADVERBS or low in _ARTICLES or low in _LEADING or (low.endswith("ly") and low != "only")


def _takes_back(line: Sequence[Word], at: int) -> tuple[int | None, bool]:
    low = line[at].low
    before = line[at - 1].low if at else ""
    if denies(low) or low == "neither":
        return at, True
    if is_failed(line, at + 1):
        return at - 1, True
    if low == "that" and before in _SUPPOSING:
        return at - 1, False
    if low in _OPEN or low in _UNDONE:
        return at, False
    return None, False
