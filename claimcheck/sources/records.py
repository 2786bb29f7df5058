"""Abstracts outside the sources: plain text, BibTeX entries, and JSON records of arXiv, Semantic Scholar and the ACL Anthology."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from claimcheck.text.render import render


class RecordError(ValueError):
    """A file holds no record that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a paper besides its abstract; all of it optional."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    year: str | None = None
    url: str | None = None
    doi: str | None = None
    arxiv: str | None = None

    def told(self) -> Iterator[tuple[str, str | tuple[str, ...]]]:
        """The fields that say something, in the order of a claim file."""
        for name in ("title", "authors", "year", "url", "doi", "arxiv"):
            value: str | tuple[str, ...] | None = getattr(self, name)
            if value:
                yield name, value


@dataclass(frozen=True, slots=True)
class Record:
    """An abstract with what is known of its paper; `keys` are the names by which it can be asked for, the first its own."""

    keys: tuple[str, ...]
    abstract: str
    metadata: Metadata = field(default_factory=Metadata)


_ABSTRACT: Final = ("abstract", "summary", "paperAbstract")
_KEYS: Final = (
    "key",
    "bibkey",
    "id",
    "ID",
    "paperId",
    "acl_id",
    "anthology_id",
    "arxiv_id",
    "arxivId",
    "corpusId",
    "corpusid",
    "doi",
)
_LISTS: Final = ("data", "papers", "results", "records", "entries", "items", "documents")
_YEARS: Final = ("year", "published", "publicationDate", "date", "update_date")
_ARXIV: Final = re.compile(
    r"(?:^|arxiv[:/. ]|abs/|pdf/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:$|[^\d.])", re.IGNORECASE
)
_DOI: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\S+)$", re.IGNORECASE)
_LEADING: Final = re.compile(r"\s*abstract\s*[:.—–-]\s*", re.IGNORECASE)
_BIBTEX: Final = re.compile(r"\s*(?:%[^\n]*\n\s*)*@\s*[A-Za-z]+\s*[{(]")


def read_records(name: str, text: str) -> list[Record]:
    """The records with an abstract of a file; its kind is told by the ending of its name, else by how the text begins.

    Raises:
        RecordError: the text is not of its kind, or nothing in it has an abstract.
    """
    ending = name.lower().rpartition(".")[2]
    if ending in ("bib", "bibtex") or (ending not in ("json", "jsonl", "ndjson", "txt") and _BIBTEX.match(text)):
        found = _of_bibtex(text)
    elif ending in ("json", "jsonl", "ndjson") or (ending != "txt" and text.lstrip()[:1] in ("{", "[")):
        found = _of_json(text, lines=ending in ("jsonl", "ndjson"))
    else:
        found = _of_text(name, text)
    if not found:
        raise RecordError("no abstract found")
    return found


def _of_text(name: str, text: str) -> list[Record]:
    """A text with `Abstract:` markers is read like a source; without any, all of it is one abstract."""
    from claimcheck.sources.text import MARKER, read_text

    if MARKER not in text:
        return [Record(("1",), " ".join(text.split()))] if text.strip() else []
    abstracts = read_text(name, text.encode("utf-8", "surrogatepass")).abstracts
    return [Record((str(number),), " ".join(each.text.split())) for number, each in enumerate(abstracts, 1)]


def _of_bibtex(text: str) -> list[Record]:
    from claimcheck.sources.bibtex import read_bibtex

    found = []
    for entry in read_bibtex(text):
        fields = entry.fields
        abstract = _abstract(fields)
        if abstract:
            authors = tuple(name for each in _bibtex_names(fields.get("author", "")) if (name := _bibtex_name(each)))
            preprint = (
                fields.get("eprint", "")
                if fields.get("archiveprefix", fields.get("eprinttype", "")).lower() == "arxiv"
                else ""
            )
            metadata = Metadata(
                _shown(fields.get("title", "")) or None,
                authors,
                _year(fields),
                _url(fields.get("url")),
                _doi(fields.get("doi")),
                preprint or _arxiv(fields.get("eprint"), fields.get("journal"), fields.get("url"), fields.get("note")),
            )
            found.append(Record((entry.key,), abstract, metadata))
    return found


def _bibtex_names(text: str) -> Iterator[str]:
    """The names of a BibTeX field, as written: an "and" within braces is part of a name."""
    depth = start = 0
    for match in re.finditer(r"\\.|[{}]|\s+and(?=\s)", text, re.DOTALL):
        if match[0] in ("{", "}"):
            depth += 1 if match[0] == "{" else -1
        elif depth == 0 and match[0][0] != "\\":
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _bibtex_name(name: str) -> str:
    """A name as a reader sees it; what stands in braces as a whole is turned by no comma."""
    shown = _shown(name)
    return shown if re.fullmatch(r"\s*\{[^{}]*\}\s*", name) else _named(shown)


def _of_json(text: str, *, lines: bool) -> list[Record]:
    """A record, a list of records, an object that holds such a list, or a record a line."""
    from json import loads

    try:
        if not lines:
            try:
                return [record for each, key in _objects(loads(text)) if (record := _of_object(each, key)) is not None]
            except ValueError as error:
                if "Extra data" not in str(error):
                    raise
        found = []
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                try:
                    found += [
                        record for each, key in _objects(loads(line)) if (record := _of_object(each, key)) is not None
                    ]
                except ValueError as error:
                    raise RecordError(f"line {number} is not JSON: {error}") from error
        return found
    except RecursionError as error:
        raise RecordError("not JSON that can be read: it is nested too deep") from error
    except RecordError:
        raise
    except ValueError as error:
        raise RecordError(f"not JSON: {error}") from error


def _objects(value: Any) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """The records of a JSON value, each with the name that it has there, if it has one."""
    if isinstance(value, list):
        for each in value:
            if isinstance(each, dict):
                yield each, None
    elif isinstance(value, dict):
        if any(name in value for name in _ABSTRACT):
            yield value, None
            return
        for name in _LISTS:
            if isinstance(value.get(name), list):
                yield from _objects(value[name])
                return
        for name, each in value.items():
            if isinstance(each, dict):
                yield each, name


def _of_object(value: Mapping[str, Any], name: str | None) -> Record | None:
    """A record of an object; None if it has no abstract."""
    abstract = _abstract(value)
    if not abstract:
        return None
    outer = value.get("externalIds")
    ids: Mapping[str, Any] = outer if isinstance(outer, dict) else {}
    told = [name, *(_text(value.get(key)) for key in _KEYS), *(_text(each) for each in ids.values())]
    keys = tuple(dict.fromkeys(key for key in told if key))
    metadata = Metadata(
        _shown(_text(value.get("title"))) or None,
        _authors(value.get("authors", value.get("author"))),
        _year(value),
        _url(value.get("url")),
        _doi(value.get("doi")) or _doi(ids.get("DOI")),
        _arxiv(ids.get("ArXiv"), value.get("arxiv_id"), value.get("arxivId"), value.get("id"), value.get("url")),
    )
    return Record(keys or ("1",), abstract, metadata)


def _abstract(fields: Mapping[str, Any]) -> str:
    """The abstract on one line, without the word before it."""
    text = next((each for name in _ABSTRACT if isinstance(each := fields.get(name), str) and each.strip()), "")
    return " ".join(_LEADING.sub("", text, count=1).split() if _LEADING.match(text) else text.split())


def _text(value: Any) -> str:
    """A text or a whole number as a text on one line; nothing else."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return " ".join(str(value).split())


def _shown(text: str) -> str:
    """LaTeX as a reader sees it, on one line."""
    return " ".join(render(text).text.split())


def _authors(value: Any) -> tuple[str, ...]:
    """Names from a list of names, of objects or of parts; or from one text."""
    if isinstance(value, str):
        return tuple(_names(" ".join(value.split())))
    if not isinstance(value, list):
        return ()
    found = []
    for each in value:
        if isinstance(each, dict):
            found.append(
                _text(each.get("name")) or " ".join(filter(None, (_text(each.get("first")), _text(each.get("last")))))
            )
        elif isinstance(each, list):
            parts = [_text(part) for part in each]
            found.append(" ".join(filter(None, [*parts[1:2], *parts[:1], *parts[2:]])))
        else:
            found.append(_named(_text(each)))
    return tuple(name for name in found if name)


def _names(text: str) -> Iterator[str]:
    """The names of a text: "Doe, Jane and Roe, Rich", "Doe, Jane; Roe, Rich", or "Jane Doe, Rich Roe and Ann Poe"."""
    parts = [part for part in re.split(r"\s*;\s*|(?:,\s*|\s+)and\s+", text) if part.strip(" ,")]
    turned = all(part.count(",") == 1 for part in parts)
    for part in parts:
        if (turned and len(parts) > 1) or _is_turned(part):
            yield _named(part)
        else:
            yield from filter(None, re.split(r"\s*,\s*", part))


def _is_turned(name: str) -> bool:
    """Whether a comma stands in a name ("Doe, Jane"), and not between two ("Jane Doe, Rich Roe")."""
    return name.count(",") == 1 and any(len(side.split()) == 1 for side in name.split(","))


def _named(name: str) -> str:
    """ "Doe, Jane" as "Jane Doe"."""
    last, comma, first = (part.strip() for part in name.partition(","))
    return f"{first} {last}" if comma and first else name.strip()


def _year(fields: Mapping[str, Any]) -> str | None:
    for name in _YEARS:
        match = re.match(r"(\d{4})(?!\d)", _text(fields.get(name)))
        if match is not None:
            return match[1]
    return None


def _url(value: Any) -> str | None:
    text = _text(value)
    return text if re.match(r"https?://\S+$", text) else None


def _doi(value: Any) -> str | None:
    match = _DOI.match(_text(value))
    return match[1] if match is not None else None


def _arxiv(*values: Any) -> str | None:
    """The arXiv identifier that one of the values is or holds, without its version."""
    for value in values:
        match = _ARXIV.search(_text(value))
        if match is not None:
            return match[1]
    return None
