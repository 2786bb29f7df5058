"""A small project for the tests of the exports."""

from __future__ import annotations

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.dataset import Dataset, build
from claimcheck.source import SourceFile
from claimcheck.sources import digest, read_source

TEXT = (
    "ParaPO reduces regurgitation (from 17.3 to 12.9 in creative writing) across six sets. "
    'T\\"ULU 3 gains 10.7\\% -- roughly 10k samples, up to 5.8M, of 7 tasks with 漢字.'
)

CLAIMS = """
schema: claimcheck/1
paper:
  id: parapo
  name: ParaPO
  starts: ParaPO reduces
  abstract: sha256:{digest}
evidence:
  - quote: ParaPO reduces regurgitation (from 17.3 to 12.9 in creative writing) across six sets.
    claims:
      - id: base
        kind: result
        subject: ParaPO
        baseline: [the model, another]
        baseline_value: 17.3
        metric: regurgitation
        dataset: creative writing
        value: 12.9
        agg: {{how: mean, n: six, of: sets}}
        mention: from 17.3 to 12.9 in creative writing
  - quote: T\\"ULU 3 gains 10.7\\% -- roughly 10k samples, up to 5.8M, of 7 tasks with 漢字.
    claims:
      - id: gain
        kind: delta
        subject: T\\"ULU 3
        baseline: unstated
        metric: score
        value: 10.7\\%
        change: increase
        delta: unstated
        conditions: {{samples: roughly 10k, pool: up to 5.8M}}
        waive: [{{rule: CC502, reason: none}}]
      - id: rank
        kind: ranking
        subject: =cmd|'A0
        metric: score
        rank: best
names: [T\\"ULU 3]
not_claims: [{{text: 7 tasks, why: counts}}]
"""


@pytest.fixture(scope="session")
def abstract() -> str:
    return TEXT


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """Three claims about an abstract that begins in the middle of its file, right in one file and altered in another."""
    source = read_source("seeds/s.txt", f"Title\r\nAbstract:  {TEXT}\r\n".encode())
    right = CLAIMS.format(digest=digest(TEXT)[:16])
    altered = (
        right.replace("id: parapo", "id: altered")
        .replace("quote: ParaPO", "quote: PaPaRO")
        .replace("value: 10.7", "value: 10.8")
    )
    one = load_claim_file(SourceFile("claims/parapo.yaml", right))
    two = load_claim_file(SourceFile("claims/altered.yaml", altered))
    lost = load_claim_file(
        SourceFile(
            "claims/lost.yaml", right.replace("starts: ParaPO", "starts: X").replace(digest(TEXT)[:16], "0" * 16)
        )
    )
    assert one.problems == two.problems == lost.problems == ()
    return build([source], [one, lost, two])
