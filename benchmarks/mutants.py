"""Mutation testing: which small changes of the code does no test notice?

    python benchmarks/mutants.py FILE.py … [--tests PATH …] [--every 3] [--tables] [--out FILE.jsonl]
    python benchmarks/mutants.py --report FILE.jsonl … --write docs/mutants.md

Each mutant is one change of one expression or statement: `<` for `<=`, `and` for `or`, a condition that is always true, a
number one higher, a statement left out. With `--tables` the constants of the modules are changed as well: a word of a list,
an alternative or an assertion of a regular expression is left out.

Nothing is written to the sources. The tests are collected once, and each of them is run once to see which lines it reaches.
Every mutant then gets a process of its own, forked from there, in which the functions of the module are given the mutated
code; the tests that reach it run until one fails. A mutant that no test fails on has survived, and is printed. What a test
starts in another process is not seen by the mutant. Needs `os.fork`.
"""

from __future__ import annotations

import argparse
import ast
import copy
import functools
import gc
import importlib
import json
import os
import pickle
import re
import resource
import signal
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol
from witnesses import Witness, readings, verdicts

from claimcheck.redteam.report import fill_region

ROOT: Final = Path(__file__).resolve().parent.parent
REASONS: Final = ROOT / "benchmarks" / "mutants.toml"
MOST_SHOWN: Final = 5
REGION: Final = "benchmarks/mutants"
TESTS: Final = ("tests/rules", "tests/matching", "tests/numerals", "tests/unit", "tests/properties")
PACKAGE: Final = "claimcheck"
MEMORY: Final = 3 << 30
SURVIVED: Final = ("survived", "unreached", "seen")
"""Outcomes of a mutant that no test notices: `unreached` by any, `seen` by a witness."""
PATIENCE: Final = 5.0
"""Seconds that a mutant may take beyond ten times what its tests take."""

# -- mutants -------------------------------------------------------------------------------------------------------------

SWAPS: Final[dict[type[ast.AST], tuple[type[ast.AST], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitAnd: (ast.BitOr,),
    ast.LShift: (ast.RShift,),
}
CALLS: Final = {
    "min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list",
    "startswith": "endswith", "endswith": "startswith", "find": "rfind", "rfind": "find", "strip": "lstrip",
    "lstrip": "rstrip", "rstrip": "lstrip", "partition": "rpartition", "rpartition": "partition", "match": "search",
    "search": "match", "fullmatch": "match", "isalpha": "isalnum", "isalnum": "isalpha", "isdigit": "isalnum",
    "isupper": "islower", "islower": "isupper", "removeprefix": "removesuffix", "removesuffix": "removeprefix",
}  # fmt: skip
DROPPED_CALLS: Final = frozenset("casefold lower strip lstrip rstrip removeprefix removesuffix copy".split())
"""Methods that give a text back a little changed: the text as it is."""

Place = tuple[tuple[str, int | None], ...]
"""The way from a module to a node: fields, and the index in a field that is a list."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: the lines that it is reached by, what stood there, what stands there now."""

    file: str
    line: int
    end: int
    owner: str
    """The function that it is in, or the constant."""
    kind: str
    before: str
    after: str
    place: Place
    node: bytes

    def tree(self, module: ast.Module) -> ast.Module:
        changed = copy.deepcopy(module)
        at: Any = changed
        for name, index in self.place[:-1]:
            at = getattr(at, name) if index is None else getattr(at, name)[index]
        name, index = self.place[-1]
        new = pickle.loads(self.node)
        if index is None:
            setattr(at, name, new)
        else:
            getattr(at, name)[index] = new
        return ast.fix_missing_locations(changed)

    def told(self) -> str:
        return f"{self.file}:{self.line} {self.owner} [{self.kind}] {self.before} → {self.after}"


class Finder:
    """Finds the mutants of a module."""

    def __init__(self, file: str, module: ast.Module, tables: bool) -> None:
        self.file = file
        self.tables = tables
        self.found: list[Mutant] = []
        for index, node in enumerate(module.body):
            self.top(node, (("body", index),))

    def top(self, node: ast.stmt, place: Place, within: str = "") -> None:
        if isinstance(node, ast.ClassDef):
            for index, each in enumerate(node.body):
                self.top(each, (*place, ("body", index)), f"{within}{node.name}.")
        elif isinstance(node, ast.FunctionDef):
            self.function(node, place, within + node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and self.tables and not within and node.value is not None:
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            self.table(node.value, (*place, ("value", None)), f"={ast.unparse(target)}", node)

    # -- functions

    def function(self, node: ast.FunctionDef, place: Place, owner: str) -> None:
        for index, each in enumerate(node.body):
            if each is node.body[-1] and isinstance(each, ast.Return) and _is_none(each.value):
                continue  # the function would return None without it
            self.statement(each, (*place, ("body", index)), owner)

    def add(self, kind: str, old: ast.AST, new: ast.AST, place: Place, owner: str, at: ast.stmt) -> None:
        header = at.end_lineno or at.lineno
        if hasattr(at, "body") and at.body:
            header = max(at.lineno, at.body[0].lineno - 1)
        if isinstance(at, ast.Match):
            header = at.lineno
        line, end = at.lineno, header
        if isinstance(old, ast.expr):
            line, end = min(line, old.lineno), max(end, old.end_lineno or old.lineno)
        before, after = (" ".join(ast.unparse(each).split()) for each in (old, new))
        if before != after:
            self.found.append(
                Mutant(
                    self.file,
                    getattr(old, "lineno", line),
                    end,
                    owner,
                    kind,
                    before[:150],
                    after[:150],
                    place,
                    pickle.dumps(new),
                )
            )

    def statement(self, node: ast.stmt, place: Place, owner: str) -> None:
        if isinstance(node, ast.FunctionDef):
            self.function(node, place, f"{owner}.{node.name}")
            return
        if isinstance(node, ast.Assert | ast.Import | ast.ImportFrom) or _is_docstring(node):
            return
        nothing = ast.copy_location(ast.Pass(), node)
        match node:
            case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Delete():
                self.add("left out", node, nothing, place, owner, node)
            case ast.Continue():
                self.add("break", node, ast.Break(), place, owner, node)
                self.add("left out", node, nothing, place, owner, node)
            case ast.Break():
                self.add("left out", node, nothing, place, owner, node)
            case ast.Return(value=value) if value is None or (
                isinstance(value, ast.Constant) and value.value in (None, False)
            ):
                self.add("left out", node, nothing, place, owner, node)
            case ast.Return() if not isinstance(node.value, ast.Constant):
                self.add("none", node, ast.Return(ast.Constant(None)), place, owner, node)
            case ast.Assign() if not isinstance(node.value, ast.Constant):
                self.add("none", node.value, ast.Constant(None), (*place, ("value", None)), owner, node)
        for name, field in ast.iter_fields(node):
            if name in ("targets", "target", "annotation", "type_comment", "handlers"):
                continue
            if isinstance(field, ast.expr):
                self.expression(field, (*place, (name, None)), owner, node)
            elif isinstance(field, list):
                for index, each in enumerate(field):
                    inner = (*place, (name, index))
                    if isinstance(each, ast.stmt):
                        self.statement(each, inner, owner)
                    elif isinstance(each, ast.expr):
                        self.expression(each, inner, owner, node)
                    elif isinstance(each, ast.match_case):
                        self.case(each, inner, owner, node)
        if isinstance(node, ast.If | ast.While):
            self.condition(node.test, (*place, ("test", None)), owner, node)
        if isinstance(node, ast.Try):
            for number, handler in enumerate(node.handlers):
                for index, each in enumerate(handler.body):
                    self.statement(each, (*place, ("handlers", number), ("body", index)), owner)

    def case(self, node: ast.match_case, place: Place, owner: str, at: ast.stmt) -> None:
        never = copy.deepcopy(node)
        never.guard = ast.Constant(False)
        self.add("never", node.pattern, never, place, owner, at)
        self.found[-1:] = [_shortened(self.found[-1], f"case {ast.unparse(node.pattern)}", "no such case")]
        if node.guard is not None:
            self.expression(node.guard, (*place, ("guard", None)), owner, at)
            self.condition(node.guard, (*place, ("guard", None)), owner, at)
        for index, each in enumerate(node.body):
            self.statement(each, (*place, ("body", index)), owner)

    def condition(self, node: ast.expr, place: Place, owner: str, at: ast.stmt) -> None:
        """What decides: always, never."""
        if isinstance(node, ast.Constant):
            return
        for value in (True, False):
            if value and isinstance(at, ast.While):
                continue
            self.add("always" if value else "never", node, ast.Constant(value), place, owner, at)

    def expression(self, node: ast.expr, place: Place, owner: str, at: ast.stmt) -> None:
        def put(kind: str, new: ast.AST) -> None:
            self.add(kind, node, ast.copy_location(new, node), place, owner, at)

        match node:
            case ast.Compare():
                for index, operator in enumerate(node.ops):
                    for other in SWAPS.get(type(operator), ()):
                        new = copy.deepcopy(node)
                        new.ops[index] = other()  # type: ignore[call-overload]
                        put("compare", new)
                    held = node.comparators[index]
                    if isinstance(operator, ast.In | ast.NotIn):
                        self.members(held, (*place, ("comparators", index)), owner, at)
            case ast.BoolOp():
                put("and/or", ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values))
                for index in range(len(node.values)):
                    rest = node.values[:index] + node.values[index + 1 :]
                    put("condition left out", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
            case ast.UnaryOp(op=ast.Not()):
                put("not left out", node.operand)
            case ast.UnaryOp(op=ast.USub()):
                put("sign", node.operand)
            case ast.BinOp():
                for other in SWAPS.get(type(node.op), ()):
                    if not (isinstance(node.op, ast.Add | ast.Mod) and (_texts(node.left) or _texts(node.right))):
                        put("operator", ast.BinOp(node.left, other(), node.right))  # type: ignore[arg-type]
            case ast.Constant(value=bool()):
                put("constant", ast.Constant(not node.value))
            case ast.Constant(value=int() | float()):
                put("number", ast.Constant(node.value + 1))  # type: ignore[operator]
                if node.value >= 1:  # type: ignore[operator]
                    put("number", ast.Constant(node.value - 1))  # type: ignore[operator]
            case ast.Constant(value=str(text)) if not _is_wording(text):
                put("text", ast.Constant(f"XX{text}"))
            case ast.IfExp():
                put("always", node.body)
                put("never", node.orelse)
            case ast.Slice():
                if node.lower is not None:
                    put("slice", ast.Slice(None, node.upper, node.step))
                if node.upper is not None:
                    put("slice", ast.Slice(node.lower, None, node.step))
            case ast.Call():
                self.call(node, put)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                for number, generator in enumerate(node.generators):
                    for index, test in enumerate(generator.ifs):
                        unfiltered = copy.deepcopy(node)
                        unfiltered.generators[number].ifs[index] = ast.Constant(True)
                        put("filter left out", unfiltered)
                        self.expression(test, (*place, ("generators", number), ("ifs", index)), owner, at)
                    self.expression(generator.iter, (*place, ("generators", number), ("iter", None)), owner, at)
        if isinstance(node, ast.JoinedStr):
            for index, each in enumerate(node.values):
                if isinstance(each, ast.FormattedValue):
                    self.expression(each.value, (*place, ("values", index), ("value", None)), owner, at)
            return
        for name, field in ast.iter_fields(node):
            if name in ("generators", "annotation"):
                continue
            if isinstance(field, ast.expr):
                self.expression(field, (*place, (name, None)), owner, at)
            elif isinstance(field, list):
                for index, each in enumerate(field):
                    if isinstance(each, ast.expr):
                        self.expression(each, (*place, (name, index)), owner, at)
                    elif isinstance(each, ast.keyword):
                        self.expression(each.value, (*place, (name, index), ("value", None)), owner, at)

    @staticmethod
    def call(node: ast.Call, put: Callable[[str, ast.AST], None]) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in CALLS:
            new = copy.deepcopy(node)
            if isinstance(new.func, ast.Name):
                new.func.id = CALLS[name]
                if CALLS[name] == "list":
                    new.keywords = []
            elif isinstance(new.func, ast.Attribute):
                new.func.attr = CALLS[name]
            put("call", new)
        if name in DROPPED_CALLS and isinstance(node.func, ast.Attribute):
            put("call left out", node.func.value)
        for index, each in enumerate(node.keywords):
            if not _texts(each.value):
                new = copy.deepcopy(node)
                del new.keywords[index]
                put("argument left out", new)

    def members(self, node: ast.expr, place: Place, owner: str, at: ast.stmt) -> None:
        """What is looked for among a few: each of them left out."""
        if isinstance(node, ast.Tuple | ast.Set | ast.List):
            for index in range(len(node.elts)):
                self.add(
                    "member", node, ast.Tuple(node.elts[:index] + node.elts[index + 1 :], ast.Load()), place, owner, at
                )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 1:
            for index in range(len(node.value)):
                self.add("member", node, ast.Constant(node.value[:index] + node.value[index + 1 :]), place, owner, at)

    # -- tables

    def table(self, node: ast.expr, place: Place, owner: str, at: ast.stmt) -> None:
        def put(kind: str, new: ast.AST) -> None:
            self.add(kind, node, ast.copy_location(new, node), place, owner, at)
            self.found[-1:] = [_difference(self.found[-1], node, new)] if self.found else []

        match node:
            case ast.Constant(value=bool() | None):
                pass
            case ast.Constant(value=int() | float()):
                put("number", ast.Constant(node.value + 1))  # type: ignore[operator]
                put("number", ast.Constant(node.value - 1))  # type: ignore[operator]
            case ast.Constant(value=str(text)):
                for kind, thinner in _thinner(text):
                    put(kind, ast.Constant(thinner))
            case ast.Set() | ast.List() | ast.Tuple():
                for index in range(len(node.elts)):
                    new = copy.deepcopy(node)
                    del new.elts[index]
                    put("entry", new)
            case ast.Dict():
                for index in range(len(node.keys)):
                    entry = copy.deepcopy(node)
                    del entry.keys[index], entry.values[index]
                    put("entry", entry)
        if isinstance(node, ast.JoinedStr):
            for index, each in enumerate(node.values):
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    for kind, thinner in _thinner(each.value):
                        joined = copy.deepcopy(node)
                        joined.values[index] = ast.Constant(thinner)
                        put(kind, joined)
            return
        for name, field in ast.iter_fields(node):
            if name in ("func", "slice", "generators") or isinstance(node, ast.Set | ast.Dict):
                continue
            if isinstance(field, ast.expr):
                self.table(field, (*place, (name, None)), owner, at)
            elif isinstance(field, list):
                for index, each in enumerate(field):
                    if isinstance(each, ast.expr):
                        self.table(each, (*place, (name, index)), owner, at)


def _shortened(mutant: Mutant, before: str, after: str) -> Mutant:
    return Mutant(
        mutant.file, mutant.line, mutant.end, mutant.owner, mutant.kind, before, after, mutant.place, mutant.node
    )


def _difference(mutant: Mutant, old: ast.AST, new: ast.AST) -> Mutant:
    """A table is long: only where it changed is told."""
    before, after = ast.unparse(old), ast.unparse(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    left = max(0, head - 30)
    return _shortened(
        mutant, f"…{before[left : len(before) - tail + 12]}…"[:150], f"…{after[left : len(after) - tail + 12]}…"[:150]
    )


def _is_none(node: ast.expr | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _common(first: str, second: str) -> int:
    """How many characters at the beginning are the same."""
    return next(
        (at for at, (one, two) in enumerate(zip(first, second, strict=False)) if one != two),
        min(len(first), len(second)),
    )


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _texts(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _is_wording(text: str) -> bool:
    """Whether a text is for people: what it says is not what is decided."""
    return " " in text.strip() and len(text) > 12


def _thinner(text: str) -> Iterator[tuple[str, str]]:
    """A text of a table with one thing less: a word of a list, a part of a regular expression."""
    if re.fullmatch(r"[\w%.'’+/\s-]+", text):
        words = text.split()
        if len(words) > 1:
            for index in range(len(words)):
                yield "word", " ".join(words[:index] + words[index + 1 :])
        return
    yield from _pattern(text)


def _pattern(text: str) -> Iterator[tuple[str, str]]:
    """A regular expression without one alternative, one assertion, one `?`, or with `+` for `*` and nothing for `+`."""
    openings: list[list[int]] = [[0]]
    index = 0
    while index < len(text):
        character = text[index]
        if character == "\\":
            if text[index + 1 : index + 2] in ("b", "B"):
                yield "assertion", text[:index] + text[index + 2 :]
            index += 2
            continue
        if character == "[":
            end = index + 2 if text[index + 1 : index + 2] != "^" else index + 3
            while end < len(text) and text[end] != "]":
                end += 2 if text[end] == "\\" else 1
            index = end + 1
            continue
        if character == "(":
            head = re.compile(r"\((?:\?(?:P<\w+>|<[=!]|[=!:>]|[a-zA-Z-]+:))?").match(text, index)
            assert head is not None
            openings.append([head.end(), index])
            index = head.end()
            continue
        if character == "|":
            openings[-1].append(index)
        elif character == ")":
            if len(openings) > 1:
                yield from _group(text, openings.pop(), index)
        elif character in "?*+" and index and text[index - 1] not in "(|":
            lazy = text[index - 1] in "?*+}" and text[index - 2 : index - 1] != "\\"
            if not lazy:
                yield "repetition", text[:index] + ("+" if character == "*" else "") + text[index + 1 :]
        index += 1
    if len(openings) == 1:
        bars = openings[0][1:]
        yield from _without([0, *(bar + 1 for bar in bars)], [*bars, len(text)], text)


def _group(text: str, marks: list[int], end: int) -> Iterator[tuple[str, str]]:
    start, opening, *bars = marks
    if text.startswith(("(?=", "(?!", "(?<"), opening) and not text.startswith("(?P", opening):
        yield "assertion", text[:opening] + text[end + 1 :]
    yield from _without([start, *(bar + 1 for bar in bars)], [*bars, end], text)


def _without(starts: list[int], ends: list[int], text: str) -> Iterator[tuple[str, str]]:
    if len(starts) < 2:
        return
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        yield "alternative", text[:start] + text[end + 1 :] if index == 0 else text[: start - 1] + text[end:]


# -- running -------------------------------------------------------------------------------------------------------------


class Patch:
    """Gives the functions of a module, in this process, the code of a mutated tree, or a constant its mutated value."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.module_name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        self.source = path.read_text(encoding="utf-8")
        self.tree = ast.parse(self.source)
        self.functions: dict[tuple[str, int], list[FunctionType]] = {}
        self.codes = _codes(compile(self.source, str(path), "exec", dont_inherit=True))

    def find_functions(self) -> None:
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and each.__code__.co_filename == str(self.path):
                key = each.__code__.co_qualname, each.__code__.co_firstlineno
                self.functions.setdefault(key, []).append(each)

    def apply(self, mutant: Mutant) -> None:
        tree = mutant.tree(self.tree)
        if mutant.owner.startswith("="):
            self.rebind(tree, mutant)
        else:
            for key, code in _codes(compile(tree, str(self.path), "exec", dont_inherit=True)).items():
                if code != self.codes.get(key):
                    for function in self.functions.get(key, ()):
                        function.__code__ = code

    def rebind(self, tree: ast.Module, mutant: Mutant) -> None:
        """Assigns a changed constant anew, and all constants of all modules that were made from it."""
        modules = [
            module
            for name, module in list(sys.modules.items())
            if name.startswith(PACKAGE) and hasattr(module, "__file__")
        ]
        changed: dict[int, Any] = {}
        kept: list[Any] = []
        index = mutant.place[0][1]
        for module in modules:
            space = vars(module)
            names: set[str] = set()
            for name, value in list(space.items()):
                if id(value) in changed and not isinstance(value, int | str | bool | type(None)):
                    space[name] = changed[id(value)]
                    names.add(name)
            own = module.__name__ == self.module_name
            if not own and not names:
                continue
            body = tree.body if own else ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body
            for at, statement in enumerate(body):
                used = {each.id for each in ast.walk(statement) if isinstance(each, ast.Name)}
                if isinstance(statement, ast.FunctionDef) and used & names:
                    names.add(statement.name)
                elif isinstance(statement, ast.Assign | ast.AnnAssign) and ((own and at == index) or used & names):
                    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
                    bound = {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}
                    old = {name: space.get(name) for name in bound}
                    code = ast.Module([statement], [])
                    exec(compile(code, str(module.__file__), "exec", dont_inherit=True, flags=0x1000000), space)
                    for name, value in old.items():
                        changed[id(value)] = space[name]
                        kept.append(value)
                    names |= bound

    def users(self, mutant: Mutant) -> set[tuple[str, int]]:
        """The lines of the functions that a constant is used in, in this module or, by import, in another one."""
        wanted = {(self.module_name, mutant.owner[1:])}
        lines: set[tuple[str, int]] = set()
        for name, module in list(sys.modules.items()):
            if not name.startswith(PACKAGE) or not getattr(module, "__file__", None):
                continue
            path = Path(str(module.__file__))
            names = {own for where, own in wanted if where == name}
            space = vars(module)
            for where, own in tuple(wanted):
                if where != name and where in sys.modules:
                    value = vars(sys.modules[where]).get(own)
                    names |= {each for each, held in space.items() if held is value and value is not None}
            if not names:
                continue
            for node in _functions_and_tables(ast.parse(path.read_text(encoding="utf-8"))):
                if {each.id for each in ast.walk(node) if isinstance(each, ast.Name)} & names:
                    if isinstance(node, ast.FunctionDef):
                        lines |= {(str(path), line) for line in range(node.lineno, (node.end_lineno or 0) + 1)}
                    else:
                        targets = node.targets if isinstance(node, ast.Assign) else [node.target]  # type: ignore[attr-defined]
                        names |= {target.id for target in targets if isinstance(target, ast.Name)}
            wanted |= {(name, each) for each in names}
        return lines


def _functions_and_tables(tree: ast.Module) -> Iterator[ast.stmt]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from (each for each in node.body if isinstance(each, ast.FunctionDef))
        elif isinstance(node, ast.FunctionDef | ast.Assign | ast.AnnAssign):
            yield node


def _codes(code: CodeType) -> dict[tuple[str, int], CodeType]:
    """The code of every function of a module that is not inside another one, by qualified name and line."""
    found: dict[tuple[str, int], CodeType] = {}
    for each in code.co_consts:
        if isinstance(each, CodeType):
            if each.co_flags & 0x2:  # has locals of its own: a function, not a class's body
                found[each.co_qualname, each.co_firstlineno] = each
            else:
                found |= _codes(each)
    return found


@dataclass(slots=True)
class Reached:
    """What the tests did unmutated: how long each took, and which of them reached each line."""

    seconds: list[float]
    lines: dict[tuple[str, int], set[int]]
    failed: list[int]

    def leave_out(self, tests: Iterable[int]) -> None:
        for reaching in self.lines.values():
            reaching.difference_update(tests)


class Runner:
    """A pytest plugin that runs mutants instead of the tests."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.patches = [Patch(Path(path).resolve()) for path in options.files]
        self.survivors: list[Mutant] = []
        self.again = _survivors(options.again) if options.again else set()
        self.counts: Counter[str] = Counter()
        self.kills: Counter[int] = Counter()
        self.witness: Witness | None = None

    def pytest_configure(self) -> None:
        from hypothesis import Phase, settings

        phases = (Phase.explicit, Phase.generate)  # a failure is enough; nobody reads the smallest one
        settings.register_profile(
            "mutants", derandomize=True, max_examples=30, deadline=None, database=None, phases=phases
        )
        settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise SystemExit("the tests could not be collected")
        self.items = session.items
        reached = self.unmutated()
        for at in reached.failed:
            print(f"fails unmutated, and is left out: {self.items[at].nodeid}")
        long = [at for at, seconds in enumerate(reached.seconds) if seconds > self.options.longest]
        reached.leave_out({*reached.failed, *long})
        for at in long:
            print(f"takes too long, and is left out: {self.items[at].nodeid}")
        print(f"{len(self.items)} tests, {sum(reached.seconds):.0f} s", flush=True)
        for patch in self.patches:
            importlib.import_module(patch.module_name)  # what only a test would import must be there to be changed
            patch.find_functions()
        if self.options.texts or self.options.verdicts:
            observations = [*(readings(self.options.texts) if self.options.texts else ())]
            observations += verdicts(self.options.verdicts) if self.options.verdicts else ()
            self.witness = Witness(observations)
            print(f"{len(self.witness)} observations besides", flush=True)
        self.caches = _caches()
        gc.freeze()
        with open(self.options.out or os.devnull, "w", encoding="utf-8") as out:
            for patch in self.patches:
                self.module(patch, reached, out)
        print(f"together: {_told(self.counts)}")
        return True

    def module(self, patch: Patch, reached: Reached, out: Any) -> None:
        file = str(patch.path.relative_to(ROOT))
        finder = Finder(file, patch.tree, self.options.tables)
        mutants = [each for each in finder.found if not self.options.tables or each.owner.startswith("=")]
        mutants = mutants[self.options.first :: self.options.every]
        if self.options.again:
            mutants = [
                each for each in mutants if (each.file, each.owner, each.kind, each.before, each.after) in self.again
            ]
        if self.options.only:
            mutants = [each for each in mutants if re.search(self.options.only, each.told())]
        counts: Counter[str] = Counter()
        begun = time.monotonic()
        for mutant in mutants:
            tests = self.tests_for(patch, mutant, reached)
            outcome, by, seen = self.outcome(patch, mutant, tests, reached)
            counts[outcome] += 1
            if by >= 0:
                self.kills[by] += 1
            if outcome in SURVIVED:
                self.survivors.append(mutant)
                print(f"{outcome} {mutant.told()}{f' ({seen})' if seen else ''}", flush=True)
            record = {name: value for name, value in asdict(mutant).items() if name not in ("node", "place")}
            record |= {
                "observations": len(self.witness) if self.witness is not None else 0,
                "outcome": outcome,
                "by": self.items[by].nodeid if by >= 0 else "",
                "seen": seen,
            }
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            out.flush()
        self.counts += counts
        print(f"{file}: {_told(counts)} in {time.monotonic() - begun:.0f} s", flush=True)

    def tests_for(self, patch: Patch, mutant: Mutant, reached: Reached) -> list[int]:
        lines: Iterable[tuple[str, int]]
        if mutant.owner.startswith("="):
            lines = patch.users(mutant)
        else:
            first = min(mutant.line, mutant.end)
            lines = [(str(patch.path), line) for line in range(first, mutant.end + 1)]
        found = set[int]().union(*(reached.lines.get(line, ()) for line in lines))
        return sorted(found, key=lambda at: (-self.kills[at], reached.seconds[at]))

    def outcome(self, patch: Patch, mutant: Mutant, tests: list[int], reached: Reached) -> tuple[str, int, str]:
        """What became of a mutant, the test that noticed it (-1: none), and what else tells it from the original."""
        if not tests and self.witness is None:
            return "unreached", -1, ""
        limit = PATIENCE + 10 * sum(reached.seconds[at] for at in tests)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            self.child(patch, mutant, tests, writing, limit)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read().decode()
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return ("timeout" if os.WTERMSIG(status) == signal.SIGALRM else "crash"), -1, ""
        match os.WEXITSTATUS(status):
            case 0:
                return "survived" if tests else "unreached", -1, ""
            case 1:
                return "killed", int(told) if told else -1, ""
            case 3:
                return "seen", -1, told
        return "crash", -1, ""

    def child(self, patch: Patch, mutant: Mutant, tests: list[int], writing: int, limit: float) -> None:
        """Runs the tests; the process ends with 0 if all pass, 1 at the first that fails, 3 if only a witness tells."""
        _quiet()
        signal.setitimer(signal.ITIMER_REAL, limit)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            patch.apply(mutant)
        except Exception:  # noqa: BLE001 - a table that cannot be made any more is noticed by every test
            os._exit(1)
        for cache in self.caches:
            cache.cache_clear()
        failed = next(self.failures(tests), None)
        if failed is not None:
            os.write(writing, str(failed).encode())
            os._exit(1)
        seen = self.witness.differs() if self.witness is not None else None
        if seen is not None:
            os.write(writing, seen.encode())
            os._exit(3)
        os._exit(0)

    def failures(self, tests: Sequence[int]) -> Iterator[int]:
        for at, after in zip(tests, [*tests[1:], None], strict=True):
            item = self.items[at]
            try:
                reports = runtestprotocol(item, log=False, nextitem=None if after is None else self.items[after])
            except BaseException:  # noqa: BLE001 - whatever it was: the mutant is noticed
                yield at
                return
            if any(report.failed for report in reports):
                yield at

    def unmutated(self) -> Reached:
        """Runs every test once in a process of its own, so that this one stays as it is."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _quiet()
            found = self.traced()
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(found, pipe)
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            found = pickle.load(pipe)
        os.waitpid(child, 0)
        assert isinstance(found, Reached)
        return found

    def traced(self) -> Reached:
        package = str(ROOT / PACKAGE) + os.sep
        lines: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        hit: set[tuple[str, int]] = set()

        def local(frame: FrameType, event: str, arg: object) -> Any:
            if event == "line":
                hit.add((frame.f_code.co_filename, frame.f_lineno))
            return local

        def tracer(frame: FrameType, event: str, arg: object) -> Any:
            name = frame.f_code.co_filename
            if name.startswith(package):
                hit.add((name, frame.f_lineno))
                return local
            return None

        seconds: list[float] = []
        failed: list[int] = []
        for cache in _caches():
            cache.cache_clear()
        for at in range(len(self.items)):
            begun = time.monotonic()
            sys.settrace(tracer)
            bad = list(self.failures([at]))
            sys.settrace(None)
            seconds.append(time.monotonic() - begun)
            failed += bad
            for line in hit:
                lines[line].add(at)
            hit.clear()
        return Reached(seconds, dict(lines), failed)


def _caches() -> list[functools._lru_cache_wrapper[Any]]:
    """The caches of the package's functions, found before the collector's objects are frozen (and no longer listed)."""
    return [
        each
        for each in gc.get_objects()
        if isinstance(each, functools._lru_cache_wrapper) and (each.__module__ or "").startswith(PACKAGE)
    ]


def _survivors(file: str) -> set[tuple[str, ...]]:
    """The mutants that survived an earlier run, as its file has them."""
    with open(file, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return {
        tuple(record[name] for name in ("file", "owner", "kind", "before", "after"))
        for record in records
        if record["outcome"] in SURVIVED
    }


# -- report --------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Reason:
    """Why some survivors are equivalent: regular expressions, found in how a mutant is told."""

    why: str
    mutants: list[re.Pattern[str]]


def reasons() -> list[Reason]:
    with open(REASONS, "rb") as file:
        return [
            Reason(each["why"], [re.compile(pattern) for pattern in each["mutants"]])
            for each in tomllib.load(file)["reason"]
        ]


def _latest(files: Sequence[str]) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """The records of all files by mutant (alike ones of a function together), each as the last file that has it says."""
    latest: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for file in files:
        found: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        with open(file, encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                found[tuple(record[name] for name in ("file", "owner", "kind", "before", "after"))].append(record)
        latest |= found
    return latest


def _there(files: Iterable[str]) -> set[tuple[str, ...]]:
    """The mutants that there are in these files now, tables too."""
    found: set[tuple[str, ...]] = set()
    for file in files:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        for tables in (False, True):
            found |= {
                (each.file, each.owner, each.kind, each.before, each.after) for each in Finder(file, tree, tables).found
            }
    return found


def report(files: Sequence[str]) -> str:
    """What runs found, for the page: a table by module, the equivalent mutants by their reasons, and the open ones.

    A later file says what became of mutants that an earlier one has, too (`--again`); what the code no longer has is left out.
    """
    latest = _latest(files)
    there = _there({key[0] for key in latest})
    records = [record for key, group in latest.items() if key in there for record in group]
    known = reasons()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    explained: defaultdict[int, list[str]] = defaultdict(list)
    unexplained: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        count = counts[record["file"].removeprefix(f"{PACKAGE}/")]
        count["mutants"] += 1
        if record["outcome"] not in SURVIVED:
            count["noticed"] += 1
            continue
        line = f"{record['file']} {record['owner']} [{record['kind']}] {record['before']} → {record['after']}"
        at = next((at for at, each in enumerate(known) if any(one.search(line) for one in each.mutants)), None)
        if record["outcome"] == "seen":
            at = None  # whatever was thought of it: something tells it
        count["equivalent" if at is not None else "seen" if record["outcome"] == "seen" else "open"] += 1
        told = f"`{line.removeprefix(PACKAGE + '/')}`"
        if at is None:
            unexplained[record["file"]].append(told)
        else:
            explained[at].append(told)
    heads = ("mutants", "noticed", "equivalent", "seen", "open")
    rows = [(file, *(str(count[head]) for head in heads)) for file, count in sorted(counts.items())]
    rows.append(("together", *(f"{sum(count[head] for count in counts.values()):,}" for head in heads)))
    table = [("module", *heads), ("---", *["---:"] * len(heads)), *rows]
    parts = ["\n".join(f"| {' | '.join(row)} |" for row in table), "### Equivalent"]
    for at, lines in sorted(explained.items()):
        parts += [f"{known[at].why} ({len(lines)})", "\n".join(f"- {line}" for line in sorted(lines))]
    parts += [
        "### Open",
        f"Of each module the first {MOST_SHOWN}; the file of the run has them all." if unexplained else "None.",
    ]
    for _, lines in sorted(unexplained.items()):
        parts.append("\n".join(f"- {line}" for line in lines[:MOST_SHOWN]))
    return "\n\n".join(parts)


def _quiet() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def _told(counts: Counter[str]) -> str:
    return f"{sum(counts.values())} mutants, " + ", ".join(f"{count} {what}" for what, count in counts.most_common())


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", help="the modules to mutate")
    parser.add_argument(
        "--report", nargs="+", metavar="FILE.jsonl", help="tell what runs (--out) found, and run nothing"
    )
    parser.add_argument("--write", metavar="PAGE", help="write the report into the region of this page")
    parser.add_argument("--tests", nargs="+", default=TESTS)
    parser.add_argument("--every", type=int, default=1, help="only each so manieth mutant")
    parser.add_argument("--first", type=int, default=0, help="which of them is the first")
    parser.add_argument("--only", help="only mutants that this regular expression finds")
    parser.add_argument("--longest", type=float, default=3.0, help="seconds that a test may take (while it is watched)")
    parser.add_argument("--tables", action="store_true", help="the constants of the modules instead of the functions")
    parser.add_argument("--again", help="only mutants that survived an earlier run, whose file (--out) this is")
    parser.add_argument("--texts", metavar="FILE.jsonl", help="what survives reads the numbers of these texts, too")
    parser.add_argument("--verdicts", type=int, metavar="N", help="what survives judges each N-th falsified claim, too")
    parser.add_argument("--out", help="a file to write every mutant to, one JSON object a line")
    options = parser.parse_args(arguments)
    if options.report:
        told = report(options.report)
        if options.write is None:
            print(told)
            return 0
        page = Path(options.write)
        filled = fill_region(page.read_text(encoding="utf-8"), REGION, told)
        if filled is None:
            parser.error(f"{page} has no region {REGION}")
        page.write_text(filled, encoding="utf-8")
        return 0
    runner = Runner(options)
    os.chdir(ROOT)
    pytest.main([*options.tests, "-q", "-s", "-p", "no:cacheprovider", "-p", "no:faulthandler"], plugins=[runner])
    return 1 if runner.survivors else 0


if __name__ == "__main__":
    sys.exit(main())
