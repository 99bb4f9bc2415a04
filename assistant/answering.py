"""The conversation's main job, as a ladder: ask, read, search, weigh, cite, compose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from assistant.asking.restricting import Restriction, restriction_of
from assistant.composing import compose
from assistant.evidence import DEFAULT_THRESHOLD, FAST_THRESHOLD, Evidence, weigh
from assistant.questions import read_question
from assistant.ranking import CrossEncoder
from assistant.types import Answer, Citation, Outcome, Question, Searched
from vectorstore import Archive, Found, Hit, QueryUnusable
from vectorstore.facts import SentenceFacts
from vectorstore.reading.decoding import clean
from vectorstore.words import words

_NEAREST = 3
_ECHO = 500

NOT_FOUND = {
    "nb": "Arkivet svarer ikke på dette.",
    "nn": "Arkivet svarer ikkje på dette.",
    "en": "The archive does not answer this.",
}
NOT_MENTIONED = {
    "nb": ("{} er ikke nevnt i arkivet.", "{} er ikke nevnt i arkivet.", " og "),
    "nn": ("{} er ikkje nemnd i arkivet.", "{} er ikkje nemnde i arkivet.", " og "),
    "en": ("{} is not mentioned in the archive.", "{} are not mentioned in the archive.", " and "),
}
"""Said of one name, said of several, and what joins the last two."""


class Assistant:
    """Answers questions from one archive; `fast` ranks by the features alone, without reading question and sentence together.

    >>> Assistant(archive).ask("Hvor mange ble evakuert?").citations[0].text  # doctest: +SKIP
    'Om lag 140 personer er evakuert, ifølge kommunen.'
    """

    def __init__(
        self, archive: Archive, *, threshold: float | None = None, fast: bool = False, today: Callable[[], date] = date.today
    ) -> None:
        self.archive, self._today = archive, today
        self._reader = None if fast else CrossEncoder(archive.english)
        default = FAST_THRESHOLD if fast else DEFAULT_THRESHOLD
        self._threshold = default if threshold is None else threshold

    def ask(self, text: str) -> Answer:
        """Return the answer to a question, or an answer that says that there is none.

        Raises QueryUnusable if the question is empty, too long, or has no word in it.
        """
        question = read_question(text, today=self._today())
        restriction = self._restriction(question)
        found, evidence = self._gather(question, restriction)
        searched = Searched(
            self.archive.extent(),
            found.query.words,
            restriction.window,
            ", ".join(restriction.publishers),
            tuple(_unknown_names(restriction.without(question), found.query.unknown)),
            found.query.in_english,
        )
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
        return found, weigh(restriction.without(question), found, self._reader)

    def _answer(self, question: Question, evidence: Evidence, searched: Searched) -> Answer:
        if not evidence.hits or evidence.confidence < self._threshold:
            nearest, _ = self._cite(evidence.hits[:_NEAREST])
            text = _not_found(question.language, searched.unknown)
            return Answer(question.text, question.language, Outcome.NOT_FOUND, evidence.confidence, text, searched, nearest=nearest)
        citations, facts = self._cite(evidence.answers())
        text, claims = compose(question, citations, facts)
        return Answer(question.text, question.language, Outcome.ANSWERED, evidence.confidence, text, searched, claims, citations)

    def _cite(self, hits: Sequence[Hit]) -> tuple[tuple[Citation, ...], tuple[SentenceFacts, ...]]:
        """The citations of some hits, and what was read in their sentences."""
        facts = tuple(map(self.archive.facts, hits))
        return tuple(_citation(number, hit, found) for number, (hit, found) in enumerate(zip(hits, facts, strict=True), start=1)), facts


def _unknown_names(question: Question, unknown: frozenset[str]) -> Iterator[str]:
    """The names of a question that stand nowhere, as written: whole ones, and single words that are part of none."""
    left = unknown.intersection(question.names)
    for name in question.full_names:
        parts = {word.form for word in words(name)}
        if parts & left:
            left -= parts
            yield name
    for word in words(question.text):
        if word.form in left:
            left -= {word.form}
            yield word.text


def _not_found(language: str, unknown: Sequence[str]) -> str:
    if not unknown:
        return NOT_FOUND[language]
    one, several, joint = NOT_MENTIONED[language]
    *most, last = unknown
    return several.format(joint.join((", ".join(most), last))) if most else one.format(last)


def _citation(number: int, hit: Hit, facts: SentenceFacts) -> Citation:
    article, sentence = hit.article, hit.sentence
    return Citation(
        number=number, doc_id=article.id, version=article.version, title=article.title, publisher=article.publisher,
        published=article.published.date, url=article.url, sentence=sentence.number, start=sentence.start, end=sentence.end,
        text=sentence.text, block=sentence.kind, language=sentence.language, damage=sentence.damage,
        score=round(hit.score, 4), before=hit.before.text if hit.before else "", after=hit.after.text if hit.after else "",
        speaker=facts.sources[0].full_name if facts.sources else None, reported_by=facts.reported_by, hedged=bool(facts.hedges),
    )  # fmt: skip
