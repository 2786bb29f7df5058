"""CC005 file-limits."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_problems, rule


@rule("CC005", scope="file")
def file_limits(loaded: LoadedClaims | LoadedVocabulary) -> Iterator[Finding]:
    """The file is too large, nested too deep, or outside the project.

    A claim file may be 256 KiB long and 16 levels deep; more is no list of claims but an attack on its readers. A link that
    leads out of the project is not followed.

    Flagged: a file of 80,000 opening brackets.

    Clean: any claim file that a person wrote.
    """
    return from_problems("file-limits", loaded.file, loaded.problems)
