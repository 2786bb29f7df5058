"""Stated changes against the values beside them: what fits, worked out by hand, and what cannot be told.

80% stands for 79.5 to 80.5, 100% for 99.5 to 100.5: the difference is 19 to 21, the share of the baseline 23.602% to 26.415%.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import Dataset
from claimcheck.matching.changes import clashes

Make = Callable[..., Dataset]


def found(make: Make, *claims: dict[str, object]) -> list[str]:
    named = ({"id": name, "baseline": "Borea", **claim} for name, claim in zip("abc", claims, strict=False))
    paper = make("Alba gains much there.", *named).papers[0]
    return [clash.message for clash in clashes(paper, Vocabulary())]


def delta(value: str, kind: str = "unstated", change: str = "increase", **others: object) -> dict[str, object]:
    return {"kind": "delta", "value": value, "delta": kind, "change": change, **others}


def ratio(value: str, change: str = "increase", **others: object) -> dict[str, object]:
    return {"kind": "ratio", "value": value, "change": change, **others}


DOWN = "decrease"
EITHER = "19 to 21 points or 23.602 to 26.415 percent of the baseline"
TIMES = "1.9703 to 2.0303 times or 0.9703 to 1.0303 times more"
UP_SAID, DOWN_SAID = (f"`change: {change}` is stated, but the value" for change in ("increase", "decrease"))
MEAN: dict[str, Any] = {"agg": {"how": "mean"}}
TOTAL: dict[str, Any] = {"agg": {"how": "total"}}
MAX: dict[str, Any] = {"agg": {"how": "max"}}


@pytest.mark.parametrize(
    ("before", "after", "stated", "fits"),
    [
        # The difference, or the share; as stated, one of them.
        ("80%", "100%", delta("20%"), True),
        ("80%", "100%", delta("25%"), True),
        ("80%", "100%", delta("35%"), False),
        ("80%", "100%", delta("20%", "absolute"), True),
        ("80%", "100%", delta("25%", "absolute"), False),
        ("80%", "100%", delta("25%", "relative"), True),
        ("80%", "100%", delta("20%", "relative"), False),
        ("100%", "80%", delta("20%", change=DOWN), True),
        ("100%", "80%", delta("-20%", change=DOWN), True),
        ("100%", "80%", delta("25%", change=DOWN), False),
        ("100%", "80%", delta("-35%", change=DOWN), False),
        ("100%", "80%", delta("20%", "relative", DOWN), True),
        ("100%", "80%", delta("25%", "relative", DOWN), False),
        # In points, or where values are written as shares of one.
        ("80%", "100%", delta("20 pp"), True),
        ("80%", "100%", delta("25 pp"), False),
        ("0.80", "1.00", delta("20%"), True),
        ("0.80", "1.00", delta("25%"), True),
        ("0.80", "1.00", delta("35%"), False),
        ("0.80", "1.00", delta("0.2"), True),
        ("0.80", "1.00", delta("0.25"), True),
        ("0.80", "1.00", delta("0.25", "absolute"), False),
        ("0.80", "1.00", delta("20", "absolute"), False),
        ("80%", "100%", delta("20"), True),
        ("80%", "100%", delta("0.2"), True),
        ("80%", "100%", delta("0.25"), True),
        ("80%", "100%", delta("25"), True),
        ("80%", "100%", delta("0.35"), False),
        # Other units.
        ("80 ms", "100 ms", delta("20 ms"), True),
        ("80 ms", "100 ms", delta("25 ms"), False),
        ("80 ms", "100 ms", delta("25%"), True),
        ("80 ms", "100 ms", delta("20%"), False),
        ("80 ms", "100 ms", delta("20%", "absolute"), True),  # which makes no sense, and is another rule's
        ("80%", "100%", delta("35 ms"), True),
        ("80%", "100 ms", delta("35%"), True),
        # Of what may be nothing, or less, there is no share.
        ("-5", "5", delta("35%", "relative"), True),
        ("0", "5", delta("35%", "relative"), True),
        ("0", "5", delta("35", "absolute"), False),
        # The mean of differences is the difference of means; more is not known.
        ("80%", "100%", delta("35%", "absolute", **MEAN), False),
        ("80%", "100%", delta("35%", "absolute", **TOTAL), False),
        ("80%", "100%", delta("35%", "absolute", **MAX), True),
        ("80%", "100%", delta("35%", "absolute", agg={"n": "5"}), True),
        ("80%", "100%", delta("35%", **MEAN), True),
        ("80%", "100%", delta("35%", "relative", **MEAN), True),
        # Factors: "3 times as many", "3 times more"; of a decrease also what remains.
        ("50", "100", ratio("2x"), True),
        ("50", "100", ratio("1x"), True),
        ("50", "100", ratio("2"), True),
        ("50", "100", ratio("3x"), False),
        ("50", "100", ratio("3"), False),
        ("50", "100", ratio("0.5x"), False),
        ("50", "100", ratio("3%"), True),
        ("50", "100", ratio("3x", **MEAN), True),
        ("0", "100", ratio("3x"), True),
        ("100", "50", ratio("2x", DOWN), True),
        ("100", "50", ratio("1x", DOWN), True),
        ("100", "50", ratio("0.5x", DOWN), True),
        ("100", "50", ratio("3x", DOWN), False),
        ("50", "100", ratio("2x", DOWN), False),
        ("50", "51", ratio("1.02x", DOWN), False),
        # Only plain single numbers are held against each other.
        ("80%", "100%", delta("about 35%"), True),
        ("80%", "100%", delta("up to 35%"), True),
        ("80%", "100%", delta("35% to 40%"), True),
        ("about 80%", "100%", delta("35%"), True),
        ("80%", "over 100%", delta("35%"), True),
        ("80%", "100%", {**delta("35%"), "baseline": "Alba"}, True),
        ("80%", "100%", {**delta("35%"), "baseline": "Cirrus"}, True),
        ("80%", "100%", {**delta("35%"), "baseline": ["Borea", "Cirrus"]}, True),
        ("80%", "100%", {**delta("35%"), "dataset": "Meadow"}, True),
    ],
)
def test_differences_and_factors(before: str, after: str, stated: dict[str, object], fits: bool, make: Make) -> None:
    level: dict[str, object] = {
        "value": after,
        "baseline_value": before,
        **({"agg": stated["agg"]} if "agg" in stated else {}),
    }
    assert (found(make, level, stated) == []) is fits


@pytest.mark.parametrize(
    ("before", "after", "stated", "message"),
    [
        ("80%", "100%", delta("35%"), f"an increase of '35%' does not fit: from '80%' to '100%' it is {EITHER}"),
        ("80%", "100%", delta("35 pp"), "an increase of '35 pp' does not fit: from '80%' to '100%' it is 19 to 21 points"),
        ("80 pp", "100 pp", delta("35 pp"), "an increase of '35 pp' does not fit: from '80 pp' to '100 pp' it is 19 to 21 points"),
        ("80 ms", "100 ms", delta("35 ms"), "an increase of '35 ms' does not fit: from '80 ms' to '100 ms' it is 19 to 21 ms"),
        ("0.80", "1.00", delta("0.35", "absolute"), "an increase of '0.35' does not fit: from '0.80' to '1.00' it is 0.19 to 0.21"),
        ("100 ms", "80 ms", delta("35 ms", change=DOWN), "a decrease of '35 ms' does not fit: from '100 ms' to '80 ms' it is 19 to 21 ms"),
        ("80%", "100%", delta("35", "absolute"), "an increase of '35' does not fit: from '80%' to '100%' it is 19 to 21 points or 0.19 to 0.21"),
        ("0.80", "1.00", delta("35%", "absolute"), "an increase of '35%' does not fit: from '0.80' to '1.00' it is 0.19 to 0.21 points or 19 to 21 points"),
        ("100", "50", ratio("4x", DOWN), f"a decrease of '4x' does not fit: from '100' to '50' it is {TIMES} or 0.49254 to 0.50754 times"),
        ("50", "100", ratio("3x"), f"an increase of '3x' does not fit: from '50' to '100' it is {TIMES}"),
    ],
)  # fmt: skip
def test_what_is_said(before: str, after: str, stated: dict[str, object], message: str, make: Make) -> None:
    assert found(make, {"value": after, "baseline_value": before}, stated) == [message]


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ({"value": "4", "baseline_value": "6", "change": "increase"}, f"{UP_SAID} '4' (3.5 to 4.5) is not above the baseline value '6' (5.5 to 6.5)"),
        ({"value": "6", "baseline_value": "4", "change": DOWN}, f"{DOWN_SAID} '6' (5.5 to 6.5) is not below the baseline value '4' (3.5 to 4.5)"),
        ({"value": "6", "baseline_value": "4", "change": "increase"}, None),
        ({"value": "4", "baseline_value": "6", "change": DOWN}, None),
        ({"value": "3/4", "baseline_value": "1/2", "change": DOWN}, f"{DOWN_SAID} '3/4' (0.75) is not below the baseline value '1/2' (0.5)"),
        ({"value": "4", "baseline_value": "6"}, None),
        ({"value": "4", "baseline_value": "6%", "change": "increase"}, None),
        ({"value": "about 4", "baseline_value": "6", "change": "increase"}, None),
        ({"value": "up to 4", "baseline_value": "6", "change": "increase"}, None),
        ({"value": "4", "baseline_value": "6 to 7", "change": "increase"}, None),
        ({"value": "4", "baseline_value": "6", "change": "increase", "kind": "ratio"}, None),
        # What is counted is exact, and may be equal only where it was rounded.
        ({"value": "4", "baseline_value": "4", "change": "increase"}, None),
        ({"value": "4", "baseline_value": "4", "change": "increase", "kind": "count"}, f"{UP_SAID} '4' (4) is not above the baseline value '4' (4)"),
        ({"value": "4", "baseline_value": "4", "change": "increase", "kind": "count", **MEAN}, None),
        # The sign of a difference.
        (delta("-3%"), "`change: increase` is stated, but the sign of '-3%' says that it is a decrease"),
        (delta("+3%", change=DOWN), "`change: decrease` is stated, but the sign of '+3%' says that it is an increase"),
        (delta("-3%", better="lower"), "`change: increase` is stated, but the sign of '-3%' says that it is a decrease"),
        (delta("+0.5%", change=DOWN), "`change: decrease` is stated, but the sign of '+0.5%' says that it is an increase"),
        (delta("-3%", change=DOWN), None),
        (delta("+3%"), None),
        (delta("3%", change=DOWN), None),
        (delta("-0%"), None),
        (delta("-3% ± 1%"), None),
        (delta("-3%", metric="error reduction"), None),
        (delta("+3%", change=DOWN, better="lower"), None),
        (ratio("-3x"), None),
    ],
)  # fmt: skip
def test_values_and_signs(claim: dict[str, object], message: str | None, make: Make) -> None:
    assert found(make, claim) == ([] if message is None else [message])


@pytest.mark.parametrize("kind", ["result", "delta", "ratio"])
@pytest.mark.parametrize(
    ("pair", "before", "after", "change"),
    [("61% to 74%", "61%", "74%", "increase"), ("5.1 to 2.2 ms", "5.1", "2.2 ms", DOWN), ("5.1 to 2.2 ms", "5.1 ms", "2.2 ms", DOWN)],
)  # fmt: skip
def test_both_ends_of_a_change_are_levels(
    pair: str, before: str, after: str, change: str, kind: str, make: Make
) -> None:
    """Whatever the kind says: "from 61% to 74%" is no decrease."""
    for said in ("increase", DOWN):
        claim = {"kind": kind, "baseline": "unstated", "baseline_value": before, "value": after, "change": said}
        claim |= {"delta": "unstated"} if kind == "delta" else {}
        paper = make(f"It goes from {pair} with Alba.", claim).papers[0]
        assert [clash.claim.id for clash in clashes(paper, Vocabulary())] == ([] if said == change else ["c"])


def test_one_pair_that_fits_is_enough(make: Make) -> None:
    right: dict[str, object]
    wrong: dict[str, object]
    right, wrong = {"value": "100%", "baseline_value": "80%"}, {"value": "90%", "baseline_value": "80%"}
    for levels in ((right, wrong), (wrong, right)):
        assert found(make, *levels, delta("20%", "absolute")) == []
    assert len(found(make, wrong, wrong, delta("20%", "absolute"))) == 1


def test_of_nothing_there_is_no_share(make: Make) -> None:
    """What is counted is exact, zero too."""
    counted = {"kind": "count", "value": "5", "baseline_value": "0"}
    assert found(make, counted, delta("35%", "relative")) == []
    assert len(found(make, counted, delta("35", "absolute"))) == 1


def test_values_of_two_claims(make: Make) -> None:
    mine, theirs = {"value": "100%"}, {"subject": "Borea", "baseline": "Cirrus", "value": "80%"}
    for levels in ((mine, theirs), (theirs, mine)):
        assert found(make, *levels, delta("20%", "absolute")) == []
        assert len(found(make, *levels, delta("35%", "absolute"))) == 1
    assert found(make, mine, delta("20%", "absolute", baseline_value="80%")) == []
    assert len(found(make, mine, delta("35%", "absolute", baseline_value="80%"))) == 1
