"""The generated pages: `docs/cli.md`, and the transcript in the README. `make docs` writes them anew."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_cache_path
from typer.main import get_command
from typer.testing import CliRunner

from assistant.cli import app
from assistant.demo import run_demo
from assistant.rendering.terminal import Terminal
from vectorstore import MiniLM

ROOT = Path(__file__).parent.parent
CLI, README = ROOT / "docs/cli.md", ROOT / "README.md"

_TRANSCRIPT = re.compile(r"(?<=^prints\n\n```text\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_HEAD = """\
# Commands

This page is made from the commands' own help by `make docs`.

Standard output is the answer; messages and progress go to standard error.

| exit code | means |
| --- | --- |
| 0 | answered, done |
| 1 | an error, said in one line |
| 2 | the command was called wrongly, or the question can't be asked |
| 3 | the archive does not answer the question |
| 4 | there is no archive, or it can't be used as it stands |
| 5 | the embedding model is not available |
| 130 | interrupted |

"""


def commands() -> list[str]:
    """Names of all commands, in the order of the help."""
    return list(get_command(app).commands)  # type: ignore[attr-defined]


def cli_page() -> str:
    """Return `docs/cli.md` as it should be."""
    return _HEAD + "\n".join(_sections())


def demo_transcript(model: MiniLM) -> str:
    """Return what `belegg demo` prints, piped."""
    out = io.StringIO()
    run_demo(model, Terminal(out))
    return out.getvalue()


def readme_page(transcript: str) -> str:
    """Return the README with the transcript in its place."""
    return _TRANSCRIPT.sub(lambda _: transcript, README.read_text(encoding="utf-8"), count=1)


def _sections() -> Iterator[str]:
    yield f"## belegg\n\n```text\n{_help([])}```\n"
    for name in commands():
        yield f"## belegg {name}\n\n```text\n{_help([name])}```\n"


def _help(words: list[str]) -> str:
    result = CliRunner().invoke(app, [*words, "--help"], prog_name="belegg", terminal_width=100, color=False)
    lines = [line.rstrip() for line in result.output.strip().splitlines()]
    return "\n".join(lines) + "\n"


def main() -> None:
    CLI.write_text(cli_page(), encoding="utf-8")
    cache = Path(os.environ.get("BELEGG_CACHE") or user_cache_path("belegg"))
    README.write_text(readme_page(demo_transcript(MiniLM(cache / "models"))), encoding="utf-8")


if __name__ == "__main__":
    main()
