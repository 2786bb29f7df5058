"""Text for a person to read, in Markdown or plain, as the client can show it; what strangers wrote does nothing there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from claimcheck.diagnostic import Label
from claimcheck.reporters.escape import markdown, printable
from claimcheck.source import Span

_NOTHING: Final = "&#8203;"
"""Parts a mark from a letter beside it: Markdown knows no bold inside a word that begins with a sign."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How text is written: Markdown, or plain text with brackets for what is marked."""

    is_markdown: bool = True

    def text(self, text: str) -> str:
        """A text on one line."""
        line = re.sub(r"\s+", " ", text)
        return markdown(line) if self.is_markdown else printable(line)

    def bold(self, text: str) -> str:
        return f"**{self.text(text)}**" if self.is_markdown else f"[{self.text(text)}]"

    def marked(self, text: str, within: Span, marks: Iterable[Span]) -> str:
        """A stretch of a text, with stretches in it marked."""
        parts: list[str] = []
        at = within.start
        for mark in sorted(marks):
            start, end = max(mark.start, at), min(mark.end, within.end)
            if start >= end:
                continue
            parts += (self._gap(text[at:start]), self._parted(text, start, end))
            at = end
        return "".join((*parts, self._gap(text[at : within.end])))

    def place(self, label: Label) -> str:
        """`path:line` of a label."""
        line = label.file.position(label.span.start).line
        return self.text(f"{label.file.path}:{line}")

    def paragraphs(self, *parts: str) -> str:
        return ("\n\n" if self.is_markdown else "\n").join(part for part in parts if part)

    def _gap(self, text: str) -> str:
        """What stands between marks: its white space at either end is kept."""
        if not text.strip():
            return " " if text else ""
        body = self.text(text.strip())
        return f"{' ' if text[0].isspace() else ''}{body}{' ' if text[-1].isspace() else ''}"

    def _parted(self, text: str, start: int, end: int) -> str:
        mark = self.bold(text[start:end].strip())
        if not self.is_markdown:
            return mark
        before = _NOTHING if start and not text[start - 1].isspace() else ""
        after = _NOTHING if end < len(text) and not text[end].isspace() else ""
        return f"{before}{mark}{after}"
