"""Running mutants: each in a process forked from one that has collected the tests, until a test fails."""

from __future__ import annotations

import argparse
import ast
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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, Final

import pytest
from _pytest.runner import runtestprotocol

from mutation import PACKAGE, ROOT, SURVIVED
from mutation.finding import Finder, Mutant
from mutation.report import settled
from mutation.witnesses import Witness, readings, verdicts

MEMORY: Final = 3 << 30
PATIENCE: Final = 5.0
"""Seconds of the processor that a mutant may take beyond ten times what its tests take."""


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
        self.settled = settled(options.again) if options.again else set()
        self.counts: Counter[str] = Counter()
        self.kills: Counter[int] = Counter()
        self.witness: Witness | None = None
        self.caches: list[functools._lru_cache_wrapper[Any]] = []

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
            mutants = [each for each in mutants if each.key not in self.settled]
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
        watched = self.witness.seconds if self.witness is not None else 0.0
        limit = PATIENCE + 10 * (sum(reached.seconds[at] for at in tests) + watched)
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
            return ("timeout" if os.WTERMSIG(status) == signal.SIGPROF else "crash"), -1, ""
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
        signal.setitimer(signal.ITIMER_PROF, limit)  # of its own time: others may share the machine
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
            begun = time.process_time()
            sys.settrace(tracer)
            bad = list(self.failures([at]))
            sys.settrace(None)
            seconds.append(time.process_time() - begun)
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


def _quiet() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def _told(counts: Counter[str]) -> str:
    return f"{sum(counts.values())} mutants, " + ", ".join(f"{count} {what}" for what, count in counts.most_common())
