"""What is offered at the cursor, and that what is chosen makes the file that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.claims.model import KINDS
from claimcheck.claims.yaml import Mapping, Scalar, Sequence, parse
from claimcheck.lsp.completion import Candidate, complete
from claimcheck.lsp.definition import definitions
from claimcheck.lsp.hover import hover
from claimcheck.lsp.project import LiveProject
from claimcheck.lsp.view import View
from claimcheck.lsp.wording import Wording
from claimcheck.rules import registry

from .conftest import FIRST, HASHES, QUICK, SECOND, SLOW, VOCABULARY, Ask, put, write

QUICK_FILE, SLOW_FILE, NEW_FILE = "claims/quick.yaml", "claims/slow.yaml", "claims/new.yaml"
QUOTE = "On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow."


def labels(ask: Ask, name: str, text: str, old: str = "", new: str = "") -> list[str]:
    assert not old or text.count(old) == 1
    view, offset = ask(name, text.replace(old, new) if old else text)
    return [each.label for each in complete(view, offset)]


def chosen(view: View, candidate: Candidate) -> str:
    """The file when a candidate has been chosen, as the client makes it."""
    text, (start, end) = view.file.text, candidate.span
    assert "\n" not in text[start:end], "a client takes edits of one line alone"
    return text[:start] + candidate.text + text[end:]


@pytest.mark.parametrize(
    ("name", "text", "old", "new", "first"),
    [
        # words of the format
        (QUICK_FILE, QUICK, "kind: result", "kind: ‸", list(KINDS)),
        (QUICK_FILE, QUICK, "kind: result", "kind: del‸", list(KINDS)),
        (SLOW_FILE, SLOW, "{how: mean", "{how: ‸", ["mean", "median"]),
        ("claims/vocabulary.yaml", VOCABULARY, "better: higher", "better: ‸", ["higher", "lower"]),
        # fields: the needed ones first, none that is there or makes no sense
        (QUICK_FILE, QUICK, "kind: result\n", "kind: delta\n        ‸\n", ["change", "delta", "better"]),
        (QUICK_FILE, QUICK, "kind: result\n", "kind: result\n        ch‸\n", ["change", "better", "agg"]),
        (QUICK_FILE, QUICK, "metric:", "met‸:", ["metric", "change"]),
        (SLOW_FILE, SLOW, "{how: mean, n: two, of: runs}", "{how: mean, ‸}", ["n", "of"]),
        (SLOW_FILE, SLOW, "{how: mean, n: two, of: runs}", "{how: mean, ‸", ["n", "of"]),
        # names
        (QUICK_FILE, QUICK, "subject: Quick", "subject: ‸", ["Quick", "Distant", "Slow"]),
        (QUICK_FILE, QUICK, "dataset: WebText", "dataset: [WebText, ‸]", ["WebText", "Wiki 2"]),
        # numbers: those that nobody has first; of a change the end that is meant
        (QUICK_FILE, QUICK, "  value: 91.5%", "  value: ‸", ["91.5%", "88.0%"]),
        (QUICK_FILE, QUICK, "baseline_value: 88.0%", "baseline_value: ‸", ["88.0%", "91.5%"]),
        (SLOW_FILE, SLOW, "  value: 12.9", "  value: ‸", ["12.9", "from 17.3 to 12.9"]),
        (SLOW_FILE, SLOW, "value: 17.3", "value: ‸", ["17.3", "from 17.3 to 12.9"]),
        (SLOW_FILE, SLOW, "n: two", "n: ‸", ["two"]),
        # sentences, names with digits, what nobody accounts for, ids, rules
        (QUICK_FILE, QUICK, f"quote: {QUOTE}", "quote: ‸", ["We present Quick, a \U0001d53dast parser.", QUOTE]),
        (SLOW_FILE, SLOW, "names: [Wiki 2]", "names: [‸]", ["Wiki 2"]),
        (SLOW_FILE, SLOW, "{text: three* corpora", "{text: ‸", ["three* corpora"]),
        (SLOW_FILE, SLOW, "names:", "relations:\n  - {expr: 2 * er‸}\nnames:", ["error"]),
        (QUICK_FILE, QUICK, "  value: 91.5%", "  value: 91.5%  # claimcheck: ignore[schema, men‸", list(registry())),
        (QUICK_FILE, QUICK, "kind: result", "kind: result\n        waive: [{rule: ‸}]", list(registry())),
        # the paper
        (QUICK_FILE, QUICK, "id: quick", "id: ‸", ["quick"]),
        (QUICK_FILE, QUICK, f"abstract: {HASHES['quick']}", "abstract: ‸", [HASHES["quick"]]),
    ],
)
def test_what_is_offered(ask: Ask, name: str, text: str, old: str, new: str, first: list[str]) -> None:
    assert labels(ask, name, text, old, new)[: len(first)] == first


def test_what_is_there_already_is_not_offered_as_a_field(ask: Ask) -> None:
    found = labels(ask, QUICK_FILE, QUICK, "kind: result\n", "kind: result\n        ‸\n")
    assert not set(found) & {"id", "kind", "subject", "value", "rank", "delta"}  # the last two are for other kinds


def test_a_file_can_be_written_from_nothing(ask: Ask, live: LiveProject, root: Path) -> None:
    """Each step by what is offered; in the end nothing is wrong with the file."""
    (root / SLOW_FILE).unlink()

    def offered(text: str) -> list[str]:
        return labels(ask, SLOW_FILE, text)

    assert offered("‸")[:3] == ["schema", "paper", "evidence"]
    assert offered("schema: ‸") == ["claimcheck/1"]
    text = "schema: claimcheck/1\npaper:\n  ‸"
    assert offered(text)[:4] == ["id", "name", "starts", "abstract"]
    text = text.replace("‸", "id: slow\n  name: Slow\n  starts: ‸")
    (opening,) = offered(text)  # the other abstract has its file
    assert SECOND.startswith(opening)
    text = text.replace("‸", f"{opening}\n  abstract: ‸")
    assert offered(text) == [HASHES["slow"]]
    text = text.replace("‸", f"{HASHES['slow']}\nevidence:\n  ‸")
    assert offered(text)[0] == "- quote"
    text = text.replace("‸", "- quote: ‸")
    assert offered(text)[1].startswith("The error of Slow")
    text = text.replace("‸", f"{offered(text)[1]}\n    claims:\n      ‸")
    assert offered(text)[:4] == ["- id", "- kind", "- subject", "- metric"]


def test_a_long_sentence_is_folded_below_its_field(ask: Ask, root: Path) -> None:
    long = "We compare " + "a system of many parts with others, " * 5 + "and it: 'wins' by 3% on all of them."
    write(root, {"seeds/t.txt": f"Abstract: {long}\n"})
    starts = "schema: claimcheck/1\r\npaper: {starts: We compare a system}\r\nevidence:\r\n"
    for field in ("  - quote: ‸", "  - quote: We com‸", "  - quote: 'We‸'", "  - quote: >-\r\n      We com‸"):
        view, offset = ask(NEW_FILE, f"{starts}{field}\r\n")
        (candidate,) = complete(view, offset)
        text = chosen(view, candidate)
        assert "\n" not in text.replace("\r\n", ""), "the file's own line ends"
        assert max(map(len, text.splitlines())) <= 100
        node, problems = parse(text)
        assert not problems
        assert isinstance(node, Mapping)
        evidence = node.get("evidence")
        assert isinstance(evidence, Sequence)
        item = evidence.items[0]
        assert isinstance(item, Mapping)
        quote = item.get("quote")
        assert isinstance(quote, Scalar)
        assert quote.text == long


@pytest.mark.parametrize(
    "field", ["subject: ‸", "subject: 'x‸'", 'subject: "x‸', "dataset: [‸]", "dataset: [a, ‸", "subject: x‸ # no"]
)
def test_a_name_with_signs_of_yaml_is_written_such_that_it_is_read(ask: Ask, field: str) -> None:
    name = "a: 'b', [c] #d"
    view, offset = ask(QUICK_FILE, QUICK.replace("subject: Quick", field).replace("dataset: WebText", "better: higher"))
    quoted = "'" + name.replace("'", "''") + "'"
    entries = "models: [{name: " + quoted + "}]\nbenchmarks: [{name: " + quoted + "}]\n"
    put(view.live, "claims/vocabulary.yaml", f"schema: claimcheck-vocabulary/1\n{entries}")
    view, offset = ask(QUICK_FILE, QUICK.replace("subject: Quick", field).replace("dataset: WebText", "better: higher"))
    candidate = next(each for each in complete(view, offset) if each.label == name)
    text = chosen(view, candidate)
    if field.endswith("[a, ‸"):
        text = text.replace(candidate.text, f"{candidate.text}]")
    node, problems = parse(text)
    assert not problems
    assert f"'{name}'" in repr(node) or repr(name) in repr(node)


def test_what_is_sought_begins_as_what_is_typed(ask: Ask) -> None:
    """A client compares the two, the opening quotation mark included."""
    view, offset = ask(QUICK_FILE, QUICK.replace("  value: 91.5%", '  value: "9‸'))
    (first, *_) = complete(view, offset)
    assert first.sought.startswith(view.file.text[first.span.start : offset])


@pytest.mark.parametrize("field", ["quote: >-\n      On\n      We‸b", "quote: On\n      We‸b"])
def test_what_takes_several_lines_is_left_alone(ask: Ask, field: str) -> None:
    """A client takes edits of one line alone, and half of a text would stay."""
    assert labels(ask, QUICK_FILE, QUICK, f"quote: {QUOTE}", field) == []


def test_before_the_text_of_a_block_nothing_can_be_replaced(ask: Ask) -> None:
    assert labels(ask, QUICK_FILE, QUICK, f"quote: {QUOTE}", "quote: >-\n   ‸   On") == []
    assert labels(ask, QUICK_FILE, QUICK, f"quote: {QUOTE}", "quote: >-\n      ‸On") != []


def test_a_character_for_private_use_in_the_file_is_not_taken_for_the_cursor(ask: Ask) -> None:
    text = QUICK.replace("subject: Quick", "subject: \ue000\ue001")
    assert labels(ask, QUICK_FILE, text, "kind: result", "kind: ‸") == list(KINDS)


def test_a_character_that_yaml_does_not_allow_elsewhere_does_no_harm(ask: Ask) -> None:
    text = QUICK.replace("subject: Quick", "subject: Qu\x01ick")
    assert labels(ask, QUICK_FILE, text, "kind: result", "kind: ‸") == list(KINDS)


@pytest.mark.parametrize("text", ["a: [b\nc: ‸\n", "# a comm‸ent", QUICK + "‸ # x: ["])
def test_where_nothing_is_known_nothing_is_offered_and_nothing_breaks(ask: Ask, text: str) -> None:
    view, offset = ask(QUICK_FILE, text)
    assert isinstance(complete(view, offset), list)


def test_nothing_is_offered_in_a_source(ask: Ask) -> None:
    assert labels(ask, "seeds/s.txt", f"Abstract: {FIRST}‸") == []


@pytest.mark.parametrize("cut", [False, True], ids=["whole", "cut off"])
def test_every_place_can_be_asked_about(ask: Ask, cut: bool) -> None:
    """Whatever stands there, nothing raises; of the file as it is, and of what is written when one has come so far."""
    for offset in range(0, len(SLOW), 7):
        view, at = ask(SLOW_FILE, f"{SLOW[:offset]}‸{'' if cut else SLOW[offset:]}")
        complete(view, at)
        hover(view, at, Wording())
        definitions(view, at)
