"""Nearest names: a typo finds what was meant, anything else finds nothing."""

from __future__ import annotations

import pytest

from claimcheck.suggest import alternatives, hint, nearest

FIELDS = (
    "id",
    "kind",
    "subject",
    "metric",
    "value",
    "baseline",
    "baseline_value",
    "change",
    "delta",
    "dataset",
    "note",
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("metrik", "metric"),
        ("Metric", "metric"),
        ("vale", "value"),
        ("baselin", "baseline"),
        ("baseline-value", "baseline_value"),
        ("dta", "delta"),
        ("data_set", "dataset"),
    ],
)
def test_a_typo_finds_its_word(word: str, meant: str) -> None:
    assert nearest(word, FIELDS) == [meant]
    assert hint(word, FIELDS) == f" Did you mean '{meant}'?"


@pytest.mark.parametrize("word", ["", "x", "zzzzzz", "colour"])
def test_what_is_like_nothing_gets_no_hint(word: str) -> None:
    assert nearest(word, FIELDS) == []
    assert hint(word, FIELDS) == ""


def test_order_and_limit() -> None:
    assert nearest("baseline", FIELDS, limit=2) == ["baseline", "baseline_value"]
    assert nearest("ab", ["ac", "ad"]) == []
    assert nearest("abcd", ["abcx", "abcy"], limit=5) == ["abcx", "abcy"]  # equally good: as given
    assert nearest("abcd", ["abcy", "abcx"]) == ["abcy"]
    assert nearest("abcd", ["abcd", "abcd"], limit=2) == ["abcd"]
    assert nearest("abcd", []) == []


@pytest.mark.parametrize(
    ("names", "said"), [((), ""), (("a",), "'a'"), (("a", "b"), "'a' or 'b'"), (("a", "b", "c"), "'a', 'b' or 'c'")]
)
def test_of_names_one_is_expected(names: tuple[str, ...], said: str) -> None:
    assert alternatives(names) == said
