"""`claimcheck show PAPER`: an abstract with every number marked."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from claimcheck.cli import UsageProblem, completing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.dataset import PaperInContext
    from claimcheck.project import Project

_WIDTH: Final = 100
"""Lines have no more columns, on a terminal that has them; a mark that is wider stands on a line of its own."""
_BEGIN, _GOES_ON = "\ue000", "\ue001"
"""Private-use characters: what is printable has none of them."""


@click.command("show")
@click.argument("paper", shell_complete=completing.papers)
@click.option("--color/--no-color", default=None, help="Default: on a terminal, unless NO_COLOR is set.")
def command(paper: str, color: bool | None) -> None:
    """The abstract of PAPER (an id, or the path of its claim file) with every number marked.

    Claimed numbers stand in [brackets] with the claim's id, numbers of other fields in (parentheses), excused ones in
    {braces}, numbers in names are underlined by '_', and what nobody accounts for stands between '!'.
    """
    from claimcheck import app
    from claimcheck.cli.project import folder_of, load_project, told
    from claimcheck.cli.terminal import use_color, width
    from claimcheck.reporters.escape import printable

    project = load_project(folder_of([paper]))
    with told([paper]):
        app.must_have_claims(project, "show")
    found = _paper(project, paper)
    if found.abstract is None:
        raise UsageProblem(f"{found.claims.file.path}: no abstract is found for it; `claimcheck verify` says why.")
    colored = use_color(color, sys.stdout.isatty())
    place = found.abstract.file.position(found.abstract.span.start)
    click.echo(
        f"{printable(found.claims.paper.name.text)} ({printable(found.id)}), {printable(found.abstract.file.path)}:{place.line}:{place.column}\n",
        color=colored,
    )
    parts: list[str] = []
    marks: list[str] = []
    at = 0
    for index, mention in enumerate(found.numbers):
        status = _status(found.accounted.get(index), mention.is_quantity, mention.indefinite)
        marks.append(_marked(printable(" ".join(mention.text.split())), status))
        parts += [_plain(found.abstract.text[at : mention.start]), _place_for(marks[-1])]
        at = mention.end
    parts.append(_plain(found.abstract.text[at:]))
    columns = min(width(), _WIDTH) if sys.stdout.isatty() else _WIDTH
    click.echo(_wrapped("".join(parts), marks, columns), color=colored)
    quantities = [
        index for index, mention in enumerate(found.numbers) if mention.is_quantity and not mention.indefinite
    ]
    missing = [index for index in quantities if index not in found.accounted]
    click.echo(f"\n{len(quantities)} numbers, {len(missing)} of them unaccounted for", err=True)


def _paper(project: Project, wanted: str) -> PaperInContext:
    """The paper of an id, or of the path of its claim file, from here or from the project's folder.

    Raises:
        UsageProblem: there is none, or its claim file cannot be read.
    """
    from claimcheck.suggest import hint

    root, papers = project.config.root, {each.id: each for each in project.dataset.papers}
    places = {Path(wanted).resolve(), (root / wanted).resolve()}
    by_path = [each for each in papers.values() if (root / each.claims.file.path).resolve() in places]
    if wanted in papers or by_path:
        return papers[wanted] if wanted in papers else by_path[0]
    for loaded in project.dataset.loaded:
        path = root / loaded.file.path
        if loaded.claims is None and (path.stem == wanted or path.resolve() in places):
            raise UsageProblem(f"{loaded.file.path} cannot be read as a claim file; `claimcheck verify` says why.")
    known = [*papers, *(each.claims.file.path for each in papers.values())]
    raise UsageProblem(f"no paper '{wanted}'.{hint(wanted, known)}")


def _plain(text: str) -> str:
    from claimcheck.reporters.escape import printable

    return " ".join(printable(part) for part in re.split(r"\s+", text))  # keeps a space at either end


def _place_for(mark: str) -> str:
    """What stands for a mark while lines are broken: as wide, and in one piece, whatever blanks and hyphens are in it."""
    return _BEGIN + _GOES_ON * (len(click.unstyle(mark)) - 1)


def _wrapped(text: str, marks: Sequence[str], columns: int) -> str:
    """A text in lines, broken at blanks alone, with the marks put into their places."""
    import textwrap

    lines = textwrap.fill(text, columns, break_long_words=False, break_on_hyphens=False)
    each = iter(marks)
    return re.sub(f"{_BEGIN}{_GOES_ON}*", lambda _: next(each), lines)


def _status(by: str | None, quantity: bool, indefinite: bool) -> tuple[str, str]:
    """What a number is, and by whom it is claimed."""
    if not quantity:
        return "name", ""
    if by is None:
        return ("plain" if indefinite else "unaccounted"), ""
    if by.startswith("claimed by "):
        return "claimed", by.removeprefix("claimed by ")
    return ("excused", "") if by == "excused" else ("field", by)


def _marked(text: str, status: tuple[str, str]) -> str:
    from claimcheck.reporters.escape import printable

    kind, by = status
    by = printable(by)
    match kind:
        case "claimed":
            return click.style(f"[{text}]", fg="green", bold=True) + click.style(f"<{by}>", fg="green", dim=True)
        case "field":
            return click.style(f"({text})", fg="cyan") + click.style(f"<{by}>", fg="cyan", dim=True)
        case "excused":
            return click.style(f"{{{text}}}", fg="yellow")
        case "unaccounted":
            return click.style(f"!{text}!", fg="red", bold=True, reverse=True)
        case "name":
            return click.style(f"_{text}_", dim=True)
    return text
