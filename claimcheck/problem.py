"""What goes wrong: defects met while reading a file, before any rule could look at it, and the base of all errors."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.source import Span


class ClaimcheckError(Exception):
    """What was asked for cannot be done; the message says why. Every error that a program has to reckon with is one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A defect met while reading a file: the rule of that name reports it.

    `related` are further places in the same file, each with a word about it; `field` is the path of the field, such as
    `evidence[0].claims[1].value`.
    """

    rule: str
    message: str
    span: Span
    help: str = ""
    field: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
