"""claimcheck: benchmark numbers and claims, each proven to stand in its source.

The public names are imported when they are first used, so that `import claimcheck` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from claimcheck.app import NothingToCheck, Unreadable, load, verify
    from claimcheck.config import ConfigError
    from claimcheck.numerals import scan as scan_numbers
    from claimcheck.problem import ClaimcheckError
    from claimcheck.project import Selection
    from claimcheck.sources import digest

__version__ = "0.1.0"
__all__ = [
    "ClaimcheckError",
    "ConfigError",
    "NothingToCheck",
    "Selection",
    "Unreadable",
    "__version__",
    "digest",
    "load",
    "scan_numbers",
    "verify",
]

_PLACES: Final = {
    "ClaimcheckError": ("claimcheck.problem", "ClaimcheckError"),
    "ConfigError": ("claimcheck.config", "ConfigError"),
    "NothingToCheck": ("claimcheck.app", "NothingToCheck"),
    "Selection": ("claimcheck.project", "Selection"),
    "Unreadable": ("claimcheck.app", "Unreadable"),
    "digest": ("claimcheck.sources", "digest"),
    "load": ("claimcheck.app", "load"),
    "scan_numbers": ("claimcheck.numerals", "scan"),
    "verify": ("claimcheck.app", "verify"),
}
"""Where each public name lies."""


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _PLACES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted({*(name for name in globals() if name.startswith("__")), *__all__})
