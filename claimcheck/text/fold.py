"""Folding: what may differ between a quote and its source is made equal, with a map back to the source.

White space (its runs, and whether it stands next to punctuation), dashes, quotation marks and LaTeX markup may differ;
no letter, digit, sign or decimal point may.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Final

from claimcheck.source import Span
from claimcheck.text.render import Rendering, render

_DASHES: Final = "-‐‑‒–—―−﹣－"
_SINGLE: Final = "'‘’‚‛′`´"
_DOUBLE: Final = '"“”„‟″«»'
_SPACES: Final = " \t\n\r\x0b\x0c\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
_PLAIN: Final[dict[str, str]] = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SPACES, " ")
    | {"∼": "~", "…": "...", "$": "", "\u00ad": ""}
    | {raised: f"^{plain}" for raised, plain in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)}
    | {"⁻": "^-", "⁺": "^+"}
)


class Folded:
    """A text made comparable: `text`, and for each of its characters the place in the raw text it comes from."""

    __slots__ = ("_at", "_view", "text")

    def __init__(self, view: Rendering) -> None:
        self._view = view
        characters: list[str] = []
        places: list[int] = []
        pending = False  # white space was seen that stands only between letters or digits
        for place, character in enumerate(view.text):
            plain = _PLAIN.get(character, character)
            if plain == " ":
                pending = True
                continue
            for each in plain:
                if pending:
                    if characters and characters[-1].isalnum() and each.isalnum():
                        characters.append(" ")
                        places.append(place - 1)
                    pending = False
                if each == "^" and len(plain) > 1 and characters and _raised(view.text[place - 1 : place]):
                    continue
                characters.append(each)
                places.append(place)
        self.text = "".join(characters)
        self._at = places

    def raw_span(self, start: int, end: int) -> Span:
        """The raw stretch of the folded characters from `start` to `end` (at least one)."""
        return self._view.raw_span(self._at[start], self._at[end - 1] + 1)

    def view_range(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the rendering of the folded characters from `start` to `end` (at least one)."""
        return self._at[start], self._at[end - 1] + 1

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the folded characters that a stretch of the rendering has: the way back from `view_range`."""
        return bisect_left(self._at, start), bisect_left(self._at, end)

    @property
    def view(self) -> Rendering:
        return self._view


def _raised(character: str) -> bool:
    return bool(character) and character in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺"


@lru_cache(maxsize=4096)
def fold(text: str) -> Folded:
    """The folded form of a raw text; quotes and names are asked for again and again, so it is kept."""
    return Folded(render(text))
