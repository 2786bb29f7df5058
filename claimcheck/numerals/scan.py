"""Finding the numbers of a text: candidate places first, then a local parse with bounded look-around."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from claimcheck.numerals import addresses, chains, labels, money, names
from claimcheck.numerals.compose import compose
from claimcheck.numerals.context import Context, on_one_line
from claimcheck.numerals.digits import read_number, run_end
from claimcheck.numerals.lexicon import (
    FACTORS,
    MULTIPLIED,
    ORDINALS,
    SCALES,
    SMALL,
    VAGUE,
    VULGAR,
)
from claimcheck.numerals.marks import read_mark
from claimcheck.numerals.model import Class, Mention
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


_CANDIDATE: Final = re.compile(rf"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒]|(?a:\b)(?<![\w\\]){_prefix_tree(_LEXICON)}(?!\w)")
"""Digits and number words; to look for the ASCII boundaries of words first takes four fifths of the time."""
_PERCENTAGE: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,9})?\s?%")
_QUOTED: Final = re.compile(r"(?<=[\"'“”‘’`])(?<![0-9].)[0-9](?=[\"'“”‘’])")
"""A digit in quotation marks; in 3'6" they are signs of units."""
_QUOTES: Final = frozenset("\"'“‘’”`")
_POINT_ALONE: Final = re.compile(r"(?<![^\W_])(?<!\.)\.")


def scan(text: str, names_with_digits: Iterable[str] = (), *, isolated: bool = False) -> tuple[Mention, ...]:
    """All numbers of `text`, quantities and refused ones, in order, with spans into the text as given.

    `names_with_digits` are proper names whose digits are no numbers ("Olmo 3"). `isolated` reads a text that is nothing
    but a number (a claim's value), where no context can make it a date, an enumerator or a pronoun.
    """
    ctx = Context(render(text), isolated)
    masks = iter(addresses.masks(ctx.text, [on_one_line(name) for name in names_with_digits]))
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
        in_words = match[0][0].isalpha()
        position = read_word(ctx, match, position) if in_words else _read_digits(ctx, start, position)
        assert position > start  # or the same would be found again
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
    before = text[start - 1 : start]
    if before == "." and _POINT_ALONE.match(text, start - 1):
        start -= 1
    quoted = _QUOTED.match(text, start) if before in _QUOTES and not ctx.isolated else None
    if quoted is not None:
        return ctx.refuse(start, quoted.end(), "name", "a symbol in quotation marks")
    index = ctx.index_end(start)
    if index is not None:
        return ctx.refuse(chains.chain(text, start)[0], index, "name", "the entries of an index")
    refused = _glued_before(ctx, start)
    if refused is not None:
        return refused
    compound = None if ctx.isolated else names.chemical(ctx.low, start)
    if compound is not None:
        return ctx.refuse(start, compound, "name", "a chemical compound")
    formula = _formula_end(ctx, start)
    if formula is not None:
        return ctx.refuse(start, formula, "name", "a formula")
    part = read_number(ctx, start)
    if part is None:
        begin, end = chains.chain(text, start)
        unread = _UNREAD.match(text, start)
        return ctx.refuse(begin, unread.end() if unread else end, "identifier", "a number beyond what is read")
    return compose(ctx, part, floor)


_UNREAD: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\s?\^\s?\(?[+\-−–]?[0-9]{1,9})?")
_RAISED: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?\s?\^")
_NO_EXPONENT: Final = frozenset("*∗†‡§¶⋆±∓↑↓")
"""Behind "^": the mark of a footnote, or an uncertainty above the line."""
_EXPONENT: Final = re.compile(r"(?:\s|\\[,;!])*[+\-−–]?\s?[0-9.]+(?:\s|\\[,;!])*")
_SYMBOL_RAISED: Final = re.compile(r"(?:\((?=[^()]{0,40}[a-zA-Z])[^()]{1,40}\)|[A-Za-z])[A-Za-z]*")
_GREEK: Final = "Α-ΨΪ-λν-ωϑϕϖϱϵ"
_WITH_SYMBOL: Final = re.compile(
    rf"[0-9]{{1,4}}[a-zA-Z]\+[0-9]{{1,4}}(?![0-9A-Za-z%.])"
    rf"|[0-9]{{1,3}}/(?:[enkNTKp](?:\^[0-9]|[²³])?(?![A-Za-z0-9])|[{_GREEK}]|√[A-Za-z](?![A-Za-z])|\\[a-z]+(?:\{{[^{{}}]{{1,20}}\}})?"
    rf"|\([^()]{{0,20}}[A-Za-z{_GREEK}][^()]{{0,20}}\))"
    rf"|[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?(?:\s?[+\-−–]\s?[0-9]{{0,3}}[{_GREEK}]|\([0-9]\s?[+\-−–]\s?[A-Za-z{_GREEK}]\))"
)
"""A number with a symbol: 2k+1; over one: 1/e, 1/T^2, 1/(2n); plus or minus a Greek letter: 1-α; times a bracket: 2(1-α)."""
_IN_FORMULA: Final = re.compile(
    r"[0-9]{1,4}(?:\.[0-9]{1,4})?\s?[+\-−–]\s?(?:[A-Za-z](?![A-Za-z])|log|exp|[Oo]\(|[0-9]{1,3}/[A-Za-z(])"
    r"|[2-9](?P<variable>[kKmMbBTG])(?![A-Za-z0-9])"
)
"""What only inside a formula is one: the same with a Latin letter, or one digit before a letter that would be a scale."""
_GOES_ON: Final = re.compile(rf"[0-9.]{{1,40}}+(?:\s?[\^+\-−–]|[/(A-Za-z{_GREEK}])")
"""What every number that begins a formula goes on with."""
_TIMES_BRACKET: Final = re.compile(r"[0-9]{1,3}/[0-9]{1,3}\([^()]{0,30}[A-Za-z][^()]{0,10}\)")


_BRACED: Final = re.compile(r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,40}\}){0,40}\}){0,120}\}")


def _symbolic(ctx: Context, start: int) -> re.Match[str] | None:
    """A number that is joined to symbols: 1/e, 2k+1, 1-α, 2(1-α), and inside a formula 1-p and 2K where K is a variable."""
    if ctx.isolated:
        return None
    text = ctx.text
    match = _WITH_SYMBOL.match(text, start)
    if match is not None:
        return match
    match = _IN_FORMULA.match(text, start)
    if match is None or (match["variable"] and match["variable"] not in ctx.variables()):
        return None
    return match if ctx.in_formula(start) else None


def _formula_end(ctx: Context, start: int) -> int | None:
    """Where the formula ends that a number begins (2^n, 2^{3/2}, 2k+1); None where it is a number on its own."""
    if _GOES_ON.match(ctx.text, start) is None:
        return None
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
    braced = _BRACED.match(raw, opening)
    if braced is None or _EXPONENT.fullmatch(raw, opening + 1, braced.end() - 1):
        return None
    return ctx.until(match.end(), braced.end())


_LOST_BLANK: Final = frozenset("than least most about of by and with from approximately".split())
_GOES_ON_PLAINLY: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?\s?(?:%|°| [a-z]{2,})| [a-z]{2,}")
_PER: Final = frozenset("decade plant day year week month cell person sample session hour site tree bird".split())
"""Words that an exponent of minus one makes a unit of: "plant–1"."""
_ONE_RAISED: Final = re.compile(r"[1-4](?![\w%])")
_OF_DOLLARS: Final = frozenset("US A AU NZ C CAN HK S".split())
"""Whose dollars they are, behind the sign: $US1,000."""


_ROOTS: Final = ("√", "√ ", "\\sqrt ")
"""What a number under a root stands behind: it is worth another number, which nobody has written."""


_SIZED: Final = re.compile("[-‑][0-9]+[A-Za-z]?$")
_SIZE: Final = re.compile(r"[0-9]+[A-Za-z]?(?![\w%]|\.[0-9]|\s?(?:%|×|‰|per\s?cent|points?(?!\w)|dB|°))")
_LIST_OF_NAMES: Final = re.compile(r"\s?[,/]\s?|,?\s(?:and|or)\s")
_MARKED: Final = re.compile(r"[\s-]?(?:%|×|‰|per\s?cent)")


def _glued_before(ctx: Context, start: int) -> int | None:
    """What a number hangs on: a letter before it, or a hyphen chain, makes it a name. Returns the end if refused."""
    text = ctx.text
    before = text[start - 1] if start else " "
    behind = text[start - 2] if start > 1 else " "
    last = ctx.out[-1] if ctx.out and start - 1 == ctx.done else None
    if before in "/x" and last is not None and last.is_quantity:
        return None  # 3B/7B/14B, 256x256
    if before == "/":
        if last is not None and last.cls == "name" and last.text[0].isdigit():
            end = chains.chain(text, start)[1]
            if not _MARKED.match(text, end):
                return ctx.refuse(start, end, "name", "digits after a slash behind those of a name")  # Llama 3/4
        named = names.after_slash(text, start)
        return ctx.refuse(*chains.chain(text, start), "name", "digits after a slash in a name") if named else None
    if before == behind == "=":
        return ctx.refuse(*chains.chain(text, start), "identifier", "a pinned version")
    if before in "§¶":
        return ctx.refuse(*chains.chain(text, start), "identifier", "the number of a section")
    if before in "'’" and behind.isalpha() and not ctx.isolated:
        return ctx.refuse(*chains.chain(text, start), "name", "a year behind a name: AIME'24")
    if text.endswith(_ROOTS, 0, start):
        return ctx.refuse(*chains.chain(text, start), "name", "digits under a root")
    if before in chains.OPEN:
        return labels.bracketed(ctx, text, start) if before in "[(" and not ctx.isolated else None
    if chains.is_letter(before) or before == "_":
        return _lettered(ctx, start, before, behind)
    if before in chains.HYPHENS:
        return _hyphened(ctx, start, before, behind)
    if behind == "^":
        return ctx.refuse(start, chains.chain(text, start)[1], "name", "an exponent")
    if before == "+" and (behind.isalpha() or behind == "+"):
        return ctx.refuse(*chains.chain(text, start), "name", "digits joined to a word by +")
    if before == "%" and not behind.isdigit():
        return ctx.refuse(start, run_end(ctx, start), "identifier", "a percent code")
    if before in "@#^\\)]":
        cls: Class = "identifier" if before == "#" else "name"
        return ctx.refuse(*chains.chain(text, start), cls, f"digits after {before!r}")
    if before == "." and behind.isalnum():
        cls = "name" if behind.isalpha() else "identifier"
        return ctx.refuse(*chains.chain(text, start), cls, "digits of a dotted chain")
    return None


def _lettered(ctx: Context, start: int, before: str, behind: str) -> int | None:
    """A number right behind a letter: a name, but for factors (x100), codes of money and a blank that was lost."""
    text = ctx.text
    if before == "x" and behind in chains.OPEN and not names.x_name(text, start):
        if run_end(ctx, start) > start + 1 or not ctx.in_formula(start):
            return None  # x100, but $x1$
    word = chains.letters_before(text, start)
    if word in _LOST_BLANK and _GOES_ON_PLAINLY.match(text, start):
        return None  # "less than2 °C"
    if word in money.CODES or (word in _OF_DOLLARS and text.endswith("$", 0, start - len(word))):
        return None
    return ctx.refuse(*chains.chain(text, start), "name", "digits glued to letters")


def _of_names_before(ctx: Context, start: int) -> int | None:
    """Where the digits end with which a list of names goes on: "CIFAR-10 and -100", "ResNet-18, -34 and -50"."""
    if not ctx.out or ctx.out[-1].cls != "name" or _SIZED.search(ctx.out[-1].text) is None:
        return None
    joined = _LIST_OF_NAMES.fullmatch(ctx.text, ctx.done, start - 1)
    size = _SIZE.match(ctx.text, start)
    return size.end() if joined is not None and size is not None else None


def _hyphened(ctx: Context, start: int, before: str, behind: str) -> int | None:
    """A number behind a hyphen or dash: that of a name, an exponent, or one with its sign or behind a dash."""
    text = ctx.text
    if behind == ")" and before in "–−":
        return None
    if behind == "+" and text[start - 3 : start - 2] in chains.OPEN:
        return None  # "+-5 mm"
    if behind == "^":
        return ctx.refuse(start, chains.chain(text, start)[1], "name", "an exponent")
    if (end := _of_names_before(ctx, start)) is not None:
        return ctx.refuse(start - 1, end, "name", "what a list of names goes on with")
    if not behind.isalpha() and behind not in "_)]+'’":
        return None
    word = chains.letters_before(text, start - 1)
    if word in names.OPEN_PREFIXES or _PERCENTAGE.match(text, start):
        return None
    if before == "–" and (len(word) <= 3 or word in _PER) and _ONE_RAISED.match(text, start):
        return ctx.refuse(start, run_end(ctx, start), "name", "the exponent of a unit or variable")
    if before == "–" and word and not chains.looks_named(text, start - 1):
        return None
    return ctx.refuse(*chains.chain(text, start), "name", "digits hyphenated to a word")


def _read_vulgar(ctx: Context, place: int, floor: int) -> int:
    numerator, denominator = VULGAR[ctx.text[place]]
    part = Part(place, place + 1, Decimal(numerator))
    part.divisor = denominator
    read_mark(ctx, part)
    return compose(ctx, part, floor)
