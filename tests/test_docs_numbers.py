"""docs/numbers.md says what the recogniser's cases say, and its example is true output."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from claimcheck.cli.numbers import as_json
from claimcheck.numerals import scan

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "numbers.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_numbers", ROOT / "benchmarks" / "docs_numbers.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_examples_are_those_of_the_cases(generator: ModuleType) -> None:
    assert generator.region(PAGE, "from the cases", generator.generated()) == PAGE, "run `make docs-numbers`"


def test_every_form_has_its_section(generator: ModuleType) -> None:
    files = {path.stem for path in (ROOT / "tests" / "numerals").glob("*.toml")} - set(generator.LEFT_OUT)
    part = PAGE.partition("<!-- from the cases -->")[2].partition("<!-- /from the cases -->")[0]
    assert len(re.findall("^### ", part, re.MULTILINE)) == len(files)
    assert set(generator.TITLES) <= files, "a heading for a file that is gone"


def test_the_example_is_true_output() -> None:
    text = re.findall(r'^\$ echo "(.*)" \| claimcheck numbers', PAGE, re.MULTILINE)[0]
    told = [json.loads(line) for line in re.findall(r'^\{"text".*\}$', PAGE, re.MULTILINE)]
    assert told == [as_json(mention) for mention in scan(text)]
    for name in told[0]:
        assert f"`{name}`" in PAGE, "a field that the table does not tell"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("8.0 %", "8.0 %"),
        ("~<=0.5 x", "at most about 0.5 x"),
        ("-3..5", "-3 to 5"),
        ("17.3->12.9 ms", "17.3 → 12.9 ms"),
        ("5.0±0.1", "5.0 ± 0.1"),
        ("3:5", "3 of 5"),
        ("1/2", "1/2"),
        (">=vague", "at least no figure"),
    ],
)
def test_values_in_words(generator: ModuleType, value: str, words: str) -> None:
    assert generator.said(value) == words


def test_a_page_without_the_region_is_told(generator: ModuleType) -> None:
    with pytest.raises(ValueError, match="is not in the page"):
        generator.region("# Numbers\n", "from the cases", "text")
