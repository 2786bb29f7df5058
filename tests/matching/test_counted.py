"""Which number of a sentence a condition's own word stands at, and where that is another than the condition says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.counted import elsewhere, foreign_unit

Make = Callable[..., Dataset]

SETUP = "Alba is tested with 5-shot prompting, 3 runs and a temperature of 0.7 with top-p 0.9 on 2, 4 and 8 GPUs."
PARTS = "Alba wins on 5 of the 10 tasks, over 3 seeds."
KINDS = "Alba trains on 5 training tasks and 10 evaluation tasks."
COMPOUND = "Alba is run with two state-of-the-art models across three data sets, spanning 15 topics."
TIED = "Alba has a temperature value of 0.7 and top-p 0.9."
INTERVALS = "Alba has an ICU 0.93 (95% confidence interval [CI], 0.91-0.95) and an AKI of 0.94 (95% CI, 0.92-0.96)."
TIERS = "Alba chooses among three tiers (small and large at 320 and 640 px)."
TESTED = "Alba is as good by two one sided tests (TOST p < 0.05)."
BEGINNING = "Temperature 0.7 and top-p 0.9 are what Alba has."
YEARS = "Alba reads 241 countries in 2024 and knows AIME 2025."
PAIRED = "Alba reads 12 books with shots and runs of 5 and 3, or 7 and 9 seeds and folds, respectively."


def told(make: Make, sentence: str, claim: dict[str, object]) -> list[tuple[str, str, str]]:
    """The field, the number that its word stands at, and that word."""
    paper = make(sentence, {"subject": "Alba", **claim}).papers[0]
    return [(each.field.name, paper.numbers[each.other].text, each.word) for each in elsewhere(paper.quotes[0])]


BRACKETS = "Alba reads at 0.93 (95% CI [0.91, 0.95]), and Borea (recall: 0.94, 95% CI [0.92, 0.96])."


@pytest.mark.parametrize(
    ("sentence", "condition", "number"),
    [
        (SETUP, "shots", "5"),
        (SETUP, "runs", "3"),
        (SETUP, "temperature", "0.7"),
        (SETUP, "sampling temperature", "0.7"),
        (SETUP, "GPUs", "2"),  # a list: its word is that of every number
        (SETUP, "GPUs", "8"),
        (SETUP, "setting", "5-shot"),  # the value names what it counts
        (SETUP, "examples", "3"),  # a word that stands nowhere tells nothing
        (PARTS, "tasks", "5"),
        (PARTS, "tasks", "10"),
        (KINDS, "training tasks", "5"),
        (KINDS, "evaluation tasks", "10"),
        (KINDS, "tasks", "5"),
        (COMPOUND, "models", "two"),
        (COMPOUND, "topics", "15"),
        # What a number counts may be told at one before it; what a percentage is of stands behind it.
        ("Alba has 81% with 5 shots, and 64% with 32.", "shots", "32"),
        ("Alba has 81% with 5 shots, and 64% with dozens.", "shots", "dozens"),
        ("Alba has 81% with 5 shots, and 32 are needed for 64%.", "shots", "32"),
        ("Alba has 81% at a context length of 8K and 64% at 128K.", "context length", "128K"),
        ("With 1% of labels, Alba has 81%, and with 10% of labels 64%.", "labels", "10%"),
        ("With 1% of the labels, Alba has 81%, and with 10% of all labels 64%.", "labels", "10%"),
        (YEARS, "countries", "241"),
        (YEARS, "countries", "AIME 2025"),  # a name that ends in a number counts nothing
        ("The error of Alba at day 5 is 283 m.", "day", "5"),  # the number of a day is no quantity
        ("The error of Alba at day 5 is 283 m.", "forecast day", "5"),
        ("5 books and 7 shelves are read by Alba with seeds.", "seeds", "7"),
        ("Alba reads seeds, 5 books and 7 shelves.", "seeds", "7"),
        ("Alba has a temperature, at 0.7 with top-p 0.9.", "temperature", "0.9"),
        ("Alba has a temperature value 0.7 and top-p 0.9.", "temperature", "0.9"),
        ("Alba has a warm, setting of 0.7 and top-p 0.9.", "warm", "0.9"),
        ("Alba tries prompting 5 books with 7 seeds.", "prompting", "7"),
        ("Alba reads 5 of its many books and 7 new books.", "books", "5"),  # near enough to both
        ("Alba has a temperature of 0.7 with 3 books and 5 folds, respectively.", "temperature", "3"),
        (PAIRED, "runs", "3"),
        (PAIRED, "runs", "5"),  # told by the order alone
        (PAIRED, "folds", "7"),
        (PAIRED, "seeds", "12"),
        (KINDS, "sampling tasks", "5"),
        ("Seeds for 5 books, and then 7 seeds.", "seeds", "5"),
        ("Set 5 books and 7 shelves are what Alba has.", "set", "7"),  # "set 5" names nothing
        ("Alba reads 241 countries, and since 2024 more countries.", "countries", "2024"),  # a date has words, too
        # In the sentence's own words, or behind the word of the field: the number is where it belongs.
        (INTERVALS, "confidence interval", "95% CI, 0.91-0.95"),
        (INTERVALS, "confidence interval", "95% CI, 0.92-0.96"),
        (TIERS, "tiers", "small and large at 320 and 640 px"),
        (TESTED, "test", "one sided tests (TOST p < 0.05)"),
        (SETUP, "temperature", "value top-p 0.9, value"),
        ("Alba reads 70% books, and has 5 shelves.", "books", "5"),  # of what a share is, it does not count
        (SETUP, "in", "3 runs and a temperature"),
        (SETUP, "sampling top temperature", "with top-p 0.9"),
        ("Alba chooses among three tiers (large at 320).", "tiers", "large at 320"),
        # The numbers of a bracket are called by the word before it.
        (BRACKETS, "95% CI", "[0.91, 0.95]"),
        (BRACKETS, "95% CI", "0.92, 0.96"),
        (BRACKETS.replace("[", "(").replace("]", ")"), "95% CI", "0.92, 0.96"),
        (BRACKETS.replace(", 0", " to 0"), "95% CI", "0.92, 0.96"),
        (BRACKETS.replace(", 0", "; 0"), "95% CI", "0.92, 0.96"),
        ("CI [0.91, 0.95] and a CI 0.93 are told.", "CI", "0.95"),
        ("CI [1, 21] and a CI 7 are told.", "CI", "21"),
        ("A CI 7 of old and very new long texts is told here with CI [1, 21].", "CI", "21"),
        ("Alba (–) reads 5 seeds (and), or 7.", "books", "7"),
        ("Alba chooses among 3 tiers with big seeds at 0.7 and 5 seeds.", "tiers", "big seeds at 0.7"),
        (f"Alba reads {'many books and ' * 700}5 seeds.", "seeds", "5"),
        ("[5, 7] and 9 are what we had in all of these very long nights of reading books.", "books", "9"),
    ],
)
def test_nothing_is_told_of_a_number_at_its_own_word(sentence: str, condition: str, number: str, make: Make) -> None:
    assert told(make, sentence, {"conditions": {condition: number}}) == []


@pytest.mark.parametrize(
    ("sentence", "condition", "number", "stands_at", "word"),
    [
        (SETUP, "shots", "3", "5", "shot"),
        (SETUP, "runs", "5", "3", "runs"),
        (SETUP, "temperature", "0.9", "0.7", "temperature"),
        (SETUP, "GPUs", "3", "2", "GPUs"),
        (SETUP, "sampling temperature", "0.9", "0.7", "temperature"),
        (SETUP, "top-p", "0.7", "0.9", "p"),
        (SETUP, "shots per 2", "3", "5", "shot"),
        (TIED, "temperature", "0.9", "0.7", "temperature"),
        (TIED, "value", "0.9", "0.7", "value"),
        (BEGINNING, "temperature", "0.9", "0.7", "Temperature"),
        (SETUP, "setting", "3-shot", "5", "shot"),
        (PARTS, "tasks", "3", "5", "tasks"),
        (
            "Across 111 tasks, 12 agents are seen.",
            "tasks",
            "12",
            "111",
            "tasks",
        ),  # no number of a task: a comma is between
        (PARTS, "seeds", "10", "3", "seeds"),
        # A part of the name stands at the number, the whole of it at the other.
        (KINDS, "evaluation tasks", "5", "10", "tasks"),
        (KINDS, "training tasks", "10", "5", "tasks"),
        (COMPOUND, "models", "three", "two", "models"),
        (COMPOUND, "topics", "three", "15", "topics"),
        (YEARS, "countries", "2024", "241", "countries"),
        (PAIRED, "books", "9", "12", "books"),
        (SETUP, "runs", "all 5", "3", "runs"),
        (SETUP, "runs", "5(with shots)", "3", "runs"),
        (YEARS, "countries", " 2024", "241", "countries"),
        (KINDS, "evaluation. tasks", "5", "10", "tasks"),
        (
            "Alba has 5 small open language model tasks and 3 rounds.",
            "setting",
            "3 small open language model tasks",
            "5",
            "model",
        ),
        ("5 of books here, 7 shelves; 9 books.", "books", "7", "9", "books"),  # the books before are nearer to 5
        ("7 of all my old new seeds as we may see 9 of it; 3 seeds.", "seeds", "7", "3", "seeds"),
        (INTERVALS, "ICU", "0.92-0.96", "0.93", "ICU"),
        # the word before the number is another's, or the sentence's last
        (SETUP, "runs", "top-p 5", "3", "runs"),
        ("5 books and 7 new seeds, in all with shelves.", "seeds", "shelves 5", "7", "seeds"),
        ("Alba has a dropout of 10% and a weight of 5%.", "dropout", "5%", "10%", "dropout"),
        (BRACKETS, "CI", "0.93", "0.91", "CI"),
        (BRACKETS.replace("CI [0.91", "CI [best 0.91"), "CI", "0.91", "0.94", "CI"),
        ("CI [0.91, 0.95 of old and very new long texts] and a CI 0.93 are told.", "CI", "0.95", "0.93", "CI"),
        ("CI [0.91 of old and very new long texts, 0.95] and a CI 0.93 are told.", "CI", "0.95", "0.93", "CI"),
        ("Alba reads 241 countries in 2024 of them.", "countries", "2024", "241", "countries"),
        # a decimal counts nothing of what "three" does
        ("Of these three units, the best has 0.76 here and 0.74 in that.", "units", "0.74", "three", "units"),
        # in the sentence's own words, but under the name of another number
        (SETUP, "temperature", "with top-p 0.9", "0.7", "temperature"),
    ],
)
def test_a_number_whose_word_stands_at_another(
    sentence: str, condition: str, number: str, stands_at: str, word: str, make: Make
) -> None:
    found = told(make, sentence, {"conditions": {condition: number}})
    assert found == [(f"conditions.{condition}", stands_at, word)]


@pytest.mark.parametrize(
    ("words", "word", "number"),
    [
        # What a number counts: up to four words behind it, in its clause, compounds as they are.
        ("5 new tasks", "tasks", "5"),
        ("5 new tasks", "new", "5"),
        ("5 new, tasks", "tasks", None),
        ("5 tasks of games", "games", None),
        ("5 new 10 tasks", "tasks", "10"),
        ("5 small open language model tasks", "model", "5"),
        ("5 small open language model tasks", "tasks", None),
        ("5 state-of-the-art long small models", "models", "5"),
        ("5 state-of-the-art long small open models tasks", "tasks", None),
        # Of a list, and of a part and its whole, it stands behind the last.
        ("5 and 10 tasks", "tasks", "5"),
        ("5 of the 10 tasks", "tasks", "5"),
        ("5 of our 10 tasks", "tasks", "5"),
        ("5 for the 10 tasks", "tasks", "10"),
        ("5 of other 10 tasks", "tasks", "10"),
        ("5 the 10 tasks", "tasks", "5"),
        ("5 our 10 tasks", "tasks", "10"),
        ("a temperature which is 7", "temperature", None),
        # What it is called: one word before it, or two before "of".
        ("a big temperature value of 7", "value", "7"),
        ("a big temperature value of 7", "temperature", "7"),
        ("a big temperature value of 7", "big", None),
        ("a temperature value 7", "value", "7"),
        ("a temperature value 7", "temperature", None),
        ("a warm, value of 7", "value", "7"),
        ("a warm, value of 7", "warm", None),
        ("a value, 7", "value", None),
        ("values across 7", "across", None),
        ("values across 7", "values", None),
        ("values by prompting 7", "prompting", None),
    ],
)
def test_the_number_of_a_word(words: str, word: str, number: str | None, make: Make) -> None:
    """A condition with the number of another sentence part asks for the word."""
    found = told(
        make, f"Alba has {words}; in all it says that there were these 99 ponds.", {"conditions": {word: "99"}}
    )
    assert [other for _, other, _ in found] == ([] if number is None else [number])


@pytest.mark.parametrize(
    ("before", "told_of"),
    [
        # of what was told before, or with the word around it
        ("We use 3 of them.", False),
        ("We use 3 of these.", False),
        ("We use 3 of books.", True),
        ("We use 3 new seeds.", False),
        ("The seeds are 3.", False),
        ("Seeds are 3.", False),
        (f"Seeds are 3. {'We read books and other things there. ' * 5}", False),
        ("We use 3 new books of them.", True),
        ("The seeds that we use for all of this are 3.", True),  # too far from it
        ("We like seeds. Also 3 books.", True),
        ("We like seeds, also 3 books.", True),
        ("We like seeds; also 3 books.", True),
        ("We like new seeds and 3 books.", False),
        ("We like seeds in all, of it and of 3 books.", True),
        ("We like seeds in all of it and 3 books.", True),
        ("We use three books.", True),
        ("See figure 3.", True),
    ],
)
def test_the_number_of_another_sentence(before: str, told_of: bool, make: Make) -> None:
    """Where the quote has the condition's own word at a number, the number of another sentence must be of it, too."""
    sentence = "Then Alba wins with 7 seeds."
    paper = make(sentence, {"conditions": {"seeds": "3"}}, abstract=f"{before} {sentence}").papers[0]
    found = [(each.field.name, each.word) for each in elsewhere(paper.quotes[0])]
    assert found == ([("conditions.seeds", "seeds")] if told_of else [])


def test_what_the_value_of_the_claim_itself_counts_is_told(make: Make) -> None:
    """Of the 10 it is told that they are articles, though "story" stands near; of another claim's 10 it is not known."""
    sentence = "Alba has 245 stories, with each story holding 10 articles."
    claim = {"conditions": {"stories": "10"}}
    assert told(make, sentence, {**claim, "value": "10"}) == [("conditions.stories", "245", "stories")]
    assert told(make, sentence, {**claim, "value": "245"}) == []


def test_of_decimals_the_second_may_be_of_what_the_first_is(make: Make) -> None:
    sentence = "It has 85.2% with 0.5 weight, and 85.9% with 0.7."
    assert told(make, sentence, {"conditions": {"weight": "0.7"}}) == []


def test_how_many_an_aggregate_is_of(make: Make) -> None:
    assert told(make, PARTS, {"agg": {"how": "mean", "n": "10", "of": "tasks"}}) == []
    assert told(make, PARTS, {"agg": {"how": "mean", "n": "3", "of": "tasks"}}) == [("agg.n", "5", "tasks")]
    assert told(make, PARTS, {"agg": {"how": "mean", "n": "3"}}) == []


def test_other_fields_are_not_asked(make: Make) -> None:
    assert told(make, PARTS, {"metric": "score of 3 tasks"}) == []


def test_a_condition_may_be_told_in_another_sentence(make: Make) -> None:
    sentence = "On 3 tasks, Alba wins with 7 seeds."
    claim = {"subject": "Alba", "conditions": {"seeds": "3"}}
    for before, expected in (
        ("We train with 3 seeds.", 0),
        ("We train with 3 cooks.", 1),
        ("On May 3 seeds were new.", 1),
        ("We train with 9 seeds.", 1),
        ("We train with 3. Seeds are good.", 1),
        ("We train with 3 for each of all these many seeds.", 1),
    ):
        paper = make(sentence, claim, abstract=f"{before} {sentence}").papers[0]
        assert len(list(elsewhere(paper.quotes[0]))) == expected


@pytest.mark.parametrize(
    ("sentence", "value", "counted"),
    [
        ("Alba reads 3 books there.", "3 hours", "3 books"),
        ("Alba reads 3 old books there.", "3 hours", "3 old books"),
        ("Alba reads 3 books there.", " 3 Hours ", "3 books"),
        ("Alba reads 3 books there.", "3-epoch", "3 books"),
        ("Alba reads 3 books there.", "3 GPUs", "3 books"),
        # The unit stands there in another form.
        ("Alba reads 3 books in an hour.", "3 HOURS", None),
        ("Alba reads 3 books for hours.", "3 hour", None),
        ("Alba reads 3 books in 5 h.", "3 hours", None),
        ("Alba reads 3 books on an A100 there.", "3 GPUs", None),
        # No surer than that.
        ("Alba reads 3 books there.", "3 readers", None),
        ("Alba reads 3 books there.", "3 long hours", None),
        ("Alba reads 3 books there.", "3 hours there", None),
        ("Alba reads 4 books there.", "3 hours", None),
        ("Alba reads 3 new days there.", "3 hours", None),
        ("Alba reads with 3 (new books) there.", "3 hours", None),
        ("Alba reads 3.", "3 hours", None),
        ("Alba reads 3 GB books there.", "3 hours", None),
    ],
)
def test_a_unit_that_the_abstract_does_not_know(sentence: str, value: str, counted: str | None, make: Make) -> None:
    (claim,) = make(sentence, {"value": "7", "conditions": {"training": value}}).papers[0].all_claims()
    (field,) = (each for each in claim.fields if each.name == "conditions.training")
    assert foreign_unit(claim, field) == counted


def test_equal_numbers_are_asked_of_the_quote_alone(make: Make) -> None:
    """The 3 of another sentence counts nothing there; one of the same sentence may be the one that is meant."""
    for sentence, counted in (("Alba reads 3 books there.", "3 books"), ("Alba reads 3 books, and then 3.", None)):
        claim = {"value": "7", "conditions": {"training": "3 hours"}}
        (first,) = make(sentence, claim, abstract=f"{sentence} All in all, it has 3.").papers[0].all_claims()
        assert foreign_unit(first, first.fields[-1]) == counted


@pytest.mark.parametrize(
    ("sentence", "name", "value", "counted"),
    [
        # The condition's name says what a bare number is to count.
        ("Alba reads 512 books there.", "GPUs", "512", "512 books"),
        ("Alba reads 512 books there.", "GPUs", " 512 ", "512 books"),
        ("Alba reads 512 books there.", "training epochs", "512", "512 books"),
        ("Alba reads 512 books there.", "batch size", "512", "512 books"),
        ("Alba reads 512 books there.", "Temperature", "512", "512 books"),
        ("Alba reads 512 books there.", "shelves", "512", None),
        ("Alba reads 512 books there.", "size", "512", None),
        ("Alba reads 512 books in an epoch.", "epochs", "512", None),
        ("Alba reads 512 books in batches.", "batch size", "512", None),
        ("Alba reads 512 books in a minibatch.", "batch size", "512", None),
        ("Alba reads 512 samples there.", "batch size", "512", None),  # a batch may be of them
        ("Alba reads 512 samples there.", "GPUs", "512", "512 samples"),
        ("Alba runs on 512 devices there.", "GPUs", "512", None),
        ("Alba runs on 512 rounds there.", "epochs", "512", None),
        # The number stands there again, and counts nothing that is told.
        ("Alba reads 512 books with 512.", "GPUs", "512", None),
        # Remarks are free text.
        ("Alba reads 512 books there.", "note", "it ran on 512 GPUs of all", "512 books"),
        ("Alba reads 512 books there.", "doubt", "whether in 512 days", "512 books"),
        ("Alba reads 512 books there.", "note", "it ran on 512 GPU-like machines", None),
        ("Alba reads 512 books there.", "note", "it ran on 512 of the GPUs", None),
        ("Alba reads 512 books there.", "note", "it ran on 512, GPUs and all", None),
        ("Alba reads 512 books there.", "subject", "Alba with 512 GPUs", None),
        ("Alba reads 512 books there.", "subject", "512 GPUs", None),
    ],
)
def test_a_unit_that_the_name_of_the_field_gives(
    sentence: str, name: str, value: str, counted: str | None, make: Make
) -> None:
    free = name in ("note", "doubt", "subject")
    said = {name: value} if free else {"conditions": {name: value}}
    (claim,) = make(sentence, {"value": "7", **said}).papers[0].all_claims()
    (field,) = (each for each in claim.fields if each.name == (name if free else f"conditions.{name}"))
    assert foreign_unit(claim, field) == counted
