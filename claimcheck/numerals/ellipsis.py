"""A number behind a name that is no part of it, since the sentence leaves out a verb: "Lumen wins 12 games and Corvus 9 games"."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import WordBefore, ends
from claimcheck.numerals.context import Context
from claimcheck.numerals.parts import Part

MAY_BE_TOLD: Final = "a capitalised word with its number, or what is told of it"
"""The reason where the text alone cannot tell, and a claim may state the number."""

_JOINED: Final = re.compile(
    r"(?P<noun>(?: [a-z-]+){0,2})\)?(?:,? (?:and|but|while|whereas|versus|vs\.?|to)|[,;])"
    r"(?: (?P<at>on|for|in|with|by|the|gave))* "
)
"""From the number before to the name: what was counted, and what joins the two."""
_KINDS: Final = "models|datasets|benchmarks|variants|series|versions|backbones|checkpoints|networks|families"
"""What names with numbers are names of, so that the noun behind tells nothing."""
_COUNTED: Final = re.compile(rf" (?!(?:{_KINDS})(?![a-z-]))(?P<noun>[a-z]{{3,}}s)(?![a-z-])")
_MEASURED: Final = frozenset(
    "seconds minutes hours days weeks months years points dollars games wins votes errors parameters tokens".split()
)
_OF: Final = re.compile(r" of ([0-9][0-9,]*)(?![0-9.%])")
_OUT_OF: Final = re.compile(r"(?: out of |/)(?:[0-9]{1,3})(?![0-9]|\.[0-9])")
_MARKED: Final = re.compile(
    r"(?<![a-z])(?:gave|gives?|given|rat(?:e|es|ed|ing)|scor(?:e|es|ed|ing)|award(?:s|ed)?|grade[sd]?) $"
)
_CLOSES: Final = re.compile(r"\s?(?:[.;:)]|,(?! [0-9])|$)| (?:and|but|while|respectively|on|in|with|after)(?![a-z])")
_LIKEWISE: Final = re.compile(
    r"(?: and|,) [A-Z][\w-]* [0-9]{1,3}(?:\.[0-9]{1,3})? (?:points|stars|marks|out of|of)(?![a-z])"
)
_AROUND: Final = 1000
"""How far around a number its name is looked for."""


def told_of(ctx: Context, part: Part, before: WordBefore) -> bool | None:
    """Whether a number is told of the name before it, and no part of that; None where it may be both."""
    text, low = ctx.text, ctx.low
    marked = ends(_MARKED, low, before.start) is not None
    scale = _OUT_OF.match(low, part.end)
    if scale is not None and (part.decimals or marked or low.endswith(scale[0], 0, ctx.done)):
        return True  # "gave Orion 4.3 out of 5", "Orion 8/10, Lumen 7/10"
    if marked and _LIKEWISE.match(text, part.end):
        return True  # "gave Orion 4.3 and Lumen 3.9 points"
    if not ctx.out or not ctx.out[-1].is_quantity:
        return False
    joined = _JOINED.fullmatch(low, ctx.done, before.start)
    if joined is None:
        return False
    of = _OF.match(low, part.end)
    if of is not None:
        return low.endswith(of[0], 0, ctx.done)  # "12 of 20 games, Corvus 9 of 20"
    counted = _COUNTED.match(low, part.end)
    if counted is not None:
        noun = counted["noun"]
        return joined["noun"].endswith(f" {noun}") or (not joined["noun"] and noun in _MEASURED)
    last = ctx.out[-1].low
    assert last is not None
    alike = not last.unit and part.decimals == ("." in last.text) and (part.power != 0) == (last.power != 0)
    if not alike or _CLOSES.match(low, part.end) is None:
        return False
    if joined["at"] in ("on", "for", "in") and part.decimals and part.value >= 10:
        return None  # "15.7, and on OpenSet 22.9"
    return None if _stands_alone(text, before.word, part.start) else False


def _stands_alone(text: str, name: str, at: int) -> bool:
    """Whether the name of the number at `at` stands around without a number, too, and with no other one."""
    around = text[max(0, at - _AROUND) : at + _AROUND]
    found = re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])(?: ([0-9]))?", around)
    return found.count("") > 0 and len(found) - found.count("") == 1
