"""Claims as data: one module a format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.dataset import Dataset

FORMATS: Final[tuple[str, ...]] = ("jsonl", "csv")
"""The formats of `export --format`: each is the name of a module of this package with a function `export`."""


def export(format: str, dataset: Dataset) -> Iterator[str]:
    """All claims in one of `FORMATS`, in pieces that are to be written one after the other.

    Papers come in the order of their files' names, claims in the order of their files; a paper whose abstract was not
    found is left out. Every piece is whole lines.
    Raises ValueError for a format that does not exist.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    pieces: Iterator[str] = import_module(f"{__name__}.{format}").export(dataset)
    return pieces
