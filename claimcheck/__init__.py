"""claimcheck: benchmark numbers and claims, each proven to stand in its source.

The public names are imported when they are first used, so that `import claimcheck` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.app import load, verify
    from claimcheck.numerals import scan as scan_numbers

__version__ = "0.1.0"
__all__ = ["__version__", "load", "scan_numbers", "verify"]


def __getattr__(name: str) -> Any:
    if name == "scan_numbers":
        from claimcheck.numerals import scan

        return scan
    if name in ("load", "verify"):
        from claimcheck import app

        return getattr(app, name)
    raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
