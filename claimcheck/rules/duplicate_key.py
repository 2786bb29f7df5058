"""CC003 duplicate-key."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_problems, rule


@rule("CC003", scope="file")
def duplicate_key(loaded: LoadedClaims | LoadedVocabulary) -> Iterator[Finding]:
    """A key stands twice in one mapping.

    YAML readers keep one of the two and drop the other without a word. Which number was meant cannot be known.

    Flagged:

    ```yaml
    value: 7.6%
    value: 7.8%
    ```

    Clean:

    ```yaml
    value: 7.6%
    ```
    """
    return from_problems("duplicate-key", loaded.file, loaded.problems)
