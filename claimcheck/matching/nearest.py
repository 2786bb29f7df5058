"""The passage most like a quote that was not found, and the words that differ: to tell, never to accept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from claimcheck.source import Span
from claimcheck.text.fold import Folded, fold
from claimcheck.text.render import render

_WORD: Final = re.compile(r"\S+")
_LIKE: Final = 60.0  # of 100: below, the passage has little to do with the quote
_MARGIN: Final = 60
_MOST_SAID: Final = 3
_ENOUGH: Final = 500
"""So many characters of a quote find the passage: the time that it takes grows with their square, and more tell no more."""
_MOST_WORDS: Final = 600
"""So many words are compared one by one; the quotes of an abstract have a hundred."""


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """`span` is the passage in the raw source, `differs_at` the first differing words in the quote's own text."""

    span: Span
    said: str
    differs_at: tuple[int, int]


def nearest_passage(quote: str, source: Folded) -> Nearest | None:
    """The passage of the source that is most like `quote`; None if none is."""
    from difflib import SequenceMatcher

    text = source.view.text
    rendered = render(quote)
    place = _likest(rendered.text, text) if quote.strip() else None
    if place is None:
        return None
    # the window is as long as the quote; the passage may be longer by what the quote leaves out
    start, end = max(0, place[0] - _MARGIN), min(len(text), place[1] + _MARGIN)
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    mine = list(islice(_WORD.finditer(rendered.text), _MOST_WORDS))
    theirs = list(islice(_WORD.finditer(text, start, end), _MOST_WORDS))
    matcher = SequenceMatcher(
        None, [fold(word[0]).text for word in mine], [fold(word[0]).text for word in theirs], autojunk=False
    )
    said: list[str] = []
    at: tuple[int, int] | None = None
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if tag == "insert" and (i == 0 or i == len(mine)):
            continue  # the passage goes on at its ends: no difference of the quote
        if tag == "replace" and i == 0:
            k = max(k, m - (j - i))  # as many words as the quote has there: the window is wider
        elif tag == "replace" and j == len(mine):
            m = min(m, k + j - i)
        quoted = " ".join(word[0] for word in mine[i:j])
        stands = " ".join(word[0] for word in theirs[k:m])
        if at is None:
            first, last = (mine[i], mine[j - 1]) if j > i else (mine[min(i, len(mine) - 1)],) * 2
            marked = rendered.raw_span(first.start(), last.end())
            at = marked.start, marked.end
        if tag == "replace":
            said.append(f"it has '{_short(quoted)}' where the abstract has '{_short(stands)}'")
        elif tag == "delete":
            said.append(f"'{_short(quoted)}' does not stand there")
        else:
            said.append(f"'{_short(stands)}' is left out")
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first, final = theirs[blocks[0].b], theirs[blocks[-1].b + blocks[-1].size - 1]
    span = source.view.raw_span(first.start(), final.end())
    if not said:
        return Nearest(span, "white space, case or markup differ from the nearest passage", (0, len(quote)))
    more = f"; and {len(said) - _MOST_SAID} more differences" if len(said) > _MOST_SAID else ""
    return Nearest(span, "; ".join(said[:_MOST_SAID]) + more, at or (0, len(quote)))


def _likest(quote: str, text: str) -> tuple[int, int] | None:
    """The stretch of a text that is most like a quote, looked for by its beginning, else by its end; None if none is like it."""
    from rapidfuzz import fuzz

    rest = max(0, len(quote) - _ENOUGH)
    for piece, before, behind in ((quote[:_ENOUGH], 0, rest), (quote[rest:], rest, 0)):
        aligned = fuzz.partial_ratio_alignment(piece, text)
        if aligned is not None and aligned.score >= _LIKE:
            return max(0, aligned.dest_start - before), min(len(text), aligned.dest_end + behind)
        if not rest:
            return None
    return None


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:60] + " … " + words[-15:]
