"""What is told by its sides, as one quantity: 4096x4096, 1,024 × 1,024, 256x256x64, 3 by 3, 10 × 15 cm."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals import chains
from claimcheck.numerals.bounds import qualified
from claimcheck.numerals.context import Context
from claimcheck.numerals.digits import read_number
from claimcheck.numerals.parts import Part

_CROSS: Final = re.compile(r"(?P<before>\s?)(?P<cross>[x×])(?P<after>\s?)(?=[0-9])")
_BY: Final = re.compile(r"(?P<hyphen>-)by-(?=[0-9])|\sby\s(?=[0-9])")
_MOST_SIDES: Final = 5
_LENGTH: Final = re.compile(r"(?:[kcmnµμ]?m|px|in|ft)[23²³]?")
"""A unit that the last side has for all: 10 × 15 cm."""
_LOST_POWER: Final = re.compile(r"10(?:[2-9](?![0-9.,])|\s?[-−–]\s?[0-9])")
"""As often a power of ten as a side: 10 × 106 cells, 5 x 10 - 8."""
_SHAPE: Final = re.compile(
    r"[\s-](?:[a-z]+\s)?(?:pixels?|px|voxels?|grids?|matri(?:x|ces)|arrays?|lattices?|patch|kernel|image|resolution|filter|window|block|tile"
    r"|table|board|mesh|maze|map)(?![a-z])"
)
"""What has the sides that "by" stands between; without it "by" tells by how much."""
_DESIGN: Final = re.compile(r"\s(?:[a-z-]+\s){0,2}(?:factorial|cross-?validation)(?![a-z])")
"""What has parts, and no sides: each number counts by itself."""


def joined_sides(ctx: Context, part: Part, floor: int) -> int | None:
    """a × b, a × b × c, "a by b": all sides as one quantity; None where they are none."""
    if not _is_side(part) or part.signed:
        return None
    sides = [part]
    while len(sides) < _MOST_SIDES and (side := _next_side(ctx, sides[-1])) is not None:
        sides.append(side)
    last = sides[-1]
    if last is part or not _alike(sides):
        return None
    if _DESIGN.match(ctx.low, last.end):
        return None
    for side in sides:
        side.unit = last.unit
        side.readings.clear()
    qualifier = qualified(ctx, part.start, floor, part)
    return ctx.emit("product", part, last, part.start, last.end, qualifier, "the sides of a size", between=sides[1:-1])


def _is_side(part: Part) -> bool:
    """Whether a number is plain enough: no fraction, power, factor or share, and no millions that may be metres."""
    if part.divisor != 1 or part.words or part.scaled not in ("", "k", "K"):
        return False
    return part.unit is None or _LENGTH.fullmatch(part.unit) is not None


def _next_side(ctx: Context, side: Part) -> Part | None:
    """The side that stands behind a cross or "by"; None where what stands there is no plain number."""
    match = _CROSS.match(ctx.text, side.end)
    if match is not None:
        even = bool(match["before"]) == bool(match["after"])
        if not even and not ctx.view.raw.startswith("\\times", ctx.view.raw_start(match.start("cross"))):
            return None  # "3x 5 runs"
    else:
        match = _BY.match(ctx.low, side.end)
    if match is None:
        return None
    other = read_number(ctx, match.end())
    if other is None or not _is_side(other) or _LOST_POWER.match(ctx.text, other.start):
        return None
    if chains.glued_after(ctx.text, other.end) and not _CROSS.match(ctx.text, other.end):
        return None
    if match.re is _BY and not (match["hyphen"] or ctx.isolated or _is_shape(ctx, side, other)):
        return None
    return other


def _is_shape(ctx: Context, side: Part, other: Part) -> bool:
    """Whether "3 by 3" tells sides: equal ones, or those of what stands behind."""
    return side.mantissa == other.mantissa or _SHAPE.match(ctx.low, other.end) is not None


def _alike(sides: list[Part]) -> bool:
    """Whether the sides have one scale, and one unit or one length behind the last: not 8x80GB, nor 3 x 4k."""
    units = {side.unit for side in sides}
    return len({side.scaled for side in sides}) == 1 and units <= {None, sides[-1].unit}
