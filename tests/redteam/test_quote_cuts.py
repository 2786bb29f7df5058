"""Every sentence of the seeds, cut at every offset: only cuts between whole words and whole quantities are quotes.

The oracle is written from the text alone: a list of its quantities, made by hand, and what a word is. It calls nothing
of the checker.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.config import Config
from claimcheck.dataset import build
from claimcheck.project import Chosen, Project, Selection
from claimcheck.runner import run
from claimcheck.source import SourceFile
from claimcheck.sources import read_source

ROOT = Path(__file__).resolve().parents[2]

# The quantities of the seeds that are more than one word: a qualifier, both ends of a pair, a number and its mark.
QUANTITIES = """
as little as 10k
9.2% to 19.3%
up to 8.0%
over 3x
roughly 10k
hundreds of thousands to millions
up to 2.5M
up to 5.8M
from 17.3 to 12.9
from 17.3 to 16.9
from 8.7 to 6.3
8.7 to 8.4
from 60M to 32B
~10K
10.7\\%
18.8\\%
7.6\\%
74%
11.6%
3.0%
18.4%
3.37%
0.49%
12%
80.8%
68.5%
39-62%
0-28%
3-5x
79.6%
56.6%
64.4%
100-200k
""".strip().splitlines()

# Names of several words that hold digits. Whether a quote may part "Olmo" from "3" is left open here: it cuts no word, and
# the checker, which knows the names of a claim file, refuses it.
NAMES = (
    "Olmo 3 Think 32B", "Olmo 3 7B", "Olmo 3", "OLMo 2-Instruct", "OLMo 2", "Dolmino Mix 1124", 'T\\"ulu 3', 'T\\"ULU 3', "Llama 3.1", "Qwen 2.5",
    "Gemma 2", "Claude 3.5-Haiku",
)  # fmt: skip

# LaTeX in the seeds: a cut inside a macro, or between a macro and its braces, is no cut of the text; left open.
MARKUP = re.compile(r"\\text[a-z]+\{|\\MethodPlus~|[{}]")

URL = re.compile(r"https?://\S+")
ABBREVIATION = re.compile(r"e\.g\.|i\.e\.")

# Inside a word: letters and digits, what joins them, and the marks that end a name ("ADRA+", "Min-K\%++").
INSIDE_WORD = re.compile(
    r"(?<=[^\W_])(?=[^\W_])"  # two letters or digits
    r"|(?<=[^\W_])(?=-[^\W_])|(?<=[^\W_]-)(?=[^\W_])"  # a hyphen between them
    r"|(?<=[^\W_])(?=['’][^\W_])|(?<=[^\W_]['’])(?=[^\W_])"  # an apostrophe
    r"|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)"  # a decimal point
    r"|(?<=\d)(?=\\?%)|(?<=\d\\)(?=%)|(?<=K)(?=\\%\+\+)|(?<=K\\)(?=%\+\+)|(?<=%)(?=\+\+)|(?<=\+)(?=\+)|(?<=[A-Z])(?=\+)"
    r'|(?<=T)(?=\\"[uU])|(?<=T\\)(?="[uU])|(?<=T\\")(?=[uU])'  # T\"ulu
)


def abstracts() -> list[str]:
    """The different abstracts of the seeds, by a reading of their own."""
    found: dict[str, None] = {}
    for name in ("000_09c277c93eff5fcb.txt", "004_cb91ec13a170ccd6.txt"):  # QUANTITIES lists theirs
        for part in (ROOT / "seeds" / name).read_text(encoding="utf-8").split("Abstract:")[1:]:
            found[part.strip()] = None
    return list(found)


def sentences(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"(?<=[.])\s+(?=[A-Z\\])", text)]


def forbidden(text: str) -> set[int]:
    """The offsets of the text at which no quote may begin or end."""
    inside = {match.start() for match in INSIDE_WORD.finditer(text)}
    for quantity in QUANTITIES:
        for match in re.finditer(rf"(?<![\w.\-]){re.escape(quantity)}(?![\w])", text):
            inside |= set(range(match.start() + 1, match.end()))
    return inside


def undecided(text: str) -> set[int]:
    """The offsets that the oracle says nothing about."""
    opened: set[int] = set()
    for name in NAMES:
        for match in re.finditer(re.escape(name), text):
            opened |= set(range(match.start() + 1, match.end()))
    for pattern in (MARKUP, URL, ABBREVIATION):
        for match in pattern.finditer(text):
            opened |= set(range(match.start() + 1, match.end()))
    for match in MARKUP.finditer(text):
        opened |= {match.start(), match.end()}
    # "SLM--LRM": two words, or one? And a possessive "users'" may lose its apostrophe.
    for match in re.finditer(r"(?<=\w)--(?=\w)|(?<=s)'(?=\s)", text):
        opened |= set(range(match.start(), match.end() + 1))
    return opened - {match.start() for match in INSIDE_WORD.finditer(text)}


def cuts(text: str) -> Iterator[tuple[str, bool | None]]:
    """Both parts of every sentence at every offset, and whether each may be a quote (None: not decided)."""
    bad, unclear = forbidden(text), undecided(text)
    for sentence in sentences(text):
        for at in range(1, len(sentence)):
            for part in (sentence[:at], sentence[at:]):
                if re.search(r"\w", part):
                    yield part, verdict(part.strip(), text, bad, unclear)


def verdict(part: str, text: str, bad: set[int], unclear: set[int]) -> bool | None:
    """A quote may stand wherever the text has its words whole, not only where they were cut from."""
    if part.endswith("~"):
        return None  # in LaTeX a space at the end: the words before it are whole, and say nothing of a number
    said: set[bool | None] = set()
    at = text.find(part)
    while at != -1:
        ends = {at, at + len(part)}
        said.add(False if ends & bad else None if ends & unclear else True)
        at = text.find(part, at + 1)
    return True if True in said else None if None in said else False


def quotes_refused(text: str, parts: list[str]) -> set[str]:
    """The parts that `verify` does not let stand as quotes of an abstract."""
    source = read_source("seeds/s.txt", f"Abstract:{text}".encode())
    opening = json.dumps(" ".join(text.split()[:12]), ensure_ascii=False)
    refused: set[str] = set()
    for start in range(0, len(parts), 400):
        some = parts[start : start + 400]
        evidence = "".join(
            f"  - quote: {json.dumps(part, ensure_ascii=False)}\n    claims:\n"
            f"      - {{id: q{at}, kind: ranking, subject: it, metric: outcome, rank: best}}\n"
            for at, part in enumerate(some)
        )
        head = f"schema: claimcheck/1\npaper:\n  id: p\n  name: P\n  starts: {opening}\n  abstract: sha256:{source.abstracts[0].digest}\nevidence:\n"
        loaded = load_claim_file(SourceFile("claims/p.yaml", head + evidence))
        assert loaded.claims is not None, loaded.problems
        project = Project(Config(ROOT), build([source], [loaded]))
        report = run(project, Chosen(True), Selection(select=("quote-cut", "quote-not-verbatim")))
        refused |= {some[int(found.claim[1:])] for found in report.findings if found.claim is not None}
    return refused


def test_the_list_of_quantities_is_that_of_the_seeds() -> None:
    """A quantity that no abstract holds would be a slip of the list."""
    everything = "\n".join(abstracts())
    assert [each for each in QUANTITIES if each not in everything] == []
    assert len(abstracts()) == 18


@pytest.mark.parametrize("text", abstracts(), ids=lambda text: " ".join(text.split()[:4]))
def test_only_whole_words_and_whole_quantities(text: str) -> None:
    decided = {part: may for part, may in cuts(text) if may is not None}
    refused = quotes_refused(text, list(decided))
    passed_wrongly = [part for part, may in decided.items() if not may and part not in refused]
    stopped_wrongly = [part for part, may in decided.items() if may and part in refused]
    assert passed_wrongly == []
    assert stopped_wrongly == []


def test_the_oracle_tells_whole_from_cut() -> None:
    """The oracle itself, on cuts that anybody can judge."""
    text = "We improve by up to 79.6% over T\\\"ULU with non-members' data. It's 3-5x fewer, from 17.3 to 12.9 for Min-K\\%++ and (e.g.) 12."
    bad = forbidden(text) | forbidden(text.replace("79.6", "8.0"))

    def allowed(before: str) -> bool:
        assert text.startswith(before)
        return len(before) not in bad

    assert allowed("We improve")
    assert allowed("We improve by ")
    assert not allowed("We impr")
    assert not allowed("We improve by up to 79")
    assert not allowed("We improve by up to 79.6")
    assert allowed("We improve by up to 79.6%")
    assert not allowed("We improve by up to 79.6% over T")
    assert not allowed('We improve by up to 79.6% over T\\"ULU with non')
    assert not allowed('We improve by up to 79.6% over T\\"ULU with non-')
    rest = text[: text.index("from 17.3")]
    assert not allowed(rest + "from 17.3")
    assert not allowed(rest + "from 17.3 to ")
    assert allowed(rest + "from 17.3 to 12.9")
    assert not allowed(text[: text.index("5x")])
    assert not allowed(text[: text.index("%++")])
