"""The sentence of a quote as words with its quantities: which of them follow each other, and which stand in lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.sentence import Sentence

Make = Callable[..., Dataset]


def sentence(make: Make, text: str, abstract: str | None = None) -> Sentence:
    (quote,) = make(text, abstract=abstract).papers[0].quotes
    return Sentence(quote)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("5 books are there, 7%.", [False, True]),
        ("Alba, 7%.", [True]),
        ("Alba has 5% and by 7%.", [False, True]),
        ("Alba has 5% and then 7%.", [False, False]),
        ("Alba has 5% on it; 7% there.", [False, True]),
        ("Alba has 5%, then by 7%.", [False, False]),
        ("By 5% it wins.", [False]),
        ("5 or so and only", [False]),
    ],
)
def test_members_of_lists(text: str, opens: list[bool], make: Make) -> None:
    found = sentence(make, text)
    assert [found.opens_member(at) for at in found.numbers] == opens


def test_neighbours(make: Make) -> None:
    found = sentence(make, "Alba has 5%, 7% and then several of 9%.")
    first, second, third = found.numbers  # "several" says no number
    assert (found.previous(first), found.previous(second), found.previous(third)) == (None, first, second)
    assert (found.following(first), found.following(second), found.following(third)) == (second, third, None)
    assert (found.listed(first, second), found.listed(second, third)) == (True, False)
    found = sentence(make, "Alba has 5% and 7% then 9%.")
    first, second, third = found.numbers
    assert (found.listed(first, second), found.listed(second, third)) == (True, False)


def test_one_list(make: Make) -> None:
    found = sentence(make, "Alba has 5%, 6% and 7%, then 9%.")
    first, second, third, behind = found.numbers
    assert found.of_one_list(first, second)
    assert found.of_one_list(third, first)  # in whatever order they are asked for
    assert not found.of_one_list(third, behind)
    assert not found.of_one_list(behind, first)
    assert found.of_one_list(second, second)


def test_the_words_of_the_quote(make: Make) -> None:
    found = sentence(make, "it gains 5%", abstract="We see that it gains 5% today. It is new.")
    assert [word.text for word in found.line] == ["We", "see", "that", "it", "gains", "5%", "today"]
    assert found.quoted == range(3, 6)


@pytest.mark.parametrize(
    ("abstract", "low"),
    [
        ("We use the LIFT data. It is new.", "LIFT"),
        ("We use LIFT data. It is LIFT.", "LIFT"),
        ("We use LIFT data. It is new.", "lift"),
        ("We use the Lift data. It is new.", "lift"),
        ("We use the BLEU data. It is BLEU.", "bleu"),
    ],
)
def test_names_in_capitals(abstract: str, low: str, make: Make) -> None:
    found = sentence(make, f"{abstract.split('.')[0]}.", abstract=abstract)
    assert [word.low for word in found.line if word.text.lower() == low.lower()] == [low]


def test_a_quote_without_claims_has_no_words(make: Make) -> None:
    (quote,) = make("It gains 5%.").papers[0].quotes
    quote.claims.clear()
    assert list(Sentence(quote).line) == []


def test_a_quote_of_marks_has_no_words(make: Make) -> None:
    found = sentence(make, "(!)", abstract="It gains 5% (!) today.")
    assert [word.text for word in found.line] == ["It", "gains", "5%", "today"]
    assert found.quoted == range(0)


def test_words_that_say_no_number(make: Make) -> None:
    found = sentence(make, "With GPT-4 it gains 5% on several tasks of 2024.")
    assert [found.line[each.first].text for each in found.numbers.values()] == ["5%"]
    assert {found.line[index].text for index in found.numbered} == {"5%"}
    assert found.nearest(0) is not None
    assert sentence(make, "It gains.").nearest(0) is None


def test_a_quote_that_stands_nowhere_has_no_words(make: Make) -> None:
    found = sentence(make, "It gains 6%.", abstract="It gains 5%.")
    assert (list(found.line), found.numbers, found.quoted) == ([], {}, range(0))


@pytest.mark.parametrize(("count", "held"), [(300, 300), (301, 0)])
def test_what_is_no_sentence(count: int, held: int, make: Make) -> None:
    text = f"Alba has {'; '.join(str(at % 10) for at in range(count))}"
    assert len(sentence(make, text).numbers) == held
    assert len(sentence(make, "Alba has 0; 1", abstract=f"{text}.").numbers) == held


@pytest.mark.parametrize(("count", "held"), [(1_998, 2_000), (1_999, 0)])
def test_what_has_too_many_words(count: int, held: int, make: Make) -> None:
    assert len(sentence(make, f"Alba {'so ' * count}it").line) == held


def test_the_nearest_number(make: Make) -> None:
    found = sentence(make, "Alba has 5% of books and 7% of games.")
    first, second = found.numbers
    assert [found.nearest(at) for at in (0, 4, 5, 8)] == [first, first, second, second]
    found = sentence(make, "Alba has 5% books 7% games.")
    assert found.nearest(3) == max(found.numbers)  # of two as near the later
