"""The plain reading of a text's numbers and words by which falsifications are made.

It knows nothing of the recogniser that it is used to attack. Where it has to tell whether a number stands in a text, it
errs to the safe side: what might stand there is taken to stand there, so that no true statement passes for a false one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.source import Span

LOOKALIKES: Final = dict(zip("aceiopxyACEHKMOPTX", "асеіорхуАСЕНКМОРТХ", strict=True))
"""Latin letters, and Cyrillic ones that look the same."""
WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

WORD_NUMBER: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)

RUN: Final = re.compile(r"\d+(?:(?:,|\{,\})\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
"""Digits with their decimal point and their commas."""

WRITTEN: Final = re.compile(rf"(?<![\w.–-])(?:{RUN.pattern})(?:\s?\\?%|[kKMB](?!\w)|x(?!\w))?(?!\.?\w)(?!\s?\\?%)")
"""A number as texts write it, with its mark, on its own."""

IN_NAME: Final = re.compile(r"(?<!\w)[A-Za-z][\w.+-]*\d[\w.+-]*|(?<!\w)[A-Z][\w.+-]*\s\d+(?:\.\d+)?(?![\w.]*\w)")
"""Letters with digits in one word, or a capitalised word with a number after it."""

URL: Final = re.compile(r"https?://[^\s)\]}]+")

WORD: Final = re.compile(r"\S+")

WINNING: Final = re.compile(
    r"(?i)\b(?:outperform\w*|surpass\w*|improv\w*|better|best|higher|highest|strong\w*|superior|exceed\w*|beyond|gain\w*|more|fewer|less|lower\w*|"
    r"reduc\w*|beat\w*|advantages?|boost\w*|enhanc\w*|increas\w*|great\w*|fast\w*|ahead|win\w*)\b"
)
"""Words by which something may be said to do better."""


def number(text: str) -> Decimal:
    """The number that a match of `RUN` or a number word writes."""
    word = WORDS.get(text.lower())
    return Decimal(word) if word is not None else Decimal(re.sub(r"[^\d.]", "", text))


@dataclass(frozen=True)
class Plain:
    """An abstract's text, plainly read."""

    text: str

    @cached_property
    def folded(self) -> str:
        """The text with single spaces."""
        return " ".join(self.text.split())

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number that might stand in the text, inside names and addresses too."""
        runs = {match.group() for match in RUN.finditer(self.text)} | set(re.findall(r"\d+", self.text))
        return frozenset({number(run) for run in runs} | {number(word) for word in WORD_NUMBER.findall(self.text)})

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The numbers that stand on their own in the text, with their marks, as written, each once."""
        urls = [match.span() for match in URL.finditer(self.text)]
        return tuple(
            dict.fromkeys(
                match.group()
                for match in WRITTEN.finditer(self.text)
                if not any(start <= match.start() < end for start, end in urls)
            )
        )

    @cached_property
    def in_names(self) -> tuple[str, ...]:
        """The digits of names in the text, each once; those of addresses aside."""
        bare = URL.sub(" ", self.text)
        return tuple(dict.fromkeys(run for name in IN_NAME.findall(bare) for run in RUN.findall(name)))

    @cached_property
    def in_urls(self) -> tuple[str, ...]:
        """The digits of addresses in the text, each once."""
        return tuple(dict.fromkeys(run for url in URL.findall(self.text) for run in RUN.findall(url)))

    def has(self, words: str) -> bool:
        """Whether the text holds these words, white space aside."""
        return self.times(words) > 0

    def times(self, words: str) -> int:
        """How often the text holds these words, white space aside."""
        return self.folded.count(" ".join(words.split()))


def mark(written: str) -> str:
    """What kind of number a writing is: percent, factor, or plain (with a suffix or without)."""
    if "%" in written or re.search(r"\bper ?cent|\bpoints?\b|\bpp\b", written):
        return "%"
    return "x" if re.search(r"\d\s?(?:x(?!\w)|×|\$?\\times)|\btimes\b|fold\b", written) else ""


def holds_number(text: str) -> bool:
    return RUN.search(text) is not None or WORD_NUMBER.search(text) is not None


def values(text: str) -> set[Decimal]:
    """The numbers that a short text writes."""
    return {number(run) for run in RUN.findall(text)} | {number(word) for word in WORD_NUMBER.findall(text)}


def stated(claim: Claim, text: str) -> Span | None:
    """Where the claim's mention, or else its quote, states its value in the text of the abstract, if it does so once."""
    start, end = 0, len(text)
    for scalar in (claim.quote, claim.mention):
        if scalar is not None:
            words = re.compile(r"\s+".join(map(re.escape, scalar.text.split())))
            places = list(words.finditer(text, start, end))
            if len(places) != 1:
                return None
            start, end = places[0].span()
    if claim.value is None:
        return None
    written = re.compile(rf"(?<![\w.]){re.escape(claim.value.text)}(?!\w|\.\d)")
    found = list(written.finditer(text, start, end))
    return Span(*found[0].span()) if len(found) == 1 else None
