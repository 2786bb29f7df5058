"""Results that only a field of another claim names: which words tell them, and which fields account for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.hidden import hidden

Make = Callable[..., Dataset]

BY = "Alba improves recall by 12% on 5 tasks."


def found(make: Make, sentence: str, *claims: dict[str, object]) -> list[tuple[str, str]]:
    named = ({"id": name, "value": "5", **claim} for name, claim in zip("abc", claims, strict=False))
    paper = make(sentence, *named).papers[0]
    return [(paper.numbers[at].text, field.name) for at, field in hidden(paper)]


@pytest.mark.parametrize(
    "sentence",
    [
        BY,
        "Alba reaches 12% on 5 tasks.",
        "Alba has 12% on average, for 5 tasks.",
        "Alba has a median of 12% on 5 tasks.",
        "Alba has a 12x average on 5 tasks.",
    ],
)
def test_what_the_words_state_as_a_result(sentence: str, make: Make) -> None:
    number = "12x" if "12x" in sentence else "12%"
    assert found(make, sentence, {"conditions": {"share": number}}) == [(number, "conditions.share")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("If the load rises by 12%, Alba fails on 5 tasks.", False),
        ("When it is cut by 12%, Alba fails on 5 tasks.", False),
        ("Whenever it is cut by 12%, Alba fails on 5 tasks.", False),
        ("Alba fails on 5 tasks once it is cut by 12%.", False),
        ("Unless it is cut by 12%, Alba fails on 5 tasks.", False),
        ("Assuming it is cut by 12%, Alba fails on 5 tasks.", False),
        ("Provided it is cut by 12%, Alba fails on 5 tasks.", False),
        ("When tuned, errors are cut by 12% on 5 tasks.", True),
        ("On 5 tasks, it is cut by 12% when tuned.", True),
    ],
)
def test_in_the_clause_of_a_condition(sentence: str, told: bool, make: Make) -> None:
    assert bool(found(make, sentence, {"conditions": {"share": "12%"}})) == told


def test_a_result_behind_a_condition(make: Make) -> None:
    sentence = "If it is cut by 12%, then Alba gains by 34% on 5 tasks."
    claim = {"conditions": {"share": "12%", "other": "34%"}}
    assert found(make, sentence, claim) == [("34%", "conditions.other")]


@pytest.mark.parametrize("sentence", ["Alba reads 12% on 5 tasks.", "Alba improves by 12 ms on 5 tasks.", "Alba gains up to 12% on 5 tasks."])  # fmt: skip
def test_what_may_be_a_condition(sentence: str, make: Make) -> None:
    assert found(make, sentence, {"conditions": {"share": "12 ms" if "ms" in sentence else "12%"}}) == []


@pytest.mark.parametrize(
    ("sentence", "claims", "field"),
    [
        (BY, [{"metric": "score at 12%"}], "metric"),
        (BY, [{"metric": "score at 12%", "conditions": {"share": "12%"}}], "metric"),
        (BY, [{"conditions": {"share": "12%"}}, {"conditions": {"part": "12%"}}], "conditions.share"),
        # The subject's own number may be its name; what one claims, no other hides.
        (BY, [{"subject": "Alba 12%"}], None),
        (BY, [{"subject": "Alba 12%", "conditions": {"share": "12%"}}], None),
        (BY, [{"conditions": {"share": "12%"}}, {"value": "12%"}], None),
        (BY, [{"conditions": {"share": "13%"}}], None),
        ("Alba wins, averaging 12% on 5 tasks.", [{"conditions": {"share": "averaging 12%"}}, {"conditions": {"share": "12%"}}], None),
        # A condition with a word that stands at its number in the quote says what it is.
        ("Alba wins, averaging 12% on 5 tasks.", [{"conditions": {"share": "averaging 12%"}}], None),
        ("Alba wins, averaging 12% on 5 tasks.", [{"conditions": {"share": "the rate averaging 12%"}}], None),
        ("Alba wins, averaging 12% on 5 tasks.", [{"metric": "score averaging 12%"}], "metric"),
        ("Alba has gains of 12% there on 5 tasks.", [{"conditions": {"share": "12% there"}}], None),
        ("Alba has gains of 12% there on 5 tasks.", [{"conditions": {"share": "the share (12% there)"}}], None),
        ("Alba has gains of 12% there on 5 tasks.", [{"conditions": {"share": "12% here"}}], "conditions.share"),
        ("Alba has gains of 12% there on 5 tasks.", [{"conditions": {"share": "12% X"}}], "conditions.share"),
        # Not one that says nothing.
        (BY, [{"conditions": {"share": "by 12%"}}], "conditions.share"),
        (BY, [{"conditions": {"share": "12% on"}}], "conditions.share"),
        ("Alba improves recall By 12% On 5 tasks.", [{"conditions": {"share": "By 12%"}}], "conditions.share"),
        ("Alba improves recall By 12% On 5 tasks.", [{"conditions": {"share": "12% On"}}], "conditions.share"),
    ],
)  # fmt: skip
def test_fields_that_account_for_it(
    sentence: str, claims: list[dict[str, object]], field: str | None, make: Make
) -> None:
    assert [name for _, name in found(make, sentence, *claims)] == ([] if field is None else [field])


def test_only_numbers_of_the_quote(make: Make) -> None:
    """What stands beside the quote in its sentence, it leaves to others."""
    for quote, told in (("by 12% on 5 tasks", ["12%"]), ("on 5 tasks", [])):
        paper = make(quote, {"value": "5", "conditions": {"share": "12%"}}, abstract=BY).papers[0]
        assert [paper.numbers[at].text for at, _ in hidden(paper)] == told
