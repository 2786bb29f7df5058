"""The model of the two file formats, claims and vocabulary: the one place where a field is defined, by hand.

The JSON Schemas are generated from it. It is imported to write them and to explain a file that does not fit; a clean
run checks the files against the schemas alone. Titles, descriptions and examples are what editors show.

claimcheck reads every scalar as text. An editor does not: for it `17.3` and `400` are numbers and `true` is a boolean.
So that editors accept what claimcheck accepts, the schemas allow numbers and booleans where the model says text. None
is what an absent field has; a file holds no null.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationInfo, WithJsonSchema, field_validator
from pydantic_core import PydanticCustomError

SLUG_PATTERN: Final = "^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$"
IDENTITY_PATTERN: Final = "^sha256:[0-9a-f]{16,64}$"
DATE_PATTERN: Final = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
NOT_BLANK_PATTERN: Final = "[^ \\t\\r\\n]"

KINDS: Final = ("result", "delta", "ratio", "count", "size", "ranking")

NEEDED_BY_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    "result": ("value",),
    "delta": ("value", "baseline", "change", "delta"),
    "ratio": ("value", "baseline", "change"),
    "count": ("value",),
    "size": ("value",),
    "ranking": ("rank",),
}
"""The fields that a claim of a kind must have, besides those that every claim has."""

ONLY_FOR_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "value": ("result", "delta", "ratio", "count", "size"),
    "baseline_value": ("result", "delta", "ratio", "count", "size"),
    "delta": ("delta",),
    "rank": ("ranking",),
}
"""The fields that make sense for some kinds alone."""


def _conditions_by_kind() -> list[dict[str, Any]]:
    """The two tables above as JSON Schema."""
    conditions = []
    for kind in KINDS:
        then: dict[str, Any] = {"required": list(NEEDED_BY_KIND[kind])}
        if senseless := {name: False for name, kinds in ONLY_FOR_KINDS.items() if kind not in kinds}:
            then["properties"] = senseless
        conditions.append({"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then})
    return conditions


def _one_or_several(value: object) -> str | None:
    """Which branch of `Texts` a value belongs to; neither is one error."""
    if isinstance(value, str):
        return "(one text)"
    return "(list of texts)" if isinstance(value, list) else None


def _typed(**constraints: Any) -> WithJsonSchema:
    """The JSON Schema of a text as an editor's YAML parser may type it (see the module's docstring)."""
    return WithJsonSchema({"type": ["string", "number", "boolean"], **constraints})


AnyText = Annotated[str, _typed()]
Text = Annotated[str, Field(min_length=1, pattern=NOT_BLANK_PATTERN), _typed(minLength=1, pattern=NOT_BLANK_PATTERN)]
Slug = Annotated[str, Field(pattern=SLUG_PATTERN), _typed(pattern=SLUG_PATTERN)]
Date = Annotated[str, Field(pattern=DATE_PATTERN)]
Extra = dict[str, Any]
"""What a project says besides; its own schema describes it (`claimcheck.claims.extra.schema`)."""
SeveralTexts = Annotated[list[Text], Field(min_length=1)]
Texts = Annotated[
    Annotated[Text, Tag("(one text)")] | Annotated[SeveralTexts, Tag("(list of texts)")], Discriminator(_one_or_several)
]


class _Model(BaseModel):
    """Strict: no field but those named, no value converted."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Paper(_Model):
    """The paper that the file is about, and which abstract it is."""

    id: Slug = Field(
        title="Identifier",
        description="Names the paper in this project. The same as the file's name without its ending.",
        examples=["rlve", "olmo-3"],
    )
    name: Text = Field(
        title="Name", description="The work's name, as tables print it.", examples=["RLVE", "Olmo Hybrid"]
    )
    starts: Text = Field(
        title="Opening words",
        description="The abstract's first words, as many as it takes to name one abstract among all sources.",
        examples=["We introduce Reinforcement Learning (RL) with Adaptive"],
    )
    abstract: str = Field(
        pattern=IDENTITY_PATTERN,
        title="Identity of the abstract",
        description=(
            "'sha256:' and at least the first 16 hexadecimal digits of the SHA-256 of the abstract's text "
            "(UTF-8, Unicode NFC, every run of white space one space, trimmed)."
        ),
        examples=["sha256:4444a089ad686816"],
    )
    title: Text | None = Field(
        default=None, title="Title", description="The paper's full title. Not checked.", examples=["A Study of Things"]
    )
    authors: Texts | None = Field(
        default=None,
        title="Authors",
        description="One text, or a list of names. Not checked.",
        examples=["Doe and Roe", ["Jane Doe", "Richard Roe"]],
    )
    year: Text | None = Field(
        default=None, title="Year", description="The year of publication. Not checked.", examples=["2025"]
    )
    url: Text | None = Field(
        default=None,
        title="URL",
        description="Where the paper can be read. Not checked.",
        examples=["https://example.org/paper"],
    )
    doi: Text | None = Field(
        default=None, title="DOI", description="The digital object identifier. Not checked.", examples=["10.1000/182"]
    )
    arxiv: Text | None = Field(
        default=None, title="arXiv number", description="The arXiv identifier. Not checked.", examples=["2501.01234"]
    )
    released: Text | None = Field(
        default=None, title="Released", description="The day of release. Not checked.", examples=["2025-01-31"]
    )
    extra: Extra | None = Field(
        default=None,
        title="Extra fields",
        description=(
            "The project's own fields, described by its own JSON Schema (extra-schema in pyproject.toml). Their numbers "
            "stand in the abstract, unless that schema says that they are free."
        ),
        examples=[{"venue": "a workshop"}],
    )


class Agg(_Model):
    """How the number was aggregated: over how many of what."""

    model_config = ConfigDict(title="Aggregation")

    how: Literal["mean", "median", "max", "min", "range", "total"] | None = Field(
        default=None,
        title="How",
        description="How several numbers became this one. 'range' where the value spans the lowest and the highest.",
        examples=["mean", "max"],
    )
    n: Text | None = Field(
        default=None,
        title="Number",
        description="Over how many, as the abstract writes it.",
        examples=["six", "12"],
    )
    of: Text | None = Field(
        default=None,
        title="Of what",
        description="What was aggregated over.",
        examples=["reasoning benchmarks", "settings"],
    )


class Waiver(_Model):
    """A finding that is accepted for this claim."""

    rule: Text = Field(
        title="Rule",
        description="The rule whose finding is accepted, by name or code.",
        examples=["delta-without-cue", "CC502"],
    )
    reason: AnyText | None = Field(
        default=None,
        title="Reason",
        description="Required: why the finding is accepted, so that a stranger agrees. Without it nothing is waived.",
        examples=["the sentence before says that points are meant"],
    )
    until: Date | None = Field(
        default=None,
        title="Until",
        description="The last day on which the waiver holds, as YYYY-MM-DD.",
        examples=["2026-12-31"],
    )


class Claim(_Model):
    """One metric that the quoted sentence states."""

    model_config = ConfigDict(
        validate_default=True,
        json_schema_extra={
            "allOf": _conditions_by_kind(),  # type: ignore[dict-item]  # lists are invariant
            "dependentRequired": {"baseline_value": ["baseline"]},
        },
    )

    id: Slug = Field(
        title="Identifier",
        description="Names the claim in this file; with the paper's identifier before it, in the project.",
        examples=["gain", "win-rate"],
    )
    kind: Literal["result", "delta", "ratio", "count", "size", "ranking"] = Field(
        title="Kind",
        description=(
            "'result': a measured value. 'delta': a difference from a baseline. 'ratio': a factor (3x, 3-5x). "
            "'count': how many of something. 'size': parameters, tokens, samples. "
            "'ranking': an outcome stated without a number (outperforms, matches, strongest)."
        ),
        examples=["delta", "result"],
    )
    subject: Text = Field(
        title="Subject", description="What the claim is about: the system, model or data set.", examples=["RLVE", "Pep"]
    )
    metric: Text = Field(
        title="Metric",
        description="What was measured; for a count or a size, what is counted.",
        examples=["reasoning benchmark score", "win rate", "environments"],
    )
    value: Text | None = Field(
        default=None,
        title="Value",
        description=(
            "The number, whole and as the source writes it: with its unit, suffix, sign, words such as 'up to', "
            "and both ends of a range. Needed for every kind but 'ranking'."
        ),
        examples=["79.6%", "39-62%", "~10K", "up to 8.0%", "over 3x", "six"],
    )
    rank: Literal["outperforms", "matches", "underperforms", "best", "not-best"] | None = Field(
        default=None,
        title="Rank",
        description="The outcome of a comparison without a number. Needed for, and only for, the kind 'ranking'.",
        examples=["outperforms", "best"],
    )
    baseline: Texts | None = Field(
        default=None,
        title="Baseline",
        description=(
            "What the subject is compared with, or a list of several; 'unstated' where the source names none. "
            "Needed for the kinds 'delta' and 'ratio'."
        ),
        examples=["LLM-as-a-Judge baselines", "unstated", ["Llama 3.1", "Qwen 2.5"]],
    )
    baseline_value: Text | None = Field(
        default=None,
        title="Baseline's value",
        description="The baseline's own number, as the source writes it. Needs 'baseline'.",
        examples=["68.5%", "17.3"],
    )
    change: Literal["increase", "decrease"] | None = Field(
        default=None,
        title="Change",
        description="Which way the number moves from the baseline. Needed for the kinds 'delta' and 'ratio'.",
        examples=["increase"],
    )
    delta: Literal["absolute", "relative", "unstated"] | None = Field(
        default=None,
        title="Type of difference",
        description=(
            "'absolute': percentage points, or units. 'relative': a share of the baseline's value. Both need a cue in "
            "the source; without one it is 'unstated'. Needed for, and only for, the kind 'delta'."
        ),
        examples=["unstated", "absolute"],
    )
    dataset: Texts | None = Field(
        default=None,
        title="Data set",
        description="The benchmark or data set measured on, or a list of several.",
        examples=["BookMIA", ["MATH", "AIME"]],
    )
    better: Literal["higher", "lower"] | None = Field(
        default=None,
        title="Better",
        description="Which values of the metric are the better ones; may come from the vocabulary.",
        examples=["higher"],
    )
    agg: Agg | None = Field(
        default=None,
        title="Aggregation",
        description="How the number was aggregated, over how many of what.",
        examples=[{"how": "mean", "n": "six", "of": "reasoning benchmarks"}],
    )
    conditions: dict[str, Text] | None = Field(
        default=None,
        title="Conditions",
        description="Under what conditions the claim holds (setting, model, budget, task): names and texts, both free.",
        examples=[{"training environments": "400"}],
    )
    mention: Text | None = Field(
        default=None,
        title="Mention",
        description=(
            "The words around the number, verbatim, found once in the quote, with this claim's value and no other's. "
            "Needed where the quote holds another quantity of the same unit."
        ),
        examples=["yields a 3.37% absolute average improvement"],
    )
    subject_as: Text | None = Field(
        default=None,
        title="Subject as written",
        description="The words by which the quote names the subject, where they differ.",
        examples=["our method"],
    )
    dataset_from: Literal["context"] | None = Field(
        default=None,
        title="Data set from",
        description="'context' where the data set is named outside the quote.",
        examples=["context"],
    )
    hedge: Text | None = Field(
        default=None,
        title="Hedge",
        description="The words that weaken the claim, as the source writes them.",
        examples=["can lead to"],
    )
    doubt: Text | None = Field(
        default=None,
        title="Doubt",
        description="What the source leaves unclear.",
        examples=["relative or absolute is not said"],
    )
    note: Text | None = Field(
        default=None, title="Note", description="A remark for readers.", examples=["stated for the base model alone"]
    )
    waive: list[Waiver] | None = Field(
        default=None,
        title="Waivers",
        description="Findings that are accepted for this claim, each with its reason.",
        examples=[[{"rule": "delta-without-cue", "reason": "the sentence before says that points are meant"}]],
    )
    extra: Extra | None = Field(
        default=None,
        title="Extra fields",
        description=(
            "The project's own fields, described by its own JSON Schema (extra-schema in pyproject.toml). Their numbers "
            "stand in the abstract, unless that schema says that they are free."
        ),
        examples=[{"hardware": "a consumer GPU"}],
    )

    @field_validator("value", "rank", "baseline", "baseline_value", "change", "delta", mode="after")
    @classmethod
    def _fits_the_kind(cls, value: object, info: ValidationInfo) -> object:
        """Holds the two tables; says nothing where the kind itself is wrong."""
        kind, name = info.data.get("kind"), str(info.field_name)
        if kind is None:
            return value
        if value is None and name in NEEDED_BY_KIND[kind]:
            raise PydanticCustomError("needed_by_kind", "a claim of kind '{kind}' needs it", {"kind": kind})
        if value is not None and kind not in ONLY_FOR_KINDS.get(name, KINDS):
            raise PydanticCustomError("not_for_kind", "a claim of kind '{kind}' has none", {"kind": kind})
        return value

    @field_validator("baseline_value", mode="after")
    @classmethod
    def _has_a_baseline(cls, value: object, info: ValidationInfo) -> object:
        """A baseline that is itself wrong is not in the data, and has its own error."""
        if value is not None and info.data.get("baseline", "") is None:
            raise PydanticCustomError("needs_baseline", "needs 'baseline'")
        return value


class Evidence(_Model):
    """A sentence of the abstract, and what it states."""

    quote: Text = Field(
        title="Quote",
        description=(
            "The sentence, verbatim. White space, line breaks, the form of dashes and quotation marks and LaTeX markup "
            "may differ; a letter, a digit, a sign or a decimal point may not."
        ),
        examples=["FLIP outperforms LLM-as-a-Judge baselines by an average of 79.6%."],
    )
    claims: list[Claim] = Field(
        min_length=1,
        title="Claims",
        description="The claims that rest on this quote, one for every stated metric.",
    )


class NotClaim(_Model):
    """A number of the abstract that is no claim."""

    model_config = ConfigDict(title="Not a claim")

    text: Text = Field(
        title="Text",
        description="Words of the abstract, verbatim, that hold the number.",
        examples=["two key metrics"],
    )
    why: Text = Field(
        title="Why",
        description="Why this number is no claim, so that a stranger agrees.",
        examples=["counts the paper's own list"],
    )


class Relation(_Model):
    """An equation between claims of this file."""

    id: Slug | None = Field(
        default=None, title="Identifier", description="Names the relation in findings.", examples=["prompts"]
    )
    expr: Text = Field(
        title="Expression",
        description="Arithmetic over claims' identifiers and numbers, with one '='; it must hold within rounding.",
        examples=["prompts = 3 * templates * issues"],
    )
    why: Text | None = Field(
        default=None,
        title="Why",
        description="Why the equation should hold.",
        examples=["three phrasings of each template"],
    )


class ClaimFile(_Model):
    """What one paper's abstract claims, with the sentence that each claim rests on."""

    model_config = ConfigDict(title="Claims of one paper (claimcheck/1)")

    # `schema` is taken by pydantic's base class.
    format: Literal["claimcheck/1"] = Field(
        alias="schema",
        title="Format",
        description="The file's format and its version.",
        examples=["claimcheck/1"],
    )
    paper: Paper = Field(title="Paper", description="The paper, and which abstract it is.")
    evidence: list[Evidence] = Field(
        title="Evidence", description="The quoted sentences of the abstract, each with the claims that rest on it."
    )
    names: list[Text] | None = Field(
        default=None,
        title="Names",
        description="Proper names in the abstract that hold digits; their digits are no numbers.",
        examples=[["Olmo 3"]],
    )
    not_claims: list[NotClaim] | None = Field(
        default=None,
        title="Not claims",
        description="The abstract's numbers that are no claims, each with its reason.",
        examples=[[{"text": "two key metrics", "why": "counts the paper's own list"}]],
    )
    relations: list[Relation] | None = Field(
        default=None,
        title="Relations",
        description="Equations between claims that must hold over the rounding intervals of what is written.",
        examples=[[{"id": "prompts", "expr": "prompts = 3 * templates * issues"}]],
    )


class Entry(_Model):
    """One thing, and all its spellings."""

    name: Text = Field(
        title="Name", description="The name that tables and comparisons use.", examples=["Tülu 3", "AIME"]
    )
    aliases: list[Text] | None = Field(
        default=None,
        title="Aliases",
        description="Other spellings of the same, as sources write them.",
        examples=[["Tulu 3", 'T\\"ULU 3']],
    )


class Metric(Entry):
    """One metric, all its spellings, and how to read it."""

    better: Literal["higher", "lower"] | None = Field(
        default=None, title="Better", description="Which values are the better ones.", examples=["higher"]
    )
    unit: Text | None = Field(
        default=None, title="Unit", description="The unit that values are given in.", examples=["%", "tokens"]
    )


class Vocabulary(_Model):
    """The one place for names that are used across papers."""

    model_config = ConfigDict(title="Vocabulary (claimcheck-vocabulary/1)")

    format: Literal["claimcheck-vocabulary/1"] = Field(
        alias="schema",
        title="Format",
        description="The file's format and its version.",
        examples=["claimcheck-vocabulary/1"],
    )
    models: list[Entry] | None = Field(
        default=None,
        title="Models",
        description="Models, methods and systems.",
        examples=[[{"name": "Tülu 3", "aliases": ["Tulu 3"]}]],
    )
    benchmarks: list[Entry] | None = Field(
        default=None,
        title="Benchmarks",
        description="Benchmarks and data sets.",
        examples=[[{"name": "AIME"}]],
    )
    metrics: list[Metric] | None = Field(
        default=None,
        title="Metrics",
        description="What is measured.",
        examples=[[{"name": "win rate", "better": "higher", "unit": "%"}]],
    )
