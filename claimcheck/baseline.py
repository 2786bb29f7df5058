"""The baseline: findings that a project accepts for now, in a file that can only shrink.

An entry is known by what was found, never by its line: rule, claim and quote, or rule and file where the finding is about
no claim, and the words that it marks. So entries outlive moved lines, and a number that is changed anew is told anew.
Where two findings are alike, two entries are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules import registry
from claimcheck.rules.base import finding
from claimcheck.source import SourceFile, Span
from claimcheck.suggest import hint

SCHEMA: Final = "claimcheck-baseline/1"
STALE: Final = "stale-baseline"
NEVER: Final = frozenset({STALE, "unused-ignore", "ignore-without-reason"})
"""Rules about what is accepted: what they find is not accepted in its turn."""

_KEYS: Final = ("rule", "claim", "file", "field", "quote", "marked")
_LIST: Final = re.compile(r'"findings"\s*:\s*\[')
_BETWEEN: Final = re.compile(r"[\s,]*")


class BaselineError(Exception):
    """A file that is no baseline; the message says where and what was expected."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """An accepted finding. `claim` is paper and claim, as in `rlve/gain`; `file` is set where there is no claim.

    `quote` is the quote that the claim rests on, `marked` the words that the finding marks, each on one line.
    """

    rule: str
    claim: str = ""
    file: str = ""
    field: str = ""
    quote: str = ""
    marked: str = ""

    def as_json(self) -> dict[str, str]:
        return {key: text for key in _KEYS if (text := getattr(self, key))}


Keyed = Callable[[Finding], Entry]


def keyed(dataset: Dataset) -> Keyed:
    """How the findings of a dataset are known."""
    quotes = {
        (paper.claims.file.path, claim.id.text): _line(evidence.quote.text)
        for paper in dataset.papers
        for evidence in paper.claims.evidence
        for claim in evidence.claims
    }

    def key(found: Finding) -> Entry:
        marked = _marked(found.label)
        if found.claim is None:
            return Entry(found.rule, file=found.file, field=found.field or "", marked=marked)
        quote = quotes.get((found.file, found.claim), "")
        return Entry(found.rule, f"{found.paper or ''}/{found.claim}", "", found.field or "", quote, marked)

    return key


def _marked(label: Label | None) -> str:
    return _line(label.file.text[label.span.start : label.span.end]) if label is not None else ""


def _line(text: str) -> str:
    """A text on one line: where it is wrapped makes no difference."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline as read: its file, and its entries with their places there."""

    file: SourceFile
    entries: tuple[tuple[Entry, Span], ...]

    def apply(self, findings: Iterable[Finding], key: Keyed) -> list[Finding]:
        """The findings that the baseline does not accept; each entry accepts one."""
        left = Counter(entry for entry, _ in self.entries)
        kept = []
        for found in findings:
            entry = key(found)
            if found.rule not in NEVER and left[entry] > 0:
                left[entry] -= 1
            else:
                kept.append(found)
        return kept

    def stale(self, findings: Iterable[Finding], key: Keyed, active: frozenset[str]) -> Iterator[Finding]:
        """What is said of entries that accept nothing, of rules that did run, and of rules that do not exist."""
        for entry, span in self._split(findings, key, active)[1]:
            about = entry.claim or entry.file or "the project"
            known = entry.rule in registry()
            yield finding(
                f"nothing to accept: {entry.rule} finds this no more in {about}"
                if known
                else f"there is no rule '{entry.rule}'.{hint(entry.rule, registry())}",
                Label(self.file, span),
                help="Run `claimcheck verify --update-baseline`: it removes what is stale, and adds nothing.",
            )

    def shrunk(self, findings: Iterable[Finding], key: Keyed, active: frozenset[str]) -> tuple[Entry, ...]:
        """The entries without the stale ones."""
        return tuple(entry for entry, _ in self._split(findings, key, active)[0])

    def _split(
        self, findings: Iterable[Finding], key: Keyed, active: frozenset[str]
    ) -> tuple[list[tuple[Entry, Span]], list[tuple[Entry, Span]]]:
        """The entries that still accept something, or cannot be judged, and the stale ones."""
        present = Counter(key(found) for found in findings if found.rule not in NEVER)
        good: list[tuple[Entry, Span]] = []
        stale: list[tuple[Entry, Span]] = []
        for entry, span in self.entries:
            judged = entry.rule in active or entry.rule not in registry() or entry.rule in NEVER
            (stale if judged and present[entry] == 0 else good).append((entry, span))
            present[entry] -= present[entry] > 0
        return good, stale


def of(findings: Iterable[Finding], key: Keyed) -> tuple[Entry, ...]:
    """The entries that accept these findings."""
    return tuple(key(found) for found in findings if found.rule not in NEVER)


def written(entries: Iterable[Entry]) -> str:
    """A baseline file: sorted, one entry a line, so that changes are easily read and merged."""
    from claimcheck.reporters.escape import to_json

    lines = ",\n".join(f"    {to_json(entry.as_json(), indent=None)}" for entry in sorted(entries))
    body = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": {body}\n}}\n'


def parse(file: SourceFile) -> Baseline:
    """Reads a baseline.

    Raises:
        BaselineError: the file is not JSON, or not of the form that `written` gives it.
    """
    import json

    try:
        document = json.loads(file.text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"{file.path}: not JSON: {error}") from error
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise BaselineError(f'{file.path}: no baseline: "schema": "{SCHEMA}" was expected')
    findings = document.get("findings")
    if set(document) != {"schema", "findings"} or not isinstance(findings, list):
        raise BaselineError(f'{file.path}: a baseline holds "schema" and a list "findings", nothing else')
    entries = [_entry(file, number, each) for number, each in enumerate(findings, 1)]
    return Baseline(file, tuple(zip(entries, _spans(file, len(entries)), strict=True)))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON in which no key stands twice: of two, one would be obeyed and the other shown."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _entry(file: SourceFile, number: int, value: Any) -> Entry:
    where = f"{file.path}: entry {number}"
    if not isinstance(value, dict):
        raise BaselineError(f"{where}: an object was expected")
    for key, text in value.items():
        if key not in _KEYS:
            raise BaselineError(f"{where}: unknown key '{key}'.{hint(key, _KEYS)}")
        if not isinstance(text, str):
            raise BaselineError(f"{where}: '{key}' must be a string")
    if not value.get("rule"):
        raise BaselineError(f"{where}: no rule is named")
    return Entry(**value)


def _spans(file: SourceFile, count: int) -> Iterator[Span]:
    """Where the entries stand: a key in quotation marks is nowhere inside a string, so its first place is the list's."""
    import json

    decoder = json.JSONDecoder()
    opening = _LIST.search(file.text)
    if opening is None:
        raise BaselineError(f'{file.path}: write the key "findings" without escapes')
    at = opening.end()
    for _ in range(count):
        between = _BETWEEN.match(file.text, at)
        start = between.end() if between is not None else at
        _, at = decoder.raw_decode(file.text, start)
        yield Span(start, at)
