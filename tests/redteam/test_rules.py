"""Every rule is needed: for each there is a falsification that no other rule catches, or a reason why there is none."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from claimcheck.redteam import Attacker, kinds
from claimcheck.rules import registry

EACH = 12
"""So many falsifications of a kind are drawn."""

ALWAYS = frozenset({"unaccounted-number"})
"""Tells of nearly every number that is claimed no more; it says nothing on what the claim says instead."""

WITHOUT = {
    "abstract-without-claims": "about a source that nobody wrote claims for: no claim to falsify",
    "ambiguous-quote": "a warning on quotes that stand twice; what is quoted is true",
    "change-inconsistent": "needs a stated change beside value and baseline value, which no abstract here has",
    "conflicting-claim": "needs two places that state one thing differently, which no abstract here has",
    "duplicate-abstract": "a note: the same abstract twice is no falsehood",
    "duplicate-claim": "a copy of a claim with a number rests on the number twice, which occurrence-claimed-twice tells too",
    "file-limits": "about files too large or too deep to be read at all",
    "near-duplicate-abstract": "about two sources alike in words, not about a claim",
    "unknown-name": "about names of the vocabulary nearly hit, which not-named-in-abstract tells too",
    "unreadable-source": "about source files that cannot be read",
    "vocabulary-conflict": "about the vocabulary file, not about a claim file",
    "yaml-syntax": "about files that are no YAML; nothing in them is believed",
}
"""The rules that no falsification shows to be needed, and why. Their own pages have flagged cases."""


@pytest.fixture(scope="module")
def alone(attacker: Attacker) -> Counter[str]:
    """How many of the falsifications that were drawn each rule catches with no other rule's help."""
    found: Counter[str] = Counter()
    drawn = random.Random(5)
    for kind in kinds().values():
        made = [(target, each) for target in attacker.targets() for each in kind.generate(target)]
        for target, each in drawn.sample(made, min(EACH, len(made))):
            outcome = attacker.check_fully(kind, target, each)
            rules = {
                finding.rule
                for finding in outcome.findings
                if finding.severity == "error" or finding.rule in kind.rules
            }
            rules = rules - ALWAYS or rules
            if len(rules) == 1:
                found.update(rules)
    return found


def test_every_rule_is_needed(alone: Counter[str]) -> None:
    assert set(registry()) - set(alone) - set(WITHOUT) == set(), "no falsification needs these rules"


def test_no_excuse_is_stale(alone: Counter[str]) -> None:
    assert set(WITHOUT) & set(alone) == set(), "a falsification needs these rules after all"
    assert set(WITHOUT) <= set(registry())
