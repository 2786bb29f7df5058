"""What a work is called, and the names in its abstract: guessed from how abstracts introduce things."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from claimcheck.drafting.lexicon import GENERIC_NAMES, INTRODUCING, OWN
from claimcheck.drafting.passages import Text
from claimcheck.numerals import Mention, scan
from claimcheck.text.render import render

_PART: Final = r"[^\W_](?:[\w.'’+*&@%/‑-]*[\w+*%])?"
_PROPER: Final = re.compile(r"[^\W\d_]*[A-Z]|[^\W_]*\d")
_TOKEN: Final = re.compile(rf"{_PART}|[^\w\s]")
INTRODUCTION: Final = re.compile(
    rf"\b(?:we|paper|work|study|article|report|and|then|also|further|first|additionally|here)\s+(?:\w+ly\s+|first\s+|also\s+|further\s+|then\s+|here\s+)?{INTRODUCING}\b",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(
    r"\b(?:called|named|dubbed|termed|namely|coined|denoted|refer to as|call it)\s+(?:as\s+|the\s+)?", re.IGNORECASE
)
_CLAUSE_ENDS: Final = frozenset(
    "that which where to for by based using through and when while via from of in on at".split()
)
_REACH: Final = 16
_SEVERAL_WORDS: Final = 3
_INNER_CAPITAL: Final = re.compile(r"\w+[A-Z]|[A-Z]{2}|.*\d")
_SPELT_OUT: Final = re.compile(r"(?<!\w)([A-Z][\w+-]{1,20}) \(([A-Za-z][^()]{5,90})\)")
_ADJECTIVAL: Final = (
    "-based",
    "-driven",
    "-guided",
    "-aware",
    "-style",
    "-like",
    "-level",
    "-specific",
    "-free",
    "-trained",
    "-tuned",
)
_FOUND: Final = re.compile(r"\bwe (?:find|show|found|showed|demonstrate) that\b", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"\(([A-Z][\w-]*[A-Z][\w-]*\+?)\)")
_SLUG_LENGTH: Final = 48


SLUG: Final = r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*"
"""What an id may be (a pattern for the whole of it)."""


def slug(text: str) -> str:
    """A text as an identifier: small letters, digits and hyphens ("RDS+" is "rds-plus"); empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text.replace("+", " plus ")).encode("ascii", "ignore").decode("ascii").lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words if len(words) <= _SLUG_LENGTH else words[: _SLUG_LENGTH + 1].rpartition("-")[0] or words[:_SLUG_LENGTH]


def unique(name: str, taken: Iterable[str]) -> str:
    """A name, or the first of name-2, name-3 … that is not taken; case does not count."""
    used = {each.lower() for each in taken}
    number = 2
    found = name
    while found.lower() in used:
        found = f"{name}-{number}"
        number += 1
    return found


def system_name(text: Text, title: str | None = None) -> str | None:
    """The name of what an abstract introduces; None where none can be told."""
    read = text.folded.view.text
    if title is not None:
        head, colon, _ = " ".join(render(title).text.split()).partition(":")
        if (
            colon
            and len(head.split()) <= _SEVERAL_WORDS
            and _PROPER.match(head)
            and re.search(rf"(?<!\w){re.escape(head)}(?!\w)", read)
        ):
            return head
    introduced = [name for match in INTRODUCTION.finditer(read) if (name := _name_after(read, match.end())) is not None]
    called = [name for match in _CALLED.finditer(read) if (name := _name_at(read, match.end())) is not None]
    for name in (*introduced[:1], *called[:1], *introduced):
        if name not in GENERIC_NAMES:
            return name
    return _spelt_out(read) or _most_named(read) or _abbreviation_found(read)


def _abbreviation_found(read: str) -> str | None:
    """A name in brackets that the abstract comes to where it tells what was found: "we find that a variant of … (RDS+)"."""
    found = _FOUND.search(read)
    match = _IN_BRACKETS.search(read, found.end()) if found is not None else None
    return match[1] if match is not None and match[1] not in GENERIC_NAMES else None


def _spelt_out(read: str) -> str | None:
    """A name whose letters are the initials of the words in brackets behind it: "Pep (Preference Elicitation with Priors)"."""
    for match in _SPELT_OUT.finditer(read):
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", match[2]) if word[0].isupper())
        if match[1].upper() == initials.upper() and match[1] not in GENERIC_NAMES:
            return match[1]
    return None


def _name_after(read: str, start: int) -> str | None:
    """The first name behind a verb that introduces something, or its abbreviation in brackets."""
    tokens = list(_TOKEN.finditer(read, start, min(len(read), start + 400)))[: _REACH * 2]
    for index, token in enumerate(tokens[:_REACH]):
        word = token[0]
        if word in ".;" or (word.lower() in _CLAUSE_ENDS and index):
            return None
        if _is_proper(word) and word not in GENERIC_NAMES:
            return _whole(read, tokens, index)
    return None


def _name_at(read: str, start: int) -> str | None:
    """The name that begins at a place."""
    tokens = list(_TOKEN.finditer(read, start, min(len(read), start + 200)))[:_REACH]
    return _whole(read, tokens, 0) if tokens and _is_proper(tokens[0][0]) else None


def _whole(read: str, tokens: Sequence[re.Match[str]], first: int) -> str | None:
    """The name that begins at a token: its words, or where they are spelt out, the abbreviation behind them."""
    last = first
    while last + 1 < len(tokens) and _goes_on(read, tokens[last], tokens[last + 1]):
        last += 1
    short = _abbreviation(tokens, last + 1)
    words = last - first + 1
    if short is not None and not (words == 1 and _INNER_CAPITAL.match(tokens[first][0])):
        return short
    return read[tokens[first].start() : tokens[last].end()] if words <= _SEVERAL_WORDS or short is None else short


def _goes_on(read: str, token: re.Match[str], following: re.Match[str]) -> bool:
    return _is_proper(following[0]) and read[token.end() : following.start()].isspace()


def _abbreviation(tokens: Sequence[re.Match[str]], start: int) -> str | None:
    """The last name in brackets of its own before the clause ends: "Reinforcement Learning (RL) with … Environments (RLVE)"."""
    found = None
    for index in range(start, len(tokens) - 2):
        word = tokens[index][0]
        if word in ",.;:" or (
            word.lower() in _CLAUSE_ENDS - {"of", "and", "via", "in", "from", "based", "using", "through"}
        ):
            break
        if (
            word == "("
            and tokens[index + 2][0] == ")"
            and _is_proper(tokens[index + 1][0])
            and tokens[index + 1][0] not in GENERIC_NAMES
        ):
            found = tokens[index + 1][0]
    return found


def _is_proper(word: str) -> bool:
    if word.lower().endswith(_ADJECTIVAL):
        return False
    return (bool(_PROPER.match(word)) and any(character.isalpha() for character in word)) or (
        word.isdigit() and len(word) <= _SEVERAL_WORDS + 1
    )


def _most_named(read: str) -> str | None:
    """The name with capitals inside that stands most often, at least twice."""
    counted = Counter(
        word
        for match in _TOKEN.finditer(read)
        if _INNER_CAPITAL.match(word := match[0])
        and word[0].isupper()
        and any(each.islower() for each in word)
        and word not in GENERIC_NAMES
    )
    found = counted.most_common(1)
    return found[0][0] if found and found[0][1] > 1 else None


def names_with_digits(text: Text) -> list[str]:
    """The proper names whose digits the recogniser refused, with the capitalised words before them; none that changes a reading."""
    read = text.folded.view.text
    found: dict[str, None] = {}
    for number in text.numbers:
        if number.cls == "name":
            name = _around(text, number)
            if name is not None and name in read:
                found[name] = None
    names = sorted(found, key=lambda name: (read.index(name), -len(name)))
    return [name for name in names if _same_numbers(text, scan(text.raw, [name]))]


def _same_numbers(text: Text, read: Sequence[Mention]) -> bool:
    mine, theirs = (
        [(each.start, each.end) for each in numbers if each.is_quantity] for numbers in (text.numbers, read)
    )
    return mine == theirs


def _around(text: Text, number: Mention) -> str | None:
    """A refused number with the capitalised words right before it, as a reader sees them; None if that is no proper name."""
    before = render(text.raw[max(0, number.start - 80) : number.start]).text
    said = re.sub(r"['’]s$", "", " ".join(render(number.text).text.split()))
    match = _NAMED_BEFORE.search(before)
    words = match[0].split() if match is not None else []
    while words and (words[0].lower() in _SMALL or words[0].startswith("TODO")):
        words.pop(0)
    name = " ".join([*words, said])
    letters = sum(character.isalpha() for character in name)
    if (
        letters < 2
        or not any(character.isupper() for character in name)
        or not any(character.isdigit() for character in name)
    ):
        return None
    return name


_NAMED_BEFORE: Final = re.compile(r"(?:(?<=\s)|(?<=[(“\"'/])|^)(?:[A-Z0-9](?:[\w.'’-]*\w)?\s+){0,3}$")
_SMALL: Final = (
    frozenset(
        "the a an our on in with for of we using while when unlike both from and by at to this these that via as under over like".split()
    )
    | OWN
)
