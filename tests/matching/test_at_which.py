"""Value and baseline value of one claim: the names at the two numbers tell which is whose, before "from" and "to" do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.at_which import AtWhich, led
from claimcheck.matching.attach import exchanges
from claimcheck.matching.sides import Place
from claimcheck.numerals import scan
from claimcheck.source import Span
from claimcheck.text.render import render
from claimcheck.text.words import Word, extent, words

Make = Callable[..., Dataset]


def told(make: Make, sentence: str, subject: str, value: str, baseline: str, baseline_value: str) -> list[str]:
    """Why the value and the baseline value seem to be exchanged."""
    claim = {
        "subject": subject,
        "value": value,
        "baseline": baseline,
        "baseline_value": baseline_value,
        "metric": "rate",
    }
    (quote,) = make(sentence, claim).papers[0].quotes
    return [each.why for each in exchanges(quote)]


@pytest.mark.parametrize(
    ("sentence", "baseline"),
    [
        # The subject stands in front of both numbers, and what it is held against right behind one of them.
        ("Alba reaches 64% with the small encoder and 81% with the large encoder.", "small encoder"),
        ("Alba reaches 81% with the large encoder and 64% with the small encoder.", "small encoder"),
        ("Alba reaches 64% with the old and 81% with the new solver.", "old solver"),
        ("The rate of Alba is 64% zero-shot and 81% few-shot.", "zero-shot"),
        ("Alba had a rate of 64% at baseline and 81% at follow-up.", "baseline"),
        ("The rate of Alba was 64% in the first run on 26 October 2011, and climbed to 81% by December 16.", "first run"),
        ("Alba has 64% among adults compared to 81% among children.", "adults"),
        ("Alba scores 64% in the early (cold) runs and 81% in the late runs.", "early"),
        # Names at both numbers: "from" and "to" tell nothing.
        ("The rate falls from 81% for Alba to 64% for Borea.", "Borea"),
        ("The rate falls from 81% (Alba) to 64% (Borea).", "Borea"),
        ("The rate climbs from 64% for Borea to 81% for Alba.", "Borea"),
        ("The rate climbs from 64% for the old, long known Borea to 81% for Alba.", "Borea"),
        # The name before its number, alone with it, in brackets, behind a colon, or before the verb.
        ("Here are Borea: 64%, Alba: 81%.", "Borea"),
        ("Alba (81%) is above Borea (64%).", "Borea"),
        ("Borea (64%) is below Alba (81%).", "Borea"),
        ("Borea's 64% is below the 81% of Alba.", "Borea"),
        ("The old best is 64%, which Alba takes to 81%.", "old best"),
        # In a comparison the words behind the second number are its own.
        ("Alba has 81% versus 64% for Borea.", "Borea"),
        ("Alba has 81% versus 64% Borea.", "Borea"),
        ("Alba has 81% versus 64% (Borea).", "Borea"),
        ("Alba has 81% (Borea: 64%).", "Borea"),
        ("Alba has 81% (for Borea 64%).", "Borea"),
    ],
)  # fmt: skip
def test_names_at_the_numbers(sentence: str, baseline: str, make: Make) -> None:
    """Neither way of telling the true claim is suspected; value and baseline value, or the two names, exchanged are."""
    assert told(make, sentence, "Alba", "81%", baseline, "64%") == []
    assert told(make, sentence, baseline, "64%", "Alba", "81%") == []
    assert len(told(make, sentence, "Alba", "64%", baseline, "81%")) == 1
    assert len(told(make, sentence, baseline, "81%", "Alba", "64%")) == 1


@pytest.mark.parametrize(
    ("sentence", "subject", "baseline"),
    [
        # The subject stands in front of both, or the baseline nearer to its own number.
        ("Alba turns 64% of Borea into a good 81%.", "Alba", "Borea"),
        ("The Alba model is new: it had 64%; today that model has 81%.", "Alba model", "unstated"),
        # One of the two names stands at the other's number, and "from" and "to" tell which is which.
        ("The rate climbs from 64% in Alba to 81%.", "Alba", "Borea"),
        ("Alba climbs from 64% in May to 81% without Borea.", "Alba", "Borea"),
    ],
)
def test_a_name_at_the_number_of_another(sentence: str, subject: str, baseline: str, make: Make) -> None:
    assert told(make, sentence, subject, "81%", baseline, "64%") == []


@pytest.mark.parametrize(
    ("sentence", "baseline", "why"),
    [
        ("Alba gets 81%; the 64% are from Borea.", "Borea", "'Borea' stands nearer to '64%'"),
        ("With Alba it is 81% for Borea's 64%.", "Borea", "'Alba' stands nearer to '81%'"),
        ("It was 64%; the 81% are Alba's.", "unstated", "'Alba's' stands nearer to '81%'"),
        ("In Alba all is new: it was 64%; the 81% are Alba's.", "unstated", "'Alba' stands nearer to '81%'"),
        ("Alba, and later Borea, have 81% and 64%, respectively.", "Borea", "'respectively' pairs them in the other order"),
        # "Alba" is in both names, and tells nothing.
        ("The rate is 81%, and for the Alba without tuning 64%.", "Alba without tuning", "'tuning' stands nearer to '64%'"),
        # Both names stand at one number: "from" and "to" tell.
        (
            "The rate climbs from 64% in May to 81% in Alba with Borea.",
            "Borea",
            "'from' leads to the value, and 'to' to the baseline value",
        ),
        ("The rate is 64% in May and 81% in Alba.", "Borea", "'Alba' stands at '81%'"),
    ],
)  # fmt: skip
def test_why_the_other_way_round_is_suspected(sentence: str, baseline: str, why: str, make: Make) -> None:
    assert told(make, sentence, "Alba", "81%", baseline, "64%") == []
    assert told(make, sentence, "Alba", "64%", baseline, "81%") == [why]


@pytest.mark.parametrize(
    "word", ["and", "or", "but", "to", "while", "whereas", "which", "whose", "where", "as against"]
)
def test_where_another_part_begins(word: str, make: Make) -> None:
    """What stands up to the word is of the first number, what follows it of the second."""
    sentence = f"It has 64% in Borea {word} Alba has 81%."
    assert told(make, sentence, "Alba", "81%", "Borea", "64%") == []
    assert told(make, sentence, "Alba", "64%", "Borea", "81%") == ["'Borea' stands at '64%'"]


@pytest.mark.parametrize(
    "word", ["over", "beating", "than", "versus", "vs", "against", "compared to", "relative to", "unlike", "above", "below", "beyond"]
)  # fmt: skip
def test_what_a_number_is_held_against_is_not_its_own(word: str, make: Make) -> None:
    """Borea stands behind Alba's number, and is of the next."""
    sentence = f"Alba reaches 81% {word} Borea, the best one so far, which has 64%."
    assert told(make, sentence, "Alba", "81%", "Borea", "64%") == []


@pytest.mark.parametrize(
    ("sentence", "baseline"),
    [
        # Which of the two a name is of, nothing tells: both lists, or the names, stand on one side.
        ("Alba beats Borea (81% vs 64%).", "Borea"),
        ("It is new; 81% against 64% makes Alba outperform Borea.", "Borea"),
        ("It has 81% (Alba, 64% earlier), and Borea is old.", "Borea"),
        ("Alba beats Borea: 81% against 64%.", "Borea"),
        ("We have 81% and 64% for Alba and Borea.", "Borea"),
        ("Alba reaches 81% with Borea at 64%.", "Borea"),
        ("It goes from 64% to 70% to 81% for Borea, Cirrus and Alba.", "Borea"),
        ("It goes from 64% of old to 70% of new to 81% for Borea, Cirrus and Alba, respectively.", "Borea"),
        # "With it" and "without it" have the word of the one between them.
        ("Alba has 81% with drafts (64% without).", "without drafts"),
        ("Alba has 81% with drafts and 64% without.", "without drafts"),
        # A subject in front of both is of both, where the quote has no name for what it is held against.
        ("Alba has 64% at the start, but reaches 81% later.", "unstated"),
        ("Alba has 64% at the start, but reaches 81% later.", "Borea"),
    ],
)
def test_in_doubt_nothing_is_said(sentence: str, baseline: str, make: Make) -> None:
    assert told(make, sentence, "Alba", "81%", baseline, "64%") == []


@pytest.mark.parametrize(
    "behind",
    [
        *(f"{word} from" for word in ("up", "down", "rising", "climbing", "increasing", "improving", "dropping", "falling")),
        *(f"{word} from" for word in ("decreasing", "an improvement", "an increase", "a reduction", "a drop")),
        *("starting from", "starting at", "compared with", "compared to a mere"),
    ],
)  # fmt: skip
def test_what_a_change_sets_out_from(behind: str, make: Make) -> None:
    """Behind these words stands the baseline value, wherever the subject is."""
    sentence = f"Alba reaches a rate of 81%, {behind} 64%."
    assert told(make, sentence, "Alba", "81%", "unstated", "64%") == []
    assert told(make, sentence, "Alba", "64%", "unstated", "81%") == ["'64%' is what the other number is held against"]


@pytest.mark.parametrize(
    ("sentence", "turned"),
    [
        ("Starting at 64%, the rate of Alba climbs and reaches 81%.", True),
        ("Alba starts at 64% and ends with 81%.", True),
        ("Alba started from 64% and has 81%.", True),
        # "At" and "from" alone say nothing
        ("Alba was at 64% and has 81%.", False),
        ("With Alba we got 64% here, and from 81% on all is well.", False),
        # where the quote names what it is held against, the name tells: of "70% compared to 80%" either may be claimed
        ("Borea and Alba are here (64% compared to 81%).", False),
    ],
)
def test_where_a_change_starts(sentence: str, turned: bool, make: Make) -> None:
    for baseline in ("Borea", "old Borea") if "Borea" in sentence else ("unstated",):
        assert told(make, sentence, "Alba", "81%", baseline, "64%") == []
    assert bool(told(make, sentence, "Alba", "64%", "unstated", "81%")) == turned


def of_line(sentence: str, *, turned: bool = False) -> tuple[tuple[Word, ...], AtWhich]:
    """The words of a sentence, and what belongs to its two percentages, in the order of the line or turned."""
    line = words(render(sentence))
    one, two = (
        extent(line, Span(number.start, number.end))
        for number in scan(sentence)
        if number.is_quantity and number.text.endswith(("64%", "81%"))
    )
    assert one is not None and two is not None
    return line, AtWhich(line, sentence, *((two, one) if turned else (one, two)))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("It has 64% in Borea and 81% in Alba.", "has in Borea", "and in Alba"),
        ("It has 64% in Borea and 81% in Alba, respectively.", "", ""),
        ("It has 64% and 81% for Borea and Alba.", "", ""),
        ("Alba has 81% versus 64% for Borea.", "", "versus for Borea"),
        ("Alba has 81% versus 64% makes it the best.", "", "versus"),
        ("Alba has 81% versus 64% (in all of it).", "", "versus in all of it"),
        ("Alba has 81% versus 64% (all of it).", "", "versus all of it"),
        ("Alba has 81% versus 64% all of it.", "", "versus"),
        ("Alba has 81% versus 64% Borea has.", "", "versus Borea has"),
        ("Alba has 81% beating 64%, Borea.", "", "beating"),
        ("Alba has 81%, so 64% for Borea.", "has", "so for Borea"),
        ("The rate climbs from 64% for Borea to 81% for Alba.", "from for Borea", "to for Alba"),
        ("The rate climbs from 64% to 71% to 81% for Alba.", "", ""),
        (
            "The rate climbs from a base of 64% for Borea to an impressive 81% for Alba.",
            "of for Borea",
            "to an impressive for Alba",
        ),
        ("The rate climbs to 81% for Alba from 64% for Borea.", "", ""),
        ("It climbs by 64% for Borea to 81% for Alba.", "by for Borea", "to for Alba"),
        ("It rises from 64% in Borea, to 81% in Alba.", "from in Borea", "to in Alba"),
        ("It rises from 64% in Borea and to 81% in Alba.", "from in Borea and", "to in Alba"),
        ("It rises from the mean of all that was 64% in Borea to 81% in Alba.", "was in Borea", "to in Alba"),
        ("It rises to 64% in Borea and to 81% in Alba.", "to in Borea", "and to in Alba"),
        ("Alba has 81% (Borea: 64%).", "has", "Borea"),
        ("Alba has 81% (for Borea 64%).", "has", "for Borea"),
        ("Alba has 81% [Borea: 64%].", "has", "Borea"),
        ("Alba has 81% [Borea: at last: 64%].", "", ""),
        ("Alba has 81% (Borea, 64%).", "", ""),
        ("Alba has 81% (Borea; old: 64%).", "", ""),
        ("It is 81% with Alba at 64%.", "", ""),
        ("It has 64% in Borea, which Alba raises to 81%.", "has in Borea", "which Alba raises to"),
        ("It has 64% in Borea to which Alba adds 81%.", "has in Borea", "which Alba adds"),
        ("It has 64% in Borea, but over Cirrus 81% in Alba.", "has in Borea", "over Cirrus in Alba"),
        ("It has 64% in Borea; it has 81% in Alba; and more in Cirrus.", "has in Borea", "it has in Alba"),
        ("It has 64% in Borea while it has 81% in Alba while Cirrus has none.", "has in Borea", "while it has in Alba"),
        ("It is at 64% with Borea, with Alba it is at 81%.", "at with Borea", "with Alba it is at"),
        ("It has 64% in Borea; with Alba; 81% of it.", "has in Borea", "with Alba of it"),
        ("It has 64% in Borea and, 81% in Alba.", "has in Borea", "and in Alba"),
        ("Here are Borea: 64%, Alba: 81%.", "Borea", "Alba"),
        ("Alba (81%) is above Borea (64%).", "Alba", "above Borea"),
        ("Alba 81% and Borea 64%.", "Alba", "and Borea"),
        ("Alba (81%), Borea 64%.", "Alba", "Borea"),
        ("Alba = 81%, Borea = 64%.", "Alba", "Borea"),
        ("Alba: 81%, Borea 64%.", "", "Borea"),
        ("Alba, 81%, Borea, 64%.", "", "Borea"),
        ("Borea (at 64%) and Alba (at 81%).", "", ""),
        ("The Borea (64%) and the Alba 81%.", "Borea", "and the Alba"),
        ("The Borea 64% and the Alba (81%).", "Borea", "and the Alba"),
        ("The Borea (64% and the Alba 81%.", "", "and the Alba"),
        ("It has 64% in the early (cold) runs and 81% in the late runs.", "has in the early", "and in the late runs"),
        (
            "It has 64% in all of the many old and quite small Borea runs and 81% in Alba.",
            "has in all of the many old",
            "and in Alba",
        ),
        (
            "It has 64% in all of the many old quite small Borea runs; and 81% in Alba.",
            "has in all of the many old quite small",
            "and in Alba",
        ),
        (
            "It has 64% (all of the many old quite small Borea runs) and 81% in Alba.",
            "has all of the many old quite small Borea",
            "and in Alba",
        ),
        ("It has 64% (Borea) and 81% (Alba) of it.", "has Borea", "and Alba"),
        ("It has 64% [Borea] and 81% {Alba} of it.", "has Borea", "and Alba of it"),
        ("64% for Borea and 81% for Alba.", "for Borea", "and for Alba"),
        ("Borea has 64%: Alba has 81%.", "has", "Alba has"),
        (
            "It has 64% in Borea and 81% in all of the many old quite small Alba runs.",
            "has in Borea",
            "and in all of the many old quite small",
        ),
        ("It has 64% it and 81% of it.", "has it", "and of it"),
        ("Rates climb from 64% to 71% to 81% for Alba.", "", ""),
        ("It rises from 64% to a mere 81% for Alba.", "from", "to a mere for Alba"),
        ("It has 64% more than Borea, and 81% for Alba.", "has more", "and for Alba"),
        ("More than Borea, 64% and 81% for Alba.", "", ""),
        ("It has 64% and 81% for Alba, more than Borea.", "", ""),
        ("Alba has 81% versus a 64% for Borea.", "", "versus a for Borea"),
        ("Alba has 81% versus 64%, (Borea).", "", "versus"),
        ("Alba has 81%, (Borea: 64%).", "has", "Borea"),
        ("It has 64%, (old Borea) and 81% in Alba.", "", ""),
        ("Of Borea (64%) 81% is Alba.", "", ""),
        ("The Borea (64% and the Alba 81%) of it.", "", "and the Alba"),
        ("The Borea (= 64%) and the Alba 81%.", "Borea", "and the Alba"),
        ("The Borea (64% of all) and the Alba 81%.", "Borea of all", "and the Alba"),
        ('It has 64% (Borea "old") and 81% in Alba.', "has Borea old", "and in Alba"),
        ("It has 64% in Borea because Alba has 81%.", "has in Borea", ""),
        ("It rises from 64% in Borea to Alba at 81%.", "from in Borea", "to Alba at"),
        ('Borea (64%) and Alba "81%".', "Borea", "and Alba"),
        ("Borea: (64%) and Alba 81%.", "Borea", "and Alba"),
        ('The Borea (64% of "all") and Alba 81%.', "Borea of all", "and Alba"),
        ("From 64% in Borea to 81% in Alba.", "From in Borea", "to in Alba"),
    ],
)
def test_the_words_of_each_number(sentence: str, first: str, second: str, turned: bool) -> None:
    """The words that belong to the first, and to the second percentage of a sentence, in whichever order they are asked for."""
    line, which = of_line(sentence, turned=turned)
    at = [which.at(Place(index, index + 1, leads=False, oblique=False)) for index in range(len(line))]
    found = [" ".join(word.text for word, each in zip(line, at, strict=True) if each == wanted) for wanted in (0, 1)]
    assert found == ([second, first] if turned else [first, second])


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("From 64% on", 0),
        ("It goes from such as such a 64% on", 2),
        ("It goes from such as such a good 64% on", None),
        ("It goes from it, 64% on", None),
        ("It goes to it from a 64% on", 4),
    ],
)
def test_what_leads_to_a_number(sentence: str, at: int | None) -> None:
    line = words(render(sentence))
    number = next(index for index, word in enumerate(line) if word.text == "64%")
    assert led(line, number) == at


OLD_AND_NEW = "It has 64% with the old and 81% with the new solver."


@pytest.mark.parametrize(
    ("sentence", "name", "other", "at"),
    [
        # a name that does not stand there whole stands where the first of its own words does
        (OLD_AND_NEW, "old solver", "new solver", 0),
        (OLD_AND_NEW, "new solver", "old solver", 1),
        (OLD_AND_NEW, "solver of old", "new solver", 0),
        (OLD_AND_NEW, "the old", "new solver", 0),
        (OLD_AND_NEW, "the older", "new solver", None),
        ("It has 64% with the old solver and 81% with the new solver.", "solver, old", "", 0),
        # one that stands elsewhere stands at none; one that stands at both, at none of the two
        ("Alba West is new: it has 64% in West and 81% in Borea.", "Alba West", "Borea", None),
        ("It has 64% in Alba and 81% in Alba.", "Alba", "Borea", None),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_at_which_a_name_stands(sentence: str, name: str, other: str, at: int | None, turned: bool) -> None:
    _, which = of_line(sentence, turned=turned)
    assert which.of([name], [other] if other else []) == (at if at is None or not turned else 1 - at)
