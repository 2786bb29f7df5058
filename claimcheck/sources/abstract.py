"""An abstract: its text, where it stands, and its identity."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field

from claimcheck.problem import Problem
from claimcheck.source import SourceFile, Span


@dataclass(frozen=True, slots=True, eq=False)
class Abstract:
    """One abstract of a source file: `span` is its place, without white space at either end."""

    file: SourceFile
    span: Span
    digest: str = field(init=False)
    """The whole identity, 64 hexadecimal digits; equal for equal abstracts, wherever they stand."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest(self.text))

    @property
    def text(self) -> str:
        """The abstract as the file has it; offsets into it are offsets into the file less `span.start`."""
        return self.file.text[self.span.start : self.span.end]

    def words(self, count: int) -> str:
        """The opening words, with single spaces between."""
        return " ".join(self.text.split(maxsplit=count)[:count])


@dataclass(frozen=True, slots=True, eq=False)
class SourceText:
    """A source file as far as it could be read, its abstracts in their order, and what is wrong with it."""

    file: SourceFile
    abstracts: tuple[Abstract, ...]
    problems: tuple[Problem, ...]


def digest(text: str) -> str:
    """The identity of a text: SHA-256 of its UTF-8 after Unicode NFC, every run of white space one space, trimmed."""
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()
