"""Makes what the documentation says about rules, commands and the Python API from the code, and puts it beside the pages.

python docs/generate.py pages FOLDER    the sources of the site: this folder's pages, and the generated ones
python docs/generate.py man FILE        the manual page claimcheck.1
"""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import click

from claimcheck import __version__, cli
from claimcheck.rules import Rule, registry

HERE: Final = Path(__file__).resolve().parent
CASES: Final = HERE.parent / "tests" / "rules"

FAMILIES: Final = {
    "0": "File and schema",
    "1": "Source and quote",
    "2": "Numbers",
    "3": "Duplicates and conflicts",
    "4": "Coverage",
    "5": "Meaning",
    "6": "Vocabulary",
    "9": "Suppressions",
}
"""What the first digit of a rule's code says."""

RULES_INTRODUCTION: Final = """\
Every finding names the rule that it comes from. Each rule has a page: what it says, why, and cases that it flags and that
it does not. `claimcheck explain RULE` prints the short form.

In the cases, `{hash}` stands for the hash of the abstract. The report below a case is what
`claimcheck verify --format concise` says, and the tests hold it against the program.
"""

MANUAL_SECTIONS: Final = (
    (
        "EXIT STATUS",
        (
            ("0", "No finding at or above --fail-on (default: error)."),
            ("1", "Findings."),
            ("2", "Bad usage, bad configuration, or a file that cannot be read."),
            ("3", "Nothing was there to check."),
            ("70", "An internal error: a defect of claimcheck."),
            ("130", "Ended by Ctrl-C."),
        ),
    ),
    (
        "FILES",
        (
            ("pyproject.toml", "The table [tool.claimcheck] is the configuration; its folder is the project's."),
            ("seeds/*.txt", "The sources: an abstract is what follows 'Abstract:'."),
            ("claims/*.yaml", "The claim files, one a paper."),
            ("claims/vocabulary.yaml", "The names that are used across papers."),
        ),
    ),
    (
        "ENVIRONMENT",
        (
            ("NO_COLOR", "If set, nothing is coloured."),
            ("FORCE_COLOR", "If set, the output is coloured even where it is no terminal."),
            ("XDG_CACHE_HOME", "The folder whose folder claimcheck keeps the outcomes of runs (default: ~/.cache)."),
            ("CLAIMCHECK_NO_CACHE", "If set, no outcome is kept, and none that is kept is told."),
            ("CLAIMCHECK_TRACEBACK", "If set, an internal error shows where it happened."),
            ("GITHUB_STEP_SUMMARY", "The file that --format github adds a report for people to."),
        ),
    ),
)

_LEADS_OUT: Final = re.compile(r"(?<!!)\[([^\]\n]*)\]\(\.\./[^)]*\)")
"""A link to a file that is no page: right in the repository, and plain words on the site."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as its help tells it: `options` are names and what they do, `text` its paragraphs."""

    name: str
    usage: str
    text: str
    options: tuple[tuple[str, str], ...]


def commands() -> Iterator[Command]:
    """The commands, in the order of `claimcheck --help`."""
    for name in cli.COMMANDS:
        command = importlib.import_module(f"claimcheck.cli.{name}").command
        yield command_help(name, command)


def of_all() -> tuple[tuple[str, str], ...]:
    """The options that stand before a command, and what they do."""
    return command_help("", cli.cli).options


def command_help(name: str, command: click.Command) -> Command:
    """What `claimcheck NAME --help` says, in its parts."""
    context = click.Context(command, info_name=f"claimcheck {name}")
    context.help_option_names = ["-h", "--help"]
    records = (
        param.get_help_record(context) for param in command.get_params(context) if isinstance(param, click.Option)
    )
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    return Command(name, usage, inspect.cleandoc(command.help or ""), tuple(each for each in records if each))


# The pages of the site


def pages(folder: Path) -> None:
    """Writes the sources of the site into a folder: `zensical.toml`, and the pages below `pages`."""
    target = folder / "pages"
    for old in target.rglob("*.md"):
        old.unlink()
    written = {path.name: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.md"))}
    written["reference.md"] = filled(written["reference.md"])
    written.update(generated())
    for name, text in written.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_LEADS_OUT.sub(r"\1", text), encoding="utf-8")
    (target / "wrap.css").write_text((HERE / "wrap.css").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "zensical.toml").write_text(configuration(set(written)), encoding="utf-8")


def generated() -> dict[str, str]:
    """The pages that are made from the code, by their names."""
    rules = list(registry().values())
    made = {"cli.md": command_page(), "rules/index.md": rule_index(rules)}
    return {**made, **{f"rules/{rule.name}.md": rule_page(rule) for rule in rules}}


def configuration(names: set[str]) -> str:
    """The site's configuration: every page that it does not name itself stands in the navigation too."""
    text = (HERE / "zensical.toml").read_text(encoding="utf-8")
    more = [name for name in sorted(names) if f'"{name}"' not in text and "/" not in name]
    rules = [f'    {{ "{rule.code} {rule.name}" = "rules/{rule.name}.md" }},' for rule in registry().values()]
    return text.replace("#NAV", "\n".join(f'  "{name}",' for name in more)).replace("#RULES", "\n".join(rules))


def rule_index(rules: list[Rule]) -> str:
    parts = [
        "# Rules\n",
        RULES_INTRODUCTION,
    ]
    for digit, title in FAMILIES.items():
        family = [rule for rule in rules if rule.code[2] == digit]
        if family:
            parts.append(f"## {title}\n\n| code | rule | severity | what it says |\n|---|---|---|---|")
            parts += [
                f"| {each.code} | [{each.name}]({each.name}.md) | {each.severity} | {each.summary.replace('|', chr(92) + '|')} |"
                for each in family
            ]
            parts.append("")
    return "\n".join(parts)


def rule_page(rule: Rule) -> str:
    """The rule's docstring, then its page of cases."""
    doc = re.sub(r"^(Flagged|Clean):", r"**\1:**", rule.doc, flags=re.MULTILINE)
    text = (CASES / f"{rule.name}.md").read_text(encoding="utf-8")
    cases = re.sub(r"\A# .*\n", "", text)
    cases = re.sub(r"^```(text|yaml|toml) (\S+).*$", r'```\1 title="\2"', cases, flags=re.MULTILINE)
    cases = re.sub(r"^```report.*$", '```text title="the report"', cases, flags=re.MULTILINE)
    return (
        f"# {rule.code} {rule.name}\n\n{doc}\n\n*Severity: {rule.severity}, unless the project says otherwise.*\n\n"
        f"## Why, and what to do\n\n{cases.strip()}\n"
    )


def command_page() -> str:
    parts = [
        "# Commands\n",
        "What `claimcheck COMMAND --help` says. The [exit codes](recipes.md#exit-codes) are the same for all of them.\n",
    ]
    parts.append("Before a command:\n\n| option | what it does |\n|---|---|")
    parts += [f"| `{names}` | {help_} |" for names, help_ in of_all()]
    parts.append("")
    for each in commands():
        text = re.sub(r"<!--.*?-->", r"`\g<0>`", each.text, flags=re.DOTALL)
        parts.append(f"## claimcheck {each.name}\n\n```text\n{each.usage}\n```\n\n{preformatted(text)}\n")
        parts.append("| option | what it does |\n|---|---|")
        parts += [f"| `{names}` | {help_.replace('|', chr(92) + '|')} |" for names, help_ in each.options]
        parts.append("")
    return "\n".join(parts)


def preformatted(text: str) -> str:
    """A help text as Markdown: what click is told not to wrap becomes a block."""
    return re.sub(r"^\x08\n(.*?)(?=\n\n|\Z)", r"```text\n\1\n```", text, flags=re.DOTALL | re.MULTILINE)


# The Python API


def filled(text: str) -> str:
    """A page with `<!-- api: NAME -->` replaced by signature and docstring of the named function or class."""
    return re.sub(r"<!-- api: (\S+) -->", lambda match: api(match[1]), text)


def api(name: str) -> str:
    module, _, attribute = name.rpartition(".")
    thing = getattr(importlib.import_module(module), attribute)
    if inspect.isclass(thing):
        own = {key: kind for key, kind in vars(thing).get("__annotations__", {}).items() if not key.startswith("_")}
        fields = "\n".join(f"    {key}: {kind}" for key, kind in own.items())
        properties = "\n".join(property_line(key, each) for key, each in vars(thing).items() if public(key, each))
        body = "\n".join(part for part in (fields, properties) if part)
        bases = [base.__name__ for base in thing.__bases__ if base is not object]
        head = f"class {attribute}({', '.join(bases)}):" if bases else f"class {attribute}:"
        return f"```python\n{head}\n{body or '    ...'}\n```\n\n{prose(thing)}"
    return f"```python\n{signature(attribute, thing)}\n```\n\n{prose(thing)}"


def public(name: str, thing: object) -> bool:
    return isinstance(thing, property) and not name.startswith("_")


def property_line(name: str, thing: property) -> str:
    return f"    {name}: {inspect.signature(thing.fget).return_annotation}  # computed" if thing.fget else ""


def signature(name: str, thing: Any) -> str:
    """A function's signature, a parameter a line."""
    found = inspect.signature(thing)
    lines = []
    starred = False
    for each in found.parameters.values():
        if each.kind is each.KEYWORD_ONLY and not starred:
            lines.append("    *,")
            starred = True
        default = "" if each.default is each.empty else f" = {each.default!r}"
        lines.append(f"    {each.name}: {each.annotation}{default},")
    return "\n".join([f"def {name}(", *lines, f") -> {found.return_annotation}"])


def prose(thing: object) -> str:
    """A docstring as Markdown; the list of errors becomes one."""
    text, _, errors = (inspect.getdoc(thing) or "").partition("\nRaises:\n")
    items = [f"- `{name.strip()}`: {what}" for name, _, what in (line.partition(": ") for line in errors.splitlines())]
    return "\n".join([text, *(["Raises:", "", *items] if items else [])])


# The manual page


def manual() -> str:
    """The manual page, in the language of man(7)."""
    lines = [
        f'.TH CLAIMCHECK 1 "" "claimcheck {__version__}" "User Commands"',
        ".SH NAME",
        "claimcheck \\- " + roff((cli.cli.help or "").rstrip(".")),
        ".SH SYNOPSIS",
        ".B claimcheck",
        "[\\-C \\fIFOLDER\\fR] [\\-\\-version] [\\-h | \\-\\-help] \\fICOMMAND\\fR [\\fIARGUMENT\\fR...]",
        ".SH OPTIONS",
    ]
    for names, help_ in of_all():
        lines += [".TP", f".B {roff(names)}", roff(help_)]
    lines.append(".SH COMMANDS")
    for each in commands():
        lines += [".SS " + roff(each.usage)]
        for number, paragraph in enumerate(each.text.split("\n\n")):
            lines += [".PP"] if number else []
            lines += (
                [".nf", *map(roff, paragraph.splitlines()[1:]), ".fi"] if "\x08" in paragraph else [roff(paragraph)]
            )
        for names, help_ in each.options:
            lines += [".TP", f".B {roff(names)}", roff(help_)]
    for title, entries in MANUAL_SECTIONS:
        lines.append(f".SH {title}")
        for term, text in entries:
            lines += [".TP", f".B {roff(term)}", roff(text)]
    return "\n".join(lines) + "\n"


def roff(text: str) -> str:
    """A text on one line, safe from man's own language: no line of it is a request."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line


def main(words: list[str]) -> None:
    match words:
        case ["pages", folder]:
            pages(Path(folder))
        case ["man", file]:
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_text(manual(), encoding="utf-8")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
