"""Hover shows the sentence of the abstract with the number marked, what a field means, and what a rule says."""

from __future__ import annotations

import pytest

from claimcheck.claims.model import Claim
from claimcheck.lsp.hover import Hover, hover
from claimcheck.lsp.wording import Wording
from claimcheck.rules import registry
from claimcheck.source import Span

from .conftest import FILES, QUICK, SLOW, VOCABULARY, Ask

QUICK_FILE, SLOW_FILE = "claims/quick.yaml", "claims/slow.yaml"


def at(ask: Ask, name: str, text: str, old: str, new: str) -> Hover | None:
    assert text.count(old) == 1
    view, offset = ask(name, text.replace(old, new))
    return hover(view, offset, Wording())


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "sentence"),
    [
        (QUICK_FILE, QUICK, "value: 91", "value: 9‸1", "reaches **91.5%** accuracy, against 88.0% for"),
        (QUICK_FILE, QUICK, "_value: 88", "_value: ‸88", "reaches 91.5% accuracy, against **88.0%** for"),
        (QUICK_FILE, QUICK, "mention: Q", "mention: ‸Q", "On WebText, **Quick reaches 91.5% accuracy**"),
        (SLOW_FILE, SLOW, "value: 12.9", "value: 12.9‸", "falls from 17.3 to **12.9** on"),
        (SLOW_FILE, SLOW, "value: 17.3", "value: 1‸7.3", "falls from **17.3** to 12.9 on"),
        (SLOW_FILE, SLOW, "n: two", "n: t‸wo", "over **two** runs"),
        (SLOW_FILE, SLOW, "        agg:", "        conditions: {budget: 2 runs‸}\n        agg:", "over **two** runs"),
        (SLOW_FILE, SLOW, "[Wiki 2]", "[W‸iki 2]", "on **Wiki 2**"),
        (SLOW_FILE, SLOW, "subject: S", "subject: S‸", "The error of **Slow** falls"),
    ],
)
def test_a_text_is_shown_in_its_sentence(ask: Ask, name: str, text: str, old: str, new: str, sentence: str) -> None:
    found = at(ask, name, text, old, new)
    assert found is not None
    assert sentence in found.text
    assert "seeds/s.txt:1" in found.text or "seeds/s.txt:3" in found.text


def test_the_stretch_is_the_whole_text(ask: Ask) -> None:
    found = at(ask, QUICK_FILE, QUICK, "value: 91.5%", "value: 9‸1.5%")
    assert found is not None
    start = QUICK.index("91.5%", QUICK.index("value: 91.5%"))
    assert found.span == Span(start, start + 5)


def test_a_quote_shows_its_numbers_and_who_has_them(ask: Ask) -> None:
    found = at(ask, QUICK_FILE, QUICK, "quote: On", "quote: O‸n")
    assert found is not None
    assert "reaches **91.5%** accuracy, against **88.0%** for" in found.text
    assert "**91.5%**: claimed by accuracy" in found.text


def test_a_field_shows_what_it_means(ask: Ask) -> None:
    expected = Claim.model_fields["metric"].description
    found = at(ask, QUICK_FILE, QUICK, "metric:", "met‸ric:")
    assert found is not None
    assert expected is not None
    assert expected in found.text
    assert at(ask, QUICK_FILE, QUICK, "kind: result", "kind: res‸ult") is not None
    vocabulary = at(ask, "claims/vocabulary.yaml", VOCABULARY, "better:", "bet‸ter:")
    assert vocabulary is not None
    assert "Which values" in vocabulary.text


def test_a_rule_that_is_ignored_says_what_it_finds(ask: Ask) -> None:
    rule = registry()["mention"]
    found = at(ask, QUICK_FILE, QUICK, "value: 91.5%", "value: 91.5%  # claimcheck: ignore[schema, men‸tion] because")
    assert found is not None
    assert rule.code in found.text
    assert Wording().text(rule.summary) in found.text
    waived = QUICK + "        waive: [{rule: CC2‸04, reason: because}]\n"
    view, offset = ask(QUICK_FILE, waived)
    told = hover(view, offset, Wording())
    assert told is not None
    assert "unit-differs" in told.text


def test_a_number_of_a_source_shows_who_has_it(ask: Ask) -> None:
    text = FILES["seeds/s.txt"]
    found = at(ask, "seeds/s.txt", text, "91.5", "91‸.5")
    assert found is not None
    assert "claimed by accuracy" in found.text
    assert at(ask, "seeds/s.txt", text, "parser", "par‸ser") is None


def test_it_answers_while_the_file_does_not_fit_the_format(ask: Ask) -> None:
    found = at(ask, QUICK_FILE, QUICK.replace("metric: accuracy\n", "metrik: [\n]\n"), "value: 91", "value: 9‸1")
    assert found is not None
    assert "**91.5%**" in found.text


@pytest.mark.parametrize("text", ["‸", "‸# nothing\n", "a: [‸b", QUICK.replace("evidence:\n", "evidence:‸\n\n")])
def test_where_nothing_is_nothing_is_shown(ask: Ask, text: str) -> None:
    view, offset = ask(QUICK_FILE, text)
    found = hover(view, offset, Wording())
    assert found is None or "**evidence**" in found.text


def test_what_strangers_wrote_does_nothing_in_markdown(ask: Ask) -> None:
    """The second abstract has emphasis, and here a link and a tag: they are shown, not followed."""
    source = FILES["seeds/s.txt"].replace("We present Quick", "We present [Quick](http://x) <img src=y>")
    ask("seeds/s.txt", source + "‸")
    starts = "starts: We present [Quick](http://x)"
    found = at(ask, QUICK_FILE, QUICK.replace("starts: We present Quick", starts), starts, starts + "‸")
    assert found is not None
    assert "Quick" in found.text
    assert not set("<[*") & set(found.text.replace("**", ""))
    excuse = at(ask, SLOW_FILE, SLOW, "{text: three", "{text: th‸ree")
    assert excuse is not None
    assert "&#42;&#8203;**three&#42; corpora**" in excuse.text


def test_a_client_without_markdown_gets_plain_text(ask: Ask) -> None:
    view, offset = ask(SLOW_FILE, SLOW.replace("{text: three", "{text: th‸ree"))
    found = hover(view, offset, Wording(is_markdown=False))
    assert found is not None
    assert found.text.startswith("We study Slow on *[three* corpora].")


def test_white_space_of_the_source_is_one_line() -> None:
    assert Wording().marked("a\nb  cd\n e", Span(0, 10), [Span(5, 7)]) == "a b **cd** e"
