"""What a text says that a name is: "Lumen, a sparse encoder", "a framework called Lumen"."""

from __future__ import annotations

import re
from itertools import permutations
from typing import Final

from claimcheck.text.render import render

_SAME: Final = re.compile(
    r"\(|:|,|\b(?:called|named|dubbed|denoted|termed|namely|alias|i\.e|or|is|as)\b", re.IGNORECASE
)
_GAP: Final = r"[\s*]{0,5}"
"""Between a name and what follows; in Markdown with its marks."""
_BRACKETS: Final = rf"(?:{_GAP}\([^()]{{1,80}}\))?"
_ARTICLE: Final = r"(?:an?|the|our|one|this)\s+"
_DESCRIBED: Final = r"(?:(?!(?:and|or|of|for|with|in|on|than|over|to|by|that|which)\b)[\w-]+,?\s+){0,5}"
"""What may describe a kind of thing; no word that leads to another one."""


def said_to_be_one(name: str, other: str, text: str) -> bool:
    """Whether a text may say somewhere that two names are of one thing: "Lumen (our CNN)", "a CNN, called Lumen"."""
    names = (rf"(?<!\w){re.escape(each)}(?!\w)" for each in (name, other))
    near = r"((?:(?![.;?!]\s).){0,40}?)"  # within one sentence
    return any(
        _SAME.search(match[1])
        for first, second in permutations(names)
        for match in re.finditer(f"{first}{near}{second}", text, re.DOTALL)
    )


def is_a(name: str, kind: str, text: str) -> bool:
    """Whether a text surely says of a name that it is a thing of some kind: "Lumen (LM), a novel sparse encoder", "Lumen is an encoder",
    "the encoder Lumen", "our encoder: Layered Units (Lumen)".

    The kind is told in small letters: what ends in a name is no kind of thing.
    """
    named, told = _phrase(name), render(kind).text.split()
    if not told or not told[-1].islower():
        return False
    kind = _phrase(re.sub(rf"^{_ARTICLE}", "", " ".join(told)))
    behind = rf"{named}\)?{_BRACKETS}{_GAP}(?:[,:—–-]|\b(?:is|as|being)\b)\s*{_ARTICLE}{_DESCRIBED}{kind}"
    leads = rf"{kind}{_GAP}(?:,?\s+(?:called|named|dubbed|termed)\b|[:(])"
    long_form = rf"(?:[\w-]+\s+){{1,10}}\({_GAP}{named}"
    before = rf"{leads}{_GAP}(?:{named}|{long_form})|{kind}\s{_GAP}{named}|{kind},\s{_GAP}{named}{_GAP},"
    return re.search(f"{behind}|{before}", text, re.IGNORECASE) is not None


def _phrase(words: str) -> str:
    """A pattern of words as they stand in a text, with any blanks between them."""
    written = r"\s+".join(map(re.escape, render(words).text.split()))
    return rf"(?<![\w-]){written}(?![\w-])"
