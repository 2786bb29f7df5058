"""Phrases that say the opposite of others, and sentences that may say both."""

from __future__ import annotations

import pytest

from claimcheck.matching.opposites import beside, elsewhere, says_other_side, turned


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("test set", "validation set"),
        ("the dev set", "the test set"),
        ("few-shot setting", "zero-shot setting"),
        ("during inference", "during training"),
        ("target language", "source language"),
        ("for female speakers", "for male speakers"),
        ("within the tier", "beyond the tier"),
        ("all tasks", "some tasks"),
        ("all tasks", "two of the tasks"),
        ("all tasks", "all but one task"),
        ("all tasks", "all but two tasks"),
        ("with tuning", "without any tuning"),
        ("with labels", "without the need for labels"),
        ("in domain", "out of domain"),
    ],
)
def test_turned_phrases(phrase: str, other: str) -> None:
    assert other in [each for each, _, _ in turned(phrase)]


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("all tasks", "two tasks"),  # all of the two tasks, perhaps
        ("without tuning", "with any tuning"),
        ("test", "validation"),  # one word is no phrase
        ("not trained", "trained"),  # nor is one word with a "not"
        ("in Aria", "out of Aria"),
        ("five-shot setting", "few-shot setting"),
    ],
)
def test_what_is_no_opposite(phrase: str, other: str) -> None:
    assert other not in [each for each, _, _ in turned(phrase)]


def test_the_other_set_may_be_spoken_of_elsewhere() -> None:
    """An abstract that has "test" may mean it in a sentence on the validation set; "larger" is no such word."""
    assert elsewhere("test")
    assert elsewhere("Zero-shot")
    assert not elsewhere("larger")
    assert not elsewhere("with")


@pytest.mark.parametrize(
    ("sentence", "others", "both"),
    [
        ("Alba with more data beats Borea without tuning.", [], False),
        (
            "Alba with more data beats Borea without tuning.",
            None,
            True,
        ),  # with other numbers the "with" may be on another side
        ("Alba with LoRA beats Borea without tuning.", [], True),  # which may be a tuning
        ("Alba with light tuning beats Borea without tuning.", [], True),
        ("Alba with it beats Borea without tuning.", [], True),
        ("With and without tuning Alba beats Borea.", [], True),
        ("Alba with more data beats Borea without tuning, and others.", [], True),  # a word of contrast
    ],
)
def test_the_word_counts_where_it_may_be_said_of_the_same(sentence: str, others: list[str] | None, both: bool) -> None:
    assert says_other_side(sentence, "with", "without", "without tuning", others=others) is both


def test_all_counts_unless_another_field_has_it() -> None:
    sentence = "Alba beats all models on some tasks."
    assert says_other_side(sentence, "all", "some", "some tasks", others=[])
    assert not says_other_side(sentence, "all", "some", "some tasks", others=["all models"])


@pytest.mark.parametrize(
    ("sentence", "stated", "places"),
    [
        ("It has 5 rude and 7 non-rude texts.", "non-rude texts", [9]),
        ("It has 5 rude and 7 non rude texts.", "non rude texts", [9]),
        ("It has 7 non-rude texts.", "non-rude texts", []),
        ("It is not rude in 7 non-rude texts.", "non-rude texts", []),
        ("It has 5 rude texts and no more.", "no more", []),
    ],
)
def test_the_word_without_non(sentence: str, stated: str, places: list[int]) -> None:
    assert beside(sentence, stated) == places
