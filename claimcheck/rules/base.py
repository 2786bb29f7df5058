"""What a rule is: a function that yields findings, with a code, a scope, a severity, and its docstring as its page."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from claimcheck.dataset import ClaimInContext
from claimcheck.diagnostic import Finding, Label, Severity
from claimcheck.matching.verdicts import verdicts
from claimcheck.problem import Problem
from claimcheck.source import SourceFile, Span

Scope = Literal["dataset", "source", "file", "paper", "quote", "claim"]
"""What a rule is called with: the whole Dataset, a SourceText, a LoadedClaims or LoadedVocabulary, a PaperInContext, a
QuoteInContext or a ClaimInContext (those of papers whose abstract was found, but for "paper")."""

Check = Callable[[Any], Iterator[Finding]]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule as registered: `summary` is the first sentence of its docstring, `doc` the whole."""

    code: str
    name: str
    severity: Severity
    scope: Scope
    check: Check
    doc: str

    @property
    def summary(self) -> str:
        return " ".join(self.doc.partition("\n\n")[0].split())


_RULES: Final[dict[str, Rule]] = {}


def rule(code: str, *, scope: Scope, severity: Severity = "error") -> Callable[[Check], Check]:
    """Registers the decorated function as a rule; its name, with hyphens, is the rule's name."""

    def register(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        if name in _RULES:
            raise ValueError(f"two rules are called {name}")
        _RULES[name] = Rule(code, name, severity, scope, check, inspect.getdoc(check) or "")
        return check

    return register


@cache
def registry() -> dict[str, Rule]:
    """All rules by name, in the order of their codes."""
    package = importlib.import_module("claimcheck.rules")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name != "base":
            importlib.import_module(f"claimcheck.rules.{module.name}")
    return {each.name: each for each in sorted(_RULES.values(), key=lambda each: each.code)}


_LINE_END: Final = re.compile(r"\s*\n\s*")


def finding(
    message: str,
    label: Label | None,
    *,
    help: str = "",
    source: Label | None = None,
    related: tuple[Label, ...] = (),
    paper: str | None = None,
    claim: str | None = None,
    field: str | None = None,
    severity: Severity | None = None,
    unless: frozenset[tuple[str, str]] = frozenset(),
) -> Finding:
    """A finding as a rule yields it; the runner fills in the code, the rule's name and its severity.

    A number that goes over the end of a line stands on one line in message and help.
    """
    return Finding(
        "",
        "",
        severity or "error",
        _LINE_END.sub(" ", message),
        _LINE_END.sub(" ", help),
        label,
        source,
        related,
        paper,
        claim,
        field,
        None,
        severity is not None,
        unless,
    )


def from_problems(name: str, file: SourceFile, problems: tuple[Problem, ...]) -> Iterator[Finding]:
    """The problems of a file that the rule of this name reports."""
    for problem in problems:
        if problem.rule == name:
            yield finding(
                problem.message,
                Label(file, problem.span),
                help=problem.help,
                related=tuple(Label(file, span, message) for span, message in problem.related),
                field=problem.field,
            )


def from_verdicts(name: str, claim: ClaimInContext) -> Iterator[Finding]:
    """What the diagnosis of a claim's numbers says by the rule of this name."""
    for value, verdict in verdicts(claim):
        if verdict.rule == name:
            yield finding(
                verdict.message,
                claim.label(value.scalar),
                help=verdict.help,
                source=_shown(claim, verdict.at),
                paper=claim.paper.id,
                claim=claim.id,
                field=value.name,
            )


def _shown(claim: ClaimInContext, at: int | None) -> Label | None:
    """The number of the abstract that a verdict is about, or what the quote has where it is about none."""
    if at is None:
        return numbers_of_quote(claim)
    return claim.paper.number_label(at, "" if at in claim.quote.numbers else "stands here, outside the quote")


def numbers_of_quote(claim: ClaimInContext) -> Label | None:
    """Where the source has the numbers of a claim's quote, from the first to the last: what a value can be taken from.

    The quote itself, where it holds none; None where it is not in the abstract.
    """
    numbers = [number for at in claim.quote.numbers if (number := claim.paper.numbers[at]).is_quantity]
    if not numbers:
        return quote_label(claim)
    what = "the number of the quote" if len(numbers) == 1 else "the numbers of the quote"
    return claim.paper.source_label(Span(numbers[0].start, numbers[-1].end), what)


def quote_label(claim: ClaimInContext) -> Label | None:
    """Where the source has a claim's quote; None where it is not in the abstract."""
    place = claim.quote.place
    return claim.paper.source_label(place.span, "the quote") if place is not None else None
