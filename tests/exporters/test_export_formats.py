"""The exports: the fields as written, and places that hold in the abstract's raw text."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from io import StringIO
from typing import Any

import pytest

from claimcheck.dataset import Dataset
from claimcheck.exporters import FORMATS, export
from claimcheck.exporters.csv import FIELDS
from claimcheck.sources import digest


def _records(dataset: Dataset) -> dict[str, dict[str, Any]]:
    lines = "".join(export("jsonl", dataset)).split("\n")
    assert lines.pop() == ""
    records = [json.loads(line) for line in lines]
    return {record["global_id"]: record for record in records}


def test_a_line_a_claim_papers_by_their_files_names(dataset: Dataset) -> None:
    assert list(_records(dataset)) == [
        f"{paper}/{claim}" for paper in ("altered", "parapo") for claim in ("base", "gain", "rank")
    ]


def test_the_fields_are_those_of_the_claim_file(dataset: Dataset, abstract: str) -> None:
    """Lists stay lists, one text stays one text, nothing is a number."""
    record = _records(dataset)["parapo/base"]
    numbers = record.pop("numbers")
    assert record == {
        "paper": "parapo",
        "global_id": "parapo/base",
        "id": "base",
        "kind": "result",
        "subject": "ParaPO",
        "baseline": ["the model", "another"],
        "baseline_value": "17.3",
        "metric": "regurgitation",
        "dataset": "creative writing",
        "value": "12.9",
        "agg": {"how": "mean", "n": "six", "of": "sets"},
        "mention": "from 17.3 to 12.9 in creative writing",
        "source": {"file": "seeds/s.txt", "abstract": f"sha256:{digest(abstract)}"},
        "quote": "ParaPO reduces regurgitation (from 17.3 to 12.9 in creative writing) across six sets.",
        "quote_start": 0,
        "quote_end": abstract.index(" T\\"),
        "verified": True,
    }
    assert [number["field"] for number in numbers] == ["value", "baseline_value", "agg.n"]
    assert _records(dataset)["parapo/gain"]["waive"] == [{"rule": "CC502", "reason": "none"}]
    assert _records(dataset)["parapo/gain"]["conditions"] == {"samples": "roughly 10k", "pool": "up to 5.8M"}


def test_numbers_are_exact_and_at_their_places(dataset: Dataset, abstract: str) -> None:
    """Each end of a stated change is a number of its own: 12.9 is the value, not "from 17.3 to 12.9"."""
    numbers = [
        number for id, record in _records(dataset).items() if id.startswith("parapo") for number in record["numbers"]
    ]
    assert all(abstract[number["start"] : number["end"]] == number["text"] for number in numbers)
    plain = {"unit": None, "bound": None, "approximate": False}
    assert [{key: value for key, value in number.items() if key not in ("start", "end")} for number in numbers] == [
        {**plain, "field": "value", "text": "12.9", "low": "12.9", "high": "12.9"},
        {**plain, "field": "baseline_value", "text": "17.3", "low": "17.3", "high": "17.3"},
        {**plain, "field": "agg.n", "text": "six", "low": "6", "high": "6"},
        {**plain, "field": "value", "text": "10.7\\%", "low": "10.7", "high": "10.7", "unit": "%"},
        {
            **plain,
            "field": "conditions.samples",
            "text": "roughly 10k",
            "low": "10000",
            "high": "10000",
            "approximate": True,
        },
        {
            **plain,
            "field": "conditions.pool",
            "text": "up to 5.8M",
            "low": "5800000",
            "high": "5800000",
            "bound": "at-most",
        },
    ]


def test_the_digits_of_a_name_are_no_number(dataset: Dataset) -> None:
    assert not [number for number in _records(dataset)["parapo/gain"]["numbers"] if number["field"] == "subject"]


def test_what_is_not_found_is_null_or_missing(dataset: Dataset) -> None:
    base, gain = (_records(dataset)[f"altered/{claim}"] for claim in ("base", "gain"))
    assert (base["quote_start"], base["quote_end"], base["value"], base["verified"]) == (None, None, "12.9", False)
    assert [number["field"] for number in base["numbers"]] == ["agg.n"]  # "six" does stand in the abstract
    assert [number["field"] for number in gain["numbers"]] == ["conditions.samples", "conditions.pool"]


def test_csv_says_the_same(dataset: Dataset) -> None:
    rows = list(csv.DictReader(StringIO("".join(export("csv", dataset)))))
    assert [row["global_id"] for row in rows] == list(_records(dataset))
    assert set(rows[0]) == set(FIELDS)
    base, gain = rows[3], rows[4]
    record = _records(dataset)["parapo/base"]
    assert (base["value"], base["low"], base["high"], base["baseline_low"]) == ("12.9", "12.9", "12.9", "17.3")
    assert (base["value_start"], base["quote_end"]) == (str(record["numbers"][0]["start"]), str(record["quote_end"]))
    assert (base["baseline"], base["agg_how"], base["agg_n"], base["agg_of"]) == (
        "the model; another",
        "mean",
        "six",
        "sets",
    )
    assert (base["source_file"], base["abstract"]) == (record["source"]["file"], record["source"]["abstract"])
    assert (gain["unit"], gain["approximate"], gain["conditions"]) == (
        "%",
        "no",
        "samples: roughly 10k; pool: up to 5.8M",
    )
    assert (rows[0]["value"], rows[0]["low"], rows[0]["quote_start"]) == ("12.9", "", "")
    assert (rows[0]["verified"], base["verified"]) == ("no", "yes")


def test_csv_has_no_formula(dataset: Dataset) -> None:
    cells = [cell for row in csv.reader(StringIO("".join(export("csv", dataset)))) for cell in row]
    assert "'=cmd|'A0" in cells
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@]", cell)]


@pytest.mark.parametrize("format", FORMATS)
def test_every_piece_is_whole_lines_without_control_characters(dataset: Dataset, format: str) -> None:
    for piece in export(format, dataset):
        assert piece.endswith("\n")
        assert not [char for char in piece.removesuffix("\n") if unicodedata.category(char).startswith("C")]


def test_a_format_that_does_not_exist(dataset: Dataset) -> None:
    with pytest.raises(ValueError, match="no format 'xml'; there are jsonl, csv"):
        next(export("xml", dataset))
