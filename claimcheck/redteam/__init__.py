"""The red team: every way to falsify a claim that is known, applied to a project's own claims, and what catches it."""

from __future__ import annotations

from claimcheck.redteam.attack import Attacker, Outcome, Tally, attack
from claimcheck.redteam.model import Falsification, Kind, Target, kinds

__all__ = ["Attacker", "Falsification", "Kind", "Outcome", "Tally", "Target", "attack", "kinds"]
