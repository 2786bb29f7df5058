"""What commands write to: nothing that was there is lost, whatever kind of file a path leads to."""

from __future__ import annotations

import json
import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from claimcheck.cli import UsageProblem
from claimcheck.cli.files import inside, read_text, write_atomically

from .conftest import CLAIMS, Run

links = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
REGION = "<!-- claimcheck:redteam -->{0}<!-- /claimcheck:redteam -->{0}"


@links
def test_a_pipe_is_written_to_and_stays_a_pipe(run: Run, project: Path) -> None:
    """A device is no other thing: as root, a container's /dev/null would have become a file."""
    pipe = project / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert run("verify", "--format", "json", "--output", "pipe").returncode == 0
    reader.join(30)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert json.loads(got[0])["findings"] == []


@links
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed(there: bool, run: Run, project: Path) -> None:
    (project / "out").mkdir()
    if there:
        (project / "out/report.json").write_text("old", encoding="utf-8")
        (project / "out/report.json").chmod(0o640)
    (project / "link.json").symlink_to("out/report.json")
    assert run("verify", "--format", "json", "--output", "link.json").returncode == 0
    assert (project / "link.json").is_symlink()
    assert json.loads((project / "out/report.json").read_text(encoding="utf-8"))["findings"] == []
    assert not there or (project / "out/report.json").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (project / "out").iterdir()] == ["report.json"]  # nothing else is left there


@links
def test_the_baseline_behind_a_link_is_updated(run: Run, project: Path) -> None:
    (project / "claims/quick.yaml").write_text(CLAIMS.replace("value: 91.5%", "value: 92.5%", 1), encoding="utf-8")
    run("verify", "--baseline", "real.json", "--update-baseline")
    (project / "link.json").symlink_to("real.json")
    (project / "claims/quick.yaml").write_text(CLAIMS, encoding="utf-8")
    assert run("verify", "--baseline", "link.json", "--update-baseline").returncode == 0
    assert (project / "link.json").is_symlink()
    assert json.loads((project / "real.json").read_text(encoding="utf-8"))["findings"] == []


@links
def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UsageProblem, match="loop: cannot be written"):
        write_atomically(tmp_path / "loop", "x")
    with pytest.raises(UsageProblem, match="loop: cannot be read"):
        inside(tmp_path, str(tmp_path / "loop"))


def test_nothing_is_left_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "folder", tmp_path / "missing" / "file"):
        with pytest.raises(UsageProblem, match="cannot be written"):
            write_atomically(path, "x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_what_is_not_utf8_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"ab\xff")
    with pytest.raises(UsageProblem, match=r"a\.txt: not UTF-8 at byte 2"):
        read_text(tmp_path / "a.txt")


def test_line_ends_are_read_as_they_are_and_a_byte_order_mark_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert read_text(tmp_path / "a.txt") == "a\r\nb\rc\n"


# --- redteam --write --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_document_keeps_its_line_ends(end: str, run: Run, project: Path) -> None:
    document = project / "detection.md"
    document.write_bytes(f"before{end}{REGION.format(end)}after{end}".encode())
    assert run("redteam", "--kind", "digit-changed", "--write", "detection.md").returncode == 0
    data = document.read_bytes()
    assert b"| digit-changed |" in data
    assert data.count(b"\n") == data.count(end.encode())
    assert data.count(b"\r") == (data.count(b"\n") if end == "\r\n" else 0)
    again = run("redteam", "--kind", "digit-changed", "--write", "detection.md")
    assert (again.returncode, document.read_bytes()) == (0, data)


def test_a_document_outside_the_project_is_refused(run: Run, project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(REGION.format("\n"), encoding="utf-8")
    done = run("redteam", "--kind", "digit-changed", "--write", str(outside))
    assert done.returncode == 2
    assert "files are written only inside it" in done.stderr
    assert outside.read_text(encoding="utf-8") == REGION.format("\n")


# --- new --force ------------------------------------------------------------------------------------------------------


@links
def test_a_claim_file_that_leads_out_is_not_overwritten(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious", encoding="utf-8")
    (project / "claims/quick.yaml").unlink()
    (project / "claims/quick.yaml").symlink_to(tmp_path / "precious")
    done = run("new", "--id", "quick", "--force")
    assert done.returncode == 2
    assert "leads out of the project" in done.stderr
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "precious"
