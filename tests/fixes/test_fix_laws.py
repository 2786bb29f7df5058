"""Laws of mending: twice is once, findings only go, and every number says and rests on what it did."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import app
from claimcheck.claims.load import load_claim_file
from claimcheck.dataset import PaperInContext, build
from claimcheck.fixing import fix
from claimcheck.numerals import Mention
from claimcheck.project import Chosen, Project, Selection
from claimcheck.runner import run
from claimcheck.source import SourceFile

from .conftest import CLAIMS, project_of
from .test_fix_edits import COMES_BACK
from .test_fix_left import LEFT

ROOT = Path(__file__).resolve().parents[2]
SEVERAL = sorted({(old, new) for old, new, *_ in (*COMES_BACK.values(), *LEFT.values())})


def findings(project: Project) -> Counter[object]:
    """What every rule finds, nothing suppressed, by what it is about."""
    report = run(project, Chosen(True), Selection(select=("ALL",), no_ignores=True))
    return Counter((found.rule, found.file, found.paper, found.claim, found.field) for found in report.findings)


def numbers(project: Project) -> dict[object, tuple[object, object]]:
    """For each number field: its exact ends and units, bound and approximation, and the number it rests on if any."""
    return {
        (paper.claims.file.path, at, value.name): (_exact(value.mentions), place)
        for paper in project.dataset.papers
        for at, claim in enumerate(paper.all_claims())
        for value, place in (
            (claim.value, _place(paper, claim.value_at)),
            (claim.baseline_value, _place(paper, claim.baseline_at)),
        )
        if value is not None
    }


def _exact(mentions: tuple[Mention, ...]) -> object:
    return [
        (each.kind, each.bound, each.approximate, [(end.value, end.unit) for end in each.ends()]) for each in mentions
    ]


def _place(paper: PaperInContext, at: int | None) -> object:
    return None if at is None else (paper.numbers[at].start, paper.numbers[at].end)


def comments(text: str) -> Counter[str]:
    return Counter(re.findall(r"(?m)(?:^|[ \t])#.*$", text))


def with_texts(project: Project, texts: dict[str, str]) -> Project:
    """The project with other texts of its claim files."""
    dataset = project.dataset
    loaded = [
        load_claim_file(SourceFile(each.file.path, texts.get(each.file.path, each.file.text)))
        for each in dataset.loaded
    ]
    return Project(project.config, build(dataset.sources, loaded, dataset.loaded_vocabulary))


def holds(project: Project) -> None:
    """The laws, of one project."""
    results = fix(project)
    mended = with_texts(project, {fixed.file.path: fixed.text for fixed in results})
    again = fix(mended)
    assert [fixed.text for fixed in again] == [fixed.text for fixed in results]
    assert not any(fixed.edits for fixed in again)
    before = numbers(project)
    after = numbers(mended)
    for key, (exact, place) in before.items():
        assert after[key][0] == exact, key
        assert place is None or after[key][1] == place, key
    if all(each.claims is not None for each in project.dataset.loaded):
        assert findings(mended) <= findings(project)
    for fixed in results:
        assert comments(fixed.file.text) <= comments(fixed.text)
        assert fixed.changed == bool(fixed.edits)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SEVERAL), unique=True, max_size=5))
def test_the_laws_hold_for_every_mixture_of_slips(root: Path, slips: list[tuple[str, str]]) -> None:
    text = CLAIMS
    for old, new in slips:
        text = text.replace(old, new, 1)
    holds(project_of(root, text))


# --- on the claims of this repository ---------------------------------------------------------------------------------

SLIPS: dict[str, Callable[[str], str]] = {
    "dash": lambda word: word.replace("-", "–"),
    "curly": lambda word: word.replace("'", "’").replace('"', "“"),
    "case": lambda word: word.swapcase(),
    "bold": lambda word: f"**{word}**",
    "tag": lambda word: f"<i>{word}</i>",
    "soft": lambda word: f"{word[:2]}\u00ad{word[2:]}",
    "broken": lambda word: f"{word[:3]}- {word[3:]}" if word[2:5].isalpha() else word,
    "digit": lambda word: re.sub(r"\d", "7", word),
    "other": lambda word: "bananas",
}


@pytest.fixture(scope="module")
def repository() -> Project:
    return app.load(ROOT)


def test_the_claims_of_this_repository_need_no_mending(repository: Project) -> None:
    assert [fixed.edits + fixed.left for fixed in fix(repository) if fixed.edits or fixed.left] == []


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_the_laws_hold_for_this_repository_with_slips(repository: Project, random: Random) -> None:
    holds(with_texts(repository, slipped(repository, random)))


def slipped(repository: Project, random: Random) -> dict[str, str]:
    """Words of quotes, mentions and values, changed where they stand in the files, some in form and some not."""
    texts: dict[str, str] = {}
    for paper in random.sample(repository.dataset.papers, 4):
        text = paper.claims.file.text
        spans = {
            scalar.span
            for claim in paper.claims.claims()
            for scalar in (claim.quote, claim.mention, claim.value)
            if scalar is not None
        }
        for span in sorted(random.sample(sorted(spans), min(2, len(spans))), reverse=True):
            words = list(re.finditer(r"[\w'’-]{2,}", text[span.start : span.end]))
            if words:
                word, slip = random.choice(words), random.choice(sorted(SLIPS))
                text = text[: span.start + word.start()] + SLIPS[slip](word[0]) + text[span.start + word.end() :]
        texts[paper.claims.file.path] = text
    return texts
