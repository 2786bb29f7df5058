"""`claimcheck lsp`: the language server, over standard input and output."""

from __future__ import annotations

import click

from claimcheck.cli import UsageProblem


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, which it does in any case.")
def command(stdio: bool) -> None:
    """The language server: an editor starts it, and shows what it finds while you type.

    It tells of findings in unsaved text, shows the sentence of the abstract that a number stands in, completes fields,
    names and quotes, offers what `claimcheck fix` would mend, and goes to the place in the abstract.

    It needs the extra `lsp` of claimcheck.
    """
    try:
        from claimcheck.lsp.server import make_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        raise UsageProblem(
            f"the language server needs the package {error.name}, which is not installed. Install claimcheck with its "
            "extra: pip install '.[lsp]' in a clone of it; or pip install pygls."
        ) from error
    make_server().start_io()
