"""CC002 forbidden-yaml."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_problems, rule


@rule("CC002", scope="file")
def forbidden_yaml(loaded: LoadedClaims | LoadedVocabulary) -> Iterator[Finding]:
    """YAML that claim files do not use: aliases, anchors, tags, merge keys, a second document.

    A claim must read the same to a person, an editor and this program. Constructs that make text stand where it was not
    typed, or that change its type, are refused at their place.

    Flagged:

    ```yaml
    subject: &rlve RLVE
    baseline: *rlve
    ```

    Clean:

    ```yaml
    subject: RLVE
    baseline: RLVE
    ```
    """
    return from_problems("forbidden-yaml", loaded.file, loaded.problems)
