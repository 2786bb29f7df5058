"""Names of one family: which of them a sentence has in another's place, and where that is not sure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.family import longer, sibling
from claimcheck.matching.quotes import sentence_around

Make = Callable[..., Dataset]
BOTH = "We compare Llama-7B and Llama-13B, Gemma 2 and Gemma 3, Lumen, Lumen-S and Lumen-L, Olmo and Olmo Pro."


def asked(
    make: Make, before: str, sentence: str, behind: str = "", **claim: object
) -> tuple[str, str, tuple[int, int], object]:
    """The name of a claim's subject, the text, the stretch of its sentence, and the claim."""
    abstract = f"{before} {sentence} {behind}".strip()
    (first,) = make(sentence, claim, abstract=abstract).papers[0].all_claims()
    folded, place = first.paper.folded, first.quote.place
    assert folded is not None and place is not None
    around = sentence_around(place, folded)
    return first.claim.subject.text, folded.view.text, folded.view_range(around.start, around.end), first.claim


@pytest.mark.parametrize(
    ("subject", "sentence", "found"),
    [
        ("Llama-13B", "Llama-7B reaches 5%.", "Llama-7B"),
        ("Llama-13B", "The score of Llama-7B is 5%.", "Llama-7B"),
        ("Llama-13B", "We see a score of Llama-7B at 5%.", "Llama-7B"),
        ("Llama-13B", "A score here today of Llama-7B is 5%.", "Llama-7B"),
        ("Llama-13B", "A score for them here of Llama-7B is 5%.", None),  # too far from the name
        ("Llama-13B", "With tools, the score of Llama-7B is 5%.", "Llama-7B"),
        ("Llama-13B", "The score of Llama-7B is 5%, close to it.", "Llama-7B"),
        ("Llama-13B", "Here it is high for Llama-7B, with 5%.", "Llama-7B"),
        ("Llama-13B", "The rest drops to 5% for Llama-7B.", "Llama-7B"),
        ("Llama-13B", "Llama-7B-Chat reaches 5%.", "Llama-7B"),  # named as far as they differ
        ("Llama-13B-Chat", "Llama-7B-Chat reaches 5%.", "Llama-7B"),
        *(("Llama-13B", f"Llama-7B {verb} at 5%.", "Llama-7B") for verb in "trains learns produces generates performs can could".split()),
        *(("Llama-13B", f"Llama-7B {verb} at 5%.", "Llama-7B") for verb in "remains retains maintains matches fails".split()),
        ("Llama-13B", "Llama-7B sings at 5%.", None),
        ("Llama-13B", "Unlike Llama-7B, Llama-33B reaches 5%.", "Llama-33B"),
        ("Llama-13B", "Llama-33B reaches 5%.", "Llama-33B"),  # a size behind a hyphen is sure, though it stands nowhere else
        ("Gemma 3", "Gemma 2 reaches 5%.", "Gemma 2"),
        ("Gemma 3", "Gemma 2 Pro reaches 5%.", "Gemma 2"),
        ("Gemma 3", "Gemma 5 reaches 5%.", None),  # a number behind a space might be anything
        ("Lumen-L", "Lumen-S reaches 5%.", "Lumen-S"),
        ("Lumen-L", "Lumen-S Pro reaches 5%.", "Lumen-S"),
        ("Lumen-L", "Here the score is high for Lumen-S, as Aria reaches 5%.", None),  # of a word without a verb
        ("Lumen-L", "Lumen-X reaches 5%.", None),  # which may be another name of it
        ("Lumen-L", "Lumen reaches 5%.", "Lumen"),
        ("Olmo Pro", "Olmo reaches 5%.", "Olmo"),
        ("Lumen-7B", "Lumen reaches 5%.", None),  # which nobody names beside it
        ("Lumen-7B", "Lumen-S reaches 5%.", None),  # a size and a word may be of one thing
        ("Llama-7bit", "Llama-4bit reaches 5%.", "Llama-4bit"),
        ("Llama-7bit", "Llama-13B reaches 5%.", None),
        ("Llama-7bit", "Llama-2 reaches 5%.", None),
        ("Llama-13B", "Llama-7B A B C D E reaches 5%.", "Llama-7B"),
        ("Llama-13B", "Llama-7B A B C D E F reaches 5%.", None),  # nobody knows where such a name ends
        # What tells the name apart stands in the sentence, or the other is something else there.
        ("Llama-13B", "Llama-7B and 13B reach 5%.", None),
        ("Llama-13B", "Llama-7B reaches 5%, and 13B a bit more.", None),
        ("Llama-13B-Chat", "Llama-7B reaches 5%, and 13B a bit more.", None),
        ("Lumen", "Lumen-S reaches 5%.", None),  # the name stands there, if with something behind it
        ("Llama-13B", "It does better than Llama-7B with 5%.", None),
        ("Llama-13B", "With the data of Llama-7B, recall is 5%.", None),
        ("Llama-13B", "Trained on data of Llama-7B recall is 5%.", None),
        ("Llama-13B", "Close to the score of Llama-7B, recall is 5%.", None),
        ("Llama-13B", "With Llama-7B gains of 5% are seen.", None),
        ("Llama-13B", "With tools the score of Llama-7B is 5%.", None),
        ("Llama-13B", "A score with data of Llama-7B is 5%.", None),
        ("Llama-13B", "It is close, and the score of Llama-7B is 5%.", None),
        ("Llama-13B", "The data of Llama-7B reach 5%.", None),
        ("Llama-13B", "The data change a lot for Llama-7B, with 5%.", None),
        ("Llama-13B", "We keep 5% of Llama-7B there.", None),
        ("Llama-13B", "For Llama-7B, recall is 5%.", None),
        ("Llama-13B", "Llama-7B, by the way, is 5%.", None),
        ("Llama-13B", "Llama-7B-based search reaches 5%.", None),
        ("Llama-13B", "The score of Llama-7B-based search is 5%.", None),
        ("Llama-13B", "Here llama-7B reaches 5%.", None),
        ("Llama-13B", "Like a llama, Llama-7B reaches 5%.", "Llama-7B"),
        ("Llama-13B", "CodeLlama-7B reaches 5%.", None),
        ("Lumen-L", "The Lumen family reaches 5%.", None),
        ("LLM-13B", "LLM-7B reaches 5%.", None),
        ("Llama-13B (ours)", "Llama-7B reaches 5%.", None),
        ("L-13B", "L-7B reaches 5%.", None),
        ("-", "Llama-7B reaches 5%.", None),
        ("xLM-13B", "Here xLM-7B reaches 5%.", "xLM-7B"),  # a name by its capital inside
        ("llama-13B", "Llama-7B reaches 5%.", None),
        ("LL-13B", "LL-7B reaches 5%.", "LL-7B"),
        ("Vega-A-B-C-D-7B", "Vega-A-B-C-D-8B reaches 5%.", "Vega-A-B-C-D-8B"),
        ("Vega-A-B-C-D-E-7B", "Vega-A-B-C-D-E-8B reaches 5%.", None),  # so many parts are a description
    ],
)  # fmt: skip
def test_siblings(subject: str, sentence: str, found: str | None, make: Make) -> None:
    assert sibling(*asked(make, BOTH, sentence, subject=subject)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "sentence", "behind", "subject", "found"),
    [
        ("We are first.", "Gemma 2 reaches 5%.", "Gemma 2 is old.", "Gemma 3", "Gemma 2"),
        ("We are first.", "Lumen reaches 5%.", "Lumen and Lumen-S are old.", "Lumen-S", "Lumen"),
        ("We use Gemma 2 Pro and Gemma 3 Pro.", "Gemma 2 reaches 5%.", "", "Gemma 3", "Gemma 2"),
        ("We are first. Here is its score.", "Of Llama-7B 5% is new.", "", "Llama-13B", None),
    ],
)
def test_other_sentences(before: str, sentence: str, behind: str, subject: str, found: str | None, make: Make) -> None:
    """They may name what this one names, before it or behind it; whose its number is, it says itself."""
    assert sibling(*asked(make, before, sentence, behind, subject=subject)) == found  # type: ignore[arg-type]


def test_what_the_claim_names_itself_is_no_rival(make: Make) -> None:
    def beside(**more: object) -> str | None:
        return sibling(*asked(make, BOTH, "Llama-7B reaches 5%.", subject="Llama-13B", **more))  # type: ignore[arg-type]

    assert beside() == "Llama-7B"
    assert beside(baseline="Llama-7B") is None
    assert beside(conditions={"teacher": "the 7B model"}) is None
    assert beside(mention="Llama-7B reaches") == "Llama-7B"


LISTED = (
    "We use MMLU and MMLU-Pro, MMLU and MMLU-Test, Spider 2 and Spider 2 Lite, Nova and Nova-Pro-Max. "
    "Aria is old. The Vega family with Vega-L is old. Cora-Mini is old."
)


@pytest.mark.parametrize(
    ("name", "sentence", "listed", "found"),
    [
        ("MMLU", "It has 5% on MMLU-Pro.", True, "MMLU-Pro"),
        ("MMLU", "It has 5% on MMLU-Pro-Max.", True, "MMLU-Pro-Max"),
        ("MMLU", "It has 5% on MMLU-Pro and MMLU.", True, None),
        ("MMLU", "It has 5% on MMLU-Test.", True, None),
        ("MMLU", "It has 5% on MMLU.", True, None),
        ("Spider 2", "It has 5% on Spider 2 Lite.", True, "Spider 2 Lite"),
        ("Spider 2", "It has 5% on Spider.", True, None),
        ("Spider", "It has 5% on Spider 2 Lite.", True, None),  # which stands nowhere alone
        ("Aria", "It has 5% on Aria-Pro.", True, None),
        ("Aria", "It has 5% on Aria-Pro.", False, "Aria-Pro"),
        ("Aria", "It has 5% on Aria-1M.", False, None),  # it may be the whole name of Aria
        ("Aria", "It has 5% on Aria Pro.", False, "Aria Pro"),
        ("Aria", "It has 5% on Aria-style tasks.", False, None),
        ("Nova", "It has 5% on Nova-Pro.", True, "Nova-Pro"),
        ("Vega", "It has 5% on Vega-L.", True, None),  # of the family the claim may speak as well
        ("Vega", "It has 5% on Vega-Pro.", False, None),
        ("Cora", "It has 5% on Cora-Pro.", False, None),
        ("Bolt", "It has 5% on Bolt-Pro.", False, None),
        ("Aria", "It has 5% on Aria-Pro and Aria-Lite.", False, None),
    ],
)
def test_longer_names(name: str, sentence: str, listed: bool, found: str | None, make: Make) -> None:
    assert longer(*asked(make, LISTED, sentence, subject=name), listed=listed) == found  # type: ignore[arg-type]


def test_what_makes_it_longer_may_stand_in_another_field(make: Make) -> None:
    said = asked(make, LISTED, "It has 5% on MMLU-Pro.", subject="MMLU", conditions={"version": "Pro"})
    assert longer(*said, listed=True) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "before",
    ["We use Vega-L (Vega).", "We use Vega-L, or Vega for short.", "We use Vega-L. We use Vega.", "We use the Vega family with Vega-L."],
)  # fmt: skip
def test_two_names_that_may_be_one(before: str, make: Make) -> None:
    assert sibling(*asked(make, before, "Vega reaches 5%.", subject="Vega-L")) is None  # type: ignore[arg-type]
