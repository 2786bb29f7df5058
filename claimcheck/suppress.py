"""Findings that a project accepts: waivers of claims, ignores on lines, ignores for files. None of them is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.yaml import scalars
from claimcheck.config import Config
from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.globs import matches
from claimcheck.rules import registry
from claimcheck.rules.base import finding
from claimcheck.source import SourceFile, Span
from claimcheck.suggest import first_few, hint

UNUSED: Final = "unused-ignore"
WITHOUT_REASON: Final = "ignore-without-reason"
_NEVER: Final = frozenset({UNUSED, WITHOUT_REASON})
_IDENTITY: Final = frozenset({"abstract-changed", "abstract-not-found", "unreadable-source"})
"""Which abstract a file is about is no finding to live with: whoever accepts a changed one writes its hash."""
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]{2}")
_NAMED: Final = 3
"""So many rules are named where many find nothing: a pattern may be for all of them."""
_LONGEST: Final = 5
"""Years: who waives a finding for longer does not mean to look at it again."""
_IGNORE: Final = re.compile(r"#[ \t]*claimcheck:[ \t]*ignore(?:\[(?P<rules>[^\]\n]*)\])?(?P<reason>[^\n\r]*)")


@dataclass(slots=True)
class _Ignore:
    """A suppression as written: where, for which rules, whether it applies, and whether it matched."""

    file: SourceFile
    span: Span
    rules: frozenset[str]
    words: str
    has_reason: bool
    line: int | None = None
    paper: str | None = None
    claim: str | None = None
    until: str | None = None
    unknown: str | None = None
    used: set[str] = field(default_factory=set)

    @property
    def refused(self) -> list[str]:
        """The rules that it names though they cannot be waived."""
        return sorted(_IDENTITY & self.rules)

    @property
    def ends(self) -> date | None:
        """The day that it holds until; None if there is none in the calendar."""
        try:
            return date.fromisoformat(self.until or "")
        except ValueError:
            return None

    @property
    def expired(self) -> bool:
        return self.ends is not None and self.ends < date.today()

    @property
    def applies(self) -> bool:
        dated = self.until is None or (self.ends is not None and not self.expired)
        return self.has_reason and dated and self.unknown is None

    def matches(self, found: Finding) -> bool:
        if found.rule not in self.rules - _IDENTITY or found.file != self.file.path:
            return False
        if self.line is not None:
            return found.label is not None and found.label.file.position(found.label.span.start).line == self.line
        return found.paper == self.paper and found.claim == self.claim


class Suppressions:
    """All suppressions of a project, and which of them were used."""

    def __init__(self, dataset: Dataset, config: Config, *, use: bool = True) -> None:
        self._config = config
        self._use = use
        self._ignores = [*_waivers(dataset), *_lines(dataset)]
        self._used_for_files: set[tuple[str, str]] = set()

    def apply(self, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings that remain, and those that are suppressed."""
        if not self._use:
            return list(findings), []
        kept: list[Finding] = []
        suppressed: list[Finding] = []
        for found in findings:
            matching = (
                [] if found.rule in _NEVER else [each for each in self._ignores if each.applies and each.matches(found)]
            )
            for each in matching:
                each.used.add(found.rule)
            (suppressed if matching or self._for_file(found) else kept).append(found)
        return kept, suppressed

    def _for_file(self, found: Finding) -> bool:
        used = {
            (pattern, found.rule)
            for pattern, rules in self._config.per_file_ignores.items()
            if found.rule in rules and matches(found.file, pattern)
        }
        self._used_for_files |= used
        return bool(used)

    def unused(self, active: frozenset[str]) -> Iterator[Finding]:
        """Ignores and waivers that matched nothing, have expired, or name no rule that they could be for; of rules that did run."""
        if not self._use:
            return
        for each in self._ignores:
            label = Label(each.file, each.span)
            if each.unknown is not None:
                yield finding(
                    f"there is no rule '{each.unknown}'.{hint(each.unknown, registry())}"
                    if each.unknown
                    else "this ignore names no rule",
                    label,
                    help="Write `# claimcheck: ignore[rule] reason`; `claimcheck rules` lists the rules.",
                    paper=each.paper,
                    claim=each.claim,
                )
            elif each.refused:
                yield finding(
                    f"{', '.join(each.refused)} cannot be ignored: which abstract the claims are about is what they rest on",
                    label,
                    help="If the abstract did change, check every claim against it, then write its hash.",
                    paper=each.paper,
                    claim=each.claim,
                )
            elif each.until is not None and (each.ends is None or each.expired):
                told = (
                    f"has expired ({each.until})"
                    if each.expired
                    else f"ends on no day of the calendar ({each.until!r})"
                )
                yield finding(
                    f"this waiver of {each.words} {told}",
                    label,
                    help="Mend what it waived, or give it a new date and reason.",
                    paper=each.paper,
                    claim=each.claim,
                )
            elif each.ends is not None and each.ends.year > date.today().year + _LONGEST:
                yield finding(
                    f"this waiver of {each.words} ends in {each.ends.year}, which is as good as never",
                    label,
                    help=f"Take a day within {_LONGEST} years, when someone looks at it again.",
                    paper=each.paper,
                    claim=each.claim,
                    severity="warning",
                )
            elif each.applies and (idle := sorted((each.rules & active) - each.used)):
                yield finding(
                    f"nothing to ignore: {', '.join(idle)} finds nothing here",
                    label,
                    help="Remove it.",
                    paper=each.paper,
                    claim=each.claim,
                )

    def idle_patterns(self, active: frozenset[str]) -> Iterator[Finding]:
        """The entries of `per-file-ignores` that hid nothing in the whole project, by the rules that did run.

        They are notes: a pattern may be there for files that come and go.
        """
        if not self._use:
            return
        for pattern, rules in self._config.per_file_ignores.items():
            idle = [each for each in rules if each in active]
            if idle and not any((pattern, each) in self._used_for_files for each in rules):
                told = finding(
                    f"per-file-ignores: nothing to ignore in {pattern!r}: {first_few(idle, _NAMED)} "
                    f"{'finds' if len(idle) == 1 else 'find'} nothing there",
                    None,
                    help="Remove it, or mend the pattern, if it was meant for other files.",
                    severity="note",
                )
                yield replace(told, path=self._config.file)

    def without_reason(self) -> Iterator[Finding]:
        """Ignores and waivers that give no reason, and so do not apply."""
        for each in self._ignores:
            if not each.has_reason:
                yield finding(
                    f"no reason is given for ignoring {each.words or 'a rule'}, so it does not apply",
                    Label(each.file, each.span),
                    help="Say why, in words: `# claimcheck: ignore[rule] reason`, or `reason:` in the waiver.",
                    paper=each.paper,
                    claim=each.claim,
                )


def _waivers(dataset: Dataset) -> Iterator[_Ignore]:
    for paper in dataset.papers:
        for claim in paper.claims.claims():
            for waiver in claim.waive:
                rules, unknown = _rules(waiver.rule.text)
                yield _Ignore(
                    paper.claims.file,
                    waiver.rule.span,
                    rules,
                    waiver.rule.text,
                    waiver.reason is not None and says_why(waiver.reason.text),
                    paper=paper.id,
                    claim=claim.id.text,
                    until=waiver.until.text if waiver.until is not None else None,
                    unknown=unknown,
                )


def _lines(dataset: Dataset) -> Iterator[_Ignore]:
    """`# claimcheck: ignore[rule] reason` at the end of a line, or on a line of its own before the one it is for."""
    for loaded in dataset.loaded:
        file = loaded.file
        if "claimcheck:" not in file.text:
            continue
        for match in ignore_comments(loaded):
            line = file.position(match.start()).line
            alone = not file.line(line)[: match.start() - file.offset_of_line(line)].strip()
            rules: frozenset[str] = frozenset()
            unknown = None
            words = (match["rules"] or "").strip()
            for word in words.split(","):
                found, missing = _rules(word.strip())
                rules |= found
                unknown = missing if unknown is None else unknown
            if match["rules"] is None:
                unknown = ""
            reasoned = says_why(match["reason"])
            yield _Ignore(
                file, Span(match.start(), match.end()), rules, words, reasoned, line=line + alone, unknown=unknown
            )


def says_why(reason: str) -> bool:
    """Whether a reason is one: a word at least, for a full stop or an invisible character gives none."""
    return _WORD.search(reason) is not None


def ignore_comments(loaded: LoadedClaims) -> Iterator[re.Match[str]]:
    """The comments of a claim file that ignore a rule; `rules` and `reason` are their groups."""
    inside = [scalar.span for _, scalar in scalars(loaded.claims.root)] if loaded.claims is not None else []
    for match in _IGNORE.finditer(loaded.file.text):
        if not any(match.start() in span for span in inside):  # else words of a scalar, not a comment
            yield match


def _rules(word: str) -> tuple[frozenset[str], str | None]:
    """The rules that a name or code means, and the word itself where it means none."""
    names = frozenset(rule.name for rule in registry().values() if word in (rule.name, rule.code))
    return (names, None) if names else (names, word)
