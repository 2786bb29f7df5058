"""CC008 overlooked-file."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.dataset import Dataset
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule
from claimcheck.source import SourceFile, Span


@rule("CC008", scope="dataset", severity="warning")
def overlooked_file(dataset: Dataset) -> Iterator[Finding]:
    """A file lies where claim files or sources are looked for, and no pattern of the configuration takes it.

    A claim file that is not read is a claim that is not checked. Told are files in the folders that the patterns name, and
    in those below: YAML files among the claims, texts among the sources. A text with an ending that no pattern asks for is
    told as a note. `README`, `LICENSE` and their like are passed over.

    Flagged: `claims/new/corvus.yaml` or `claims/corvus.YAML` beside `claims = "claims/*.yaml"`.

    Clean: the same with `claims = "claims/**/*.yaml"`, or a draft kept in a folder of its own.
    """
    for each in dataset.overlooked:
        what = "a claim file" if each.what == "claims" else "a source"
        key = "claims" if each.what == "claims" else "sources"
        yield finding(
            f"looks like {what}, but no pattern takes it: nothing in it is checked",
            Label(SourceFile(each.path, ""), Span(0, 0)),
            help=f"Rename or move it, or let `{key}` in [tool.claimcheck] take it in.",
            severity=None if each.sure else "note",
        )
