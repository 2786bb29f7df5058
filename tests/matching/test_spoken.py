"""Whom a sentence speaks of, words that turn a phrase into its opposite, spellings that mislead, and names as a whole."""

from __future__ import annotations

import pytest

from claimcheck.matching.opposites import clash, compares, says_other_side, turned
from claimcheck.matching.quotes import locate, sentence_around, whole_name
from claimcheck.matching.spelling import alike, foreign_letter, tells_nothing
from claimcheck.matching.spoken import names_nobody, related, stands_for_another
from claimcheck.text.fold import fold


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Qwen3-32B's accuracy", "Qwen3-32B", True),
        ("Qwen3-32B’s accuracy", "Qwen3-32B", True),
        ("two Qwen-7Bs", "Qwen-7B", True),
        ("the A100s", "A100", True),
        ("the models' accuracy", "models", True),
        ("in the 1980s", "1980", False),  # no name
        ("Qwen3-32B's", "Qwen3-32", False),
        ("GPT-4o's", "GPT-4", False),
        ("Qwen-7Bs-Instruct", "Qwen-7B", False),  # one longer name
        ("llamas", "llama", False),  # of ordinary words the stems tell the plural
        ("pre-Qwen3's", "Qwen3", False),
    ],
)
def test_a_name_is_whole_in_the_possessive_and_the_plural(text: str, name: str, whole: bool) -> None:
    source = fold(text)
    assert any(whole_name(place, source) for place in locate(name, source)) == whole


def test_the_sentence_around_a_quote() -> None:
    source = fold("We present Alba. On Aria, Alba wins 5% more, and it is fast. It is new.")
    (place,) = locate("Alba wins 5% more", source)
    sentence = sentence_around(place, source)
    assert source.view.raw[sentence.span.start : sentence.span.end] == "On Aria, Alba wins 5% more, and it is fast."


@pytest.mark.parametrize(
    ("sentence", "stands_for"),
    [
        ("It reaches 5%.", True),
        ("Our small method reaches 5%.", True),
        ("The proposed system reaches 5%.", True),
        ("We achieve 5%.", True),
        ("Our results show that Lumen reaches 5%.", False),
        ("We show that Lumen reaches 5%.", False),
        ("Lumen reaches 5% on its data.", False),
    ],
)
def test_words_that_stand_for_another(sentence: str, stands_for: bool) -> None:
    assert stands_for_another(sentence) == stands_for


def test_names_that_may_be_one_thing() -> None:
    assert related("ADRA", "Active Data Reconstruction Attack")
    assert related("Corvus", "Corvus with tools")
    assert not related("Lumen", "Corvus")
    assert not related("RL", "the other method")


def test_words_that_name_nobody() -> None:
    assert names_nobody("reaches")
    assert not names_nobody("it")
    assert not names_nobody("gains")  # a noun, too


def test_phrases_turned_into_their_opposite() -> None:
    assert ("without tools", "with", "without") in list(turned("with tools"))
    assert ("prompted not to copy", "", "not") in list(turned("prompted to copy"))
    assert ("prompted to copy", "not", "") in list(turned("prompted not to copy"))
    assert ("multi-turn data", "single", "multi") in list(turned("single-turn data"))
    assert list(turned("less")) == []  # a single word may be put freely
    assert list(turned("a " * 30 + "with tools")) == []


@pytest.mark.parametrize(
    ("sentence", "both"),
    [
        ("Without tools it gains 5%.", False),
        ("Without tools it gains 5%, with them 7%.", True),
        ("Without tools it gains 5%, more than otherwise.", True),
        ("Without tools it gains 5% while using less memory.", False),
    ],
)
def test_a_sentence_that_speaks_of_both_sides(sentence: str, both: bool) -> None:
    assert says_other_side(sentence, "with", "without", "Without tools") == both


def test_two_phrases_at_odds() -> None:
    assert clash("tests of more noise", "Those with less noise end sooner.") == ("more noise", "less noise")
    assert clash("tasks with more noise", "Those with less noise") == ("more noise", "less noise")  # both have "with"
    assert clash("multi-turn data", "on single-turn dialogues") == ("multi turn", "single turn")
    assert clash("more noise", "less noise, and more noise") is None  # it says both
    assert clash("more noise", "less memory") is None
    assert clash("more noise", "less, noise") is None  # no phrase
    assert clash("more of it", "less of it") is None  # whatever it is
    assert clash("More fog", "LESS fog") == ("more fog", "less fog")
    assert clash("more noise", "high noise") is None


def test_a_sentence_that_holds_values_against_each_other() -> None:
    assert compares("It reaches 71%, up from 62%.")
    assert not compares("Using a pipeline with real images, it holds 8,187 samples of 15 kinds.")


def test_letters_of_another_script() -> None:
    assert foreign_letter("FLI\u0420") == ("\u0420", "FLI\u0420", "Cyrillic")
    assert foreign_letter("\u0391UC") == ("\u0391", "\u0391UC", "Greek")
    assert foreign_letter("\u03bcs and \u03b2-VAE, \u043c\u0438\u0440") is None


@pytest.mark.parametrize(
    ("alias", "name", "nothing"),
    [
        ("a", "RewardBench", True),
        ("four domains", "RewardBench", True),
        ("small language models", "DeepSeek", True),
        ("large language models", "LLM", False),
        ("reinforcement learning", "RL", False),
        ("small models", "language models", False),  # the name is no other
        ("Corvus models", "Corvus", False),
        ("R", "R", False),
    ],
)
def test_aliases_that_name_nothing(alias: str, name: str, nothing: bool) -> None:
    assert tells_nothing(alias, name) == nothing


def test_spellings_that_look_the_same() -> None:
    assert alike("FLIP", "FLlP")
    assert alike("O1", "0l")
    assert not alike("FLIP", "FLIP")
    assert not alike("FLIP", "FLAP")
