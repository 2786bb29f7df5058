"""Mutation testing in the process of the tests: finding mutants, running them, telling what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
PACKAGE: Final = "claimcheck"
SURVIVED: Final = ("survived", "unreached", "seen")
"""Outcomes of a mutant that no test notices: `unreached` by any, `seen` by a witness."""
