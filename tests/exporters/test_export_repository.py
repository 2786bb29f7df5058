"""The exports of this repository's own claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimcheck.app import Project, load
from claimcheck.cli import cli
from claimcheck.exporters import export

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def repository() -> Project:
    return load(ROOT)


def test_every_claim_is_exported_with_places_that_hold(repository: Project) -> None:
    """Each number stands at its place, inside the quote if it is the value or the baseline value, and says what it is."""
    records = [json.loads(line) for line in export("jsonl", repository.dataset)]
    abstracts = {f"sha256:{each.digest}": each.text for each in repository.dataset.abstracts}
    assert len(records) == sum(1 for paper in repository.dataset.papers for _ in paper.all_claims())
    for record in records:
        text = abstracts[record["source"]["abstract"]]
        assert 0 <= record["quote_start"] < record["quote_end"] <= len(text)
        fields = [number["field"] for number in record["numbers"]]
        assert ("value" in fields) == ("value" in record)
        assert ("baseline_value" in fields) == ("baseline_value" in record)
        for number in record["numbers"]:
            assert text[number["start"] : number["end"]] == number["text"]
            if number["field"] in ("value", "baseline_value"):
                assert record["quote_start"] <= number["start"] < number["end"] <= record["quote_end"]


@pytest.mark.parametrize(
    ("id", "field", "expected"),
    [
        ("issuebench/prompts", "value", ("2490000", "2490000", None, None, False)),
        ("mr-search/gain", "value", ("9.2", "19.3", "%", None, False)),
        ("mr-search/gain", "agg.n", ("8", "8", None, None, False)),
        ("parapo/base", "value", ("12.9", "12.9", None, None, False)),
        ("parapo/base", "baseline_value", ("17.3", "17.3", None, None, False)),
        ("pep/parameters", "value", ("10000", "10000", None, None, True)),
        ("mentorcollab/max-gain", "value", ("8.0", "8.0", "%", "at-most", False)),
        ("olmo-2/checkpoints", "value", (None, None, None, None, False)),
    ],
)
def test_numbers_as_the_abstracts_state_them(
    repository: Project, id: str, field: str, expected: tuple[str | None, str | None, str | None, str | None, bool]
) -> None:
    """Read off the abstracts by hand."""
    records = {record["global_id"]: record for record in map(json.loads, export("jsonl", repository.dataset))}
    (number,) = [number for number in records[id]["numbers"] if number["field"] == field]
    assert tuple(number[key] for key in ("low", "high", "unit", "bound", "approximate")) == expected


def test_the_command(repository: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    runner = CliRunner()
    result = runner.invoke(cli, ["export"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "".join(export("jsonl", repository.dataset))
    assert runner.invoke(cli, ["export", "--format", "csv"]).stdout == "".join(export("csv", repository.dataset))
    assert runner.invoke(cli, ["export", "--format", "xml"]).exit_code == 2


def test_nothing_to_export_is_exit_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["export"])
    assert (result.exit_code, result.stdout) == (3, "")
