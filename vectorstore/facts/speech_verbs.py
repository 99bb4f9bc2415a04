"""The verbs that say that somebody said something, in Norwegian (both standards in one) and English.

A free verb names a speaker whatever follows it. A bound one has other meanings as well ("viser veien", "lover bort"), so it counts
only before a clause, a quotation or a colon, or where it stands inverted after what was said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_NORWEGIAN_FREE = """
    sier seier sa sade opplyser opplyste uttaler uttalar uttalte uttala meddeler meddelte hevder hevdet hevda hevdar påstår påstod påsto
    mener meiner mente meinte anslår anslo anslog antyder antydet antyda antydar bekrefter bekreftet bekrefta bekreftar stadfester stadfesta
    stadfestar avviser avviste benekter benektet benekta benektar avkrefter avkreftet avkrefta avkreftar dementerer dementerte understreker
    understreket understreka understrekar påpeker påpekte påpeikar påpeika påpekar presiserer presiserte konstaterer konstaterte fastslår
    fastslo poengterer poengterte innrømmer innrømmet innrømte innrømma innrømmar vedgår vedgikk vedgjekk erkjenner erkjente tilføyer
    tilføyde tilstår tilsto estimerer estimerte fremholder framholder framheld framholdt fremholdt bedyrer bedyret bedyra forsikrer
    forsikret forsikra forsikrar tror trodde trur trudde bemerker bemerket bemerka insisterer insisterte oppgir oppgav oppga oppgjev
""".split()
_NORWEGIAN_BOUND = """
    forteller fortalte fortel fortalde skriver skrev skriv skreiv melder meldte melde rapporterer rapporterte erklærer erklærte kunngjør
    kunngjorde kunngjer varsler varslet varsla varslar advarer advarte åtvarar åtvara forklarer forklarte forklarar forklara lover lovet
    lovte lova lovar legger la legg svarer svarte svarar svara spør spurte spurde beskriver beskrev beskriv beskreiv gjentar gjentok gjentek
    oppsummerer oppsummerte kommenterer kommenterte konkluderer konkluderte vurderer vurderte spår spådde synes syntes syns tykkjer tykte
    tykkest frykter fryktet frykta fryktar håper håpet håpar håpa vonar krever krevde krev ber bad ba oppfordrer oppfordret oppfordra
    oppfordrar beklager beklaget beklaga beklagar roser roste roper ropte ropar ropa minner minnet minte minna viser viste syner synte
    betegner kaller kalte karakteriserer fortsetter fortsatte fortset fortsette avslutter avsluttet avslutta avsluttar utdyper utdypet
    utdypa utdjupar ironiserer innvender innvendte argumenterer argumenterte reagerer reagerte raser raste tordner tordnet slår slo peker
    pekte peikar peika fastholder fastholdt held røper røpet røpar avslører avslørte avslørar tvitrer tvitret twitrer twitret orienterer
    orienterte informerer informerte vitna vitnar skildrer skildret skildrar uttrykker uttrykte uttrykkjer beregner beregnet bereknar
    rekna regner reknar regnet venter ventet ventar venta tipper tippet tippar erfarer erfarte tyder tydar foreslår foreslo føreslår ytrer
    ytret noterer noterte begrunner begrunnet grunngir grunngjev ser gjør gir mistenker mistenkte mistenkjer anklaget kritiserer kritiserte
    gratulerer takker takket takkar lurer lurte lurar resonnerer oppmoder oppmodar formulerer formulerte føyer føydde repliserer replisert
    parerer protesterer protesterte tilbakeviser tilbakeviste trekker trekte understrekte sammenligner skryter skrøt fleiper anklager
    anklagar beskylder beskyldte skuldar fant fann klaget kallar kalla nekter nektet nektar nekta
""".split()
_NORWEGIAN_TAGS = """
    husker husket hugsar hugsa minnes mintes minnest erindrer mimrer mimret smiler smilte ler lo sukker sukket sukkar jubler jublet jublar
    gliser gliste stønner hikster gråter mumler mumlet mumlar brøler hyler humrer humra nikker nikket stråler flirer kremter filosoferer
    drømmer lokker spøker spøkjer tuller undrer undrast hvisker hvisket kviskrar slenger skyter vet veit
""".split()
_NORWEGIAN_SUPINES = """
    sagt opplyst uttalt meddelt hevdet hevda ment meint anslått antydet antyda bekreftet bekrefta stadfesta avvist benektet benekta
    avkreftet avkrefta understreket understreka påpekt påpeika presisert konstatert fastslått innrømmet innrømt innrømma erkjent fortalt
    skrevet skrive meldt rapportert erklært kunngjort varslet varsla advart åtvara forklart lovet lova svart svara beskrevet beskrive
    gjentatt gjenteke konkludert spådd fryktet frykta krevd vist påstått estimert beregnet berekna tilstått oppgitt oppgjeve lagt sett
    signalisert trodd trudd gitt
""".split()
_NORWEGIAN_INFINITIVES = """
    si seie opplyse uttale meddele hevde bekrefte stadfeste avkrefte understreke understreka påpeke påpeike presisere konstatere fastslå
    innrømme fortelle fortelje melde rapportere varsle advare åtvare forklare love svare legge leggje slå antyde anslå minne avsløre
    kunngjøre kunngjere
""".split()

_NORWEGIAN_FREE_SUPINES = frozenset(
    """
    sagt opplyst uttalt meddelt hevdet hevda ment meint anslått antydet antyda konstatert presisert understreket understreka påpekt påpeika
    fastslått påstått estimert oppgitt oppgjeve
    """.split()
)

_ENGLISH_FREE = """
    said says say told tells tell claimed claims claim estimated estimates estimate insisted insists insist argued argues argue alleged
    alleges allege denied denies deny acknowledged acknowledges acknowledge admitted admits admit warned warns warn stated states stressed
    stresses asserted asserts maintains contended contends believes believe believed thinks thought testified testifies conceded concedes
    emphasised emphasises emphasized emphasizes confirmed confirms confirm remarked remarks cautioned cautions reckons reckoned quipped
""".split()
_ENGLISH_BOUND = """
    added adds add announced announces announce reported reports report noted notes note explained explains explain declared declares
    declare wrote writes write tweeted tweets tweet posted posts asked asks replied replies reply maintained fears feared fear predicted
    predicts predict suggested suggests suggest concluded concludes conclude observed observes recalled recalls recall commented comments
    urged urges urge promised promises promise pledged pledges vowed vows complained complains indicated indicates indicate disclosed
    discloses revealed reveals reveal continued continues shouted shouts describes described hopes hoped hope expects expected expect shows
    showed show finds found find held ruled rules ruling answered answers agreed agrees agree accused accuses accuse refutes refuted called
    calls calculated calculates put puts pointed points doubts doubted demanded demands suspects suspected suspect went goes lamented
    laments responded responds signalled signaled teased proposed proposes proposing boasted boasts countered counters protested protests
    assured assures reiterated reiterates repeated repeats hinted hints implied implies rejected rejects dismissed dismisses clarified
    clarifies feels felt sees saw regretted regrets
""".split()
_ENGLISH_TAGS = """
    laughed laughs smiled smiles sighed sighs nods nodded shrugged mused muses grinned sobbed screamed yelled cried recalls remembers
    remembered joked jokes quips whispered whispers exclaimed
""".split()
_ENGLISH_SUPINES = """
    said told claimed estimated insisted argued alleged denied acknowledged admitted warned stated stressed confirmed added announced
    reported noted explained declared written tweeted posted predicted suggested concluded promised pledged vowed indicated disclosed
    revealed found shown testified maintained
""".split()
_ENGLISH_INFINITIVES = "say tell confirm add report explain stress reveal announce warn admit note insist".split()

_OBJECTS_THAT_ARE_DEEDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys("sier seier sa sade si seie sagt".split(), frozenset("ja nei opp fra frå takk farvel stopp".split())),
    **dict.fromkeys("fortalte fortalde forteller fortel".split(), frozenset("ingen eventyr historier historie vitser".split())),
    **dict.fromkeys("tror trodde trur trudde".split(), frozenset(["på"])),
    **dict.fromkeys("claimed claims claim".split(), frozenset("responsibility victory credit lives".split())),
    **dict.fromkeys("said says say".split(), frozenset("yes no goodbye farewell prayers to".split())),
    **dict.fromkeys("believes believe believed".split(), frozenset(["in"])),
    **dict.fromkeys("thought thinks".split(), frozenset(["of"])),
    **dict.fromkeys("estimated".split(), frozenset(["time"])),
    **dict.fromkeys("admitted admits admit".split(), frozenset(["to"])),
    **dict.fromkeys("states".split(), frozenset("of and in are have".split())),
    **dict.fromkeys("denied denies deny".split(), frozenset("access entry bail him her them".split())),
    **dict.fromkeys("avviser avviste avvist".split(), frozenset("søknaden søknader forslaget klagen klaga anken anka".split())),
    **dict.fromkeys("told tells tell".split(), frozenset("stories jokes tales lies story tale fortunes".split())),
    **dict.fromkeys("stressed".split(), frozenset(["out"])),
}
_REFLEXIVE = frozenset("seg himself herself itself themselves meg deg oss myself yourself".split())
_ALSO_REFLEXIVE = frozenset("sier seier sa erklærer erklærte uttaler uttalte said says".split())
_OF_BODIES = frozenset(
    """
    bekrefter bekreftet bekrefta bekreftar stadfester stadfesta stadfestar avviser avviste benekter benektet benekta benektar avkrefter
    avkreftet avkrefta avkreftar dementerer dementerte innrømmer innrømmet innrømte innrømma innrømmar confirmed confirms confirm denied
    denies deny acknowledged acknowledges admitted admits avvist innrømt konstaterer konstaterte presiserte presiserer
    """.split()
)
_WITH_OM = frozenset(
    """
    forteller fortalte fortel fortalde åtvarar åtvara melder meldte rapporterer rapporterte varsler advarer advarte opplyser opplyste
    fortalt meldt rapportert
    """.split()
)
_WITH_OBJECT = frozenset(
    """
    melder meldte rapporterer rapporterte melde reported reports announced fears feared frykter fryktar expects
    """.split()
)


@dataclass(frozen=True, slots=True)
class SpeechVerbs:
    """The speech verbs of one language by what they need about them."""

    free: frozenset[str]
    finite: frozenset[str]
    supines: frozenset[str]
    infinitives: frozenset[str]
    tags: frozenset[str]

    def is_finite(self, form: str) -> bool:
        """Whether the form may be the finite verb of somebody who says something."""
        return form in self.finite

    def is_tag(self, form: str) -> bool:
        """Whether the form may follow a quotation; "smiler" and the like do nothing else."""
        return form in self.finite or form in self.tags

    def is_any(self, form: str) -> bool:
        """Whether it is any form of a speech verb."""
        return form in self.finite or form in self.supines or form in self.infinitives

    def is_deed(self, verb: str, following: str) -> bool:
        """Whether the verb with what follows it tells of a deed: "sier opp", "claimed responsibility"."""
        is_reflexive = following in _REFLEXIVE and verb not in _ALSO_REFLEXIVE
        return is_reflexive or following in _OBJECTS_THAT_ARE_DEEDS.get(verb, ())

    def takes_om(self, form: str) -> bool:
        """Whether "om" or "mot" after it begins what is told."""
        return form in _WITH_OM

    def needs_body(self, form: str) -> bool:
        """Whether a mere object after it is a statement only where a body speaks: a ministry denies a leak, a keeper a shot."""
        return form in _OF_BODIES

    def takes_number(self, form: str) -> bool:
        """Whether it may be followed at once by how many there are."""
        return form in _WITH_OBJECT


NORWEGIAN = SpeechVerbs(
    free=frozenset(_NORWEGIAN_FREE) | _NORWEGIAN_FREE_SUPINES,
    finite=frozenset(_NORWEGIAN_FREE) | frozenset(_NORWEGIAN_BOUND),
    supines=frozenset(_NORWEGIAN_SUPINES),
    infinitives=frozenset(_NORWEGIAN_INFINITIVES),
    tags=frozenset(_NORWEGIAN_TAGS),
)
ENGLISH = SpeechVerbs(
    free=frozenset(_ENGLISH_FREE),
    finite=frozenset(_ENGLISH_FREE) | frozenset(_ENGLISH_BOUND),
    supines=frozenset(_ENGLISH_SUPINES),
    infinitives=frozenset(_ENGLISH_INFINITIVES),
    tags=frozenset(_ENGLISH_TAGS),
)
