"""The schema that gates and the model that explains give one verdict on every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from claimcheck.claims.model import KINDS, NEEDED_BY_KIND, ONLY_FOR_KINDS
from claimcheck.claims.schema import CLAIMS, VOCABULARY, Format, fits

Tree = Any  # dicts, lists and strings, as a file gives them

texts = st.text(min_size=1, max_size=8).filter(lambda text: text.strip(" \t\r\n") != "")
slugs = st.from_regex(r"[A-Za-z0-9]{1,4}([-_.][A-Za-z0-9]{1,3}){0,2}", fullmatch=True)
several = st.lists(texts, min_size=1, max_size=3)
WORDS = {
    "rank": ("outperforms", "matches", "underperforms", "best", "not-best"),
    "change": ("increase", "decrease"),
    "delta": ("absolute", "relative", "unstated"),
    "better": ("higher", "lower"),
    "dataset_from": ("context",),
}
dates = st.dates().map(lambda date: date.isoformat())
aggs = st.fixed_dictionaries(
    {}, optional={"how": st.sampled_from(["mean", "median", "max", "min", "range", "total"]), "n": texts, "of": texts}
)
waivers = st.fixed_dictionaries({"rule": texts}, optional={"reason": st.text(max_size=4), "until": dates})
FIELDS: dict[str, st.SearchStrategy[Tree]] = {
    **{name: st.sampled_from(words) for name, words in WORDS.items()},
    **dict.fromkeys(("value", "baseline_value", "mention", "subject_as", "hedge", "doubt", "note"), texts),
    **dict.fromkeys(("baseline", "dataset"), texts | several),
    "agg": aggs,
    "conditions": st.dictionaries(st.text(max_size=4), texts, max_size=3),
    "waive": st.lists(waivers, max_size=2),
}


@st.composite
def claims(draw: st.DrawFn) -> Tree:
    """A claim with what its kind needs, and some of what it may have besides."""
    kind = draw(st.sampled_from(KINDS))
    may = [name for name in FIELDS if kind in ONLY_FOR_KINDS.get(name, KINDS)]
    names = {*NEEDED_BY_KIND[kind], *draw(st.lists(st.sampled_from(may), max_size=6))}
    if "baseline_value" in names:
        names.add("baseline")
    claim = {"id": draw(slugs), "kind": kind, "subject": draw(texts), "metric": draw(texts)}
    return {**claim, **{name: draw(FIELDS[name]) for name in sorted(names)}}


papers = st.fixed_dictionaries(
    {"id": slugs, "name": texts, "starts": texts, "abstract": st.from_regex(r"sha256:[0-9a-f]{16,64}", fullmatch=True)},
    optional={"authors": texts | several, **dict.fromkeys(("title", "year", "url", "doi", "arxiv", "released"), texts)},
)
claim_files = st.fixed_dictionaries(
    {
        "schema": st.just("claimcheck/1"),
        "paper": papers,
        "evidence": st.lists(
            st.fixed_dictionaries({"quote": texts, "claims": st.lists(claims(), min_size=1, max_size=2)}), max_size=2
        ),
    },
    optional={
        "names": st.lists(texts, max_size=2),
        "not_claims": st.lists(st.fixed_dictionaries({"text": texts, "why": texts}), max_size=2),
        "relations": st.lists(st.fixed_dictionaries({"expr": texts}, optional={"id": slugs, "why": texts}), max_size=2),
    },
)
entries = st.fixed_dictionaries({"name": texts}, optional={"aliases": st.lists(texts, max_size=2)})
metrics = st.fixed_dictionaries(
    {"name": texts},
    optional={"aliases": st.lists(texts, max_size=2), "better": st.sampled_from(WORDS["better"]), "unit": texts},
)
vocabularies = st.fixed_dictionaries(
    {"schema": st.just("claimcheck-vocabulary/1")},
    optional={
        name: st.lists(what, max_size=2)
        for name, what in (("models", entries), ("benchmarks", entries), ("metrics", metrics))
    },
)

# Values that are wrong somewhere, or almost right.
odd_values: st.SearchStrategy[Tree] = st.sampled_from(
    [
        "", " ", "\t\n", "\xa0", "\ufeff", "x", "x y", "x\n", "-x", "x-", "é", "result", "delta", "ranking", "Delta",
        "best", "increase", "unstated", "mean", "context", "claimcheck/1", "claimcheck/2",
        "2024-02-30", "2024-2-3", "2024-01-01\n",
        "sha256:" + "0" * 15, "sha256:" + "0" * 16, "sha256:" + "A" * 16, "sha256:" + "0" * 65, "SHA256:" + "0" * 16,
        [], [""], ["x"], [[]], {}, {"x": "y"}, {"": ""}, [{}],
    ]
)  # fmt: skip
FIELD_NAMES = sorted(
    {
        *FIELDS,
        *WORDS,
        "id",
        "kind",
        "subject",
        "metric",
        "quote",
        "claims",
        "paper",
        "evidence",
        "names",
        "text",
        "why",
        "expr",
    }
    | {
        "schema",
        "format",
        "name",
        "rule",
        "reason",
        "until",
        "how",
        "n",
        "of",
        "aliases",
        "x",
        "",
        "Kind",
        "(one text)",
    }
)


def places(tree: Tree) -> Iterator[tuple[Any, Any]]:
    """Every place in a tree, as a container and a key or index."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield tree, key
        yield from places(value)


@st.composite
def mutated(draw: st.DrawFn, files: st.SearchStrategy[Tree]) -> Tree:
    """A valid file with up to three things removed, replaced, renamed or added."""
    tree = deepcopy(draw(files))
    for _ in range(draw(st.integers(1, 3))):
        found = list(places(tree))
        if not found:
            break
        container, key = draw(st.sampled_from(found))
        how = draw(st.sampled_from(["remove", "replace", "rename", "add"]))
        if how == "remove":
            del container[key]
        elif how == "replace" or isinstance(container, list):
            container[key] = deepcopy(draw(odd_values))
        elif how == "rename":
            container[draw(st.sampled_from(FIELD_NAMES))] = container.pop(key)
        else:
            container[draw(st.sampled_from(FIELD_NAMES))] = deepcopy(draw(odd_values))
    return tree


def model_accepts(tree: Tree, form: Format) -> bool:
    try:
        form.model_class().model_validate(tree)
    except ValidationError:
        return False
    return True


@given(claim_files)
def test_valid_claim_files_fit(tree: Tree) -> None:
    assert fits(tree)
    assert model_accepts(tree, CLAIMS)


@given(vocabularies)
def test_valid_vocabularies_fit(tree: Tree) -> None:
    assert fits(tree, VOCABULARY)
    assert model_accepts(tree, VOCABULARY)


@given(mutated(claim_files))
def test_gate_and_model_agree_on_claim_files(tree: Tree) -> None:
    assert fits(tree) == model_accepts(tree, CLAIMS)


@given(mutated(vocabularies))
def test_gate_and_model_agree_on_vocabularies(tree: Tree) -> None:
    assert fits(tree, VOCABULARY) == model_accepts(tree, VOCABULARY)


def ends_in_line_feed(tree: Tree) -> bool:
    return any(isinstance(container[key], str) and container[key].endswith("\n") for container, key in places(tree))


@given(mutated(claim_files).filter(lambda tree: not ends_in_line_feed(tree)))
def test_the_reference_implementation_agrees(tree: Tree) -> None:
    """`jsonschema` reads the same schema as editors do. (Python's `$` also matches before a last line feed; that of
    JSON Schema does not.)"""
    schema = json.loads(CLAIMS.schema_path().read_text(encoding="utf-8"))
    assert jsonschema.Draft202012Validator(schema).is_valid(tree) == fits(tree)


def test_the_mutations_are_worth_their_name() -> None:
    """Of the mutated files many are refused and some still fit: the agreement is tested on both sides."""
    from hypothesis import find

    assert not fits(find(mutated(claim_files), lambda tree: not fits(tree)))
    assert fits(find(mutated(claim_files), lambda tree: fits(tree)))
