"""What a falsification is: a kind with its rules, and falsified texts of one claim file."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from claimcheck.claims.records import Claim, ClaimFile
from claimcheck.dataset import PaperInContext
from claimcheck.redteam.edit import Edit, Edited, apply, without_field
from claimcheck.redteam.plain import Plain
from claimcheck.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Falsification:
    """One falsified claim file: its text, the claim, what was changed in words, and where a finding must point.

    `places` are stretches of the falsified text; `stated` is the stretch of the abstract that is meant where nothing of
    the file is left to point at (a deleted claim). `other` is the second claim of an exchange, `source` the
    falsified text of the abstract's source file. `beside` is the path of a new file that the text is of, next to the
    true one; `removed` says that the true file is gone.
    """

    claim: str
    changed: str
    text: str
    places: tuple[Span, ...]
    stated: Span | None = None
    other: str = ""
    source: str | None = None
    beside: str | None = None
    removed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """A claim file to falsify, with its abstract's text and the other papers of the project.

    `has_copy` tells that the sources hold its abstract more than once.
    """

    paper: PaperInContext
    others: tuple[PaperInContext, ...]
    plain: Plain
    has_copy: bool = False

    @property
    def claims(self) -> ClaimFile:
        return self.paper.claims

    @property
    def file(self) -> SourceFile:
        return self.paper.claims.file

    def edited(self, claim: Claim, edits: Iterable[Edit], name: str) -> Falsification:
        """The file with changed scalars of a claim (`name` says which)."""
        listed = list(edits)
        said = ", ".join(_said(edit) for edit in listed if edit.result != edit.scalar.text)
        return self.made(claim, f"{name}: {said}", apply(self.file, listed))

    def without_field(self, claim: Claim, name: str) -> Falsification:
        """The file without one field of a claim; the place is what is left of the claim."""
        edited = without_field(self.file, claim.node, name)
        span = claim.node.span
        left = Span(span.start, span.end - (len(self.file.text) - len(edited.text)))
        return Falsification(claim.id.text, f"{name} removed", edited.text, (left,))

    def made(self, claim: Claim, changed: str, edited: Edited, stated: Span | None = None) -> Falsification:
        return Falsification(claim.id.text, changed, edited.text, edited.places, stated)


_AROUND: Final = 24


def _said(edit: Edit) -> str:
    """What an edit changes, with the words around it if the text is long."""
    text = edit.scalar.text
    first, last = max(0, edit.start - _AROUND), min(len(text), edit.end + _AROUND)
    before = ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")
    after = (
        ("…" if first else "")
        + text[first : edit.start]
        + edit.new
        + text[edit.end : last]
        + ("…" if last < len(text) else "")
    )
    return f"'{before}' -> '{after}'"


Generate = Callable[[Target], Iterator[Falsification]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to falsify a claim: `rules` are those that may rightly catch it."""

    name: str
    description: str
    rules: tuple[str, ...]
    generate: Generate


_KINDS: Final[dict[str, Kind]] = {}


def kind(*rules: str) -> Callable[[Generate], Generate]:
    """Registers the decorated generator as a kind; its name, with hyphens, is the kind's name."""

    def register(generate: Generate) -> Generate:
        name = generate.__name__.replace("_", "-")
        if name in _KINDS:
            raise ValueError(f"two kinds are called {name}")
        _KINDS[name] = Kind(name, " ".join((inspect.getdoc(generate) or "").split()), rules, generate)
        return generate

    return register


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by name: of numbers, quotes and mentions, claims and files, meaning, what a number is, names, measures, sources."""
    for module in ("numbers", "quotes", "claims", "meaning", "nature", "naming", "measured", "sources"):
        importlib.import_module(f"claimcheck.redteam.{module}")
    return dict(_KINDS)
