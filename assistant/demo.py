"""`belegg demo`: the example articles, an archive of their own, three questions."""

from __future__ import annotations

import tempfile
from pathlib import Path

from assistant.answering import Assistant
from assistant.rendering.reports import ingest_lines
from assistant.rendering.terminal import Terminal, watch_ingest
from vectorstore import Archive, Embedder, Sources, ingest

EXAMPLES = Path(__file__).parent / "examples"
"""Articles that ship with the package; people and municipalities in them are invented."""

QUESTIONS = (
    "Hvor mange ble evakuert i Nordvåg?",
    "When did the council decide to close the school in Ytre Fjellså?",
    "Hva sa statsministeren om brua i Drammen?",
)


def run_demo(embedder: Embedder, out: Terminal) -> None:
    """Ingest the examples into a temporary archive, ask, and print all of it."""
    with tempfile.TemporaryDirectory(prefix="belegg-demo-") as folder:
        sources = Sources([EXAMPLES])
        report = watch_ingest(sources, lambda progress: ingest(Path(folder), embedder, sources, progress))
        for line in ingest_lines(report):
            out.line(line, "dim")
        with Archive.open(Path(folder), embedder) as archive:
            _ask(Assistant(archive), out)


def _ask(assistant: Assistant, out: Terminal) -> None:
    for question in QUESTIONS:
        out.line()
        out.line(f"? {question}", "bold green")
        out.answer(assistant.ask(question))
