"""What every rule has: a page with cases of both sides, a docstring that is a page too, a code of the scheme, clean hands."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

import pytest

import claimcheck.rules
from claimcheck.diagnostic import SEVERITIES
from claimcheck.rules import Rule, registry

RULES: Final = list(registry().values())
FOLDER: Final = Path(claimcheck.rules.__file__).parent
MODULES: Final = sorted(path for path in FOLDER.glob("*.py") if path.stem not in ("__init__", "base"))
PAGES: Final = Path(__file__).parent / "rules"

FAMILIES: Final = {
    "0": "file and schema",
    "1": "source and quote",
    "2": "number",
    "3": "duplicates and conflicts",
    "4": "coverage",
    "5": "meaning",
    "6": "vocabulary",
    "9": "suppressions and baseline",
}
"""What the first digit of a code says; 7 and 8 are free."""

_REPORT: Final = re.compile(r"^```report[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXAMPLE: Final = re.compile(r"^(Flagged|Clean):", re.MULTILINE)

FORBIDDEN_MODULES: Final = frozenset(
    "asyncio click ctypes glob http importlib io json logging multiprocessing os pickle requests shutil socket sqlite3 subprocess "
    "sys tempfile threading tomllib urllib yaml".split()
)
"""What a rule needs none of: it is given what it checks, and yields findings."""
ALLOWED_FROM: Final = {"pathlib": {"PurePosixPath"}}
"""Modules of which some names only calculate."""
FORBIDDEN_CALLS: Final = frozenset("open print input exec eval compile breakpoint __import__".split())
FORBIDDEN_METHODS: Final = frozenset(
    "open read_text read_bytes write_text write_bytes write read readlines iterdir unlink mkdir echo".split()
)
FORBIDDEN_LAYERS: Final = frozenset("app cli config project reporters runner suppress tables exporters".split())
"""Parts of claimcheck that stand above the rules: configuration and output are none of a rule's business."""

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
each_module = pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)


def test_there_are_rules() -> None:
    """The tests below hold for none, too."""
    assert len(RULES) > 30


@each_rule
def test_page(rule: Rule) -> None:
    page = PAGES / f"{rule.name}.md"
    assert page.is_file(), f"write {page.name}: README.md beside it says how, and the other pages show it"
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {rule.code} {rule.name}\n\n")
    reports = _REPORT.findall(text)
    assert any(f": {rule.code} {rule.name} " in report for report in reports), "the page has no flagged case"
    assert "clean\n" in reports, "the page has no clean case"


def test_every_page_has_its_rule() -> None:
    """A page left behind by a renamed rule would go on passing."""
    assert {page.stem for page in PAGES.glob("*.md")} - {"README"} == {rule.name for rule in RULES}


@each_rule
def test_docstring(rule: Rule) -> None:
    """`claimcheck explain` prints it and SARIF shows its first sentence, so it says what is wrong, then shows both sides."""
    summary, _, rest = rule.doc.partition("\n\n")
    assert rule.summary == " ".join(summary.split())
    assert rule.summary.endswith(".")
    assert re.match("[A-Z`]", rule.summary), "a sentence, or one that begins with a field's name"
    assert not re.search(r"\.\s+[A-Z]", rule.summary), "the first paragraph is one sentence"
    examples = _EXAMPLE.findall(rest)
    assert examples, "no line begins with 'Flagged:' or 'Clean:'"
    assert set(examples) == {"Flagged", "Clean"}
    assert examples == sorted(examples, reverse=True), "what is flagged comes first"


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@each_rule
def test_code_and_name(rule: Rule) -> None:
    assert re.fullmatch(r"CC[0-9]{3}", rule.code)
    assert rule.code[2] in FAMILIES, f"no such family; there are {FAMILIES}"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name), "a name is words in small letters with hyphens"
    assert rule.severity in SEVERITIES


@each_rule
def test_module_is_named_like_the_rule(rule: Rule) -> None:
    """Whoever reads a finding finds its code; the first line of the module says the code again."""
    module = rule.check.__module__.rpartition(".")[2]
    assert module == rule.name.replace("-", "_") == rule.check.__name__
    first = (FOLDER / f"{module}.py").read_text(encoding="utf-8").split("\n", 1)[0]
    assert first.startswith(f'"""{rule.code} {rule.name}')


def test_one_rule_a_module() -> None:
    assert len(RULES) == len(MODULES)


@each_module
def test_a_rule_reads_no_file_and_prints_nothing(module: Path) -> None:
    assert _misdeeds(ast.parse(module.read_text(encoding="utf-8"))) == []


def _misdeeds(tree: ast.Module) -> list[str]:
    """What a module does that no rule may: imports of what reads, writes or knows the configuration, and such calls."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found += [f"imports {each.name}" for each in names if not _may_import(each.name, "")]
            case ast.ImportFrom(module=str(module), names=names):
                found += [f"imports {each.name} of {module}" for each in names if not _may_import(module, each.name)]
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
                found.append(f"calls {name}()")
            case ast.Call(func=ast.Attribute(attr=name)) if name in FORBIDDEN_METHODS:
                found.append(f"calls .{name}()")
    return found


def _may_import(module: str, name: str) -> bool:
    top, _, below = module.partition(".")
    if top == "claimcheck":
        return (below or name).partition(".")[0] not in FORBIDDEN_LAYERS
    return name in ALLOWED_FROM[top] if top in ALLOWED_FROM else top not in FORBIDDEN_MODULES


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import os.path", ["imports os.path"]),
        ("from click import echo", ["imports echo of click"]),
        ("from pathlib import Path", ["imports Path of pathlib"]),
        ("import pathlib", ["imports pathlib"]),
        ("from claimcheck.config import Config", ["imports Config of claimcheck.config"]),
        ("from claimcheck import app", ["imports app of claimcheck"]),
        ("import claimcheck.reporters.base", ["imports claimcheck.reporters.base"]),
        ("def f(path):\n    print(path.read_text())", ["calls print()", "calls .read_text()"]),
        ("def f(path):\n    with open(path) as file:\n        return file.read()", ["calls open()", "calls .read()"]),
        ("import re\nfrom pathlib import PurePosixPath\nfrom claimcheck.dataset import Dataset\nre.compile('x')", []),
    ],
)
def test_misdeeds_are_seen(source: str, found: list[str]) -> None:
    assert _misdeeds(ast.parse(source)) == found
