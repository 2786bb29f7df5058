"""A comparison for programs, `"schema": "claimcheck-diff/1"`.

    {"schema": "claimcheck-diff/1", "version": "…", "base": "HEAD", "head": "the working tree", "changed": true,
     "summary": {"claim": {"added": 0, "removed": 0, "changed": 1}, …, "weakening": 1},
     "changes": [{"sort": "changed", "what": "claim", "id": "gain", "paper": "rlve", "file": "claims/rlve.yaml",
       "line": 34, "fields": [{"name": "value", "old": "7.6%", "new": "7.8%"}], "weakens": null}],
     "unread": [{"side": "head", "file": "claims/x.yaml", "line": 3, "message": "…"}],
     "reformatted": ["claims/y.yaml"]}

`base` and `head` are the sides as they were asked for. `sort` is `added`, `removed` or `changed`; `what` is `paper`,
`claim`, `quote`, `name`, `not-claim`, `relation`, `waiver`, `ignore` (a comment), `abstract`, `vocabulary`,
`configuration` or `baseline` (a finding that it accepts); the summary has a count for each of them. `paper` is the
paper's id, or null. `file` and `line` (from 1, or null) are the place in the head, of what was removed in the base. A
field's `old` or `new` is null where it is absent; texts have single spaces, the texts of a list are joined by "; ".
`weakens` says what is checked less than before, or is null. `changed` is false where nothing but the files in
`reformatted` differs. All texts are exact: a reader must escape them.
"""

from __future__ import annotations

from collections import Counter
from typing import get_args

from claimcheck import __version__
from claimcheck.comparing.model import Change, Comparison, Sort, What
from claimcheck.reporters.escape import to_json


def as_json(comparison: Comparison) -> str:
    """The comparison as one JSON object."""
    counted = Counter((change.what, change.sort) for change in comparison.changes)
    summary: dict[str, object] = {
        what: {sort: counted[what, sort] for sort in get_args(Sort)} for what in get_args(What)
    }
    record = {
        "schema": "claimcheck-diff/1",
        "version": __version__,
        "base": comparison.base,
        "head": comparison.head,
        "changed": comparison.changed,
        "summary": {**summary, "weakening": len(comparison.weakening)},
        "changes": [_record(change) for change in comparison.changes],
        "unread": [
            {"side": each.side, "file": each.file, "line": each.line, "message": each.message}
            for each in comparison.unread
        ],
        "reformatted": list(comparison.reformatted),
    }
    return to_json(record) + "\n"


def _record(change: Change) -> dict[str, object]:
    return {
        "sort": change.sort,
        "what": change.what,
        "id": change.id,
        "paper": change.paper,
        "file": change.file,
        "line": change.line,
        "fields": [{"name": field.name, "old": field.old, "new": field.new} for field in change.fields],
        "weakens": change.weakens,
    }
