"""Where a sentence names the two sides of a comparison, and which of them it says won: the limits of each rule of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import Sides, is_outdone, is_passive
from claimcheck.text.render import render
from claimcheck.text.words import Word, words

Make = Callable[..., Dataset]


def sides(make: Make, sentence: str, better: str | None = "higher", **fields: object) -> Sides:
    """A ranking of Alba over Borea, but for the fields given; None takes one away."""
    claim = {"kind": "ranking", "rank": "outperforms", "subject": "Alba", "baseline": "Borea", **fields}
    (found,) = make(sentence, {name: each for name, each in claim.items() if each is not None}).papers[0].all_claims()
    return Sides(Sentence(found.quote), found, better)


def text(word: Word | None) -> str | None:
    return None if word is None else word.text


@pytest.mark.parametrize(
    ("sentence", "leads", "oblique"),
    [
        # It leads where a clause begins with it (an article aside) and goes on.
        ("Borea wins.", True, False),
        ("The Borea wins.", True, False),
        ("In short, Borea wins.", True, False),
        ("In short, the Borea wins.", True, False),
        ("We see that Borea wins.", True, False),
        ("We see that the Borea wins.", True, False),
        ("We note this: Borea wins.", True, False),
        ("Borea with joint training wins.", True, False),
        ("We see Borea win.", False, False),
        ("We see the Borea win.", False, False),
        ("Borea, it is.", False, False),
        ("It is the Borea", False, False),
        # It is the other side where a word of comparison stands before it, at most four words between.
        ("We are better than Borea.", False, True),
        ("We beat Borea.", False, True),
        ("We beat the strong new large Borea.", False, True),
        ("We beat the very strong new large Borea.", False, False),
        ("We beat Cirrus, Borea and others.", False, True),
        ("We beat Cirrus; Borea wins.", True, False),
        ("We beat Cirrus (Borea wins).", True, False),
        ("Beating (Borea loses).", True, True),
        ("To Borea it came.", False, True),
        ("Thanks to Borea it came.", False, False),
        ("And thanks to Borea it came.", False, False),
        ("Costs due to Borea it has.", False, False),
        ("We beat many, such as Borea.", False, False),
        ("We win as Borea.", False, True),
        # so it does right before it, an article aside
        ("We lag behind Borea.", False, True),
        ("We lag behind the Borea.", False, True),
        ("We lag behind known Borea.", False, False),
        ("Unlike Borea, we win.", False, True),
        # "with" only after words of comparison, a passive, or where no clause begins with it
        ("We win, compared with Borea.", False, True),
        ("We win in contrast with Borea.", False, True),
        ("We win runs with Borea.", False, False),
        ("We are outperformed by Borea.", False, True),
        ("We are known by Borea.", False, False),
        ("We beat Cirrus with Borea in it.", False, True),
        ("We beat Cirrus with Borea", False, True),
        ("We beat Cirrus with Borea losing.", False, False),
        ("We beat Cirrus and Borea losing.", False, True),
        ("With Borea it is.", False, False),
        ("With Borea it is compared", False, False),
        ("In contrast tests Borea wins.", False, False),
        ("We are outdone by Borea.", False, True),
        ("What is outdone Borea wins.", False, False),  # behind a passive, but by nobody
        # in brackets stands what something is called, and begins a clause where that does
        ("Here the large nets (Borea) win.", True, False),
        ("Here, compared to large nets (Borea) we win.", False, False),
        ("We beat the large nets (Borea) in it.", False, False),
        ("We are better than large nets (Borea) in it.", False, False),
        ("We beat all, and now so many large nets (Borea) win.", True, False),
        ("Nets (Borea) win, and they beat it.", True, False),
        ("Beat nets (Borea) in it.", False, False),
    ],
)
def test_places(sentence: str, leads: bool, oblique: bool, make: Make) -> None:
    (place,) = sides(make, sentence).baselines
    assert (place.leads, place.oblique) == (leads, oblique)


def test_names_stand_as_they_are(make: Make) -> None:
    """All words of a name, in order; no name of function words; the places in the order of the sentence."""
    found = sides(
        make, "We test Cirrus two, Borea one, Borea two and the others.", baseline=["Borea two", "Cirrus two", "the"]
    )
    assert [(place.first, place.last) for place in found.baselines] == [(2, 4), (6, 8)]
    assert [place.first for place in sides(make, "We beat Borea.", baseline=["the", "The Borea"]).baselines] == [2]
    assert sides(make, "Here unstated is a word.", baseline="unstated").baselines == []
    assert sides(make, "Borea has 5% less.").numbered == {2}


@pytest.mark.parametrize(
    ("called", "named"),
    [("small Alba", [0, 7]), ("Alba set", [0, 7]), ("small Alba set", [0, 7]), ("Alba", []), ("It", [0, 3, 7])],
)
def test_a_name_inside_another_name_is_none(called: str, named: list[int], make: Make) -> None:
    found = sides(make, "Alba and small Alba set, it and Alba do.", subject_as=called)
    assert [place.first for place in found.named] == named


FAR = "one two three four five six seven eight nine ten eleven twelve " * 2


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        # Alba is said to win, and stands behind a word that says it lost.
        ("Borea outperforms Alba.", "outperforms"),
        ("Borea improves over Alba.", "over"),
        ("Borea is better than Alba.", "than"),
        ("Borea has good recall, compared to Alba.", "compared"),
        ("Borea has good recall compared with Alba.", "compared"),
        ("Borea is good relative to Alba.", "relative"),
        ("Borea wins, starting from Alba.", "starting"),
        ("Borea outperforms Cirrus, Dorado and Alba.", "outperforms"),
        ("Borea surpasses Cirrus, beating Alba.", "beating"),
        ("Borea has better recall, going over Alba.", "over"),
        # "over" and "than" say so behind a word of winning, in the same clause
        ("Borea goes over Alba.", None),
        ("Borea outperforms all, reaching Alba.", None),
        ("Borea outperforms existing Alba.", "outperforms"),
        ("Borea has better recall; it goes over Alba.", None),
        ("Over Alba Borea is better.", None),
        ("Borea is better and not worse than Alba.", None),
        ("Borea is more than Alba.", "than"),
        ("Borea is less outperforming Alba.", None),
        ("Borea is less, outperforming Alba.", "outperforming"),
        ("Borea outperforms Alba by no less.", "outperforms"),
        # nor where it is nobody who does it, or in a quantity, or where it is done to Borea
        ("No Borea outperforms Alba.", None),
        ("No Borea surpasses Alba, and Borea outperforms Alba.", "outperforms"),
        ("Borea has more than 8,000 runs of Alba.", None),
        ("Borea was outperformed, as Alba shows.", None),
        # where what they govern ends
        ("Borea outperforms Cirrus; Alba is big.", None),
        ("Borea outperforms Cirrus with Alba.", None),
        ("Borea outperforms Cirrus by Alba.", None),
        ("Compared to Cirrus, Alba is good, unlike Borea.", None),
        (f"Borea outperforms {FAR}Alba.", None),
        (f"Borea outperforms {FAR}Alba with it.", None),
        ("Borea outperforms; Alba is big.", None),
        ("Borea wins, compared to Cirrus, as Alba says.", None),
        ("Borea wins with a gain compared to Alba.", "compared"),
        ("Borea wins with a loss compared to Alba.", None),
        ("Borea wins with a loss now compared to Alba.", "compared"),
        ("Loss compared to Alba.", None),
        ("Gain compared to Alba.", "compared"),
        ("Loss compared to Alba is what Borea has.", None),
        ("Borea wins at a trade-off relative to Alba.", None),
        ("Borea wins at a trade relative to Alba.", "relative"),
        ("Borea is off compared to Alba.", "compared"),
        # Alba is named on this side, too: then it takes Borea on that side
        ("Alba is new, and Borea outperforms Alba.", "outperforms"),
        ("Alba is new, and Borea outperforms Alba; Borea wins.", "outperforms"),
        ("Alba is new and outperforms Alba.", None),
        # both behind it, or neither
        ("It outperforms Alba and Borea.", None),
        ("Borea is new, and it outperforms Alba and Borea.", None),
        ("It outperforms Alba; Borea is new.", "outperforms"),
        ("Borea outperforms Cirrus.", None),
    ],
)
def test_behind_a_mark(sentence: str, mark: str | None, make: Make) -> None:
    assert text(sides(make, sentence).behind_mark()) == mark


def test_where_less_is_better_more_is_no_mark(make: Make) -> None:
    assert text(sides(make, "Borea is higher than Alba.").behind_mark()) == "than"
    assert sides(make, "Borea is higher than Alba.", "lower").behind_mark() is None
    assert text(sides(make, "Borea is better than Alba.", "lower").behind_mark()) == "than"


def test_marks_matter_to_winners_alone(make: Make) -> None:
    sentence = "Borea outperforms Alba."
    for rank, mark in (("best", "outperforms"), ("underperforms", None), ("not-best", None), ("matches", None)):
        assert text(sides(make, sentence, rank=rank).behind_mark()) == mark
    assert sides(make, sentence, baseline="unstated").behind_mark() is None


@pytest.mark.parametrize(
    ("change", "better", "mark"),
    [
        ("increase", "higher", "outperforms"),
        ("decrease", "lower", "outperforms"),
        ("increase", "lower", None),
        ("decrease", "higher", None),
        ("increase", None, None),
        ("decrease", None, None),
    ],
)
def test_who_wins_by_the_change(change: str, better: str | None, mark: str | None, make: Make) -> None:
    fields = {"kind": "delta", "rank": None, "value": "5%", "delta": "unstated", "change": change}
    claim = {name: value for name, value in {"baseline": "Borea", "subject": "Alba", **fields}.items() if value}
    (found,) = make("Borea outperforms Alba by 5%.", claim).papers[0].all_claims()
    assert text(Sides(Sentence(found.quote), found, better).behind_mark()) == mark


@pytest.mark.parametrize(
    ("sentence", "rank", "word"),
    [
        # nobody knows who is better where all that is known is that one is "unlike" the other, or has less
        ("Unlike Alba, Borea is harder.", "outperforms", None),
        ("Unlike Alba, Borea is harder than Alba.", "outperforms", "Borea"),
        ("Borea has a lower zoom than Alba.", "outperforms", None),
        ("Borea has a zoom of its own rather than Alba.", "outperforms", "Borea"),
        ("Borea is far from Alba.", "outperforms", None),
        ("Borea is far, as seen over Alba.", "outperforms", "Borea"),
        ("Borea comes from the land of Alba.", "outperforms", "Borea"),
        # The sentence is about Borea: either the claim turns the outcome, or the two are exchanged.
        ("Borea is better than Alba.", "outperforms", "Borea"),
        ("Borea is better than Alba.", "best", "Borea"),
        ("Borea is better than Alba.", "underperforms", None),
        ("Borea is better than Alba.", "not-best", None),
        ("Borea falls short of Alba.", "outperforms", None),
        ("Borea falls short of Alba.", "underperforms", "Borea"),
        ("Borea falls short of Alba; Borea is new.", "outperforms", None),
        ("Borea is outperformed by Alba.", "outperforms", None),
        ("Borea is second only to Alba.", "outperforms", None),
        ("Unlike Alba, Borea often fails.", "outperforms", None),
        ("Borea is like Alba.", "matches", None),
        # Who failed before or behind them does not matter.
        ("Where others fail, Borea is better than Alba.", "outperforms", "Borea"),
        ("Borea is better than Alba, where others fail.", "outperforms", "Borea"),
        # The sentence is about both, or neither.
        ("Alba is new, but Borea is better than Alba.", "outperforms", None),
        ("We see Borea better than Alba.", "outperforms", None),
        ("Borea is better.", "outperforms", "Borea"),
    ],
)
def test_exchanged(sentence: str, rank: str, word: str | None, make: Make) -> None:
    assert text(sides(make, sentence, rank=rank).exchanged(None)) == word


def test_the_name_that_leads_is_told(make: Make) -> None:
    found = sides(make, sentence := "On Borea we see that Borea is better than Alba.").exchanged(None)
    assert found is not None
    assert found.start == sentence.rindex("Borea")


def test_a_word_is_said_of_the_baseline_where_its_clause_names_that_first(make: Make) -> None:
    def said_of_baseline(sentence: str, **fields: str) -> bool:
        found = sides(make, sentence, **fields)
        return found.said_of_baseline(next(word for word in found.line if word.low == "better"))

    assert said_of_baseline("Borea is better.")
    assert said_of_baseline("Here Alba is; here Borea is better.")
    assert said_of_baseline("Borea is better than Borea was.")
    assert not said_of_baseline("Here Borea is; here it is better.")
    assert not said_of_baseline("It is better with Borea.")
    assert not said_of_baseline("Borea, not Alba, is better.")
    assert not said_of_baseline("Borea, as it is, is better; so is Alba.", subject_as="it")


def test_a_change_of_a_claim_that_has_none(make: Make) -> None:
    """What the sentence says of the number tells nothing where the claim does not say which way it goes."""
    found = sides(make, "Borea is better than Alba.")
    assert text(found.exchanged("decrease")) == "Borea"
    assert sides(make, "Borea outperforms Alba by 5%.", kind="result", rank=None, value="5%").behind_mark() is None


def test_a_sentence_about_the_baseline(make: Make) -> None:
    """It stands in the subject's place; or a clause begins with it, and the subject is nowhere but on the other side."""
    replaced = "Replacing Alba with Borea gains 5%."
    assert sides(make, replaced).told_from_baseline()
    assert sides(make, replaced).exchanged(None) is None  # nothing says who won
    gain = sides(make, replaced, kind="delta", rank=None, value="5%", delta="unstated", change="increase")
    assert text(gain.exchanged("increase")) == "Borea"
    assert sides(make, "Borea wins over Alba.").told_from_baseline()
    assert not sides(make, "Borea is new, and Alba wins.").told_from_baseline()


@pytest.mark.parametrize("called", ["Alba", "our method"])
@pytest.mark.parametrize(
    ("sentence", "about_baseline"),
    [
        ("Borea is better than {}.", True),
        ("Borea trails {} by 5%.", True),
        ("Using Borea instead of {} costs 5%.", True),
        ("{} is better than Borea.", False),
        ("Using {} instead of Borea costs 5%.", False),
        ("Borea is new, and {} wins.", False),
    ],
)
def test_a_subject_that_is_called_otherwise_has_its_side(
    sentence: str, about_baseline: bool, called: str, make: Make
) -> None:
    """What the claim says the sentence calls its subject stands where the subject would."""
    otherwise = called if called != "Alba" else None
    found = sides(
        make,
        sentence.format(called).capitalize().replace("borea", "Borea").replace("alba", "Alba"),
        subject_as=otherwise,
    )
    assert found.told_from_baseline() is about_baseline
    assert text(found.exchanged(None)) == ("Borea" if about_baseline and "better" in sentence else None)


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Borea gains 5% and outperforms our method.", "outperforms"),
        ("Borea gains 5% over our method.", "over"),
        ("Borea gains 5% as opposed to our method.", "opposed"),
        ("Our method gains 5% and outperforms Borea.", None),
        ("Borea outperforms Cumulus and trails our method.", None),
    ],
)
def test_behind_a_mark_stands_what_the_subject_is_called(sentence: str, mark: str | None, make: Make) -> None:
    assert text(sides(make, sentence, subject_as="our method").behind_mark()) == mark


@pytest.mark.parametrize(
    ("told", "change", "word"),
    [("increase", "increase", "Borea"), ("decrease", "increase", None), ("increase", "decrease", None), ("increase", None, "Borea"), ("decrease", None, None)],
)  # fmt: skip
def test_a_change_that_is_turned(told: str, change: str | None, word: str | None, make: Make) -> None:
    """What the sentence says of the number decides, where that is known; else which values are better."""
    claim = {"kind": "delta", "baseline": "Borea", "value": "5%", "delta": "unstated", "change": told}
    (found,) = make("Borea is 5% better than Alba.", claim).papers[0].all_claims()
    assert text(Sides(Sentence(found.quote), found, "higher").exchanged(change)) == word


@pytest.mark.parametrize(
    ("sentence", "value", "baseline_value", "word"),
    [
        ("Borea has 5% and is better than Alba with 7%.", "7%", "5%", None),  # the two numbers tell
        ("Borea improves from 5% to 7%, better than Alba.", "7%", "5%", "Borea"),  # one change, whosever it is
        ("Borea falls from 7% to 5%, worse than Alba.", "5%", "7%", "Borea"),
    ],
)
def test_with_two_values(sentence: str, value: str, baseline_value: str, word: str | None, make: Make) -> None:
    claim = {"baseline": "Borea", "value": value, "baseline_value": baseline_value}
    (found,) = make(sentence, claim).papers[0].all_claims()
    assert found.baseline_at is not None
    assert text(Sides(Sentence(found.quote), found, None).exchanged(None)) == word


@pytest.mark.parametrize(
    ("sentence", "fields", "word"),
    [
        ("It is better than Alba.", {"subject_as": "It"}, "Alba"),
        ("It is better than Alba.", {}, None),
        ("It is better than Borea and Alba.", {"subject_as": "It"}, None),
        ("Alba is new; it is better than Alba.", {"subject_as": "it"}, None),
        ("It is better than others.", {"subject_as": "It"}, None),
        ("Data of Alba is better, a benefit of Alba.", {"subject_as": "Data of Alba"}, None),
        ("It is better than Alba.", {"subject_as": "We"}, None),
        ("It is better than Alba.", {"subject_as": "It", "rank": "best", "baseline": None}, None),
    ],
)
def test_named_otherwise(sentence: str, fields: dict[str, str | None], word: str | None, make: Make) -> None:
    assert text(sides(make, sentence, **fields).named_otherwise()) == word


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("Alba is outperformed.", True),
        ("Alba is clearly outperformed.", True),
        ("Alba is also often outperformed.", True),
        ("Alba is significantly outperformed.", True),
        ("Significantly outperformed by 5%, it is", False),
        ("Often outperformed, that Alba is", False),
        ("Was outperformed", True),
        ("Alba is, clearly outperformed.", False),
        ("Alba is, outperformed.", False),
        ("Outperformed, that Alba is", False),
        ("Alba outperformed it.", False),
        ("Alba outperformed by Borea is new.", True),
        ("Alba outperformed with Borea is new.", False),
        ("Alba outperformed by 5% is new.", False),
        ("Alba outperformed by a large margin is new.", False),
        # an amount within five words behind "by"
        ("Alba outperformed by Borea of the old 5 books is new.", False),
        ("Alba outperformed by Borea of the very old 5 books is new.", True),
        ("Alba outperformed by Borea in this whole and very long part of 5 books is new.", True),
        ("Alba outperformed", False),
    ],
)
def test_what_was_beaten(sentence: str, passive: bool) -> None:
    line = words(render(sentence))
    assert is_passive(line, next(at for at, word in enumerate(line) if word.low == "outperformed")) is passive


@pytest.mark.parametrize(
    ("sentence", "word", "outdone"),
    [
        ("Alba is second only to Borea.", "second", True),
        ("Alba is second to Borea.", "second", True),
        ("Alba is second best there.", "second", True),
        ("Alba is second behind Borea.", "second", True),
        ("Alba is second to none.", "second", False),
        ("Alba is second only to Borea and none else.", "second", True),
        ("Alba is the second part.", "second", False),
        ("Alba is close to Borea.", "close", False),
        ("Alba is second to Borea, none else.", "second", True),
        ("Alba is no match for Borea.", "match", True),
        ("No match for Borea was found.", "match", True),
        ("Alba is a match for Borea.", "match", False),
        ("Alba has no match there.", "match", False),
        ("Match for match there is no", "match", False),
    ],
)
def test_what_is_not_the_first(sentence: str, word: str, outdone: bool) -> None:
    line = words(render(sentence))
    assert is_outdone(line, next(at for at, each in enumerate(line) if each.low == word)) is outdone


@pytest.mark.parametrize(
    ("sentence", "other_side"),
    [
        # Alba gives its place to Borea, or Borea to Alba.
        ("Replacing Alba with Borea helps.", True),
        ("Replacing the Alba by our Borea helps.", True),
        ("Replacing Borea with Alba helps.", False),
        ("Swapping Alba for Borea helps.", True),
        ("Substituting Alba for Borea helps.", False),  # some mean the one, some the other
        ("Replacing Cora, Alba with Borea helps.", False),
        ("It drops if Alba is replaced by Borea.", True),
        ("It drops if Alba is beaten by Borea.", False),
        ("Moving from Alba to Borea helps.", True),
        ("Texts from Alba to Borea help.", False),
        ("Using Borea instead of Alba helps.", True),
        ("Using Alba in place of Borea helps.", False),
        ("Training Borea instead of Alba helps.", False),  # not surely what is used
        ("Adding Borea to Alba helps.", True),
        ("Adding Alba to Borea helps.", False),
        # Of one more is said than of the other.
        ("It is higher for Borea than for Alba.", True),
        ("It is higher for Alba than for Borea.", False),
        ("It is higher for Borea than in Alba.", False),
        ("It is good for Borea than for Alba.", False),
        ("The recall of Borea is 5% above that of Alba.", True),
        ("The recall of Borea is near that of Alba.", False),
        # Named twice, a name may be either.
        ("Replacing Alba with Borea helps Alba.", False),
        ("Replacing Alba with Borea helps Borea.", False),
    ],
)
def test_one_name_in_the_place_of_the_other(sentence: str, other_side: bool, make: Make) -> None:
    assert sides(make, sentence).is_other_side() == other_side


def test_a_subject_that_is_called_otherwise_is_no_other_side(make: Make) -> None:
    assert not sides(make, "Replacing Alba with Borea helps it.", subject_as="it").is_other_side()


@pytest.mark.parametrize(("value", "word"), [("20 times", None), ("3 times", "Borea")])
def test_a_number_in_the_name_of_the_subject_tells_of_that_alone(value: str, word: str | None, make: Make) -> None:
    """Who is larger is not who does better."""
    sentence = "Borea outperforms models that are 20 times larger and 3 times older."
    claim = {"kind": "ratio", "subject": "models that are 20 times larger", "baseline": "Borea", "metric": "size"}
    (found,) = make(sentence, {**claim, "change": "increase", "value": value}).papers[0].all_claims()
    assert text(Sides(Sentence(found.quote), found, None).exchanged("increase")) == word
