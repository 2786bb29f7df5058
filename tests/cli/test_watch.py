"""`verify --watch`: a real process that is told of changes by files alone, and ended as a person ends it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import Run, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a signal is sent as POSIX systems send it")

PATIENCE = 60.0
"""Seconds to wait for what must come; a check takes a fraction of one."""
CLEAR = "\x1b[H\x1b[2J"

# A process in the background of a script is told to ignore Ctrl-C; this one is to hear it.
MAIN = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from claimcheck.cli import main
main()
"""

# Runs a command in a terminal of its own, and types Ctrl-C once it has written certain words; its last line is the exit code.
# Like MAIN, it is to hear the key, whoever started the tests.
AT_A_TERMINAL = """
import os, pty, signal, sys
words, *command = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    os.execvp(command[0], command)
text = ""
while words not in text and (more := os.read(terminal, 65536)):
    text += more.decode("utf-8", "replace")
os.write(terminal, b"\\x03")
try:
    while more := os.read(terminal, 65536):
        text += more.decode("utf-8", "replace")
except OSError:
    pass  # the other end is closed
print(text)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


class Watching:
    """A `claimcheck verify --watch` that is running, and what it has written so far."""

    def __init__(self, project: Path, words: tuple[str, ...], *, terminal: bool) -> None:
        streams = os.openpty() if terminal else os.pipe()
        reading, writing = streams
        self.process = subprocess.Popen(
            [sys.executable, "-c", MAIN, "verify", "--watch", *words],
            cwd=project,
            env=environment(TERM="xterm", PYTHONUNBUFFERED="1"),
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=writing,
        )
        os.close(writing)
        self.text = ""
        self._seen = 0
        self._more = threading.Condition()
        threading.Thread(target=self._read, args=(reading,), daemon=True).start()

    def _read(self, reading: int) -> None:
        while True:
            try:
                data = os.read(reading, 65536)
            except OSError:  # a pseudo-terminal whose other end is closed
                data = b""
            with self._more:
                self.text += data.decode("utf-8", "replace").replace("\r\n", "\n")
                self._more.notify_all()
            if not data:
                os.close(reading)
                return

    def until(self, words: str) -> str:
        """Waits for words that come after those waited for last; returns what was written up to them."""
        with self._more:
            there = self._more.wait_for(lambda: words in self.text[self._seen :], PATIENCE)
            assert there, f"{words!r} did not come:\n{self.text}"
            end = self.text.index(words, self._seen) + len(words)
            said, self._seen = self.text[self._seen : end], end
        return said

    def checked(self) -> str:
        """Waits for the end of a check; returns what was written since the one before."""
        return self.until("Ctrl-C ends\n")

    def interrupted(self) -> int:
        """Sends what Ctrl-C sends; returns the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


Start = Callable[..., Watching]


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    started: list[Watching] = []

    def start_(*words: str, terminal: bool = False, cwd: Path = project) -> Watching:
        started.append(Watching(cwd, words, terminal=terminal))
        return started[-1]

    yield start_
    for each in started:
        each.process.kill()
        each.process.wait()


def put(path: Path, text: str) -> None:
    """Writes a file at one stroke: a check between emptying and filling it would be one more than the tests wait for."""
    aside = path.with_name("aside.tmp")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    put(path, text.replace(old, new))


def test_each_change_is_checked_and_the_last_check_gives_the_exit_code(project: Path, start: Start) -> None:
    watching, claims = start(), project / "claims/quick.yaml"
    assert "0 errors" in watching.checked()
    replace(claims, "value: 91.5%", "value: 92.5%")
    said = watching.checked()
    assert "claimcheck: changed: claims/quick.yaml\n" in said
    assert "claims/quick.yaml:15:16: CC201 value-not-in-quote" in said, "concise, where no terminal is"
    replace(claims, "value: 92.5%", "value: 91.5%")
    assert "0 errors" in watching.checked()
    replace(claims, "value: 91.5%", "value: 93.5%")
    assert "1 error" in watching.checked()
    assert watching.interrupted() == 1
    assert "Traceback" not in watching.text and "Aborted" not in watching.text


def test_ended_while_all_is_well(start: Start) -> None:
    watching = start()
    watching.checked()
    assert watching.interrupted() == 0


def test_new_and_deleted_files(project: Path, start: Start) -> None:
    watching = start()
    watching.checked()
    put(project / "seeds/t.txt", "Abstract: We present another one.\n")
    said = watching.checked()
    assert "changed: seeds/t.txt" in said and "CC402 abstract-without-claims" in said
    (project / "seeds/t.txt").unlink()
    said = watching.checked()
    assert "changed: seeds/t.txt" in said and "CC402" not in said
    put(project / "claims/vocabulary.yaml", "schema: claimcheck-vocabulary/2\n")
    assert "claims/vocabulary.yaml:1:9: CC004" in watching.checked()
    (project / "claims/vocabulary.yaml").unlink()
    assert "0 errors" in watching.checked()
    (project / "claims/more").mkdir()
    put(project / "claims/more/other.yaml", "schema: claimcheck/1\n")
    assert "CC008 overlooked-file" in watching.checked()
    (project / "claims/quick.yaml").unlink()
    assert "nothing to check" in watching.checked()
    assert watching.interrupted() == 3


def test_a_bad_configuration_is_shown_and_watching_goes_on(project: Path, start: Start) -> None:
    watching, config = start(), project / "pyproject.toml"
    watching.checked()
    put(config, "[tool.claimcheck]\nselekt = []\n")
    assert "Did you mean 'select'?" in watching.checked()
    put(config, "[tool.claimcheck")
    assert "cannot be read" in watching.checked()
    replace(project / "claims/quick.yaml", "value: 91.5%", "value: 92.5%")
    assert "cannot be read" in watching.checked(), "the files that it named last are still looked at"
    put(config, '[tool.claimcheck]\nignore = ["CC2"]\n')
    assert "CC201" not in watching.checked()
    assert "Traceback" not in watching.text


def test_a_bad_configuration_at_the_start(project: Path, start: Start) -> None:
    put(project / "pyproject.toml", "[tool.claimcheck]\nselekt = []\n")
    watching = start()
    assert "selekt" in watching.checked()
    assert watching.interrupted() == 2


def test_all_that_the_configuration_names_is_looked_at(project: Path, start: Start) -> None:
    schema = {"properties": {"claim": {"properties": {"a": {}}}}}
    put(project / "own.json", json.dumps(schema))
    put(project / "accepted.json", "")
    put(
        project / "pyproject.toml",
        '[tool.claimcheck]\nextra-schema = "own.json"\nbaseline = "accepted.json"\nsources = ["texts/*.txt", "seeds/*.txt"]\n',
    )
    watching = start()
    assert "accepted.json" in watching.checked()
    (project / "accepted.json").unlink()
    assert "accepted.json: no such file" in watching.checked()
    replace(project / "pyproject.toml", 'baseline = "accepted.json"\n', "")
    assert "0 errors" in watching.checked()
    put(project / "own.json", json.dumps(schema | {"required": []}))
    assert "own.json: the schema of extra fields has no 'required'" in watching.checked()
    put(project / "own.json", json.dumps(schema))
    watching.checked()
    (project / "texts").mkdir()
    put(project / "texts/a.txt", "Abstract: We present another one.\n")
    assert "texts/a.txt" in watching.checked()


def test_a_configuration_that_is_made_nearer_by(project: Path, start: Start) -> None:
    inner = project / "inner"
    (inner / "claims").mkdir(parents=True)
    watching = start(cwd=inner)
    assert "1 file" in watching.checked()
    put(inner / "pyproject.toml", "[tool.claimcheck]\n")
    assert "nothing to check" in watching.checked()


def test_a_terminal_is_cleared_for_each_report(project: Path, start: Start) -> None:
    watching = start(terminal=True)
    assert CLEAR not in watching.checked(), "what stood on the screen before is no report of ours"
    replace(project / "claims/quick.yaml", "value: 91.5%", "value: 92.5%")
    said = watching.checked()
    assert said.startswith(CLEAR)
    assert "92.5%" in said and "^^^^^" in said, "in full, on a terminal"
    assert watching.interrupted() == 1


def test_the_key_itself(project: Path) -> None:
    """Ctrl-C, typed at the terminal that the process runs in, and not a signal sent by a test."""
    done = subprocess.run(
        [sys.executable, "-c", AT_A_TERMINAL, "Ctrl-C ends", sys.executable, "-m", "claimcheck", "verify", "--watch"],
        cwd=project,
        env=environment(TERM="xterm"),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0", done.stdout
    assert "Traceback" not in done.stdout and "Aborted" not in done.stdout


def test_file_names_of_strangers_do_nothing_to_the_terminal(project: Path, start: Start) -> None:
    watching = start()
    watching.checked()
    put(project / "seeds/\x1b[31mred.txt", "Abstract: We present another one.\n")
    assert "\x1b" not in watching.checked()


def test_paths_and_rules_go_with_it(project: Path, start: Start) -> None:
    watching = start("claims/quick.yaml", "--select", "CC2", "--format", "full")
    watching.checked()
    replace(project / "claims/quick.yaml", "value: 91.5%", "value: 92.5%")
    assert "error[CC201]" in watching.checked()
    (project / "claims/quick.yaml").rename(project / "claims/slow.yaml")
    assert "no such file" in watching.checked()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "json"], "--watch has the formats full and concise; json is for one report."),
        (["--format", "github"], "github is for one report"),
        (["--output", "report.txt"], "goes with neither --output nor --update-baseline"),
        (["--update-baseline"], "goes with neither --output nor --update-baseline"),
    ],
)
def test_what_makes_no_sense_is_refused(words: list[str], said: str, run: Run) -> None:
    done = run("verify", "--watch", *words)
    assert done.returncode == 2
    assert said in done.stderr
