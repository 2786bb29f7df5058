"""The outline of a claim file: its claims, and what each says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claims.yaml import Scalar
from claimcheck.lsp.view import View
from claimcheck.reporters.escape import printable
from claimcheck.source import Span


@dataclass(frozen=True, slots=True)
class Symbol:
    """A claim: its id, what it says in few words, all of it, and the stretch to go to."""

    name: str
    detail: str
    span: Span
    at: Span


def symbols(view: View) -> Iterator[Symbol]:
    """The claims of a claim file, in its order."""
    if view.paper is None:
        return
    for claim in view.paper.claims.claims():
        said: tuple[Scalar | None, ...] = (claim.value or claim.rank, claim.metric, claim.subject)
        detail = ", ".join(printable(each.text) for each in said if each is not None and each.text)
        span = claim.node.span
        at = claim.id.span if span.holds(claim.id.span) else Span(span.start, span.start)
        yield Symbol(printable(claim.id.text) or "(no id)", detail, span, at)
