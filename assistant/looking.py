"""DOC_ID[#SENTENCE] -> the article and the sentence meant."""

from __future__ import annotations

from vectorstore import Archive, ArticleRow, UnknownArticle
from vectorstore.reading.decoding import clean

_MOST_DIGITS = 9


def look_up(archive: Archive, place: str) -> tuple[ArticleRow, int | None]:
    """Return an article and the number of one sentence of it, None if only the article is named.

    The whole is tried as an id first, for an id may end in "#" and digits. Raises UnknownArticle.
    """
    place = clean(place)
    doc_id, mark, number = place.rpartition("#")
    try:
        return archive.article(place), None
    except UnknownArticle:  # then it may name a sentence
        if not (mark and number.isdecimal()):
            raise
    row = archive.article(doc_id)
    if len(number) > _MOST_DIGITS or not 1 <= int(number) <= len(row.sentences):
        raise UnknownArticle(f"{doc_id} has no sentence {number}", f"its sentences are 1 to {len(row.sentences)}")
    return row, int(number)
