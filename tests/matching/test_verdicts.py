"""What is told of a number that is not, or not wholly, where its claim says: the rule, the message, the help, the place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.verdicts import Verdict, verdicts

Make = Callable[..., Dataset]
Told = tuple[str, str, str | None]

SONGS = "Alba, trained on 10,000 songs, reaches 79.6% accuracy, up to 8.0% more than Borea, and improves from 17.3 to 12.9 there."
NAMES = "We test GPT-4 and Llama 3.1 on Aria v2.5 in Table 7 [12], see (6)."


def found(dataset: Dataset) -> list[tuple[str, Verdict]]:
    (claim,) = dataset.papers[0].all_claims()
    return [(value.name, verdict) for value, verdict in verdicts(claim)]


def told(dataset: Dataset) -> list[Told]:
    """Of each verdict the field, the rule and the text of the number that it points at."""
    numbers = dataset.papers[0].numbers
    return [
        (name, verdict.rule, None if verdict.at is None else numbers[verdict.at].text)
        for name, verdict in found(dataset)
    ]


@pytest.mark.parametrize(
    ("value", "rule", "at"),
    [
        ("79.6%", None, None),
        ("10k", None, None),
        ("up to 8.0%", None, None),
        ("from 17.3 to 12.9", None, None),
        # the number, and the words that stand at it
        ("79.6% accuracy", None, None),
        ("10k songs", None, None),
        ("ten thousand songs", None, None),
        ("trained on 10,000 songs", None, None),
        ("reaches 79.6% accuracy", None, None),
        ("reaches 79.6 percent", None, None),
        ("79.6% precision", "value-not-in-quote", "79.6%"),
        ("79.6% acc", "value-not-in-quote", "79.6%"),  # a word, and not its beginning
        ("eaches 79.6%", "value-not-in-quote", "79.6%"),
        ("ten thousand song", "value-not-in-quote", "10,000"),
        ("accuracy 79.6%", None, None),
        ("songs 10k accuracy", "value-not-in-quote", "10,000"),
        ("79.6% songs", "value-not-in-quote", "79.6%"),  # they stand at another number
        ("79.6% Borea", "value-not-in-quote", "79.6%"),
        ("79.6 percent !", "value-not-in-quote", "79.6%"),  # a mark alone says nothing
        ("79.6 percent ,", "value-not-in-quote", "79.6%"),
        ("{79.6%}", None, None),  # markup
        ("\u200b79.6%", "value-not-in-quote", "79.6%"),
        ("7\u200b9.6%", "value-not-in-quote", "79.6%"),
        # not wholly
        ("79.6", "unit-differs", "79.6%"),
        ("79.60%", "precision-differs", "79.6%"),
        ("-79.6%", "partial-quantity", "79.6%"),
        ("8.0%", "partial-quantity", "up to 8.0%"),
        ("~79.6%", "partial-quantity", "79.6%"),
        ("over 8.0%", "partial-quantity", "up to 8.0%"),
        ("17.3", "partial-quantity", "from 17.3 to 12.9"),
        ("12.9 to 17.3", "partial-quantity", "from 17.3 to 12.9"),
        ("10", "unit-differs", "10,000"),
        # not at all
        ("76.9%", "value-not-in-quote", None),
        ("3", "value-not-in-quote", None),  # the digits of another quantity are no name's
        ("9", "value-not-in-quote", None),
        ("79.6% and 10k", "value-not-in-quote", None),
        ("the best", "value-not-in-quote", None),
        ("GPT-4", "number-in-name", None),
    ],
)  # fmt: skip
def test_which_rule(value: str, rule: str | None, at: str | None, make: Make) -> None:
    assert told(make(SONGS, {"value": value})) == ([] if rule is None else [("value", rule, at)])


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("4", "GPT-4"),
        ("3.1", "Llama 3.1"),
        ("3", "Llama 3.1"),  # a part of a version is a number of it
        ("1", "Llama 3.1"),
        ("7", "Table 7"),
        ("12", "12"),
        ("6", "6"),
        ("2.5", "v2.5"),
        ("4%", "GPT-4"),  # whatever else the value writes
        ("31", None),
        ("0", None),
        ("three", None),  # a name is written in digits
    ],
)
def test_digits_of_a_name(value: str, at: str | None, make: Make) -> None:
    ((name, verdict),) = found(dataset := make(NAMES, {"value": value}))
    assert name == "value"
    if at is None:
        assert (verdict.rule, verdict.at) == ("value-not-in-quote", None)
        assert verdict.help == "The quote holds no number."
        return
    assert verdict.rule == "number-in-name"
    assert verdict.at is not None
    mention = dataset.papers[0].numbers[verdict.at]
    assert at.endswith(mention.text) or mention.text.endswith(at)
    assert not mention.is_quantity


@pytest.mark.parametrize(
    ("sentence", "value", "message"),
    [
        # The word before tells the reader which name it is, where the digits alone do not.
        (NAMES, "3.1", "'3.1' stands in the quote only in 'Llama 3.1', which is no quantity (name)"),
        (NAMES, "4", "'4' stands in the quote only in 'GPT-4', which is no quantity (name)"),
        (NAMES, "12", "'12' stands in the quote only in '12', which is no quantity (citation)"),
        ("3.1 is the Llama of choice, says [5].", "5", "'5' stands in the quote only in '5', which is no quantity (citation)"),
        (SONGS, "GPT-4", "'GPT-4' is no quantity (name)"),
        (SONGS, "the best", "'the best' holds no number"),
        (SONGS, "79.6% and 10k and GPT-4", "the value holds several quantities ('79.6%', '10k')"),
        (SONGS, "7\u200b9.6%", "the value holds an invisible character (U+200B)"),
        (SONGS, "79.6% precision", "the number stands in the quote as '79.6%', but not with the words 'precision'"),
        (SONGS, "all 79.6% precision", "the number stands in the quote as '79.6%', but not with the words 'all precision'"),
        (SONGS, "8.0%", "'8.0%' is not the quantity of the quote, 'up to 8.0%': the bound is lost"),
    ],
)  # fmt: skip
def test_messages(sentence: str, value: str, message: str, make: Make) -> None:
    assert [verdict.message for _, verdict in found(make(sentence, {"value": value}))] == [message]


EIGHT = "Alba gets 5, 6, 7, 8, 9, 10, 11 and 12 points."


@pytest.mark.parametrize(
    ("sentence", "value", "help"),
    [
        (SONGS, "17.3", "Write both ends: 'from 17.3 to 12.9'; or, for a change, one as `baseline_value` and one as `value`."),
        ("Alba wins 3 out of 5 games.", "3", "Write the whole quantity: '3 out of 5'."),
        (SONGS, "12.9 to 17.3", "Write the ends in the order of the source."),
        (SONGS, "8.0%", "Write the quantity as the source writes it: 'up to 8.0%'."),
        # all numbers of the quote, each once; of many the first eight
        (SONGS, "76.9%", "The quote holds '10,000', '79.6%', 'up to 8.0%', 'from 17.3 to 12.9'."),
        ("Alba wins 5 games and Borea 5.", "4", "The quote holds '5'."),
        (EIGHT, "3", "The quote holds '5', '6', '7', '8', '9', '10', '11', '12 points'."),
        (EIGHT.replace("5,", "4, 5,"), "3", "The quote holds '4', '5', '6', '7', '8', '9', '10', '11' and 1 more."),
        ("Alba wins with GPT-4.", "3", "The quote holds no number."),
    ],
)  # fmt: skip
def test_help(sentence: str, value: str, help: str, make: Make) -> None:
    assert [verdict.help for _, verdict in found(make(sentence, {"value": value}))] == [help]


def test_elsewhere_in_the_abstract(make: Make) -> None:
    """The number of another sentence is pointed at; what is no quantity there, or another number, is not."""
    rest = " Borea has 64% there, GPT-4 has 12."
    (_, verdict), = found(dataset := make(SONGS, {"value": "64%"}, abstract=SONGS + rest))  # fmt: skip
    assert verdict.help.endswith("'64%' stands elsewhere in the abstract: quote that sentence, if it is meant.")
    assert verdict.at is not None
    assert dataset.papers[0].numbers[verdict.at].text == "64%"
    (_, verdict), = found(make(SONGS, {"value": "4"}, abstract=SONGS + rest))  # fmt: skip
    assert (verdict.rule, verdict.at) == ("value-not-in-quote", None)
    assert "elsewhere" not in verdict.help


class TestMention:
    """The number belongs to the words that the claim quotes as its mention."""

    def test_a_value_outside(self, make: Make) -> None:
        claim = {"value": "79.6%", "mention": "trained on 10,000 songs, GPT-4 aside"}
        sentence = SONGS.replace("songs", "songs, GPT-4 aside")
        ((name, verdict),) = found(dataset := make(sentence, claim))
        assert (name, verdict.rule) == ("value", "mention")
        assert verdict.message == "the mention does not hold the value '79.6%'"
        assert verdict.help.endswith("the mention holds '10,000'")
        assert verdict.at is not None
        assert dataset.papers[0].numbers[verdict.at].text == "79.6%"

    def test_what_it_holds_is_held_against_the_value_first(self, make: Make) -> None:
        # "5" is as near to both; the mention says which one it should have been.
        sentence = "Alba gains over 5 points here, and Borea under 5 points there."
        claim = {"value": "5 points", "mention": "Borea under 5 points"}
        assert told(make(sentence, claim)) == [("value", "partial-quantity", "under 5 points")]
        # where nothing in it comes near, the rest of the quote is looked at
        claim = {"value": "79.60%", "mention": "trained on 10,000 songs"}
        assert told(make(SONGS, claim)) == [("value", "precision-differs", "79.6%")]

    def test_digits_of_a_name_are_not_what_it_holds(self, make: Make) -> None:
        sentence = "Alba with GPT-4 gains 5% in all."
        assert told(make(sentence, {"value": "5", "mention": "Alba with GPT-4"})) == [("value", "unit-differs", "5%")]


TWICE = "On Harbour, Alba has 5 points, then 7 points; it falls from 17.3 to 12.9."


@pytest.mark.parametrize(
    ("value", "baseline", "expected"),
    [
        ("12.9", "17.3", []),
        ("5 points", "7 points", []),
        # one stated change, nearly: the end that differs is told, once
        ("17.3", "12.9", [("value", "partial-quantity", "from 17.3 to 12.9")]),
        ("12.90", "17.3", [("value", "precision-differs", "from 17.3 to 12.9")]),
        ("12.9", "17.30", [("baseline_value", "precision-differs", "from 17.3 to 12.9")]),
        ("12.9%", "17.3", [("value", "unit-differs", "from 17.3 to 12.9")]),
        # one end is another number: the other one is no defect of its own
        ("13.9", "17.3", [("value", "value-not-in-quote", None)]),
        ("12.9", "18.3", [("baseline_value", "value-not-in-quote", None)]),
        ("13.9", "18.3", [("value", "value-not-in-quote", None), ("baseline_value", "value-not-in-quote", None)]),
        # two defects, each of its own
        ("8 points", "7", [("value", "value-not-in-quote", None), ("baseline_value", "unit-differs", "7 points")]),
        ("17.3", "17.3", [("value", "partial-quantity", "from 17.3 to 12.9"), ("baseline_value", "partial-quantity", "from 17.3 to 12.9")]),
        # a baseline value that comes near to nothing but the value's own number is a defect of the value
        ("5 points", "5.0 points", [("value", "precision-differs", "5 points")]),
        ("5 points", "8", [("baseline_value", "value-not-in-quote", None)]),
        ("5 points", "7", [("baseline_value", "unit-differs", "7 points")]),
        ("5 points", "5 points", [("value", "value-not-in-quote", "5 points")]),
        ("5 points", "7 points!", [("baseline_value", "value-not-in-quote", "7 points")]),
        ("5 points", "the best", [("baseline_value", "value-not-in-quote", None)]),
        ("8 points", "7 points", [("value", "value-not-in-quote", None)]),
    ],
)  # fmt: skip
def test_value_and_baseline_value(value: str, baseline: str, expected: list[Told], make: Make) -> None:
    claim = {"value": value, "baseline": "Borea", "baseline_value": baseline}
    assert told(make(TWICE, claim)) == expected
