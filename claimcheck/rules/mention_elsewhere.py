"""CC208 mention-elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.asides import asides
from claimcheck.matching.attach import Exchange, exchanges
from claimcheck.matching.brackets import behind_another
from claimcheck.matching.held_against import held_against_another
from claimcheck.matching.measures import Measures
from claimcheck.matching.neighbours import at_neighbours
from claimcheck.matching.siblings import of_siblings
from claimcheck.rules.base import finding, rule


@rule("CC208", scope="quote", severity="warning")
def mention_elsewhere(quote: QuoteInContext) -> Iterator[Finding]:
    """The words nearest to the number belong to another claim: two numbers of the quote seem to be swapped.

    Value and mention can both be those of another claim, and each still stands in the quote. What a claim says of itself
    (metric, data set, subject, conditions) stands near its own number in the sentence; where the numbers of two claims,
    exchanged, would stand clearly nearer to their claims' words, they were probably swapped. The same holds for the value
    and the baseline value of one claim, and for a field (subject, metric, data set, conditions) by which alone two claims would be
    exchanged. And it holds for one claim alone, where its field stands word for word at another number of the sentence, and at
    its own something else in the same way (a subject in any): behind it, in its brackets, as what its clause is about, or at its place in a list;
    a metric, right behind it ("66% recall") or before "by" ("recall by 5%").
    Of one family of names ("Llama-7B", "Llama-13B"), and of the subjects and data sets of one file, the one that the clause is
    about, or that the number is on, has it; and a difference is from what it is held against ("12% over Lumen", "outperforms Lumen by
    12%"). And what the sentence has only beside what it states is not what its number is of:
    what was outperformed, what another was built on, what was trained on and not tested on, what was but a target.

    Flagged: "improves by 18.8% on BookMIA and by 7.6% on AIME" and `dataset: AIME`, `value: 18.8%`.

    Clean: `dataset: AIME`, `value: 7.6%`, `mention: by 7.6% on AIME`.
    """
    exchanged = exchanges(quote)
    told: set[str | None] = {claim.id for each in exchanged for claim in (each.first, each.second)}
    for of_one_claim in (_in_brackets, _at_neighbours, _set_aside, _of_siblings, _held_against):
        found = [each for each in of_one_claim(quote) if each.claim not in told]
        told |= {each.claim for each in found}
        yield from found
    for each in exchanged:
        if each.field != "value":
            yield from _of_field(each)
            continue
        first, second = each.first, each.second
        numbers = first.paper.numbers
        mine, theirs = numbers[each.first_at].text, numbers[each.second_at].text
        inside = first is second
        for claim, other in ((first, second),) if inside else ((first, second), (second, first)):
            assert claim.value is not None
            own, others = (mine, theirs) if claim is first else (theirs, mine)
            at, other_at = (each.first_at, each.second_at) if claim is first else (each.second_at, each.first_at)
            whose = "the baseline value" if inside else f"the value of '{other.id}'"
            yield finding(
                f"'{own}' seems to be exchanged with {whose}, '{others}': {each.why}",
                claim.label(claim.value.scalar),
                help="Read the sentence again: give each claim the number that its own words stand at. If it is right, waive this with the reason.",
                source=claim.paper.number_label(at),
                related=(claim.paper.number_label(other_at, "the other number"),),
                paper=claim.paper.id,
                claim=claim.id,
                field="value",
            )


def _in_brackets(quote: QuoteInContext) -> Iterator[Finding]:
    """A claim alone can show it: its value stands in the brackets behind another's name."""
    for claim in quote.claims:
        found = behind_another(claim)
        if found is not None and claim.value is not None:
            own, other = claim.value.scalar.text, claim.paper.numbers[found.other].text
            yield finding(
                f"'{own}' stands in brackets behind '{found.name}', and '{other}' behind '{claim.claim.subject.text}'",
                claim.label(claim.value.scalar),
                help="Give the claim the number that stands at its subject. If it is right, waive this with the reason.",
                source=claim.paper.number_label(found.other),
                paper=claim.paper.id,
                claim=claim.id,
                field="value",
            )


def _at_neighbours(quote: QuoteInContext) -> Iterator[Finding]:
    """A claim alone can show it: its field stands at another number, where something else stands at its own."""
    for each in at_neighbours(quote):
        if each.field == "metric" and Measures(quote.sentence).against(each.claim, each.at) is not None:
            continue  # metric-contradicted tells it
        own, other = (each.claim.paper.numbers[at].text for at in (each.at, each.other))
        how = "the lists pair" if each.listed else "the sentence has"
        message = f"{how} '{each.scalar.text}' with '{other}', and '{each.own}' with '{own}'"
        yield _of_one(each.claim, each.field, each.scalar, message, each.other, each.at)


def _of_siblings(quote: QuoteInContext) -> Iterator[Finding]:
    """A claim alone can show it: its number is that of another of one family of names."""
    for each in of_siblings(quote):
        message = f"the sentence has '{_value(each.claim)}' of '{each.name}', not of '{each.scalar.text}'"
        yield _of_one(each.claim, each.field, each.scalar, message, each.claim.value_at)


def _held_against(quote: QuoteInContext) -> Iterator[Finding]:
    """A claim alone can show it: its difference is one from something else than its baseline."""
    for each in held_against_another(quote):
        message = f"'{_value(each.claim)}' is held against '{each.phrase}', and not against '{each.baseline.text}'"
        yield _of_one(each.claim, "baseline", each.baseline, message, each.claim.value_at)


def _set_aside(quote: QuoteInContext) -> Iterator[Finding]:
    """A claim alone can show it: the sentence has its field beside what it states."""
    for each in asides(quote):
        message = f"'{_value(each.claim)}' is not said of '{each.scalar.text}': the sentence has it as '{each.mark}'"
        yield _of_one(each.claim, each.field, each.scalar, message, each.claim.value_at)


def _value(claim: ClaimInContext) -> str:
    """A claim's value as the abstract writes it."""
    assert claim.value_at is not None
    return claim.paper.numbers[claim.value_at].text


def _of_one(
    claim: ClaimInContext, field: str, scalar: Scalar, message: str, at: int | None, own: int | None = None
) -> Finding:
    """What one claim alone shows of a field, at a number of the abstract; `own` is that of the claim, if that is another."""
    assert at is not None
    return finding(
        message,
        claim.label(scalar),
        help="Give the claim what stands at its own number. If it is right, waive this with the reason.",
        source=claim.paper.number_label(at),
        related=(claim.paper.number_label(own, "the number of the claim"),) if own is not None else (),
        paper=claim.paper.id,
        claim=claim.id,
        field=field,
    )


def _of_field(exchange: Exchange) -> Iterator[Finding]:
    """A field that two claims seem to have exchanged, while their numbers stand where they belong."""
    name = exchange.field
    for claim, other in ((exchange.first, exchange.second), (exchange.second, exchange.first)):
        scalar, theirs = _scalar(claim, name), _scalar(other, name)
        at = exchange.first_at if claim is exchange.first else exchange.second_at
        yield finding(
            f"'{scalar.text}' seems to be exchanged with the {name.partition('.')[0]} of '{other.id}', '{theirs.text}': {exchange.why}",
            claim.label(scalar),
            help="Read the sentence again: the other words of the claim stand at its number, and these at the other's. "
            "If it is right, waive this with the reason.",
            source=claim.paper.number_label(at),
            paper=claim.paper.id,
            claim=claim.id,
            field=name.partition(".")[0],
        )


def _scalar(claim: ClaimInContext, name: str) -> Scalar:
    said = claim.claim
    if name in ("subject", "metric"):
        return said.subject if name == "subject" else said.metric
    if name == "dataset":
        return said.dataset[0]
    return next((value for key, value in said.conditions if name == f"conditions.{key.text}"), said.conditions[0][1])
