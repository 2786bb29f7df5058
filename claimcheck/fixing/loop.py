"""Mending a project's claim files until nothing more can be mended, each step checked before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from claimcheck.fixing.model import Edit, Fixed, Told, splice
from claimcheck.fixing.plan import plan, with_hash
from claimcheck.fixing.workshop import State, Workshop
from claimcheck.project import Project
from claimcheck.source import SourceFile

_ROUNDS: Final = 8
"""More than any mend needs: a quote, then its values, then the hash."""


@dataclass(slots=True)
class _Work:
    """What has been done to one file, and what is left; `unhashed` says why one that needs a hash alone has none."""

    file: SourceFile
    unhashed: Told | None = None
    edits: list[Told] = field(default_factory=list)
    left: list[Told] = field(default_factory=list)


def fix(project: Project, paths: Iterable[str] | None = None) -> list[Fixed]:
    """Mends the claim files of these paths (all, if None is given) in memory; one result a file, in the project's order.

    An edit is kept only if `verify` finds nothing new with it, every number field says what it said, and every claim
    that rested on a number of its abstract still does. A file that did not load for want of its hash is the exception:
    with it, it shows what it hid.
    """
    wanted = None if paths is None else frozenset(paths)
    shop = Workshop(project)
    works: dict[str, _Work] = {}
    for loaded in project.dataset.loaded:
        if wanted is None or loaded.file.path in wanted:
            state = shop.open(loaded)
            works[state.path] = work = _Work(loaded.file)
            if state.paper is None:
                _make_loadable(shop, state, work)
    for _ in range(_ROUNDS):
        edits: list[Edit] = []
        for path, work in works.items():
            made = plan(shop, shop.states[path])
            edits += made.edits
            work.left = [work.unhashed] if work.unhashed is not None else made.left
        if not _settle(shop, edits, works):
            break
    return [
        Fixed(work.file, shop.states[path].text, tuple(dict.fromkeys(work.edits)), tuple(dict.fromkeys(work.left)))
        for path, work in works.items()
    ]


def _make_loadable(shop: Workshop, state: State, work: _Work) -> None:
    match with_hash(shop, state):
        case (State() as better, Told() as told):
            shop.put(better)
            work.edits.append(told)
        case Told() as told:
            work.unhashed = told


def _settle(shop: Workshop, edits: Sequence[Edit], works: dict[str, _Work]) -> bool:
    """Keeps the edits that may be kept, tells of those that may not; whether any was kept."""
    base = {path: shop.states[path].text for path in works}
    kept: list[Edit] = []

    def attempt(some: Sequence[Edit]) -> None:
        reason = shop.take(_applied(base, [*kept, *some]))
        if reason is None:
            kept.extend(some)
        elif len(some) == 1:
            told = some[0].told
            works[some[0].path].left.append(Told(told.at, f"{reason}; so this is left: {told.message}"))
        else:
            for part in _parts(some):
                attempt(part)

    if edits:
        attempt(edits)
    for edit in kept:
        works[edit.path].edits.append(edit.told)
    return bool(kept)


def _applied(base: dict[str, str], edits: Sequence[Edit]) -> dict[str, str]:
    """The texts of the files that have edits, with these made."""
    return {
        path: splice(base[path], [piece for edit in edits if edit.path == path for piece in edit.pieces])
        for path in dict.fromkeys(edit.path for edit in edits)
    }


def _parts(edits: Sequence[Edit]) -> list[list[Edit]]:
    """Fewer edits at a time: those of each file, or else of each group, or else each one."""
    keys: tuple[Callable[[Edit], object], ...] = (lambda edit: edit.path, lambda edit: edit.group)
    for key in keys:
        parts = [list(part) for _, part in groupby(edits, key)]
        if len(parts) > 1:
            return parts
    return [[edit] for edit in edits]
