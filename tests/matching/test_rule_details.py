"""What rules say in cases that are too small, or too odd, for their pages: none too many, and each at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.vocabulary import load_vocabulary
from claimcheck.dataset import Dataset, build
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules import registry
from claimcheck.rules.base import numbers_of_quote
from claimcheck.runner import found_by
from claimcheck.source import SourceFile
from claimcheck.sources import read_source

Make = Callable[..., Dataset]


def marked(label: Label | None) -> str | None:
    return None if label is None else label.file.text[label.span.start : label.span.end]


class TestMention:
    @staticmethod
    def said(make: Make, sentence: str, *claims: dict[str, object]) -> list[str]:
        """What is said of the first claim."""
        named = [{"id": name, **claim} for name, claim in zip("abc", claims, strict=False)]
        claim = next(make(sentence, *named).papers[0].all_claims())
        return [found.message for found in registry()["mention"].check(claim)]

    def test_of_many_rivals_four_are_told(self, make: Make) -> None:
        sentence = "It has 5 cats, 6 dogs, 7 cows, 8 pigs, 9 hens and 10 owls."
        assert self.said(make, sentence, {"value": "5"}) == [
            "a mention is needed: the quote also holds '6', '7', '8', '9', so a swap could go unseen"
        ]

    @pytest.mark.parametrize("sentence", ["With GPT-4 it has 7 cats.", "It has several of 7 cats.", "It has 7 of 5%."])
    def test_what_is_no_rival(self, sentence: str, make: Make) -> None:
        """A name, a word that says no number, a number with another unit."""
        assert self.said(make, sentence, {"value": "7"}) == []

    @pytest.mark.parametrize(
        ("sentence", "mention", "message"),
        [
            ("Cats have 7, dogs have 7 or 5.", "have 7", "the mention stands 2 times in the quote"),
            ("Cats have 7, dogs 5.", "ave 7", "the mention begins or ends inside a word"),
            ("Cats have 7 hats, dogs 5.", "have 7 ha", "the mention begins or ends inside a word"),
            ("Cats have up to 7, dogs 5.", "7, dogs 5", "the mention begins or ends inside 'up to 7'"),
            ("Cats have 7, dogs 5.", "cats had", "the mention does not stand in the quote"),
        ],
    )
    def test_a_mention_that_is_none(self, sentence: str, mention: str, message: str, make: Make) -> None:
        """Then nothing else is said of it: it also holds the value of another claim, but that is no matter yet."""
        other = "up to 7" if "up to 7" in sentence else "7"
        assert self.said(make, sentence, {"value": "5", "mention": mention}, {"value": other}) == [message]

    @pytest.mark.parametrize("mention", ["7 cats and 5 dogs", "Alba has 7 cats and 5"])
    def test_it_holds_another_value(self, mention: str, make: Make) -> None:
        """From its first letter to its last."""
        sentence = "There Alba has 7 cats and 5 dogs."
        seven, five = {"value": "7"}, {"value": "5"}
        assert self.said(make, sentence, {**five, "mention": mention}, seven) == [
            "the mention also holds '7', the value of 'b'"
        ]
        assert self.said(make, sentence, {**seven, "mention": mention}, five) == [
            "the mention also holds '5', the value of 'b'"
        ]
        unaccounted = "which nothing accounts for, so a swap could go unseen"
        assert self.said(make, sentence, {**five, "mention": mention}) == [f"the mention also holds '7', {unaccounted}"]
        assert self.said(make, sentence, {**seven, "mention": mention}) == [
            f"the mention also holds '5', {unaccounted}"
        ]

    def test_what_is_outside_is_not_in_it(self, make: Make) -> None:
        for sentence in ("Alba has 7 cats, Borea 5 dogs.", "Borea has 5 dogs, and Alba has 7 cats."):
            assert self.said(make, sentence, {"value": "7", "mention": "Alba has 7 cats"}) == []
            assert self.said(make, sentence, {"value": "7", "mention": "Alba has 7 cats"}, {"value": "5"}) == []

    def test_two_claims_may_be_of_one_number(self, make: Make) -> None:
        claim = {"value": "7", "mention": "has 7 cats"}
        assert self.said(make, "Alba has 7 cats and 5 dogs.", claim, {**claim, "metric": "rank"}) == []

    def test_one_number_may_be_a_value_and_a_baseline_value(self, make: Make) -> None:
        claim = {"value": "7", "baseline": "Borea", "baseline_value": "5", "mention": "7 cats against the 5 of Borea"}
        assert self.said(make, "Alba has 7 cats against the 5 of Borea.", claim, {"value": "5"}) == []
        assert self.said(make, "Alba has 7 cats against the 5 of Borea.", claim, {"value": "9"}) == []

    def test_each_place_of_a_mention_is_shown(self, make: Make) -> None:
        sentence = "Cats have 7, dogs have 7 or 5."
        (claim,) = make(sentence, {"value": "5", "mention": "have 7"}).papers[0].all_claims()
        (found,) = registry()["mention"].check(claim)
        places = [each.span.start for each in (found.source, *found.related) if each is not None]
        text = claim.paper.abstract.text if claim.paper.abstract is not None else ""
        first = claim.paper.abstract.span.start if claim.paper.abstract is not None else 0
        assert [place - first for place in places] == [text.index("have 7"), text.rindex("have 7")]

    def test_values_that_are_not_there_have_findings_of_their_own(self, make: Make) -> None:
        sentence = "Alba has 7 cats and 5 dogs."
        assert self.said(make, sentence, {"value": "7", "mention": "has 7 cats"}, {"value": "9"}) == []
        assert self.said(make, sentence, {"value": "9", "mention": "has 7 cats and 5 dogs"}) == []
        assert self.said(make, sentence, {"value": "9"}) == []


def said(rule: str, make: Make, sentence: str, *claims: dict[str, object], abstract: str | None = None) -> list[str]:
    """What a rule says of the claims of a quote."""
    named = [{"id": name, **claim} for name, claim in zip("abc", claims, strict=False)]
    (quote,) = make(sentence, *named, abstract=abstract).papers[0].quotes
    return [found.message for found in registry()[rule].check(quote)]


FACTOR: dict[str, object] = {"kind": "ratio", "baseline": "Borea", "change": "increase"}
GAIN: dict[str, object] = {"kind": "delta", "baseline": "unstated", "change": "increase", "delta": "unstated"}


class TestKindContradicted:
    @pytest.mark.parametrize("number", ["5%", "5 points"])
    def test_shares_are_no_factors(self, number: str, make: Make) -> None:
        said_of = said("kind-contradicted", make, f"Alba beats Borea by {number}.", {**FACTOR, "value": number})
        assert said_of == [f"'by' says that '{number}' is a difference, no factor"]

    @pytest.mark.parametrize(
        ("number", "told"), [("5%", 1), ("5 points", 0), ("5", 0), ("-5%", 0), ("−5%", 0), ("–5%", 0)]
    )
    def test_a_sign_says_that_something_changed(self, number: str, told: int, make: Make) -> None:
        claim = {**GAIN, "value": number}
        assert len(said("kind-contradicted", make, f"The recall of Alba: {number}.", claim)) == told

    @pytest.mark.parametrize("words", ["sacrifices 5% of the recall", "is small at the expense of 5% of the recall"])
    def test_what_is_given_up_is_a_change(self, words: str, make: Make) -> None:
        claim = {**GAIN, "value": "5%", "metric": "recall", "change": "decrease"}
        assert said("kind-contradicted", make, f"Alba {words} of Borea.", claim) == []
        assert len(said("kind-contradicted", make, "Alba sees 5% of the recall of Borea.", claim)) == 1

    def test_of_percentages_alone_it_is_known_that_they_are_shares(self, make: Make) -> None:
        for number, told in (("5%", 1), ("5", 0)):
            claim = {"value": number, "metric": "accuracy"}
            assert len(said("kind-contradicted", make, f"Alba keeps {number} of the accuracy of Borea.", claim)) == told

    def test_a_fraction_may_be_a_factor_but_a_level_is_no_difference(self, make: Make) -> None:
        sentence = "Alba reaches a recall of two thirds."
        claim = {"value": "two thirds", "metric": "recall"}
        assert said("kind-contradicted", make, sentence, {**FACTOR, **claim}) == []
        assert len(said("kind-contradicted", make, sentence, {**GAIN, **claim})) == 1


def test_only_how_something_was_aggregated_needs_a_word(make: Make) -> None:
    assert said("agg-without-cue", make, "Alba reaches 5% over six tasks.", {"value": "5%", "agg": {"n": "six"}}) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"agg": {"how": "mean"}, "conditions": {"shots": "six"}},
            1,
        ),  # no number of things that it could be the mean of
        ({"agg": {"how": "mean", "n": "six"}}, 0),
        ({"agg": {"how": "mean", "n": "nine"}}, 0),  # that nine stands nowhere is told by another rule
    ],
)
def test_a_mean_over_so_many_things(fields: dict[str, object], told: int, make: Make) -> None:
    assert len(said("agg-without-cue", make, "With six shots Alba reaches 5%.", {"value": "5%", **fields})) == told


def test_of_a_quote_that_stands_nowhere_nothing_else_is_said(make: Make) -> None:
    """Where it should be is another rule's matter."""
    named = {"dataset": "Harbour", "conditions": {"a": "with 7 tools"}, "note": "x", "mention": "5%", "better": "lower"}
    claims = (
        {"value": "5%", "agg": {"how": "mean"}, **named, "metric": "accuracy"},
        {**GAIN, "value": "5%", "delta": "absolute", "baseline": "Borea", "baseline_value": "3%", "subject_as": "it"},
        {"kind": "ranking", "rank": "best", "hedge": "may", "baseline": "Borea"},
    )
    sentence = "Alba has 5% with no tools, and Borea 3%."
    (paper,) = make(
        sentence, *({"id": id, **claim} for id, claim in zip("abc", claims, strict=True)), abstract="Alba is new."
    ).papers
    for rule in registry().values():
        for each in {"quote": paper.quotes, "claim": paper.all_claims()}.get(rule.scope, ()):
            assert not list(rule.check(each)) or rule.name in ("quote-not-verbatim", "value-not-in-quote"), rule.name


class TestDeltaWithoutCue:
    def test_a_difference_in_units_of_its_own_is_absolute(self, make: Make) -> None:
        claim = {**GAIN, "value": "5", "baseline": "Borea", "delta": "relative"}
        assert len(said("delta-without-cue", make, "Alba gains 5 BLEU over Borea.", claim)) == 1
        assert said("delta-without-cue", make, "Alba gains 5 BLEU over Borea.", {**claim, "delta": "absolute"}) == []

    def test_a_word_in_doubt_allows_what_it_may_say(self, make: Make) -> None:
        claim = {**GAIN, "value": "5%", "baseline": "Borea", "delta": "relative"}
        assert said("delta-without-cue", make, "Alba is 5% higher than Borea.", claim) == []

    def test_whose_the_word_is(self, make: Make) -> None:
        sentence = "Alba gains 5% on Harbour, while Borea loses a relative 7%."
        for delta, whose in (("relative", ": 'relative' belongs to '7%'"), ("absolute", "")):
            claim = {**GAIN, "value": "5%", "baseline": "Borea", "delta": delta}
            assert said("delta-without-cue", make, sentence, claim) == [
                f"no word at '5%' says that the difference is {delta}{whose}"
            ]

    def test_a_word_before_a_percentage_is_no_pair_that_proves_it(self, make: Make) -> None:
        claim = {**GAIN, "value": "5%", "delta": "relative"}
        assert said("delta-without-cue", make, "Alba gains dozens (5%) of marks.", claim) == [
            "no word at '5%' says that the difference is relative"
        ]

    def test_of_the_two_ends_of_a_change_another_rule_tells(self, make: Make) -> None:
        pair = {**GAIN, "delta": "absolute", "baseline": "Borea", "value": "5%", "baseline_value": "3%"}
        sentence = "Alba goes from 3% to 5% there."
        assert said("delta-without-cue", make, sentence, pair) == []
        alone = {**pair, "value": "from 3% to 5%"}
        del alone["baseline_value"]
        assert len(said("delta-without-cue", make, sentence, alone)) == 1


class TestDirectionContradicted:
    def test_two_values_decide_themselves_what_changed(self, make: Make) -> None:
        claim = {**GAIN, "baseline": "Borea", "value": "3%", "metric": "recall"}
        sentence = "Alba does not improve recall by 3% over the 60% of Borea."
        assert len(said("direction-contradicted", make, sentence, claim)) == 1
        assert said("direction-contradicted", make, sentence, {**claim, "baseline_value": "60%"}) == []
        claim = {**claim, "metric": "errors", "value": "5%"}
        sentence = "Alba reduces errors by 5% over the 60% of Borea."
        assert len(said("direction-contradicted", make, sentence, claim)) == 1
        assert said("direction-contradicted", make, sentence, {**claim, "baseline_value": "60%"}) == []

    @pytest.mark.parametrize(
        ("sentence", "claim", "message"),
        [
            ("Our parser outperforms Alba by 5%.", {"subject_as": "Our parser"}, "the sentence has 'Alba' as what is compared with"),
            # Told from the side of the baseline the change is the other one.
            ("Borea has 5% fewer steps than Alba.", {}, None),
            ("Borea has 5% fewer steps than Alba.", {"change": "decrease"}, "the sentence has 'Alba' as what is compared with"),
            ("Borea wins; it needs 5% fewer steps than Alba.", {}, None),
            ("Borea wins; it does not raise recall by 5% over Alba.", {"metric": "recall"}, None),
            # One word denied and one not leave a doubt.
            ("Alba does not raise steps by 5% more steps.", {}, None),
            ("In tests Borea needs 5% fewer steps, Alba more.", {}, None),
            ("In tests Alba needs 5% fewer steps, Borea more.", {}, "'fewer' says that '5%' is a decrease of 'steps', not an increase"),
        ],
    )  # fmt: skip
    def test_sides(self, sentence: str, claim: dict[str, object], message: str | None, make: Make) -> None:
        base = {**GAIN, "value": "5%", "metric": "steps", "baseline": "Borea"}
        found = said("direction-contradicted", make, sentence, {**base, **claim})
        assert len(found) == (message is not None)
        assert all(each.startswith(message or "") for each in found)

    @pytest.mark.parametrize(("rank", "told"), [("best", 1), ("not-best", 0)])
    def test_a_ranking_needs_no_baseline(self, rank: str, told: int, make: Make) -> None:
        claim: dict[str, object] = {"kind": "ranking", "rank": rank}
        assert len(said("direction-contradicted", make, "Alba loses to Borea.", claim)) == told


class TestOppositeWord:
    SENTENCE = "With less noise Alba reaches 5% here."

    @pytest.mark.parametrize(
        ("sentence", "conditions", "told"),
        [
            # One phrase that may be meant otherwise does not excuse the next one.
            (
                "On validation tasks with tools and test tasks without tools it reaches 5%.",
                ["test tasks with tools", "validation tasks with tools"],
                ["with 'without' for 'with': 'test tasks without tools'"],
            ),
            (
                "On non-rude texts of all and rude texts of some it reaches 5%.",
                ["rude texts of all", "non-rude texts of all"],
                ["with 'some' for 'all': 'rude texts of some'"],
            ),
            # Nor is another field of the claim itself another claim.
            ("It reaches 5% on some tasks.", ["all tasks", "some tasks"], ["with 'some' for 'all': 'some tasks'"]),
            # With two numbers, "with" may be on the side of the other one, whatever it is said of.
            ("Alba with more data has 5%, and 7% without tuning.", ["with tuning"], []),
            ("Alba with more data has 5% without tuning.", ["with tuning"], ["with 'without' for 'with': 'without tuning'"]),
            # What the other fields say of something else does not count; a note says nothing of its own.
            ("Alba with light tuning has 5% without tuning.", ["with tuning"], []),
            # The word without "non" stands nearer to the number, and in this sentence.
            ("It has 5% rude ones of our non-rude texts.", ["our rude texts"], []),
            ("Far away from it all are rude ones; here we have 5% rude ones of our non-rude texts.", ["our rude texts"], []),
            ("It has rude ones 5% of all our non-rude texts.", ["our rude texts"], ["with 'non': 'our non-rude texts'"]),
            ("On our non-rude texts of the whole long set it has 5%.", ["our rude texts"], ["with 'non': 'our non-rude texts'"]),
            # Only a "non" may belong to another number.
            ("With less non-rude texts it has 5% of rude ones.", ["more non-rude texts"], ["with 'less' for 'more': 'less non-rude texts'"]),
        ],
    )  # fmt: skip
    def test_one_phrase_at_a_time(self, sentence: str, conditions: list[str], told: list[str], make: Make) -> None:
        claim = {"value": "5%", "conditions": dict(zip("abc", conditions, strict=False))}
        found = said("opposite-word", make, sentence, claim, abstract=f"We are first. {sentence} Rude ones end.")
        assert [each.partition("the sentence has it ")[2] for each in found] == told

    def test_words_of_other_fields_are_of_something_else(self, make: Make) -> None:
        claim = {"value": "5%", "conditions": {"tasks": "all tasks"}}
        sentence = "Alba beats all models by 5% on some tasks."
        assert said("opposite-word", make, sentence, claim) == []
        assert len(said("opposite-word", make, sentence, {**claim, "dataset": "all models"})) == 1
        assert said("opposite-word", make, sentence, {**claim, "note": "all models"}) == []

    def test_a_ranking_has_no_number_on_whose_side_a_word_could_be(self, make: Make) -> None:
        ranking = {"kind": "ranking", "rank": "best"}
        sentence = "Alba with more data is best on 5 and 7 tasks without tuning."
        assert len(said("opposite-word", make, sentence, {**ranking, "conditions": {"a": "with tuning"}})) == 1
        sentence = "It is best on rude data and our non-rude texts."
        assert said("opposite-word", make, sentence, {**ranking, "conditions": {"a": "our rude texts"}}) == []

    def test_words_at_odds_that_deny(self, make: Make) -> None:
        claim = {"value": "5%", "conditions": {"a": "tests which always end"}}
        assert said("opposite-word", make, "With runs that never end it reaches 5%.", claim) == [
            "`conditions.a` says 'always end', but the sentence 'never end'"
        ]

    @pytest.mark.parametrize("first", [{"baseline": "Borea", "baseline_value": "4%"}, {}])
    def test_any_of_the_other_claims_may_be_the_other_side(self, first: dict[str, object], make: Make) -> None:
        sentence = "It reaches 5% over the 4% of Borea, and 3% on few tasks, 7% on some tasks."
        second = {} if first else {"baseline": "Borea", "baseline_value": "4%"}
        tasks = (("5%", "all tasks", first), ("3%", "few tasks", {}), ("7%", "some tasks", second))
        claims = ({"value": value, "conditions": {"tasks": said}, **more} for value, said, more in tasks)
        assert said("opposite-word", make, sentence, *claims) == []

    def test_the_phrase_of_another_claim_does_not_excuse_the_next(self, make: Make) -> None:
        claims = (
            {"value": value, "conditions": {"tasks": tasks}}
            for value, tasks in (("5%", "all tasks"), ("7%", "some tasks"))
        )
        assert said("opposite-word", make, "It reaches 5% on most tasks, 7% on some tasks.", *claims) == [
            "`conditions.tasks` is 'all tasks', but the sentence has it with 'most' for 'all': 'most tasks'"
        ]

    def test_only_the_conditions_of_a_number_are_at_odds(self, make: Make) -> None:
        condition: dict[str, object] = {"conditions": {"data": "texts of more noise"}}
        told = ["`conditions.data` says 'more noise', but the sentence 'less noise'"]
        assert said("opposite-word", make, self.SENTENCE, {"value": "5%", **condition}) == told
        assert said("opposite-word", make, self.SENTENCE, {"kind": "ranking", "rank": "best", **condition}) == []


def test_only_conditions_count_something_foreign(make: Make) -> None:
    """What a data set is called has a rule of its own."""
    sentence = "Alba reaches 5% in 400 environments."
    for field, told in (({"conditions": {"length": "400 hours"}}, 1), ({"dataset": "400 hours"}, 0)):
        assert len(said("condition-elsewhere", make, sentence, {"value": "5%", **field})) == told


def test_a_hidden_character_in_a_list() -> None:
    (paper,) = project(
        [ONE], FILE.format("Alba reaches").replace("evidence", 'names: ["Olmo\\u200b 3"]\nevidence')
    ).papers
    (found,) = registry()["hidden-character"].check(paper)
    assert (found.message, found.field) == (
        "`names` holds a character that nobody can see (U+200B) behind 'Olmo'",
        "names",
    )


def test_numbers_of_reasons() -> None:
    """Names have no rule here; and without an abstract there is nothing to say."""
    file = FILE.format("Alba has").replace(
        "evidence", "not_claims: [{text: 3 cats, why: 'GPT-5 counts 12 of ⑨'}]\nevidence"
    )
    (paper,) = project(["Alba has 3 cats."], file).papers
    found = [each.message for each in registry()["number-not-in-abstract"].check(paper)]
    assert found == ["the abstract does not hold the number '12' of `not_claims.why`"]
    claim = "{id: c, kind: ranking, subject: Alba, metric: X⑨, rank: best}"
    file = (
        file.replace("{}", "0" * 16)
        .replace("Alba has", "Nobody")
        .replace("[]", f"[{{quote: Alba, claims: [{claim}]}}]")
    )
    (paper,) = project(["Alba has 3 cats."], file).papers
    assert paper.abstract is None
    assert list(registry()["number-not-in-abstract"].check(paper)) == []


@pytest.mark.parametrize(
    ("claim", "relation", "message"),
    [
        ("value: the best", "c = 10", "the value 'the best' of 'c' is no single number"),
        # Whole things are counted to the ones, but for a mean of them; a total is one, too.
        ("value: '10'", "c = 10.2", "'c' is 10, but '10.2' is 10.2"),
        ("value: '10', agg: {how: total}", "c = 10.2", "'c' is 10, but '10.2' is 10.2"),
        ("value: '10', agg: {how: mean}", "c = 10.2", None),
        ("value: '10', agg: {how: median}", "c = 10.2", None),
        ("value: '10', agg: {n: '3'}", "c = 10.2", "'c' is 10, but '10.2' is 10.2"),
    ],
)
def test_what_a_relation_is_of(claim: str, relation: str, message: str | None) -> None:
    evidence = f"evidence: [{{quote: Alba, claims: [{{id: c, kind: count, subject: Alba, metric: cats, {claim}}}]}}]\n"
    file = FILE.format("Alba has").replace("evidence: []\n", f"{evidence}relations: [{{expr: {relation}}}]\n")
    (paper,) = project(["Alba has 10 cats."], file).papers
    found = [each.message for each in registry()["relation-broken"].check(paper)]
    assert found == ([] if message is None else [message])


def test_each_claim_that_says_the_same_is_told(make: Make) -> None:
    """One with another value between them has a rule of its own."""
    claims = ({"id": name, "value": value} for name, value in zip("abc", ("5%", "7%", "5%"), strict=True))
    dataset = make("Alba has 5%, 7% and 5%.", *claims)
    assert [found.claim for found in registry()["duplicate-claim"].check(dataset)] == ["c"]


class TestNotNamedInQuote:
    def test_what_has_other_names_may_be_called_so_too(self) -> None:
        quote = "Alba has 5% on MMLU-Pro."
        claim = "{id: c, kind: result, subject: Alba, metric: score, dataset: MMLU, value: 5%}"
        evidence = f"evidence: [{{quote: {quote}, claims: [{claim}]}}]"
        file = FILE.format("We use").replace("evidence: []", evidence)
        for entry, told in (("name: MMLU", 1), ("name: MMLU, aliases: [exam]", 0)):
            vocabulary = f"schema: claimcheck-vocabulary/1\nmodels: [{{{entry}}}]\n"
            (paper,) = project([f"We use Bolt, MMLU. {quote}"], file, vocabulary=vocabulary).papers
            assert len(list(registry()["not-named-in-quote"].check(paper))) == told

    @pytest.mark.parametrize(
        ("dataset", "told"),
        [("TODO", 0), ("TODO: which one?", 0), (["TODO", "Harbour"], 1), ("Nowhere", 0)],
    )
    def test_what_is_left_to_be_written(self, dataset: str | list[str], told: int, make: Make) -> None:
        """Even where the abstract has the word; of what it does not have at all, another rule tells."""
        abstract = "We use a TODO list and Harbour. Alba has 5% there."
        paper = make("Alba has 5% there.", {"value": "5%", "dataset": dataset}, abstract=abstract).papers[0]
        assert len(list(registry()["not-named-in-quote"].check(paper))) == told

    @pytest.mark.parametrize(
        ("subject", "before", "sentence", "told"),
        [
            ("Olmo", "We use Olmo, Olmo Pro.", "Olmo Pro has 5%.", ["'Olmo Pro'"]),
            ("Olmo", "We use Olmo.", "Olmo-Pro has 5%.", []),  # which may be meant by both
            # A subject that is named is told of, if only beside another: whose number it is, is another rule's matter.
            ("Llama-13B", "We use Llama-7B and Llama-13B.", "Unlike Llama-13B, Llama-7B has 5%.", []),
            ("Llama-13B", "We use Llama-7B and Llama-13B.", "There, Llama-7B has 5%.", ["'Llama-7B'"]),
        ],
    )
    def test_another_of_its_family(self, subject: str, before: str, sentence: str, told: list[str], make: Make) -> None:
        claim = {"value": "5%", "subject": subject}
        paper = make(sentence, claim, abstract=f"{before} {sentence}").papers[0]
        found = [each.message for each in registry()["not-named-in-quote"].check(paper)]
        assert found == [f"the sentence does not name the subject '{subject}': it speaks of {each}" for each in told]

    def test_only_what_begins_with_todo_is_left_to_be_written(self, make: Make) -> None:
        claim = {"value": "5%", "subject_as": "the TODO count", "metric": "TODO count"}
        for words, told in (("the TODO count", 1), ("TODO: the count", 0)):
            paper = make("In all the TODO count is 5%.", {**claim, "subject_as": words}).papers[0]
            assert len(list(registry()["not-named-in-quote"].check(paper))) == told
        (paper,) = make("In all the TODO count is 5%.", {**claim, "subject": "TODO"}).papers
        assert list(registry()["not-named-in-quote"].check(paper)) == []


class TestNumberNotInAbstract:
    @pytest.mark.parametrize(
        ("conditions", "told"),
        [
            # What is no number, or named there in another form, is passed over; what stands behind it is not.
            ({"a": "zero-shot in a café", "b": "77 cats"}, ["number '77'"]),
            ({"a": "(2) in all", "b": "77 cats"}, ["number '77'"]),
            ({"a": "GPT-4", "b": "77 cats"}, ["number '77'"]),
            ({"a": "T5 Large"}, []),  # the one word with digits stands there, if parted
            # A name is told with the word before it, if a blank parts the two.
            ({"a": "Corvus 4o"}, ["name 'Corvus 4o'"]),
            ({"a": "Corvus,4o"}, ["name '4o'"]),
        ],
    )
    def test_what_is_told(self, conditions: dict[str, str], told: list[str], make: Make) -> None:
        (paper,) = make("Alba has 5% by GPT 4 and T-5.", {"value": "5%", "conditions": conditions}).papers
        found = [each.message for each in registry()["number-not-in-abstract"].check(paper)]
        assert found == [
            f"the abstract does not hold the {each} of `conditions.{'b' if 'number' in each else 'a'}`" for each in told
        ]

    def test_of_numbers_as_near_the_first_is_shown(self, make: Make) -> None:
        (paper,) = make("Alba has 7% here, 7% there.", {"value": "7%", "conditions": {"a": "up to 7%"}}).papers
        (found,) = registry()["number-not-in-abstract"].check(paper)
        assert found.source is not None and paper.abstract is not None
        assert found.source.span.start - paper.abstract.span.start == paper.abstract.text.index("7%")

    def test_a_whole_field_may_have_another_name(self) -> None:
        quote = "Alba has 5% by Corvus."
        claim = "{id: c, kind: result, subject: Alba, metric: score, value: 5%, conditions: {by: level-2 net}}"
        file = FILE.format("Alba has").replace("evidence: []", f"evidence: [{{quote: {quote}, claims: [{claim}]}}]")
        for entry, told in (("name: level-2 net, aliases: [Corvus]", 0), ("name: level-2 net", 1)):
            vocabulary = f"schema: claimcheck-vocabulary/1\nmodels: [{{{entry}}}]\n"
            (paper,) = project([quote], file, vocabulary=vocabulary).papers
            assert len(list(registry()["number-not-in-abstract"].check(paper))) == told

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            # The paper's own name, or one that stands in its title, of what the quote has other words for.
            ("subject: Corvus-3D, subject_as: It", 0),
            ("subject: corvus-3d, subject_as: It", 0),
            ("subject: Nova-7, subject_as: It", 0),
            ("subject: It, dataset: [Corvus-3D], dataset_from: context", 0),
            ("subject: It, dataset: [cats, Corvus-3D], dataset_from: context", 0),
            ("subject: Corvus-3D", 1),
            ("subject: It, dataset: Corvus-3D", 1),
            ("subject: It, conditions: {a: Corvus-3D}, dataset_from: context", 1),
            ("subject: Corvus-4D, subject_as: It", 1),
            ("subject: Corvus-3, subject_as: It", 1),
            # Digits alone are no name.
            ("subject: '44', subject_as: It", 1),
        ],
    )
    def test_a_work_may_be_called_by_its_own_name(self, fields: str, told: int) -> None:
        quote = "It has 5% by cats."
        claim = f"{{id: c, kind: result, metric: score, value: 5%, {fields}}}"
        file = FILE.format("It has").replace("evidence: []", f"evidence: [{{quote: {quote}, claims: [{claim}]}}]")
        file = file.replace("name: P", "name: Nova-7, title: 'Cats and Corvus-3D, 44 and more'")
        (paper,) = project([quote], file).papers
        assert len(list(registry()["number-not-in-abstract"].check(paper))) == told

    @pytest.mark.parametrize(("dataset", "told"), [("Gale-100", 0), ("Gale-1000", 1)])
    def test_a_name_that_a_list_tells_without_its_beginning(self, dataset: str, told: int, make: Make) -> None:
        (paper,) = make("Alba has 5% on Gale-10/100.", {"value": "5%", "dataset": dataset}).papers
        assert len(list(registry()["number-not-in-abstract"].check(paper))) == told


def test_digits_alone_are_no_name_of_a_work() -> None:
    """Of "3 4" it says nothing that the abstract has a 3."""
    for name, told in (("Alba 4", 1), ("3 4", 0), ("Cor-viX-4", 1)):
        (paper,) = project(
            ["Alba has 3 cats of Cor-viX."], FILE.format("Alba has").replace("name: P", f"name: '{name}'")
        ).papers
        assert len(list(registry()["number-not-in-abstract"].check(paper))) == told


@pytest.mark.parametrize(
    ("sentence", "message", "stretch"),
    [
        ("Alba has 7 cats.", "the number of the quote", "7"),
        ("Alba has 7 cats and 5 dogs.", "the numbers of the quote", "7 cats and 5"),
        ("Alba has cats.", "the quote", "Alba has cats."),
    ],
)
def test_where_a_value_could_be_taken_from(sentence: str, message: str, stretch: str, make: Make) -> None:
    (claim,) = make(sentence, {"value": "9"}).papers[0].all_claims()
    label = numbers_of_quote(claim)
    assert label is not None and (label.message, marked(label)) == (message, stretch)


class TestQuotes:
    @pytest.mark.parametrize(
        ("quote", "rest", "first", "second", "told"),
        [
            # What one of its claims says of the rest is enough.
            ("Alba needs 3 ms and 4 GB", " only when it is idle.", {"value": "3 ms"}, {"value": "4 GB"}, 1),
            *(
                ("Alba needs 3 ms and 4 GB", " only when it is idle.", {"value": "3 ms"}, {"value": "4 GB", **said}, 0)
                for said in ({"conditions": {"a": "idle"}}, {"hedge": "idle"}, {"note": "idle"}, {"doubt": "idle?"})
            ),
            ("Alba finds 3 and 60%", " of that of Borea.", {"value": "60%"}, {"kind": "count", "value": "3"}, 1),
            (
                "Alba finds 3 and 60%",
                " of that of Borea.",
                {**FACTOR, "value": "60%"},
                {"kind": "count", "value": "3"},
                0,
            ),
            ("Does Alba reach 60% of 7 cats", "? We see.", {"value": "60%"}, {"kind": "count", "value": "7"}, 1),
            (
                "Does Alba reach 60 of 7 cats",
                "? We see.",
                {"kind": "size", "value": "60"},
                {"kind": "count", "value": "7"},
                0,
            ),
        ],
    )
    def test_out_of_context(
        self, quote: str, rest: str, first: dict[str, object], second: dict[str, object], told: int, make: Make
    ) -> None:
        for claims in ((first, second), (second, first)):
            assert len(said("quote-out-of-context", make, quote, *claims, abstract=quote + rest)) == told

    def test_each_end_is_cut_or_not_by_itself(self, make: Make) -> None:
        found = said("quote-cut", make, "12 cats and dog", {"value": "12"}, abstract="12 cats and dogs are there.")
        assert found == ["the quote ends inside a word"]

    def test_a_file_without_an_abstract_is_not_the_last(self) -> None:
        lost, file = FILE.format("Nobody has").replace("{}", "0" * 16), FILE.format("Alba reaches")
        (found,) = registry()["two-files-one-abstract"].check(project([ONE], file, lost, file))
        assert found.message == "p0.yaml is about this abstract too"

    def test_of_what_is_no_yaml_nothing_is_left(self) -> None:
        for text, told in (("a: TODO", 1), ("a: [TODO", 0)):
            assert len(list(registry()["todo-left"].check(project([ONE], text)))) == told

    def test_only_the_day_of_release_is_a_day(self) -> None:
        file = FILE.format("Alba reaches").replace("{}", "0" * 16)
        for field, told in (("released", ["paper.released"]), ("title", [])):
            loaded = load_claim_file(SourceFile("p.yaml", file.replace("starts:", f"{field}: '2025-02-30', starts:")))
            assert [each.field for each in registry()["schema"].check(loaded)] == told


class TestMentionElsewhere:
    def test_each_of_two_claims_is_told_with_its_own_number(self, make: Make) -> None:
        sentence = "Alba reaches 81% on Harbour and 64% on Meadow."
        claims = {"id": "a", "value": "64%", "dataset": "Harbour"}, {"id": "b", "value": "81%", "dataset": "Meadow"}
        (quote,) = make(sentence, *claims).papers[0].quotes
        found = list(registry()["mention-elsewhere"].check(quote))
        assert [(each.claim, marked(each.label), marked(each.source)) for each in found] == [
            ("a", '"64%"', "64%"),
            ("b", '"81%"', "81%"),
        ]
        assert [[marked(label) for label in each.related] for each in found] == [["81%"], ["64%"]]

    def test_one_claim_is_told_once(self, make: Make) -> None:
        claim = {"value": "64%", "baseline": "Borea", "baseline_value": "81%"}
        (quote,) = make("Alba reaches 81% recall versus 64% for Borea.", claim).papers[0].quotes
        (found,) = registry()["mention-elsewhere"].check(quote)
        assert "the baseline value, '81%'" in found.message

    def test_one_claim_of_two_that_are_exchanged_is_told_once(self, make: Make) -> None:
        """In the brackets behind another's name, it is also the other one's number."""
        claims = {"value": "64%"}, {"value": "81%", "subject": "Borea"}
        assert said("mention-elsewhere", make, "It beats Alba (81%) and Borea (64%).", *claims) == [
            "'64%' seems to be exchanged with the value of 'b', '81%': 'Alba' stands nearer to '81%'",
            "'81%' seems to be exchanged with the value of 'a', '64%': 'Alba' stands nearer to '81%'",
        ]

    def test_of_several_conditions_the_exchanged_one_is_told(self, make: Make) -> None:
        claims = (
            {"value": "81%", "conditions": {"data": "cats", "shots": "32 shots"}},
            {"value": "64%", "conditions": {"data": "cats", "shots": "5 shots"}},
        )
        named = [{"id": name, **claim} for name, claim in zip("ab", claims, strict=True)]
        (quote,) = make("On cats, it has 81% with 5 shots and 64% with 32 shots.", *named).papers[0].quotes
        found = list(registry()["mention-elsewhere"].check(quote))
        assert [each.field for each in found] == ["conditions", "conditions"]
        assert [each.message.partition(":")[0] for each in found] == [
            "'32 shots' seems to be exchanged with the conditions of 'b', '5 shots'",
            "'5 shots' seems to be exchanged with the conditions of 'a', '32 shots'",
        ]


class TestNotNamed:
    @staticmethod
    def said(dataset: Dataset) -> list[str]:
        return [found.message for found in found_by(registry()["not-named-in-abstract"], dataset, {})]

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({"subject": "Zymurgy"}, "the abstract does not name the subject 'Zymurgy'."),
            ({"subject": "Alba Zymurgy"}, "the abstract does not name the subject 'Alba Zymurgy'."),
            ({"subject": "Alba of Zymurgy"}, "the abstract does not name 'Zymurgy' of the subject 'Alba of Zymurgy'."),
            ({"subject_as": "the TODO list"}, "the quote does not say 'the TODO list'"),
            # Of a condition only a name of things is surely a name at its beginning.
            ({"conditions": {"setting": "Zymurgy"}}, None),
            ({"conditions": {"model": "Zymurgy"}}, "the abstract does not name 'Zymurgy' of `conditions.model`."),
            (
                {"agg": {"n": "two"}, "conditions": {"model": "Zymurgy"}},
                "the abstract does not name 'Zymurgy' of `conditions.model`.",
            ),
            ({"subject": "X TODO"}, "the abstract does not name the subject 'X TODO'."),
            # A data set is named in the abstract's words, unless another sentence names it.
            ({"dataset": "noisy texts"}, "the abstract does not name 'noisy' of the dataset 'noisy texts'."),
            ({"dataset": "noisy texts", "dataset_from": "context"}, None),
            # what a draft leaves open has a finding of its own
            ({"subject": "TODO: name it"}, None),
            ({"subject_as": "TODO: words"}, None),
        ],
    )
    def test_what_is_missing(self, fields: dict[str, object], message: str | None, make: Make) -> None:
        said = self.said(make("Alba reaches 81%.", {"value": "81%", **fields}))
        assert said == ([] if message is None else [message])

    def test_the_title_may_have_the_name(self) -> None:
        quote = "It reaches 81%."
        claim = "{id: c, kind: result, subject: Zymurgy, subject_as: It, metric: score, value: 81%}"
        file = FILE.format("It reaches").replace("evidence: []", f"evidence: [{{quote: {quote}, claims: [{claim}]}}]")
        for field, told in (("title: The Zymurgy Net", 0), ("url: 'https://example.org/Zymurgy'", 1)):
            assert len(self.said(project([quote], file.replace("name: P", f"name: P, {field}")))) == told

    def test_only_where_the_quote_stands(self) -> None:
        """One file has no abstract, one a quote that stands nowhere; the third is looked at all the same."""
        source = read_source("s.txt", b"Abstract: Alba reaches 81%.")
        digest = source.abstracts[0].digest
        claim = "{id: c, kind: result, subject: Zymurgy, metric: score, value: 81%}"
        loaded = [
            load_claim_file(
                SourceFile(
                    f"{name}.yaml",
                    f"schema: claimcheck/1\npaper: {{id: {name}, name: P, starts: {starts}, abstract: 'sha256:{sha}'}}\n"
                    f"evidence:\n  - quote: {quote}\n    claims:\n      - {claim}\n",
                )
            )
            for name, starts, sha, quote in (
                ("a", "Nobody begins so", "0" * 16, "Alba reaches 81%."),
                ("b", "Alba reaches", digest, "Borea reaches 81%."),
                ("c", "Alba reaches", digest, "Alba reaches 81%."),
            )
        ]
        assert [each.problems for each in loaded] == [(), (), ()]
        found = list(found_by(registry()["not-named-in-abstract"], build([source], loaded), {}))
        assert [each.paper for each in found] == ["c"]


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"setting": "zero-shot"}, None),  # a word with a number in it
        ({"step": "(2) of all"}, None),  # an enumerator
        ({"step": "the third"}, None),
        ({"games": "several"}, None),
        ({"games": "81%"}, None),
        ({"games": "82%"}, "the abstract does not hold the number '82%' of `conditions.games`"),
        ({"games": "81"}, "the abstract does not hold the number '81' of `conditions.games`: the same number with another unit ('81%')"),
        ({"model": "GPT-5"}, "the abstract does not hold the name 'GPT-5' of `conditions.model`"),
        ({"model": "Nova 4o"}, "the abstract does not hold the name 'Nova 4o' of `conditions.model`"),
        ({"model": "Nova (4o)"}, "the abstract does not hold the name '4o' of `conditions.model`"),
        ({"model": " 4o"}, "the abstract does not hold the name '4o' of `conditions.model`"),
        ({"model": "Corvus Olmo-2"}, None),  # it has Olmo 2, if not this one of it
        ({"gas": "H₂O"}, None),
        ({"gas": "of ⑨ kinds"}, "the abstract does not hold the number '⑨' of `conditions.gas`"),
    ],
)  # fmt: skip
def test_number_not_in_abstract(conditions: dict[str, str], message: str | None, make: Make) -> None:
    paper = make("Alba reaches 81% of Olmo 2 in H2O.", {"value": "81%", "conditions": conditions}).papers[0]
    found = [each.message for each in registry()["number-not-in-abstract"].check(paper)]
    assert found == ([] if message is None else [message])


ONE, TWO = "Alba reaches 81% recall on all of the tasks.", "Borea is new."


def project(abstracts: list[str], *files: str, vocabulary: str | None = None) -> Dataset:
    """A project of one source; `{}` in a claim file is the hash of the first abstract."""
    source = read_source("s.txt", "\n\n".join(f"Abstract: {each}" for each in abstracts).encode())
    digest = source.abstracts[0].digest[:16]
    loaded = [load_claim_file(SourceFile(f"p{at}.yaml", file.replace("{}", digest))) for at, file in enumerate(files)]
    known = load_vocabulary(SourceFile("vocabulary.yaml", vocabulary)) if vocabulary is not None else None
    return build([source], loaded, known)


FILE = "schema: claimcheck/1\npaper: {{id: p0, name: P, starts: {}, abstract: 'sha256:{{}}'}}\nevidence: []\n"


class TestAbstractWithoutClaims:
    @staticmethod
    def said(dataset: Dataset) -> list[Finding]:
        return list(registry()["abstract-without-claims"].check(dataset))

    def test_each_is_told_once_wherever_it_stands(self) -> None:
        found = self.said(project([ONE, TWO, TWO], FILE.format("Alba reaches")))
        assert [each.message for each in found] == ["no claim file is about this abstract (Borea is new. …)"]
        assert [marked(each.label) for each in found] == [TWO]

    def test_the_first_eight_words_and_eighty_characters(self) -> None:
        long = "Alba reaches 81% recall on all of the many tasks " * 3 + "here."
        (found,) = self.said(project([long]))
        assert found.message == "no claim file is about this abstract (Alba reaches 81% recall on all of the …)"
        assert marked(found.label) == long[:80]

    @pytest.mark.parametrize(
        ("file", "told"),
        [
            # A file that cannot be read has findings of its own; where it names the abstract, nobody has forgotten it.
            ("starts: Alba reaches 81% recall\n? [", False),
            ("starts: Alba reaches 81%\n? [", True),
            ("abstract: {}\n? [", False),
            ("? [", True),
        ],
    )
    def test_a_file_that_cannot_be_read(self, file: str, told: bool) -> None:
        dataset = project([ONE], file)
        assert dataset.loaded[0].claims is None
        assert bool(self.said(dataset)) is told

    def test_sixteen_digits_of_a_hash_name_an_abstract(self) -> None:
        digest = project([ONE]).abstracts[0].digest
        told = [bool(self.said(project([ONE], f"abstract: {digest[:digits]}\n? ["))) for digits in (15, 16)]
        assert told == [True, False]

    def test_one_that_a_file_names_is_left_out_alone(self) -> None:
        (found,) = self.said(project([ONE, TWO], "starts: Alba reaches 81% recall\n? ["))
        assert marked(found.label) == TWO

    def test_of_several_that_are_meant_none_is_told(self) -> None:
        """Which of them is a question to that file."""
        other = ONE.replace("81%", "82%")
        dataset = project([ONE, other], FILE.format("Alba reaches").replace("{}", "0" * 16))
        assert dataset.papers[0].abstract is None
        assert self.said(dataset) == []

    def test_a_file_that_can_be_read_must_mean_it(self) -> None:
        """That its name or its hash stands somewhere in another file is not enough."""
        assert (
            len(self.said(project([ONE, TWO], FILE.format("Borea is new").replace("P,", "'Alba reaches 81% recall',"))))
            == 1
        )


@pytest.mark.parametrize(
    ("starts", "sha", "help"),
    [
        ("Alba reached 81%", "{}", "The abstract with this file's hash begins: Alba reaches 81% recall on all of the"),
        ("Alba reached 81% recall on all", "0" * 16, "The nearest opening is: Alba reaches 81% recall on all"),
        (
            "Alba reached 81% recall on all of it",
            "0" * 16,
            "The nearest opening is: Alba reaches 81% recall on all of the",
        ),
        (
            "Zymurgy brews beer",
            "0" * 16,
            "Copy the first words of the abstract from its source file; the source must be among the configured sources.",
        ),
    ],
)
def test_abstract_not_found(starts: str, sha: str, help: str) -> None:
    (found,) = registry()["abstract-not-found"].check(project([ONE], FILE.format(starts).replace("{}", sha)))
    assert found.help == help


def test_claims_whose_quotes_are_gone_are_named() -> None:
    claims = ", ".join(f"{{id: {name}, kind: ranking, subject: A, metric: {name}, rank: best}}" for name in "ab")
    evidence = f"evidence: [{{quote: Zymurgy, claims: [{claims}]}}]"
    file = FILE.format("Alba reaches").replace("{}", "0" * 16).replace("evidence: []", evidence)
    (found,) = found_by(registry()["abstract-changed"], project([ONE], file), {})
    assert found.message.endswith("; the quotes of these claims no longer stand in it: a, b")


def test_an_id_of_two_files() -> None:
    """Two folders may each have a file of that name: the later one is told, and both are shown."""
    source = read_source("s.txt", f"Abstract: {ONE}".encode())
    text = FILE.format("Alba reaches").replace("{}", source.abstracts[0].digest)
    dataset = build([source], [load_claim_file(SourceFile(f"{folder}/p0.yaml", text)) for folder in "ab"])
    (found,) = registry()["paper-id"].check(dataset)
    assert found.message == "the id 'p0' is another file's too"
    assert (found.label is not None and found.label.file.path) == "b/p0.yaml"
    assert [label.file.path for label in found.related] == ["a/p0.yaml"]
    assert (found.paper, found.field) == ("p0", "paper.id")


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        ("lba reaches 81% recall", "the quote begins inside a word"),
        ("Alba reaches 81% rec", "the quote ends inside a word"),
        ("lba reaches 8", "the quote begins inside a word and ends inside '81%'"),
    ],
)
def test_quote_cut(quote: str, message: str, make: Make) -> None:
    (cut,) = make(quote, {"value": "81%"}, abstract=ONE).papers[0].quotes
    assert [found.message for found in registry()["quote-cut"].check(cut)] == [message]


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([{}], 1),
        ([{}, {}], 1),
        *(([{}, {field: "when rested"}], 0) for field in ("hedge", "note", "doubt")),
        ([{}, {"conditions": {"when": "rested"}}], 0),
    ],
)
def test_one_claim_with_a_condition_may_say_what_the_quote_leaves_out(
    claims: list[dict[str, object]], told: int, make: Make
) -> None:
    abstract = "Alba outperforms Borea only when it is rested."
    rankings = ({"kind": "ranking", "rank": "outperforms", "baseline": "Borea", **claim} for claim in claims)
    assert len(said("quote-out-of-context", make, "Alba outperforms Borea", *rankings, abstract=abstract)) == told


@pytest.mark.parametrize("ratio", [True, False])
def test_a_share_may_leave_out_of_what_it_is(ratio: bool, make: Make) -> None:
    second = {**FACTOR, "value": "5%"} if ratio else {"value": "5%", "metric": "points"}
    found = said(
        "quote-out-of-context", make, "Alba has 5%", {"value": "5%"}, second, abstract="Alba has 5% of that of Borea."
    )
    assert len(found) == (not ratio)


@pytest.mark.parametrize(("kinds", "told"), [(["count"], 0), (["size"], 0), (["result"], 1), (["count", "result"], 1)])
def test_what_is_only_asked(kinds: list[str], told: int, make: Make) -> None:
    """What is counted stands there, whatever is asked of it."""
    claims = ({"kind": kind, "value": "5"} for kind in kinds)
    assert (
        len(said("quote-out-of-context", make, "Is Alba best of 5 cats", *claims, abstract="Is Alba best of 5 cats?"))
        == told
    )


def test_a_quote_cut_at_its_end_alone(make: Make) -> None:
    """A number that begins the abstract is not what it cuts."""
    assert said("quote-cut", make, "Alba reach", abstract="81% of all is what Alba reaches.") == [
        "the quote ends inside a word"
    ]


class TestUnaccountedNumber:
    @staticmethod
    def said(dataset: Dataset) -> list[str]:
        return [found.message for found in registry()["unaccounted-number"].check(dataset.papers[0])]

    def test_the_numbers_of_a_sentence_with_a_defect_wait(self, make: Make) -> None:
        """Those of the sentence, from its first to its last, and no others; one defect of several claims is enough."""
        quote = "6 cats, 7 dogs, cows 8"
        text = f"First 5 pigs. Then {quote}. We saw 9 hens."
        true, wrong = {"id": "a", "value": "7"}, {"id": "b", "value": "17", "metric": "cats"}
        (paper,) = make(quote, true, wrong, abstract=text).papers
        told = {("value-not-in-quote", "b")}
        found = [(marked(each.source), set(each.unless)) for each in registry()["unaccounted-number"].check(paper)]
        assert found == [("5", set()), ("6", told), ("8", told), ("9", set())]
        (paper,) = make(quote, true, abstract=text).papers
        found = [(marked(each.source), set(each.unless)) for each in registry()["unaccounted-number"].check(paper)]
        assert found == [("5", set()), ("6", set()), ("8", set()), ("9", set())]

    def test_the_numbers_of_a_quote_that_nearly_stands_there_wait(self, make: Make) -> None:
        text = "We saw 9 hens. There we have met 6 old cats, 7 small dogs and 8 good cows."
        claim = {"id": "a", "value": "7"}
        (paper,) = make("There we have met 6 old cats, 7 small dags and 8 good cows.", claim, abstract=text).papers
        found = [(marked(each.source), each.unless) for each in registry()["unaccounted-number"].check(paper)]
        told = {("quote-not-verbatim", "a"), ("quote-cut", "a")}
        assert found == [("9", set()), ("6", told), ("7", told), ("8", told)]

    def test_the_words_around(self, make: Make) -> None:
        """Two words before and three behind, and of long ones what stands near."""
        text = "Here we all read 81% of the many long books, " + "x" * 60 + " 82% " + "y" * 60
        first, second = self.said(make("Here", {"kind": "ranking", "rank": "best"}, abstract=text))
        assert first.endswith("'all read 81% of the many'")
        assert second.endswith(f"'{'x' * 39} 82% {'y' * 39}'")
        (only,) = self.said(make("Here", {"kind": "ranking", "rank": "best"}, abstract="Here we read 81%."))
        assert only.endswith("'we read 81%.'")
        (only,) = self.said(make("Read", {"kind": "ranking", "rank": "best"}, abstract="Read 81% of it."))
        assert only.endswith("'Read 81% of it.'")
        (only,) = self.said(make("81%", {"kind": "ranking", "rank": "best"}))
        assert only == "'81%' of the abstract is not accounted for: '81%'"

    def test_a_quote_that_is_nowhere(self, make: Make) -> None:
        """Nobody can tell what should wait."""
        claim = {"kind": "ranking", "rank": "best"}
        assert len(self.said(make("zymurgy", claim, abstract="Alba reaches 81%."))) == 1


class TestUnusedNotClaim:
    TEXT = (
        "We run Olmo 3 models, Olmo [3,4], dos v², our (all 5 tests), the Big Five, 80% of Bolt, 3 runs, 10,000 songs, two songs, "
        "the 7B model, Top 4 and 2024-05 double here, "
        "with 24 HOURS-Set tests, 15 SLM--LRM pairs and hundreds Olmo."
    )

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("Olmo 3", None),
            ("Big Five", None),
            ("7B model", None),
            ("Top 4", None),
            ("here", "the name 'here' holds no number, so it excuses nothing"),
            ("80% of Bolt", "'80% of Bolt' is a number, no name"),  # with a unit
            ("10,000 songs", "'10,000 songs' is a number, no name"),  # with a separator
            ("2024-05", "'2024-05' is a number, no name"),  # without a letter
            ("3 runs", "'3 runs' is a count, no name"),
            ("two songs", "'two songs' is a count, no name"),
            ("two", "'two' is a count, no name"),
            ("24 HOURS-Set", None),  # a name may begin with a number
            ("15 SLM", "'15 SLM' is a count, no name: it goes on '15 SLM–LRM pairs'"),
            (" 15 SLM ", "'15 SLM' is a count, no name: it goes on '15 SLM–LRM pairs'"),
            ("hundreds Olmo", None),
            ("double", None),  # which may be a number
            ("Olmo [3,4]", None),  # with what it cites
            ("dos v²", None),  # it holds a number, though none that is read
            ("our (all 5 tests)", "'our (all 5 tests)' is a count, no name"),
        ],
    )
    def test_names(self, name: str, message: str | None) -> None:
        file = FILE.format("We run Olmo").replace("evidence", f"names: ['{name}']\nevidence")
        (paper,) = project([self.TEXT], file).papers
        assert [found.message for found in registry()["unused-not-claim"].check(paper)] == (
            [] if message is None else [message]
        )

    def test_a_name_beside_a_claimed_number(self) -> None:
        claim = "{id: c, kind: count, subject: Alba, metric: cats, value: 3, mention: 3 cats}"
        evidence = (
            f"evidence:\n  - quote: Alba has 3 cats\n    claims: [{claim}]\n"
            "not_claims: [{text: 3 cats with GPT-4, why: all}]\n"
        )
        file = FILE.format("Alba has").replace("evidence: []\n", evidence)
        (paper,) = project(["Alba has 3 cats with GPT-4 here."], file).papers
        (found,) = registry()["unused-not-claim"].check(paper)
        assert found.message == (
            "the numbers in '3 cats with GPT-4' are accounted for already (claimed by c, name), so it excuses nothing"
        )

    def test_without_an_abstract_nothing_is_said(self) -> None:
        file = FILE.format("Nobody begins so").replace("evidence", "names: [Olmo 3]\nevidence")
        (paper,) = project([self.TEXT], file.replace("{}", "0" * 16)).papers
        assert paper.abstract is None
        assert list(registry()["unused-not-claim"].check(paper)) == []

    def test_by_what_numbers_are_accounted_for(self) -> None:
        """In the order of the letters."""
        claims = ", ".join(
            f"{{id: {name}, kind: count, subject: We, metric: {name}, value: '{value}', mention: '{mention}'}}"
            for name, value, mention in (("c", "80%", "80% of"), ("b", "3", "3 runs"), ("a", "10,000", "10,000 songs"))
        )
        words = "80% of Bolt, 3 runs, 10,000 songs"
        evidence = (
            f"evidence:\n  - quote: {words}\n    claims: [{claims}]\nnot_claims: [{{text: '{words}', why: all}}]\n"
        )
        (paper,) = project([self.TEXT], FILE.format("We run Olmo").replace("evidence: []\n", evidence)).papers
        assert [found.message for found in registry()["unused-not-claim"].check(paper)] == [
            f"the numbers in '{words}' are accounted for already (claimed by a, claimed by b, claimed by c), so it excuses nothing"
        ]


class TestVocabulary:
    TEXT = (
        "schema: claimcheck-vocabulary/1\n"
        "models: [{name: BookMIAX}]\n"
        "metrics: [{name: win rate, unit: '%', better: higher}, {name: token count, unit: tokens},"
        " {name: depth, unit: m}, {name: share, unit: percent}, {name: pace, unit: per 7 days}, {name: plain word}]\n"
    )

    def said(self, rule: str, *claims: str) -> list[str]:
        text = "Alba reaches 81% and 12 and 81 here."
        lines = "\n".join(f"      - {claim}" for claim in claims)
        file = FILE.format("Alba reaches").replace(
            "evidence: []", f"evidence:\n  - quote: {text}\n    claims:\n{lines}"
        )
        dataset = project([text], file, vocabulary=self.TEXT)
        assert [each.problems for each in dataset.loaded] == [()]
        return [found.message for found in found_by(registry()[rule], dataset, {})]

    @pytest.mark.parametrize(
        ("field", "told"),
        [("subject: BookMEAX", 1), ("baseline: BookMEAX", 1), ("dataset: BookMEAX", 1), ("metric: win rates", 1), ("metric: BookMEAX", 0)],
    )  # fmt: skip
    def test_names_that_are_almost_known(self, field: str, told: int) -> None:
        fields = {"subject": "Alba", "metric": "win rate", "value": "81%"}
        name, _, value = field.partition(": ")
        fields[name] = value
        claim = ", ".join(f"{each}: '{said}'" for each, said in fields.items())
        assert len(self.said("unknown-name", f"{{id: c, kind: result, {claim}}}")) == told

    def test_a_file_without_an_abstract_is_left_out_alone(self) -> None:
        claim = "{id: c, kind: ranking, subject: BookMEAX, metric: win rate, rank: best}"
        file = FILE.format("Alba reaches").replace("evidence: []", f"evidence: [{{quote: Alba, claims: [{claim}]}}]")
        files = file.replace("{}", "0" * 16).replace("Alba reaches", "Nobody"), file.replace("id: p0", "id: p1")
        dataset = project([ONE], *files, vocabulary=self.TEXT)
        assert [found.paper for found in registry()["unknown-name"].check(dataset)] == ["p1"]

    def test_it_is_no_claim_file(self) -> None:
        assert list(registry()["schema"].check(load_vocabulary(SourceFile("vocabulary.yaml", self.TEXT)))) == []

    def test_two_names_are_held_apart_by_an_abstract_that_is_there(self) -> None:
        vocabulary = "schema: claimcheck-vocabulary/1\nmodels: [{name: Alba, aliases: [Borea]}]\n"
        lost, file = FILE.format("Nobody").replace("{}", "0" * 16), FILE.format("Alba beats").replace("p0", "p1")
        files = lost, file, file.replace("p1", "p2")  # the first that does so is enough
        found = registry()["vague-alias"].check(project(["Alba beats Borea."], *files, vocabulary=vocabulary))
        assert [each.paper for each in found] == ["p1"]

    def test_each_claim_is_told(self) -> None:
        claim = "{{id: {}, kind: result, subject: BookMEAX, metric: win rate, value: 81%}}"
        assert len(self.said("unknown-name", claim.format("a"), claim.format("b"))) == 2

    @pytest.mark.parametrize(
        ("claim", "message"),
        [
            ("metric: win rate, value: 81%", None),
            ("metric: win rate, value: '81'", "'81' is not in the unit that the vocabulary has for 'win rate', '%'"),
            ("metric: token count, value: '12'", None),  # a noun is no part of the number
            ("metric: token count, value: 81%", "'81%' is not in the unit that the vocabulary has for 'token count', 'tokens'"),
            ("metric: plain word, value: 81%", None),
            ("metric: share, value: 81%", None),
            ("metric: share, value: '12'", "'12' is not in the unit that the vocabulary has for 'share', 'percent'"),
            ("metric: pace, value: '12'", None),
            ("metric: depth, value: '12'", "'12' is not in the unit that the vocabulary has for 'depth', 'm'"),  # no million either
            ("metric: win rate, value: the best", None),
            ("metric: win rate, value: 81%, baseline: Borea, baseline_value: '12'", "'12' is not in the unit that the vocabulary has for 'win rate', '%'"),
            (
                "metric: win rate, value: the best, baseline: Borea, baseline_value: '12'",
                "'12' is not in the unit that the vocabulary has for 'win rate', '%'",
            ),
            (
                "metric: token count, value: '12', baseline: Borea, baseline_value: 81%",
                "'81%' is not in the unit that the vocabulary has for 'token count', 'tokens'",
            ),
            ("metric: win rate, better: lower, value: 81%", "`better: lower`, but the vocabulary has 'win rate' with `better: higher`"),
            ("metric: token count, better: lower, value: '12'", None),
        ],
    )  # fmt: skip
    def test_units_and_better(self, claim: str, message: str | None) -> None:
        said = self.said("vocabulary-conflict", f"{{id: c, kind: result, subject: Alba, {claim}}}")
        assert said == ([] if message is None else [message])

    @pytest.mark.parametrize(
        "kind",
        ["ratio, baseline: unstated, change: increase", "delta, baseline: unstated, change: increase, delta: unstated"],
    )
    def test_a_difference_has_a_unit_of_its_own(self, kind: str) -> None:
        assert (
            self.said("vocabulary-conflict", f"{{id: c, kind: {kind}, subject: Alba, metric: win rate, value: '12'}}")
            == []
        )


def test_one_occurrence_of_several_claims(make: Make) -> None:
    """Each claim after the first one is told; claims whose value stands nowhere are not."""
    claims = [
        {"id": name, "value": value, "metric": name}
        for name, value in zip("abcde", ("9", "81%", "8", "81%", "81%"), strict=True)
    ]
    paper = make("Alba reaches 81%.", *claims).papers[0]
    found = list(registry()["occurrence-claimed-twice"].check(paper))
    assert [each.claim for each in found] == ["d", "e"]


class TestNamedInAnotherSentence:
    BEFORE = "We use Borea and Wren. On German pages all is well."

    @classmethod
    def said(cls, make: Make, sentence: str, *claims: dict[str, object]) -> list[str]:
        """What is said of the baseline and the conditions of the first claim."""
        named = [
            {"id": name, **({} if "rank" in claim else {"value": "80%"}), **claim}
            for name, claim in zip("abc", claims, strict=False)
        ]
        dataset = make(sentence, *named, abstract=f"{cls.BEFORE} {sentence}")
        found = found_by(registry()["not-named-in-quote"], dataset, {})
        return [each.message for each in found if each.claim == "a" and each.field in ("baseline", "conditions.pages")]

    @pytest.mark.parametrize(
        ("sentence", "baseline", "told"),
        [
            ("Alba reaches 80%, surpassing Lumen.", ["Borea"], 1),
            ("Alba reaches 80%, surpassing Lumen.", ["Borea", "Wren"], 2),
            ("Alba reaches 80%, surpassing Lumen.", ["unstated"], 0),
            ("Alba reaches 80%, surpassing Lumen.", ["Lumen", "Borea"], 0),
            ("Borea is not what we want to speak of in the end: Alba reaches 80%, surpassing Lumen.", ["Borea", "Wren"], 1),
            ("Alba reaches 80%, surpassing Lumen.", ["Nobody", "Wren"], 1),  # of a name that the abstract has not, another rule tells
            ("Alba reaches 80%, surpassing all.", ["Borea"], 0),
        ],
    )  # fmt: skip
    def test_each_baseline_by_itself(self, sentence: str, baseline: list[str], told: int, make: Make) -> None:
        assert len(self.said(make, sentence, {"baseline": baseline})) == told

    @pytest.mark.parametrize(
        ("conditions", "told"),
        [
            ({"pages": "German"}, 1),
            ({"sets": "Danish", "pages": "German"}, 0),
            ({"sets": "few", "pages": "German"}, 1),  # the first in words of its own
            ({"pages": "not German"}, 0),
            ({"pages": "Danish"}, 0),
            ({"pages": "in all"}, 0),
        ],
    )
    def test_each_condition_by_itself(self, conditions: dict[str, str], told: int, make: Make) -> None:
        sentence = "On Danish pages, Alba reaches 80%."
        other = {"conditions": {"pages": "Danish"}, "kind": "ranking", "rank": "best"}
        assert len(self.said(make, sentence, {"conditions": conditions}, other)) == told
