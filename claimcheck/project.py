"""A project as it was read, and what of it is asked for: what the runner is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.baseline import Baseline
from claimcheck.config import Config
from claimcheck.dataset import Dataset


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """A project as read: its configuration, its dataset, and the findings that it accepts for now, if it does."""

    config: Config
    dataset: Dataset
    baseline: Baseline | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """Which rules run, over the configuration: rule names, codes or prefixes as typed."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    no_ignores: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """The files that findings are wanted for; everything where `everything` holds."""

    everything: bool
    files: frozenset[str] = field(default_factory=frozenset)
