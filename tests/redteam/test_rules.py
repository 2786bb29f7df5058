"""Every rule is needed: for each there is a falsification that no other rule catches, or a reason why there is none."""

from __future__ import annotations

import random

import pytest

from claimcheck.redteam import Attacker, kinds
from claimcheck.rules import registry

TRIES = 12
"""So many falsifications of each kind that names a rule are tried."""

ALWAYS = frozenset({"unaccounted-number"})
"""Tells of nearly every number that is claimed no more; it says nothing on what the claim says instead."""

WITHOUT = {
    "abstract-without-claims": "about a source that nobody wrote claims for: no claim to falsify",
    "ambiguous-quote": "a warning on quotes that stand twice; what is quoted is true",
    "change-inconsistent": "needs a stated change beside value and baseline value, which no abstract here has",
    "conflicting-claim": "needs two places that state one thing differently, which no abstract here has",
    "copies-disagree": "a copy with other numbers opens with the same words, which abstract-not-found tells too",
    "duplicate-abstract": "a note: the same abstract twice is no falsehood",
    "file-limits": "about files too large or too deep to be read at all",
    "ignore-without-reason": "what is hidden without a reason is not hidden: its own rule tells it as well",
    "near-duplicate-abstract": "about two sources alike in words, not about a claim",
    "stale-baseline": "about the file of accepted findings, not about a claim file",
    "two-files-one-abstract": "a file put under another's abstract has quotes that are not there, which is told as well",
    "unknown-name": "about names of the vocabulary nearly hit, which not-named-in-abstract tells too",
    "unreadable-source": "about source files that cannot be read",
    "vocabulary-conflict": "about the vocabulary file, not about a claim file",
    "yaml-syntax": "about files that are no YAML; nothing in them is believed",
}
"""The rules that no falsification shows to be needed, and why. Their own pages have flagged cases."""


def needed(attacker: Attacker, rule: str) -> bool:
    """Whether, of some falsifications of the kinds that name a rule, one is caught by no other."""
    drawn = random.Random(rule)
    for kind in kinds().values():
        if rule not in kind.rules:
            continue
        made = [(target, each) for target in attacker.targets() for each in kind.generate(target)]
        for target, each in drawn.sample(made, min(TRIES, len(made))):
            outcome = attacker.check_fully(kind, target, each)
            told = {found.rule for found in outcome.findings if found.severity == "error" or found.rule in kind.rules}
            if (told - ALWAYS or told) == {rule}:
                return True
    return False


@pytest.mark.parametrize("rule", [name for name in registry() if name not in WITHOUT])
def test_the_rule_is_needed(rule: str, attacker: Attacker) -> None:
    assert needed(attacker, rule), "no falsification is caught by this rule alone"


def test_reasons_are_of_rules() -> None:
    assert set(WITHOUT) <= set(registry())
