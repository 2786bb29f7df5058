"""Whom the sentence of a claim speaks of, where that is not the claim's subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.vocabulary import Vocabulary, load_vocabulary
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.matching.spoken import (
    named_by_itself,
    named_instead,
    names_metric,
    names_nobody,
    only_compared,
    related,
    rival,
    speaks_of_ours,
    stands_for_another,
)
from claimcheck.source import SourceFile

Make = Callable[..., Dataset]

MODELS = """
schema: claimcheck-vocabulary/1
models:
  - {name: Lumen, aliases: [LMN]}
  - {name: CorVus-4o, aliases: [CorVus-4 omni]}
"""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    loaded = load_vocabulary(SourceFile("claims/vocabulary.yaml", MODELS))
    assert loaded.problems == ()
    assert loaded.vocabulary is not None
    return loaded.vocabulary


def first(make: Make, sentence: str, *claims: dict[str, object], abstract: str | None = None) -> ClaimInContext:
    named = ({"id": name, "subject": "Corvus", **claim} for name, claim in zip("abc", claims, strict=False))
    return next(make(sentence, *named, abstract=abstract).papers[0].all_claims())


LUMEN: dict[str, object] = {"subject": "Lumen"}


@pytest.mark.parametrize(
    ("sentence", "claim", "other", "found"),
    [
        ("Lumen reaches 5%.", {}, LUMEN, "Lumen"),
        ("Here Lumen also reaches 5%.", {}, LUMEN, "Lumen"),
        ("Over all, Lumen reaches 5%.", {}, LUMEN, "Lumen"),
        ("Lumen, which sings, has 5%.", {}, LUMEN, "Lumen"),
        ("Lumen 5 reaches 5.", {"value": "5"}, {"subject": "Lumen 5"}, "Lumen 5"),
        ("Lumen 5 reaches 7.", {"value": "7", "baseline": "X", "baseline_value": "5"}, {"subject": "Lumen 5"}, "Lumen 5"),
        ("Lumen reaches 5%.", {"mention": "Lumen reaches 5%"}, LUMEN, "Lumen"),
        ("Lumen reaches 5%.", {"note": "as Lumen"}, LUMEN, "Lumen"),
        ("Lumen reaches 5%.", {"hedge": "Lumen reaches"}, LUMEN, "Lumen"),
        ("Lumen reaches 5%.", {"doubt": "Is it Lumen?"}, LUMEN, "Lumen"),
        *((f"Lumen {verb} there in 5%.", {}, LUMEN, "Lumen") for verb in "is are was were has have had cannot could".split()),
        ("Lumen then is there in 5%.", {}, LUMEN, None),
        ("Here p reaches 5%.", {}, {"subject": "Borea"}, "p"),  # the paper's own work
        ("Lumen showroom of 5%.", {}, LUMEN, None),
        # It is what the claim is about, under some name, or stands there as another thing.
        ("Lumen reaches 5%.", {"subject": "Lumen parser"}, LUMEN, None),
        ("Lumen reaches 5%.", {"baseline": "old Lumen"}, LUMEN, None),
        ("Lumen reaches 5%.", {}, {"subject": "Borea"}, None),
        ("Lumens reaches 5%.", {}, LUMEN, None),
        ("CodeLumen reaches 5%.", {}, LUMEN, None),
        ("It wins with Lumen reaches 5%.", {}, LUMEN, None),
        ("It goes beyond Lumen, 5%.", {}, LUMEN, None),
        ("It wins with Lumen reaching 5%.", {}, LUMEN, None),
        ("With Lumen reaches it 5%.", {}, LUMEN, None),
        ("Lumen (old) reaches 5%.", {}, LUMEN, None),
        ("Lumen sings of 5%.", {}, LUMEN, None),
    ],
)  # fmt: skip
def test_rivals(
    sentence: str, claim: dict[str, object], other: dict[str, object], found: str | None, make: Make
) -> None:
    assert rival(first(make, sentence, claim, other), Vocabulary()) == found


def test_other_names_of_the_vocabulary(make: Make, vocabulary: Vocabulary) -> None:
    assert rival(first(make, "Lumen reaches 5%.", {}), vocabulary) == "Lumen"
    assert rival(first(make, "LMN reaches 5%.", {}), vocabulary) == "LMN"
    assert rival(first(make, "Lumen reaches 5%.", {"subject": "LMN"}), vocabulary) is None
    assert rival(first(make, "Lumen reaches 5%.", {}), Vocabulary()) is None


@pytest.mark.parametrize(
    ("sentence", "claim", "found"),
    [
        ("LuMen reaches 5%.", {}, "LuMen"),
        ("LuMen reaches 5%.", {"mention": "LuMen reaches 5%"}, "LuMen"),
        ("LuMen reaches 5%.", {"value": "LuMen reaches 5%"}, "LuMen"),
        ("LuMen reaches 5%.", {"doubt": "Is it LuMen?"}, "LuMen"),
        ("LuMen, which reaches all, has 5%.", {}, "LuMen"),
        ("LuMen, which beatsing all, has 5%.", {}, None),
        ("LUmen reaches 5%.", {}, "LUmen"),
        ("LuMen beatsing 5%.", {}, None),
        ("LuMen reaches 5%.", {"subject": "LuMen"}, None),
        ("LuMen reaches 5%.", {"dataset": "LuMen set"}, None),
        ("LuMen (old) reaches 5%.", {}, None),
        ("LuMen needs 5%.", {}, None),  # no verb for sure
        ("Over LuMen reaches 5%.", {}, None),
        ("Lumen reaches 5%.", {}, None),
        ("AMR reaches 5%.", {}, None),
        ("We show AMR. AMR reaches 5%.", {}, "AMR"),
        ("We show Lumen. Lumen reaches 5%.", {}, "Lumen"),
        ("We show Lumen, a lumen. Lumen reaches 5%.", {}, None),
        ("We show it. Lumen. Lumen reaches 5%.", {}, None),
        ("We show LLMs. LLMs reached 5%.", {}, None),
        ("We show it. lumen reaches 5%.", {}, None),
    ],
)
def test_a_name_by_itself(sentence: str, claim: dict[str, object], found: str | None, make: Make) -> None:
    quote = sentence.rpartition(". ")[2]
    assert named_by_itself(first(make, quote, claim, abstract=sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "compared"),
    [
        ("It outperforms Lumen.", True),
        ("It outperforms the strong Lumen.", True),
        ("It outperforms Lumen. LumenX wins.", True),  # another name
        ("It outperforms Lumen. Lumen wins.", False),
        ("Lumen wins.", False),
        ("It wins.", False),
    ],
)
def test_what_is_only_compared_with(sentence: str, compared: bool, make: Make) -> None:
    assert only_compared(first(make, sentence, LUMEN), Vocabulary()) is compared


@pytest.mark.parametrize(
    ("sentence", "ours"),
    [
        ("Our method reaches 5%.", "Our method"),
        ("Here our new small method reaches 5%.", "our new small method"),
        ("Our method beats that.", None),
        ("Our method beats all baselines.", None),
        ("Corvus reaches 5%.", None),
        ("It reaches 5%.", None),
    ],
)
def test_our_own_method(sentence: str, ours: str | None, make: Make) -> None:
    assert speaks_of_ours(first(make, sentence, {})) == ours


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("Active Data Reconstruction Attack", "ADRA", True),
        ("ADRA", "Active Data Reconstruction Attack", True),
        ("ADRA ", "Active Data Reconstruction Attack", True),
        ("GPT-4", "Generative Pre-trained Transformer", True),
        ("AD", "Active Data", True),
        ("A", "Active Data", False),
        ("LM", "Lumen ", False),  # one word has no initials
        ("L M", "Lumen of many", False),
        ("LXQ", "Lumen of many", False),
        ("MO", "Lumen of many", False),
        ("the parser", "the model", False),
        ("OF", "of", True),
    ],
)
def test_names_that_may_be_one(name: str, other: str, one: bool) -> None:
    assert related(name, other) is one


def test_verbs_alone() -> None:
    assert names_nobody(" reaches ")
    assert names_nobody("is reaches")
    assert not names_nobody("Lumen reaches")
    assert not names_nobody("reaches Lumen")
    assert stands_for_another("Here it reaches 5%.")


def test_another_sentence_is_not_looked_at(make: Make) -> None:
    claim = first(make, "Corvus has 5%.", {}, LUMEN, abstract="Lumen reaches 7%. Corvus has 5%.")
    assert rival(claim, Vocabulary()) is None


@pytest.mark.parametrize(
    ("words", "metric", "subject", "names"),
    [
        ("accuracy", "accuracy", "Corvus", True),
        ("the accuracy", "accuracy", "Corvus", True),
        (None, "accuracy", "Corvus", False),
        ("its accuracy", "accuracy", "Corvus", False),
        ("accuracy of our", "accuracy", "Corvus", False),
        ("recall", "accuracy", "Corvus", False),
        ("test accuracy", "accuracy", "Corvus", False),
        ("accuracy", "accuracy", "accuracy", False),
        ("the", "of", "Corvus", False),
    ],
)
def test_words_for_the_metric(words: str | None, metric: str, subject: str, names: bool, make: Make) -> None:
    claim: dict[str, object] = {"subject": subject, "metric": metric, **({"subject_as": words} if words else {})}
    assert names_metric(first(make, "The accuracy of our test is 5%.", claim)) is names


def test_words_that_the_vocabulary_has_for_another(make: Make, vocabulary: Vocabulary) -> None:
    def instead(subject: str) -> str | None:
        return named_instead(first(make, "LMN reaches 5%.", {"subject": subject, "subject_as": "LMN"}), vocabulary)

    assert instead("CorVus") == "Lumen"
    assert instead("Lumen") is None


def test_of_one_family_as_the_vocabulary_has_it(make: Make, vocabulary: Vocabulary) -> None:
    def instead(words: str) -> str | None:
        claim = {"subject": "CorVus-4o", "subject_as": words}
        return named_instead(first(make, "CorVus-4 reaches 5%.", claim), vocabulary)

    assert instead("our CorVus-4") is None  # as it begins to be called by its other name
    assert instead("our CorVus-5") == "CorVus-5"


TWO = "We have CorVus there. LuMen reaches 5%."
NAMED: dict[str, object] = {"subject": "CorVus", "subject_as": "LuMen"}


@pytest.mark.parametrize(
    ("abstract", "claims", "found"),
    [
        (TWO, [NAMED], "LuMen"),
        (TWO, [{"subject": "CorVus"}], None),
        (TWO, [{"subject": "CorVus of LuMen", "subject_as": "LuMen"}], None),
        (TWO, [{"subject": "Borea", "subject_as": "LuMen"}], None),  # which stands nowhere
        (TWO, [{"subject": "Borea", "subject_as": "LuMen"}, {"subject": "LuMen"}], "LuMen"),
        (TWO, [{"subject": "Borea", "subject_as": "LuMen"}, {"baseline": "LuMen"}], "LuMen"),
        ("We have it. iLumen reaches 5%.", [{"subject_as": "iLumen"}, {"subject": "iLumen"}], None),
        (TWO, [{"subject": "BoRea", "subject_as": "LuMen"}], None),
        (TWO, [{"subject": "have", "subject_as": "LuMen"}], None),
        (TWO, [{"subject": "CorVus there", "subject_as": "LuMen"}], None),
        (
            "The LuMen wins. LuMen reaches 5%.",
            [{"subject": "Borea", "subject_as": "the LuMen"}, {"subject": "the LuMen"}],
            None,
        ),
        # Said to be one, either way round.
        ("We have CorVus, called LuMen. CorVus wins, LuMen too. LuMen reaches 5%.", [NAMED], None),
        ("We have CorVus, called LuMen. CorVus of LuMen wins. LuMen reaches 5%.", [NAMED], None),
        ("We have CorVus, called LuMen. LuMen reaches 5%.", [NAMED], None),
        ("We have LuMen, called CorVus. LuMen reaches 5%.", [NAMED], None),
        ("We have CorVus (LuMen). LuMen reaches 5%.", [NAMED], None),
        ("We have CorVus and LuMen. LuMen reaches 5%.", [NAMED], "LuMen"),
        ("We have Cor-or-Vus and LuMen. LuMen reaches 5%.", [{**NAMED, "subject": "Cor-or-Vus"}], "LuMen"),
        ("We have LuMen and CorVus. LuMen reaches 5%.", [NAMED], "LuMen"),
        # Of one family, another.
        (TWO, [{"subject": "LuMen-7B", "subject_as": "our LuMen-2B model"}], "LuMen-2B"),
        (TWO, [{"subject": "LuMen 7B", "subject_as": "our LuMen-2B"}], "LuMen-2B"),
        (TWO, [{"subject": "LuMen", "subject_as": "our LuMen-2B model"}], None),
        (TWO, [{"subject": "LuMen-2B", "subject_as": "our LuMen-2B model"}], None),
        (TWO, [{"subject": "LuMen-2B-Chat", "subject_as": "our LuMen-2B model"}], None),
        (TWO, [{"subject": "CorVus-7B", "subject_as": "our LuMen-2B model"}], None),
        (TWO, [{"subject": "LuMen-7B", "subject_as": "our models"}], None),
    ],
)
def test_words_that_are_another_name(
    abstract: str, claims: list[dict[str, object]], found: str | None, make: Make
) -> None:
    claim = first(make, "LuMen reaches 5%.".replace("LuMen", "iLumen" if "iLumen" in abstract else "LuMen"), *claims, abstract=abstract)  # fmt: skip
    assert named_instead(claim, Vocabulary()) == found
