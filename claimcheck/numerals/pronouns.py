"""What "one" is: a number ("one model") or a pronoun ("a small one", "one can see")."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.lexicon import SMALL

_DETERMINERS: Final = frozenset("the this another each every any some no such a whichever".split())
_ONE_IDIOM: Final = re.compile(
    r"\s+(?:(?:by|on|after|to|for)\s+one(?![a-z])|(?:after|from|to)\s+another|day\s+(?:we|it|they|he|she|may|could|will|be)|at\s+a\s+time|another|and\s+the\s+same|hand|such|extreme)(?![a-z])|[’']"
)
_PRONOUN_AFTER: Final = frozenset(
    "can could may might must should would cannot needs wants it we they you he she who whom whose so has had "
    "is was that which "
    "with to and or by at as for on from does did if when where while because but than wins".split()
)
_VERBAL_AFTER: Final = frozenset(
    "can could may might must should would cannot needs wants it we they you he she who whom whose so".split()
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


_OUT_OF: Final = re.compile(r"\s+(?:out\s+of|in\s+every)\s")
_TWO_ADJECTIVES: Final = re.compile(
    r"(?<![a-z])(?:an?|the|this|its|our|their)\s(?:more\s)?(?!(?:zero|one|two|three|first|second|null|random|single)(?![a-z]))[a-z-]+"
    r"(?:,|\s(?:and|but|yet|or))\s[a-z-]+\s$"
)


def _acts(before: str, after: str, next_after: str, mark: str) -> bool:
    """Whether what follows "one" says what it does: "one usually trains", "allows one to see", ": one is a graph"."""
    if after in _ADVERBS:
        return (next_after.endswith("s") and not next_after.endswith(("ss", "us"))) or next_after in _PRONOUN_AFTER
    if after in _ACTS or (after == "to" and before in _LETS):
        return True
    return after in ("is", "was", "has") and mark in (",", ":", ";", "—", "–")


def one(low: str, text: str, start: int, end: int) -> str:
    """What "one" is at `start`: "pronoun" ("a small one", "one can see") or "number"."""
    if _ONE_IDIOM.match(low, end) or (
        re.search(r"(?:one\s+(?:by|on|after|to)|at)\s+$", low[max(0, start - 12) : start])
        and not low.startswith(" ", end)
    ):
        return "pronoun"
    if re.search(r"(?<![a-z])(?:from|since|on)\s+day\s+$", low[max(0, start - 12) : start]):
        return "pronoun"
    if re.search(r"one\s+(?:by|on|after)\s+$", low[max(0, start - 12) : start]):
        return "pronoun"
    words = low[max(0, start - 40) : start].replace("“", " ").split()
    before = words[-1] if words and text[start - 1].isspace() else ""
    follow = re.match(r"\s+([a-z]+)(?:\s+([a-z]+|[0-9]))?", low[end : end + 30])
    after, next_after = (follow[1], follow[2] or "") if follow else ("", "")
    if (after in ("in", "to") and (next_after in SMALL or next_after.isdigit())) or _OUT_OF.match(low, end):
        return "number"  # "one in three"
    if after in _VERBAL_AFTER or (
        before in ("at", "on") and after in ("extreme", "end", "point", "time", "side", "hand")
    ):
        return "pronoun"
    if _acts(before, after, next_after, text[max(0, start - 3) : start].rstrip()[-1:]):
        return "pronoun"
    if after == "in" and next_after in ("the", "a", "this", "which", "our"):
        return "pronoun" if not before or text[start].isupper() else "number"
    if before in _DETERMINERS:
        return "number" if low.startswith("-", end) else "pronoun"
    if before in ("which", "that"):
        return "number" if after and after not in _PRONOUN_AFTER and after != "of" else "pronoun"
    if low.startswith("-", end):
        return "number"
    if after in ("for", "with", "on", "in", "to", "that", "which") and text[max(0, start - 3) : start].rstrip()[
        -1:
    ] in (",", ":", ";", "—", "–", "-"):
        return "pronoun"
    if text[max(0, start - 3) : start].rstrip()[-1:] in (":", ",", "-", "—", ";") and (
        after.endswith(("ed", "ing")) or (after in ("large", "small", "big") and next_after in ("and", "or"))
    ):
        return "pronoun"
    if re.match(r"\s+[a-z]+\s+fits\s+all", low[end : end + 30]):
        return "pronoun"
    if (
        len(words) >= 2
        and words[-2].lstrip("(") in ("the", "a")
        and before in ("only", "first", "last", "next", "same", "single")
        and (not after or after in _PRONOUN_AFTER)
    ):
        return "pronoun"
    if (
        len(words) >= 2
        and words[-2].lstrip("(\"'") in _DETERMINERS | {"an", "more", "its", "their", "our"}
        and before.isalpha()
        and before not in _LINKS
    ):
        return "pronoun"
    standing = not after or after in _PRONOUN_AFTER or (after.endswith("s") and not after.endswith(("ss", "us", "is")))
    if standing and ("-" in before.strip("-") and before[0].isalpha() and before not in _LINKS):
        return "pronoun"  # "a text-based one"
    if (not after or after in _PRONOUN_AFTER) and _TWO_ADJECTIVES.search(low, max(0, start - 60), start):
        return "pronoun"  # "the fast but inaccurate one"
    if (
        standing
        and before.endswith(("ed", "en", "ing"))
        and len(words) >= 2
        and words[-2].endswith(("ly", "best", "most"))
    ):
        return "pronoun"  # "a parallelly scaled one"
    if (
        before.endswith("er")
        and before not in ("over", "under", "after", "per", "whether", "either", "number")
        and (not after or after in _PRONOUN_AFTER)
    ):
        return "pronoun"
    return "number"
