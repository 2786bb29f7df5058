"""CC004 schema."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_problems, rule


@rule("CC004", scope="file")
def schema(loaded: LoadedClaims | LoadedVocabulary) -> Iterator[Finding]:
    """A field is missing, unknown, or of the wrong form.

    What a claim file may hold is described by `claims.schema.json` (`claimcheck schema`). The message names the path of the
    field, what was expected, and the nearest known name.

    Flagged:

    ```yaml
    metrik: accuracy
    ```

    Clean:

    ```yaml
    metric: accuracy
    ```
    """
    return from_problems("schema", loaded.file, loaded.problems)
