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
        ("rendering time", "training time"),
        ("word error rate", "character error rate"),
        ("for female speakers", "for male speakers"),
        ("within the tier", "beyond the tier"),
        ("all tasks", "some tasks"),
        *(("all tasks", f"{each} tasks") for each in ("most", "several", "multiple", "many", "various")),
        ("all tasks", "two of the tasks"),
        ("all tasks", "all but one task"),
        ("all tasks", "all but two tasks"),
        ("with tuning", "without any tuning"),
        ("with labels", "without the need for labels"),
        ("in domain", "out of domain"),
        ("in Distribution", "out of Distribution"),
        ("With tuning", "without any tuning"),
        ("Higher noise", "lower noise"),
        ("not fully trained", "fully trained"),
        ("Not prompted to copy", "prompted to copy"),
        ("not Xavier data here", "Xavier data here"),
        ("rude texts", "non-rude texts"),
        ("rude texts", "rude not texts"),
        ('"rude" texts', '"not rude" texts'),
        ("with tools" + " a" * 18, "without tools" + " a" * 18),
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
        ("rude texts", "not rude texts"),  # who is not?
        ("the rude texts", "the texts"),
        ("with tools" + " a" * 19, "without tools" + " a" * 19),
        ("not trained", "trained"),  # nor is one word with a "not"
        ("in Aria", "out of Aria"),
        ("five-shot setting", "few-shot setting"),
    ],
)
def test_what_is_no_opposite(phrase: str, other: str) -> None:
    assert other not in [each for each, _, _ in turned(phrase)]


@pytest.mark.parametrize(
    ("phrase", "turn"),
    [
        ("with tuning", ("without any tuning", "with", "without")),
        ("all tasks", ("all but one task", "all", "all but")),
        ("all tasks", ("two of the tasks", "all", "two")),
        ("in domain", ("out of domain", "in", "out of")),
    ],
)
def test_which_words_were_exchanged(phrase: str, turn: tuple[str, str, str]) -> None:
    assert turn in list(turned(phrase))


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


@pytest.mark.parametrize(
    ("sentence", "own", "other", "stated", "others", "both"),
    [
        ("Alba without more data beats Borea with tuning.", "without", "with", "with tuning", [], False),
        ("With much more data it beats Borea without tuning.", "With", "without", "without tuning", [], False),
        # "More" is not said of one thing alone, wherever it stands.
        ("Alba beats more models with less noise.", "more", "less", "less noise", ["more models"], True),
        ("Alba beats all models on some tasks.", "All", "some", "some tasks", ["all models"], False),
        # How many there are has nothing to do with what is compared.
        ("Alba beats several models, compared with Borea.", "all", "several", "several models", None, False),
        ("Alba beats several models, compared with Borea.", "several", "few", "several models", None, True),
        ("Alba beats several models of all, compared with Borea.", "all", "several", "several models", None, True),
        ("Alba beats several models, compared with Borea.", "All", "several", "several models", None, False),
        ("Alba has the most errors, compared with Borea.", "fewest", "most", "most errors", None, True),
        # A denial counts where a "not" was put in or left out, besides the one that is meant.
        ("It is prompted not to copy here.", "", "not", "prompted not to copy", None, False),
        ("If prompted not to copy, or if prompted not to copy at all, it copies.", "", "not", "prompted not to copy", None, False),
        ("It is prompted not to copy, which it never does.", "", "not", "prompted not to copy", None, True),
        ("It is prompted to copy here.", "not", "", "prompted to copy", None, False),
        ("It is prompted to copy, which it never does.", "not", "", "prompted to copy", None, True),
        ("With less noise it never fails.", "more", "less", "less noise", None, False),
    ],
)  # fmt: skip
def test_words_that_say_the_other_side(
    sentence: str, own: str, other: str, stated: str, others: list[str] | None, both: bool
) -> None:
    assert says_other_side(sentence, own, other, stated, others=others) is both


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
        ("It has 5 texts, and the canon texts.", "canon texts", []),
    ],
)
def test_the_word_without_non(sentence: str, stated: str, places: list[int]) -> None:
    assert beside(sentence, stated) == places
