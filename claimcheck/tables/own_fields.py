"""The project's own fields (`extra`) as columns: what stands in them, and what they are called.

Few tables have one: what reads the fields is imported where a column asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.claims.yaml import Mapping, Node
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.suggest import hint
from claimcheck.tables.config import TableConfig, is_extra

if TYPE_CHECKING:
    from claimcheck.claims.extra.schema import Part


def field(claim: ClaimInContext, column: str) -> Node | None:
    """What a column holds: `extra.gpu` is the claim's, `paper.extra.venue` its paper's."""
    from claimcheck.claims.extra.fields import extra_field

    return extra_field(claim.paper.claims.root if column.startswith("paper.") else claim.claim.node, column)


def text(claim: ClaimInContext, column: str) -> str:
    """What a column holds, in words."""
    from claimcheck.claims.extra.fields import extra_text

    return extra_text(field(claim, column))


def titles(config: TableConfig, dataset: Dataset) -> dict[str, str]:
    """The own fields among the columns of a table, each with its heading: the title of its schema, or else its name.

    Raises:
        ValueError: a field that no claim has and no schema describes.
    """
    found: dict[str, str] = {}
    for key, names in (("columns", config.columns), ("sort", config.sort)):
        for column in (name.removeprefix("-") for name in names):
            if not is_extra(column) or column in found:
                continue
            part: Part = "paper" if column.startswith("paper.") else "claim"
            title = None
            if dataset.extra is not None:
                from claimcheck.claims.extra.fields import field_title

                title = field_title(dataset.extra, part, column.removeprefix("paper."))
            if title is None and not any(
                field(claim, column) for paper in dataset.papers for claim in paper.all_claims()
            ):
                known = list(dict.fromkeys(_known(dataset)))
                said = f" Known: {', '.join(known)}." if known else ""
                raise ValueError(f"{key}: no claim has the field {column!r}.{hint(column, known)}{said}")
            name = column.rpartition(".")[2].replace("_", " ")
            found[column] = title or name[:1].upper() + name[1:]
    return found


def _known(dataset: Dataset) -> Iterator[str]:
    """The fields that the schema describes, then those that papers and claims have."""
    from claimcheck.claims.extra.fields import described_fields, extra_names

    if dataset.extra is not None:
        yield from described_fields(dataset.extra, "claim")
        yield from (f"paper.{name}" for name in described_fields(dataset.extra, "paper"))
    for paper in dataset.papers:
        for claim in paper.claims.claims():
            yield from extra_names(claim.node)
        head = paper.claims.root.get("paper")
        yield from (f"paper.{name}" for name in (extra_names(head) if isinstance(head, Mapping) else ()))
