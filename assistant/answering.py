"""The conversation's main job, as a ladder: ask, read, search, weigh, cite, compose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from assistant.asking.restricting import Restriction, restriction_of
from assistant.composing import compose
from assistant.evidence import DEFAULT_THRESHOLD, Evidence, weigh
from assistant.questions import read_question
from assistant.types import Answer, Citation, Outcome, Question, Searched
from vectorstore import Archive, Found, Hit, QueryUnusable, Sentence, UnknownArticle
from vectorstore.reading.decoding import clean

_NEAREST = 3
_ECHO = 500

NOT_FOUND = {
    "nb": "Arkivet svarer ikke på dette.",
    "nn": "Arkivet svarer ikkje på dette.",
    "en": "The archive does not answer this.",
}


class Assistant:
    """Answers questions from one archive.

    >>> Assistant(archive).ask("Hvor mange ble evakuert?").citations[0].text  # doctest: +SKIP
    'Om lag 140 personer er evakuert, ifølge kommunen.'
    """

    def __init__(self, archive: Archive, *, threshold: float | None = None, today: Callable[[], date] = date.today) -> None:
        self.archive, self._today = archive, today
        self._threshold = DEFAULT_THRESHOLD if threshold is None else threshold

    def ask(self, text: str) -> Answer:
        """Return the answer to a question, or an answer that says that there is none.

        Raises QueryUnusable if the question is empty, too long, or has no word in it.
        """
        question = read_question(text, today=self._today())
        restriction = self._restriction(question)
        found, evidence = self._gather(question, restriction)
        searched = Searched(self.archive.extent(), tuple(found.query.words), restriction.window, ", ".join(restriction.publishers))
        return self._answer(question, evidence, searched)

    def ask_anything(self, text: str) -> Answer:
        """Return the answer to a question; one that can't be asked at all is answered by saying why."""
        try:
            return self.ask(text)
        except QueryUnusable as error:
            searched = Searched(self.archive.extent(), ())
            return Answer(clean(text[:_ECHO]), "nb", Outcome.NOT_FOUND, 0.0, str(error), searched)

    def search(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Return the best sentences for `text`, ranked as an answer's evidence is; raises QueryUnusable."""
        # Not restricted to a period or a publisher: a list of sentences has no place to say so.
        _, evidence = self._gather(read_question(text, today=self._today()), Restriction())
        return evidence.hits[:limit]

    def _restriction(self, question: Question) -> Restriction:
        publishers = [row.publisher for row in self.archive.sources()] if question.sources else []
        return restriction_of(question, publishers, self.archive.extent())

    def _gather(self, question: Question, restriction: Restriction) -> tuple[Found, Evidence]:
        found = restriction.within(self.archive.search(question.text, language=question.language))
        return found, weigh(restriction.without(question), found)

    def _answer(self, question: Question, evidence: Evidence, searched: Searched) -> Answer:
        if not evidence.hits or evidence.confidence < self._threshold:
            nearest = self._cite(evidence.hits[:_NEAREST])
            text = NOT_FOUND[question.language]
            return Answer(question.text, question.language, Outcome.NOT_FOUND, evidence.confidence, text, searched, nearest=nearest)
        citations = self._cite(evidence.answers())
        text, claims = compose(question, citations)
        return Answer(question.text, question.language, Outcome.ANSWERED, evidence.confidence, text, searched, claims, citations)

    def _cite(self, hits: Sequence[Hit]) -> tuple[Citation, ...]:
        evidence = {doc_id: self._evidence_of(doc_id) for doc_id in {hit.article.id for hit in hits}}
        return tuple(_citation(number, hit, evidence[hit.article.id]) for number, hit in enumerate(hits, start=1))

    def _evidence_of(self, doc_id: str) -> tuple[Sentence, ...]:
        """The evidence sentences of an article; none if a writer has removed it since it was found."""
        try:
            row = self.archive.article(doc_id)
        except UnknownArticle:  # what was found is still cited as it was; only what stood beside it is gone
            return ()
        return tuple(sentence for sentence in row.sentences if sentence.is_evidence)


def _citation(number: int, hit: Hit, evidence: Sequence[Sentence]) -> Citation:
    article, sentence = hit.article, hit.sentence
    before, after = _beside(sentence, evidence)
    return Citation(
        number=number, doc_id=article.id, version=article.version, title=article.title, publisher=article.publisher,
        published=article.published.date, url=article.url, sentence=sentence.number, start=sentence.start, end=sentence.end,
        text=sentence.text, block=sentence.kind, language=sentence.language, damage=sentence.damage,
        score=round(hit.score, 4), before=before, after=after,
    )  # fmt: skip


def _beside(cited: Sentence, evidence: Sequence[Sentence]) -> tuple[str, str]:
    """The evidence before and after a sentence, "" where there is none or the article was changed meanwhile."""
    key = (cited.number, cited.text)
    place = next((at for at, sentence in enumerate(evidence) if (sentence.number, sentence.text) == key), None)
    if place is None:
        return "", ""
    before = evidence[place - 1].text if place else ""
    after = evidence[place + 1].text if place + 1 < len(evidence) else ""
    return before, after
