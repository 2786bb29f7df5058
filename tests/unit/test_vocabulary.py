"""The vocabulary file, its records, and how names are looked up."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.claims.vocabulary import Vocabulary, load_vocabulary
from claimcheck.source import SourceFile

ROOT = Path(__file__).parents[2]

TEXT = """\
schema: claimcheck-vocabulary/1
models:
  - {name: Tülu 3, aliases: ['T\\"ULU 3', Tulu 3]}
  - {name: RLVE}
benchmarks:
  - name: AIME
metrics:
  - {name: win rate, aliases: [question-level win-rate], better: higher, unit: '%'}
"""


def loaded(text: str) -> Vocabulary:
    result = load_vocabulary(SourceFile("claims/vocabulary.yaml", text))
    assert result.problems == ()
    assert result.vocabulary is not None
    return result.vocabulary


def test_entries_arrive_with_their_places() -> None:
    vocabulary = loaded(TEXT)
    assert [entry.name.text for entry in vocabulary.entries()] == ["Tülu 3", "RLVE", "AIME", "win rate"]
    (metric,) = vocabulary.metrics
    assert metric.better is not None and metric.unit is not None
    assert (metric.better.text, metric.unit.text) == ("higher", "%")
    for entry in vocabulary.entries():
        for scalar in (entry.name, *entry.aliases):
            assert scalar.text in TEXT[scalar.span.start : scalar.span.end]


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Tülu 3", "Tülu 3"),
        ('T\\"ULU 3', "Tülu 3"),
        ("Tulu 3", "Tülu 3"),
        ("Tu\u0308lu 3", "Tülu 3"),  # the same letters, composed otherwise
        ("  Tulu\n   3 ", "Tülu 3"),  # as a folded line leaves it
        ("question-level win-rate", "win rate"),
        ("tulu 3", "tulu 3"),  # case makes another name
        ("TULU  3", "TULU 3"),  # unknown: itself, with single spaces
        ("AIM", "AIM"),  # no guessing
    ],
)
def test_resolve(name: str, canonical: str) -> None:
    assert loaded(TEXT).resolve(name) == canonical


def test_find() -> None:
    vocabulary = loaded(TEXT)
    assert vocabulary.find("Tulu 3") is vocabulary.models[0]
    assert vocabulary.find("nothing") is None
    assert Vocabulary().find("AIME") is None
    assert Vocabulary().resolve("AIME") == "AIME"


def test_a_name_goes_before_anothers_alias() -> None:
    """Two entries claim one spelling (a rule reports it): whoever has it as name wins, then whoever comes first."""
    vocabulary = loaded(
        "schema: claimcheck-vocabulary/1\nmodels:\n  - {name: A, aliases: [B, C]}\n  - {name: B, aliases: [C]}\n"
    )
    assert vocabulary.resolve("B") == "B"
    assert vocabulary.resolve("C") == "A"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", "", "the file is empty; a vocabulary begins with 'schema: claimcheck-vocabulary/1'"),
        ("- a\n", "-", "a vocabulary is a mapping of fields, not a list"),
        ("schema: x\n", "x", "'schema' is 'x'; expected 'claimcheck-vocabulary/1'"),
        (TEXT.replace("models:", "modells:"), "modells", "unknown field 'modells'. Did you mean 'models'?"),
        (TEXT.replace("aliases: ['", "alias: ['"), "alias", "unknown field 'alias'. Did you mean 'aliases'?"),
        (TEXT.replace("higher", "hi"), "hi", "'metrics[0].better' is 'hi'; expected 'higher' or 'lower'"),
        (TEXT.replace("- name: AIME", "- AIME"), "AIME", "'benchmarks[0]' is a text; expected a mapping of fields"),
        (TEXT.replace("- name: AIME", "- {name: AIME, unit: x}"), "unit", "unknown field 'unit'"),
        (TEXT.replace("{name: RLVE}", "{aliases: [x]}"), "aliases", "the field 'name' is missing"),
        (TEXT + "models: []\n", "models", "the field 'models' is given twice"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(text: str, place: str, message: str) -> None:
    result = load_vocabulary(SourceFile("claims/vocabulary.yaml", text))
    assert result.vocabulary is None
    (problem,) = result.problems
    assert text[problem.span.start : problem.span.end] == place
    assert problem.message == message


def test_the_repositorys_own_vocabulary_loads() -> None:
    path = ROOT / "claims" / "vocabulary.yaml"
    if path.exists():
        assert list(loaded(path.read_text(encoding="utf-8")).entries())
