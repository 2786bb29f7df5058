"""Running the rules over a dataset, and making the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck import __version__
from claimcheck.baseline import STALE, keyed
from claimcheck.config import Config, rule_names
from claimcheck.dataset import Dataset
from claimcheck.diagnostic import SEVERITIES, Finding, brief, sort_key
from claimcheck.project import Chosen, Project, Selection
from claimcheck.reporters.base import Report, RuleInfo, Summary, count_findings, plural
from claimcheck.rules import Rule, registry
from claimcheck.suppress import UNUSED, WITHOUT_REASON, Suppressions

Memory = dict[tuple[str, object], tuple[Finding, ...]]
"""What each rule has found in each part: a source, a file, a paper. These say it all: no rule of a part looks beyond."""


def run(project: Project, chosen: Chosen, selection: Selection, memory: Memory | None = None) -> Report:
    """Runs the selected rules and returns what they found, suppressions applied, in the order of the files.

    What `memory` has of a part of the project is not looked for again, and what is found is added to it. Parts count as
    the same only if they are the very same object.
    """
    rules = selected(project, selection)
    known: Memory = {} if memory is None else memory
    findings = [_completed(project, rule, found) for rule in rules for found in found_by(rule, project.dataset, known)]
    suppressions = Suppressions(project.dataset, project.config, use=not selection.no_ignores)
    kept, hidden = suppressions.apply(findings)
    kept = list(_not_told_better(kept))
    active = {rule.name: rule for rule in rules}
    for name, about in (
        (UNUSED, suppressions.unused(frozenset(active))),
        (WITHOUT_REASON, suppressions.without_reason()),
    ):
        if name in active:
            kept += [_completed(project, active[name], found) for found in about]
    if chosen.everything and UNUSED in active:  # of a part of the project, nobody can say what finds nothing
        kept += [_completed(project, active[UNUSED], found) for found in suppressions.idle_patterns(frozenset(active))]
    if not chosen.everything:
        kept = [found for found in kept if _concerns(found, chosen)]
        hidden = [found for found in hidden if found.file in chosen.files]
    ordered, suppressed = _ordered(kept), len(hidden)
    if project.baseline is not None and not selection.no_ignores:
        key = keyed(project.dataset)
        left = project.baseline.apply(ordered, key)
        suppressed += len(ordered) - len(left)
        # Of a part of the project, nobody can say what is not there any more.
        if STALE in active and chosen.everything:
            stale = project.baseline.stale(ordered, key, frozenset(active))
            left += [_completed(project, active[STALE], found) for found in stale]
        ordered = _ordered(left)
    relaxed = _relaxed(project.config, selection)
    summary = replace(_summary(project.dataset, chosen, tuple(ordered), suppressed), relaxed=relaxed)
    infos = {
        rule.name: RuleInfo(
            rule.code, rule.name, project.config.severity.get(rule.name, rule.severity), rule.summary, rule.doc
        )
        for rule in registry().values()
    }
    return Report(__version__, tuple(ordered), summary, infos, project.config.fail_on)


def _concerns(found: Finding, chosen: Chosen) -> bool:
    """Whether a finding is about a file that was asked for: told there, or, of two files that do not agree, at the other."""
    return found.file in chosen.files or any(label.file.path in chosen.files for label in found.related)


def _not_told_better(findings: list[Finding]) -> Iterator[Finding]:
    """The findings, without those that others say better; what is hidden says nothing."""
    told = {(found.file, (found.rule, found.claim)) for found in findings}
    for found in findings:
        if not any((found.file, other) in told for other in found.unless):
            yield found


def _ordered(findings: list[Finding]) -> list[Finding]:
    """The findings in the order of every output; of those that say the same of the same place, one."""
    unique = {(sort_key(found), found.field): found for found in findings}
    return [unique[key] for key in sorted(unique, key=lambda key: (key[0], key[1] or ""))]


def selected(project: Project, selection: Selection) -> list[Rule]:
    """The rules that run over a project: those of its configuration."""
    return rules_that_run(project.config, selection)


def rules_that_run(config: Config, selection: Selection) -> list[Rule]:
    """The rules that a selection leaves of those that the configuration asks for, in the order of their codes."""
    chosen = (
        set(rule_names(selection.select, "--select"))
        if selection.select
        else set(config.select if config.select is not None else registry())
    )
    chosen |= set(config.extend_select) | set(rule_names(selection.extend_select, "--extend-select"))
    if not selection.no_ignores:
        chosen -= set(() if selection.select else config.ignore)
    chosen -= set(rule_names(selection.ignore, "--ignore"))
    return [rule for rule in registry().values() if rule.name in chosen]


def _relaxed(config: Config, selection: Selection) -> str:
    """What the configuration keeps from being told, or makes milder than it is by default: nothing of this goes unsaid."""
    rules = registry()
    told = []
    if not selection.select:
        off = len(rules) - len(rules_that_run(config, Selection(no_ignores=selection.no_ignores)))
        told += [f"{plural(off, 'rule')} off"] if off else []
    rank = SEVERITIES.index
    milder = [name for name, severity in config.severity.items() if rank(severity) < rank(rules[name].severity)]
    told += [f"{plural(len(milder), 'rule')} milder"] if milder else []
    if config.per_file_ignores and not selection.no_ignores:
        told.append(f"ignores for {', '.join(config.per_file_ignores)}")
    return ", ".join(told)


def found_by(rule: Rule, dataset: Dataset, memory: Memory) -> Iterator[Finding]:
    """What one rule says of a project, nothing ignored: it is called with each of the parts that it is for."""
    if rule.scope == "dataset":
        yield from rule.check(dataset)
        return
    for part, inside in _parts(rule, dataset):
        found = memory.get((rule.name, part))
        if found is None:
            found = memory[rule.name, part] = tuple(each for one in inside for each in rule.check(one))
        yield from found


def _parts(rule: Rule, dataset: Dataset) -> Iterator[tuple[object, Iterable[object]]]:
    """The parts of a project that a rule is for, and in each what it is called with."""
    match rule.scope:
        case "source":
            yield from ((source, (source,)) for source in dataset.sources)
        case "file":
            yield from ((loaded, (loaded,)) for loaded in dataset.loaded)
            if dataset.loaded_vocabulary is not None:
                yield dataset.loaded_vocabulary, (dataset.loaded_vocabulary,)
        case "paper":
            yield from ((paper, (paper,)) for paper in dataset.papers)
        case "quote":
            yield from ((paper, paper.quotes) for paper in dataset.papers)
        case "claim":
            yield from ((paper, paper.all_claims()) for paper in dataset.papers)


def _completed(project: Project, rule: Rule, found: Finding) -> Finding:
    """A finding with its rule's code, name and severity; a case that chose a milder severity keeps it."""
    severity = project.config.severity.get(rule.name, rule.severity)
    if found.own_severity and SEVERITIES.index(found.severity) < SEVERITIES.index(severity):
        severity = found.severity
    return replace(
        found, code=rule.code, rule=rule.name, severity=severity, message=brief(found.message), help=brief(found.help)
    )


def _summary(dataset: Dataset, chosen: Chosen, findings: tuple[Finding, ...], suppressed: int) -> Summary:
    """Files, claims and numbers; a number counts as verified when it was found where its claim says it stands."""
    files = [each for each in dataset.loaded if chosen.everything or each.file.path in chosen.files]
    claims = numbers = verified = 0
    for paper in dataset.papers:
        if not chosen.everything and paper.claims.file.path not in chosen.files:
            continue
        found = list(paper.all_claims())
        claims += sum(len(evidence.claims) for evidence in paper.claims.evidence)
        for claim in found:
            for value, at in ((claim.value, claim.value_at), (claim.baseline_value, claim.baseline_at)):
                if value is not None:
                    numbers += 1
                    verified += at is not None
        for number in paper.fields:
            if number.mention.is_quantity and not number.mention.indefinite:
                numbers += 1
                verified += number.at is not None
        if not found:
            numbers += sum(
                1 for claim in paper.claims.claims() for each in (claim.value, claim.baseline_value) if each is not None
            )
    return Summary(len(files), claims, numbers, verified, count_findings(findings), suppressed)
