"""A project's own fields: the schema is read or refused, the fields are checked, told at their place, and read."""

from __future__ import annotations

import json
import socket
import sys
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.claims.extra.fields import extra_field, extra_text, field_title
from claimcheck.claims.extra.schema import MAX_BYTES, ExtraSchema, ExtraSchemaError, read_schema
from claimcheck.claims.load import load_claim_file
from claimcheck.source import SourceFile

PATH = "extra.schema.json"


def schema(claim: Any = None, **top: Any) -> ExtraSchema:
    """The schema that describes the `extra` of claims so."""
    described = {"properties": {"claim": claim if claim is not None else {}}, **top}
    return read_schema(PATH, json.dumps(described).encode())


def fields(**properties: Any) -> dict[str, Any]:
    return {"properties": properties, "additionalProperties": False}


def file(extra: str = "", *, paper: str = "") -> SourceFile:
    """A claim file with this `extra` in its claim, and this one in its paper, each as flow YAML."""
    lines = [
        "schema: claimcheck/1",
        "paper:",
        "  id: p",
        "  name: P",
        "  starts: We",
        f"  abstract: sha256:{'0' * 16}",
        *([f"  extra: {paper}"] if paper else []),
        "evidence:",
        "  - quote: We do.",
        "    claims:",
        "      - id: a",
        "        kind: ranking",
        "        subject: P",
        "        metric: m",
        "        rank: best",
        *([f"        extra: {extra}"] if extra else []),
    ]
    return SourceFile("claims/p.yaml", "\n".join(lines) + "\n")


def told(extra: str, described: ExtraSchema | Any) -> list[str]:
    """What is said of an `extra`, each with the words that it marks."""
    if not isinstance(described, ExtraSchema):
        described = schema(described)
    text = file(extra)
    found = load_claim_file(text, described)
    assert all(problem.rule == "schema" for problem in found.problems)
    return [f"{text.text[p.span.start : p.span.end]}: {p.message}" for p in found.problems]


def texts(extra: str, described: Any) -> dict[str, list[str]]:
    """The texts of an `extra` whose numbers are checked, and those that are free."""
    found = load_claim_file(file(extra), schema(described) if described is not None else None)
    assert found.claims is not None, found.problems
    (claim,) = found.claims.claims()
    return {
        word: [f"{each.name}={each.scalar.text}" for each in claim.extra if each.free is free]
        for word, free in (("checked", False), ("free", True))
    }


# --- the schema itself


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON: line 1, column 1"),
        ('{"properties": {},}', "not JSON: line 1"),
        ("[1]", "expected an object"),
        ("{}", "expected 'properties'"),
        ('{"properties": {}}', "expected 'properties'"),
        (
            '{"properties": {"claims": {}}}',
            "properties: 'claims' is neither 'paper' nor 'claim'. Did you mean 'claim'?",
        ),
        ('{"property": {}}', "has no 'property' at its top. Did you mean 'properties'?"),
        ('{"properties": {"claim": {}}, "required": ["claim"]}', "has no 'required' at its top"),
        ('{"properties": {"claim": {}}, "properties": {"claim": {}}}', "'properties' stands twice"),
        ('{"properties": {"claim": {"maximum": NaN}}}', "NaN is no number"),
        ('{"$schema": "http://example.org/mine", "properties": {"claim": {}}}', "$schema: 'http://example.org/mine'"),
        ('{"properties": {"claim": {"type": "strng"}}}', "properties.claim.type: 'strng' is not valid"),
        ('{"properties": {"claim": {"properties": {"a": {"minimum": "1"}}}}}', "properties.claim.properties.a.minimum"),
        ('{"properties": {"claim": {"x-claimcheck": "fre"}}}', "properties.claim.x-claimcheck: 'fre'"),
        ('{"properties": {"claim": {"x-claimcheck": "fre"}}}', "Did you mean 'free'?"),
        ('{"properties": {"claim": {"requried": ["a"]}}}', "properties.claim: JSON Schema has no keyword 'requried'."),
        ('{"properties": {"claim": {"requried": ["a"]}}}', "Did you mean 'required'?"),
        (
            '{"properties": {"claim": {"properties": {"a": {"mininum": 2}}}}}',
            "properties.claim.properties.a: JSON Schema",
        ),
        (
            '{"properties": {"claim": {}}, "$defs": {"a": {"maxlength": 2}}}',
            "$defs.a: JSON Schema has no keyword 'maxlength'",
        ),
        ('{"properties": {"claim": {"source": "ours"}}}', "What is a note of your own begins with 'x-'."),
        ('{"properties": {"claim": {"$id": "http://example.org/a"}}}', "'$id' and '$schema' stand at the top alone"),
        (
            '{"properties": {"claim": {"patternProperties": {"a": {}}, "unevaluatedProperties": false}}}',
            "does not go with 'patternProperties'",
        ),
        ('{"properties": {"claim": ' + '{"items": ' * 40 + "{}" + "}" * 40 + "}}", "nested deeper than 32 levels"),
        (
            '{"properties": {"claim": {"additionalItems": {"patternProperties": null}}}}',
            "properties.claim.additionalItems.patternProperties: None is not",  # a word of other dialects
        ),
        (
            '{"$schema": "http://json-schema.org/draft-07/schema#", "$defs": {"a": 3}, "properties": {"claim": {}}}',
            "$defs.a: 3 is not",
        ),
        ("[" * 60_000, "nested too deep" if sys.version_info < (3, 14) else "not JSON"),  # 3.14 reads it to its end
        ('{"properties": {"claim": {"minimum": ' + "9" * 5000 + "}}}", "not JSON"),
        ('{"properties": {"claim": {"title": "' + "x" * MAX_BYTES + '"}}}', "larger than 64 KiB"),
    ],
)
def test_a_schema_that_cannot_be_used_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ExtraSchemaError) as error:
        read_schema(PATH, text.encode())
    assert said in str(error.value)


def test_what_is_no_keyword_of_the_schema_is_left_alone() -> None:
    """Names of fields, values that may stand there, and notes of one's own may be called anything."""
    read = schema(
        {
            "x-requried": ["a"],
            "properties": {"requried": {"enum": [{"requried": 1}], "default": {"mininum": 1}}},
            "dependentRequired": {"mininum": ["requried"]},
            "markdownDescription": "shown by editors",
        }
    )
    assert read.fits(read.part("claim"), {"requried": {"requried": 1}})


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(ExtraSchemaError, match="not UTF-8 at byte 1"):
        read_schema(PATH, b"{\xff}")


@pytest.mark.parametrize("keyword", ["$ref", "$dynamicRef"])
@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("https://example.org/schema.json", "leads out of the file"),
        ("file:///etc/passwd", "leads out of the file"),
        ("other.json#/x", "leads out of the file"),
        ("https://json-schema.org/draft/2020-12/schema", "leads out of the file"),
        ("#/$defs/none", "leads to nothing"),
        ("#none", "leads to nothing"),
        ("#/properties/claim/title", "leads to no schema"),
    ],
)
def test_a_reference_stays_in_the_file(
    keyword: str, reference: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("asks the network"))
    with pytest.raises(ExtraSchemaError, match=said):
        schema({"title": "t", "properties": {"a": {keyword: reference}}})


def test_what_a_reference_leads_to_is_a_schema_wherever_it_stands() -> None:
    """Else jsonschema would raise in the middle of a claim file."""
    with pytest.raises(ExtraSchemaError, match="'strng' is not valid"):
        schema({"$ref": "#/x-mine/a"}, **{"x-mine": {"a": {"type": "strng"}}})
    with pytest.raises(ExtraSchemaError, match="leads out of the file"):
        schema({"$ref": "#/x-mine/a"}, **{"x-mine": {"a": {"$ref": "http://example.org"}}})


@pytest.mark.parametrize(
    "loop",
    [
        {"$ref": "#/properties/claim"},
        {"allOf": [{"anyOf": [{"$ref": "#/properties/claim"}]}]},
        {"not": {"$ref": "#/properties/claim"}},
        {"if": {}, "then": {"$ref": "#/properties/claim"}},
    ],
)
def test_a_schema_that_is_itself_again_is_refused(loop: dict[str, Any]) -> None:
    with pytest.raises(ExtraSchemaError, match="refers to itself without end"):
        schema(loop)


def test_a_recursive_schema_of_nested_fields_is_fine() -> None:
    tree = {"properties": {"n": {"type": "integer"}, "below": {"$ref": "#/properties/claim"}}}
    assert told("{n: 1, below: {n: 2, below: {n: x}}}", tree) == [
        "x: 'evidence[0].claims[0].extra.below.below.n' is 'x'; expected a whole number"
    ]


def test_references_that_multiply_are_given_up_on() -> None:
    """Thirty definitions that each refer to the next one twice are a thousand million evaluations."""
    definitions = {f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(30)}
    described = schema({"$ref": "#/$defs/d0"}, **{"$defs": {**definitions, "d30": {}}})
    start = time.monotonic()
    (said,) = told("{a: b}", described)
    assert "cannot be checked: the references of extra.schema.json multiply" in said
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("pattern", ["(", "(?=a)b", r"(a)\1", "((a{1000}){1000}){1000}", "\ud800"])
def test_a_pattern_that_could_take_for_ever_is_refused(pattern: str) -> None:
    with pytest.raises(ExtraSchemaError, match=r"claim\.pattern: .* cannot be used"):
        schema({"pattern": pattern})
    with pytest.raises(ExtraSchemaError, match="cannot be used"):
        schema({"patternProperties": {pattern: {}}})


def test_a_pattern_takes_linear_time() -> None:
    """Python's own engine would need about 2**40 steps for each of these."""
    text = "a" * 40 + "b"
    start = time.monotonic()
    assert len(told(f"{{a: {text}}}", fields(a={"pattern": "^(a+)+$"}))) == 1
    names = {"patternProperties": {"^(a+)+$": {}}, "additionalProperties": False}
    assert told(f"{{{text}: 1}}", names) == [f"{text}: unknown field '{text}'"]
    assert told(f"{{{text}: 1}}", {"propertyNames": {"pattern": "^(a+)+$"}}) != []
    assert time.monotonic() - start < 20


_DIALECTS = (
    "https://json-schema.org/draft/2020-12/schema",
    "https://json-schema.org/draft/2019-09/schema#",
    "http://json-schema.org/draft-07/schema#",
    "http://json-schema.org/draft-06/schema",
    "http://json-schema.org/draft-04/schema#",
)


@pytest.mark.parametrize("dialect", _DIALECTS)
def test_the_dialects_that_people_use(dialect: str) -> None:
    described = schema(
        fields(a={"$ref": "#/definitions/word"}),
        **{"$schema": dialect, "definitions": {"word": {"pattern": "^(a+)+$"}}},
    )
    assert told("{a: aaa}", described) == []
    assert len(told("{a: " + "a" * 40 + "b}", described)) == 1, "and the safe engine in each"


# --- what is told

WAY = "evidence[0].claims[0].extra"


@pytest.mark.parametrize(
    ("extra", "described", "said"),
    [
        ("{gpuz: 8}", fields(gpus={}, cpus={}), ["gpuz: unknown field 'gpuz'. Did you mean 'gpus'?"]),
        (
            "{gpuz: 8}",
            {**fields(gpus={}), "required": ["gpus"]},
            ["gpuz: unknown field 'gpuz'. Did you mean 'gpus'?"],  # one mistake, said once
        ),
        ("{a: 1}", {"required": ["b", "a"]}, ["extra: the field '….b' is missing"]),
        ("", {"required": ["b"]}, ["id: the field '….b' is missing"]),
        ("{a: b}", fields(a={"type": "integer"}), ["b: '….a' is 'b'; expected a whole number"]),
        ("{a: '8'}", fields(a={"type": "integer"}), ["'8': '….a' is the text '8'; expected a whole number"]),
        ("{a: 8.0}", fields(a={"type": "integer"}), ["8.0: '….a' is '8.0'; expected a whole number"]),
        ("{a: yes}", fields(a={"type": "boolean"}), ["yes: '….a' is 'yes'; expected true or false"]),
        ("{a: }", fields(a={"type": "number"}), ["a: '….a' is empty; expected a number"]),
        ("{a: [1, x]}", fields(a={"items": {"type": "number"}}), ["x: '….a[1]' is 'x'; expected a number"]),
        ("{a: {b: 1}}", fields(a={"type": "string"}), ["a: '….a' is a mapping of fields; expected a text"]),
        ("{a: 3}", fields(a={"minimum": 4}), ["3: '….a' is less than 4"]),
        ("{a: 0.30}", fields(a={"multipleOf": 0.1}), []),  # exact: a float's 0.3 is no multiple of 0.1
        ("{a: blu}", fields(a={"enum": ["red", "blue"]}), ["blu: '….a' is 'blu'; expected 'red' or 'blue'. Did you mean 'blue'?"]),
        ("{a: x}", fields(a={"enum": ["y"]}), ["x: '….a' is 'x'; expected 'y'"]),
        ("{a: x}", fields(a={"enum": ["p", "q", "r"]}), ["x: '….a' is 'x'; expected 'p', 'q' or 'r'"]),
        ("{a: x}", fields(a={"enum": []}), ["x: '….a' is 'x'; expected no value at all"]),
        ("{a: 2}", fields(a={"enum": [1, 2]}), []),
        ("{a: x}", fields(a={"const": "y"}), ["x: '….a' is 'x'; expected 'y'"]),
        ("{a: 12}", fields(a={"type": "string", "pattern": "^[0-9]{4}$"}), ["12: '….a' is '12', which does not match ^[0-9]{4}$"]),
        ("{a: 2026-02-30}", fields(a={"format": "date"}), ["2026-02-30: '….a' is '2026-02-30'; expected a date: YYYY-MM-DD"]),
        ("{a: x}", fields(a={"anyOf": [{"type": "integer"}, {"type": "null"}]}), ["x: '….a' is 'x'; expected a whole number or nothing"]),
        ("{a: 4}", fields(a={"oneOf": [{"type": "integer"}, {"type": "string"}]}), []),  # a number, as an editor has it
        ("{a: x}", fields(a={"not": {"type": "string"}}), ["x: '….a' is what it must not be"]),
        ("{a: x}", fields(a=False), ["a: unknown field 'a'"]),
        ("{a: 1, b: 2}", {"properties": {"a": {}}, "unevaluatedProperties": False}, ["b: unknown field 'b'"]),
        ("{a: [1, 1]}", fields(a={"uniqueItems": True}), ["[: '….a' has an item twice"]),
        ("{a.b: 1}", fields(), ["a.b: unknown field 'a.b'"]),
        ("{a: 400}", fields(a={"type": "string"}), []),  # every scalar is a text
        ("{a: no}", fields(a={"type": "string", "enum": ["no"]}), []),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_at_its_place(extra: str, described: Any, said: list[str]) -> None:
    assert [each.replace(WAY, "…") for each in told(extra, described)] == said


def test_arithmetic_beyond_all_bounds_is_told_and_raises_nothing() -> None:
    (said,) = told("{a: 1e999999}", fields(a={"type": "number", "multipleOf": 3}))
    assert "cannot be checked" in said


def test_the_schema_says_what_a_field_is_for() -> None:
    described = schema(fields(gpu={"type": "integer", "description": "How many GPUs."}))
    (problem,) = load_claim_file(file("{gpu: x}"), described).problems
    assert problem.help == "How many GPUs. Described in extra.schema.json."
    assert problem.field == "evidence[0].claims[0].extra.gpu"


def test_a_part_may_be_forbidden() -> None:
    assert told("", schema(False)) == []
    assert told("{a: 1}", schema(False)) == ["extra: unknown field 'extra'"]


def test_papers_have_their_own_part() -> None:
    described = read_schema(PATH, json.dumps({"properties": {"paper": fields(venue={})}}).encode())
    text = file("{anything: goes}", paper="{venu: x}")
    (problem,) = load_claim_file(text, described).problems
    assert (problem.message, text.position(problem.span.start)) == (
        "unknown field 'venu'. Did you mean 'venue'?",
        (7, 11),
    )


def test_the_format_is_checked_besides() -> None:
    """A file that is wrong in both ways is told both at once."""
    text = file("{gpuz: 1}")
    wrong = SourceFile(text.path, text.text.replace("metric: m", "metrik: m"))
    found = [problem.message for problem in load_claim_file(wrong, schema(fields(gpus={}))).problems]
    assert found == ["unknown field 'metrik'. Did you mean 'metric'?", "unknown field 'gpuz'. Did you mean 'gpus'?"]


@pytest.mark.parametrize("extra", ["x", "[1]", "''"])
def test_extra_is_a_mapping(extra: str) -> None:
    for described in (schema(fields()), None):
        (problem,) = load_claim_file(file(extra), described).problems
        assert "expected a mapping of fields" in problem.message


def test_too_much_is_refused_before_it_is_compared() -> None:
    text = file(f"{{a: [{', '.join(['x'] * 1000)}]}}")
    (problem,) = load_claim_file(text, schema(fields(a={"uniqueItems": True}))).problems
    assert (problem.rule, "more than 1000 values" in problem.message) == ("file-limits", True)


# --- what is read


def test_without_a_schema_everything_is_checked() -> None:
    """Names of fields too, as those of conditions are."""
    assert texts("{top 5: 8 GPUs, b: {c: [x, y]}}", None) == {
        "checked": ["extra=top 5", "extra.top 5=8 GPUs", "extra=b", "extra.b=c", "extra.b.c=x", "extra.b.c=y"],
        "free": [],
    }


def test_a_name_that_the_schema_gives_is_no_text_of_the_file() -> None:
    assert texts("{top5: x, other: y}", {"properties": {"top5": {}}})["checked"] == [
        "extra.top5=x",
        "extra=other",
        "extra.other=y",
    ]


FREE = {"x-claimcheck": "free"}


@pytest.mark.parametrize(
    "described",
    [
        {"properties": {"a": FREE}},
        {"properties": {"a": {"$ref": "#/$defs/free"}}},
        {"properties": {"a": {"allOf": [{}, {"$ref": "#/$defs/free"}]}}},
        {"properties": {"a": {"items": FREE}}},
        {"properties": {"a": {"prefixItems": [FREE, FREE]}}},
        {"patternProperties": {"^a$": FREE}},
        {"additionalProperties": FREE},
        {"allOf": [{"properties": {"a": FREE}}]},
        {"if": {"required": ["a"]}, "then": {"properties": {"a": FREE}}},
        {"if": {"required": ["z"]}, "else": {"properties": {"a": FREE}}},
        {"anyOf": [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"type": "array", **FREE}}}]},
        {"dependentSchemas": {"a": {"properties": {"a": FREE}}}},
        FREE,
    ],
)
def test_free_wherever_the_schema_says_so(described: dict[str, Any]) -> None:
    found = load_claim_file(file("{a: [7, 8]}"), schema(described, **{"$defs": {"free": FREE}}))
    assert found.claims is not None, found.problems
    (claim,) = found.claims.claims()
    assert [each.free for each in claim.extra if each.name == "extra.a"] == [True, True]
    assert "extra.a" not in {name for name, _ in claim.texts()}


@pytest.mark.parametrize(
    "described",
    [
        {"properties": {"b": FREE}},
        {"properties": {"a": {"not": {"type": "string", **FREE}}}},
        {"properties": {"a": {"anyOf": [{"type": "array"}, {"type": "string", **FREE}]}}},
        {"if": {"required": ["z"]}, "then": {"properties": {"a": FREE}}},
        {"if": {"required": ["a"]}, "else": {"properties": {"a": FREE}}},
        {"dependentSchemas": {"z": {"properties": {"a": FREE}}}},
        {"then": {"properties": {"a": FREE}}},
        {"properties": {"a": {"default": FREE, "examples": [FREE]}}},
    ],
)
def test_an_alternative_that_does_not_apply_frees_nothing(described: dict[str, Any]) -> None:
    assert texts("{a: [7, 8]}", described)["free"] == []


def test_free_fields_are_listed() -> None:
    described = schema(
        {"properties": {"a": FREE, "b": {"properties": {"c": {"$ref": "#/$defs/f"}, "d": {}}}, "e": {"items": FREE}}},
        **{"$defs": {"f": FREE}},
    )
    assert described.free_fields() == {"claim.extra.a", "claim.extra.b.c", "claim.extra.e"}


def test_fields_by_their_paths() -> None:
    found = load_claim_file(file("{gpu: {n: 8, kind: [a, b]}, gpt-3.5: {x: y}}"))
    assert found.claims is not None
    (claim,) = found.claims.claims()
    shown = {
        name: extra_text(extra_field(claim.node, name))
        for name in ("extra.gpu", "extra.gpu.n", "extra.gpu.kind", "extra.gpt-3.5.x", "extra.gp", "extra.gpu.n.z")
    }
    assert shown == {
        "extra.gpu": "n: 8; kind: a; b",
        "extra.gpu.n": "8",
        "extra.gpu.kind": "a; b",
        "extra.gpt-3.5.x": "y",  # a dot may be part of a name
        "extra.gp": "",
        "extra.gpu.n.z": "",
    }


def test_titles() -> None:
    described = schema(fields(a={"title": "GPUs"}, b={"properties": {"c": {"title": "C"}}}))
    assert field_title(described, "claim", "extra.a") == "GPUs"
    assert field_title(described, "claim", "extra.b.c") == "C"
    assert field_title(described, "claim", "extra.b") == ""
    assert field_title(described, "claim", "extra.z") is None


# --- whatever the schema is

_WORDS = (
    "type properties patternProperties additionalProperties unevaluatedProperties propertyNames items prefixItems contains "
    "minContains maxContains unevaluatedItems additionalItems allOf anyOf oneOf not if then else dependentSchemas dependencies "
    "dependentRequired required enum const minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength "
    "pattern format minItems maxItems uniqueItems minProperties maxProperties $ref $dynamicRef $recursiveRef $anchor "
    "$dynamicAnchor $defs definitions x-claimcheck title description default examples a b"
).split()
_TEXTS = (
    "a",
    "b",
    "string",
    "integer",
    "number",
    "object",
    "array",
    "#",
    "#/$defs/a",
    "#/properties/claim",
    "#a",
    "date",
    "free",
    "(",
    "^a",
)
_plain = st.none() | st.booleans() | st.integers(-3, 3) | st.just(0.5) | st.sampled_from(_TEXTS)
_schemas = st.recursive(
    _plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_WORDS), inner, max_size=4),
    max_leaves=25,
)
_sound = st.deferred(
    lambda: (
        st.booleans()
        | st.fixed_dictionaries(
            {},
            optional={
                "type": st.sampled_from(["string", "integer", "number", "object", "array", "null", "boolean"]),
                "properties": st.dictionaries(st.sampled_from("ab"), _sound, max_size=2),
                "patternProperties": st.dictionaries(st.sampled_from(["^a", "b$"]), _sound, max_size=1),
                "additionalProperties": _sound,
                "unevaluatedProperties": st.booleans(),
                "items": _sound,
                "contains": _sound,
                "anyOf": st.lists(_sound, min_size=1, max_size=2),
                "oneOf": st.lists(_sound, min_size=1, max_size=2),
                "not": _sound,
                "if": _sound,
                "then": _sound,
                "dependentRequired": st.just({"a": ["b"]}),
                "multipleOf": st.sampled_from([0.1, 3]),
                "minimum": st.just(2),
                "uniqueItems": st.booleans(),
                "enum": st.just([1, "a", None, [1], {"a": 0.5}]),
                "const": st.just({"a": [True]}),
                "$ref": st.sampled_from(["#", "#/$defs/a", "#/properties/claim"]),
                "x-claimcheck": st.just("free"),
            },
        )
    )
)
_EXTRAS = (
    "",
    "{}",
    "{a: 1}",
    "{a: b, c: 2.50}",
    "{a: {a: {b: [1, 1, x]}}, b: [], '': null}",
    "{a: [[1e5, ~], {a: }], b: true}",
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(_schemas | _sound, _schemas | _sound, st.sampled_from(_EXTRAS), st.sampled_from(_DIALECTS))
def test_any_schema_is_refused_or_can_be_applied(claim: Any, definition: Any, extra: str, dialect: str) -> None:
    """Never anything but ExtraSchemaError, and problems with a place."""
    try:
        described = schema(claim, **{"$schema": dialect, "$defs": {"a": definition}})
    except ExtraSchemaError:
        return
    described.free_fields()
    text = file(extra)
    for problem in load_claim_file(text, described).problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text.text)
        assert problem.message and problem.help
