"""A turn of a conversation -> a question that stands alone. Rules of language only: what is left out, and what points back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking.clauses import (
    ARTICLES,
    ASKING,
    AUXILIARIES,
    CLAUSE_WORDS,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    TIME,
    Clause,
    Name,
    bare,
    is_definite,
    is_verb,
    may_be_noun,
    names,
    source_in,
    take_apart,
)
from assistant.asking.referring import about, resolve
from assistant.questions import read_question
from assistant.types import Exchange, Kind
from vectorstore.words import STOP_WORDS

_AND = re.compile(r"(?:(?:og|and|men|but|så|so|eller|or|enn|okay|ok)(?: så)?,? )+", re.IGNORECASE)
_WHAT_OF = re.compile(r"(?:(?:hva|kva)(?: da)? (?:med|om)|(?:what|how) about)(?= )", re.IGNORECASE)
_THE_ONE = re.compile(
    r"^(?:the ones?|that|those|den|det|dei|de|for|with|med) (?=(?:i|på|in|at|from|fra|frå|on|of|for|the)\b)", re.IGNORECASE
)
_LONGEST_TURN = 300
_LONGEST_FRAGMENT = 8
_LONGEST_UNMARKED = 4
_LONGEST_SPEAKER = 4
"""A verb of saying and who says it."""
_LONGEST_REST = _PARTICLE_VERB = 2
_PARTICLES = frozenset("imot ned opp bort hjem heim tilbake attende away back down out home against".split())
_SAYING = frozenset("sier seier sa svarer svarar svarte mener meiner say says think thinks reply respond answer claim".split())
_YEAR_BEFORE = re.compile(r"(?:the |året )?(?:year )?(før|before|etter|after)", re.IGNORECASE)


def stand_alone(turn: str, earlier: Sequence[Exchange]) -> str:
    """Return the question that `turn` asks after the exchanges before it, oldest first; a new topic comes back as it is."""
    typed = " ".join(turn.split())
    if not earlier or not typed or len(typed) > _LONGEST_TURN:
        return turn
    opened = _AND.match(typed)
    said = typed[opened.end() :] if opened else typed
    asked_of = _WHAT_OF.match(said)
    fragment = _lowered(bare(said[asked_of.end() :] if asked_of else said).strip(" ,–-"))
    if (
        fragment
        and not _AND.fullmatch(f"{fragment} ")
        and _is_fragment(fragment, marked=bool(opened or asked_of), asked=typed.endswith("?"))
    ):
        return _finished(_completed(_THE_ONE.sub("", fragment), earlier))
    if read_question(typed).kind is Kind.STATEMENT:
        return turn
    resolved = resolve(bare(said), earlier)
    if resolved is None and _lacks_object(bare(said)):
        resolved = f"{bare(said)} ({about(earlier[-1].question)})"
    return turn if resolved is None else _finished(resolved)


def _lowered(text: str) -> str:
    """A fragment as it stands inside a sentence: its first word small, unless it may be a name."""
    first = text.partition(" ")[0]
    if len(first) > 1 and first.isupper():
        return text
    is_function_word = first.lower() in STOP_WORDS | PREPOSITIONS | ARTICLES | {"according", "forrige", "førre"}
    return text[:1].lower() + text[1:] if is_function_word else text


def _is_fragment(text: str, *, marked: bool, asked: bool) -> bool:
    """Whether a turn is no clause: nothing in it is a verb, and it is short or says that it goes on."""
    tokens = text.split()
    if len(tokens) > (_LONGEST_FRAGMENT if marked or _opens_as_addition(text) else _LONGEST_UNMARKED):
        return False
    if not (marked or asked or source_in(text)):
        return False
    clause = take_apart(text)
    if any(token.lower() in AUXILIARIES for token in tokens):
        return False
    if clause.asking:
        return _asks_in_short(clause, text)
    if any(token.lower() in ASKING for token in tokens[1:]):
        return False
    return not (len(tokens) > 1 and is_verb(tokens[0].lower()) and (not may_be_noun(tokens[0]) or _may_be_subject(tokens[1])))


def _asks_in_short(clause: Clause, text: str) -> bool:
    """Whether nothing follows a question phrase, or only a place or time: "Hvor mange i Oslo?"."""
    has_subject = any(name.before not in PREPOSITIONS for name in names(text) if not text.isupper())
    return not has_subject and (not clause.verb or not (is_verb(clause.verb) or len(clause.rest) > _LONGEST_REST))


def _may_be_subject(token: str) -> bool:
    return is_definite(token) or token[0].isupper() or token.lower() in STOP_WORDS - PREPOSITIONS - {"og", "and"}


def _opens_as_addition(text: str) -> bool:
    return source_in(text[:40]) is not None or text.split()[0].lower() in PREPOSITIONS or TIME.match(text) is not None


def _lacks_object(text: str) -> bool:
    """Whether a whole question names nothing that could be searched: "What happened?", "Hva svarer Aspenes?"."""
    clause = take_apart(text)
    if not clause.asking or clause.asking[0].lower() not in ASKING:
        return False
    tokens = [clause.verb, *clause.rest]
    content = [token for token in tokens if token and token.lower() not in STOP_WORDS | AUXILIARIES]
    says = [token for token in tokens if token.lower() in _SAYING]
    if says and clause.asking[0].lower() in ("hva", "kva", "what"):
        is_closed = any(token.lower() in CLAUSE_WORDS | PREPOSITIONS for token in tokens)
        return len(content) <= _LONGEST_SPEAKER and not clause.noun and not is_closed
    if clause.noun or names(text):
        return False
    is_lone = len(content) == 1 or (len(content) == _PARTICLE_VERB and content[1].lower() in _PARTICLES)
    return is_lone and is_verb(content[0]) and not is_definite(content[0]) and TIME.search(text) is None


def _completed(fragment: str, earlier: Sequence[Exchange]) -> str:
    """The last question with each part of the fragment in the place of the part like it."""
    question = bare(earlier[-1].question)
    if found := source_in(fragment):
        question, fragment = _with_source(question, fragment[slice(*found)]), _without(fragment, *found)
    if time := TIME.search(fragment):
        question, fragment = _with_time(question, time[0]), _without(fragment, *time.span())
    clause = take_apart(fragment)
    if clause.asking:
        question, fragment = _with_asking(question, clause), " ".join(clause.rest)
    if not fragment:
        return question
    called = names(fragment, first=True)
    if called and called[0].start <= _length_of_opening(fragment):
        return _with_name(question, fragment, called[0], earlier)
    return _with_noun(question, fragment, bool(called))


def _without(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[:start]} {text[end:]}".split()).strip(" ,")


def _length_of_opening(fragment: str) -> int:
    """Where a name may begin at the latest to be what the fragment is: after one preposition or article."""
    first, _, rest = fragment.partition(" ")
    return len(first) + 1 if rest and first.lower() in PREPOSITIONS | ARTICLES else 0


def _with_source(question: str, source: str) -> str:
    found = source_in(question)
    return f"{question[: found[0]]}{source}{question[found[1] :]}" if found else f"{question} {source}"


def _with_time(question: str, time: str) -> str:
    found = TIME.search(question)
    time = _counted(time, found[0] if found else "")
    if found is None:
        return f"{question} {time}"
    first = found[0].split()[0]
    preposition = f"{first} " if time.isdigit() and first.lower() in PREPOSITIONS else ""
    return f"{question[: found.start()]}{preposition}{time}{question[found.end() :]}"


def _counted(time: str, earlier: str) -> str:
    """A year told from the earlier one, in digits: "året før" after "i 2023" is "i 2022"."""
    year = re.search(r"\b(?:19|20)\d\d\b", earlier)
    told = _YEAR_BEFORE.fullmatch(time)
    if year is None or told is None:
        return time
    step = -1 if told[1].lower() in ("før", "before") else 1
    return f"{earlier[: year.start()]}{int(year[0]) + step}{earlier[year.end() :]}"


def _with_asking(question: str, new: Clause) -> str:
    """The question asked with another question phrase: "Hvorfor?" after "Hvor mange ble evakuert?"."""
    old = take_apart(question)
    more = tuple(word for word in (new.verb, *new.rest) if word.lower() not in ("", "det", "da", "då", "that", "so", "then"))
    told = tuple(word for word in more if word.lower() not in STOP_WORDS | PLACE_PREPOSITIONS)
    if told and not names(" ".join(more), first=True):
        return f"{' '.join((*new.asking, *new.noun, *more))} ({old.subject_matter()})"
    opening = " ".join((*new.asking, *new.noun))
    if new.noun or not old.noun:
        return " ".join(filter(None, (opening, old.verb, _someone(old, new), *old.rest)))
    if old.verb.lower() not in AUXILIARIES:
        return f"{opening} {old.subject_matter()}"
    is_object = bool(old.rest) and (old.rest[0][0].isupper() or old.rest[0].lower() in ARTICLES)
    parts = (*old.rest, *old.noun) if is_object else (*old.noun, *old.rest)
    return " ".join((opening, old.verb, *parts))


def _someone(old: Clause, new: Clause) -> str:
    """The subject that a question for the subject leaves open: "Hvorfor ble noen evakuert?"."""
    counts = old.asking[-1:] and old.asking[-1].lower() in ("mange", "many", "hvem", "kven", "who")
    takes_place = new.asking[-1].lower() in ASKING - {"hvem", "kven", "who", "hva", "kva", "what"}
    if not (counts and takes_place and old.verb.lower() in AUXILIARIES):
        return ""
    return {"hvor": "noen", "hvem": "noen", "kor": "nokon", "kven": "nokon"}.get(old.asking[0].lower(), "someone")


def _with_name(question: str, fragment: str, new: Name, earlier: Sequence[Exchange]) -> str:
    """The question with the name that plays the same part replaced; added where no name does."""
    kind = new.kind() or ("person" if _is_surname(new.text, earlier) else "")
    source = source_in(question)
    if source and kind in ("organisation", "person") and new.before not in PLACE_PREPOSITIONS:
        return _with_source(question, f"{_mark_of(question[slice(*source)])} {fragment}")
    old = _like(kind, question)
    if old is None:
        return f"{question} {fragment}" if new.before in PREPOSITIONS else f"{question} ({fragment})"
    start = old.start
    if new.before in PREPOSITIONS and old.before in PREPOSITIONS:
        start -= len(old.before) + 1
    kept = fragment
    if old.before in PREPOSITIONS and new.before not in PREPOSITIONS:
        kept = fragment.removeprefix("the ")
    return f"{question[:start]}{kept}{question[old.end :]}"


def _mark_of(source: str) -> str:
    words = source.split()
    return " ".join(words[:2]) if words[0].lower() in ("according", "i") else words[0]


def _is_surname(text: str, earlier: Sequence[Exchange]) -> bool:
    texts = [text for exchange in earlier for text in (exchange.question, *exchange.cited)]
    return any(re.search(rf"[A-ZÆØÅ][\w-]+ {re.escape(text)}\b", said) for said in texts)


def _like(kind: str, question: str) -> Name | None:
    """The last name of the question of that kind, or else one of which the kind is open; None if all are of other kinds."""
    found = names(question)
    if not kind:
        same = [name for name in found if name.kind() == "place"] or found
        return same[-1] if same else None
    same = [name for name in found if name.kind() == kind] or [name for name in found if not name.kind()]
    if not same and kind in ("person", "organisation"):
        same = [name for name in found if name.kind() in ("person", "organisation")]
    return same[-1] if same else None


def _with_noun(question: str, fragment: str, has_name: bool) -> str:
    """The question about other things: they are counted in the place of those, or named in brackets."""
    old = take_apart(question)
    if has_name and old.verb:
        return " ".join((*old.asking, old.verb, fragment))
    if source := source_in(question):
        return _with_source(question, f"{_mark_of(question[slice(*source)])} {fragment}")
    if old.asking and old.asking[-1].lower() in ("mange", "mye", "mykje", "many", "much"):
        return " ".join(filter(None, (*old.asking, fragment.removeprefix("the "), old.verb, *old.rest)))
    tokens = question.split()
    places = [at for at, token in enumerate(tokens) if is_definite(token) and tokens[at - 1].lower() not in PREPOSITIONS]
    preposition, _, governed = fragment.partition(" ")
    if is_definite(governed or fragment):
        places = places or [at for at, token in enumerate(tokens) if is_definite(token)]
        if governed and preposition in PREPOSITIONS:
            places = [at for at, token in enumerate(tokens) if at and tokens[at - 1].lower() == preposition]
            fragment = governed if places else fragment
        if places:
            return " ".join((*tokens[: places[-1]], fragment, *tokens[places[-1] + 1 :]))
    if fragment.lower().startswith("the ") and (match := re.search(r"\b(?<!of )(?<!in )(?<!on )the \w+", question)):
        return f"{question[: match.start()]}{fragment}{question[match.end() :]}"
    return f"{question} ({fragment})"


def _finished(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:1].upper()}{text[1:]}?"
