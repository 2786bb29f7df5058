"""Attacking a project: every falsification checked in memory, and what the checker made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from claimcheck.claims.load import LoadedClaims, load_claim_file
from claimcheck.dataset import Dataset, Joiner, PaperInContext, build
from claimcheck.diagnostic import SEVERITIES, Finding, Label
from claimcheck.project import Chosen, Project, Selection
from claimcheck.redteam.model import Falsification, Kind, Target
from claimcheck.redteam.plain import Plain
from claimcheck.runner import run, selected
from claimcheck.source import SourceFile, Span
from claimcheck.sources import read_source

_Key = tuple[str, str | None, str | None, str]


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What the checker said of one falsification: `findings` are those that the true file does not have.

    Caught: an error, or anything by one of the kind's rules. Stopped: anything that fails a run with the project's own
    `fail-on`; what is caught and not stopped is only warned of, and a hook or a job stays green. Rightly: by one of the
    kind's rules, at the changed line (in the abstract for what is no longer in the file).
    """

    kind: Kind
    file: str
    falsification: Falsification
    findings: tuple[Finding, ...]
    caught: bool
    rightly: bool
    stopped: bool


@dataclass(slots=True)
class Tally:
    """How many falsifications of a kind were made, caught, caught by the right rule at the right place, and stopped."""

    kind: Kind
    applied: int = 0
    caught: int = 0
    rightly: int = 0
    stopped: int = 0
    failed: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.applied += 1
        self.caught += outcome.caught
        self.rightly += outcome.rightly
        self.stopped += outcome.stopped
        if not (outcome.caught and outcome.rightly):
            self.failed.append(outcome)


_ALL: Final = Chosen(True)
_EVERY_RULE: Final = Selection()


class Attacker:
    """Makes and checks falsifications of a project's claim files; nothing is written.

    Only the changed file is read again. Its paper is checked alone and by the kind's own rules first; by all rules, and
    with the whole project, if that tells too little.
    """

    def __init__(self, project: Project) -> None:
        dataset = project.dataset
        self._project = project
        self._joiner = Joiner(dataset.sources, dataset.loaded_vocabulary)
        self._papers = tuple(
            paper for paper in dataset.papers if paper.abstract is not None and any(paper.claims.claims())
        )
        self._known: dict[str, frozenset[_Key]] = {}
        self._active = frozenset(rule.name for rule in selected(project, _EVERY_RULE))
        everything = run(project, _ALL, _EVERY_RULE).findings
        for paper in dataset.papers:
            mine = {_key(each) for each in everything if each.file == paper.claims.file.path}
            self._known[paper.claims.file.path] = frozenset(mine | {_key(each) for each in self._alone(paper)})
        self._known_elsewhere: Final = frozenset(_key(each) for each in everything)

    def targets(self) -> Iterator[Target]:
        """The claim files with claims, whose abstracts were found."""
        for paper in self._papers:
            assert paper.abstract is not None
            copies = [each for each in self._project.dataset.abstracts if each.digest == paper.abstract.digest]
            others = tuple(other for other in self._papers if other is not paper)
            yield Target(paper, others, Plain(paper.abstract.text), len(copies) > 1)

    def outcomes(self, kinds: Iterable[Kind]) -> Iterator[Outcome]:
        """Every falsification of every target, checked."""
        for kind in kinds:
            for target, falsification in self.made(kind):
                yield self.check(kind, target, falsification)

    def made(self, kind: Kind) -> Iterator[tuple[Target, Falsification]]:
        """Every falsification of a kind, with what it falsifies."""
        for target in self.targets():
            for falsification in kind.generate(target):
                yield target, falsification

    def check(self, kind: Kind, target: Target, falsification: Falsification) -> Outcome:
        """One falsification, checked."""
        if falsification.source is not None or falsification.beside is not None or falsification.removed:
            return self.check_fully(kind, target, falsification)
        loaded = self._loaded(target.file.path, falsification.text)
        own = tuple(rule for rule in kind.rules if rule in self._active)
        if own and loaded.claims is not None:
            found = self._alone(self._joiner.paper(loaded), Selection(select=own))
            outcome = self._judged(kind, target, falsification, loaded.file, found)
            if outcome.rightly and outcome.stopped:
                return outcome
        return self.check_fully(kind, target, falsification)

    def check_fully(self, kind: Kind, target: Target, falsification: Falsification) -> Outcome:
        """One falsification, checked by all rules within the whole project."""
        if falsification.removed:
            return self._judged(kind, target, falsification, target.file, self._without(target.file.path))
        loaded = self._loaded(falsification.beside or target.file.path, falsification.text)
        found = (
            self._among(loaded) if falsification.source is None else self._with_source(loaded, target, falsification)
        )
        return self._judged(kind, target, falsification, loaded.file, found)

    def _alone(self, paper: PaperInContext, selection: Selection = _EVERY_RULE) -> Sequence[Finding]:
        """What the rules say of a paper if the project had no other."""
        alone = replace(
            self._project.dataset, sources=(), loaded=(paper.loaded,), papers=(paper,), loaded_vocabulary=None
        )
        return self._run(alone, selection)

    def _among(self, loaded: LoadedClaims) -> Sequence[Finding]:
        """What the rules say of the whole project with this version of a file, or with this file besides the others."""
        dataset, path = self._project.dataset, loaded.file.path
        papers = [paper for paper in dataset.papers if paper.claims.file.path != path]
        if loaded.claims is not None:
            papers.append(self._joiner.paper(loaded))
        files = {each.file.path: each for each in dataset.loaded} | {path: loaded}
        order = {each: at for at, each in enumerate(files)}
        return self._run(
            replace(
                dataset,
                loaded=tuple(files.values()),
                papers=tuple(sorted(papers, key=lambda paper: order[paper.claims.file.path])),
            )
        )

    def _without(self, path: str) -> Sequence[Finding]:
        """What the rules say of the whole project without a file."""
        dataset = self._project.dataset
        return self._run(
            replace(
                dataset,
                loaded=tuple(each for each in dataset.loaded if each.file.path != path),
                papers=tuple(paper for paper in dataset.papers if paper.claims.file.path != path),
            )
        )

    def _with_source(self, loaded: LoadedClaims, target: Target, falsification: Falsification) -> Sequence[Finding]:
        """What the rules say of the whole project with this version of a claim file and of its abstract's source file."""
        dataset, abstract = self._project.dataset, target.paper.abstract
        assert abstract is not None
        assert falsification.source is not None
        changed = read_source(abstract.file.path, falsification.source.encode())
        return self._run(
            build(
                [changed if each.file.path == changed.file.path else each for each in dataset.sources],
                [loaded if each.file.path == loaded.file.path else each for each in dataset.loaded],
                dataset.loaded_vocabulary,
                dataset.extra,
            )
        )

    def _loaded(self, path: str, text: str) -> LoadedClaims:
        return load_claim_file(SourceFile(path, text), self._project.dataset.extra)

    def _run(self, dataset: Dataset, selection: Selection = _EVERY_RULE) -> Sequence[Finding]:
        return run(Project(self._project.config, dataset), _ALL, selection).findings

    def _judged(
        self, kind: Kind, target: Target, falsification: Falsification, file: SourceFile, found: Sequence[Finding]
    ) -> Outcome:
        known = self._known.get(file.path, frozenset())
        new = tuple(
            each for each in found if _key(each) not in (known if each.file == file.path else self._known_elsewhere)
        )
        named = [each for each in new if each.rule in kind.rules]
        caught = bool(named) or any(each.severity == "error" for each in new)
        rightly = any(_points_at(each, falsification, file, target) for each in named)
        least = SEVERITIES.index(self._project.config.fail_on)
        stopped = any(SEVERITIES.index(each.severity) >= least for each in new)
        return Outcome(kind, file.path, falsification, new, caught, rightly, stopped)


def attack(project: Project, kinds: Iterable[Kind]) -> list[Tally]:
    """Makes and checks every falsification of the kinds; one tally a kind, in their order."""
    attacker = Attacker(project)
    tallies = []
    for kind in kinds:
        tally = Tally(kind)
        for outcome in attacker.outcomes([kind]):
            tally.add(outcome)
        tallies.append(tally)
    return tallies


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.claim, finding.field, finding.message


def _points_at(finding: Finding, falsification: Falsification, file: SourceFile, target: Target) -> bool:
    """Whether a finding points at a line that was changed, or at the number of the abstract that is meant."""
    everywhere = [each for each in (finding.label, finding.source, *finding.related) if each is not None]
    abstract = target.paper.abstract
    if falsification.stated is not None and abstract is not None:
        at = falsification.stated.shifted(abstract.span.start)
        if any(each.file.path == abstract.file.path and each.span.overlaps(at) for each in everywhere):
            return True
    labels = [each for each in everywhere if each.file.path == file.path]
    return any(_lines_meet(label, place, file) for label in labels for place in falsification.places)


def _lines_meet(label: Label, place: Span, file: SourceFile) -> bool:
    first, last = file.position(label.span.start).line, file.position(max(label.span.start, label.span.end - 1)).line
    start, end = file.position(place.start).line, file.position(max(place.start, place.end - 1)).line
    return first <= end and start <= last
