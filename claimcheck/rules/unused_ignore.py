"""CC901 unused-ignore: its findings come from the suppressions themselves, once all other rules have run."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding
from claimcheck.rules.base import rule


@rule("CC901", scope="dataset")
def unused_ignore(dataset: Dataset) -> Iterator[Finding]:
    """An ignore or waiver matches nothing, has expired, or names no rule that can be ignored.

    What is ignored in vain hides a later defect. Remove it, or mend the rule's name; a waiver with `until:` ends on that day,
    which is one of the calendar, and at most five years away (else a warning). Which abstract a file is about cannot be
    ignored (abstract-not-found, abstract-changed, unreadable-source): a changed abstract is accepted by its new hash.
    A pattern of `per-file-ignores` that hides nothing is told as a note: it may be there for files that come and go.

    Flagged: `# claimcheck: ignore[value-not-in-quote] checked by hand` on a line without such a finding.

    Clean: ignores that still hide something.
    """
    return iter(())
