"""`claimcheck diff`: what a change does to the claims, the sources and the checks."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from claimcheck.cli import EXIT_FINDINGS, UsageProblem

if TYPE_CHECKING:
    from claimcheck.comparing.trees import Tree

WORKING: Final = "the working tree"


@click.command("diff")
@click.argument("base", default="HEAD")
@click.argument("head", required=False)
@click.option(
    "--merge-base", is_flag=True, help="Compare with the commit from which HEAD left BASE, as a pull request does."
)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="Exit 1 if something changed that is more than formatting.")
@click.option("--color/--no-color", default=None, help="Default: on a terminal, unless NO_COLOR is set.")
def command(base: str, head: str | None, merge_base: bool, form: str, exit_code: bool, color: bool | None) -> None:
    """What changed in claims, sources, names and settings from BASE to HEAD; what weakens the checks is told apart.

    BASE and HEAD are git revisions or folders. Without HEAD the working tree is compared with BASE; without BASE, with
    the last commit. For a pull request: claimcheck diff --merge-base origin/main HEAD --format markdown
    """
    from claimcheck.cli.terminal import use_color
    from claimcheck.comparing import TreeError, compare, read_sides

    try:
        old, new = _trees(base, head, merge_base)
        comparison = compare(*read_sides(old, new))
    except TreeError as error:
        raise UsageProblem(str(error)) from error
    if form == "json":
        from claimcheck.comparing.json import as_json

        click.echo(as_json(comparison), nl=False)
    elif form == "markdown":
        from claimcheck.comparing.show import as_markdown

        click.echo(as_markdown(comparison), nl=False)
    else:
        from claimcheck.comparing.show import as_text

        click.echo(as_text(comparison, color=use_color(color, sys.stdout.isatty())), nl=False, color=True)
    if exit_code and comparison.changed:
        sys.exit(EXIT_FINDINGS)


def _trees(base: str, head: str | None, from_merge_base: bool) -> tuple[Tree, Tree]:
    """The two sides.

    Raises:
        TreeError: one of them is neither a folder nor a revision, or may be either.
    """
    from claimcheck.comparing.trees import FolderTree, GitTree, TreeError, merge_base
    from claimcheck.config import find_root

    root, _ = find_root(Path.cwd())
    folders = _is_folder(root, base), head is not None and _is_folder(root, head)
    if from_merge_base:
        if any(folders):
            raise TreeError("--merge-base compares revisions, not folders.")
        commit = merge_base(root, base, head or "HEAD")
        old: Tree = GitTree(root, commit)
        old.name = f"{base} ({commit[:12]})"
    else:
        old = FolderTree(Path(base), base) if folders[0] else GitTree(root, base)
    if head is None:
        return old, FolderTree(root, WORKING)
    return old, FolderTree(Path(head), head) if folders[1] else GitTree(root, head)


def _is_folder(root: Path, name: str) -> bool:
    """Whether a side is a folder; a name that is a revision, too, must be made plain."""
    from claimcheck.comparing.trees import TreeError, is_revision

    if not os.path.isdir(name):
        return False
    if is_revision(root, name):
        raise TreeError(f"{name!r} is a folder and a revision: write './{name}' or 'refs/heads/{name}'.")
    return True
