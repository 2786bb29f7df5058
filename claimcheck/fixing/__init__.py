"""Mending claim files: what is safe to mend, by edits on the text; what would be a guess is left, and told."""

from __future__ import annotations

from claimcheck.fixing.loop import fix, mended
from claimcheck.fixing.model import Fixed, Told

__all__ = ["Fixed", "Told", "fix", "mended"]
