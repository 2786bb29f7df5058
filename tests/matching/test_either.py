"""Two outcomes that a sentence gives one thing: "matches or outperforms Borea"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.either import is_either

Make = Callable[..., Dataset]


def ranked(make: Make, sentence: str, *ranks: str) -> bool:
    claims = ({"kind": "ranking", "id": name, "rank": rank} for name, rank in zip("ab", ranks, strict=True))
    first, second = make(sentence, *claims).papers[0].all_claims()
    return is_either(first, second)


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        # "or" between the two, in either order
        ("Alba matches or outperforms Borea.", "outperforms"),
        ("Alba outperforms, or at least matches, Borea.", None),  # more words than an adverb
        ("Alba outperforms or matches Borea.", "outperforms"),
        ("Alba is on par with or even better than Borea.", "outperforms"),
        ("Alba matches, if not surpasses, Borea.", "outperforms"),
        ("Alba matches or underperforms Borea.", "underperforms"),
        ("Alba falls short of or equals Borea.", "underperforms"),
        # now one and now the other
        ("Alba matches and often outperforms Borea.", "outperforms"),
        ("Alba matches Borea, and in many cases it clearly outperforms it.", "outperforms"),
        ("Alba matches Borea, but sometimes trails it.", "underperforms"),
        ("Alba matches Borea, and outperforms Cora.", None),
        ("Alba matches Borea, or so, and outperforms Cora.", None),
        # one clause and one breath: no more than sixty characters between
        ("Alba matches what Borea has in all of the very long and hard runs, or outperforms it.", "outperforms"),
        ("Alba matches what Borea has in all of the very long and the many hard runs, or outperforms it.", None),
        ("Alba matches Borea; it often outperforms Cora.", None),
        # each of its own: one in one thing, one in another
        ("Alba matches Borea in recall, and often outperforms it in precision.", None),
        ("Alba outperforms Borea in recall, and often matches it in precision.", None),
        ("Alba matches Borea in recall, and often outperforms it.", "outperforms"),
        ("Alba matches Borea, and often outperforms it in precision.", "outperforms"),
        ("Alba matches Borea in recall, and often outperforms it; this is in precision.", "outperforms"),
        ("Alba matches Borea in some cases, and often outperforms it in precision.", "outperforms"),
        # of two such pairs one will do
        ("Alba matches Borea in recall, and often outperforms it in precision; Cora matches or outperforms it.", "outperforms"),
        # inside other words there is none
        ("Alba rematches or outperforms Borea.", None),
        ("Alba matches or outperformsx Borea.", None),
    ],
)  # fmt: skip
def test_one_thing_with_two_outcomes(sentence: str, other: str | None, make: Make) -> None:
    for rank in ("outperforms", "underperforms"):
        assert ranked(make, sentence, "matches", rank) == ranked(make, sentence, rank, "matches") == (rank == other)


def test_other_ranks_are_two_outcomes(make: Make) -> None:
    sentence = "Alba matches or outperforms Borea, and underperforms or matches Cora."
    assert ranked(make, sentence, "matches", "outperforms")
    assert ranked(make, sentence, "matches", "underperforms")
    assert not ranked(make, sentence, "matches", "best")
    assert not ranked(make, sentence, "outperforms", "underperforms")
    assert not is_either(*make(sentence, {"id": "a"}, {"id": "b"}).papers[0].all_claims())


def test_two_sentences_tell_two_outcomes(make: Make) -> None:
    """Claims of two quotes, though both quotes have the words."""
    sentence = "Alba matches or outperforms Borea."
    one, two = (
        next(make(sentence, {"kind": "ranking", "rank": rank}).papers[0].all_claims())
        for rank in ("matches", "outperforms")
    )
    assert not is_either(one, two)
