"""The condition that a sentence has instead of a claim's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.conditions import Conditions

Make = Callable[..., Dataset]


def instead(make: Make, abstract: str, sentence: str, value: str, *others: object, **fields: object) -> str | None:
    """What the sentence has for the condition `set` of its first claim; the other claims have conditions of their own."""
    claims = [
        {"conditions": {"set": value}, **fields},
        *({"id": f"c{at}", "conditions": each} for at, each in enumerate(others)),
    ]
    paper = make(sentence, *claims, abstract=abstract).papers[0]
    (quote,) = paper.quotes
    return Conditions(paper).other_value(quote.claims[0], "set", value, quote.whole_sentence())


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"set": "small pages"}, "small pages"),
        ({"set": "Small pages"}, None),
        ({"set": "mall pages"}, None),  # it begins in a word
        ({"set": "small sheets"}, None),
        ({"set": "the"}, None),
        ({"kind": "small pages"}, None),
        ({"set": "large"}, None),  # the claim's own
    ],
)
def test_what_another_claim_has(other: dict[str, str], found: str | None, make: Make) -> None:
    sentence = "On small pages it has 1 fault."
    assert instead(make, f"{sentence} On large sheets nothing is known.", sentence, "large sheets", other) == found


@pytest.mark.parametrize("field", ["metric", "subject", "note"])
def test_a_claim_that_has_both_knows_of_it(field: str, make: Make) -> None:
    sentence = "On small pages it has 1 fault."
    more = {field: "what is small"}
    found = instead(make, f"{sentence} On large sheets too.", sentence, "large sheets", {"set": "small pages"}, **more)
    assert (found is None) == (field != "note")


@pytest.mark.parametrize(
    ("abstract", "sentence", "value", "found"),
    [
        ("On English pages all is well.", "On Danish pages it has 1 fault.", "English", "Danish"),
        ("On English text pages all is well.", "On Danish pages it has 1 fault.", "English text", "Danish"),
        ("With English in all, well.", "With Danish it has 1 fault.", "English", None),  # nothing says what it is
        ("On the English pages all is well.", "On Danish pages it has 1 fault.", "English", None),
        ("On English sheets all is well.", "On Danish pages it has 1 fault.", "English", None),
        ("On, English pages all is well.", "On Danish pages it has 1 fault.", "English", None),
        ("On English, pages all is well.", "On Danish pages it has 1 fault.", "English", None),
        ("On English pages all is well.", "On, Danish pages it has 1 fault.", "English", None),
        ("On English pages all is well.", "On large pages it has 1 fault.", "English", None),
        ("On small pages all is well.", "On Danish pages it has 1 fault.", "small", None),
        ("On English pages all is well.", "On 12 pages it has 1 fault.", "English", None),
        ("On English poor pages all is well.", "On Danish pages it has 1 fault.", "English text", None),
        ("English pages are well.", "Danish pages have 1 fault.", "English", None),
        ("All is English.", "All is 1 Danish.", "English", None),
        ("The English of old is well.", "The Danish of old is 1.", "English", None),
        ("On English pages all is well.", "On Danish pages it has 1 fault.", "!", None),
        ("On English pages of English sheets.", "Of Danish sheets it has 1 fault.", "English", "Danish"),
    ],
)  # fmt: skip
def test_what_stands_in_its_place(abstract: str, sentence: str, value: str, found: str | None, make: Make) -> None:
    assert instead(make, f"{abstract} {sentence}", sentence, value) == found


def test_in_its_place_stands_what_the_claim_has_too(make: Make) -> None:
    sentence = "On Danish pages it has 1 fault."
    assert instead(make, f"On English pages well. {sentence}", sentence, "English", metric="Danish faults") is None
