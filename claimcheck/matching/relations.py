"""Relations between the claims of a file: reading an expression safely, and whether it can hold.

    relation := sum ("=" | "<" | ">" | "<=" | ">=") sum
    sum      := product (("+" | "-") product)*
    product  := factor (("*" | "/") factor)*
    factor   := "-" factor | "(" sum ")" | number | claim

A number is written with digits and at most one decimal point, and is exact. A claim is its id. Where an id holds a
hyphen, the longest id that stands there is meant: with the claims `gain` and `gain-max`, `gain-max` is that claim and
`gain - max` a difference. What reads as a number is a number, even if a claim has it for its id.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from claimcheck.matching.intervals import Interval, point
from claimcheck.numerals.model import MAX_DIGITS
from claimcheck.suggest import first_few, hint

_LISTED: Final = 12
"""Claims that a message names."""
MAX_LENGTH: Final = 300
"""Characters of an expression."""
MAX_DEPTH: Final = 16
"""Parentheses inside each other."""
MAX_BITS: Final = 8192
"""The size to which a number may grow on the way; a hostile expression could make it grow without end."""

_RUN: Final = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SIGNS: Final = re.compile(r"[<>]=|[-+*/()=<>]")
_COMPARISONS: Final = ("=", "<", ">", "<=", ">=")
_MEANT: Final = {
    "×": "*", "·": "*", "⋅": "*", "∗": "*", "÷": "/", "−": "-", "–": "-", "—": "-", "≤": "<=", "≥": ">=",
}  # fmt: skip
_EXPECTED: Final = "a claim's id, a number or '('"


class RelationError(Exception):
    """An expression that says nothing that could be checked: what is wrong, where in its text, and what to do."""

    def __init__(self, message: str, start: int, end: int, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.help = help


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A step of a computation: a claim or a number puts an interval on the stack, a sign takes its operands from it."""

    text: str
    start: int
    end: int
    number: Fraction | None = None
    is_claim: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One side of a relation: its text, and its steps in the order in which they are computed."""

    text: str
    steps: tuple[Step, ...]

    def value(self, claims: Mapping[str, Interval]) -> Interval:
        """The values that the side may have, given those of the claims that it names.

        Raises:
            RelationError: a divisor may be zero, or the numbers grow too large.
        """
        stack: list[Interval] = []
        for step in self.steps:
            if step.is_claim:
                stack.append(claims[step.text])
            elif step.number is not None:
                stack.append(point(step.number))
            else:
                right = stack.pop()
                stack.append(_computed(step, stack.pop() if step.text != "negate" else None, right))
        return stack.pop()

    def units(self, claims: Mapping[str, Units]) -> Units:
        """What the side may be measured in, given the same of the claims that it names.

        Raises:
            RelationError: unlike things are added or subtracted.
        """
        stack: list[Units] = []
        for step in self.steps:
            if step.is_claim:
                stack.append(claims[step.text])
            elif step.number is not None:
                stack.append(None)
            elif step.text != "negate":
                right = stack.pop()
                stack.append(_measured(step, stack.pop(), right))
        return stack.pop()


Units = frozenset[str] | None
"""The units that something may have, by each reading; None where any will do: a number written out, a quotient."""


def alike(left: Units, right: Units) -> bool:
    """Whether two things can be compared, added or subtracted."""
    return left is None or right is None or bool(left & right)


def _measured(step: Step, left: Units, right: Units) -> Units:
    """What the result of a step may be measured in."""
    if step.text in ("+", "-"):
        if not alike(left, right):
            raise RelationError(
                f"{_named(left)} and {_named(right)} are not added or subtracted", step.start, step.end, _OF_ONE_KIND
            )
        return right if left is None else left if right is None else left & right
    if step.text == "*" and (left is None or right is None):
        return right if left is None else left
    return left if step.text == "*" and left == right == _PLAIN else None


_PLAIN: Final = frozenset(("",))
_OF_ONE_KIND: Final = "Compare, add and subtract what is of one kind: percentages with percentages, counts with counts."


def must_be_alike(left: Units, right: Units, length: int) -> None:
    """Sees to it that the two sides of a relation of so many characters can be compared.

    Raises:
        RelationError: they are measured in different units.
    """
    if not alike(left, right):
        raise RelationError(f"{_named(left)} cannot be compared with {_named(right)}", 0, length, _OF_ONE_KIND)


def _named(units: Units) -> str:
    return " or ".join(f"what is in {unit}" if unit else "a plain number" for unit in sorted(units or ()))


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """A relation as read: two sides and the sign between them."""

    left: Side
    sign: str
    right: Side

    def names(self) -> tuple[Step, ...]:
        """The claims that it names, each once, where it first stands."""
        first: dict[str, Step] = {}
        for step in (*self.left.steps, *self.right.steps):
            if step.is_claim:
                first.setdefault(step.text, step)
        return tuple(first.values())


def parse(text: str, claims: Collection[str]) -> Expression:
    """Reads an expression over the claims with these ids.

    Raises:
        RelationError: it is no relation, or names a claim that is not there.
    """
    if len(text) > MAX_LENGTH:
        raise RelationError(f"longer than {MAX_LENGTH} characters", 0, len(text), "Split it into several relations.")
    return _Parser(text, claims).relation()


def can_hold(left: Interval, sign: str, right: Interval) -> bool:
    """Whether there are values of both sides that make the relation true."""
    match sign:
        case "<" | "<=":
            return left.may_be(right, equal=sign == "<=")
        case ">" | ">=":
            return right.may_be(left, equal=sign == ">=")
    return left.meets(right)


def _computed(step: Step, left: Interval | None, right: Interval) -> Interval:
    match step.text:
        case "+" if left is not None:
            result = left + right
        case "-" if left is not None:
            result = left - right
        case "*" if left is not None:
            result = left * right
        case "/" if left is not None:
            try:
                result = left / right
            except ZeroDivisionError:
                raise RelationError(
                    "the divisor may be zero",
                    step.start,
                    step.end,
                    "Write the relation as a product: 'a = b * c' for 'a / b = c'.",
                ) from None
        case _:
            result = -right
    for end in (result.low, result.high):
        if end is not None and max(end.numerator.bit_length(), end.denominator.bit_length()) > MAX_BITS:
            raise RelationError("the numbers grow too large here", step.start, step.end)
    return result


class _Parser:
    """Reads one expression from left to right; each method reads what its name says and appends its steps."""

    def __init__(self, text: str, claims: Collection[str]) -> None:
        self._text = text
        self._claims = claims
        self._most_parts = max((claim.count("-") for claim in claims), default=0) + 1
        self._tokens = self._read()
        self._at = 0
        self._steps: list[Step] = []

    # -- tokens -----------------------------------------------------------------------------------------------------

    def _read(self) -> list[Step]:
        tokens: list[Step] = []
        at = 0
        while at < len(self._text):
            if self._text[at].isspace():
                at += 1
            elif (run := _RUN.match(self._text, at)) is not None:
                tokens += self._words(run[0], at)
                at = run.end()
            elif (sign := _SIGNS.match(self._text, at)) is not None:
                tokens.append(Step(sign[0], at, sign.end()))
                at = sign.end()
            else:
                raise self._strange(at)
        return tokens

    def _words(self, run: str, at: int) -> list[Step]:
        """The ids and numbers of a run of letters, digits and hyphens, a minus between them; the longest first."""
        parts = run.split("-")
        tokens: list[Step] = []
        first = 0
        start = at
        while first < len(parts):
            for last in range(min(len(parts), first + self._most_parts), first, -1):
                token = self._word("-".join(parts[first:last]), start)
                if token is not None:
                    break
            else:
                raise self._unknown(run, at)
            tokens.append(token)
            if last < len(parts):
                tokens.append(Step("-", token.end, token.end + 1))
            first, start = last, token.end + 1
        return tokens

    def _word(self, word: str, at: int) -> Step | None:
        end = at + len(word)
        if _NUMBER.fullmatch(word):
            if len(word) > MAX_DIGITS:
                raise RelationError(f"a number of more than {MAX_DIGITS} digits", at, end)
            return Step(word, at, end, number=Fraction(word))
        return Step(word, at, end, is_claim=True) if word in self._claims else None

    def _unknown(self, word: str, at: int) -> RelationError:
        near = hint(word, self._claims)
        help = f"Claims of this file: {first_few(list(self._claims), _LISTED)}."
        if not near and word[0].isdigit():
            help = "A number is written with digits and a decimal point alone: 10000 for 10k, 100000 for 1e5."
        elif not near and "-" in word:
            help += " Around a minus stand spaces."
        return RelationError(f"there is no claim '{word}' in this file.{near}", at, at + len(word), help)

    def _strange(self, at: int) -> RelationError:
        character = self._text[at]
        help = "An expression holds ids of claims, numbers, + - * / and parentheses."
        if character in _MEANT:
            help = f"Write '{_MEANT[character]}'."
        elif character in (".", ","):
            help = "A number is written as 0.5 or 10000: no separators, and a digit before the point."
        elif character == "%":
            help = "A percentage counts as its number: 79.6% is 79.6."
        return RelationError(f"'{character}' is no part of an expression", at, at + 1, help)

    # -- grammar ----------------------------------------------------------------------------------------------------

    def relation(self) -> Expression:
        left = self._side()
        sign = self._next()
        if sign is None or sign.text not in _COMPARISONS:
            raise self._expected("'='" if sign is None else "an operator or '='", sign)
        right = self._side()
        rest = self._next()
        if rest is not None:
            raise self._expected(
                "the end: a relation has one '='" if rest.text in _COMPARISONS else "an operator", rest
            )
        found = Expression(left, sign.text, right)
        if not found.names():
            raise RelationError("names no claim, so it checks nothing", 0, len(self._text), self._ids())
        return found

    def _side(self) -> Side:
        self._steps = []
        first = self._at
        self._sum(0)
        tokens = self._tokens[first : self._at]
        return Side(self._text[tokens[0].start : tokens[-1].end], tuple(self._steps))

    def _sum(self, depth: int) -> None:
        self._product(depth)
        while (sign := self._one_of("+", "-")) is not None:
            self._product(depth)
            self._steps.append(sign)

    def _product(self, depth: int) -> None:
        self._factor(depth)
        while (sign := self._one_of("*", "/")) is not None:
            self._factor(depth)
            self._steps.append(sign)

    def _factor(self, depth: int) -> None:
        negative = []
        while (sign := self._one_of("-")) is not None:
            negative.append(Step("negate", sign.start, sign.end))
        token = self._next()
        if token is not None and token.text == "(":
            if depth == MAX_DEPTH:
                raise RelationError(f"more than {MAX_DEPTH} parentheses inside each other", token.start, token.end)
            self._sum(depth + 1)
            closing = self._next()
            if closing is None or closing.text != ")":
                raise self._expected("an operator or ')'", closing)
        elif token is not None and (token.is_claim or token.number is not None):
            self._steps.append(token)
        else:
            raise self._expected(_EXPECTED, token)
        self._steps += negative

    def _next(self) -> Step | None:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        self._at += 1
        return token

    def _one_of(self, *signs: str) -> Step | None:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.is_claim or token.text not in signs:
            return None
        self._at += 1
        return token

    def _expected(self, what: str, found: Step | None) -> RelationError:
        if found is None:
            end = len(self._text.rstrip())
            return RelationError(f"expected {what}, but the expression ends", max(end - 1, 0), end, self._ids())
        return RelationError(f"expected {what}, not '{found.text}'", found.start, found.end, self._ids())

    def _ids(self) -> str:
        return f"Such as 'total = 3 * each'. Claims of this file: {first_few(list(self._claims), _LISTED)}."
