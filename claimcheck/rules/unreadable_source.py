"""CC101 unreadable-source."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.diagnostic import Finding
from claimcheck.rules.base import from_problems, rule
from claimcheck.sources.abstract import SourceText


@rule("CC101", scope="source")
def unreadable_source(loaded: SourceText) -> Iterator[Finding]:
    """A source file cannot be read as abstracts.

    The file is not UTF-8, holds control characters, is empty, or has no `Abstract:` marker with text behind it.

    Flagged: a file in Latin-1; a file without any `Abstract:`.

    Clean:

    ```text
    Abstract:We introduce a method ...
    ```
    """
    return from_problems("unreadable-source", loaded.file, loaded.problems)
