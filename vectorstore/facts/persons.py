"""Who has been named so far in an article, so that a surname, a pronoun or a bare quotation finds its person."""

from __future__ import annotations

from dataclasses import dataclass

from vectorstore.facts.given_names import pronoun_gender

PLURAL, BODY, PERHAPS = "p", "b", "?"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody named: the fullest form, and the pronoun that stands for them ("f", "m", "p", "b" or "" if unknown)."""

    name: str
    gender: str


class People:
    """Grows as an article is read; every lookup takes the same time however long the article is."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}
        self._perhaps: dict[str, str] = {}
        self._latest: dict[str, tuple[int, Known]] = {}
        self._latest_mention: dict[str, tuple[int, Known]] = {}
        self._count = 0

    def note(self, name: str, *, is_person: bool) -> None:
        """Remember the full form of a name."""
        words = name.split()
        if is_person and len(words) > 1:
            self._full[_key(words[-1])] = name
            self._full.setdefault(_key(words[0]), name)
        self._full.setdefault(_key(name), name)

    def knows(self, name: str) -> bool:
        """Whether the name or a longer form of it was named before."""
        return _key(name) in self._full

    def full_name(self, name: str) -> str:
        """Return the fullest form of a name that was seen."""
        key = _key(name)
        return self._full.get(key) or self._perhaps.get(key, name)

    def suspect(self, name: str) -> None:
        """Remember a name that may be a person's although nothing says so but its form; it counts only where no other does."""
        self._perhaps[_key(name.split()[-1])] = name
        self._put(self._latest_mention, name, PERHAPS)

    def mention(self, name: str, gender: str) -> None:
        """Remember that somebody was named, by a name that may be short."""
        self._put(self._latest_mention, name, gender)

    def focus(self, name: str, gender: str) -> None:
        """Remember that a sentence is about somebody, or quotes them."""
        self._put(self._latest, name, gender)
        self._put(self._latest_mention, name, gender)

    def _put(self, latest: dict[str, tuple[int, Known]], name: str, gender: str) -> None:
        self._count += 1
        full = self.full_name(name)
        latest[gender] = (self._count, Known(full, gender))

    def meant(self, gender: str) -> Known | None:
        """Return whom a pronoun of `gender` means: the last whom a sentence was about, else the last who was named."""
        wanted = (gender, "") if gender in ("f", "m") else (gender, PLURAL, BODY) if gender else ("f", "m", "")
        is_one = gender in ("f", "m", "")
        for latest, kinds in ((self._latest, wanted), (self._latest_mention, wanted), (self._latest_mention, (PERHAPS,) if is_one else ())):
            found = [latest[kind] for kind in kinds if kind in latest]
            if found:
                return max(found, key=lambda entry: entry[0])[1]
        return None

    def last_person(self) -> Known | None:
        """Return the person whom a bare quotation belongs to."""
        return self.meant("")


def gender_of(name: str) -> str:
    """Return what a full name says of its bearer's pronoun."""
    words = name.split()
    return pronoun_gender(words[0].casefold()).removesuffix("u") if words else ""


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
