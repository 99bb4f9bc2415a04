"""Words that tell, after a number, the noun it counts from adjectives before it and verbs after it."""

from __future__ import annotations

import re

from vectorstore.language import FUNCTION_WORDS

_NORWEGIAN_FUNCTION = (FUNCTION_WORDS["nb"] | FUNCTION_WORDS["nn"]) - frozenset("år over".split())
_ENGLISH_FUNCTION = FUNCTION_WORDS["en"] - frozenset("other more".split())

NORWEGIAN_STOPS = _NORWEGIAN_FUNCTION | frozenset("""
    mot imot blant gjennom langs uten innen inntil omkring utenfor innenfor bak foran nær ifølge samt eller enten ja nei hverken
    verken her der dit hit hjem heim bort borte ute inne oppe nede opp fram frem tilbake attende vekk igjen att langt lenger lenge
    hjemme heime foreløpig allerede fortsatt framleis fremdeles likevel også òg bare berre kun ikke ikkje aldri alltid ofte nå no
    nylig da då så slik altså dermed derfor difor imidlertid imens trolig kanskje samtidig totalt tilsammen sammen blankt hver kvar
    hvert kvart dem dei disse desse denne dette dere dykk seg oss meg deg henne han hun ho vår vårt våre min mine sin sitt sine som
    hvor kor når om enn per pr daglig dagleg årlig årleg månedlig månadleg ukentlig av på i til fra frå med ved for etter før over
    under mellom og men at en ei et ein eit ett den det de bedre betre verre dårligere raskere
""".split())
NORWEGIAN_VERBS = frozenset("""
    er var blir bli ble blei vart vert blitt vorte har hadde skal skulle vil ville kan kunne må måtte bør burde får fikk fekk gir
    gav ga gjev går gikk gjekk kommer kom kjem står sto stod sitter satt sat sit ligger lå låg ligg tar tok tek gjør gjorde gjer
    sier sa seier mener mente meiner meinte ser så såg døde døydde dør døyr omkom omkommer overlevde lever levde bor bodde bur budde
    jobber jobbet arbeider arbeidet deltar deltok deltek mangler manglet manglar mistet mista mister venter ventet ventar venta
    trenger trengte treng søker søkte søkjer støtter støttet støttar ønsker ønsket ønskjer ynskjer krever krevde krev svarer svarte
    svarar stemte røystar røysta møtte flyktet flykter flykta flyktar rømte rømmer rømde falt faller fall fell steg stiger gjenstår
    gjenstod startet starter startar begynte begynner byrja fortsetter fortsatte leter letet leitet leita leitar leiter hjelper
    hjalp sendt tatt teke drept skadd dømt siktet pågrepet pågripne arrestert funnet innlagt født kjørt køyrt skutt skote savnet
    omkommet død valgt meldt brakt hentet flyttet reiste reiser reist dro dreg drar forlot forlet fulgte følger følgjer kjørte
    kjører køyrde køyrer brukte bruker brukar kjøpte kjøper selger solgte sel fant finner fann vant vinner vann tapte taper spilte
    spiller spela spelar scoret scorer skåra leverte leverer viste viser syner tilsvarer utgjør utgjer koster kostet kostar kosta
    varte varer forsvant forsvinn forsvinner oppgir opplyser opplyste forteller fortalte fortel tilhører tilhøyrer hører høyrer
    høyrde hørte holder holdt heldt held tilbyr mottok mottar fyller fylte bidrar bidro oppholder oppheld befinner deles delte deler
    trener trenar trena trente regner regnet rekna synes tror trur trodde vet veit visste husker hugsar takket takka gråt ropte sang
    syng synger sov søv snakker snakket snakkar leser les leste skrev skriver skriv skreiv signerte klaget klaga protesterte
    protesterer demonstrerte demonstrerer nekter nektar erkjenner innrømmer vurderer risikerer rammes trues evakueres behandles
    streiker streikar marsjerer kjemper kjempar slåss slutter sluttar stiller flytter flyttar drikker røyker spiser svømmer løper
    stjeler fått gått stått gitt hatt vært vore kome kommet forsvunnet reddet redda berget berga anmeldt avlyst
""".split())
ADVERBS = frozenset("""
    svært veldig helt heilt nylig nyleg hardt alvorlig alvorleg kritisk lettere lettare psykisk fysisk internt tungt godt høyt høgt
    lavt lågt fullt delvis økonomisk ytterligere ytterlegare flere fleire færre andre nye ekstra ulike forskjellige forskjellig små
    smått bra rosa lilla tidligere tidlegare større mindre eldre yngre nyere høyere lengre sentrale sentralt meget særlig særleg
    såkalte såkalla tilfeldig lokalt statlig statleg kommunalt nasjonalt hele heile halve sammenhengende strake strak påfølgende
    samfulle ubemannede hel heil slike samme første fyrste siste neste store beste gode nær
""".split())
"""What stands before a noun and is never one itself."""
NOMINAL = frozenset("""
    sivile frivillige frivillege skadde skadede skada sårede såra drepte drepne omkomne døde overlevende overlevande reisende
    reisande ansatte tilsette ledige arbeidsledige arbeidslause fordrevne fornærmede fornærma siktede sikta mistenkte tiltalte dømte
    domfelte studerende voksne vaksne syke sjuke gravide hjemløse heimlause fattige smittede smitta involverte savnede sakna
    pårørende pårørande etterlatte etterlatne evakuerte innsatte innsette fremmøtte frammøtte besøkende besøkande tilreisende
    tilreisande stemmeberettigede røysteføre permitterte kriminelle uføre uskyldige uskuldige fastboende fastbuande innlagte
    pågrepne arresterte fengslede fengsla forulykkede forulykka trafikkdrepte bosatte busette folkevalgte folkevalde troende truande
    homofile lesbiske stemmende vernepliktige intervjuede foresatte føresette spurte spurde adspurte ansvarlige saksøkte skadelidte
    funksjonshemmede hjelpetrengende geistlige tillitsvalgte tillitsvalde lærde
""".split())
"""Adjectives that often stand for people: "12 sivile"."""
PERSONS = re.compile(r".*(?:ere|arar|ar|er|folk|menn|barn|born)")
NORWEGIAN_NOUNS = frozenset("""
    foreldre føresette besteforeldre mødre fedre brødre brør søstre døtre menneske område møte bilete stykke tilfelle hefte sete
    hundre ærende vitne merke side time uke veke krone kvinne jente gate hytte rute plate kvote måte note
""".split())
"""Nouns in -e, -te or -de, as adjectives of the plural and verbs of the past end."""
NORWEGIAN_ONE = frozenset("""
    ung ny stor liten lita gammel gamal hel heil drept skadd død voksen vaksen savnet mistenkt siktet enkelt god lang full ekstra
    halv sakna kort
""".split())
"""Adjectives of the singular that have no ending of their own."""

ENGLISH_STOPS = _ENGLISH_FUNCTION | frozenset("""
    others against among amid along inside outside near per via upon towards toward without within onto above below behind beside
    beyond despite and or but nor yet if when while because than as that which who whom whose what where why how so too very still
    even just already ever never now then here there today yesterday tomorrow ago later earlier apart away back home up down off
    together each every both either neither them him her us me you it they he she we i one ones my your his its our their was were
    is are am be been being has have had having do does did done will would shall should can could may might must died came went
    took gave got made said told saw found fell rose left kept held began became ran sat stood lost won met paid sent spent brought
    built bought caught fought sought thought taught led read fled fed hit cut put set let shot hurt quit split spread struck stuck
    swam drove rode wrote spoke broke chose froze stole woke wore flew grew knew threw drew survived suffered remained voted signed
    arrived escaped lived worked waited wanted needed agreed attended joined received required returned refused resigned supported
    opposed served tested showed showing sold stayed stopped used tried turned altogether apiece respectively alone instead again
    almost nearly about a an the this these those cent before after until till since through throughout during from into out over
    under of to in on at by for with not no only also most say think want believe support oppose come need like prefer live work go
    know see hear take get make give expect plan hope feel remain else another
""".split())
ENGLISH_SKIPPED = frozenset("more other additional extra further new different fewer consecutive straight separate whole full".split())
ENGLISH_PLURALS = frozenset("""
    people persons men women children police staff personnel troops sheep fish cattle aircraft spacecraft crew feet teeth mice geese
    deer livestock inches youth infantry cavalry clergy kroner kronor euro yen yuan rand baht rupees series species offspring salmon
    trout cod poultry swine oxen lives firemen policemen policewomen fishermen gunmen servicemen businessmen congressmen lawmen
    salesmen craftsmen grandchildren schoolchildren stepchildren townspeople salespeople spokespeople clergymen workmen militiamen
    tribesmen horsemen seamen airmen guardsmen sportsmen statesmen countrymen pence ha hectare alumni criteria phenomena data media
    bacteria nuclei stimuli fungi cacti dice lice
""".split())
ENGLISH_NOT_PLURAL = frozenset("""
    always perhaps sometimes besides overseas across towards afterwards news yes previous this his its was has does says is as plus
    versus less unless whereas religious famous serious various homeless wireless business class press access process gas bus loss
    boss glass grass dress address congress princess success jobless endless useless massless campus virus bonus status focus census
    crisis basis analysis chess cross express mass compass illness witness christmas thus us lens physics politics economics
    mathematics athletics hers yours theirs ours
""".split())
ENGLISH_NOMINAL = frozenset("dead wounded injured missing unemployed homeless elderly disabled poor sick hurt accused faithful".split())
ENGLISH_PLURAL_MODIFIERS = frozenset("""
    sports arms sales savings goods customs jobs games drugs rights earnings operations communications systems
""".split())
NOUNS_IN_A = ("kamera", "tema", "skjema", "firma", "drama", "pizza", "sofa", "arena", "villa", "panda", "lama", "data", "media")
"""Norwegian nouns that end in -a without being definite."""
