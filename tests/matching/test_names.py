"""Whether an abstract names what a claim is about, and which names are almost the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.app import load
from claimcheck.claims.vocabulary import Vocabulary, load_vocabulary
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import Dataset
from claimcheck.matching.named import Names, stands
from claimcheck.matching.quotes import locate
from claimcheck.matching.spelling import alike, foreign_letter, nearly, tells_nothing
from claimcheck.source import SourceFile, Span

Make = Callable[..., Dataset]
ROOT = Path(__file__).parents[2]

ABSTRACT = (
    r"We present \textsc{Alba+}, a multi-turn agent by T\"ubing Labs, against Llama3.1-8B, Min-K\%++ and the strongest "
    r"instruction-tuned baselines. Trained models outperform earlier ones in 12 settings of hard reading."
)


@pytest.mark.parametrize(
    ("field", "missing"),
    [
        # As it stands, whatever the markup, the case and the white space.
        ("Alba+", None),
        ("alba+", None),
        ("Tübing Labs", None),
        (r"Min-K\%++", None),
        ("Min-K%++", None),
        # Ordinary words in any form and order; a first word may begin with a capital.
        ("strong instruction tuned baselines", None),
        ("multiturn agents", None),
        ("reading of hard settings", None),
        ("Strongest baselines", None),
        ("Llama 3.1 8B", None),
        ("Alba+ model", None),  # says what the name is, and names nothing
        # Names that are not there, or not as a whole.
        ("Alba", "Alba"),
        ("ALBAING+", "ALBAING+"),
        ("multi-turn MINE-K%++", "MINE-K%++"),  # capitals have no endings
        ("Alba++", "Alba++"),
        ("Llama3.1-70B", "Llama3.1-70B"),
        ("Llama3.2-8B", "Llama3.2-8B"),
        ("Labs Tübing", "Labs Tübing"),
        ("Borea against Alba+", "Borea"),
        ("weakest baselines", "weakest"),
        ("multi-lingual agents", "lingual"),
        ("agent amulti", "amulti"),  # two words make one only where a hyphen joins them
        ("turnagent", "turnagent"),
        # Function words and what says what a name is need not stand there.
        ("agents from settings", None),
        ("the hard test set", None),
        # A first word with a capital is a name, unless the abstract has it in small letters; a later one always is.
        ("Reading of settings", None),
        ("Hardness of settings", "Hardness"),
        ("settings of Reading", None),  # as it stands, case aside
        ("settings of Hardness", "Hardness"),
        ("Hard Alba+ settings", None),
        ("settings of Hard Alba+", "Hard Alba+"),
        ("HARDNESS settings", "HARDNESS"),
        ("A1b settings", "A1b"),
        ("Hard2 settings", "Hard2"),
        # Bare numbers are no names; with letters they are.
        ("17 settings", None),
        ("settings 99.5%, 3", None),
        ("settings X 17", "X 17"),
        ("settings 17b", "17b"),
        # What ends or begins at a decimal point is not the whole number.
        ("1-8B", "1-8B"),
        ("Llama3.1-8B, Min-K", "Llama3.1-8B, Min-K"),
        ("Llama 3", "Llama 3"),
        ("Trained", None),
    ],
)
def test_missing(field: str, missing: str | None, make: Make) -> None:
    (paper,) = make(ABSTRACT).papers
    assert Names(paper, Vocabulary()).missing(field) == missing


@pytest.mark.parametrize(
    ("text", "field", "missing"),
    [
        # A word with a capital inside has no other form than its plural, one without has many.
        ("We test many LLaVAs here", "LLaVA", None),
        ("We test one LLaVA's score", "LLaVAs", None),
        ("We test VLs Net", "VL-Net", None),
        ("We test OS-LLaVA", "O-LLaVA", "O-LLaVA"),
        ("We test CSS-Net", "CS-Net", "CS-Net"),
        ("We test SOFAS here", "OFAS", "OFAS"),
        ("We test Trained Lagers", "test of Train", None),
        ("We test Lagered things", "LAGER", "LAGER"),
        ("We test Lagered things", "LAger", "LAger"),
        ("We test Lagered things", "LaGER", "LaGER"),
        ("We test LLaVA Train", "LLaVA Trained", "LLaVA Trained"),
        # Two numbers in a row are not one.
        ("We test Gemma-22B", "Gemma-2-2B", "Gemma-2-2B"),
        ("We test Gemma 2 2B", "Gemma-2-2B", None),
        # A name with digits is one, however the abstract writes it.
        ("We test t5 and a large net", "T5 Large", "T5 Large"),
    ],
)
def test_names_in_other_forms(text: str, field: str, missing: str | None, make: Make) -> None:
    (paper,) = make(f"{text}.").papers
    assert Names(paper, Vocabulary()).missing(field) == missing


SPELT = (
    "We measure mIoU, mean average precision of small multi-turn agents, quickly of the in on at by for cows, and "
    "Alba bolt cat dog elk fox gum hat."
)


@pytest.mark.parametrize(
    ("field", "first", "strange"),
    [
        # In words of one's own; of names, those with a capital behind their beginning, or behind small words.
        ("weakest recall", False, None),
        ("Zymurgy recall", False, None),
        ("Zymurgy recall", True, "Zymurgy"),
        ("ZYmurgy recall", False, "ZYmurgy"),
        ("the Zymurgy Brewer recall", False, "Zymurgy Brewer"),  # as a whole
        ("the Zymurgy of Brewers", False, "Zymurgy"),
        ("the small Zymurgy", False, "Zymurgy"),
        ("small Agents of Zymurgy", False, "Zymurgy"),
        ("of Zymurgy", False, "Zymurgy"),
        ("mIoU of Zymurgy", False, "Zymurgy"),
        # In a title every word has a capital.
        ("Recall of Brewers", False, None),
        ("Recall of Brewers", True, "Recall"),
        ("Recall of weak Brewers", False, "Brewers"),
        ("weak", True, None),
        # What is a word, an acronym that everybody knows, one letter, or has digits, is no name here.
        ("the Agents", False, None),
        ("the AGENTS", False, None),
        ("the MEASURING", False, None),
        ("the FPS+ of GPUs", False, None),
        ("the RAMX of it", False, "RAMX"),
        ("the Z of it", False, None),
        ("the Zy of it", False, "Zy"),
        ("Zy", True, "Zy"),
        ("the ZYM2 of it", False, None),
        ("the 2ZYM of it", False, None),
        # A part of a word, or the first letters of words.
        ("the IoU of it", False, None),
        ("the UR of it", False, "UR"),
        ("the RECI-SIon of it", False, None),
        ("the RNA of it", False, "RNA"),  # within one word
        ("the mAP of it", False, None),
        ("the MTAs of it", False, None),
        ("the ElkFoxGumHat of it", False, None),  # all the words
        ("the AP of it", False, None),
        ("the MeAvPr of it", False, None),
        ("the AvaPr of it", False, "AvaPr"),
        ("the SMTA of it", False, None),
        ("the MT-AG of it", False, None),
        ("the MUA of it", False, "MUA"),  # "turn" tells something
        ("the PSM of it", False, None),  # "of" tells nothing
        ("the POSM of it", False, None),
        ("the QC of it", False, "QC"),  # too far apart
        ("the BO of it", False, "BO"),  # not the letters of one word
        ("the CO of it", False, "CO"),
        ("the HH of it", False, "HH"),
        ("the ABCDEFGH of it", False, None),
        ("the AlBCDEFGH of it", False, "AlBCDEFGH"),  # nobody would read it
        ("the DEG of it", False, "DEG"),
    ],
)
def test_strange(field: str, first: bool, strange: str | None, make: Make) -> None:
    (paper,) = make(SPELT).papers
    assert Names(paper, Vocabulary()).strange(field, first=first) == strange


def test_vocabulary_gives_other_spellings(make: Make) -> None:
    text = "schema: claimcheck-vocabulary/1\nmodels:\n  - {name: Alba Plus, aliases: [Alba+, AP]}\n"
    vocabulary = load_vocabulary(SourceFile("claims/vocabulary.yaml", text)).vocabulary
    assert vocabulary is not None
    (paper,) = make(ABSTRACT).papers
    names = Names(paper, vocabulary)
    assert names.missing("Alba Plus") is None
    assert names.missing("AP agents") is None  # the name inside a field, too
    assert names.missing("Alba Minus") == "Alba Minus"


def test_other_spellings_of_a_field_need_not_be_names(make: Make) -> None:
    """What has another spelling is the field as a whole: of "Zymurgy score" that other one holds no word."""
    text = "schema: claimcheck-vocabulary/1\nmetrics:\n  - {name: Zymurgy score, aliases: [hard reading]}\n"
    vocabulary = load_vocabulary(SourceFile("claims/vocabulary.yaml", text)).vocabulary
    assert vocabulary is not None
    (paper,) = make(ABSTRACT).papers
    names = Names(paper, vocabulary)
    assert names.missing("Zymurgy score") is None
    assert names.strange("Zymurgy score", first=True) is None
    assert names.has_name("Zymurgy score")
    assert not names.has_name("Zymurgy scores")
    assert Names(paper, Vocabulary()).strange("Zymurgy score", first=True) == "Zymurgy"


def test_what_a_stretch_names(make: Make) -> None:
    (paper,) = make("Alba learns there. It gains 5% by Borea. Cato wins.").papers
    assert paper.folded is not None
    (place,) = locate("It gains 5% by Borea.", paper.folded)
    names = Names(paper, Vocabulary(), place)
    assert [names.missing(each) for each in ("Borea", "Alba", "Cato", "gain", "learning")] == [None, "Alba", "Cato", None, "learning"]  # fmt: skip


def test_names_in_a_list_that_tells_their_beginning_once(make: Make) -> None:
    """… which stands in the stretch that is asked of, and nowhere before or behind it."""
    (paper,) = make("CIFAR-10 and -100 are old. On CIFAR-20 and -30 it gains 5%. CIFAR-40 and -50 are new.").papers
    assert paper.folded is not None
    (place,) = locate("On CIFAR-20 and -30 it gains 5%.", paper.folded)
    names = ["CIFAR-100", "CIFAR-30", "CIFAR-50"]
    within, whole = Names(paper, Vocabulary(), place), Names(paper, Vocabulary())
    assert [each for each in names if within.in_list(each)] == ["CIFAR-30"]
    assert [each for each in names if whole.in_list(each)] == names
    assert [each for each in names if within.missing(each) is None] == ["CIFAR-30"]


def test_candidates_have_a_word_more_or_less(make: Make) -> None:
    """Never across the end of a clause."""
    (paper,) = make("Alba wins here, and Borea loses.").papers
    one = {"Alba", "wins", "here", "and", "Borea", "loses"}
    two = {"Alba wins", "wins here", "and Borea", "Borea loses"}
    three = {"Alba wins here", "and Borea loses"}
    names = Names(paper, Vocabulary())
    assert set(names.candidates("Alta")) == one | two
    assert set(names.candidates("Alta wins")) == one | two | three
    assert set(names.candidates("Alta wins here")) == two | three


def test_a_long_name_may_be_parted_in_many_ways(make: Make) -> None:
    (paper,) = make("We test A-B-C-D-E F here, and a 5.7 or 5, 8 model.").papers
    names = Names(paper, Vocabulary())
    assert names.missing("ABCDE") is None  # four parts more
    assert names.missing("ABCDEF") == "ABCDEF"  # five
    assert not stands("a 5", paper)
    assert not stands("7 or", paper)
    assert stands("5", paper)  # a comma and a space are no decimal point
    assert stands("8 model", paper)


def test_candidates_hold_what_was_meant(make: Make) -> None:
    (paper,) = make(ABSTRACT).papers
    names = Names(paper, Vocabulary())
    assert "Tübing Labs" in set(names.candidates("Tubing Labs"))
    assert "Llama3.1-8B" in set(names.candidates("Llama3.1"))


def test_stands_takes_whole_words_only(make: Make) -> None:
    (paper,) = make(ABSTRACT).papers
    assert stands("hard reading", paper)
    assert not stands("ard reading", paper)
    assert not stands("Llama3", paper)
    for text in ("1.5 is new", "It has 1.5"):
        (paper,) = make(text).papers
        assert not stands("5", paper)
        assert not stands("1", paper)


def spelled(*names: str) -> list[Scalar]:
    return [Scalar(name, Span(0, len(name))) for name in names]


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("win-rate", "win rate", True),
        ("AIMe", "AIME", True),  # case alone
        ("BookMEA", "BookMIA", True),
        ("BokoMIA", "BookMIA", True),  # two letters exchanged are one slip
        ("TurnWiseEvals", "TurnWiseEval", True),
        ("regurgitatoin metrc", "regurgitation metric", True),
        ("ARC-E", "ARC-C", False),  # too short: another name
        ("Llama 3.2", "Llama 3.1", False),  # other digits: another version
        ("top-5 accuracy", "top-1 accuracy", False),
        ("pre-training detection", "post-training detection", False),
        ("precision", "recall", False),
        # one slip from six letters on, two from twelve; case, spaces and hyphens aside
        ("abcdex", "abcdef", True),
        ("abcdx", "abcde", False),
        ("abcdxy", "abcdef", False),
        ("abcdefghijk", "abcdefghixy", False),
        ("abcdefghijkl", "abcdefghijxy", True),
        ("abcdefghijkl", "abcdefghixyz", False),
        ("abcdef", "abcdefg", True),
        ("abcdef", "abcdefgh", False),
        ("abcdefgh", "abcdef", False),
        ("a b c d e", "a-b-c-d-e", True),
        ("abcdef", "a b c d ef", True),  # four characters longer
        ("abcdef", "a b c d e f", False),
        ("abcdef", "fedcba", False),  # the same letters in another order
        ("abcdef", "abcdeff", True),
        ("aabcde", "abcdea", False),
    ],
)
def test_nearly(name: str, known: str, near: bool) -> None:
    found = nearly(name, spelled("something else", known))
    assert (found.text if found is not None else None) == (known if near else None)


def test_the_nearest_spelling_is_meant() -> None:
    found = nearly("abcdefghijkl", spelled("abcdefghijxy", "abcdefghijkx", "abcdefghixkl"))
    assert found is not None
    assert found.text == "abcdefghijkx"


@pytest.mark.parametrize(
    ("alias", "name", "nothing"),
    [
        ("L", "Large Bench", True),
        ("L", "L", False),
        ("L", "L2", True),
        ("L+", "Large Bench", True),
        ("L2", "Large Bench", False),
        ("model v2", "Alba", False),
        ("the model", "Large Alba", True),
        ("the model", "Alba", True),
        ("the 7 models", "Alba", True),
        ("the Alba model", "Borea", False),
        ("language model", "LM", False),  # the words of the acronym
        ("language model", "Alba", True),
        ("new large language model", "NLLM", False),
        ("the language of model", "LM", False),
        ("large model", "the large task", False),  # which says no more itself
        ("large", "Large", False),
        ("large", "Larch", True),
    ],
)
def test_an_alias_that_tells_nothing(alias: str, name: str, nothing: bool) -> None:
    assert tells_nothing(alias, name) is nothing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Аlba wins", ("А", "Аlba", "Cyrillic")),
        ("It is Βorea", ("Β", "Βorea", "Greek")),
        ("Это не так", None),
        ("Tübing", None),
        ("Alba", None),
    ],
)
def test_a_letter_of_another_script(text: str, found: tuple[str, str, str] | None) -> None:
    assert foreign_letter(text) == found


def test_names_that_look_the_same() -> None:
    assert alike("FLIP", "FLlP")
    assert alike("A10", "AlO")
    assert not alike("FLIP", "FLIP")
    assert not alike("FLIP", "FLAP")


def test_this_repository_has_no_name_too_many() -> None:
    """A model or benchmark of the vocabulary stands in an abstract, a metric in a claim; or it can go."""
    dataset = load(ROOT).dataset
    vocabulary = dataset.vocabulary
    assert list(vocabulary.entries())
    for entry in (*vocabulary.models, *vocabulary.benchmarks):
        spellings = [each.text for each in (entry.name, *entry.aliases)]
        assert any(stands(each, paper) for each in spellings for paper in dataset.papers), entry.name.text
    metrics = {vocabulary.resolve(claim.claim.metric.text) for paper in dataset.papers for claim in paper.all_claims()}
    assert [entry.name.text for entry in vocabulary.metrics if entry.name.text not in metrics] == []


PARTED = (
    "Alba improves greedy pass@1, macro-F1 and MAP@0.5 with Llama3.1-8B, Claude 3.5 and GPT-4o at f1-scores, Elo-scores, BLEU-gains and "
    "BERT-scores of 7B models."
)


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("Macro-F1", True),
        ("mAP@0.5", True),
        ("F1", True),  # a word before it makes no other name of it
        ("F1-score", True),
        ("BLEU", False),
        ("Elo", True),  # "score" says but that it is one …
        ("BERT", False),  # … and "BERTScore" is another than BERT
        ("Llama 3.1 8B", True),
        ("gpt 4o", True),
        ("Claude-3.5", True),
        # A part of a name, or of a number in it, is another name; so are other digits.
        ("4o", False),
        ("GPT-4", False),
        ("Llama 3.1", False),
        ("8B", False),
        ("Claude 3", False),
        ("pass@10", False),
        ("mAP@0.75", False),
        ("F2", False),
        ("Llama3 18B", False),  # two numbers stay two
        ("Llama 31-8B", False),
    ],
)
def test_whole_names(name: str, there: bool, make: Make) -> None:
    (paper,) = make(PARTED).papers
    assert Names(paper, Vocabulary()).has_name(name) == there


@pytest.mark.parametrize(
    ("text", "name", "there"),
    [
        ("We test GPT 4", "GPT4", True),  # at the end
        ("8 B is new", "8B", True),  # at the beginning
        ("We test GPT-4-Turbo here", "GPT4", False),
        ("We test GPT-4-Turbo here", "4Turbo", False),
        ("We test GPT 4- Turbo here", "GPT4", True),
        ("We test GPT -4 Turbo here", "4Turbo", True),
        ("We test GPT- 4 Turbo here", "4Turbo", True),
        ("We test GPT 4 Turbo here", "4Turbo", True),
        # a hyphen that stands for a dash: what begins an aside is no part of a name
        ("It beats Alba 7B-despite its size", "Alba 7B", True),
        ("It beats Alba 7B-which is new", "Alba-7B", True),
        ("It beats Alba 7B-despite", "Alba 7B", False),
        ("It beats Alba 7B-despite-all", "Alba 7B", False),
        ("It beats Alba 7B-base now", "Alba 7B", False),
        ("It beats Alba 7B-Which is new", "Alba 7B", False),
        # what is tied before digits, and what only says that it is a metric
        ("We test macro-F-1 here", "F1", True),
        ("We test GPT-4-o here", "4o", False),
        ("We test by M-IoU-score", "MIoU", True),
        ("We test by B-ERT-score F1", "BERT", False),
    ],
)
def test_what_goes_on_to_a_longer_name(text: str, name: str, there: bool, make: Make) -> None:
    (paper,) = make(text).papers
    assert Names(paper, Vocabulary()).has_name(name) == there


def test_members_of_a_list_in_a_stretch(make: Make) -> None:
    """From its first letter to its last."""
    (paper,) = make("Alba wins Tasks 2 and 3. Then Borea wins Tasks 4 and 5 there.").papers
    assert paper.folded is not None
    for stretch, named in (
        ("Alba wins Tasks 2 and 3.", {"Task 2", "Task 3"}),
        ("Alba wins Tasks 2", {"Task 2"}),
        ("2 and 3.", {"Task 2", "Task 3"}),
        ("Then Borea wins Tasks 4 and 5 there.", {"Task 4", "Task 5"}),
        ("Then Borea wins Tasks 4 and 5", {"Task 4", "Task 5"}),
    ):
        (place,) = locate(stretch, paper.folded)
        names = Names(paper, Vocabulary(), place)
        assert {name for name in (f"Task {at}" for at in range(1, 7)) if names.missing(name) is None} == named
    assert [Names(paper, Vocabulary()).missing(name) for name in ("Task 3", "Task 6")] == [None, "Task 6"]


@pytest.mark.parametrize(
    ("field", "digits", "name"),
    [
        ("scores of Llama 3.1 8B here", "3.1", "Llama 3.1 8B"),
        ("scores of Llama 3.1 8B here", "8B", "Llama 3.1 8B"),
        ("greedy pass@1 scores", "1", "1"),  # no capital: a word, and its digit
        ("7 scores (of 8)", "8", "8"),
        ("scores in %", "%", ""),  # no word
        ("Greedy GPT-4o", "4o", "GPT-4o"),  # the abstract has it in small letters
        ("a Greedy GPT-4o", "4o", "Greedy GPT-4o"),
        ("a GPT-4o model", " GPT", "GPT-4o"),  # between two words: of the next
        ("a GPT-4o model", "model", "GPT-4o model"),
        ("7 with Claude", "7", "7"),
        ("of books here", "books", "books"),
    ],
)
def test_the_name_that_digits_belong_to(field: str, digits: str, name: str, make: Make) -> None:
    (paper,) = make(PARTED).papers
    assert Names(paper, Vocabulary()).name_around(field, field.index(digits)) == name
