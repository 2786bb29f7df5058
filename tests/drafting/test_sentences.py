"""What a draft reads out of a sentence: the value whole, its kind, and what the words around it say; each right by the text."""

from __future__ import annotations

import pytest

from .conftest import checked, claims_in, drafted, filled

BEFORE = "We present Quick, a parser. "

CASES: list[tuple[str, list[dict[str, object]]]] = [
    # a measured share, and the baseline's own value
    (
        "On WebText, Quick reaches 91.5% accuracy versus 88.0% for Slow.",
        [
            {
                "kind": "result",
                "value": "91.5%",
                "metric": "accuracy",
                "baseline": "Slow",
                "baseline_value": "88.0%",
                "dataset": "WebText",
                "better": "higher",
            }
        ],
    ),
    (
        "Quick reaches 91.5% accuracy, compared to 88.0% for Slow.",
        [{"kind": "result", "value": "91.5%", "baseline": "Slow", "baseline_value": "88.0%"}],
    ),
    ("Quick has an F1 score of 0.87.", [{"kind": "result", "value": "0.87", "metric": "F1 score"}]),
    # differences: the verb or noun that governs the number tells the way it goes
    (
        "Quick reduces parse errors by 12%.",
        [
            {
                "kind": "delta",
                "value": "12%",
                "metric": "parse errors",
                "change": "decrease",
                "delta": "unstated",
                "better": "lower",
            }
        ],
    ),
    (
        "Quick outperforms Slow by 4.2 points.",
        [{"kind": "delta", "value": "4.2 points", "baseline": "Slow", "change": "increase", "delta": "absolute"}],
    ),
    (
        "Quick yields an absolute improvement of 3%.",
        [{"kind": "delta", "value": "3%", "change": "increase", "delta": "absolute"}],
    ),
    (
        "Quick yields relative gains of 9.2% to 19.3%.",
        [
            {
                "kind": "delta",
                "value": "9.2% to 19.3%",
                "change": "increase",
                "delta": "relative",
                "agg": {"how": "range"},
            }
        ],
    ),
    (
        "Quick needs 74% less compute.",
        [
            {
                "kind": "delta",
                "value": "74%",
                "metric": "compute",
                "change": "decrease",
                "delta": "relative",
                "better": "lower",
            }
        ],
    ),
    (
        "Quick improves perplexity by 3.1%.",
        [{"kind": "delta", "metric": "perplexity", "change": "decrease", "better": "lower"}],
    ),
    ("Quick suppresses noise by 80%.", [{"kind": "delta", "value": "80%", "change": "decrease"}]),
    ("Quick alters the noise by 80%.", [{"kind": "delta", "value": "80%", "change": "TODO"}]),
    (
        "Quick gains 5% on Alpha and 7% on Beta.",
        [{"value": "5%", "dataset": "Alpha"}, {"value": "7%", "dataset": "Beta"}],
    ),
    (
        "Quick brings gains of 8%, 9%, and 7% on Alpha, Beta, and Gamma, respectively.",
        [{"value": "8%", "dataset": "Alpha"}, {"value": "9%", "dataset": "Beta"}, {"value": "7%", "dataset": "Gamma"}],
    ),
    # factors
    (
        "Quick uses over 3x more memory.",
        [{"kind": "ratio", "value": "over 3x", "metric": "memory", "change": "increase", "better": "lower"}],
    ),
    (
        "Quick needs 3-5x fewer calls than Slow.",
        [{"kind": "ratio", "value": "3-5x", "change": "decrease", "baseline": "Slow", "agg": {"how": "range"}}],
    ),
    (
        "Quick gives a 10x speedup over Slow.",
        [{"kind": "ratio", "value": "10x", "change": "increase", "baseline": "Slow"}],
    ),
    # from a to b: one claim holds both
    (
        "Quick lowers the error rate from 17.3 to 12.9.",
        [{"kind": "result", "baseline_value": "17.3", "value": "12.9", "metric": "error rate"}],
    ),
    (
        "Quick improves accuracy from 52.1% to 63.4%.",
        [{"kind": "result", "baseline_value": "52.1%", "value": "63.4%", "metric": "accuracy"}],
    ),
    ("Quick improves accuracy to 63.4%.", [{"kind": "result", "value": "63.4%", "metric": "accuracy"}]),
    # counts and sizes; a model's size is in parameters even where the word is missing
    (
        "We collect QuickBank, a set of 400 verifiable tasks.",
        [{"kind": "count", "subject": "QuickBank", "metric": "verifiable tasks", "value": "400"}],
    ),
    ("We collect 80k preference pairs.", [{"kind": "size", "metric": "preference pairs", "value": "80k"}]),
    ("We release a 7B model.", [{"kind": "size", "metric": "parameters", "value": "7B"}]),
    (
        "We release Quick at 7B and 13B scales.",
        [
            {"value": "7B", "metric": "parameters", "conditions": {"scale": "smaller"}},
            {"value": "13B", "metric": "parameters", "conditions": {"scale": "larger"}},
        ],
    ),
    # how it was aggregated, over how many, under what conditions
    (
        "Quick yields a 3.37% average improvement across six tasks.",
        [{"value": "3.37%", "agg": {"how": "mean", "n": "six", "of": "tasks"}}],
    ),
    ("Quick brings gains of up to 8.0%.", [{"value": "up to 8.0%", "agg": {"how": "max"}}]),
    (
        "Across 15 pairs and 3 domains, Quick reaches 91% accuracy.",
        [{"value": "91%", "conditions": {"pairs": "15", "domains": "3"}}],
    ),
    # words that weaken
    ("Quick can lead to a 12% improvement.", [{"value": "12%", "hedge": "can lead to"}]),
    # outcomes without a number
    (
        "Quick outperforms Slow.",
        [{"kind": "ranking", "subject": "Quick", "rank": "outperforms", "baseline": "Slow", "better": "higher"}],
    ),
    (
        "Our method matches the performance of Slow.",
        [
            {
                "kind": "ranking",
                "subject": "Quick",
                "subject_as": "Our method",
                "rank": "matches",
                "baseline": "Slow",
                "metric": "performance",
            }
        ],
    ),
    (
        "Quick is competitive with or surpassing Slow.",
        [{"rank": "matches", "hedge": "competitive with or surpassing", "baseline": "Slow"}],
    ),
    ("Quick falls short of Slow.", [{"kind": "ranking", "rank": "underperforms", "baseline": "Slow"}]),
    ("Quick achieves the highest recall.", [{"kind": "ranking", "rank": "best", "metric": "recall"}]),
    (
        "Quick improves both speed and recall.",
        [{"rank": "outperforms", "metric": "speed"}, {"rank": "outperforms", "metric": "recall"}],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence for sentence, _ in CASES])
def test_a_sentence_is_drafted(sentence: str, expected: list[dict[str, object]]) -> None:
    found = claims_in(BEFORE + sentence)
    assert len(found) == len(expected)
    for claim, wanted in zip(found, expected, strict=True):
        assert {name: claim.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "We train Quick to outperform Slow.",  # an aim
        "Quick will improve parsing.",  # a prediction
        "We propose Fast, which improves parsing.",  # how it is introduced
        "Quick reads text.",
    ],
)
def test_what_is_no_outcome_makes_no_claim(sentence: str) -> None:
    assert claims_in(BEFORE + sentence) == []


def test_background_states_no_outcome() -> None:
    """Before the work speaks of itself, others are meant."""
    assert claims_in("Large models outperform small ones. We present Quick, a parser.") == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("We present Quick. We face two key challenges.", ["two key challenges"]),
        ("We present Quick. It links the two models.", ["the two models"]),
        ("Models help millions of users. We present Quick.", ["millions of users"]),
        ("We present Quick. Its recall is 0.91 (95% CI 0.90-0.92).", ["95% CI 0", "0.90-0.92"]),
    ],
)
def test_what_counts_no_result_is_listed_with_a_question(text: str, listed: list[str]) -> None:
    yaml = drafted(text)
    assert yaml.count("why: TODO") == yaml.partition("not_claims:")[2].count("text:") > 0
    for words in listed:
        assert words.split()[0] in yaml.partition("not_claims:")[2]


@pytest.mark.parametrize(
    ("sentence", "mentions"),
    [
        ("Quick gains 5% on Alpha and 5% on Beta.", ["gains 5% on Alpha", "5% on Beta"]),
        ("Quick reduces errors by 12% on Alpha and improves recall by 9%.", ["by 12% on Alpha", "by 9%"]),
        ("Quick has gains of 3.0% and up to 8.0%.", ["gains of 3.0%", "up to 8.0%"]),
    ],
)
def test_the_mention_is_the_words_of_its_own_number(sentence: str, mentions: list[str]) -> None:
    """Each stands once in its sentence, with its own number and no other."""
    found = [claim["mention"] for claim in claims_in(BEFORE + sentence)]
    assert found == mentions
    assert all(sentence.count(str(mention)) == 1 for mention in found)


def test_latex_stays_as_the_source_writes_it() -> None:
    (claim,) = claims_in(r"We present \textsc{Quick}. It cuts errors by $\sim$10.7\% on \textbf{Web}Text.")
    assert claim["value"] in (r"$\sim$10.7\%", r"\sim$10.7\%")
    assert claim["change"] == "decrease"
    (claim,) = claims_in(r"We present Quick. Quick reads $1.2\times10^{5}$ tokens.")
    assert claim["value"] in (r"1.2\times10^{5}", "1.2×10^5")


def test_a_table_without_lines_is_listed_whole() -> None:
    """Fifty numbers in a row are no sentence; no claim is guessed from them."""
    rows = " ".join(f"{number}.5%" for number in range(1, 51))
    assert claims_in(f"We present Quick. It has {rows}.") == []
    assert drafted(f"We present Quick. It has {rows}.").count("text:") == 1


def test_a_sentence_that_stands_twice_is_quoted_with_its_neighbour() -> None:
    text = "We present Quick. It gains 5%. Others lose. It gains 5%. So it is."
    found = claims_in(text)
    assert [claim["value"] for claim in found] == ["5%", "5%"]
    findings, paper = checked(text, filled(drafted(text)))
    assert paper is not None and [found.rule for found in findings if found.severity == "error"] == []
    assert len({claim.value_at for claim in paper.all_claims()}) == 2
