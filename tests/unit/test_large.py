"""Claim files as large as they may be: the work grows with the file, not with its square or cube."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.config import Config
from claimcheck.dataset import build
from claimcheck.project import Chosen, Project, Selection
from claimcheck.runner import run
from claimcheck.source import SourceFile
from claimcheck.sources import read_source

SECONDS = 30.0
"""Ten times what the slowest takes; where every claim meets every number of a quote it was minutes."""


def _claim(at: int, value: str, **more: object) -> dict[str, object]:
    return {"id": f"c{at}", "kind": "count", "subject": "It", "metric": "m", "value": value, **more}


def _numbers(count: int) -> list[str]:
    return [f"It has {at}.5% k{at}q." for at in range(count)]


def _one_quote(count: int) -> tuple[str, list[object]]:
    text = " ".join(_numbers(count))
    claims = [_claim(at, f"{at}.5%", mention=f"It has {at}.5% k{at}q") for at in range(count)]
    return text, [{"quote": text, "claims": claims}]


def _many_quotes(count: int) -> tuple[str, list[object]]:
    return " ".join(_numbers(count)), [
        {"quote": each, "claims": [_claim(at, f"{at}.5%")]} for at, each in enumerate(_numbers(count))
    ]


def _equal_numbers(count: int) -> tuple[str, list[object]]:
    text = "It has 5% and " * (2 * count) + "more"
    quote = "It has 5% and " * count + "It"
    return text, [{"quote": quote, "claims": [_claim(at, "5%") for at in range(count)]}]


def _wrong_numbers(count: int) -> tuple[str, list[object]]:
    text = " ".join(_numbers(count))
    return text, [{"quote": text, "claims": [_claim(at, f"7{at}.9%") for at in range(count)]}]


def _conditions(count: int) -> tuple[str, list[object]]:
    claims = [_claim(at, "1.5%", conditions={"k": f"{at}.7", "h": f"{at}.5%"}) for at in range(count)]
    return " ".join(_numbers(count)), [{"quote": "It has 1.5% k1q.", "claims": claims}]


def _elsewhere(count: int) -> tuple[str, list[object]]:
    """Every claim has a condition of the next sentence."""
    said = [f"On Aria{at} pages it has {at}.5% k{at}q." for at in range(count)]
    evidence: list[object] = [
        {"quote": each, "claims": [_claim(at, f"{at}.5%", conditions={"set": f"Aria{(at + 1) % count}"})]}
        for at, each in enumerate(said)
    ]
    return " ".join(said), evidence


def _aggregated(count: int) -> tuple[str, list[object]]:
    """Of a quote with as many numbers as are told apart by words: every claim says how its own was aggregated."""
    few = min(count, 200)
    text = " ".join(f"It has an average gain of {at}.5% k{at}q." for at in range(few))
    claims = [
        _claim(at, f"{at % few}.5%", mention=f"{at % few}.5% k{at % few}q", agg={"how": "max"}) for at in range(count)
    ]
    return text, [{"quote": text, "claims": claims}]


def _families(count: int) -> tuple[str, list[object]]:
    """Every sentence has names of one family, and every claim another of them."""
    said = [f"Llama-7B and Llama-13B and Llama reach {at}.5% k{at}q." for at in range(count)]
    evidence: list[object] = [
        {"quote": each, "claims": [_claim(at, f"{at}.5%", subject="Llama-70B" if at % 2 else "Llama", dataset="Llama")]}
        for at, each in enumerate(said)
    ]
    return " ".join((*said, "Llama-70B is not tested.")), evidence


def _rankings(count: int) -> tuple[str, list[object]]:
    """A sentence as long as one may be, with a ranking on it for every claim but the one of its number."""
    text = "Alba outperforms Borea, and " * 300 + "it has 1.5% k1q."
    claims = [_claim(0, "1.5%")]
    for at in range(1, count):
        ranking = {"kind": "ranking", "subject": "Alba", "baseline": "Borea", "rank": "matches", "metric": f"k{at}"}
        claims.append({"id": f"c{at}", **ranking})
    return text, [{"quote": text, "claims": claims}]


@pytest.mark.parametrize(
    "made",
    [
        _rankings,
        _one_quote,
        _many_quotes,
        _equal_numbers,
        _wrong_numbers,
        _conditions,
        _elsewhere,
        _aggregated,
        _families,
    ],
)
def test_a_claim_file_at_the_limit_is_checked_in_seconds(made: object) -> None:
    assert callable(made)
    text, evidence = made(1200)
    source = read_source("seeds/s.txt", f"Abstract: {text}".encode())
    content = {
        "schema": "claimcheck/1",
        "paper": {
            "id": "p",
            "name": "p",
            "starts": " ".join(text.split()[:9]),
            "abstract": f"sha256:{source.abstracts[0].digest}",
        },
        "evidence": evidence,
    }
    loaded = load_claim_file(SourceFile("claims/p.yaml", json.dumps(content)))
    assert loaded.problems == ()
    started = time.process_time()
    project = Project(Config(Path()), build([source], [loaded]))
    findings = run(project, Chosen(True), Selection()).findings
    assert time.process_time() - started < SECONDS
    assert findings
    # What is claimed is found all the same.
    claims = list(project.dataset.papers[0].all_claims())
    valued = [claim for claim in claims if claim.value is not None]
    assert all(claim.value_at is not None for claim in valued) == (made is not _wrong_numbers)
