"""How long `claimcheck verify` takes on this repository, against the bare import of what it could not do without.

    python benchmarks/verify.py [RUNS]

All are started in turn, so that whatever else the machine does meets all alike. Measured are a run over the project as
it was at the last run, whose outcome is kept, and a run that checks everything anew. Printed are the medians, the spread
(the middle half of the runs), and the ratios of the medians; the goal for the first is a ratio below 2. Exit code 1 if it
is missed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
GOAL: Final = 2.0
RUNS: Final = 40
COMMANDS: Final = {
    "claimcheck verify": [sys.executable, "-m", "claimcheck", "verify"],
    "claimcheck verify --no-cache": [sys.executable, "-m", "claimcheck", "verify", "--no-cache"],
    "import click, pydantic, yaml": [sys.executable, "-c", "import click, pydantic, yaml"],
}


def measure(runs: int) -> dict[str, list[float]]:
    """Seconds of each run of each command, run in turn; the first round, which fills the caches, is not counted."""
    # A program that was installed has its bytecode beside it; so must this one, whatever this shell is set to.
    environment = {
        key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "CLAIMCHECK_NO_CACHE")
    }
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for round_ in range(runs + 1):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
            if round_:
                taken[name].append(time.perf_counter() - start)
    return taken


def main() -> int:
    """Measures and prints; the exit code says whether the goal is met."""
    taken = measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
    width = max(map(len, taken))
    for name, seconds in taken.items():
        low, middle, high = (1000 * each for each in statistics.quantiles(seconds, n=4))
        print(f"{name:<{width}}  {middle:6.1f} ms  ({low:.1f} to {high:.1f}, fastest {1000 * min(seconds):.1f})")
    kept, anew, bare = (statistics.median(seconds) for seconds in taken.values())
    print(f"{'ratio, nothing changed':<{width}}  {kept / bare:6.2f}     (goal: below {GOAL:g})")
    print(f"{'ratio, checked anew':<{width}}  {anew / bare:6.2f}")
    return 0 if kept / bare < GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
