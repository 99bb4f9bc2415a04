"""The small words that begin, join and end noun phrases, Norwegian (both standards in one) and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vectorstore.facts import speech_verbs

_TIMES = """
    mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag kveld morgen morgon formiddag ettermiddag natt januar
    februar mars april mai juni juli august september oktober november desember monday tuesday wednesday thursday friday saturday sunday
    january february march may june july october december today yesterday tonight tomorrow mandagens dag uke uken uka veke veka måned
    måneden månad månaden år året week month year morning evening afternoon night kvelden morgenen morgonen ettermiddagen formiddagen
""".split()
_NORWEGIAN_STOPS = """
    i på til av for fra frå med om over under ved hos mot mellom etter før gjennom uten utan blant bak foran framfor rundt kring langs nær
    innen innan siden sidan unntatt per pr via mens medan og men eller at som fordi da når hvis dersom enn så både samt òg også ikke ikkje
    nå no her der bare berre videre vidare imidlertid derfor difor dermed likevel samtidig tidligere tidlegare senere seinare nylig nyleg
    igjen alltid aldri allerede allereie fortsatt framleis fremdeles endelig endeleg kanskje derimot dessuten deretter blankt klart tydelig
    er var har hadde ble blei vart blir vil ville skal skulle kan kunne må måtte bør burde får fikk fekk vert være vere blitt vorte vært
    vore kom kommer kjem gikk går gjekk sin si sitt sine seg meg deg oss jeg eg du vi me man jo nok vel ennå enno helt heilt svært rett opp
    ned ut inn fram tilbake attende bort hjem heim overfor ifølge ifølgje jf hva kva hvem kven hvor kor hvordan korleis hvorfor kvifor
    omtrent ca selv sjølv gjerne nettopp altså forøvrig hverandre slik dette det ja nei mener sier opplyser sa ettersom enda slett
    tydeligvis trolig angivelig nemlig nemleg like litt noe noko mye mykje mer meir mest skriftlig skriftleg muntlig lenge ofte offentlig
    offentleg klokka klokken kl mandagskveld ha få gi dit hit å hvilket hvilke hvilken hun han ho
""".split()
_ENGLISH_STOPS = """
    of in on at to from by with for about over under between after before through without among behind around near since until via during
    against into onto upon amid despite as and but or that which who whom whose if when while because although though so than then is are
    was were be been being has have had having will would can could shall should may might must do does did not never no yes also later
    earlier now already still only just even again recently previously however there here i we you he she him me us myself yourself it they
    them what where why how whether up down out off back away last next late early ago once such too very really quite rather simply clearly
    repeatedly initially publicly officially separately meanwhile
""".split()
_NORWEGIAN_SPEECH = frozenset(
    """
    seier fortel fortalde fortalte forteller meinte meiner hevdar hevder hevdet opplyste skriver skreiv skriv skrev melder meldte varsler
    varslar åtvarar advarer forklarer forklarar forklarte understreker understrekar bekrefter bekreftar bekreftet stadfestar anslår anslo
    påpeker konstaterer avviser avviste legger svarar svarer svarte trur tror fryktar frykter håper håpar krev krever kunngjorde peker
    peikar erfarer erfarte forstår kjenner kjenn uttaler uttalar uttalte uttala påstår presiserer antyder forsikrer innrømmer rapporterer
    konkluderer
    """.split()
)
_ENGLISH_SPEECH = frozenset(
    """
    said says say told tells added wrote insisted argued denied denies acknowledged admitted warned warns stated stressed asserted maintains
    contended believes thinks testified conceded emphasised emphasized confirmed confirms announced noted explained declared tweeted posted
    asked replied suggested concluded recalled commented urged promised pledged vowed complained revealed continued insists argues alleges
    adds agrees agreed called
    """.split()
)
_NORWEGIAN_PREPOSITIONS = frozenset(
    """
    i på til av for fra frå med om over under ved hos mot mellom etter før gjennom uten utan blant bak foran framfor rundt kring langs nær
    innen innan siden sidan per via overfor ifølge ifølgje
    """.split()
)
_ENGLISH_PREPOSITIONS = frozenset(
    """
    of in on at to from by with for about over under between after before through without among behind around near since until via during
    against into onto upon amid despite as
    """.split()
)


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The small words of one language, and what its pronouns stand for: a woman, a man, several or a body."""

    stops: frozenset[str]
    prepositions: frozenset[str]
    attaching: frozenset[str]
    sources: frozenset[str]
    determiners: frozenset[str]
    alone: frozenset[str]
    pronouns: Mapping[str, str]
    other_pronouns: frozenset[str]
    conjunctions: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    negations: frozenset[str]
    complementisers: frozenset[str]
    clause_openers: frozenset[str]
    boundaries: frozenset[str]
    links: frozenset[str]
    earlier: frozenset[str]
    joins_nouns: bool

    @property
    def breaking(self) -> frozenset[str]:
        """Small words that never stand inside a noun phrase."""
        return _BREAKING[self.joins_nouns]


TIMES = frozenset(_TIMES)

NORWEGIAN = PhraseWords(
    stops=frozenset(_NORWEGIAN_STOPS) | TIMES | _NORWEGIAN_SPEECH | speech_verbs.NORWEGIAN.finite,
    prepositions=_NORWEGIAN_PREPOSITIONS,
    attaching=frozenset("i på for ved hos fra frå av med bak nær innen innan".split()),
    sources=frozenset("fra frå av hos".split()),
    determiners=frozenset(
        """
        en ei et ein eit den det de dei denne dette disse desse flere fleire mange noen nokre nokon alle begge andre enkelte ulike to tre
        fire fem seks sju åtte ni ti hans hennes hennar deres deira dens dets vår samtlige én éin
        """.split()
    ),
    alone=frozenset("flere fleire mange noen nokre nokon alle begge andre enkelte få én".split()),
    pronouns={
        "hun": "f", "ho": "f", "henne": "f", "han": "m", "ham": "m", "de": "p", "dei": "p", "dem": "p",
        "vedkommende": "", "vedkomande": "", "sistnevnte": "", "sistnemnde": "",
    },
    other_pronouns=frozenset("jeg eg vi me du dere dykk man en ein det dette den denne alt ingen".split()),
    conjunctions=frozenset(["og", "samt"]),
    auxiliaries=frozenset("har hadde kan kunne vil ville må måtte skal skulle kunnet ønsker ønskjer ønsket ønska velger valgte".split()),
    adverbs=frozenset(
        """
        også òg tidligere tidlegare nå no selv sjølv imidlertid derimot videre vidare likevel senere seinare nylig nyleg dessuten ikke ikkje
        bare berre fortsatt framleis allerede allereie stadig samtidig gjentatte først fyrst deretter igjen derfor difor aldri alltid da då
        så altså nettopp blant annet fredag torsdag onsdag tirsdag mandag lørdag søndag måndag tysdag laurdag sundag klart tydelig tydeleg
        flatt lenge ofte offentlig offentleg sterkt hele heile tiden tida
        """.split()
    ),
    negations=frozenset("ikke ikkje aldri ei verken korkje".split()),
    clause_openers=frozenset(["at", ":"]),
    complementisers=frozenset("at hvordan korleis hvorfor kvifor hva kva hvor kor hvem kven".split()),
    boundaries=frozenset(
        """
        og men eller at som fordi da då når hvis dersom mens medan ettersom enn om så siden sidan før har hadde er var ble vart blei blir
        skal skulle vil ville kan kunne må måtte bør hvor kor
        """.split()
    ),
    links=frozenset("de da van von der den di du la le el al bin bint ibn ben dos del av".split()),
    earlier=frozenset("tidligere tidlegare daværende avgåtte påtroppende selv selve mest tidleg".split()),
    joins_nouns=False,
)
ENGLISH = PhraseWords(
    stops=frozenset(_ENGLISH_STOPS) | TIMES | _ENGLISH_SPEECH,
    prepositions=_ENGLISH_PREPOSITIONS,
    attaching=frozenset("of for at in from with on near inside within".split()),
    sources=frozenset("from by of".split()),
    determiners=frozenset(
        """
        a an the some several many two three four five six seven eight nine ten his her their its another one most other this these those
        both all any our various multiple few
        """.split()
    ),
    alone=frozenset("several many some others both most one few all".split()),
    pronouns={"she": "f", "he": "m", "they": "p", "it": "b", "him": "m", "them": "p"},
    other_pronouns=frozenset("i we you this that there what who nobody no-one everyone everybody someone somebody anyone one".split()),
    conjunctions=frozenset(["and"]),
    auxiliaries=frozenset("has have had can could would will did must may might does do".split()),
    adverbs=frozenset(
        """
        also later earlier previously now then repeatedly since already still only just even again recently initially both all each not
        never publicly officially privately separately has today yesterday bluntly simply meanwhile monday tuesday wednesday thursday friday
        saturday sunday once further always often frequently consistently on himself herself itself themselves first
        """.split()
    ),
    negations=frozenset("not never n't neither nor didn't hasn't haven't doesn't don't wouldn't won't couldn't cannot".split()),
    clause_openers=frozenset(["that", ":"]),
    complementisers=frozenset("that how why whether what where who if".split()),
    boundaries=frozenset(
        """
        and but or that which who because when while as if after before since although though so until than is are was were be been have has
        had will would can could shall should may might must whether where how why what
        """.split()
    ),
    links=frozenset("of for de da van von der den di du la le el al bin bint ibn ben dos del and the".split()),
    earlier=frozenset("former late early then most next last once".split()),
    joins_nouns=True,
)


GENITIVES = frozenset("sin si sitt sine".split())


def _breaking(words: PhraseWords) -> frozenset[str]:
    return words.stops - words.prepositions - words.determiners - words.links - words.earlier - words.conjunctions - TIMES - GENITIVES


_BREAKING = {False: _breaking(NORWEGIAN), True: _breaking(ENGLISH)}
