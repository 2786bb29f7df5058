"""Stretches whose digits are no quantities whatever stands around: addresses, identifiers, the names a claim file gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimcheck.numerals.model import Refusal

_URL: Final = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|\bdoi:?\s?)10\.\s[0-9]{4,9}/[^\s\"<>]*[^\s\"<>.,;)]"
    r"|(?:https?://|ftp://|www\.)[^\s<>\"“”{}]+[^\s<>\"“”.,;:!?)\]{}'’]|(?:doi:?\s?|DOI:?\s?)10\.[0-9]{4,}/\S*[^\s.,;)]"
    r"|\b10\.[0-9]{4,9}/[^\s\"<>]*[^\s\"<>.,;)]|\barXiv[:\s]\s?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?"
    r"|\b(?:github|gitlab|huggingface|zenodo|osf)\.(?:com|io|co|org)/[^\s<>\"]*[^\s<>\".,;:!?)\]}']"
)
_STANDARD: Final = re.compile(r"(?:(?<=IEEE )802\.[0-9]{1,2}[a-z]{0,3}|\b802\.1[15]?[a-z]{1,3})(?![\w%]|\.[0-9])")
_LOCUS: Final = re.compile(r"\bchr(?:[0-9]{1,2}|[XYM]):[0-9,]{1,20}[0-9](?:[-–][0-9,]{1,20}[0-9])?")
_EMAIL: Final = re.compile(r"[\w.+-]{0,80}@[A-Za-z][\w-]*\.[A-Za-z][\w.-]*\w")
_FIRST_HINTS: Final = ("/", "www.", "arXiv")
_HINTS: Final = ("://", "www.", "doi", "DOI", "10.", "arXiv", "github.", "gitlab.", "huggingface.", "zenodo.", "osf.")
"""One of the first and one of these is in every text with an address; to look for them takes next to no time."""
_URL_START: Final = re.compile(
    r"https?://|ftp://|www\.|dx\.doi|doi[:.\s]|doi(?=10\.)|DOI[:\s1]|10\.[\s0-9]|arXiv[:\s]|github\.|gitlab\.|huggingface\.|zenodo\.|osf\."
)
"""Where an address may begin: a search that goes fast over what is none."""

_BEGINS: Final = r"(?:(?<![^\W_])|(?![^\W_]))"
_ENDS: Final = r"(?:(?![^\W_])|(?<![^\W_]))"
"""No letter or digit of a word is cut off from the rest: "7 Wonders" does not stand in "17 Wonders"."""


def masks(text: str, known: Sequence[str]) -> list[Refusal]:
    """Stretches of the rendering whose digits are no quantities, in order: URLs and the like, and the proper names given.

    They may overlap.
    """
    found: list[Refusal] = []
    reached = 0
    hinted = any(map(text.__contains__, _FIRST_HINTS)) and any(map(text.__contains__, _HINTS))
    for begun in _URL_START.finditer(text) if hinted else ():
        address = _URL.match(text, begun.start()) if begun.start() >= reached else None
        if address is not None:
            reached = address.end()
            found.append((begun.start(), reached, "identifier", "an address or identifier"))
    if "802." in text:
        found += [(m.start(), m.end(), "identifier", "the number of a standard") for m in _STANDARD.finditer(text)]
    if "chr" in text:
        found += [(m.start(), m.end(), "identifier", "a place in a genome") for m in _LOCUS.finditer(text)]
    if "@" in text:
        found += [(m.start(), m.end(), "identifier", "an address of mail") for m in _EMAIL.finditer(text)]
    for name in known:
        if name in text:
            whole = re.compile(f"{_BEGINS}{re.escape(name)}{_ENDS}")
            found += [(m.start(), m.end(), "name", "a name that the claim file gives") for m in whole.finditer(text)]
    return sorted(found)
