"""What "one" is: a number ("one model") or a pronoun ("a small one", "one can see")."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.lexicon import SMALL

_DETERMINERS: Final = frozenset("the this another each every any some no such a whichever".split())
_OWNERS: Final = _DETERMINERS | {"an", "more", "its", "their", "our"}
_IDIOM: Final = re.compile(
    r"\s+(?:(?:by|on|after|to|for)\s+one(?![a-z])|(?:after|from|to)\s+another|day\s+(?:we|it|they|he|she|may|could|will|be)|at\s+a\s+time"
    r"|another|and\s+the\s+same|hand|such|extreme|[a-z]+\s+fits\s+all)(?![a-z])|[’']"
)
_IDIOM_BEFORE: Final = re.compile(r"(?<![a-z])(?:one\s+(?:by|on|after)|(?:from|since|on)\s+day)\s+$")
_NEAR: Final = 40
_FAR: Final = 80
"""How far is looked for what stands before "one": further than two words of any use, and than two adjectives."""
_OPENING: Final = "([\"'“‘"
_PRONOUN_AFTER: Final = frozenset(
    "can could may might must should would cannot needs wants it we they you he she who whom whose so has had "
    "is was that which "
    "with to and or by at as for on from does did if when where while because but than wins".split()
)
_VERBAL_AFTER: Final = frozenset(
    "can could may might must should would cannot needs wants it we they you he she who whom whose so "
    "the its our their these those".split()
)
_ADVERBS: Final = frozenset(
    "usually often typically generally simply then also always never still only first easily directly naturally "
    "normally commonly".split()
)
_ACTS: Final = frozenset(
    "gets uses needs knows obtains trains considers finds sees wants seeks faces assumes observes aims learns relies "
    "requires defines takes makes predicts captures focuses encodes models generates operates".split()
)
"""What someone, or one of two, does; no noun that "one" counts stands in the plural."""
_LETS: Final = frozenset("allows allow allowing lets let enables enable enabling permits permit helps help".split())
_LINKS: Final = frozenset(
    "of to in on for with by at from as than and or is are was has have only just least most use using over "
    "under between into per about around "
    "first last next same single exactly additional".split()
)

_PLACES: Final = frozenset("extreme end point time side".split())
_FOLLOW: Final = re.compile(r"\s+([a-z]+)(?:\s+([a-z]+))?")
_OF_SEVERAL: Final = re.compile(rf"\s+(?:out\s+of\s|in\s+every\s|(?:in|to)\s+(?:[0-9]|(?:{'|'.join(SMALL)})(?![a-z])))")
_FINITE: Final = (
    "is was has had does did can could may might must should will would remains remained fails failed holds".replace(
        " ", "|"
    )
)
_APPOSED: Final = re.compile(
    rf"\s+(?:is|was|has|for|with|on|in|to|that|which|[a-z]*ed|[a-z]*ing(?!\s+(?:{_FINITE})(?![a-z]))"
    r"|(?:large|small|big)\s+(?:and|or))(?![a-z])"
)
"""What tells, behind a comma or the like, of one of those just named: "both sets, one in French".

A word in -ing with a verb of its own behind it is a noun: "two proofs hold, one pairing is open".
"""
_IN_THE: Final = re.compile(r"\s+in\s+(?:the|an?|this|which|our)(?![a-z])")
_DESCRIBES: Final = re.compile(r"(?=\S*[a-z])\S*\w")
_COMPOUND: Final = re.compile(r"\w-[a-z]|[0-9][kmbt]$")
"""What only describes, and is not counted: a text-based one, the 405B one."""
_TWO_ADJECTIVES: Final = re.compile(
    r"(?<![a-z])(?:an?|the|this|its|our|their)\s(?:more\s)?(?!(?:zero|one|two|three|first|second|null|random|single)(?![a-z]))[a-z-]{1,24}"
    r"(?:,|\s(?:and|but|yet|or))\s[a-z-]{1,24}\s$"
)
_PICKED: Final = frozenset("only first last next same single".split())
_NO_COMPARATIVES: Final = frozenset("over under after per whether either number".split())


def is_pronoun(low: str, text: str, start: int, end: int) -> bool:
    """Whether "one" at `start` is no number: "a small one", "one can see"."""
    if _IDIOM.match(low, end) or _IDIOM_BEFORE.search(low, start - _NEAR, start):
        return True
    if low.startswith("-", end):
        return False
    words = low[max(0, start - _NEAR) : start].split()
    *_, earlier, before = ["", "", *(word.lstrip(_OPENING) for word in words)]
    apposed = before.endswith((",", ":", ";", "—", "–", "-")) and _APPOSED.match(low, end)
    follow = _FOLLOW.match(low, end)
    after, following = follow.groups("") if follow is not None else ("", "")
    if _OF_SEVERAL.match(low, end):
        return False  # "one in three"
    if apposed or after in _VERBAL_AFTER or (before in ("at", "on") and after in _PLACES):
        return True
    if _acts(before, after, following):
        return True
    if _IN_THE.match(low, end) and (not before or text[start].isupper()):
        return True
    if before in _DETERMINERS:
        return True
    loose = not after or after in _PRONOUN_AFTER
    if before in ("which", "that"):
        return loose or after == "of"
    return _described(earlier, before, after, loose) or bool(
        loose and _TWO_ADJECTIVES.search(low, start - _FAR, start)  # "the fast but inaccurate one"
    )


def _acts(before: str, after: str, following: str) -> bool:
    """Whether what follows "one" says what it does: "one usually trains", "allows one to see"."""
    if after in _ADVERBS:
        return _is_plural(following) or following in _PRONOUN_AFTER
    return after in _ACTS or (after == "to" and before in _LETS)


def _is_plural(word: str) -> bool:
    """Whether a word is what "one" counts not: a plural, or a verb ("one usually trains")."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _described(earlier: str, before: str, after: str, loose: bool) -> bool:
    """Whether the two words before "one" say which one it is; `loose`: no noun follows that it would count."""
    if earlier in _OWNERS and _DESCRIBES.fullmatch(before) and (before not in _LINKS or (loose and before in _PICKED)):
        return True
    if not loose and not _is_plural(after):
        return False
    if _COMPOUND.search(before):
        return True  # "a text-based one", "405B one"
    if before.endswith(("ed", "en", "ing")) and earlier.endswith(("ly", "best", "most")):
        return True  # "a parallelly scaled one"
    return before.endswith("er") and before not in _NO_COMPARATIVES
