"""What is told of a number that is not, or not wholly, where its claim says: the rule, the message, the help, the place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.verdicts import Verdict, verdicts, verified

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
        ("79.6 percent !", "value-not-in-quote", "79.6%"),  # a mark that does not stand there
        ("79.6 percent ,", "value-not-in-quote", "79.6%"),
        ("10k, songs", "value-not-in-quote", "10,000"),
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
        ("4 points", "GPT-4"),
        ("approx. 4", "GPT-4"),
        ("4.", "GPT-4"),
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
        assert verdict.message.endswith("which holds no number")
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


SEVENS = "Alba has 7 books, 7 songs, 7 hats, not all:12 cats: 13 or 14 (dogs) and 15 - mice, hens - 16."


@pytest.mark.parametrize(
    ("value", "number"),
    [
        # Of equal numbers the one that the value's own words stand at, whatever words they are.
        ("7", 0),
        ("7 books", 0),
        ("7 songs", 1),
        ("7 hats", 2),
        ("seven hats", 2),
        ("hats seven", 2),
        ("has 7", 0),
        ("has seven", 0),
        ("of seven", None),
        ("ats 7", None),
        ("seven hat", None),
        # A mark and a space may stand between, not more.
        ("twelve all:", 3),
        ("all: twelve", 3),
        ("twelve cats", 3),
        ("thirteen cats", 4),
        ("fourteen dogs", 5),
        ("fifteen mice", None),
        ("sixteen hens", None),
        ("fifteen -", 6),
    ],
)
def test_the_number_that_the_words_stand_at(value: str, number: int | None, make: Make) -> None:
    (claim,) = make(SEVENS, {"value": value}).papers[0].all_claims()
    assert (claim.value_at if verified(claim) else None) == number


def test_two_claims_with_equal_numbers(make: Make) -> None:
    """Whichever comes first, the one that has words has its own number."""
    plain, words = {"id": "a", "value": "7"}, {"id": "b", "value": "7 books"}
    for claims in ((plain, words), (words, plain)):
        found = {claim.claim.id.text: claim.value_at for claim in make(SEVENS, *claims).papers[0].all_claims()}
        assert found == {"a": 1, "b": 0}
    (held,) = make(SEVENS, {"value": "12", "baseline": "Borea", "baseline_value": "7 songs"}).papers[0].all_claims()
    assert (held.value_at, held.baseline_at) == (3, 1)
    assert verified(held)


@pytest.mark.parametrize(
    ("claim", "true"),
    [
        ({"value": "12.9"}, False),
        ({"value": "12.9", "baseline": "Borea", "baseline_value": "17.3"}, True),
        ({"value": "12.9", "baseline": "Borea", "baseline_value": "17.4"}, False),
        ({"value": "79.6%", "baseline": "Borea", "baseline_value": "10k"}, True),
        ({"value": "79.6%", "baseline": "Borea", "baseline_value": "11k"}, False),
        ({"value": "79.5%", "baseline": "Borea", "baseline_value": "10k"}, False),
        ({"value": "79.6% precision"}, False),
        ({"kind": "ranking", "rank": "best"}, True),
    ],
)
def test_verified(claim: dict[str, object], true: bool, make: Make) -> None:
    (held,) = make(SONGS, claim).papers[0].all_claims()
    assert verified(held) is true
    (nowhere,) = make(SONGS, claim, abstract="Nothing of it.").papers[0].all_claims()
    assert not verified(nowhere)
    assert verdicts(nowhere) == ()


@pytest.mark.parametrize(
    ("sentence", "claim", "whole", "lost"),
    [
        ("Not 5% of them win.", {}, "Not 5%", "Not"),
        ("Not 5% of them win.", {"value": "Not 5%"}, None, None),
        ("It is not\n5%.", {}, "not 5%", "not"),
        ("It wins 5%  at   best.", {}, "5% at   best", "at   best"),
        ("It wins 5% at best.", {"value": "5% at"}, "5% at best", "at best"),
        ("It wins 5% at  best.", {"value": "5% at best"}, None, None),
        ("It wins at best 5%.", {}, "at best 5%", "at best"),
        ("It wins at best 5%.", {"value": "at best 5%"}, None, None),
        ("It wins at best 5%.", {"agg": {"how": "max"}}, None, None),
        ("It wins 5%, and 6% at best.", {}, None, None),
        ("It wins 5% at best.", {"agg": {"how": "mean"}}, "5% at best", "at best"),
        ("It wins 5% at best.", {"agg": {"n": "5"}}, "5% at best", "at best"),
        ("It wins 5% at best.", {"agg": {"how": "max"}}, None, None),
        ("It wins 5% at worst.", {"agg": {"how": "min"}}, None, None),
    ],
)
def test_a_word_that_is_lost(
    sentence: str, claim: dict[str, object], whole: str | None, lost: str | None, make: Make
) -> None:
    said = [(verdict.rule, verdict.message) for _, verdict in found(make(sentence, {"value": "5%", **claim}))]
    message = f"'{claim.get('value', '5%')}' is not what the quote says, '{whole}': '{lost}' is lost"
    assert said == ([] if whole is None else [("partial-quantity", message)])


def test_what_stands_outside_the_quote_is_not_lost(make: Make) -> None:
    """What takes back a whole quote has a rule of its own."""
    for text in ("We find that not 5% of them win.", "We saw 5% of them win at best."):
        assert found(make("5% of them win", {"value": "5%"}, abstract=text)) == []
        assert found(make("5%", {"value": "5%"}, abstract=text.replace(" of them win", ""))) == []


@pytest.mark.parametrize(
    ("sentence", "claim", "whole"),
    [
        ("Alba emits 50 tokens/s.", {}, "50 tokens/s"),
        ("Alba emits 50 tokens / s.", {}, "50 tokens / s"),
        ("Alba emits 50 tokens\n  per second.", {}, "50 tokens per second"),
        ("Alba emits 50 tokens per second.", {"value": "50 tokens "}, "50 tokens per second"),
        ("Alba emits 50 (tokens) per second.", {"value": "50 (tokens)"}, "50 (tokens) per second"),
        ("Alba emits 50 tokens per second.", {"mention": "50 tokens per second"}, "50 tokens per second"),
        # The number alone may be of anything, and what stands elsewhere is another number's.
        ("Alba emits 50 tokens per second.", {"value": "50"}, None),
        ("Alba emits 50 per second.", {"value": "50"}, None),
        ("Alba emits 50/run.", {"value": "50"}, None),
        ("Alba emits 50 secret tokens/s.", {"value": "50 secret tokens"}, "50 secret tokens/s"),
        ("Alba emits 50 tokens per second.", {"value": "50 tokens per second"}, None),
        ("Alba emits 50 tokens, or 60 tokens/s.", {}, None),
        # The claim may tell it in a word of its own, or say that it is "per" something.
        ("Alba emits 50 tokens per second.", {"metric": "speed by secs"}, None),
        ("Alba emits 50 tokens per second.", {"metric": "speed by milliseconds"}, "50 tokens per second"),
        ("Alba emits 50 tokens per second.", {"metric": "speed by session"}, "50 tokens per second"),
        ("Alba emits 50 tokens per second.", {"conditions": {"in": "A Second"}}, None),
        ("Alba emits 50 tokens/SECOND.", {"conditions": {"in": "a second"}}, None),
        ("Alba emits 50 tokens/s.", {"metric": "tokens/s"}, None),
        ("Alba emits 50 tokens/s.", {"metric": "output each second"}, None),
        ("Alba emits 50 tokens/s.", {"metric": "output in s", "conditions": {"in": "all"}}, None),
        ("Alba emits 50 tokens/h.", {"metric": "hourly output"}, None),
        ("Alba emits 50 tokens/s.", {"metric": "size of speech"}, "50 tokens/s"),
        ("Alba emits 50 tokens/W.", {"metric": "words"}, "50 tokens/W"),
        ("Alba emits 50 tokens/it.", {"metric": "output of an iteration"}, None),
        ("Alba emits 50 tokens/minute.", {"metric": "tokens per time"}, None),
        ("Alba emits 50 tokens/minute.", {"metric": "tokens percept"}, "50 tokens/minute"),
        ("Alba emits 50 tokens/minute.", {"subject": "Alba up", "metric": "erratic"}, "50 tokens/minute"),
    ],
)
def test_what_it_is_per(sentence: str, claim: dict[str, object], whole: str | None, make: Make) -> None:
    said = [(verdict.rule, verdict.message) for _, verdict in found(make(sentence, {"value": "50 tokens", **claim}))]
    value = str(claim.get("value", "50 tokens"))
    message = f"'{value}' is not the quantity of the quote, '{whole}': what it is per is lost"
    assert said == ([] if whole is None else [("partial-quantity", message)])
    assert found(make("50 tokens", {"value": "50 tokens"}, abstract=sentence.replace("(tokens)", "tokens"))) == []


EIGHT = "Alba gets 5, 6, 7, 8, 9, 10, 11 and 12 points."


@pytest.mark.parametrize(
    ("sentence", "value", "help"),
    [
        (SONGS, "17.3", "Write both ends: 'from 17.3 to 12.9'; or, for a change, one as `baseline_value` and one as `value`."),
        ("Alba wins 3 out of 5 games.", "3", "Write the whole quantity: '3 out of 5'."),
        (SONGS, "17.3%", "Write both ends: 'from 17.3 to 12.9'; or, for a change, one as `baseline_value` and one as `value`."),
        (SONGS, "12.9 to 17.3", "Write the ends in the order of the source."),
        (SONGS, "8.0%", "Write the quantity as the source writes it: 'up to 8.0%'."),
    ],
)  # fmt: skip
def test_help(sentence: str, value: str, help: str, make: Make) -> None:
    assert [verdict.help for _, verdict in found(make(sentence, {"value": value}))] == [help]


@pytest.mark.parametrize(
    ("sentence", "value", "held"),
    [
        # all numbers of the quote, each once; of many the first eight
        (SONGS, "76.9%", "'10,000', '79.6%', 'up to 8.0%', 'from 17.3 to 12.9'"),
        ("Alba wins 5 games and Borea 5.", "4", "'5'"),
        (EIGHT, "3", "'5', '6', '7', '8', '9', '10', '11', '12 points'"),
        (EIGHT.replace("5,", "4, 5,"), "3", "'4', '5', '6', '7', '8', '9', '10', '11' and 1 more"),
        ("Alba wins with GPT-4.", "3", "no number"),
    ],
)
def test_what_the_quote_holds_instead(sentence: str, value: str, held: str, make: Make) -> None:
    ((_, verdict),) = found(make(sentence, {"value": value}))
    assert verdict.message == f"'{value}' is not a number of the quote, which holds {held}"
    assert verdict.help == "Write the number as the quote has it, or quote the sentence that states it."


def test_elsewhere_in_the_abstract(make: Make) -> None:
    """The number of another sentence is pointed at; what is no quantity there, or another number, is not."""
    rest = " Borea has 64% there, GPT-4 has 12."
    (_, verdict), = found(dataset := make(SONGS, {"value": "64%"}, abstract=SONGS + rest))  # fmt: skip
    assert verdict.help.endswith("'64%' stands elsewhere in the abstract: quote that sentence, if it is meant.")
    assert verdict.at is not None
    assert dataset.papers[0].numbers[verdict.at].text == "64%"
    for value in ("4", "64", "3 of May"):
        (_, verdict), = found(make(SONGS, {"value": value}, abstract=SONGS + rest))  # fmt: skip
        assert (verdict.rule, verdict.at) == ("value-not-in-quote", None)
        assert "elsewhere" not in verdict.help


def test_so_many_numbers_are_looked_at(make: Make) -> None:
    """Of those of the quote the first two hundred, and of those of other sentences as many."""
    for count, rule in ((199, "unit-differs"), (200, "value-not-in-quote")):
        assert told(make("5 " * count + "777%", {"value": "777"}))[0][1] == rule
    for count, rule in ((199, "number-in-name"), (200, "value-not-in-quote")):
        assert told(make("5 " * count + "GPT-777", {"value": "777"}))[0][1] == rule
    for count, found_there in ((199, True), (200, False)):
        dataset = make(SONGS, {"value": "777"}, abstract=f"{SONGS} There are {'777%, ' * count} 777.")
        assert (told(dataset)[0][2] is not None) is found_there


def test_the_digits_of_a_date(make: Make) -> None:
    """They look like the number, and are none."""
    assert told(make("Alba, of May 3, wins 50 games.", {"value": "3"})) == [("value", "number-in-name", "3")]


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

    @pytest.mark.parametrize(
        ("value", "baseline", "expected"),
        [
            ("12.9", "17.3", [("value", "mention", "from 17.3 to 12.9")]),
            (
                "12.90",
                "17.3",
                [
                    ("value", "partial-quantity", "from 17.3 to 12.9"),
                    ("baseline_value", "partial-quantity", "from 17.3 to 12.9"),
                ],
            ),
            (
                "12.9",
                "17.30",
                [
                    ("value", "partial-quantity", "from 17.3 to 12.9"),
                    ("baseline_value", "partial-quantity", "from 17.3 to 12.9"),
                ],
            ),
        ],
    )
    def test_a_change_outside(self, value: str, baseline: str, expected: list[Told], make: Make) -> None:
        claim = {"value": value, "baseline": "Borea", "baseline_value": baseline, "mention": "reaches 79.6% accuracy"}
        assert told(make(SONGS, claim)) == expected
        if expected[0][1] == "mention":
            assert found(make(SONGS, claim))[0][1].message == "the mention does not hold 'from 17.3 to 12.9'"

    def test_the_change_that_it_holds_is_held_against_it_first(self, make: Make) -> None:
        sentence = "Alba goes from 17.4% to 12.9% here, and from 17.4 to 12.90 there."
        claim = {"value": "12.9", "baseline": "Borea", "baseline_value": "17.4"}
        assert told(make(sentence, {**claim, "mention": "from 17.4 to 12.90 there"})) == [
            ("value", "precision-differs", "from 17.4 to 12.90")
        ]
        assert told(make(sentence, claim))[0][1] == "unit-differs"

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
        ("12.9", "17.3 dogs", [("baseline_value", "value-not-in-quote", "from 17.3 to 12.9")]),
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


@pytest.mark.parametrize(
    ("value", "baseline", "message"),
    [
        ("17.3", "12.9", "value and baseline value stand the other way round in 'from 17.3 to 12.9'"),
        ("12.90", "17.3", "'12.90' is not that end of 'from 17.3 to 12.9': the same value with another precision"),
        ("12.9", "17.3%", "'17.3%' is not that end of 'from 17.3 to 12.9': the same number with another unit"),
    ],
)
def test_what_is_said_of_a_change(value: str, baseline: str, message: str, make: Make) -> None:
    claim = {"value": value, "baseline": "Borea", "baseline_value": baseline}
    assert [verdict.message for _, verdict in found(make(TWICE, claim))] == [message]


@pytest.mark.parametrize(
    ("stated", "value", "baseline", "wrong"),
    [
        # as it is written there, or with the unit that it shares
        ("6.3 to 5.9 mm", "5.9 mm", "6.3", []),
        ("6.3 to 5.9 mm", "5.9 mm", "6.3 mm", []),
        ("6.3 to 5.9 mm", "5.9", "6.3", ["5.9"]),
        ("6.3 to 5.9 mm", "5.9", "6.3 mm", ["5.9"]),
        ("6.3 to 5.9 mm", "5.9 mm", "6.3 m", ["6.3 m"]),
        ("6.3 to 5.9 mm", "5.9 mm", "6.4", ["6.4"]),
        # a percent sign that is lost here is lost in the table; and a sign before the number is written there
        ("6.3 to 5.9%", "5.9%", "6.3", []),
        ("6.3% to 5.9%", "5.9%", "6.3", ["6.3"]),
        ("6.3 to 5.9%", "5.9%", "6.3%", []),
        ("$6.3 to $5.9", "$5.9", "$6.3", []),
        ("$6.3 to $5.9", "$5.9", "6.3", ["6.3"]),
        ("$6.3 to $5.9", "5.9", "6.3", ["5.9"]),
    ],
)
def test_the_unit_at_the_second_end_of_a_change(
    stated: str, value: str, baseline: str, wrong: list[str], make: Make
) -> None:
    claim = {"value": value, "baseline": "Borea", "baseline_value": baseline}
    dataset = make(f"Against Borea, it falls from {stated}.", claim)
    assert [verdict.message.split("'")[1] for _, verdict in found(dataset)] == wrong


@pytest.mark.parametrize(
    ("value", "character"), [("7\u200b9.6%", None), ("79.6%", None), ("\u200d7\u200b9.6%", "200D")]
)
def test_an_invisible_character_that_the_source_has(value: str, character: str | None, make: Make) -> None:
    said = [verdict.message for _, verdict in found(make("Alba gets 7\u200b9.6% there.", {"value": value}))]
    assert said == ([] if character is None else [f"the value holds an invisible character (U+{character})"])
