"""Finding the numbers of a text: candidate places first, then a local parse with bounded look-around."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from claimcheck.numerals import addresses, chains, labels, names
from claimcheck.numerals.compose import compose
from claimcheck.numerals.context import Context
from claimcheck.numerals.digits import read_number, run_end
from claimcheck.numerals.lexicon import (
    CURRENCY,
    CURRENCY_CODES,
    FACTORS,
    MULTIPLIED,
    ORDINALS,
    SCALES,
    SMALL,
    VAGUE,
    VULGAR,
)
from claimcheck.numerals.marks import read_mark
from claimcheck.numerals.model import Mention
from claimcheck.numerals.parts import Part
from claimcheck.numerals.wording import read_word
from claimcheck.text.render import render

_LEXICON: Final = sorted(
    set(SMALL)
    | set(SCALES)
    | ORDINALS
    | VAGUE
    | set(FACTORS)
    | set(MULTIPLIED)
    | {"hundred", "dozen", "half", "quarter", "several", "order", "orders"},
    key=len,
    reverse=True,
)


def _prefix_tree(words: Iterable[str]) -> str:
    """A pattern for any of the words that shares their beginnings: half the time of a plain list of alternatives."""
    tree: dict[str, list[str]] = {}
    whole = False
    for word in words:
        if word:
            tree.setdefault(word[0], []).append(word[1:])
        else:
            whole = True
    parts = [letter + _prefix_tree(rest) for letter, rest in sorted(tree.items())]
    if not parts:
        return ""
    pattern = parts[0] if len(parts) == 1 and not whole else f"(?:{'|'.join(parts)})"
    return f"{pattern}?" if whole else pattern


_CANDIDATE: Final = re.compile(rf"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒]|\b{_prefix_tree(_LEXICON)}(?![a-z])")
_PERCENTAGE: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,9})?\s?%")
_QUOTES: Final = ('"', "'", "“", "”", "‘", "’", "`")
_QUOTED: Final = re.compile(r"[0-9][\"'“”‘’]")


def scan(text: str, names_with_digits: Iterable[str] = (), *, isolated: bool = False) -> tuple[Mention, ...]:
    """All numbers of `text`, quantities and refused ones, in order, with spans into the text as given.

    `names_with_digits` are proper names whose digits are no numbers ("Olmo 3"). `isolated` reads a text that is nothing
    but a number (a claim's value), where no context can make it a date, an enumerator or a pronoun.
    """
    ctx = Context(render(text), isolated)
    masks = iter([] if isolated else addresses.masks(ctx.text, tuple(names_with_digits)))
    mask = next(masks, None)
    search = _CANDIDATE.search
    position = 0
    while (match := search(ctx.low, position)) is not None:
        start = match.start()
        while mask is not None and mask[1] <= start:
            mask = next(masks, None)
        if mask is not None and mask[0] <= start:
            position = ctx.refuse(max(mask[0], position), mask[1], mask[2], mask[3])
            continue
        in_digits = match[0][0] <= "9" or match[0] in VULGAR
        end = _read_digits(ctx, start, position) if in_digits else read_word(ctx, match, position)
        position = max(end, start + 1)
    return tuple(ctx.out)


def read_value(text: str) -> tuple[Mention | None, tuple[Mention, ...]]:
    """The one quantity that a claim's value states, and all mentions of it; None where it holds none or several."""
    mentions = scan(text, isolated=True)
    quantities = [mention for mention in mentions if mention.is_quantity]
    return (quantities[0] if len(quantities) == 1 else None), mentions


def _read_digits(ctx: Context, place: int, floor: int) -> int:
    """Reads the number whose first digit stands at `place`; nothing before `floor` may be taken."""
    text = ctx.text
    if text[place] in VULGAR:
        return _read_vulgar(ctx, place, floor)
    start = place
    if (
        start > floor
        and text[start - 1] == "."
        and (start - 2 < 0 or not (text[start - 2].isalnum() or text[start - 2] == "."))
    ):
        start -= 1
    if text[start - 1 : start] in _QUOTES and not ctx.isolated:
        quoted = _QUOTED.match(text, start)
        if quoted is not None and not text[start - 2 : start - 1].isdigit():  # 3'6"
            return ctx.refuse(start, quoted.end() - 1, "name", "a symbol in quotation marks")
    index = ctx.index_end(start)
    if index is not None:
        return ctx.refuse(chains.chain(text, start)[0], index, "name", "the entries of an index")
    refused = _glued_before(ctx, start, floor)
    if refused is not None:
        return refused
    compound = names.chemical(ctx.low, start)
    if compound is not None and not ctx.isolated:
        return ctx.refuse(start, compound, "name", "a chemical compound")
    formula = _formula_end(ctx, start)
    if formula is not None:
        return ctx.refuse(start, formula, "name", "a formula")
    part = read_number(ctx, start)
    if part is None:
        begin, end = chains.chain(text, start)
        unread = _UNREAD.match(text, start)
        end = max(end, unread.end() if unread is not None else end)
        return ctx.refuse(begin, end, "identifier", "a number beyond what is read")
    return compose(ctx, part, floor)


_UNREAD: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\s?\^\s?\(?[+\-−–]?[0-9]{1,9})?")
_RAISED: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?\s?\^")
_NO_EXPONENT: Final = frozenset("*∗†‡§¶⋆±∓↑↓")
"""Behind "^": the mark of a footnote, or an uncertainty above the line."""
_EXPONENT: Final = re.compile(r"(?:\s|\\[,;!])*[+\-−–]?\s?[0-9.]+(?:\s|\\[,;!])*")
_SYMBOL_RAISED: Final = re.compile(r"(?:\((?=[^()]{0,40}[a-zA-Z])[^()]{1,40}\)|[A-Za-z])[A-Za-z]*")
_WITH_SYMBOL: Final = re.compile(r"[0-9]{1,4}[a-zA-Z]\+[0-9]{1,4}(?![0-9A-Za-z%.])")

_GREEK: Final = "Α-ΨΪ-λν-ωϑϕϖϱϵ"
_OVER_SYMBOL: Final = re.compile(
    rf"[0-9]{{1,3}}/(?:[enkNTKp](?:\^[0-9]|[²³])?(?![A-Za-z0-9])|[{_GREEK}]|√[A-Za-z](?![A-Za-z])|\\[a-z]+(?:\{{[^{{}}]{{1,20}}\}})?"
    rf"|\([^()]{{0,20}}[A-Za-z{_GREEK}][^()]{{0,20}}\))"
)
"""A number over a symbol: 1/e, 1/T^2, 1/(2n)."""
_PLUS_SYMBOL: Final = re.compile(
    rf"[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?(?:\s?[+\-−–]\s?[0-9]{{0,3}}[{_GREEK}]|\([0-9]\s?[+\-−–]\s?[A-Za-z{_GREEK}]\))"
)
"""A number plus or minus a Greek letter (1-α), or times a bracket that holds one (2(1-α))."""
_PLUS_LETTER: Final = re.compile(
    r"[0-9]{1,4}(?:\.[0-9]{1,4})?\s?[+\-−–]\s?(?:[A-Za-z](?![A-Za-z])|log|exp|[Oo]\(|[0-9]{1,3}/[A-Za-z(])"
)
"""The same with a Latin letter, which only inside a formula is one."""
_TIMES_BRACKET: Final = re.compile(r"[0-9]{1,3}/[0-9]{1,3}\([^()]{0,30}[A-Za-z][^()]{0,10}\)")


_TIMES_LETTER: Final = re.compile(r"[2-9]([kKmMbBTG])(?![A-Za-z0-9])")
"""One digit before a letter that would be a scale: 2K."""


def _symbolic(ctx: Context, start: int) -> re.Match[str] | None:
    """A number that is joined to symbols: 1/e, 2k+1, 1-α, 2(1-α), and inside a formula 1-p and 2K where K is a variable."""
    if ctx.isolated:
        return None
    text = ctx.text
    for form in (_WITH_SYMBOL, _OVER_SYMBOL, _PLUS_SYMBOL):
        match = form.match(text, start)
        if match is not None:
            return match
    match = _PLUS_LETTER.match(text, start)
    if match is None:
        match = _TIMES_LETTER.match(text, start)
        match = match if match is not None and match[1] in ctx.variables() else None
    return match if match is not None and ctx.in_formula(start) else None


def _formula_end(ctx: Context, start: int) -> int | None:
    """Where the formula ends that a number begins (2^n, 2^{3/2}, 2k+1); None where it is a number on its own."""
    symbol = _symbolic(ctx, start)
    if symbol is not None:
        return symbol.end()
    bracket = _TIMES_BRACKET.match(ctx.text, start)
    if bracket is not None and ctx.view.raw.startswith(("\\frac", "\\dfrac", "\\tfrac"), ctx.view.raw_start(start)):
        return bracket.end()
    match = _RAISED.match(ctx.text, start)
    if match is None:
        return None
    if ctx.text[match.end() : match.end() + 1] in _NO_EXPONENT:
        return None
    opening = ctx.view.raw_start(match.end() - 1) + 1
    raw = ctx.view.raw
    if not raw.startswith("{", opening):
        raised = _SYMBOL_RAISED.match(ctx.text, match.end())
        return raised.end() if raised else None
    depth, place = 0, opening
    for place in range(opening, min(len(raw), opening + 120)):
        depth += {"{": 1, "}": -1}.get(raw[place], 0)
        if depth == 0:
            break
    if depth or _EXPONENT.fullmatch(raw, opening + 1, place):
        return None
    end = match.end()
    while end < len(ctx.text) and ctx.view.raw_start(end) < place:
        end += 1
    return end


_LOST_BLANK: Final = frozenset("than least most about of by and with from approximately".split())
_GOES_ON_PLAINLY: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?\s?(?:%|°| [a-z]{2,})| [a-z]{2,}")
_PER: Final = frozenset("decade plant day year week month cell person sample session hour site tree bird".split())
"""Words that an exponent of minus one makes a unit of: "plant–1"."""
_OF_DOLLARS: Final = frozenset("US A AU NZ C CAN HK S".split())
"""Whose dollars they are, behind the sign: $US1,000."""


def _glued_before(ctx: Context, start: int, floor: int) -> int | None:
    """What a number hangs on: a letter before it, or a hyphen chain, makes it a name. Returns the end if refused."""
    text = ctx.text
    before = text[start - 1] if start else " "
    if before in "/x×" and start - 1 == ctx.done and ctx.out and ctx.out[-1].cls == "quantity":
        return None  # 3B/7B/14B, 256x256
    if before == "/" and start >= 2 and text[start - 2].isalpha():
        named = names.after_slash(text, start)
        return ctx.refuse(*chains.chain(text, start), "name", "digits after a slash in a name") if named else None
    if before == "=" and start >= 2 and text[start - 2] == "=":
        return ctx.refuse(*chains.chain(text, start), "identifier", "a pinned version")
    if before in "§¶":
        return ctx.refuse(*chains.chain(text, start), "identifier", "the number of a section")
    if before in "'’" and start >= 2 and text[start - 2].isalpha() and not ctx.isolated:
        return ctx.refuse(*chains.chain(text, start), "name", "a year behind a name: AIME'24")
    if before in chains.OPEN or before in CURRENCY:
        return labels.bracketed(ctx, text, start) if before in "[(" and not ctx.isolated else None
    if chains.is_letter(before) or before == "_":
        if before in "x×" and (start < 2 or text[start - 2] in chains.OPEN) and not names.x_name(text, start):
            symbol = run_end(ctx, start) == start + 1 and ctx.view.raw.startswith(
                "$", ctx.view.raw_start(start - 1) - 1
            )
            if not symbol:  # $x1$
                return None  # x100
        word = chains.letters_before(text, start)
        if word in _LOST_BLANK and _GOES_ON_PLAINLY.match(text, start):
            return None  # "less than2 °C"
        if word in CURRENCY_CODES or (word in _OF_DOLLARS and text[start - len(word) - 1 : start - len(word)] == "$"):
            return None
        return ctx.refuse(*chains.chain(text, start), "name", "digits glued to letters")
    if before in chains.HYPHENS:
        behind = text[start - 2] if start >= 2 else " "
        if behind == ")" and before in "–−":
            return None
        if behind == "+" and (start < 3 or text[start - 3] in chains.OPEN):
            return None  # "+-5 mm"
        if behind.isalpha() or behind in "_)]+'’.":
            word = chains.letters_before(text, start - 1)
            if word in names.OPEN_PREFIXES or _PERCENTAGE.match(text, start):
                return None
            if (before == "−" and behind.isalpha()) or (
                before == "–"
                and (0 < len(word) <= 3 or word in _PER)
                and run_end(ctx, start) == start + 1
                and text[start] in "1234"
                and not text[start + 1 : start + 2].isalnum()
                and text[start + 1 : start + 2] != "%"
            ):
                return ctx.refuse(start - 1, run_end(ctx, start), "name", "the exponent of a unit or variable")
            if behind == "." or (before in "–−" and word and not chains.looks_named(text, start - 1)):
                return None
            return ctx.refuse(*chains.chain(text, start), "name", "digits hyphenated to a word")
        if behind == "^":
            return ctx.refuse(start - 1, chains.chain(text, start)[1], "name", "an exponent")
        return None
    if before == "+" and start >= 2 and text[start - 2] == "^":
        return ctx.refuse(start - 2, chains.chain(text, start)[1], "name", "an exponent")
    if before == "+" and start >= 2 and (text[start - 2].isalpha() or text[start - 2] == "+"):
        return ctx.refuse(*chains.chain(text, start), "name", "digits joined to a word by +")
    if before == "%" and not (start >= 2 and text[start - 2].isdigit()):
        return ctx.refuse(start - 1, run_end(ctx, start), "identifier", "a percent code")
    if before in "@#^\\)]}":
        if before == "^" and start >= 2 and text[start - 2].isdigit():
            return ctx.refuse(start - 1, run_end(ctx, start), "name", "an exponent")
        begin, end = chains.chain(text, start)
        if before == "@" and text.startswith("%", end):
            end += 1  # FPR@95%
        return ctx.refuse(begin, end, "identifier" if before == "#" else "name", f"digits after {before!r}")
    if before == "." and start >= 2 and text[start - 2].isalnum():
        return ctx.refuse(
            *chains.chain(text, start),
            "name" if text[start - 2].isalpha() else "identifier",
            "digits of a dotted chain",
        )
    return None


def _read_vulgar(ctx: Context, place: int, floor: int) -> int:
    numerator, denominator = VULGAR[ctx.text[place]]
    part = Part(place, place + 1, Decimal(numerator))
    part.divisor = denominator
    read_mark(ctx, part)
    return compose(ctx, part, floor)
