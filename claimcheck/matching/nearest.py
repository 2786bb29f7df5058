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
    place = _likest(rendered.text, text)
    if place is None:
        return None
    # The stretch is as long as the quote; the passage may be longer by what the quote leaves out.
    near = (
        word for word in _WORD.finditer(text) if word.end() > place[0] - _MARGIN and word.start() < place[1] + _MARGIN
    )
    mine = list(islice(_WORD.finditer(rendered.text), _MOST_WORDS))
    theirs = list(islice(near, _MOST_WORDS))
    matcher = SequenceMatcher(
        None, [fold(word[0]).text for word in mine], [fold(word[0]).text for word in theirs], autojunk=False
    )
    said: list[str] = []
    at = 0, len(quote)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if tag == "insert" and (i == 0 or i == len(mine)):
            continue  # the passage goes on at its ends: no difference of the quote
        # As many words as the quote has at its ends: the window is wider.
        if i == 0:
            k = max(k, m - j)
        elif j == len(mine):
            m = min(m, k + j - i)
        if not said:
            marked = rendered.raw_span(mine[i].start(), mine[max(i, j - 1)].end())
            at = marked.start, marked.end
        quoted = _short(" ".join(word[0] for word in mine[i:j]))
        stands = _short(" ".join(word[0] for word in theirs[k:m]))
        if tag == "replace":
            said.append(f"it has '{quoted}' where the abstract has '{stands}'")
        elif tag == "delete":
            said.append(f"'{quoted}' does not stand there")
        else:
            said.append(f"'{stands}' is left out")
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first, final = theirs[blocks[0].b], theirs[blocks[-1].b + blocks[-1].size - 1]
    span = source.view.raw_span(first.start(), final.end())
    if not said:
        return Nearest(span, "white space, case or markup differ from the nearest passage", at)
    left = len(said) - _MOST_SAID
    more = f"; and {left} more difference{'s' * (left > 1)}" if left > 0 else ""
    return Nearest(span, "; ".join(said[:_MOST_SAID]) + more, at)


def _likest(quote: str, text: str) -> tuple[int, int] | None:
    """The stretch of a text that is most like a quote, looked for by its beginning, else by its end; None if none is like it."""
    from rapidfuzz import fuzz

    rest = max(0, len(quote) - _ENOUGH)
    for piece, before, behind in ((quote[:_ENOUGH], 0, rest), (quote[rest:], rest, 0)):
        aligned = fuzz.partial_ratio_alignment(piece, text)
        if aligned is not None and aligned.score >= _LIKE:
            return aligned.dest_start - before, aligned.dest_end + behind
        if not rest:
            return None
    return None


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:60] + " … " + words[-15:]
