"""Count what Chroma holds, in a process of its own: files that are not whole can end it by a signal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from vectorstore.children import child_environment
from vectorstore.chroma import ChromaIndex

_SECONDS = 60


def probe(folder: Path) -> int | str:
    """Return how many passages the vector index in `folder` holds, or why it can't be read."""
    command = [sys.executable, "-m", "vectorstore.probing", str(folder)]
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False, env=child_environment())
    except subprocess.TimeoutExpired:
        return f"no answer within {_SECONDS} seconds"
    if result.returncode:
        return (result.stderr.strip().splitlines() or [f"ended by signal {-result.returncode}"])[-1]
    return int(result.stdout)


if __name__ == "__main__":
    sys.stdout.write(str(ChromaIndex(Path(sys.argv[1])).count()))
