"""Quotes and claims made from plain sentences, for the tests of what stands near to what."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.dataset import Dataset, build
from claimcheck.source import SourceFile
from claimcheck.sources import read_source

Make = Callable[..., Dataset]
"""A sentence and the fields of its claims (what is not given is of no matter), made into a project."""


def project(sentence: str, *claims: dict[str, object], abstract: str | None = None) -> Dataset:
    """A project of one abstract (the sentence alone, if none is given) with one quote and its claims."""
    text = abstract or sentence
    source = read_source("seeds/s.txt", f"Abstract: {text}".encode())
    common = {"id": "c", "kind": "result", "subject": "Alba", "metric": "score"}
    content = {
        "schema": "claimcheck/1",
        "paper": {"id": "p", "name": "p", "starts": text, "abstract": f"sha256:{source.abstracts[0].digest}"},
        "evidence": [{"quote": sentence, "claims": [_completed({**common, **claim}) for claim in claims or ({},)]}],
    }
    loaded = load_claim_file(SourceFile("claims/p.yaml", json.dumps(content)))
    assert loaded.problems == ()
    return build([source], [loaded])


def _completed(claim: dict[str, object]) -> dict[str, object]:
    return claim if claim["kind"] == "ranking" else {"value": "1", **claim}


@pytest.fixture(scope="session")
def make() -> Make:
    return project
