"""What the tests of drafting share: drafts of an abstract, and a person who fills in what they leave open."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence, parse
from claimcheck.config import Config
from claimcheck.dataset import PaperInContext, build
from claimcheck.diagnostic import Finding
from claimcheck.drafting import as_yaml, draft
from claimcheck.numerals import scan
from claimcheck.project import Chosen, Project, Selection
from claimcheck.runner import run
from claimcheck.source import SourceFile, Span
from claimcheck.sources.abstract import Abstract, SourceText
from claimcheck.sources.records import Metadata

ROOT = Path(__file__).resolve().parents[2]
ALL_ERRORS = {"unaccounted-number": "error"}
QUOTED = {"quote", "starts", "mention", "value", "baseline_value", "text", "title"}


def abstract_of(text: str) -> Abstract:
    """A text as the one abstract of a source."""
    return Abstract(SourceFile("seeds/s.txt", text), Span(0, len(text)))


def drafted(text: str, *, id: str = "work", title: str | None = None) -> str:
    """The draft of an abstract, as YAML."""
    return as_yaml(draft(abstract_of(text), id=id, metadata=Metadata(title)))


def claims_in(text: str, **more: str) -> list[dict[str, object]]:
    """The claims of an abstract's draft, as plain values."""
    from claimcheck.claims.yaml import to_plain

    node, problems = parse(drafted(text, **more))
    assert node is not None and not problems
    plain = to_plain(node)
    assert isinstance(plain, dict)
    evidence = plain["evidence"]
    return [claim for each in evidence for claim in each["claims"]] if isinstance(evidence, list) else []  # type: ignore[index, misc]


def checked(text: str, yaml: str, id: str = "work") -> tuple[list[Finding], PaperInContext | None]:
    """What all rules find in a claim file about an abstract, and the file joined with it if it fits the schema."""
    abstract = abstract_of(text)
    loaded = load_claim_file(SourceFile(f"claims/{id}.yaml", yaml))
    dataset = build([SourceText(abstract.file, (abstract,), ())], [loaded])
    config = Config(Path(), severity={"unaccounted-number": "error"})
    report = run(Project(config, dataset), Chosen(True), Selection())
    return list(report.findings), dataset.papers[0] if dataset.papers else None


def filled(yaml: str) -> str:
    """A draft with every TODO replaced by words of its own sentence: what a person does, without the thinking."""
    node, problems = parse(yaml)
    assert node is not None and not problems
    edits = sorted(_edits(node, "", "no words"), key=lambda each: each[0].start, reverse=True)
    for span, text in edits:
        yaml = yaml[: span.start] + text + yaml[span.end :]
    return yaml


_SERIAL = count()
_CLOSED = {"change": "increase", "rank": "outperforms", "evidence": "[]"}


def _edits(node: Node, name: str, quote: str) -> list[tuple[Span, str]]:
    match node:
        case Scalar():
            return [(node.span, _CLOSED.get(name) or _words(quote))] if node.text.startswith("TODO") else []
        case Sequence():
            return [edit for item in node.items for edit in _edits(item, name, quote)]
        case Mapping():
            own = node.get("quote")
            quote = own.text if isinstance(own, Scalar) else quote
            found = []
            for key, value in node.entries:
                found += _edits(key, "key", quote)
                if key.text not in QUOTED:
                    found += _edits(value, key.text, quote)
            return found


def _words(quote: str) -> str:
    """Words of a quote that hold no number, with a mark that makes them others each time, as a YAML scalar."""
    words = quote.split()
    windows = [
        " ".join(words[first:last])
        for first in range(len(words))
        for last in range(first + 1, min(first + 5, len(words)) + 1)
    ]
    free = [
        each for each in windows if not scan(each) and not scan(each, isolated=True) and not each.startswith("TODO")
    ]
    serial = next(_SERIAL)
    mark = "".join(chr(ord("a") + int(digit)) for digit in str(serial))
    chosen = f"{free[serial % len(free)] if free else 'words'} q{mark}"
    return "'" + chosen.replace("'", "''") + "'"
