"""CC001 yaml-syntax."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_problems, rule


@rule("CC001", scope="file")
def yaml_syntax(loaded: LoadedClaims | LoadedVocabulary) -> Iterator[Finding]:
    """The file is not YAML.

    Claim files are YAML of a plain kind: mappings, lists and text. A tab that indents, an unclosed quote or bracket, or a
    `: ` inside an unquoted text ends the reading of the file, and nothing in it is checked.

    Flagged:

    ```yaml
    - quote: "RLVE yields a gain
    ```

    Clean:

    ```yaml
    - quote: "RLVE yields a gain"
    ```
    """
    return from_problems("yaml-syntax", loaded.file, loaded.problems)
