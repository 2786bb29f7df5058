"""CC004 schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, from_problems, rule

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@rule("CC004", scope="file")
def schema(loaded: LoadedClaims | LoadedVocabulary) -> Iterator[Finding]:
    """A field is missing, unknown, or of the wrong form.

    What a claim file may hold is described by `claims.schema.json` (`claimcheck schema`). The message names the path of the
    field, what was expected, and the nearest known name. A day in `released` that no calendar has is a warning.

    Flagged:

    ```yaml
    metrik: accuracy
    ```

    Clean:

    ```yaml
    metric: accuracy
    ```
    """
    yield from from_problems("schema", loaded.file, loaded.problems)
    paper = loaded.claims.paper if isinstance(loaded, LoadedClaims) and loaded.claims is not None else None
    for key, value in paper.metadata if paper is not None else ():
        if key.text == "released" and _DAY.fullmatch(value.text) and not _is_day(value.text):
            yield finding(
                f"'paper.released' is no day of the calendar: '{value.text}'",
                Label(loaded.file, value.span),
                help="Write the day of release as YYYY-MM-DD.",
                paper=paper.id.text if paper is not None else None,
                field="paper.released",
                severity="warning",
            )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
