"""What the tests of the semantic diff share: versions of a small project in memory, and how they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from claimcheck.comparing import Comparison, compare, read_sides
from claimcheck.sources import digest

Files = dict[str, str | bytes | None]

ABSTRACT = (
    "We present Quick, a parser. On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow, in two passes."
)
OTHER = "We present Tiny. Tiny needs 5M parameters."

QUICK = f"""\
schema: claimcheck/1
paper:
  id: quick
  name: Quick
  starts: We present Quick
  abstract: sha256:{digest(ABSTRACT)[:16]}
evidence:
  - quote: On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow, in two passes.
    claims:
      - id: accuracy
        kind: result
        subject: Quick
        metric: accuracy
        dataset: [WebText, C4]
        value: 91.5%
        baseline: Slow
        baseline_value: 88.0%
        conditions: {{passes: two}}
        mention: Quick reaches 91.5% accuracy
      - id: slow
        kind: ranking
        subject: Slow
        metric: accuracy
        rank: underperforms
names: [C4]
not_claims:
  - {{text: two passes, why: how it was measured}}
relations:
  - {{id: self, expr: accuracy = accuracy, why: of course}}
"""

TINY = f"""\
schema: claimcheck/1
paper: {{id: tiny, name: Tiny, starts: We present Tiny, abstract: "sha256:{digest(OTHER)[:16]}"}}
evidence:
  - quote: Tiny needs 5M parameters.
    claims:
      - {{id: size, kind: size, subject: Tiny, metric: parameters, value: 5M}}
names: [Tiny 2]
not_claims:
  - {{text: nothing, why: a test}}
"""

WORDS = """\
schema: claimcheck-vocabulary/1
models:
  - {name: Quick}
  - {name: Slow, aliases: [Slowly]}
metrics:
  - {name: accuracy, better: higher, unit: '%'}
"""

BASE: Files = {
    "pyproject.toml": "[tool.claimcheck]\n",
    "seeds/s.txt": f"Abstract: {ABSTRACT}\n",
    "claims/quick.yaml": QUICK,
    "claims/vocabulary.yaml": WORDS,
}


class MemoryTree:
    """A version that exists nowhere."""

    def __init__(self, name: str, files: Files) -> None:
        self.name = name
        self.root = Path("/nowhere")
        self._files = files

    def matching(self, patterns: Sequence[str]) -> list[str]:
        return sorted(path for path in self._files if any(fnmatchcase(path, pattern) for pattern in patterns))

    def read(self, paths: Iterable[str]) -> dict[str, bytes | None]:
        found = {path: self._files[path] for path in paths if path in self._files}
        return {path: text.encode() if isinstance(text, str) else text for path, text in found.items()}


Differ = Callable[..., Comparison]


@pytest.fixture(scope="session")
def differ() -> Differ:
    """Compares the base with another version: files by path, None for one that is gone; or two other versions."""

    def differ_(head: Files, base: Files | None = None) -> Comparison:
        old = {**BASE, **(base or {})}
        new = {path: text for path, text in {**old, **head}.items() if text is not None}
        kept = {path: text for path, text in old.items() if text is not None}
        return compare(*read_sides(MemoryTree("old", kept), MemoryTree("new", new)))

    return differ_


def edited(text: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def told(comparison: Comparison) -> list[tuple[object, ...]]:
    """Each change as (sort, what, id) and its fields as (name, old, new)."""
    return [
        (change.sort, change.what, change.id, *((field.name, field.old, field.new) for field in change.fields))
        for change in comparison.changes
    ]
