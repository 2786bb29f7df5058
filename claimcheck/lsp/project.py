"""A project that is kept in memory, and read anew where something has changed: a file that is the same is parsed once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from claimcheck import app
from claimcheck.claims.extra.schema import ExtraSchema
from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.config import CLAIMS, SOURCES, Config, ConfigError, find_root, parse_config
from claimcheck.dataset import Dataset, Joiner, PaperInContext
from claimcheck.diagnostic import Finding
from claimcheck.fixing import Fixed, fix
from claimcheck.globs import files, matches
from claimcheck.lsp.files import Files
from claimcheck.lsp.lenient import lenient
from claimcheck.project import Chosen, Project, Selection
from claimcheck.runner import Memory, run
from claimcheck.source import SourceFile
from claimcheck.sources.abstract import SourceText

_T = TypeVar("_T")
_CONFIGURATION: Final = "pyproject.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """What a check came to: the findings, the files that it looked at, and what a person must know besides."""

    findings: tuple[Finding, ...] = ()
    files: tuple[SourceFile, ...] = ()
    problem: str | None = None


@dataclass(slots=True, eq=False, repr=False)
class LiveProject:
    """The project of one folder, with what is open in the editor instead of what is saved.

    The configuration is read from the disk alone: half-written TOML would be an error at every keystroke.
    """

    root: Path
    files: Files
    _problem: str | None = None
    _extra_problem: str | None = None
    _unreadable: str | None = None
    _extra: tuple[Config, bytes | None, ExtraSchema | None] | None = None
    _config: Config | None = None
    _configured: bytes | None = None
    _parsed: dict[tuple[str, str], tuple[bytes | None, object]] = field(default_factory=dict)
    _joiner: Joiner | None = None
    _joined_from: tuple[tuple[SourceText, ...], LoadedVocabulary | None] = ((), None)
    _papers: dict[str, tuple[LoadedClaims, PaperInContext]] = field(default_factory=dict)
    _found: Memory = field(default_factory=dict)
    _lenient: dict[str, tuple[LoadedClaims, PaperInContext | None]] = field(default_factory=dict)
    _mended: dict[str, Fixed | None] = field(default_factory=dict)
    _mended_from: tuple[object, ...] = ()

    def load(self) -> Project | None:
        """The project as it is now; None as long as it has no configuration that can be used."""
        self._unreadable = None
        config = self._configuration()
        if config is None:
            return None
        vocabulary_path = config.root / config.vocabulary
        extra = self._extra_of(config)
        sources = tuple(self._all("source", config, config.sources, app.source_of))
        vocabulary = next(self._all("vocabulary", config, (config.vocabulary,), app.vocabulary_of), None)
        loaded = tuple(
            self._all(
                "claims", config, config.claims, lambda name, data: app.claims_of(name, data, extra), vocabulary_path
            )
        )
        joiner = self._joiner_of(sources, vocabulary)
        papers = tuple(self._paper(joiner, each) for each in loaded if each.claims is not None)
        return Project(
            config, Dataset(sources, loaded, papers, joiner.vocabulary, vocabulary, extra, tuple(config.overlooked()))
        )

    @property
    def problem(self) -> str | None:
        """What is wrong with the project as a whole, as of the last `load`."""
        return self._problem or self._extra_problem or self._unreadable

    def check(self) -> Checked:
        """What every rule finds in the project as it is now."""
        project = self.load()
        if project is None:
            return Checked(problem=self.problem)
        problem = self.problem
        try:
            project = app.with_own_baseline(project)
        except app.Unreadable as error:
            problem = problem or str(error)
        dataset = project.dataset
        files = [*(each.file for each in dataset.sources), *(each.file for each in dataset.loaded)]
        if dataset.loaded_vocabulary is not None:
            files.append(dataset.loaded_vocabulary.file)
        report = run(project, Chosen(True), Selection(), self._found)
        parts = {*dataset.sources, *dataset.loaded, *dataset.papers, dataset.loaded_vocabulary}
        self._found = {(rule, part): found for (rule, part), found in self._found.items() if part in parts}
        return Checked(report.findings, tuple(files), problem)

    def name_of(self, path: Path) -> str | None:
        """A file's path below the project's folder; None for one outside."""
        for root, each in ((self.root, path), (self.root.resolve(), path.resolve())):
            if each.is_relative_to(root):
                return each.relative_to(root).as_posix()
        return None

    def paper(self, project: Project, name: str) -> PaperInContext | None:
        """A claim file with its abstract, as far as it can be understood; None if it is no claim file or no YAML."""
        loaded = next((each for each in project.dataset.loaded if each.file.path == name), None)
        if loaded is None:
            return None
        if loaded.claims is not None:
            return next((each for each in project.dataset.papers if each.loaded is loaded), None)
        known = self._lenient.get(name)
        if known is None or known[0] is not loaded:
            known = loaded, self.join(lenient(loaded, project.dataset.extra))
            self._lenient[name] = known
        return known[1]

    def fixed(self, project: Project, name: str) -> Fixed | None:
        """What mending a claim file comes to; worked out anew only if the project is another one than the last time."""
        dataset = project.dataset
        state = (project.config, self._joiner, *dataset.loaded)
        if len(state) != len(self._mended_from) or not all(map(_is, state, self._mended_from)):
            self._mended_from = state
            self._mended.clear()
        if name not in self._mended:
            self._mended[name] = next(iter(fix(project, [name])), None)
        return self._mended[name]

    def join(self, loaded: LoadedClaims) -> PaperInContext | None:
        """A version of a claim file joined with the abstracts of the last `load`."""
        return self._joiner.paper(loaded) if self._joiner is not None and loaded.claims is not None else None

    def _configuration(self) -> Config | None:
        """The configuration; the last one that was right, while the present one is not."""
        path = self.root / _CONFIGURATION
        try:
            data = self.files.on_disk(path)
        except OSError as error:
            if path.exists():
                self._problem = f"{_CONFIGURATION}: cannot be read: {error.strerror or error}"
                return self._config
            self._config, self._configured, self._problem = Config(self.root), None, None
            return self._config
        if data != self._configured:
            self._configured = data
            try:
                self._config = parse_config(self.root, _CONFIGURATION, data.decode("utf-8"))
                self._problem = None
            except ConfigError as error:
                self._problem = str(error)
            except UnicodeDecodeError as error:
                self._problem = f"{_CONFIGURATION}: cannot be read: {error}"
        return self._config

    def _extra_of(self, config: Config) -> ExtraSchema | None:
        """The schema of the project's own fields; the last one that was right, while the present one is not."""
        name = config.extra_schema
        try:
            data = self.files.on_disk(config.root / name) if name is not None else None
        except OSError:
            data = None
        known = self._extra
        if known is None or known[0] is not config or known[1] != data:
            extra = known[2] if known is not None and name is not None else None
            try:
                extra = app.extra_schema(config)
                self._extra_problem = None
            except ConfigError as error:
                self._extra_problem = str(error)
            if known is None or extra is not known[2]:
                self._parsed.clear()  # claim files are read by it
            known = self._extra = config, data, extra
        return known[2]

    def _all(
        self,
        kind: str,
        config: Config,
        patterns: Sequence[str],
        parse: Callable[[str, bytes | None], _T],
        besides: Path | None = None,
    ) -> Iterator[_T]:
        """The files that match, parsed; those that cannot be read any more are left out."""
        paths = {*files(config.root, patterns), *self._not_saved(config, patterns)}
        found = sorted((path.relative_to(config.root).as_posix(), path) for path in paths if path != besides)
        for name, path in found:
            try:
                inside = path.resolve().is_relative_to(config.root.resolve())
                data = self.files.data(path) if inside else None
            except FileNotFoundError:
                continue  # it has just gone
            except (OSError, RuntimeError) as error:
                self._unreadable = f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}"
                continue
            known = self._parsed.get((kind, name))
            if known is None or known[0] != data:
                known = data, parse(name, data)
                self._parsed[kind, name] = known
            yield known[1]  # type: ignore[misc]  # by its kind

    def _not_saved(self, config: Config, patterns: Sequence[str]) -> Iterator[Path]:
        """Open files that the patterns mean, and that may not be on the disk yet."""
        root = config.root.resolve()
        for real in self.files.open:
            path = Path(real)
            if path.is_relative_to(root) and not path.exists():
                name = path.relative_to(root).as_posix()
                if any(matches(name, pattern) for pattern in patterns):
                    yield config.root / name

    def _joiner_of(self, sources: tuple[SourceText, ...], vocabulary: LoadedVocabulary | None) -> Joiner:
        before, names = self._joined_from
        same = names is vocabulary and len(before) == len(sources)
        if self._joiner is None or not (same and all(map(_is, before, sources))):
            self._joiner = Joiner(sources, vocabulary)
            self._joined_from = sources, vocabulary
            self._papers.clear()
            self._lenient.clear()
        return self._joiner

    def _paper(self, joiner: Joiner, loaded: LoadedClaims) -> PaperInContext:
        known = self._papers.get(loaded.file.path)
        if known is None or known[0] is not loaded:
            known = loaded, joiner.paper(loaded)
            self._papers[loaded.file.path] = known
        return known[1]


def root_of(path: Path, folders: Sequence[Path]) -> Path | None:
    """The folder of the project that a file belongs to.

    The nearest `pyproject.toml` says, as for the commands; without one it is the innermost of the editor's `folders`
    around the file, and without these the folder around `claims` or `seeds`. None if none of this holds.
    """
    folder = path.parent
    root, file = find_root(folder)
    if file is not None:
        return root
    real = folder.resolve()
    around = [each for each in folders if folder.is_relative_to(each) or real.is_relative_to(each.resolve())]
    if around:
        return max(around, key=lambda each: len(each.parts)).resolve()
    below = f"{real.name}/{path.name}"
    return real.parent if any(matches(below, pattern) for pattern in (*CLAIMS, *SOURCES)) else None


def _is(one: object, other: object) -> bool:
    return one is other
