"""Falsified quotes and mentions: changed, cut, taken from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from claimcheck.claims.records import Claim, Evidence
from claimcheck.claims.yaml import Scalar
from claimcheck.redteam.edit import Edit, kept, whole
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import LOOKALIKES, RUN, WORD, WORDS, holds_number, mark, values

_INSIDE_NUMBER: Final = re.compile(r"(?<=\d)(?=\\?%|[.,]?\d|[kKMBx](?!\w))|(?<=\d[.,])(?=\d)")
_INSIDE_WORD: Final = re.compile(
    r"(?<![\w\\])[A-Za-z](?=[A-Za-z])|(?<=[A-Za-z])(?=-[A-Za-z])|(?<=[A-Za-z]-)(?=[A-Za-z])"
)
"""The places inside a number or before its mark; after the first letter of a word, and at the hyphens of one."""


_STEP: Final = 3
"""Every third word of a quote is enough: each is as good as its neighbour, and there are thousands."""


_OTHERS: Final = 4
"""So many other papers lend a quote."""


def _quote(target: Target, evidence: Evidence, edit: Edit) -> Falsification | None:
    """The quote changed; None where the abstract holds the changed one too."""
    if target.plain.has(edit.result):
        return None
    return target.edited(evidence.claims[0], [edit], "quote")


def _in_quotes(target: Target, pattern: re.Pattern[str], new: str) -> Iterator[Falsification]:
    for evidence in target.claims.evidence:
        for match in pattern.finditer(evidence.quote.text):
            made = _quote(target, evidence, Edit(evidence.quote, match.start(), match.end(), match.expand(new)))
            if made is not None:
                yield made


def _words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in WORD.finditer(text)]


def _digit_edits(scalar: Scalar) -> Iterator[Edit]:
    for at, digit in enumerate(scalar.text):
        for other in "0123456789" if digit.isdigit() else "":
            if other != digit:
                yield Edit(scalar, at, at + 1, other)


def _word_edits(scalar: Scalar, words: dict[str, str]) -> Iterator[Edit]:
    for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", scalar.text):
        yield Edit(scalar, match.start(), match.end(), words[match.group()])


@kind("quote-not-verbatim")
def quote_number_changed(target: Target) -> Iterator[Falsification]:
    """A digit of the quote is another, each to each, or a number word."""
    listed = list(WORDS)
    for evidence in target.claims.evidence:
        words = dict(pairwise([*listed, listed[0]]))
        for edit in (*_digit_edits(evidence.quote), *_word_edits(evidence.quote, words)):
            made = _quote(target, evidence, edit)
            if made is not None:
                yield made


@kind("quote-not-verbatim")
def quote_mark_changed(target: Target) -> Iterator[Falsification]:
    """The quote loses a decimal point or a percent sign, or its number gets a sign, a suffix or a percent sign."""
    yield from _in_quotes(target, re.compile(r"(?<=\d)\.(?=\d)"), "")
    yield from _in_quotes(target, re.compile(r"(?<=\d)\\?%"), "")
    yield from _in_quotes(target, re.compile(r"(?<=\d)[kKMBx](?!\w)"), "")
    yield from _in_quotes(target, re.compile(r"(?<=\s)(?=\d)"), "-")
    yield from _in_quotes(target, re.compile(r"(?<=\d)(?=\s)"), "%")
    yield from _in_quotes(target, re.compile(r"(?<=\d)(?=\s)"), "k")
    yield from _in_quotes(target, re.compile(r"(?<=\d)-(?=\d)"), "")


@kind("quote-not-verbatim")
def quote_word_dropped(target: Target) -> Iterator[Falsification]:
    """A word inside the quote is left out."""
    for evidence in target.claims.evidence:
        words = _words(evidence.quote.text)
        for (start, _), (after, _) in list(pairwise(words[1:]))[::_STEP]:
            made = _quote(target, evidence, Edit(evidence.quote, start, after, ""))
            if made is not None:
                yield made


@kind("quote-not-verbatim")
def quote_word_changed(target: Target) -> Iterator[Falsification]:
    """A word inside the quote is another ("rather", or "not" for "rather")."""
    for evidence in target.claims.evidence:
        for start, end in _words(evidence.quote.text)[2:-1:_STEP]:
            other = "not" if evidence.quote.text[start:end] == "rather" else "rather"
            made = _quote(target, evidence, Edit(evidence.quote, start, end, other))
            if made is not None:
                yield made


@kind("quote-not-verbatim")
def quote_word_added(target: Target) -> Iterator[Falsification]:
    """ "not" stands before a word inside the quote."""
    for evidence in target.claims.evidence:
        for start, end in _words(evidence.quote.text)[3::_STEP]:
            made = _quote(target, evidence, Edit(evidence.quote, start, end, f"not {evidence.quote.text[start:end]}"))
            if made is not None:
                yield made


@kind("hidden-character")
def quote_with_unprinted_words(target: Target) -> Iterator[Falsification]:
    """ "not" stands inside the quote in a comment of HTML, or in a label of LaTeX, that nobody prints."""
    for evidence in target.claims.evidence:
        for (start, _), hidden in zip(
            _words(evidence.quote.text)[2:], ("<!-- not --> ", "\\label{not} "), strict=False
        ):
            yield target.edited(evidence.claims[0], [Edit(evidence.quote, start, start, hidden)], "quote")


@kind("quote-not-verbatim")
def quote_words_transposed(target: Target) -> Iterator[Falsification]:
    """Two words next to each other change places."""
    for evidence in target.claims.evidence:
        text = evidence.quote.text
        for (start, end), (after, stop) in list(pairwise(_words(text)))[::_STEP]:
            made = _quote(
                target,
                evidence,
                Edit(evidence.quote, start, stop, text[after:stop] + text[end:after] + text[start:end]),
            )
            if made is not None:
                yield made


@kind("quote-not-verbatim")
def quote_letter_changed(target: Target) -> Iterator[Falsification]:
    """In turn, a letter of a word is another, is in the other case, or is a Cyrillic one that looks the same."""
    for evidence in target.claims.evidence:
        text = evidence.quote.text
        for turn, (start, end) in enumerate(_words(text)[::_STEP]):
            letters = [at for at in range(start, end) if text[at].isascii() and text[at].isalpha()]
            if not letters:
                continue
            at = letters[len(letters) // 2]
            edits = [
                Edit(evidence.quote, at, at + 1, "q" if text[at] != "q" else "g"),
                Edit(evidence.quote, at, at + 1, text[at].swapcase()),
            ]
            edits += [
                Edit(evidence.quote, each, each + 1, LOOKALIKES[text[each]])
                for each in letters
                if text[each] in LOOKALIKES
            ][:1]
            made = _quote(target, evidence, edits[turn % len(edits)])
            if made is not None:
                yield made


@kind("quote-not-verbatim")
def quote_spliced(target: Target) -> Iterator[Falsification]:
    """The middle of the quote is left out, with "…" or without."""
    for evidence in target.claims.evidence:
        words = _words(evidence.quote.text)
        if len(words) >= 9:
            start, end = words[len(words) // 3][0], words[2 * len(words) // 3][0]
            for new in ("", "... ", "[…] "):
                made = _quote(target, evidence, Edit(evidence.quote, start, end, new))
                if made is not None:
                    yield made


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that begin or end with the text and end or begin inside a word or a number."""
    for at in sorted({match.end() for pattern in (_INSIDE_NUMBER, _INSIDE_WORD) for match in pattern.finditer(text)}):
        yield 0, at
        yield at, len(text)


@kind("quote-cut")
def quote_cut_short(target: Target) -> Iterator[Falsification]:
    """The quote ends, or begins, inside a word or a number, or loses the mark of its last number."""
    for evidence in target.claims.evidence:
        text = evidence.quote.text
        for start, end in list(_cuts(text))[::_STEP]:
            rest = " ".join(text[start:end].split())
            if len(rest) > 20 and target.plain.folded.count(rest) == 1:
                yield target.edited(evidence.claims[0], [whole(evidence.quote, text[start:end])], "quote")


_TAKES_BACK: Final = re.compile(
    r"\b(?:not|never|cannot|whether|without|can|may|could|might)(?: merely)? (?!only\b|be\b)(?=\w+ \w)"
)


@kind("quote-out-of-context")
def quote_begins_behind_a_denial(target: Target) -> Iterator[Falsification]:
    """The quote loses its beginning, up to a word that denies the rest of it or leaves it open: "not", "whether", "can"."""
    for evidence in target.claims.evidence:
        text = " ".join(evidence.quote.text.split())
        for match in _TAKES_BACK.finditer(text):
            rest = text[match.end() :]
            if target.plain.folded.count(rest) == 1:
                yield target.edited(evidence.claims[0], [whole(evidence.quote, rest)], "quote")


@kind("value-not-in-quote", "mention", "partial-quantity", "unit-differs", "number-in-name")
def quote_without_the_value(target: Target) -> Iterator[Falsification]:
    """The quote is cut, at whole words, before or after the value."""
    for evidence in target.claims.evidence:
        text = evidence.quote.text
        for claim in evidence.claims:
            if claim.value is None or (at := text.find(claim.value.text)) == -1 or text.count(claim.value.text) > 1:
                continue
            before, after = text[:at].rstrip(), text[at + len(claim.value.text) :]
            for rest in (before, after[after.find(" ") + 1 :] if " " in after else ""):
                words = rest.split()
                if (
                    len(words) >= 3
                    and not values(rest) & values(claim.value.text)
                    and not {"to", "from"} & {words[0], words[-1]}
                ):
                    stays = [kept(each) for each in (claim.value, claim.mention) if each is not None]
                    yield target.edited(claim, [whole(evidence.quote, rest), *stays], "quote")


def _places(target: Target, words: str) -> int:
    """How often words stand in the abstract on their own, not as a part of a name (after a capital) or of "50 out of 68"."""
    written = re.escape(" ".join(words.split()))
    return len(re.findall(rf"(?:^|(?<!\S)(?=[a-z])\S+ )(?<! out of ){written}(?![\w%\\-])", target.plain.folded))


@kind("ambiguous-quote")
def quote_made_ambiguous(target: Target) -> Iterator[Falsification]:
    """The quote is cut to the words around the value that stand in the abstract a second time."""
    for claim in target.claims.claims():
        text = claim.quote.text
        if claim.value is None or text.count(claim.value.text) != 1:
            continue
        at = text.index(claim.value.text)
        words = _words(text)
        around = [
            (start, end)
            for start, _ in words
            for _, end in words
            if start <= at and at + len(claim.value.text) <= end and _places(target, text[start:end]) > 1
        ]
        if around:
            start, end = max(around, key=lambda each: each[1] - each[0])
            yield target.edited(claim, [whole(claim.quote, text[start:end])], "quote")


@kind("quote-not-verbatim")
def quote_of_another_paper(target: Target) -> Iterator[Falsification]:
    """The quote is one of another paper's."""
    for evidence in target.claims.evidence:
        for other in target.others[:_OTHERS]:
            for theirs in other.claims.evidence[:1]:
                if not target.plain.has(theirs.quote.text):
                    yield target.edited(evidence.claims[0], [whole(evidence.quote, theirs.quote.text)], "quote")


@kind("mention")
def mention_number_changed(target: Target) -> Iterator[Falsification]:
    """A digit of the mention is another, each to each, or a number word."""
    listed = list(WORDS)
    words = dict(pairwise([*listed, listed[0]]))
    for claim, node in _mentions(target):
        for edit in (*_digit_edits(node), *_word_edits(node, words)):
            if not _in(edit.result, claim.quote.text):
                yield target.edited(claim, [edit], "mention")


@kind("mention")
def mention_word_changed(target: Target) -> Iterator[Falsification]:
    """A word of the mention is another, or left out of its middle."""
    for claim, node in _mentions(target):
        words = _words(node.text)
        edits = [Edit(node, start, end, "rather") for start, end in words]
        edits += [Edit(node, start, after, "") for (start, _), (after, _) in pairwise(words[1:])]
        for edit in edits:
            if not _in(edit.result, claim.quote.text):
                yield target.edited(claim, [edit], "mention")


@kind("mention")
def mention_cut_short(target: Target) -> Iterator[Falsification]:
    """The mention ends, or begins, inside a word or a number, or loses the mark of its last number."""
    for claim, node in _mentions(target):
        for start, end in _cuts(node.text):
            rest = " ".join(node.text[start:end].split())
            if " ".join(claim.quote.text.split()).count(rest) == 1:
                yield target.edited(claim, [whole(node, node.text[start:end])], "mention")


@kind("mention")
def mention_of_another_number(target: Target) -> Iterator[Falsification]:
    """The mention is that of another claim of the quote, or of another quote."""
    for claim, node in _mentions(target):
        for other in target.claims.claims():
            if (
                other is not claim
                and other.mention is not None
                and not _in(node.text, other.mention.text)
                and not _in(other.mention.text, node.text)
            ):
                if claim.value is not None and values(claim.value.text) & values(other.mention.text):
                    continue
                yield target.edited(claim, [whole(node, other.mention.text)], "mention")


@kind("mention")
def mention_too_wide(target: Target) -> Iterator[Falsification]:
    """The mention is the whole quote, though that holds other claims' values."""
    for claim, node in _mentions(target):
        others = [
            other
            for each in target.claims.evidence
            if each.quote is claim.quote
            for other in each.claims
            if other is not claim
        ]
        if any(
            other.value is not None
            and claim.value is not None
            and not values(other.value.text) & values(claim.value.text)
            for other in others
        ):
            yield target.edited(claim, [whole(node, claim.quote.text)], "mention")


@kind("mention")
def mention_dropped(target: Target) -> Iterator[Falsification]:
    """The mention is left out where the quote holds another number with the same mark."""
    for claim, _ in _mentions(target):
        if claim.value is None:
            continue
        own = {
            number
            for scalar in (claim.value, claim.baseline_value)
            if scalar is not None
            for number in values(scalar.text)
        }
        rivals = _PERCENT.findall(claim.quote.text) if "%" in claim.value.text else []
        if mark(claim.value.text) == "" and "%" not in claim.value.text:
            rivals = _COUNT.findall(claim.quote.text)
        if any(not values(rival) & own for rival in rivals):
            yield target.without_field(claim, "mention")


_PERCENT: Final = re.compile(rf"(?<![\w.,–-])(?:{RUN.pattern})\\?%(?![\w-]|\s(?:points|to)\b)")
_COUNT: Final = re.compile(
    r"(?<=\s)[1-9]\d{1,2}(?=\s[a-z]+s\b)(?!\s(?:times|points|percentage|minutes|seconds|hours|days)\b)"
)
"""Numbers that are another quantity of the same unit beyond doubt: percentages, and plain counts."""


def _mentions(target: Target) -> Iterator[tuple[Claim, Scalar]]:
    for claim in target.claims.claims():
        if claim.mention is not None and holds_number(claim.mention.text):
            yield claim, claim.mention


def _in(words: str, text: str) -> bool:
    return " ".join(words.split()) in " ".join(text.split())
