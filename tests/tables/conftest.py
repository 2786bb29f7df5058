"""Small projects for the tests of the tables: abstracts, claims about them, and what strangers could write."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.vocabulary import load_vocabulary
from claimcheck.dataset import Dataset, build
from claimcheck.source import SourceFile
from claimcheck.sources import digest, read_source

HOSTILE = (
    "\x1b[31mred\x1b]8;;https://evil.example\x07 ::error::owned \x85\x9b "
    "\u202eesrever\u2066\u200f\u200b\ufeff\u2028\ue000bold\ue001\ue002\ue003 "
    "##[add-mask]x ##vso[task.setvariable]b | || a|b <script>alert(1)</script> <!-- /claimcheck:table --> & &#124; ]]> "
    "`code` ``` \"' %0A @octocat #12 GH-12 https://evil.example www.evil.example [click](javascript:alert%281%29) "
    "![i](x) [[link]] {macro} {{tpl}} '''b''' *b* **b** _i_ __u__ ~~s~~ ^s^ \\input{/etc/passwd} \\\\ & $x$ C:\\n, naïve 漢字"
)
"""Escape sequences, bidi controls, private-use characters, commands of build services, HTML, Markdown, wikis, LaTeX."""

LEADS = ("=1+1", "+1", "-1", "@SUM(A1)", "* item", "- item", "# heading", "1. item", "[1]: http://x", "|-", "..", "{|")
"""What means something at the beginning of a cell or a line."""

Project = Callable[..., Dataset]


def _paper(id: str, claims: Sequence[Mapping[str, Any]], abstract: str | None, name: str | None) -> tuple[str, str]:
    """An abstract and the claim file about it (JSON is YAML): a sentence for each claim, with its value in it."""
    quotes = [
        f"Sentence {word} says {claim.get('baseline_value', 'nothing')} then {claim.get('value', 'nothing')} of {id}."
        for word, claim in zip(_words(), claims, strict=False)
    ]
    text = abstract or f"About {id}. " + " ".join(quotes)
    evidence = [
        {
            "quote": abstract or quote,
            "claims": [{"id": f"c{at}", "kind": "result", "subject": id, "metric": "accuracy", **claim}],
        }
        for at, (quote, claim) in enumerate(zip(quotes, claims, strict=True))
    ]
    file = {
        "schema": "claimcheck/1",
        "paper": {"id": id, "name": name or id.upper(), "starts": text[:12], "abstract": f"sha256:{digest(text)[:16]}"},
        "evidence": evidence,
    }
    return text, json.dumps(file)


def _words() -> list[str]:
    """Words that set sentences apart and are no numbers."""
    return [f"{first}{second}" for first in ("alpha", "beta", "gamma", "delta") for second in ("ish", "oid", "wise")]


@pytest.fixture(scope="session")
def project() -> Project:
    """Makes a dataset of papers: `project(a=[{claim}, …], b=…)`; a claim's `kind`, `subject`, `metric` have defaults."""

    def make(
        *,
        vocabulary: Mapping[str, Any] | None = None,
        abstracts: Mapping[str, str] | None = None,
        names: Mapping[str, str] | None = None,
        **papers: Sequence[Mapping[str, Any]],
    ) -> Dataset:
        made = {
            id: _paper(id, claims, (abstracts or {}).get(id), (names or {}).get(id)) for id, claims in papers.items()
        }
        sources = [read_source(f"seeds/{id}.txt", f"Abstract: {text}\n".encode()) for id, (text, _) in made.items()]
        loaded = [load_claim_file(SourceFile(f"claims/{id}.yaml", file)) for id, (_, file) in made.items()]
        assert [each.problems for each in loaded] == [()] * len(loaded)
        words = json.dumps({"schema": "claimcheck-vocabulary/1", **vocabulary}) if vocabulary else None
        known = load_vocabulary(SourceFile("claims/vocabulary.yaml", words)) if words else None
        assert known is None or known.problems == ()
        return build(sources, loaded, known)

    return make


@pytest.fixture(scope="session")
def hostile(project: Project) -> Dataset:
    """Every text of every claim is hostile; values and conditions too."""
    claims = [
        {
            "kind": "delta", "subject": lead + " " + HOSTILE, "metric": HOSTILE, "dataset": [HOSTILE, lead],
            "baseline": [lead, HOSTILE], "value": "3.5%", "delta": "unstated", "change": "increase", "hedge": HOSTILE,
            "doubt": lead + " " + HOSTILE, "conditions": {lead: HOSTILE, "k": lead}, "agg": {"how": "mean", "n": lead, "of": HOSTILE},
        }
        for lead in LEADS
    ]  # fmt: skip
    return project(
        p=claims,
        q=[{"value": HOSTILE, "subject": "q"}, {"kind": "ranking", "rank": "best", "subject": "漢字"}],
        names={"p": HOSTILE, "q": "=cmd|' /C calc'!A0"},
    )
