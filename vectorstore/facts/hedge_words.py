"""The words by which Norwegian and English news leave open whether something is so."""

from __future__ import annotations

NORWEGIAN_ADVERBS = frozenset(
    """
    trolig truleg antakelig antakeleg antagelig antageleg sannsynligvis sannsynlegvis trulegvis angivelig angiveleg angivelige angivelege
    visstnok formodentlig formentlig muligens muligvis moglegvis kanskje kanhende tilsynelatende tilsynelatande ubekreftet ubekreftede
    ubekrefta uverifisert uverifiserte fryktes antas tros påstås hevdes formodes mistenkes ryktes sannsynlig sannsynleg sannsynlege ventelig
    venteleg fryktast antakast påståtte påstått mistenkast antatte formodede
    """.split()
)
"""Words that hedge wherever they stand, but for the exceptions that `hedges.py` names."""

ENGLISH_ADVERBS = frozenset(
    """
    reportedly allegedly apparently probably possibly perhaps maybe presumably supposedly purportedly ostensibly seemingly likely
    unconfirmed unverified alleged purported suspected rumoured rumored presumed conceivably reputedly
    """.split()
)

NORWEGIAN_PHRASES = (
    "etter sigende|etter seiande|etter alt å dømme|visst nok|blir sagt|vert sagt|det sies|kan hende|kan henda|sies å|seiast å|sies at"
    "|er sagt å|blir sagt å|ser ut til at|ser ut som om|såg ut til å|så ut til å|ser ut til å|synes å ha|synes å være|later til å"
    "|lèt til å|tyder på|tydar på|tydet på|tyda på|mistanke om|mistanken om|frykt for at|rykter om|rykte om|rykter går|rykte går"
    "|rykta om|kan ikke utelukkes|kan ikkje utelukkast|kan ikke utelukke|kan ikkje utelukke|utelukker ikke|utelukkar ikkje|mulig at"
    "|mogleg at|muligheten for at|man antar|ein antar|en antar|ein reknar|man tror|en tror|ein trur|man frykter|ein fryktar"
    "|man mistenker|ein mistenkjer|folk trur|folk tror|ein meiner|man mener|grunn til å tro|grunn til å frykte|grunn til å anta"
    "|heter det seg|heiter det seg|så vidt vites|spekuleres i|spekulasjoner om|spekulasjonar om|virker som om|verkar som om"
    "|verker som om|det blir hevda|det blir påstått|frykter at|fryktar at|fryktet at|frykta at|mistenker at|mistenkjer at"
    "|mistenkte at"
)
ENGLISH_PHRASES = (
    "believed to|thought to|understood to|assumed to|reported to have|reported to be|reputed to|is said to|are said to|was said to"
    "|were said to|said to have|said to be|presumed to|rumoured to|rumored to|it is believed|it was believed|it is thought"
    "|it was thought|it is feared|it was feared|widely believed|believed that|appears to|appear to|appeared to have|appeared to be"
    "|seems to|seem to|seemed to|fears that|fear that|feared that|suspects that|suspect that|suspicion that|suspicions that"
    "|rumours that|rumors that|rumour has it|rumor has it|(?:cannot|can't|not|n't) (?:yet )?(?:be |been )?rul(?:e|ed) out"
    "|it seems that|it seemed that|it appears that|it appeared that|it is alleged|it was alleged|it is claimed|it was claimed"
    "|in all likelihood|in all probability|chances are|by all accounts"
    "|(?:evidence|reports?|data|signs?|findings?|footage|images|results|tests|stud(?:y|ies)|figures) suggests?|raising fears"
    "|sparking fears|growing fears|fears of a|fears of further|is unlikely to|are unlikely to|was unlikely to|were unlikely to"
    "|suspected of|accused of|charged with|indicted for|on suspicion of|believed dead|thought dead|there are fears|there were fears"
    "|amid fears|possible that"
)

FEARED_AFTER = frozenset("dead lost drowned killed missing trapped buried injured to that wounded sunk dying stranded extinct".split())
FRYKTET_AFTER = frozenset(
    """
    å at omkommet omkomne omkomen drept drepte drepen drepne død døde daud tapt skadd skadde skadet borte forlist druknet drukna begravd
    forsvunnet forsvunne savnet sakna fanget fanga
    """.split()
)
CHARGED = frozenset(
    """
    mistenkt mistenkte mistenkjar sikta siktet siktede tiltalt tiltalte anklaget anklagde anklaga skulda beskyldt beskyldte skuldet skuldast
    beskyldes anklages
    """.split()
)
BE_FORMS = frozenset("er var ble blei blir vart vert blitt vorte er is are was were been being be".split())

NEGATABLE = frozenset("likely sannsynlig sannsynleg suspected suspect believed thought fryktet frykta antatt feared".split())
"""Words that a "not" before them denies; behind it an adverb such as "trolig" hedges all the same."""

DENIALS = frozenset(
    """
    avviser avviste avvist benekter benektet benekta benektar nekter nektet nekta nektar avkrefter avkreftet avkrefta avkreftar dementerer
    dementerte tilbakeviser tilbakeviste tilbakevist denied denies deny denying dismissed dismisses rejected rejects refuted refutes
    disproved debunked
    """.split()
)
NEGATIONS = frozenset("ikke ikkje aldri ingen inga not no never neither nor n't hverken verken korkje ei nobody none".split())

STATES = frozenset(
    """
    ligge ligga befinne sitte sitta stå bo bu hete heite eie eige finnes finnast stamme tilhøre høyre vite kjenne mangle dreie oppholde
    opphalde liggje sitje eiga oppholdt handle like hate savne skylde disponere kontrollere ønske besitte foreligge føreligge råde herske
    lide leve
    """.split()
)
"""Infinitives that tell of a state: with "skal" they report, where an action would be planned."""

MOVABLE = frozenset(
    """
    skip skipet skuta båt båten båtane flyet fly flyene bilen bil bilene lasten lasta våpenet våpnene maleriet bildet pengene pengane gullet
    liket vraket ubåten gislene gislane skatten dokumentet dokumentene dokumenta tankskipet fartøyet ferja fergen lastebilen toget
    helikopteret dronen vesken veska mobilen telefonen smykket smykkene smykka ringen statuen seilbåten seglbåten jakta hunden hesten katten
    boka familien paret gruppen gruppa banden rytteren kapteinen sykkelen båtvraket forbryteren tyvegodset tjuvegodset
    """.split()
)
PEOPLE = frozenset(
    """
    han hun ho de dei mannen kvinnen kvinna gutten guten jenta jenten mennene mennen kvinnene gjerningsmannen sjåføren føraren føreren
    ofrene offeret flyktningene flyktningane soldatene soldatane opprørerne opprørarane barnet barna moren mora faren paret brødrene brørne
    søstrene ektemannen kona sønnen datteren dottera naboen kaptein gislene tyven tjuven ransmannen ranerne trenaren personer personar
    mennesker menneske menn kvinner barn treneren spilleren spelaren lederen leiaren sjefen direktøren presidenten statsministeren
    milliardæren forretningsmannen skuespilleren skodespelaren artisten forfatteren forfattaren legen lege læreren læraren politimannen
    """.split()
)
PLANNED = frozenset(
    """
    neste morgen morgon høsten hausten sommeren våren vinteren framover fremover innen senest seinast permanent framtid framtida framtiden
    fremtiden kommende komande planen planlagt minimum alltid hver kvar framtidige heretter alle
    """.split()
)
READY = frozenset(
    """
    ferdig klar klare klart åpen åpent åpne open ope opne stengt stengd plass med gratis obligatorisk slutt lov trygt trygg enkelt lett
    mulig mogleg godt bra gøy kjekt levert montert registrert godkjent betalt låst låste merket merka sikret sikra installert utført
    forsikret lukket lukka lukkede åpnet skrudd slukket velkommen velkomen velkomne forberedt førebudd nøgde forsikra vaksinert tilgjengelig
    tilgjengeleg synlig synleg innført reist rettet ferdigstilt ferdigstilte på inne framme fremme utstyrt utstyrte festet festa fastspent
    døgnbemannet bemannet like likt rettferdig et ein en eit ei der her slik sånn forbudt forbode ledig tom tomt fri frie avsluttet avslutta
    kledd nøytral varsom forsiktig snill
    """.split()
)
IMPERSONAL = frozenset("dreie stamme foreligge føreligge finnes finnast".split())
"""States that "det skal" reports: "det skal dreie seg om to menn"."""

HAVINGS = frozenset(
    """
    kniv våpen bånd band tilknytning tilknyting kontakt kontakter kontaktar gjeld kjennskap forbindelser forbindelse planer planar smertar
    smerter skader skadar rusproblemer feber hukommelsestap brukket
    """.split()
)
"""What "mannen skal ha" says somebody is said to have."""

WHEREABOUTS = frozenset("flukt vei veg frifot rømmen sykehus sjukehus rømmingen flukta".split())

SOURCE_CUES = frozenset(
    """
    ifølge ifølgje kilder kjelder rykter rykte rykta melding meldinger meldingar tips opplysninger opplysningar påstand påstanden påstander
    påstandar mistanke hevdet hevda hevder hevdar fortalte fortalde forteller fortel sa sier seier skrev skreiv skriver skriv forklarte
    forklarer forklarar historie historien historia beskyldninger skuldingar anklage anklager meldte melder opplyste opplyser vitne vitner
    vitnet vitna anmeldelsen meldinga varslet varsla påstod påsto erfarer anklagar sagt fortalt gjetord verserte verserer historier
    historiar sladder prat påstått snakk ryktes ryktet
    """.split()
)

POSSIBLE = frozenset(
    """
    bli bety skyldes skuldast komme føre skje hende henda oppstå vare koste øke auke stige synke søkke falle miste ramme utløse utløyse
    forårsake tyde vise dreie finnes finnast eksistere ende true skape dø døy drepe rase kollapse eksplodere velte havne hamne risikere
    dukke hindre svekke svekkje styrke redusere forsinke forseinke snu få ta gå handle inneholde innehalde stamme bidra medføre innebære
    innebere påvirke påverke forverre smitte spre skade ødelegge øydelegge gi gje bryte rive rives tvinge tvinges stanse stoppe felle
    sprekke forsvinne overstige passere nå tape vinne lide verte utvikle sette eskalere stå starte begynne forlenge forlengje utsettes
    avlyses oppleve krasje briste lekke bre utgjøre utgjere truleg sprenge endre bøye blusse forbli ligge sitte befinne mangle fortsette
    halde være vere treffe råke ryke blokkere isolere sperre fryse gli knekke løsne løysne slukke smelte tette tørke kutte stenges legges
    stanses halveres dobles tredobles rammes skades svekkes utvises straffes idømmes dømmes stengjast avlysast leggjast blåse overbelaste
    strande kantre skjære flamme slå
    """.split()
)
"""What "kan" leaves open rather than allows or is able to, unless a person is the one who does it."""

AGENT_WITH_KAN = frozenset(
     """
     ta få gå gi gje stå vinne nå stoppe stanse starte begynne sette handle redusere endre bryte komme ligge sitte halde slå treffe blåse
     kutte gli snu dukke hindre fortsette ende velte krasje sprenge
     """.split()
 )
"""Those of them that a person may just as well be able or allowed to do."""

HABITS = frozenset("ofte alltid vanligvis vanlegvis iblant stundom ganger gonger perioder periodar normalt sometimes often usually".split())
SEASONS = frozenset("våren vinteren sommeren sommaren høsten hausten natten natta kvelden vinterstid sommerstid dagen".split())
MEASURES = frozenset(
    """
    lang langt lange gammel gamal gamle høy høg høye høge tung tunge stor store stort brei bred djup dyp varm varmt kaldt grader meter kilo
    år
    """.split()
)
"""Words behind "kan bli" and a number that tell how large something grows in general."""

FIRST_PERSONS = frozenset("vi me jeg eg du dere".split())
HABITUAL_TIMES = frozenset(
    """
    våren vinteren sommeren sommaren høsten hausten natten natta kvelden dagen morgenen morgonen vinterstid sommerstid januar februar mars
    april mai juni juli august september oktober november desember
    """.split()
)

CONNECTIONS = frozenset(
    """
    sammenheng samanheng betydning betyding konsekvenser konsekvensar følger følgjer effekt innvirkning innverknad årsak årsaker bakgrunn
    forklaring opphav opphavet
    """.split()
)
"""What "kan ha" leaves open."""

KUNNE = frozenset(
     """
     bli være vere føre bety koste skje hende ramme true utløse utløyse skyldes stige øke auke forårsake innebære ende
     """.split()
 )
"""What "kunne" leaves open; with other verbs it tells of what somebody was able to do."""

PERMITTED = frozenset(
    """
    bring apply enter use park borrow keep wear request choose vote appeal submit swim fish camp drive hunt smoke carry buy purchase order
    book register attend visit sit stay leave take make ask claim cancel return withdraw walk cycle photograph invite participate compete
    join work collect picnic graze moor land sell serve eat drink dance run skate travel ride stand
    """.split()
)
PERMITTED_PASSIVES = frozenset(
    """
    visited bought purchased booked borrowed hired rented downloaded obtained viewed parked walked kept brought worn
    """.split()
)
ABLE_PASSIVES = frozenset(
    """
    seen heard smelled smelt felt found bought read used reached visited viewed watched downloaded purchased booked
    """.split()
)
POSSIBLE_ENGLISH = frozenset(
    """
    be have become take last cost lead cause trigger face rise fall lose miss hit happen go end mean spread affect force delay threaten
    bring leave result prompt collapse die kill drop increase grow boost damage destroy turn come start begin continue remain prove strike
    close create push spark raise worsen exceed double disrupt resume help contribute explode erupt stem explain account receive strip cut
    send harm hurt put top reach weaken slow fuel deepen widen derail change need still soon well also suffer trap bankrupt disappear see
    """.split()
)
ABLE_VERBS = frozenset(
    """
    see hear smell feel swim read recite speak sing dance walk run play ride drive count climb remember afford recall understand reach find
    hold carry lift move breathe sleep eat drink write cook sail fly ski fit catch watch choose buy pay vote leave enter stay keep talk pull
    tow
    """.split()
)
ENGLISH_PEOPLE = frozenset("i you he she we they who anyone everyone nobody people children residents visitors villagers".split())
NOT_SUPINES = frozenset(
    """
    et eiga eigne egne ord bord mord jord gjeld vold verd ferd skjold sverd gård sted hund åpent opent ope stengt det dette mitt ditt sitt
    vårt hvert kvart eget eige godt stort nytt høyt kort tett fritt lett svart hvitt rødt rett kontakt makt plikt hest vekt frist lyst gjest
    fast tilgang ansvaret ordet møtet internett budsjett litt mest minst bra eit flott fint slutt vett budsjettet språket utstyret
    førsterett førerkort pass rolla førerrett fullt stemmerett råderett vetorett dårlig gratis nok mat kjøtt salt fisk takt rutebåt støtt
    dobbelt grønt blått delt ansvar ansatt tillit medlemskort adgangskort overnatta bilbelte fram hjemmekontor alt annet anna noe noko
    oppsyn
    """.split()
)
STRONG_SUPINES = frozenset(
    """
    vært vore blitt vorte fått hatt gått kommet komme kome tatt teke gitt gjeve gjort sett stått ligget lege låge sittet sete skrevet skrive
    drept drepe brutt brote stjålet stole funnet funne sunget vunnet vunne slått slege falt falle holdt halde latt late lest lese solgt selt
    spist ete flyktet rømt rømd løyet løge løpt spunnet spunne sprunget sprunge truffet treft bedt bede båret bore drevet drive reist fare
    fart blåst frosset frose skutt skote skåret skore sunket sokke søkt svømt tapt trukket trekt vokst vakse sovet sove sovna druknet drukna
    forsvunne forsvunnet kjørt køyrt lagt sagt ment gjennomført sluppet sleppt sloppe bundet bunde grått gråte hevda kjent visst vitne
    stukket stukke strøket stroke ridd løyst løst kasta brent brunne knust tent våre hogge hogd bite bitt flote flytt skride krope krype
    """.split()
)
