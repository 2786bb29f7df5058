"""A project with some of its claim files changed in memory: what the changes bring, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from claimcheck.claims.load import LoadedClaims, load_claim_file
from claimcheck.dataset import Joiner, PaperInContext, Value
from claimcheck.diagnostic import Finding
from claimcheck.matching.values import zeros
from claimcheck.numerals import Mention
from claimcheck.project import Chosen, Project, Selection
from claimcheck.rules import registry
from claimcheck.runner import run
from claimcheck.source import SourceFile
from claimcheck.suppress import UNUSED, Suppressions
from claimcheck.text.fold import fold


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """One version of a claim file, read and joined with its abstract; `paper` is None where it does not load."""

    loaded: LoadedClaims
    paper: PaperInContext | None

    @property
    def path(self) -> str:
        return self.loaded.file.path

    @property
    def text(self) -> str:
        return self.loaded.file.text


class Workshop:
    """The project as it is read, and the present state of the files that are worked on."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.states: dict[str, State] = {}
        self._joiner = Joiner(project.dataset.sources, project.dataset.loaded_vocabulary)
        self._papers = {paper.claims.file.path: paper for paper in project.dataset.papers}
        self._found: Counter[object] | None = None
        self._read: dict[tuple[str, str], State] = {}

    def open(self, loaded: LoadedClaims) -> State:
        """A claim file of the project, in its present state."""
        return self.states.setdefault(loaded.file.path, State(loaded, self._papers.get(loaded.file.path)))

    def read(self, path: str, text: str) -> State:
        """What a file would be with another text."""
        known = self._read.get((path, text))
        if known is None:
            loaded = load_claim_file(SourceFile(path, text), self.project.dataset.extra)
            known = State(loaded, self._joiner.paper(loaded) if loaded.claims is not None else None)
            self._read[path, text] = known
        return known

    def put(self, state: State) -> None:
        """Takes a state without asking what it brings."""
        self.states[state.path] = state
        self._found = None

    def take(self, changed: Mapping[str, str]) -> dict[str, str]:
        """Takes new texts of files if they bring nothing new, change no number and lose no place.

        Else nothing is taken, and the result says which files are in the way, and why; it is empty if all were taken.
        """
        new = {path: self.read(path, text) for path, text in changed.items()}
        altered = {path: said for path, state in new.items() if (said := _altered(self.states[path], state))}
        if altered:
            return altered
        if self._found is None:
            self._found = Counter(map(_key, self._findings(self.states)))
        states = {**self.states, **new}
        findings = self._findings(states)
        found = Counter(map(_key, findings))
        brought = found - self._found
        blamed: dict[str, str] = {}
        for each in findings:
            if _key(each) in brought:
                blamed.setdefault(_culprit(each, changed), f"it would bring {each.code} {each.rule}: {each.message}")
        if not blamed:
            self.states, self._found = states, found
        return blamed

    def _findings(self, states: Mapping[str, State]) -> list[Finding]:
        """What every rule finds, nothing suppressed, and what would be left to ignore nothing."""
        dataset = self.project.dataset
        loaded = tuple(states[each.file.path].loaded if each.file.path in states else each for each in dataset.loaded)
        papers = (
            states[each.file.path].paper if each.file.path in states else self._papers.get(each.file.path)
            for each in loaded
        )
        changed = replace(dataset, loaded=loaded, papers=tuple(paper for paper in papers if paper is not None))
        # Of a baseline, what is mended becomes stale; `verify --update-baseline` takes that out, and it is no defect.
        project = replace(self.project, dataset=changed, baseline=None)
        findings = list(run(project, Chosen(True), Selection(select=("ALL",), no_ignores=True)).findings)
        suppressions = Suppressions(changed, project.config)
        suppressions.apply(findings)
        rules = registry()
        idle = suppressions.unused(frozenset(rules))
        return [*findings, *(replace(each, code=rules[UNUSED].code, rule=UNUSED) for each in idle)]


def _culprit(found: Finding, changed: Mapping[str, str]) -> str:
    """The changed file that a new finding is about; the first one, if it names none."""
    files = (found.file, *(label.file.path for label in found.related))
    return next((path for path in files if path in changed), next(iter(changed)))


def _key(found: Finding) -> object:
    """What makes a finding the same in two versions of a file: neither its place nor its words."""
    return found.rule, found.file, found.paper, found.claim, found.field


def _altered(old: State, new: State) -> str | None:
    """What a new version of a file says otherwise, or finds elsewhere or no longer."""
    if new.paper is None or old.paper is None:
        return "the file could not be read any more"
    before, after = old.paper, new.paper
    if before.numbers != after.numbers or len(before.quotes) != len(after.quotes):
        return "the abstract would be read otherwise"
    for one, other in zip(before.quotes, after.quotes, strict=True):
        if one.place is not None and one.place != other.place:
            return "the quote would stand elsewhere"
        for mine, theirs in zip(one.claims, other.claims, strict=True):
            if _meaning(mine.value) != _meaning(theirs.value) or _meaning(mine.baseline_value) != _meaning(
                theirs.baseline_value
            ):
                return f"the number of '{mine.id}' would be read otherwise"
            if any(
                at is not None and at != there
                for at, there in ((mine.value_at, theirs.value_at), (mine.baseline_at, theirs.baseline_at))
            ):
                return f"'{mine.id}' would rest on another number"
    return None


def _meaning(value: Value | None) -> object:
    """What a number field says, whatever its writing."""
    return None if value is None else [_quantity(mention) for mention in value.mentions]


def _quantity(mention: Mention) -> object:
    ends = tuple(
        (end.value if end.value is not None else fold(end.text).text.casefold(), end.unit, zeros(end), end.signed)
        for end in mention.ends()
    )
    return mention.cls, mention.kind, mention.bound, mention.approximate, mention.unit, ends
