"""Names in messages: the nearest known one for one that is not known, and the first few of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_NEAR = 65.0  # of 100: "metrik" and "metric" have 83, "delta" and "dataset" 50


def nearest(word: str, candidates: Iterable[str], limit: int = 1) -> list[str]:
    """The candidates most like `word`, the best first, at most `limit`; those that are not like it are left out.

    Case does not count. Of equally good candidates the one given first comes first.
    """
    from rapidfuzz import fuzz, process

    known = list(dict.fromkeys(candidates))
    found = process.extract(word, known, scorer=fuzz.ratio, processor=str.casefold, limit=limit, score_cutoff=_NEAR)
    return [candidate for candidate, _, _ in found]


def hint(word: str, candidates: Iterable[str]) -> str:
    """A sentence to append to a message, with its space before it: " Did you mean 'metric'?"; or nothing."""
    found = nearest(word, candidates)
    return f" Did you mean '{found[0]}'?" if found else ""


def alternatives(names: Sequence[str]) -> str:
    """Names of which one is expected: "'a', 'b' or 'c'"; nothing for none."""
    quoted = [f"'{name}'" for name in names]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def first_few(names: Sequence[str], most: int) -> str:
    """The first names of a row, at most so many, and how many more there are: "a, b and 3 more"."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
