"""What a reader sees of a source: LaTeX, siunitx, HTML and typography resolved, and where each piece stands in the raw text."""

from __future__ import annotations

import pytest

from claimcheck.matching.quotes import locate
from claimcheck.text.fold import fold
from claimcheck.text.render import render
from claimcheck.text.siunitx import unit_text

RENDERED = [
    # siunitx: what the package's manual prints, with a plain space before the unit
    (r"\SI{12.4}{\milli\second}", "12.4 ms"),
    (r"\qty{35}{\ms}", "35 ms"),
    (r"\qty [round-mode = none] {35} {\ms}", "35 ms"),
    (r"\SI{3.5}{\percent}", "3.5 %"),
    (r"\SIrange{5}{15}{\watt}", "5–15 W"),
    (r"\numrange{3}{5}", "3–5"),
    (r"\numlist{10;20;50}", "10, 20, 50"),
    (r"\SIlist{10;20}{\ms}", "10 ms, 20 ms"),
    (r"\SI{1,234}{\second}", "1.234 s"),  # the package takes a comma for a decimal point
    (r"\SI{ 1.5 }{ \percent }", "1.5 %"),
    (r"\SI{5}{m.s} and \SI{5}{m~s}", "5 m s and 5 m s"),
    (r"\SI{12 \pm 3}{\kg} and \SI{12+-3}{\kg}", "12 ± 3 kg and 12±3 kg"),
    (r"\ang{30}", "30°"),
    (r"5~\si{\kilo\byte}", "5 kB"),
    (r"\SI{5}", r"\SI5"),  # no unit: none of the package's, and nothing is lost
    (r"\SIx{5}{m}", r"\SIx5m"),
    (r"\SI{5}{\foo}", "5 foo"),
    # HTML, as records of publishers have it
    ("p &lt; 0.05 &amp; n &ge; 3", "p < 0.05 & n ≥ 3"),
    ("5&nbsp;GB", "5\u00a0GB"),
    ("&#8722;5 &#x2212;5", "−5 −5"),
    ("AT&T;, R&Dx; and Q&A", "AT&T;, R&Dx; and Q&A"),
    ("H<sub>2</sub>O, 10<sup>9</sup>", "H2O, 10^9"),
    (r"10<sub>5</sub> and 5\textsubscript{2}, H\textsubscript{2}O", "10_5 and 5_2, H2O"),  # no number is made of two
    ("an accuracy <!-- of 95% --> on Aria, a <!-- b", "an accuracy  on Aria, a <!– b"),
    ("<p>One.</p><p>Two.<br/>Three.</p>", "One. Two. Three. "),
    ("if a <b> c and a < b", "if a <b> c and a < b"),  # nothing closes it: no element
    # hyphens that break no line, and signs of fonts of their own
    ("a 10\u2011fold one\u2010off", "a 10-fold one-off"),
    ("r \u2afd 0.8, p \u2b0d 0.01, 5 \u2afe 1, 3\u2a2f", "r = 0.8, p < 0.01, 5 ± 1, 3×"),
    # where a word may be parted, and that a full stop ends a sentence: neither prints anything
    (r"data\-base inputs.\@ Here, e.g.\@ so", "database inputs. Here, e.g. so"),
    # LaTeX that stands around numbers
    (r"$85.3_{\pm 0.4}$ {\tiny $\pm$ 1}", "85.3_± 0.4 ± 1"),
    (r"${\sim}$10k, ${\geq}$3, $5 and $7", "∼10k, ≥3, $5 and $7"),
    (r"\tfrac12 of $3\ \mu s$", "1/2 of 3 μs"),
    # a lone minus between two words is a dash; in a chain, at a letter, a digit or other math it is none
    ("four ones$-$one fixed$-$are here", "four ones—one fixed—are here"),
    ("the state$-$of$-$the$-$art", "the state-of-the-art"),
    ("a top$-$k run, 3$-$5 of $-$5, an n$-$gram, GPT$-$4", "a top-k run, 3-5 of -5, an n-gram, GPT-4"),
    ("the $ab$-$cd$ is one", "the ab-cd is one"),
]


@pytest.mark.parametrize(("raw", "text"), RENDERED)
def test_what_a_reader_sees(raw: str, text: str) -> None:
    assert render(raw).text == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"\milli\second", "ms"),
        (r"\metre\per\second\squared", "m/s^2"),
        (r"\square\metre", "m^2"),
        (r"\newton\metre", "N m"),
        (r"\kilo\gram\per\cubic\metre", "kg/m^3"),
        (r"\giga\byte", "GB"),
        ("kWh", "kWh"),
        ("km.h", "km h"),
        (r"\kilo\watt\hour", "kWh"),
        ("", ""),
    ],
)
def test_units_as_siunitx_prints_them(written: str, text: str) -> None:
    assert unit_text(written) == text


@pytest.mark.parametrize(
    ("raw", "piece", "stretch"),
    [
        (r"takes \SI{12.4}{\ms} now", "12.4 ms", r"12.4}{\ms}"),
        (r"takes \numlist{10;20} now", "20", "20"),
        ("p &lt; 0.05", "< 0.05", "&lt; 0.05"),
        ("10<sup>9</sup> cells", "10^9", "10<sup>9"),
        ("a 10\u2011fold gain", "10-fold", "10\u2011fold"),
    ],
)
def test_a_piece_is_told_as_a_place_in_the_raw_text(raw: str, piece: str, stretch: str) -> None:
    view = render(raw)
    at = view.text.index(piece)
    span = view.raw_span(at, at + len(piece))
    assert raw[span.start : span.end] == stretch


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        (r"It takes \SI{12.4}{\milli\second} a call.", "It takes 12.4 ms a call."),
        ("p &lt; 0.05 in <i>all</i> tests", "p < 0.05 in all tests"),
        ("a 10\u2011fold gain", "a 10-fold gain"),
        (r"${\sim}$10k posts", "∼10k posts"),
    ],
)
def test_a_quote_of_either_view_is_found(source: str, quote: str) -> None:
    assert locate(source, fold(source))
    assert locate(quote, fold(source))
