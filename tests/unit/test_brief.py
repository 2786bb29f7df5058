"""What a message repeats is short, however long the text that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import app
from claimcheck.diagnostic import brief
from claimcheck.matching.nearest import nearest_passage
from claimcheck.reporters import render
from claimcheck.sources import digest
from claimcheck.text.fold import fold

ABSTRACT = "We present Corvus. On Aria, Corvus reaches 79.6% accuracy."


@given(st.text(max_size=3000))
def test_a_message_has_an_end(text: str) -> None:
    assert len(brief(text)) <= 1000
    assert brief(text) == text or len(text) > 1000


def test_what_is_cut_keeps_both_ends() -> None:
    said = brief(f"the abstract does not name the subject '{'a' * 5000}z'. The nearest is 'b'.")
    assert said.startswith("the abstract does not name the subject 'aaa")
    assert " … " in said
    assert said.endswith("z'. The nearest is 'b'.")


@pytest.mark.parametrize("field", ["subject", "dataset", "value", "mention", "quote"])
def test_no_message_repeats_a_value_of_any_length(field: str, tmp_path: Path) -> None:
    long = "zzq vvx " * 12_000
    fields = {
        "subject": "Corvus",
        "metric": "accuracy",
        "dataset": "Aria",
        "value": "79.6%",
        "mention": "reaches 79.6%",
    }
    quote = "On Aria, Corvus reaches 79.6% accuracy."
    if field == "quote":
        quote = f"{quote} {long}"
    else:
        fields[field] = f"{fields[field]} {long}"
    lines = "".join(f"        {name}: {text}\n" for name, text in fields.items())
    for name, text in {
        "seeds/s.txt": f"Abstract:{ABSTRACT}\n",
        "claims/p.yaml": f"schema: claimcheck/1\npaper: {{id: p, name: P, starts: We present Corvus, abstract: sha256:{digest(ABSTRACT)}}}\n"
        f"evidence:\n  - quote: {quote}\n    claims:\n      - id: a\n        kind: result\n{lines}",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    report = app.verify(tmp_path)
    assert report.findings
    assert max(len(line) for line in render("concise", report).splitlines()) < 1200


@pytest.mark.parametrize("words", [["verifiable", "4", "environments"], ["On", "Aria,", "Corvus"], ["z"]])
def test_the_nearest_passage_of_a_long_quote_is_found_at_once(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time that fuzzy matching takes grows with the square of the shorter text; so only a piece of a quote is looked for."""
    from rapidfuzz import fuzz

    seen = []
    true = fuzz.partial_ratio_alignment

    def watched(piece: str, text: str) -> object:
        seen.append(len(piece))
        return true(piece, text)

    monkeypatch.setattr(fuzz, "partial_ratio_alignment", watched)
    nearest_passage(" ".join(words * 30_000), fold(ABSTRACT * 100))
    assert seen
    assert max(seen) <= 500


def test_a_long_quote_is_found_by_its_beginning_or_by_its_end() -> None:
    text = " ".join(
        f"Sentence {at} says that Corvus reaches {at}.5% on the tasks of set number {at}." for at in range(60)
    )
    source = fold(text)
    quote = text[400:2400]
    for changed, said in (
        (quote.replace("Corvus", "Lumen", 1), "it has 'Lumen' where the abstract has 'Corvus'"),
        (quote[:-40] + quote[-40:].replace("tasks", "games"), "it has 'games' where the abstract has 'tasks'"),
        ("x" * 600 + quote, "it has '" + "x" * 60),
    ):
        near = nearest_passage(changed, source)
        assert near is not None
        assert said in near.said
