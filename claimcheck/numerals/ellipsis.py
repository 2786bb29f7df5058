"""A number behind a name that is no part of it, since the sentence leaves out a verb: "Lumen wins 12 games and Corvus 9 games"."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import ends
from claimcheck.numerals.context import Context
from claimcheck.numerals.parts import Part

MAY_BE_TOLD: Final = "a capitalised word with its number, or what is told of it"
"""The reason where the text alone cannot tell, and a claim may state the number."""

_JOINED: Final = re.compile(
    r"(?P<noun>(?: [a-z-]+){0,2}| (?:of|out of) [0-9,]+(?: [a-z-]+)?)\)?(?:,? (?:and|but|while|whereas|versus|vs\.?|to)|[,;])"
    r"(?: (?P<at>on|for|in|with|by|the|gave))* "
)
"""From the number before to the name: what was counted, and what joins the two."""
_COUNTED: Final = re.compile(r" (?P<noun>[a-z]{3,}s)(?![a-z-])")
_MEASURED: Final = re.compile(
    r" (?:seconds|minutes|hours|days|weeks|months|years|points|percent|dollars|games|wins|votes|errors|parameters|tokens)(?![a-z-])"
)
_KINDS: Final = frozenset(
    "models datasets benchmarks variants series versions backbones checkpoints networks families".split()
)
"""What names with numbers are names of, so that the noun behind tells nothing."""
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


def told_of(ctx: Context, part: Part, name_start: int) -> bool | None:
    """Whether a number is told of the name that begins at `name_start`, and no part of it; None where it may be both."""
    text, low = ctx.text, ctx.low
    scale = _OUT_OF.match(low, part.end)
    if scale is not None and (part.decimals or ends(_MARKED, low, name_start) or low.endswith(scale[0], 0, ctx.done)):
        return True  # "gave Orion 4.3 out of 5", "Orion 8/10, Lumen 7/10"
    if _LIKEWISE.match(text, part.end) and ends(_MARKED, low, name_start):
        return True  # "gave Orion 4.3 and Lumen 3.9 points"
    last = ctx.out[-1] if ctx.out else None
    if (
        last is None
        or last.low is None
        or not last.is_quantity
        or last.low.mantissa is None
        or ctx.last_name > ctx.done
    ):
        return False
    joined = _JOINED.fullmatch(low, ctx.done, name_start)
    if joined is None:
        return False
    of = _OF.match(low, part.end)
    if of is not None:
        return low.endswith((f" of {of[1]}", f" of {of[1]}{joined['noun']}"), 0, joined.end("noun"))
    alike = part.decimals == ("." in last.low.text) and (part.scaled != "") == (last.low.power != 0) and not last.unit
    counted = _COUNTED.match(low, part.end)
    if counted is not None and counted["noun"] not in _KINDS:
        same = joined["noun"].split()[-1:] == [counted["noun"]]
        return same or (alike and not joined["noun"] and _MEASURED.match(low, part.end) is not None)
    if not alike or _CLOSES.match(low, part.end) is None:
        return False
    if joined["at"] in ("on", "for", "in") and part.decimals and part.mantissa is not None and part.mantissa >= 10:
        return None  # "15.7, and on OpenSet 22.9"
    return None if _stands_alone(text, name_start, part.start) else False


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name stands around without a number, too, and with no other one."""
    name = re.escape(text[start:end].strip())
    found = re.findall(rf"(?<![\w-]){name}(?![\w-])(?: ([0-9]))?", text[max(0, start - _AROUND) : end + _AROUND])
    return found.count("") > 0 and len(found) - found.count("") == 1
