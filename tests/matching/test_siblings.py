"""Names of one family in one sentence: whose number a claim has is told by the clause, or by what the number is "on"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.siblings import of_siblings

Make = Callable[..., Dataset]


def told(make: Make, sentence: str, claim: dict[str, object]) -> list[tuple[str, str]]:
    """The fields that are another's, and what stands in their place."""
    quote = make(sentence, {"value": "79.6%", **claim}).papers[0].quotes[0]
    return [(each.field, each.name) for each in of_siblings(quote)]


@pytest.mark.parametrize(
    ("sentence", "subject", "name"),
    [
        ("Llama-7B and Llama-13B are tested: Llama-7B reaches 79.6%.", "Llama-13B", "Llama-7B"),
        ("Unlike Lumen-L, Lumen-S reaches 79.6%.", "Lumen-L", "Lumen-S"),
        ("We use Lumen v1 and Lumen v2: Lumen v2 reaches 79.6%.", "Lumen v1", "Lumen v2"),
        ("Llama-7B reaches 79.6% and Llama-13B 81.2%.", "Llama-13B", "Llama-7B"),
        ("Llama-7B reaches 79.6%; this is below the score of Llama-13B.", "Llama-13B", "Llama-7B"),
        ("We extend Lumen, and Lumen-Pro reaches 79.6%.", "Lumen", "Lumen-Pro"),
        ("Lumen-Pro is new, and Lumen reaches 79.6%.", "Lumen-Pro", "Lumen"),
        # the subject itself, or both
        ("Llama-7B and Llama-13B are tested: Llama-7B reaches 79.6%.", "Llama-7B", None),
        ("Llama-7B and Llama-13B reach 79.6%.", "Llama-7B", None),
        ("The GPT-5-mini and GPT-5-nano reach 79.6% and 70.8%.", "GPT-5-mini", None),
        ("The gap between Llama-7B and Llama-13B is 79.6%.", "Llama-7B", None),
        # it stands between the other and the number, or a preposition ties it to the number
        ("Llama-7B is beaten by Llama-13B (79.6%).", "Llama-13B", None),
        ("Llama-7B reaches 70%, and Llama-13B 79.6%.", "Llama-13B", None),
        ("Llama-7B is beaten with 79.6% by Llama-13B.", "Llama-13B", None),
        ("Llama-13B is new; Llama-7B is beaten with 79.6% by Llama-13B.", "Llama-13B", None),
        # it stands in no clause that begins with a name, or not in the sentence at all
        ("With Llama-7B as its teacher, we reach 79.6% by Llama-13B.", "Llama-13B", None),
        ("Llama-7B reaches 79.6%.", "Llama-13B", None),
        ("Llama-13B is new; of Llama-13B, it is seen that Llama-7B reaches 79.6%.", "Llama-13B", "Llama-7B"),
        ("Llama-7B reaches 79.6% with tools; of Llama-13B nothing is known.", "Llama-13B", "Llama-7B"),
        # another family, while others of its own stand there, or but the beginning of what the clause is about
        ("Llama-7B and Llama-13B are known, and Gemma-7B reaches 79.6%.", "Llama-13B", None),
        ("Lumen-13B is old, and Lumen-7B-Pro reaches 79.6%.", "Lumen-7B", None),
        # another family, a word that goes on with the name, or a longer name that nobody knows as another
        ("Gemma-7B and Llama-13B are tested: Gemma-7B reaches 79.6%.", "Llama-13B", None),
        ("We extend Lumen, and Lumen Lab reaches 79.6%.", "Lumen", None),
    ],
)
def test_the_subject_of_a_clause(sentence: str, subject: str, name: str | None, make: Make) -> None:
    assert told(make, sentence, {"subject": subject}) == ([("subject", name)] if name else [])


@pytest.mark.parametrize(
    ("sentence", "dataset", "name"),
    [
        ("Alba has 79.6% on MMLU and 60.1% on MMLU-Pro.", "MMLU-Pro", "MMLU"),
        ("Alba has 60.1% on MMLU and 79.6% on MMLU-Pro.", "MMLU", "MMLU-Pro"),
        ("MMLU-Pro is harder than MMLU: Alba has 79.6% on MMLU.", "MMLU-Pro", "MMLU"),
        (
            "Alba gains on AIME24 by 79.6% and on AIME25 by 60.1%.",
            "AIME25",
            "AIME24",
        ),
        ("Alba gains on MMLU by 79.6% and on MMLU-Pro by 60.1%.", "MMLU-Pro", "MMLU"),
        ("On MMLU, Alba has 79.6%, and on MMLU-Pro, 60.1%.", "MMLU-Pro", "MMLU"),
        ("On MMLU, Alba has 79.6% on MMLU; MMLU-Pro is harder.", "MMLU-Pro", "MMLU"),  # told once
        ("Alba has 79.6% on MMLU and 60.1% on MMLU-Pro.", "MMLU", None),
        ("On MMLU, Alba has 60.1%, and 79.6% on MMLU-Pro.", "MMLU-Pro", None),
        ("On MMLU, MMLU-Pro and others, Alba has 79.6%.", "MMLU-Pro", None),
        ("MMLU-Pro is hard: Alba has 79.6% on MMLU, MMLU-Pro and others.", "MMLU-Pro", None),
        ("Alba has 79.6% with MMLU and 60.1% with MMLU-Pro.", "MMLU-Pro", None),  # on what, it does not say
        ("Alba has 79.6% on MMLU and MMLU-Pro.", "MMLU-Pro", None),
        ("Alba has 79.6% on MMLU, Harbour and MMLU-Pro.", "MMLU-Pro", None),
        ("Alba has 79.6% on MMLU and 60.1% in the test set of MMLU.", "MMLU test set", None),
    ],
)
def test_the_data_set_at_a_number(sentence: str, dataset: str, name: str | None, make: Make) -> None:
    assert told(make, sentence, {"dataset": dataset}) == ([("dataset", name)] if name else [])


def test_what_the_claim_says_of_it_elsewhere(make: Make) -> None:
    """A claim that has the other name in another field knows of it; so does one that says how the sentence calls its subject."""
    sentence = "We make Llama-13B smaller: Llama-7B reaches 79.6%."
    assert told(make, sentence, {"subject": "Llama-13B"})
    assert not told(make, sentence, {"subject": "Llama-13B", "conditions": {"size": "7B"}})
    assert not told(make, sentence, {"subject": "Llama-13B", "subject_as": "Llama-7B"})
    assert not told(make, sentence, {"subject": "Llama-13B", "subject_as": "We"})
    on = "MMLU-Pro is harder than MMLU: Alba has 79.6% on MMLU."
    assert not told(make, on, {"dataset": "MMLU-Pro", "dataset_from": "context"})


def test_the_name_of_the_paper_may_stand_for_its_versions(make: Make) -> None:
    """The paper of these tests is called "p"; of "P" the abstract has but a longer name."""
    sentence = "We build PX, and PX-Pro reaches 79.6%."
    assert told(make, sentence, {"subject": "PX"}) == [("subject", "PX-Pro")]
    paper = make(sentence, {"value": "79.6%", "subject": "PX"}).papers[0]
    object.__setattr__(paper.claims.paper.name, "text", "PX")
    assert list(of_siblings(paper.quotes[0])) == []


def test_a_quote_without_claims_has_none(make: Make) -> None:
    quote = make("Llama-7B reaches 79.6%.").papers[0].quotes[0]
    quote.claims.clear()
    assert list(of_siblings(quote)) == []


def told_beside(make: Make, sentence: str, claim: dict[str, object], other: dict[str, object]) -> list[tuple[str, str]]:
    """What is told of a claim of 79.6%, where the file has another claim of the same quote."""
    quote = make(sentence, {"value": "79.6%", **claim}, {"id": "other", **other}).papers[0].quotes[0]
    return [(each.field, each.name) for each in of_siblings(quote) if each.claim.id != "other"]


@pytest.mark.parametrize(
    ("sentence", "subject", "other", "told"),
    [
        ("Lumen performed best at 79.6% accuracy, followed by Corvus.", "Corvus", "Lumen", True),
        ("Lumen performed best at 79.6% accuracy, followed by Corvus.", "Lumen", "Corvus", False),
        ("Lumen performed best at 79.6% accuracy, followed by Corvus.", "Corvus", "Borea", False),  # who Lumen is, nobody says
        ("Lumen is beaten with 79.6% accuracy by Corvus.", "Corvus", "Lumen", False),
        ("Lumen with Corvus performed best at 79.6%, followed by Corvus.", "Corvus", "Lumen with Corvus", False),
    ],
)  # fmt: skip
def test_another_subject_of_the_file(sentence: str, subject: str, other: str, told: bool, make: Make) -> None:
    sentence = f"We use Lumen and Borea. {sentence}"
    found = told_beside(make, sentence, {"subject": subject}, {"subject": other, "kind": "ranking", "rank": "best"})
    assert bool(found) == told


@pytest.mark.parametrize(
    ("sentence", "dataset", "other", "name"),
    [
        ("On two sets (Aria, Bolt), it gets 79.6% recall and 60.1% accuracy on Aria.", "Bolt", "Aria", "Aria"),
        ("On two sets (Aria-X, Bolt-X), it gets 79.6% recall and 60.1% accuracy on Aria-X.", "Bolt-X", "Aria-X", "Aria-X"),
        ("On two sets (Aria, Bolt), it gets 79.6% recall and 60.1% accuracy on Aria.", "Aria", "Aria", None),
        ("On two sets (Aria, Bolt), it gets 79.6% recall and 60.1% accuracy on Aria.", "Bolt", "Corvus", None),
        ("On Bolt, it gets 79.6% recall and 60.1% accuracy on Aria.", "Bolt", "Aria", None),
        ("On two sets (Aria, Bolt), it gets 79.6% recall, and 60.1% accuracy on Aria.", "Bolt", "Aria", None),
        ("On two sets (Aria, Bolt), it gets 79.6% recall of 60.1% on Aria.", "Bolt", "Aria", None),
        ("On two sets (Aria, Bolt), it gets 79.6% recall with 60.1% and more on Aria.", "Bolt", "Aria", None),
        ("On two sets (Aria, Bolt), it gets 60.1% accuracy on Aria and 79.6% recall.", "Bolt", "Aria", None),
        ("It gets 79.6% on Aria; Bolt is harder.", "Bolt", "Aria", "Aria"),
        ("It gets 79.6% on Aria; Bolt is harder.", "Bolt", "aria", "Aria"),
        ("It gets 79.6% on Aria; there Bolt is harder.", "Bolt", "Aria", "Aria"),
        ("It gets 79.6% on GPUs; Bolt is harder.", "Bolt", "Aria", None),
        ("It gets 79.6% on tasks; Bolt is harder.", "Bolt", "tasks", None),  # of whatever
        ("For Bolt it gets 79.6% recall and 60.1% accuracy on Aria.", "Bolt", "Aria", None),
        ("For Bolt (Bolt is new) it gets 79.6% recall and 60.1% accuracy on Aria.", "Bolt", "Aria", None),
        ("On two sets (Aria, Bolt), it gets 79.6% recall at no cost and 60.1% accuracy on Aria.", "Bolt", "Aria", None),
        ("On two sets (Aria, Bolt), it gets 79.6% recall 60.1% accuracy on Aria.", "Bolt", "Aria", None),
        ("On two sets (Aria, Bolt), it gets 60.1% accuracy and 79.6% recall.", "Bolt", "Aria", None),
        ("It gets 79.6% on Aria-Bolt; Bolt is harder.", "Bolt", "Aria-Bolt", None),
    ],
)  # fmt: skip
def test_another_data_set_of_the_file(sentence: str, dataset: str, other: str, name: str | None, make: Make) -> None:
    claim: dict[str, object] = {"subject": "Lumen", "dataset": dataset}
    found = told_beside(
        make,
        f"We use Aria. {sentence}",
        claim,
        {"subject": "Lumen", "dataset": other, "kind": "ranking", "rank": "best"},
    )
    assert found == ([("dataset", name)] if name else [])


def test_a_subject_is_not_what_a_number_is_on(make: Make) -> None:
    sentence = "We use Aria. Of two (Aria, Bolt), it gets 79.6% recall and 60.1% accuracy on Aria."
    other = {"subject": "Aria", "dataset": "Aria", "kind": "ranking", "rank": "best"}
    assert told_beside(make, sentence, {"subject": "Bolt"}, other) == []
    assert told_beside(make, sentence, {"dataset": "Bolt"}, other) == [("dataset", "Aria")]


@pytest.mark.parametrize(
    ("condition", "told"), [("Aria", False), ("the whole of Aria Sea", False), ("Sea", False), ("calm Sea", True)]
)
def test_what_the_claim_has_in_another_field_is_its_own(condition: str, told: bool, make: Make) -> None:
    sentence = "We use Aria Sea. It gets 79.6% on Aria Sea; Bolt is harder."
    claim: dict[str, object] = {"dataset": "Bolt", "conditions": {"kind": condition}}
    found = told_beside(make, sentence, claim, {"dataset": "Aria Sea", "kind": "ranking", "rank": "best"})
    assert bool(found) == told
