"""The benchmark on other people's abstracts: its plain reading takes what leaves no doubt, and the files that it writes are true."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def detection() -> ModuleType:
    spec = importlib.util.spec_from_file_location("detection", ROOT / "benchmarks" / "detection.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["detection"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It reaches 91.5% accuracy on all tasks.", ["91.5%"]),
        ("It reaches \\textbf{91.5\\%} accuracy.", ["91.5\\%"]),
        ("It improves accuracy by up to 8.0% on average.", ["up to 8.0%"]),
        ("It runs 3x faster with $2\\times$ less memory.", ["3x", "$2\\times$"]),
        ("Gains of 9.2% to 19.3% are seen.", ["9.2% to 19.3%"]),
        ("It raises the score from 50.1% to 60.2% overall.", ["60.2%"]),
        ("We release 10K images, 1.5M pairs and a 7B-parameter model.", ["10K", "1.5M", "7B"]),
        ("We evaluate on six benchmarks and with 12 diverse tasks.", ["six", "12"]),
        ("A corpus of 1,200 documents.", ["1,200"]),
        ("It costs over 1.2 million dollars.", ["over 1.2 million"]),
    ],
)
def test_what_leaves_no_doubt_is_taken(detection: ModuleType, sentence: str, expected: list[str]) -> None:
    assert [fact.value for fact in detection.facts(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We compare with Llama 3.1 and Mistral 7B models.",  # names
        "Published in 2019 papers of note.",  # perhaps a year
        "It takes between 3 and 7 runs.",  # one end of a pair
        "Averaged over 5 runs, it wins.",  # over: a place, or a bound?
        "It needs exceedingly few, at most a 3% share.",  # a bound with an article
        "See Section 4 results.",
        "It reaches 0.92 (95% CI 0.90-0.94).",
        "A 3.2% +- 0.1 error.",
        "Four out of six cases.",
        "It gains 1/3 points.",
        "Trained on 4K images.",  # the name of a format, or as many
        "Rates approaching 18% are seen.",
    ],
)
def test_what_is_doubtful_is_left_alone(detection: ModuleType, sentence: str) -> None:
    assert [fact.value for fact in detection.facts(sentence)] == []


ABSTRACTS = """\
We present Quick, a parser of 12 diverse languages. On WebText, Quick reaches 91.5\\% accuracy and needs 3x fewer tokens. It reduces memory by 40% on edges.
Reading is slow. We release 10K images with 1.5M captions. Our reader improves recall from 50.1% to 60.2% on average. It raises precision by up to 8.0% there.
A benchmark of six tasks is proposed here. Models reach only 20.5% accuracy, while people reach 98.7% accuracy on it.
""".splitlines()


def test_true_files_raise_no_alarm_and_falsified_ones_are_caught(detection: ModuleType) -> None:
    """The whole way, on abstracts written for this test."""
    records = [{"id": f"p{at}", "title": f"Paper {at}", "abstract": text} for at, text in enumerate(ABSTRACTS)]
    found = detection.measure(records, 2, 1)
    assert found.files == 3
    assert found.claims >= 11
    assert not found.alarmed, found.told
    assert found.applied.total() > 300
    assert found.applied == found.caught == found.rightly, [each for each in found.told if each["verdict"] != "warning"]


def test_figures_are_written(detection: ModuleType) -> None:
    found = detection.measure([{"id": "p", "title": "Paper", "abstract": ABSTRACTS[0]}], 1, 1)
    said = detection.report(found)
    assert said.startswith("1 abstracts, of which 1 give ")
    assert "| digit-changed |" in said
    assert "False alarms: 0 errors" in said
