"""Findings as text: one module a format, imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.reporters.base import Report

FORMATS: Final[tuple[str, ...]] = (
    "full",
    "concise",
    "json",
    "jsonl",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "markdown",
)
"""The formats of `verify --format`: each is the name of a module of this package with a function `render`."""


def render(format: str, report: Report, *, color: bool = False, width: int = 100) -> str:
    """The report in one of `FORMATS`, ready to be written as it is.

    The text is empty or ends with a newline, holds no control character but newlines (and, with `color`, the escape
    sequences of colours), and can always be encoded as UTF-8. `color` and `width` (in terminal columns) concern `full`
    alone. Raises ValueError for a format that does not exist.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    module = import_module(f"{__name__}.{format}")
    text: str = module.render(report, color=color, width=width) if format == "full" else module.render(report)
    return text
