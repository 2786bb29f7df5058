"""Two sides compared."""

from __future__ import annotations

from claimcheck.comparing.abstracts import compare_abstracts
from claimcheck.comparing.model import Change, Comparison
from claimcheck.comparing.papers import compare_papers
from claimcheck.comparing.settings import compare_baseline, compare_config, compare_vocabulary
from claimcheck.comparing.side import Side


def compare(base: Side, head: Side) -> Comparison:
    """Everything that is said otherwise in `head` than in `base`: by paper, then the rest."""
    changes = (
        *sorted(compare_papers(base, head), key=_by_paper),
        *sorted(compare_abstracts(base, head), key=lambda change: (change.file, change.line or 0)),
        *compare_vocabulary(base, head),
        *compare_config(base, head),
        *compare_baseline(base, head),
    )
    return Comparison(base.name, head.name, changes, (*base.unread, *head.unread), _reformatted(base, head, changes))


def _by_paper(change: Change) -> tuple[str, bool, int]:
    return change.paper or "", change.what != "paper", change.line or 0


def _reformatted(base: Side, head: Side, changes: tuple[Change, ...]) -> tuple[str, ...]:
    """The files whose text, or whose place, is another one, though they say the same."""
    told = {change.file for change in changes} | {each.file for each in (*base.unread, *head.unread)}
    rewritten = [path for path, text in head.files.items() if path in base.files and base.files[path] != text]
    places = (
        {each.claims.paper.id.text: each.file.path for each in side.loaded if each.claims is not None}
        for side in (base, head)
    )
    before, after = places
    moved = [(before[id], path) for id, path in after.items() if id in before and before[id] != path]
    return (
        *(path for path in rewritten if path not in told),
        *(f"{old} → {new}" for old, new in moved if new not in told),
    )
