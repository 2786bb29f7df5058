"""What two versions of a list have in common, and what became of the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TypeVar

from claimcheck.comparing.model import Sort

T = TypeVar("T")
K = TypeVar("K")


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """The items by what they are about: a name that is given twice must not hide one of them."""
    found: dict[K, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def unlike(old: Sequence[T], new: Sequence[T], said: Callable[[T], object]) -> Iterator[tuple[T | None, T | None]]:
    """The items that only one list has, as often as it has more of them; in pairs as far as they go, one to one."""
    left = list(new)
    gone = []
    for was in old:
        same = next((at for at, now in enumerate(left) if said(now) == said(was)), None)
        if same is None:
            gone.append(was)
        else:
            del left[same]
    yield from zip_longest(gone, left)


def all_unlike(
    old: Mapping[K, Sequence[T]], new: Mapping[K, Sequence[T]], said: Callable[[T], object]
) -> Iterator[tuple[K, T | None, T | None]]:
    """What `unlike` tells of every group."""
    for key in dict.fromkeys([*old, *new]):
        for was, now in unlike(old.get(key, ()), new.get(key, ()), said):
            yield key, was, now


def sort_of(old: object, new: object) -> Sort:
    """What became of something that one of the two versions may lack."""
    return "added" if old is None else "removed" if new is None else "changed"
