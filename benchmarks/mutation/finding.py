"""The mutants of a module: its code with one small change each."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

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
Key = tuple[str, str, str, str, str]
"""File, function or constant, kind, what stood there, what stands there now."""


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

    @property
    def key(self) -> Key:
        """What it is known by from run to run, wherever its line has gone; alike ones of a function have one key."""
        return self.file, self.owner, self.kind, self.before, self.after

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
