"""Mending a project's claim files until nothing more can be mended, each step checked before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from claimcheck.claims.load import load_claim_file
from claimcheck.dataset import build
from claimcheck.fixing.model import Edit, Fixed, Piece, Told, splice
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


def mended(project: Project, results: Iterable[Fixed]) -> Project:
    """The project as it is once the mended texts are written."""
    dataset = project.dataset
    texts = {fixed.file.path: fixed.text for fixed in results if fixed.changed}
    if not texts:
        return project
    loaded = [
        load_claim_file(SourceFile(each.file.path, texts[each.file.path]), dataset.extra)
        if each.file.path in texts
        else each
        for each in dataset.loaded
    ]
    joined = build(dataset.sources, loaded, dataset.loaded_vocabulary, dataset.extra, dataset.overlooked)
    return replace(project, dataset=joined)


def _make_loadable(shop: Workshop, state: State, work: _Work) -> None:
    match with_hash(shop, state):
        case (State() as better, Told() as told):
            shop.put(better)
            work.edits.append(told)
        case Told() as told:
            work.unhashed = told


def _settle(shop: Workshop, edits: Sequence[Edit], works: dict[str, _Work]) -> bool:
    """Keeps the edits that may be kept, tells of those that may not; whether any was kept.

    All files are tried at once, and what is in the way is taken apart, file by file: first into groups, then into edits.
    So it takes a few runs of the rules, however many files there are.
    """
    base = {path: shop.states[path].text for path in works}
    kept: list[Edit] = []
    waiting = {path: [list(part)] for path, part in groupby(edits, lambda edit: edit.path)}
    while waiting:
        tried = {path: parts.pop(0) for path, parts in waiting.items()}
        refused = _take(shop, base, kept, tried)
        for path, part in tried.items():
            if path not in refused:
                kept += part
            elif len(part) > 1:
                waiting[path][:0] = _smaller(part)
            else:
                told = part[0].told
                works[path].left.append(Told(told.at, f"{refused[path]}; so this is left: {told.message}"))
        waiting = {path: parts for path, parts in waiting.items() if parts}
    for edit in kept:
        works[edit.path].edits.append(edit.told)
    return bool(kept)


def _take(shop: Workshop, base: dict[str, str], kept: Sequence[Edit], tried: dict[str, list[Edit]]) -> dict[str, str]:
    """Takes as many of the files' new edits as go together; returns the files whose edits do not, and why."""
    refused: dict[str, str] = {}
    while True:
        some = [edit for path, part in tried.items() if path not in refused for edit in part]
        if not some:
            return refused
        # What is kept of the same files is part of their new texts; other files have theirs already.
        paths = {edit.path for edit in some}
        more = shop.take(_applied(base, [*(edit for edit in kept if edit.path in paths), *some]))
        if not more:
            return refused
        refused |= more


def _applied(base: dict[str, str], edits: Sequence[Edit]) -> dict[str, str]:
    """The texts of the files that have edits, with these made."""
    pieces: dict[str, list[Piece]] = {}
    for edit in edits:
        pieces.setdefault(edit.path, []).extend(edit.pieces)
    return {path: splice(base[path], some) for path, some in pieces.items()}


def _smaller(edits: Sequence[Edit]) -> list[list[Edit]]:
    """Fewer edits of one file at a time: those of each group, or else each one."""
    groups = [list(part) for _, part in groupby(edits, lambda edit: edit.group)]
    return groups if len(groups) > 1 else [[edit] for edit in edits]
