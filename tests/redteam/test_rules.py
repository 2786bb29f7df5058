"""Every rule is needed: something false is caught by it alone. The table of it stands in docs/detection.md."""

from __future__ import annotations

import os
import random
import re
from functools import cache
from pathlib import Path

import pytest

from claimcheck import app
from claimcheck.redteam import Attacker, kinds
from claimcheck.redteam.report import fill_region
from claimcheck.rules import registry

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "tests" / "rules"
DOCUMENT = ROOT / "docs" / "detection.md"
REGION = "tests/redteam/test_rules.py"

TRIES = 12
"""So many falsifications of each kind that names a rule are tried."""

ALWAYS = frozenset({"unaccounted-number"})
"""Tells of nearly every number that is claimed no more; it says nothing on what the claim says instead."""

WITHOUT = {
    "ambiguous-quote": "a quote that stands twice and holds its claims is true, though nobody can tell which place is meant",
    "change-inconsistent": "needs a stated change beside value and baseline value, which no abstract here has",
    "conflicting-claim": "needs two places that state one thing differently, which no abstract here has",
    "copies-disagree": "a copy with other numbers opens with the same words, which `abstract-not-found` tells too",
    "duplicate-abstract": "a note: the same abstract twice is no falsehood",
    "ignore-without-reason": "what is hidden without a reason is not hidden: its own rule tells it as well",
    "near-duplicate-abstract": "about two sources alike in words, not about a claim",
    "overlooked-file": "about where files lie, not about what stands in them",
    "stale-baseline": "about the file of accepted findings, not about a claim file",
    "unknown-name": "about names of the vocabulary nearly hit, which `not-named-in-abstract` tells too",
    "unreadable-source": "about source files that cannot be read",
    "vague-alias": "about the vocabulary file, not about a claim file",
    "vocabulary-conflict": "about the vocabulary file, not about a claim file",
}
"""The rules that no falsification of this repository's claims shows to be needed, and why there is none."""

ALONE_NOWHERE = frozenset({"ignore-without-reason"})
"""The rules that no case of their own page shows alone, either: the reason above is all there is to say."""

_HEADING_OR_REPORT = re.compile(
    r"^## (?P<title>[^\n]+)$|^```report[^\n]*\n(?P<report>.*?)^```$", re.MULTILINE | re.DOTALL
)


@cache
def attacker() -> Attacker:
    return Attacker(app.load(ROOT))


@cache
def shown_by(rule: str) -> tuple[str, str]:
    """The kind of falsification, of which one is caught by this rule alone, and what was changed; empty where there is none."""
    drawn = random.Random(rule)
    for kind in kinds().values():
        if rule not in kind.rules:
            continue
        made = [(target, each) for target in attacker().targets() for each in kind.generate(target)]
        for target, each in drawn.sample(made, min(TRIES, len(made))):
            outcome = attacker().check_fully(kind, target, each)
            told = {found.rule for found in outcome.findings if found.severity == "error" or found.rule in kind.rules}
            if (told - ALWAYS or told) == {rule}:
                return kind.name, each.changed
    return "", ""


def alone_on_page(rule: str) -> str:
    """The first case of a rule's page whose report has findings of this rule and of no other; empty where there is none."""
    title = ""
    for match in _HEADING_OR_REPORT.finditer((PAGES / f"{rule}.md").read_text(encoding="utf-8")):
        if match["title"] is not None:
            title = match["title"]
        elif set(re.findall(r"^\S+ CC\d{3} ([a-z-]+) ", match["report"], re.MULTILINE)) == {rule}:
            return title.removeprefix("Flagged: ")
    return ""


@pytest.mark.parametrize("rule", [name for name in registry() if name not in WITHOUT])
def test_the_rule_is_needed(rule: str) -> None:
    assert shown_by(rule)[0], "no falsification is caught by this rule alone"


@pytest.mark.parametrize("rule", [name for name in registry() if name not in ALONE_NOWHERE])
def test_a_case_of_its_page_has_this_rule_alone(rule: str) -> None:
    assert alone_on_page(rule)


def test_reasons_are_of_rules_and_needed() -> None:
    """A reason for a rule that is gone, or that a falsification shows to be needed after all, explains nothing."""
    assert set(WITHOUT) <= set(registry())
    assert [rule for rule in WITHOUT if shown_by(rule)[0]] == []
    assert [rule for rule in ALONE_NOWHERE if alone_on_page(rule)] == []
    assert set(WITHOUT) >= ALONE_NOWHERE


def table() -> str:
    """The rules, and what each of them alone catches."""
    lines = ["| rule | caught by it alone | and on its page |", "| --- | --- | --- |"]
    for code, name in ((rule.code, rule.name) for rule in registry().values()):
        caught = shown_by(name)[0] or f"– ({WITHOUT[name]})"
        lines.append(f"| {code} {name} | {caught} | {alone_on_page(name) or '–'} |")
    return "\n".join(lines)


def test_the_table_in_the_documents_is_this_one() -> None:
    """After a new rule or kind: CLAIMCHECK_WRITE_GOLDEN=1 python -m pytest tests/redteam/test_rules.py, and read the diff."""
    document = DOCUMENT.read_text(encoding="utf-8")
    filled = fill_region(document, REGION, table())
    assert filled is not None, f"no region <!-- {REGION} --> in {DOCUMENT.name}"
    if os.environ.get("CLAIMCHECK_WRITE_GOLDEN"):
        DOCUMENT.write_text(filled, encoding="utf-8")
        document = filled
    assert document == filled
