"""Drafting: from an abstract to a claim file in which every number is right and a person says the rest."""

from __future__ import annotations

from claimcheck.drafting.check import open_questions
from claimcheck.drafting.draft import draft
from claimcheck.drafting.model import Draft
from claimcheck.drafting.write import as_yaml

__all__ = ["Draft", "as_yaml", "draft", "open_questions"]
