"""Does a model read Norwegian? Sentences in both languages, and which way it finds their twins better.

A model's card may claim a hundred languages; what counts here is whether its vectors of Norwegian are better than
its vectors of the English gloss. The sentences share no name and no number that would give the twin away.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from vectorstore.glossary import glosser

if TYPE_CHECKING:
    from vectorstore.embedding import Embedder

TWINS: Sequence[tuple[str, str]] = (
    ("Ferja ble innstilt på grunn av is i fjorden.", "The ferry was cancelled because of ice in the fjord."),
    ("Politiet etterlyser en mann i førtiårene.", "Police are looking for a man in his forties."),
    ("Kommunestyret vedtok å legge ned skolen.", "The municipal council decided to close the school."),
    ("Legene streiker for høyere lønn.", "The doctors are on strike for higher pay."),
    ("Flere hus ble tatt av skredet i natt.", "Several houses were swept away by the landslide last night."),
    ("Bedriften sier opp halvparten av de ansatte.", "The company is laying off half of its employees."),
    ("Han nekter for å ha løyet i retten.", "He denies having lied in court."),
    ("Prisen på strøm har aldri vært høyere.", "The price of electricity has never been higher."),
    ("Flyktningene sover i telt utenfor byen.", "The refugees are sleeping in tents outside the city."),
    ("Jenta ble funnet i god behold ved elva.", "The girl was found safe and sound by the river."),
    ("Laget rykket ned etter tap på hjemmebane.", "The team was relegated after losing at home."),
    ("Barnehagen mangler folk og må stenge tidlig.", "The kindergarten is short of staff and has to close early."),
    ("Minst tre soldater mistet livet i angrepet.", "At least three soldiers lost their lives in the attack."),
    ("Forskerne fant spor av liv på havbunnen.", "Researchers found traces of life on the seabed."),
    ("Boka handler om en ensom fisker.", "The book is about a lonely fisherman."),
    ("Regjeringen vil kutte skatten for små bedrifter.", "The government wants to cut taxes for small businesses."),
    ("Sjåføren var beruset og krasjet i et tre.", "The driver was drunk and crashed into a tree."),
    ("Velgerne går til urnene på søndag.", "Voters go to the polls on Sunday."),
    ("Vannet må kokes før det drikkes.", "The water must be boiled before drinking."),
    ("Bonden ble bøtelagt for å mishandle sauene sine.", "The farmer was fined for mistreating his sheep."),
    ("Utstillingen viser malerier fra krigen.", "The exhibition shows paintings from the war."),
    ("Brannen startet på kjøkkenet i andre etasje.", "The fire started in the kitchen on the second floor."),
    ("Presten ber om unnskyldning for det han skrev.", "The priest apologises for what he wrote."),
    ("Fisken døde av en smittsom sykdom.", "The fish died of a contagious disease."),
)


def reads_norwegian(embedder: Embedder) -> bool:
    """Return whether Norwegian as it is leads to its English twins at least as surely as its gloss does."""
    norwegian, english = zip(*TWINS, strict=True)
    targets = embedder.embed_documents(english)
    glossed = [glosser().gloss_text(text) for text in norwegian]
    return _found(embedder, norwegian, targets) >= _found(embedder, glossed, targets)


def _found(embedder: Embedder, texts: Sequence[str], targets: np.ndarray) -> int:
    """How many texts are nearest to their own twin."""
    cosines = np.stack([embedder.embed_query(text) for text in texts]) @ targets.T
    return int((cosines.argmax(axis=1) == np.arange(len(texts))).sum())
