"""How the source writes a text: its own characters, where the words are there already or differ in form alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from claimcheck.matching.quotes import Place
from claimcheck.matching.values import same
from claimcheck.numerals import scan
from claimcheck.source import Span
from claimcheck.text.fold import Folded, fold

_MARKUP: Final = re.compile(r"[\\{}]|--|``|''|\$[^$]+\$")
"""LaTeX, as people type it."""
_TAG: Final = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}/?>")
_EMPHASIS: Final = re.compile(rf"{_TAG.pattern}|[*_]")
"""Marks of Markdown and HTML that a copied sentence brings along."""


def collapsed(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def as_in_source(text: str, source: Folded, place: Place) -> str:
    """`text`, which stands at `place` but for its form, in the source's own characters; white space is made single.

    LaTeX markup against its rendering is no difference: a text without markup gets the source as it is printed, one with
    markup the source as it is typed. A text that has either already is returned as it is; so is one for which neither
    can be cut out whole.
    """
    written = collapsed(text)
    start, end = source.view_range(place.start, place.end)
    start -= written.startswith("$") and source.view.text[start - 1 : start] == "$"
    end += written.endswith("$") and source.view.text[end : end + 1] == "$"
    printed = collapsed(source.view.text[start:end])
    inner, outer = (collapsed(source.view.raw[span.start : span.end]) for span in _typed(source, start, end))
    if written == printed or (written in outer and inner in written):
        return text
    wanted = source.text[place.start : place.end]
    for new in (outer, inner, printed) if _MARKUP.search(written) else (printed,):
        if fold(new).text == wanted and _closed(new):
            return new
    return text


def printed_at(source: Folded, span: Span) -> str:
    """What the source prints in a raw stretch, with single spaces."""
    view = source.view
    everywhere = range(len(view.text) + 1)
    start = bisect_left(everywhere, span.start, key=view.raw_start)
    end = bisect_left(everywhere, span.end, key=view.raw_end)
    return collapsed(view.text[start:end])


def places_in_form(text: str, source: Folded, within: Place | None = None) -> list[Place]:
    """Where the source has the words of `text` if case, markup, quotation marks and white space are set aside.

    Letters, digits, signs and decimal points are the same, in the same order. A hyphen between letters may be there or
    not: a copied line ends in one. What this does to numbers is for `same_numbers` to say.
    """
    words = fold(text)
    needle = "".join(letter for letter, _ in _form(words, 0, len(words.text)))
    first, last = (within.start, within.end) if within is not None else (0, len(source.text))
    form = _form(source, first, last)
    hay = "".join(letter for letter, _ in form)
    places: list[Place] = []
    at = hay.find(needle) if needle else -1
    while at != -1:
        start, end = form[at][1], form[at + len(needle) - 1][1] + 1
        places.append(Place(source.raw_span(start, end), start, end))
        at = hay.find(needle, at + 1)
    return places


def same_numbers(old: str, new: str) -> bool:
    """Whether two writings of one passage hold the same numbers, one by one.

    A name may be known by its capitals alone, so that the 3 of "olmo 3" is the 3 of "Olmo 3". The signs of a tag are no
    "more than".
    """
    before, after = scan(_TAG.sub("", old)), scan(new)
    return len(before) == len(after) and all(
        same(one, other) if one.is_quantity and other.is_quantity else _digits(one.text) == _digits(other.text)
        for one, other in zip(before, after, strict=True)
    )


def _typed(source: Folded, start: int, end: int) -> tuple[Span, Span]:
    """The raw stretch of what is printed from `start` to `end`, without and with the markup next to it."""
    view = source.view
    return view.raw_span(start, end), Span(view.raw_end(start), view.raw_start(end))


def _closed(text: str) -> bool:
    """Whether every brace and every dollar that was cut out has its other half."""
    bare = re.sub(r"\\.", "", text)
    return not _MARKUP.search(bare) or (bare.count("{") == bare.count("}") and bare.count("$") % 2 == 0)


def _form(source: Folded, first: int, last: int) -> list[tuple[str, int]]:
    """The letters and signs that count in a stretch of a folded text, in lower case, with their places."""
    marks = {at for match in _EMPHASIS.finditer(source.text, first, last) for at in range(*match.span())}
    return [
        (letter, at)
        for at in range(first, last)
        if at not in marks and not _formal(source, at)
        for letter in source.text[at].casefold()
    ]


def _formal(source: Folded, at: int) -> bool:
    """Whether a character is white space, a hyphen between letters, or a quotation mark at the edge of a word."""
    character = source.text[at]
    if character == "-":
        return source.text[max(at - 1, 0) : at].isalpha() and source.text[at + 1 : at + 2].isalpha()
    if character in "'\"":
        start, end = source.view_range(at, at + 1)
        before, after = source.view.text[max(start - 1, 0) : start], source.view.text[end : end + 1]
        return not before.isdigit() and not (before.isalnum() and after.isalnum())
    return character == " "


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
