"""The baseline: what an entry is known by, what it accepts, when it is stale, and files that are none."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.baseline import Baseline, BaselineError, Entry, keyed, of, parse, written
from claimcheck.claims.load import load_claim_file
from claimcheck.dataset import Dataset, build
from claimcheck.diagnostic import Finding, Label
from claimcheck.source import SourceFile, Span
from claimcheck.sources import digest, read_source

ABSTRACT = "We present Corvus. On Aria, Corvus reaches 79.6% accuracy."
CLAIMS = f"""\
schema: claimcheck/1
paper: {{id: corvus, name: Corvus, starts: We present Corvus, abstract: "sha256:{digest(ABSTRACT)[:16]}"}}
evidence:
  - quote: On Aria, Corvus reaches 79.6% accuracy.
    claims:
      - {{id: accuracy, kind: result, subject: Corvus, metric: accuracy, dataset: Aria, value: 97.6%}}
"""
ACTIVE = frozenset({"value-not-in-quote", "unaccounted-number"})


def dataset_of(claims: str = CLAIMS) -> Dataset:
    source = read_source("seeds/s.txt", f"Abstract:{ABSTRACT}\n".encode())
    return build([source], [load_claim_file(SourceFile("claims/corvus.yaml", claims))], None)


def wrong_value(claims: str = CLAIMS, marked: str = "97.6%") -> Finding:
    """The finding that the value of `accuracy` is not a number of its quote."""
    file = SourceFile("claims/corvus.yaml", claims)
    start = claims.index(marked)
    return Finding(
        "CC201",
        "value-not-in-quote",
        "error",
        "not a number of the quote",
        label=Label(file, Span(start, start + len(marked))),
        paper="corvus",
        claim="accuracy",
        field="value",
    )


def baseline(*entries: Entry) -> Baseline:
    return parse(SourceFile("accepted.json", written(entries)))


def test_an_entry_says_what_was_found_and_no_line() -> None:
    assert keyed(dataset_of())(wrong_value()).as_json() == {
        "rule": "value-not-in-quote",
        "claim": "corvus/accuracy",
        "field": "value",
        "quote": "On Aria, Corvus reaches 79.6% accuracy.",
        "marked": "97.6%",
    }


def test_without_a_claim_the_file_is_named() -> None:
    found = replace(wrong_value(), rule="unaccounted-number", paper=None, claim=None, field=None)
    assert keyed(dataset_of())(found).as_json() == {
        "rule": "unaccounted-number",
        "file": "claims/corvus.yaml",
        "marked": "97.6%",
    }


@pytest.mark.parametrize(
    "claims",
    [
        "# a line\n\n# and another\n" + CLAIMS,
        CLAIMS.replace("quote: On Aria, Corvus", "quote: >-\n      On Aria,\n      Corvus"),
    ],
)
def test_moved_and_wrapped_lines_change_no_key(claims: str) -> None:
    before, after = keyed(dataset_of()), keyed(dataset_of(claims))
    assert after(wrong_value(claims)) == before(wrong_value())


def test_what_is_known_by_something_else_is_not_accepted() -> None:
    """Another rule, claim, field or number: each is a defect of its own, and an accepted one must not hide it."""
    dataset = dataset_of()
    key = keyed(dataset)
    accepted = baseline(key(wrong_value()))
    others = [
        replace(wrong_value(), rule="unit-differs"),
        replace(wrong_value(), claim="loss"),
        replace(wrong_value(), paper="lumen"),
        replace(wrong_value(), field="baseline_value"),
        wrong_value(CLAIMS.replace("97.6%", "98.6%"), "98.6%"),
    ]
    assert accepted.apply(others, key) == others
    assert accepted.apply([wrong_value()], key) == []


def test_another_quote_is_another_key() -> None:
    requoted = CLAIMS.replace("quote: On Aria, Corvus", "quote: Corvus")
    assert keyed(dataset_of(requoted))(wrong_value(requoted)) != keyed(dataset_of())(wrong_value())


def test_each_entry_accepts_one_finding() -> None:
    """Twins are two defects: with one mended and another made, or a third made, the number tells."""
    key = keyed(dataset_of())
    found = wrong_value()
    twice = baseline(key(found), key(found))
    assert twice.apply([found] * 3, key) == [found]
    assert len(list(twice.stale([found], key, ACTIVE))) == 1
    assert twice.shrunk([found], key, ACTIVE) == (key(found),)


def test_what_is_not_there_any_more_is_stale_at_its_place() -> None:
    key = keyed(dataset_of())
    gone = replace(key(wrong_value()), claim="corvus/gone")
    accepted = baseline(key(wrong_value()), gone)
    (stale,) = accepted.stale([wrong_value()], key, ACTIVE)
    assert stale.label is not None
    shown = stale.label.file.text[stale.label.span.start : stale.label.span.end]
    assert json.loads(shown) == gone.as_json()
    assert accepted.shrunk([wrong_value()], key, ACTIVE) == (key(wrong_value()),)


def test_a_rule_that_did_not_run_makes_nothing_stale() -> None:
    """`--select CC4` finds no wrong values; that does not mean that they are mended."""
    key = keyed(dataset_of())
    accepted = baseline(key(wrong_value()))
    assert list(accepted.stale([], key, frozenset({"unaccounted-number"}))) == []
    assert accepted.shrunk([], key, frozenset({"unaccounted-number"})) == (key(wrong_value()),)


@pytest.mark.parametrize("rule", ["unused-ignore", "ignore-without-reason", "stale-baseline"])
def test_what_is_said_of_acceptance_is_not_accepted(rule: str) -> None:
    key = keyed(dataset_of())
    found = replace(wrong_value(), rule=rule)
    assert of([found], key) == ()
    assert baseline(key(found)).apply([found], key) == [found]
    assert len(list(baseline(key(found)).stale([found], key, frozenset()))) == 1


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ENTRIES = st.lists(st.builds(Entry, st.text("abc-", min_size=1), TEXTS, TEXTS, TEXTS, TEXTS, TEXTS), max_size=5)


@given(ENTRIES)
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    """Whatever the words are (quotation marks, `"findings": [`, line ends), entries and places come back."""
    file = SourceFile("accepted.json", written(entries))
    read = parse(file)
    assert [entry for entry, _ in read.entries] == sorted(entries)
    assert [json.loads(file.text[at.start : at.end]) for _, at in read.entries] == [
        e.as_json() for e in sorted(entries)
    ]


def test_a_string_that_looks_like_the_list_is_none() -> None:
    entry = Entry("mention", marked='"findings": [')
    read = parse(SourceFile("a.json", json.dumps({"findings": [entry.as_json()], "schema": "claimcheck-baseline/1"})))
    assert read.entries[0][0] == entry


@given(ENTRIES, st.randoms())
def test_the_order_of_findings_makes_no_difference(entries: list[Entry], random: object) -> None:
    shuffled = list(entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert written(shuffled) == written(entries)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no baseline"),
        ('{"schema": "claimcheck-baseline/2", "findings": []}', "no baseline"),
        ('{"schema": "claimcheck-baseline/1"}', 'a list "findings"'),
        ('{"schema": "claimcheck-baseline/1", "findings": [], "more": 1}', "nothing else"),
        ('{"schema": "claimcheck-baseline/1", "findings": [], "findings": []}', "a key stands twice"),
        ('{"schema": "claimcheck-baseline/1", "\\u0066indings": []}', "without escapes"),
        ('{"schema": "claimcheck-baseline/1", "findings": [1]}', "entry 1: an object was expected"),
        ('{"schema": "claimcheck-baseline/1", "findings": [{"rule": "x"}, {}]}', "entry 2: no rule is named"),
        ('{"schema": "claimcheck-baseline/1", "findings": [{"rule": 1}]}', "'rule' must be a string"),
        ('{"schema": "claimcheck-baseline/1", "findings": [{"rul": "x"}]}', "unknown key 'rul'. Did you mean 'rule'?"),
        ('{"schema": "claimcheck-baseline/1", "findings": [{"rule": "x", "line": "4"}]}', "unknown key 'line'"),
    ],
)
def test_a_file_that_is_no_baseline(text: str, told: str) -> None:
    with pytest.raises(BaselineError) as raised:
        parse(SourceFile("accepted.json", text))
    assert str(raised.value).startswith("accepted.json: ")
    assert told in str(raised.value)
