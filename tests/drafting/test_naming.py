"""What a work is called, and how it is written as an id; the names are those that a reader would give."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafting.check import read
from claimcheck.drafting.naming import SLUG, names_with_digits, slug, system_name, unique

from .conftest import abstract_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We present Olmix, a framework for mixing.", "Olmix"),
        ("This paper introduces MR-Search, a formulation.", "MR-Search"),
        (r"In this work, we introduce \textbf{Active Data Reconstruction Attack} (ADRA), a family.", "ADRA"),
        ("We introduce Reinforcement Learning (RL) with Adaptive Verifiable Environments (RLVE), an approach.", "RLVE"),
        ("We propose FLIP (FLipped Inference for Prompt reconstruction), an approach.", "FLIP"),
        ("We first introduce a new benchmark, TurnWiseEval, for chat.", "TurnWiseEval"),
        ("We introduce Olmo 3, a family of models.", "Olmo 3"),
        (r"To bridge this gap, we introduce T\"ULU 3, a family.", "TÜLU 3"),
        ("We propose a mix called Dolmino Mix 1124.", "Dolmino Mix 1124"),
        ("We study LLMs. Pep (Preference Elicitation with Priors) learns offline.", "Pep"),
        ("We find that a variant of data selection (RDS+) wins.", "RDS+"),
        ("We study how language models read.", None),
        ("We propose a method that uses LLMs and RL.", None),
    ],
)
def test_the_work_is_named_as_it_is_introduced(text: str, name: str | None) -> None:
    assert system_name(read(abstract_of(text), None)) == name


def test_a_title_names_the_work_if_the_abstract_does_too() -> None:
    text = read(abstract_of("We introduce a parser. Quick is fast."), None)
    assert system_name(text, "Quick: A Parser") == "Quick"
    assert system_name(text, "Slow: A Parser") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("RDS+", "rds-plus"),
        ("TÜLU 3", "tulu-3"),
        ("MR-Search", "mr-search"),
        ("Signal & Noise", "signal-noise"),
        ("模型", ""),
        ("a" * 90, "a" * 48),
    ],
)
def test_a_name_as_an_id(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=120))
def test_an_id_is_one_or_nothing(text: str) -> None:
    assert slug(text) == "" or re.fullmatch(SLUG, slug(text))


def test_an_id_is_like_no_other_whatever_the_case() -> None:
    assert unique("quick", ["Quick", "quick-2"]) == "quick-3"
    assert unique("quick", []) == "quick"


def test_names_with_digits_are_proposed_if_they_change_no_reading() -> None:
    text = read(abstract_of("We use Llama 3.1 and GPT-4o. Olmo 3 7B has 7B parameters. See Section 2."), None)
    names = names_with_digits(text)
    assert {"Llama 3.1", "GPT-4o"} <= set(names)
    assert not any("7B parameters" in name for name in names)
