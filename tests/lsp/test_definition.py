"""From a text of a claim file to where it comes from."""

from __future__ import annotations

import pytest

from claimcheck.lsp.definition import definitions
from claimcheck.lsp.symbols import symbols

from .conftest import FILES, FIRST, QUICK, SECOND, SLOW, Ask

QUICK_FILE, SLOW_FILE = "claims/quick.yaml", "claims/slow.yaml"


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "places"),
    [
        (QUICK_FILE, QUICK, "value: 91.5%", "value: 9‸1.5%", [("seeds/s.txt", "91.5%")]),
        (QUICK_FILE, QUICK, "quote: On", "quote: ‸On", [("seeds/s.txt", FIRST[FIRST.index("On WebText") :])]),
        (QUICK_FILE, QUICK, "starts: We", "starts: ‸We", [("seeds/s.txt", FIRST)]),
        (SLOW_FILE, SLOW, "abstract: sha", "abstract: ‸sha", [("seeds/s.txt", SECOND)]),
        (SLOW_FILE, SLOW, "value: 17.3", "value: ‸17.3", [("seeds/s.txt", "17.3")]),
        (SLOW_FILE, SLOW, "[Wiki 2]", "[‸Wiki 2]", [("seeds/s.txt", "Wiki 2")]),
        (
            QUICK_FILE,
            QUICK,
            "dataset: W",
            "dataset: ‸W",
            [("seeds/s.txt", "WebText"), ("claims/vocabulary.yaml", "WebText")],
        ),
        (QUICK_FILE, QUICK, "kind: r", "kind: ‸r", []),
        (QUICK_FILE, QUICK, "value: 91.5%", "value: ‸91.6%", []),
        ("seeds/s.txt", FILES["seeds/s.txt"], "91.5%", "91‸.5%", [(QUICK_FILE, "91.5%")]),
        ("seeds/s.txt", FILES["seeds/s.txt"], "parser", "‸parser", []),
    ],
)
def test_a_text_leads_to_where_it_comes_from(
    ask: Ask, name: str, text: str, old: str, new: str, places: list[tuple[str, str]]
) -> None:
    view, offset = ask(name, text.replace(old, new, 1))
    found = [(label.file.path, label.file.text[slice(*label.span)]) for label in definitions(view, offset)]
    assert found == places


def test_the_quote_is_looked_at_first(ask: Ask) -> None:
    """ "Slow" stands in the abstract twice: the claim's own sentence has the second."""
    view, offset = ask(SLOW_FILE, SLOW.replace("subject: S", "subject: ‸S"))
    (label, *_) = definitions(view, offset)
    assert label.span.start == FILES["seeds/s.txt"].index("Slow falls")


def test_an_id_in_a_relation_leads_to_its_claim(ask: Ask) -> None:
    text = SLOW + "relations:\n  - {expr: 2 * err‸or = error, why: a test}\n"
    view, offset = ask(SLOW_FILE, text)
    (label,) = definitions(view, offset)
    assert label.span.start == SLOW.index("error\n        kind")


def test_the_outline_has_the_claims(ask: Ask) -> None:
    view, _ = ask(SLOW_FILE, SLOW + "‸")
    (symbol,) = symbols(view)
    assert (symbol.name, symbol.detail) == ("error", "12.9, error, Slow")
    assert symbol.span.holds(symbol.at)
    half, _ = ask(SLOW_FILE, SLOW.replace("id: error", "ID: error") + "‸")
    assert [each.name for each in symbols(half)] == ["(no id)"]
