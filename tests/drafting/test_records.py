"""Reading abstracts from elsewhere: plain text, BibTeX, and the JSON records of three services, each in its own form."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.sources.bibtex import read_bibtex
from claimcheck.sources.records import RecordError, read_records

ACL = r"""
@string{acl = "Association for Computational Linguistics"}
@comment{ @article{hidden, abstract = {not an entry}} }
@inproceedings{doe-etal-2024-quick,
    title = "{Q}uick: A Parser with {T}{\"u}bingen Roots",
    author = "Doe, Jane  and
      Roe, Richard",
    editor = "Someone, Else",
    booktitle = "Proceedings of " # acl,
    month = aug,
    year = "2024",
    publisher = acl,
    url = "https://aclanthology.org/2024.acl-long.1/",
    doi = "10.18653/v1/2024.acl-long.1",
    abstract = "We present {Q}uick, a {``}fast{''} parser. It gains 4.2{\%} on
      WebText.",
}

@article(brace,
  title = {No quotes "here"},
  abstract = {A {nested {group}} with an \} escape.},
  year = 2023,
  eprint = {2301.01234}, archivePrefix = {arXiv}
)
@misc{without, title = {Nothing to draft from}}
"""


def test_bibtex_of_the_acl_anthology() -> None:
    first, second = read_records("papers.bib", ACL)
    assert first.keys == ("doe-etal-2024-quick",)
    # LaTeX stays in the abstract, whose identity is that of its text; names and title are for readers
    assert first.abstract == r"We present {Q}uick, a {``}fast{''} parser. It gains 4.2{\%} on WebText."
    assert first.metadata.title == "Quick: A Parser with Tübingen Roots"
    assert first.metadata.authors == ("Jane Doe", "Richard Roe")
    assert (first.metadata.year, first.metadata.doi) == ("2024", "10.18653/v1/2024.acl-long.1")
    assert first.metadata.url == "https://aclanthology.org/2024.acl-long.1/"
    assert second.keys == ("brace",)
    assert second.abstract == r"A {nested {group}} with an \} escape."
    assert (second.metadata.year, second.metadata.arxiv) == ("2023", "2301.01234")


def test_bibtex_goes_on_behind_what_it_cannot_read() -> None:
    """An entry that does not end loses what is behind the slip, and no other entry."""
    entries = read_bibtex(
        '@article{a, title = {open, year = 2020\n@article{b, title = "good"}\n@article{c title}\n@misc{d, note={x}}'
    )
    assert [(entry.key, entry.fields) for entry in entries][1:] == [("b", {"title": "good"}), ("d", {"note": "x"})]


def test_bibtex_joins_and_macros() -> None:
    (entry,) = read_bibtex('@string(n = {Nine}) @book{k, title = n # " and " # {Ten} # 11, title = {second}}')
    assert entry.fields == {"title": "Nine and Ten11"}  # of a field given twice the first counts


@given(st.text(alphabet='@{}()",=#\\ \nabc1', max_size=80))
def test_bibtex_is_read_whatever_it_holds(text: str) -> None:
    for entry in read_bibtex(text):
        assert all(value == " ".join(value.split()) for value in entry.fields.values())


ARXIV = {"id": "2501.01234", "title": "Quick:\n  A Parser", "abstract": "  We present Quick.\nIt wins.\n",
         "authors": "Jane Doe, Richard Roe and Ann Poe", "update_date": "2025-01-03", "doi": "10.1000/182"}  # fmt: skip
SCHOLAR = {"paperId": "ab12", "externalIds": {"ArXiv": "2501.01234", "DOI": "10.1000/182", "CorpusId": 7}, "title": "Quick", "year": 2025,
           "abstract": "We present Quick.", "authors": [{"authorId": "1", "name": "Jane Doe"}]}  # fmt: skip
ACL_JSON = {"acl_id": "2024.acl-long.1", "title": "Quick", "abstract": "We present Quick.", "year": "2024",
            "authors": [{"first": "Jane", "last": "Doe"}, {"first": "Richard", "last": "Roe"}]}  # fmt: skip


def test_a_record_of_arxiv() -> None:
    (record,) = read_records("a.json", json.dumps(ARXIV))
    assert record.abstract == "We present Quick. It wins."
    assert record.metadata.title == "Quick: A Parser"
    assert record.metadata.authors == ("Jane Doe", "Richard Roe", "Ann Poe")
    assert (record.metadata.year, record.metadata.doi, record.metadata.arxiv) == ("2025", "10.1000/182", "2501.01234")


def test_a_record_of_semantic_scholar_is_found_by_each_of_its_ids() -> None:
    (record,) = read_records("s.json", json.dumps({"total": 1, "data": [SCHOLAR]}))
    assert record.keys == ("ab12", "2501.01234", "10.1000/182", "7")
    assert (record.metadata.year, record.metadata.arxiv, record.metadata.authors) == (
        "2025",
        "2501.01234",
        ("Jane Doe",),
    )


def test_a_record_of_the_acl_anthology() -> None:
    (record,) = read_records("x.json", json.dumps([ACL_JSON]))
    assert record.keys == ("2024.acl-long.1",)
    assert record.metadata.authors == ("Jane Doe", "Richard Roe")


def test_lists_mappings_and_lines() -> None:
    records = [ARXIV, SCHOLAR, {"id": "x", "abstract": None}, {"id": "y"}]
    for name, text in (
        ("list.json", json.dumps(records)),
        ("lines.jsonl", "\n\n".join(map(json.dumps, records))),
        ("lines.json", "\n".join(map(json.dumps, records))),  # named .json, and a record a line
        ("", json.dumps(records)),  # the standard input has no name
    ):
        assert [record.keys[0] for record in read_records(name, text)] == ["2501.01234", "ab12"]
    assert read_records("m.json", json.dumps({"first": {"abstract": "A."}}))[0].keys == ("first",)


@pytest.mark.parametrize(
    ("name", "text", "abstracts"),
    [
        ("a.txt", "We present Quick.\nIt wins.\n", ["We present Quick. It wins."]),
        ("a.txt", "head\nAbstract: One here.\n\nAbstract:Two there.", ["One here.", "Two there."]),
        ("", "{We} present", None),  # neither JSON nor text in braces: JSON is what begins so
        ("", "@misc{k, abstract = {One.}}", ["One."]),
        ("notes", "Plain words.", ["Plain words."]),
        ("b.bib", "@misc{k, abstract = {Abstract: One.}}", ["One."]),  # the word before it is no part of it
    ],
)
def test_the_kind_is_told_by_the_name_or_the_beginning(name: str, text: str, abstracts: list[str] | None) -> None:
    if abstracts is None:
        with pytest.raises(RecordError):
            read_records(name, text)
    else:
        assert [record.abstract for record in read_records(name, text)] == abstracts


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "{", "not JSON"),
        ("a.jsonl", '{"abstract": "x"}\nnonsense\n', "line 2 is not JSON"),
        ("a.json", "[" * 100_000, "nested too deep"),
        ("a.json", "[]", "no abstract found"),
        ("a.json", "3", "no abstract found"),
        ("a.txt", " \n", "no abstract found"),
        ("a.bib", "nothing", "no abstract found"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, text: str, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        read_records(name, text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["abstract", "title", "authors", "year", "id", "data", "externalIds", "url"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_a_record_of_any_form_is_read_or_refused(value: object) -> None:
    try:
        records = read_records("a.json", json.dumps(value))
    except RecordError:
        return
    for record in records:
        assert record.keys and all(record.keys)
        assert record.abstract == " ".join(record.abstract.split()) != ""
        assert all(isinstance(author, str) and author for author in record.metadata.authors)


AUTHORS = {
    "Doe, Jane and Roe, Rich": ("Jane Doe", "Rich Roe"),
    "Doe, Jane; Roe, Rich": ("Jane Doe", "Rich Roe"),
    "Doe, Jane and Rich Roe": ("Jane Doe", "Rich Roe"),
    "van der Doe, Jane Ann and Roe, Rich": ("Jane Ann van der Doe", "Rich Roe"),
    "Jane Doe and Rich Roe": ("Jane Doe", "Rich Roe"),
    "Jane Doe; Rich Roe": ("Jane Doe", "Rich Roe"),
    "Jane Doe, Rich Roe": ("Jane Doe", "Rich Roe"),
    "Jane Doe, Rich Roe, and Ann Poe": ("Jane Doe", "Rich Roe", "Ann Poe"),
    "Doe, Jane": ("Jane Doe",),
    "Jane Doe": ("Jane Doe",),
    "": (),
}


@pytest.mark.parametrize(("text", "authors"), AUTHORS.items())
def test_authors_in_one_text(text: str, authors: tuple[str, ...]) -> None:
    """A comma parts names only where neither "and" nor ";" does, and nobody's family name stands alone before it."""
    (record,) = read_records("r.json", json.dumps({"abstract": "We present Quick.", "authors": text}))
    assert record.metadata.authors == authors


BIBTEX_AUTHORS = {
    "{Qwen Team and Friends}": ("Qwen Team and Friends",),
    "{Qwen Team and Friends} and Doe, Jane": ("Qwen Team and Friends", "Jane Doe"),
    "Doe, Jane and {Barnes, Noble}": ("Jane Doe", "Barnes, Noble"),
    "Andy Sand and Rand, Band": ("Andy Sand", "Band Rand"),
    '{\\"U}nl{\\"u}, {\\c C}an and Roe,\n R.': ("Çan Ünlü", "R. Roe"),
}


@pytest.mark.parametrize(("text", "authors"), BIBTEX_AUTHORS.items())
def test_authors_of_bibtex(text: str, authors: tuple[str, ...]) -> None:
    """What stands in braces is one name, as BibTeX has it."""
    (record,) = read_records("r.bib", f"@misc{{a, author = {{{text}}}, abstract = {{We present Quick.}}}}")
    assert record.metadata.authors == authors


@pytest.mark.parametrize(
    "part", ["@a{x,b={", '@a{x,b="', '@a{x,b="{', "@string{a={", "@comment{", '@a(x,b="{}', "@a{x,b={}#{"]
)
def test_reading_bibtex_takes_time_by_its_length(part: str) -> None:
    """Eight times the text takes about eight times as long, not sixty-four: a value that does not end is looked for once."""

    def took(count: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            read_bibtex(part * count)
            best = min(best, time.perf_counter() - start)
        return best

    short = took(1000)
    assert took(8000) < 30 * short + 0.05
