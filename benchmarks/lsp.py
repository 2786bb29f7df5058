"""How long after a keystroke the language server has its diagnostics ready, over a real connection.

    python benchmarks/lsp.py [KEYSTROKES]

A client of its own starts `claimcheck lsp` in a copy of this repository's project, opens a claim file and types: each
change is sent when the findings of the one before have come, and the time until its own have come is measured, the
client's part included. Typed are words into the file's largest quote (findings at every keystroke), numbers into a value,
a field's name (the file does not fit the schema), and an open quotation mark (it is no YAML). Hover and completion are
measured too. The goal is 100 ms for 95 of 100 keystrokes of each kind; exit code 1 if one is missed.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
GOAL: Final = 100.0
KEYSTROKES: Final = 60
FILE: Final = "claims/rlve.yaml"


class Client:
    """The least client there is: it sends, and waits for what it wants to hear."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "claimcheck", "lsp"]
        self._server = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._in: IO[bytes] = self._server.stdin
        self._out: IO[bytes] = self._server.stdout
        self._id = 0

    def notify(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        self._id += 1
        self._send({"id": self._id, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == self._id and "method" not in message).get("result")

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while not wanted(message := self._receive()):
            pass
        return message

    def stop(self) -> None:
        self.ask("shutdown")
        self.notify("exit")
        self._server.wait(10)

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._in.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while (line := self._out.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise SystemExit("the server has ended")
        found: dict[str, Any] = json.loads(self._out.read(length))
        return found


def typed(text: str, count: int) -> Iterator[tuple[str, str]]:
    """What is typed, and the text after each keystroke: `count` of each kind."""
    quote = text.index("yields a 3.37%")
    value = text.index("value: 3.37%") + len("value: ")
    field = text.index("agg: {how: mean, n: six") + len("agg")
    for number in range(1, count + 1):
        word = "abcdefghij" * (number // 10 + 1)
        yield "words into a quote", f"{text[:quote]}{word[:number]} {text[quote:]}"
    for number in range(1, count + 1):
        yield "a number", f"{text[:value]}{number}{text[value:]}"
    for number in range(1, count + 1):
        yield "a field's name", f"{text[:field]}{'x' * number}{text[field:]}"
    for number in range(1, count + 1):
        yield "no YAML", f'{text[:value]}"{number}{text[value:]}'


def measure(client: Client, uri: str, text: str, count: int) -> dict[str, list[float]]:
    """Milliseconds of each keystroke, and of some questions."""
    taken: dict[str, list[float]] = {}
    version = 1
    for name, changed in typed(text, count):
        version += 1
        start = time.perf_counter()
        document = {"uri": uri, "version": version}
        client.notify("textDocument/didChange", textDocument=document, contentChanges=[{"text": changed}])
        client.wait(lambda message, want=version: message.get("params", {}).get("version") == want)  # type: ignore[misc]
        taken.setdefault(name, []).append(1000 * (time.perf_counter() - start))
    document = {"uri": uri, "version": version + 1}
    client.notify("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
    line = text[: text.index("value: 3.37%")].count("\n")
    at = {"line": line, "character": 16}
    for method in ("hover", "completion", "definition"):
        for _ in range(count):
            start = time.perf_counter()
            answer = client.ask(f"textDocument/{method}", textDocument={"uri": uri}, position=at)
            taken.setdefault(method, []).append(1000 * (time.perf_counter() - start))
            assert answer, method
    return taken


def main() -> int:
    """Measures and prints; the exit code says whether the goal is met."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else KEYSTROKES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for part in ("seeds", "claims"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "pyproject.toml", folder)
        text = (folder / FILE).read_text(encoding="utf-8")
        uri = (folder / FILE).as_uri()
        client = Client(folder)
        workspace = [{"uri": folder.as_uri(), "name": "tracker"}]
        client.ask("initialize", processId=None, rootUri=folder.as_uri(), workspaceFolders=workspace, capabilities={})
        client.notify("initialized")
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        client.notify("textDocument/didOpen", textDocument=item)
        client.wait(lambda message: message.get("params", {}).get("version") == 1)
        time.sleep(1)
        taken = measure(client, uri, text, count)
        client.stop()
    slow = 0
    for kind, times in taken.items():
        p95 = statistics.quantiles(times, n=20)[-1]
        slow += p95 >= GOAL
        print(f"{kind:<20} p50 {statistics.median(times):6.1f} ms   p95 {p95:6.1f} ms   slowest {max(times):6.1f} ms")
    print(f"goal: p95 below {GOAL:g} ms {'(missed)' if slow else '(met)'}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
