"""The tools that measure the recogniser count as their first lines say, for it and for others alike."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claimcheck.numerals import scan

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
TOOLS = ("accuracy", "numerals", "peers", "docs_numbers")


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    yield {name: importlib.import_module(name) for name in TOOLS}
    for name in TOOLS:
        del sys.modules[name]


def gold(start: int | None, end: int | None, *values: str) -> dict[str, Any]:
    return {"start": start, "end": end, "values": list(values), "digit": True}


def found(start: int | None, end: int | None, *values: str, **more: str) -> dict[str, Any]:
    return {"start": start, "end": end, "values": list(values), **more}


@pytest.mark.parametrize(
    ("expected", "read", "right"),
    [
        (gold(5, 8, "79"), found(4, 9, "79"), True),
        (gold(5, 8, "79"), found(8, 9, "79"), False),  # beside its place
        (gold(5, 8, "79"), found(None, None, "79"), True),  # a reader that tells no place
        (gold(None, None, "79"), found(8, 9, "79"), True),  # a set that tells none
        (gold(5, 8, "79"), found(5, 8, "7.9"), False),
        (gold(5, 8, "3", "5"), found(5, 8, "5", "9"), True),  # one of the ends, one of the accepted
        (gold(5, 8, "-3"), found(5, 8, "3"), True),  # sign aside
        (gold(5, 8, "0.5"), found(5, 8, "50", unit="%"), True),  # a percentage where they have the fraction
        (gold(5, 8, "0.5"), found(5, 8, "50"), False),
        (gold(5, 8, "50"), found(5, 8, "0.5"), True),  # a fraction where they have the percentage
        (gold(5, 8, "0.333333333333333"), found(5, 8, "0.333333333333333333333333333333"), True),
        (gold(5, 8, "0"), found(5, 8, "0"), True),
        (gold(5, 8, "0"), found(5, 8, "1"), False),
        (gold(5, 8, "1"), found(5, 8, "what is no number"), False),
    ],
)
def test_a_number_is_right(tools: dict[str, ModuleType], expected: Any, read: Any, right: bool) -> None:
    assert tools["accuracy"].is_right(expected, [read]) is right


def test_a_score_counts_what_is_missed_and_what_is_taken(tools: dict[str, ModuleType]) -> None:
    rows = [{"text": "Foo 3 has 12 parts.", "gold": [gold(10, 12, "12"), gold(13, 18, "7")], "non": [[4, 5]]}]
    score = tools["accuracy"].score(rows, [[found(4, 5, "3"), found(10, 12, "12")]])
    assert (score.right, score.numbers, score.taken, score.others) == (1, 2, 1, 1)
    assert score.missed == [("Foo 3 has 12 parts.", ["7"])]
    # A name that is read as a name is not taken for a quantity.
    named = tools["accuracy"].score(rows, [[found(4, 5, "3", **{"class": "name"})]])
    assert (named.right, named.taken) == (0, 0)


def test_a_reader_in_its_own_process_reads_what_this_one_reads(tools: dict[str, ModuleType], tmp_path: Path) -> None:
    said: list[str] = []
    peers = tools["peers"]
    with peers.started(tmp_path, [peers.OURS, "naive regex"], said.append) as readers:
        ours, naive = (reader.read(["up to 2.49m of GPT-4"]) for reader in readers.values())
        seconds, count = readers[peers.OURS].seconds(["5 runs"] * 3)
    assert [(each["values"], each["class"]) for each in ours[0]] == [(["2490000"], "quantity"), ([], "name")]
    assert [each["values"] for each in naive[0]] == [["2.49"], ["-4"]]
    assert seconds >= 0
    assert count == 3
    assert said == []


def test_a_peer_that_cannot_be_had_is_told_and_left_out(tools: dict[str, ModuleType], tmp_path: Path) -> None:
    peers = tools["peers"]
    home = tmp_path / "quantulum3"
    (home / "bin").mkdir(parents=True)
    (home / "installed").touch()  # an environment without the peer
    (home / "bin" / "python").symlink_to(sys.executable)
    said: list[str] = []
    with peers.started(tmp_path, ["quantulum3", "naive regex"], said.append) as readers:
        assert list(readers) == ["naive regex"]
    assert len(said) == 1
    assert "quantulum3: skipped" in said[0]


def test_hostile_texts_grow_with_their_count(tools: dict[str, ModuleType]) -> None:
    hostile = tools["numerals"].HOSTILE
    assert len(hostile) >= 60
    for make in hostile.values():
        assert len(make(2000)) > 1.9 * len(make(1000))
    assert len({make(1) for make in hostile.values()}) == len(hostile), "one text twice"


def test_twice_the_hostile_text_takes_twice_the_steps(tools: dict[str, ModuleType]) -> None:
    """Of every kind: calls are counted, and no time is measured, so that no other work on the machine tells."""
    for name, make in tools["numerals"].HOSTILE.items():
        count = 1_500 // len(make(1)) + 1
        scan(make(count))  # what is kept from one text to the next is there
        once, twice = (_calls(make(each)) for each in (count, 2 * count))
        assert twice <= 2.1 * once, name


def _calls(text: str) -> int:
    """How many functions are called, those of the language too, while the numbers of a text are read."""
    calls = 0

    def counted(*_: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        scan(text)
    finally:
        sys.setprofile(before)
    return calls
