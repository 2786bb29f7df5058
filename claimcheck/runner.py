"""Running the rules over a dataset, and making the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck import __version__
from claimcheck.baseline import STALE, keyed
from claimcheck.config import rule_names
from claimcheck.dataset import Dataset
from claimcheck.diagnostic import SEVERITIES, Finding, sort_key
from claimcheck.project import Chosen, Project, Selection
from claimcheck.reporters.base import Report, RuleInfo, Summary, count_findings
from claimcheck.rules import Rule, registry
from claimcheck.suppress import UNUSED, WITHOUT_REASON, Suppressions


def run(project: Project, chosen: Chosen, selection: Selection) -> Report:
    """Runs the selected rules and returns what they found, suppressions applied, in the order of the files."""
    rules = selected(project, selection)
    findings = [_completed(project, rule, found) for rule in rules for found in _run_rule(rule, project.dataset)]
    suppressions = Suppressions(project.dataset, project.config, use=not selection.no_ignores)
    kept, suppressed = suppressions.apply(findings)
    active = {rule.name: rule for rule in rules}
    for name, about in (
        (UNUSED, suppressions.unused(frozenset(active))),
        (WITHOUT_REASON, suppressions.without_reason()),
    ):
        if name in active:
            kept += [_completed(project, active[name], found) for found in about]
    if not chosen.everything:
        kept = [found for found in kept if found.file in chosen.files]
    ordered = _ordered(kept)
    if project.baseline is not None and not selection.no_ignores:
        key = keyed(project.dataset)
        left = project.baseline.apply(ordered, key)
        suppressed += len(ordered) - len(left)
        # Of a part of the project, nobody can say what is not there any more.
        if STALE in active and chosen.everything:
            stale = project.baseline.stale(ordered, key, frozenset(active))
            left += [_completed(project, active[STALE], found) for found in stale]
        ordered = _ordered(left)
    summary = _summary(project.dataset, chosen, tuple(ordered), suppressed)
    infos = {
        rule.name: RuleInfo(
            rule.code, rule.name, project.config.severity.get(rule.name, rule.severity), rule.summary, rule.doc
        )
        for rule in registry().values()
    }
    return Report(__version__, tuple(ordered), summary, infos)


def _ordered(findings: list[Finding]) -> list[Finding]:
    """The findings in the order of every output; of those that say the same of the same place, one."""
    unique = {(sort_key(found), found.field): found for found in findings}
    return [unique[key] for key in sorted(unique, key=lambda key: (key[0], key[1] or ""))]


def selected(project: Project, selection: Selection) -> list[Rule]:
    """The rules that a selection leaves of those that the configuration asks for, in the order of their codes."""
    config = project.config
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


def _run_rule(rule: Rule, dataset: Dataset) -> Iterator[Finding]:
    match rule.scope:
        case "dataset":
            yield from rule.check(dataset)
        case "source":
            for source in dataset.sources:
                yield from rule.check(source)
        case "file":
            for loaded in dataset.loaded:
                yield from rule.check(loaded)
            if dataset.loaded_vocabulary is not None:
                yield from rule.check(dataset.loaded_vocabulary)
        case "paper":
            for paper in dataset.papers:
                yield from rule.check(paper)
        case "quote":
            for paper in dataset.papers:
                for quote in paper.quotes:
                    yield from rule.check(quote)
        case "claim":
            for paper in dataset.papers:
                for claim in paper.all_claims():
                    yield from rule.check(claim)


def _completed(project: Project, rule: Rule, found: Finding) -> Finding:
    """A finding with its rule's code, name and severity; a case that chose a milder severity keeps it."""
    severity = project.config.severity.get(rule.name, rule.severity)
    if found.own_severity and SEVERITIES.index(found.severity) < SEVERITIES.index(severity):
        severity = found.severity
    return replace(found, code=rule.code, rule=rule.name, severity=severity)


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
