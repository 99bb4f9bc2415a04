"""What a question rules out before anything is weighed: articles of other dates, and of other publishers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.asking.naming import publishers_named
from assistant.asking.windows import fits, overlaps
from assistant.types import Question, Window
from vectorstore import Article, Extent, Found
from vectorstore.words import words


@dataclass(frozen=True, slots=True)
class Restriction:
    """The period and the publishers that a question is restricted to, all if empty."""

    window: Window | None = None
    publishers: tuple[str, ...] = ()

    def allows(self, article: Article) -> bool:
        """Whether an article is searched at all; one without a date is never ruled out by its date."""
        if self.publishers and article.publisher not in self.publishers:
            return False
        return not (self.window and fits(self.window, article.published.date) == 0)

    def within(self, found: Found) -> Found:
        """What was found, without the hits that are ruled out."""
        return replace(found, hits=tuple(hit for hit in found.hits if self.allows(hit.article)))

    def without(self, question: Question) -> Question:
        """The question without the names that said what to search: they need not stand in the articles."""
        said = [*self.publishers, self.window.text if self.window else ""]
        forms = {word.form for text in said for word in words(text)}
        return replace(question, names=tuple(name for name in question.names if name not in forms))


def restriction_of(question: Question, publishers: Iterable[str], extent: Extent) -> Restriction:
    """Return what a question rules out in an archive with these publishers and dates.

    Not every window does: "since October" tells of an event more often than of the article. Nor does one that no article
    can lie in: "last year", asked of old articles, is the year before theirs.
    """
    window = question.window
    rules_out = window is not None and window.filters and overlaps(window, extent.first, extent.last)
    return Restriction(window if rules_out else None, publishers_named(question.sources, publishers))
