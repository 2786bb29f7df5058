"""The words that a sentence ties to each of its numbers, in every way that it does so; and the lists that it pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.lists import in_lists
from claimcheck.matching.slots import Laid, Tied, at_numbers, measured

Make = Callable[..., Dataset]
Ties = dict[str, dict[str, str]]
"""By how, and by which word: the words of each number."""


def ties(make: Make, sentence: str) -> Ties:
    return told(make, sentence, lambda laid: [*at_numbers(laid), *in_lists(laid)])


def told(make: Make, sentence: str, ways: Callable[[Laid], Iterable[Tied]]) -> Ties:
    laid = Laid(make(sentence).papers[0].quotes[0])

    def shown(tied: Tied) -> dict[str, str]:
        return {
            laid.number(at): " ".join(laid.line[index].text for index in range(first, last))
            for at, (first, last) in tied.slots.items()
        }

    found = [tied for tied in ways(laid) if tied.slots]
    assert len({(tied.how, tied.word) for tied in found}) == len(found), "each way is told once"
    return {" ".join([tied.how, tied.word]).strip(): shown(tied) for tied in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It improves recall by 5% and test precision by 7%.",
            {"measured by": {"5%": "recall", "7%": "test precision"}},
        ),
        ("It improves isolation by 5%.", {"measured by": {"5%": "isolation"}}),  # "is" is but a part of it
        ("It has improved old recall by 5%.", {"measured by": {"5%": "old recall"}}),
        ("It reports improved recall by 5%.", {"measured by": {"5%": "recall"}}),
        ("It improves by 5%.", {}),
        ("By 5% it wins.", {}),
        ("It improves recall by (5%) there.", {}),
        ("It improves recall by (5% there).", {"measured": {"5%": "there"}}),
        ("It improves recall, by 5%.", {"measured by": {"5%": "recall"}}),
        ("It improves recall to 5%.", {}),
        ("It makes gains by 5%.", {}),
        ("It has 64% test recall and 5% noise.", {"measured": {"64%": "test recall", "5%": "noise"}}),
        ("It has 64% (drill) recall.", {}),
        ("It has 64% more.", {}),
        ("It has 64% on texts.", {}),
        ("It has recall of 64%.", {}),
    ],
)
def test_what_is_measured(sentence: str, expected: Ties, make: Make) -> None:
    assert told(make, sentence, measured) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Behind a number, or behind what it is a number of: words in a row, five at most.
        ("It gains 5% on very hard old long short texts and 7% on Meadow.", {"behind on": {"5%": "very hard old long short", "7%": "Meadow"}}),
        ("It gains 5% lower error rate on Harbour and 7% lower word error rate on Meadow.", {"behind on": {"5%": "Harbour"}}),
        ("It gains 5% in recall on Harbour for adults with nets and 7% over Borea.",
         {"behind in": {"5%": "recall"}, "behind on": {"5%": "Harbour"}, "behind for": {"5%": "adults"}, "behind over": {"7%": "Borea"}}),
        # A comma parts them from it.
        ("It gains 5%, more on Harbour, and 7%, on Meadow.", {}),
        ("On the set that it gains 5% on, Harbour is 7% long.", {"opened on": {"5%": "set", "7%": "set"}, "clause": {"7%": "Harbour"}}),
        # Before a number: what is done there is not where it is done, though a noun may look like a verb.
        ("It has gained on the Harbour set by 5% and, on Meadow, by 7%.", {"before on": {"5%": "Harbour set"}, "opened on": {"7%": "Meadow"}}),
        ("With Alba reducing errors by 5% and with Borea by 7%, it is done.",
         {"before with": {"7%": "Borea"}, "labelled by": {"7%": "Borea"}, "opened with": {"5%": "Alba reducing errors", "7%": "Borea"}}),
        ("It gains on noisy scores by 5% and on Meadow it is 7%.", {"before on": {"7%": "Meadow"}, "opened on": {"7%": "Meadow"}}),
        ("It gains on the Harbour performance by 5% and on Meadow by 7%.",
         {"before on": {"5%": "Harbour performance", "7%": "Meadow"}, "labelled by": {"7%": "Meadow"}, "opened on": {"7%": "Meadow"}}),
        ("What it gains on Harbour is, by 5%, much.", {}),
        # In brackets: five words at most, all that they hold, and no number of the same sort.
        ("It reaches 44% ($n$) and 51% ($m$), or 60% (very hard old long texts).", {"brackets": {"44%": "n", "51%": "m", "60%": "very hard old long texts"}}),
        ("It reaches 44% (drafts, old) and 51% (the very hard old long texts), or 60% (proofs).", {"brackets": {"60%": "proofs"}}),
        ("It reaches 44% (40% before), 51% (at 6 ms) and 60% (“proofs”).", {"brackets": {"51%": "at 6 ms", "60%": "proofs"}}),
        ("It reaches 44% (drafts), 51% (proofs) 60% (all).", {"brackets": {"44%": "drafts", "51%": "proofs", "60%": "all"}}),
        ("It solves 5 (50%) and 7 (70%) of it.", {"brackets": {"5": "50%", "7": "70%"}}),
        ("It reaches 44%, (old) and 51% (proofs).", {"brackets": {"51%": "proofs"}}),
        ("It reaches 44% – (old) drafts – and 51% (proofs).", {"brackets": {"51%": "proofs"}}),
        # Names before brackets; those of a list share what places the first.
        ("In all, Alba (70%) beats Borea (65%) on Harbour (64%), Meadow (63%) or Orchard (62%) and Cora (61%).",
         {"named": {"70%": "Alba", "65%": "Borea"}, "named on": {"64%": "Harbour", "63%": "Meadow", "62%": "Orchard", "61%": "Cora"}}),
        ("In all, Alba, (70%) beats Borea (65%).", {"named": {"65%": "Borea"}}),
        ("It gets small nets (70%) and New Alba (65%).", {"named": {"70%": "nets", "65%": "New Alba"}}),
        # Names right before numbers; one that opens the sentence may be any word.
        ("It finds much (Harbour = 50%, Meadow = 60%).", {"labelled": {"50%": "Harbour", "60%": "Meadow"}}),
        ("On Harbour: 50%, Meadow 60%, Orchard's 70%.",
         {"labelled": {"50%": "Harbour", "60%": "Meadow", "70%": "Orchard's"}, "opened on": {"50%": "Harbour", "60%": "Harbour", "70%": "Harbour"}}),
        ("Harbour 50%, Meadow 60%.", {"labelled": {"60%": "Meadow"}}),
        # What the clause is about, till it ends, or another is named whom a number is held against.
        ("In all, Alba reaches 70%; there, 60% remain.", {"clause": {"70%": "Alba"}}),
        ("In all, Alba gets 70% and then those of it get 50%.", {"clause": {"70%": "Alba"}}),
        ("In all, Alba lowers the errors by 5%, while Borea gets errors by 7%.", {"clause": {"5%": "Alba", "7%": "Borea"}}),
        ("In all, Alba reaches 70%, compared with 65% on Borea and 60% for Cora.",
         {"behind on": {"65%": "Borea"}, "behind for": {"60%": "Cora"}, "clause": {"70%": "Alba", "65%": "Alba", "60%": "Alba"}}),
        ("In all, Alba reaches 70%, versus 65% for Borea.", {"behind for": {"65%": "Borea"}, "clause": {"70%": "Alba", "65%": "Borea"}}),
        ("In all, Alba rises from 50% to 65% for Borea.", {"behind for": {"from 50% to 65%": "Borea"}}),
        # What is changed to a number is another's.
        ("In all, Borea cuts errors, but Alba climbs to 50% and cuts more.", {"clause": {"50%": "Alba"}}),
        ("In all, Alba falls with increased loads to 5%, and Borea also cuts errors to 7%.",
         {"before with": {"5%": "increased loads"}, "clause": {"5%": "Alba"}}),
        ("In all, Alba falls increasingly to 5%.", {"clause": {"5%": "Alba"}}),
        ("In all, Borea also cuts errors to 7%.", {}),
        # A name of four words at most, that a verb is right behind, with no mark between; what only looks like one is none.
        ("In all, New Alba Big Net reaches 5%, but New Alba Big Red Net reaches 7%.", {"clause": {"5%": "New Alba Big Net"}}),
        ("In all, Alba (reaches 5%) and the lot, Borea, has 7%.", {}),
        ("We find this: Alba analysis reaches 5%, but Cora performance reaches 6%.", {"clause": {"5%": "Alba analysis", "6%": "Cora performance"}}),
        ("In all, Alba has 5 views, while on Harbour and Meadow it has 3 views.", {"opened on": {"3": "Harbour"}, "clause": {"5": "Alba"}}),
        # Articles and the like before it.
        ("All their models reach 5%, while Cora has 6%.", {"clause": {"5%": "models", "6%": "Cora"}}),
        ("In all, this Alba reaches 5%, whereas Borea only reaches 7%.", {"clause": {"5%": "Alba", "7%": "Borea"}}),
        ("In all, the former models reach 5%, while Cora has 6%.", {"clause": {"5%": "former models", "6%": "Cora"}}),
        # Of several joined by "and" it is not told who of them.
        ("In all, the Alba and the Borea reach 50%, but Cora and the Dora reaches 60%.", {"clause": {"60%": "Dora"}}),
        ("In all, Alba or Borea reach 50%.", {}),
        ("In all, Alba nets and Borea achieved 50%.", {}),
        ("In all, GPT-mini and the GPT-nano achieved 50%.", {}),
        ("In all, nets of 5 ms and Borea achieved 50%.", {}),
        ("In all, it has 5 nets and Borea achieved 50%.", {"clause": {"50%": "Borea"}}),
        ("In all, nets are small and Borea achieved 70%.", {"clause": {"70%": "Borea"}}),
        # A name, or whom a rival is called; a word that opens the sentence only if it is written so elsewhere, or as no word is.
        ("In all, common nets reach 5%, while Cora has 6%.", {"clause": {"6%": "Cora"}}),
        ("We find this: Alba reaches 5%, while Cora has 6%.", {"clause": {"5%": "Alba", "6%": "Cora"}}),
        ("Alba reaches 5%, but Alba has 6%.", {"clause": {"5%": "Alba", "6%": "Alba"}}),
        ("Nets reach 5%, while Cora has 6%.", {"clause": {"6%": "Cora"}}),
        ("XMod reaches 5%, while Cora has 6%.", {"clause": {"5%": "XMod", "6%": "Cora"}}),
    ],
)  # fmt: skip
def test_words_at_numbers(sentence: str, expected: Ties, make: Make) -> None:
    assert ties(make, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Numbers that follow each other with a comma, a slash or "and" between; their units are one, or the last has it for all.
        ("On Harbour and Meadow it gains 5% at first and then 7%.", {"behind at": {"5%": "first"}, "opened on": {"5%": "Harbour", "7%": "Harbour"}}),
        ("On Harbour and Meadow it takes 5.5% of 6.5%, as told.", {"opened on": {"5.5%": "Harbour", "6.5%": "Harbour"}}),
        ("On Harbour, Meadow and Orchard, it reaches $50$\\%, another $60$\\% and $70$\\%.",
         {"opened on": {"50$\\%": "Harbour", "60$\\%": "Harbour", "70$\\%": "Harbour"},
          "list": {"50$\\%": "Harbour", "60$\\%": "Meadow", "70$\\%": "Orchard"}}),
        ("On Harbour, Meadow and Orchard, it needs $50.1$, $60.1$ and $70.1$ ms.",
         {"opened on": {"50.1": "Harbour", "60.1": "Harbour", "70.1$ ms": "Harbour"}, "list": {"50.1": "Harbour", "60.1": "Meadow", "70.1$ ms": "Orchard"}}),
        ("On Harbour and Meadow it needs 5 ms and 60%.", {"opened on": {"5 ms": "Harbour", "60%": "Harbour"}}),
        ("It needs 5 ms and reaches 50%, with 60% on Harbour, Meadow and Orchard.", {"behind on": {"60%": "Harbour"}}),
        ("With nets and Harbour it gives 50.1%.", {"opened with": {"50.1%": "nets"}}),
        # Words of one sort; one that opens the sentence has a capital anyway. As many as numbers, what leads to names aside.
        ("Harbour and Meadow give 50% and 60%.", {"list": {"50%": "Harbour", "60%": "Meadow give"}}),
        ("Harbour and hard texts give 50% and 60%.", {}),
        ("Tests, proofs and letters give 50%, 60% and 70%.", {"list": {"50%": "Tests", "60%": "proofs", "70%": "letters give"}}),
        ("The tests, Harbour and Meadow give 50%, 60% and 70%.", {}),
        ("On hard texts, Harbour and Meadow it gives 50% and 60%.",
         {"opened on": {"50%": "hard texts", "60%": "hard texts"}, "list": {"50%": "Harbour", "60%": "Meadow"}}),
        ("In hard tests, nets and Harbour give 50% and 60%.", {"opened in": {"50%": "hard tests", "60%": "hard tests"}}),
        ("In Alba, Harbour and Meadow it is 50% and 60%.", {"opened in": {"50%": "Alba", "60%": "Alba"}}),
        ("On drafts, proofs and letters it gives 50%, 60% and 70%.",
         {"opened on": {"50%": "drafts", "60%": "drafts", "70%": "drafts"}, "list": {"50%": "drafts", "60%": "proofs", "70%": "letters"}}),
        ("It has Cora; Harbour and Meadow give 50% and 60%.", {"list": {"50%": "Harbour", "60%": "Meadow give"}}),
        ("With 5, Harbour and Meadow give 50% and 60%.", {"list": {"50%": "Harbour", "60%": "Meadow give"}}),
        ("With 5, the Harbour and the Meadow give 50% and 60%.", {"list": {"50%": "Harbour", "60%": "Meadow give"}}),
        # Counts, or two pairs of common words, belong together only where "respectively" says so or a slash is between.
        ("Of Harbour, Meadow, Orchard and Alba it has 4, 5, 6 and 7 scores.", {}),
        ("It gives 5 and 60.5 for Harbour and Meadow.", {}),
        ("It gives 50% and 60% for drafts/proofs.", {"list": {"50%": "drafts", "60%": "proofs"}}),
        ("It gives 50% and 60% on/off Harbour.", {}),
        ("Pitch/roll gives 5.1%/6.1%.", {"list": {"5.1%": "Pitch", "6.1%": "roll"}}),
        ("Both Alba-7B/Alba-13B give 44.8%/51.2%.", {"list": {"44.8%": "Alba 7B", "51.2%": "Alba 13B"}}),
        ("It gives 50% and 60% for Harbour near Meadow.", {}),
        # Two lists that fit: nothing tells which.
        ("In hard tests, drafts and proofs give 50.1 and 60.1, respectively.", {"opened in": {"50.1": "hard tests", "60.1": "hard tests"}}),
        ("Pitch/roll gives 5.1%/6.1% (near-old/far-new).", {"brackets": {"6.1%": "near old far new"}}),
        ("On NANO/SMALL/BIG it has 4.1/5.1/6.1/7.1 ms.",
         {"opened on": {"4.1": "NANO SMALL BIG", "5.1": "NANO SMALL BIG", "6.1": "NANO SMALL BIG", "7.1 ms": "NANO SMALL BIG"}}),
        # A clause, or another number, between the two.
        ("It gives 50% and 60% on 3 tasks for Harbour and Meadow.", {"behind for": {"3": "Harbour"}}),
        ("It gives 50% and 60%; Harbour and Meadow are hard.", {}),
        ("It gives 50% and 60% for Harbour and Meadow; so it is.", {"list": {"50%": "Harbour", "60%": "Meadow"}}),
        ("It gives 50%; and 60% for Harbour and Meadow.", {}),
        ("On Harbour, Meadow and Orchard it gives 50%, 60%; and 70%.", {"opened on": {"50%": "Harbour", "60%": "Harbour"}}),
        ("Harbour and Meadow give 50%; and 60%.", {}),
        ("On Harbour and 5 sets it gives 50% and 60%.", {"opened on": {"5": "Harbour", "50%": "Harbour", "60%": "Harbour"}}),
    ],
)  # fmt: skip
def test_lists(sentence: str, expected: Ties, make: Make) -> None:
    assert ties(make, sentence) == expected
