"""The vocabulary: one name for each model, benchmark and metric, whatever the sources call it.

Its file:

    schema: claimcheck-vocabulary/1
    models:
      - {name: Tülu 3, aliases: ['T\\"ULU 3', Tulu 3]}
    benchmarks:
      - {name: AIME}
    metrics:
      - {name: win rate, aliases: [question-level win-rate], better: higher, unit: '%'}
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from claimcheck.claims.load import mappings, read_mapping, required, scalar, texts
from claimcheck.claims.schema import VOCABULARY
from claimcheck.claims.yaml import Mapping, Scalar
from claimcheck.problem import Problem
from claimcheck.source import SourceFile


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One thing: the name to use, the other spellings, and of a metric how to read it."""

    name: Scalar
    aliases: tuple[Scalar, ...] = ()
    better: Scalar | None = None
    unit: Scalar | None = None

    @property
    def spellings(self) -> tuple[Scalar, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The names used across papers; `Vocabulary()` knows none. `file` is where they stand."""

    file: SourceFile | None = None
    models: tuple[Entry, ...] = ()
    benchmarks: tuple[Entry, ...] = ()
    metrics: tuple[Entry, ...] = ()
    _by_spelling: dict[str, Entry] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        spellings: dict[str, Entry] = {}
        # A name goes before another entry's alias; of two equals the first counts.
        for entry in self.entries():
            spellings.setdefault(folded(entry.name.text), entry)
        for entry in self.entries():
            for alias in entry.aliases:
                spellings.setdefault(folded(alias.text), entry)
        object.__setattr__(self, "_by_spelling", spellings)

    def entries(self) -> Iterator[Entry]:
        """All entries: models, benchmarks, metrics, each in the order of the file."""
        yield from self.models
        yield from self.benchmarks
        yield from self.metrics

    def find(self, name: str) -> Entry | None:
        """The entry that has `name` as its name or as an alias; case counts, the width of white space does not."""
        return self._by_spelling.get(folded(name))

    def spellings(self, name: str) -> list[str]:
        """`name`, and all spellings of the entry that has it."""
        entry = self.find(name)
        return [name, *(each.text for each in entry.spellings)] if entry is not None else [name]

    def resolve(self, name: str) -> str:
        """The name to use for `name`: its entry's, or itself (with single spaces) if no entry has it."""
        entry = self.find(name)
        return entry.name.text if entry else folded(name)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedVocabulary:
    """A vocabulary file as far as it could be read: `vocabulary` is None if anything is wrong; `problems` says what."""

    file: SourceFile
    vocabulary: Vocabulary | None
    problems: tuple[Problem, ...]


def load_vocabulary(file: SourceFile) -> LoadedVocabulary:
    """Reads a vocabulary file. Never raises: all that is wrong with the file is in the problems."""
    root, problems = read_mapping(file, VOCABULARY)
    if root is None:
        return LoadedVocabulary(file, None, problems)
    models, benchmarks, metrics = (
        tuple(_entry(each) for each in mappings(root.get(name))) for name in ("models", "benchmarks", "metrics")
    )
    return LoadedVocabulary(file, Vocabulary(file, models, benchmarks, metrics), ())


def folded(name: str) -> str:
    """A name as it is compared: Unicode NFC, every run of white space one space, trimmed."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def _entry(node: Mapping) -> Entry:
    return Entry(required(node, "name"), texts(node.get("aliases")), scalar(node, "better"), scalar(node, "unit"))
