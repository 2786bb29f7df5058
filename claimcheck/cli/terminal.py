"""What the terminal can show: colour and width."""

from __future__ import annotations

import os


def use_color(asked: bool | None, terminal: bool) -> bool:
    """Whether to print colour: as asked for, else by NO_COLOR and FORCE_COLOR, else on a terminal."""
    if asked is not None:
        return asked
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The columns of the terminal, within what reads well."""
    import shutil

    return max(60, min(140, shutil.get_terminal_size((100, 24)).columns))
