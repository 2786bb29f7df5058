"""The tables over this repository's own claims, as its report shows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from claimcheck.app import Project, load
from claimcheck.tables import render
from claimcheck.tables.build import build, shown
from claimcheck.tables.config import BUILT_IN, find
from claimcheck.tables.regions import fill, regions

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def repository() -> Project:
    return load(ROOT)


@pytest.mark.parametrize("name", list(BUILT_IN))
def test_every_claim_is_shown_and_verified(repository: Project, name: str) -> None:
    """With its value as written, in a table that a Markdown reader sees as one."""
    table = build(repository.dataset, BUILT_IN[name])
    rows = [row for section in table.sections for row in section.rows]
    claims = [claim for paper in repository.dataset.papers for claim in paper.all_claims()]
    assert {id(row.claim) for row in rows} == {id(claim) for claim in claims}
    assert all(row.verified for row in rows)
    tokens = MarkdownIt("commonmark").enable("table").parse(render("github", table))
    cells = [token for token in tokens if token.type in ("td_open", "th_open")]
    assert len(cells) == sum(len(section.columns) * (len(section.rows) + 1) for section in table.sections)
    texts = {"".join(child.content for child in token.children or ()) for token in tokens}
    for claim in claims:
        said = claim.claim.value or claim.claim.rank
        assert said is not None
        assert any(text.startswith(shown(said.text)) for text in texts)


def test_papers_without_a_result_number_are_those_that_state_none(repository: Project) -> None:
    """Read off the abstracts: these give counts, sizes and outcomes in words alone."""
    table = build(repository.dataset, BUILT_IN["by-kind"])
    assert {"Olmo Hybrid", "OLMo 2", "MACS", "Tülu 3", "Olmo 3"} <= set(table.without_result)
    assert not {"RLVE", "FLIP", "Pep", "ParaPO", "ADRA", "MR-Search"} & set(table.without_result)


def test_changes_that_the_abstracts_let_one_compute(repository: Project) -> None:
    """80.8% against 68.5%; 17.3 to 12.9, 17.3 to 16.9, 8.7 to 6.3, 8.7 to 8.4; and from no range, bound or approximation."""
    table = build(repository.dataset, BUILT_IN["by-kind"])
    changes = [str(row.change) for section in table.sections for row in section.rows if row.change is not None]
    assert changes == ["-4.4 (-25%)", "-0.4 (-2%)", "-2.4 (-28%)", "-0.3", "+12.3 pp (+18%)"]


def test_nothing_is_called_the_best_of_what_cannot_be_compared(repository: Project) -> None:
    """No two rows of these papers agree in metric, data set and conditions: ParaPO's are on two different models."""
    for config in BUILT_IN.values():
        table = build(repository.dataset, config)
        assert not [row for section in table.sections for row in section.rows if row.best]


def test_the_report_is_made_of_tables_that_exist(repository: Project) -> None:
    """Whether it is up to date is for `claimcheck table --check REPORT.md` to say."""
    text = (ROOT / "REPORT.md").read_bytes().decode("utf-8")
    names = [region.name for region in regions(text)]
    tables = {name: build(repository.dataset, find(name, repository.config.tables)) for name in names}
    fresh = fill(text, lambda name: render("github", tables[name]))
    assert fill(fresh, lambda name: render("github", tables[name])) == fresh
