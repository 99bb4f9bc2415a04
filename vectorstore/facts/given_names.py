"""Given names that are common in Norwegian and foreign news, by the pronoun that stands for their bearers."""

from __future__ import annotations

_FEMALE = frozenset(
    """
    abena abigail achieng ada adaeze adele agatha agnes agnete aida aiko aina aisha akiko akua alexandra alfhild alice alison alma ama amal
    amalie amanda amara amber amelia amina aminata amira amy ana andrea andrine ane anette angela angelina anita anja anjali ann ann-kristin
    anna anne anne-marie annika anniken antonia april asbjørg asha aslaug asma astrid aud audhild audrey aurora ava aya ayesha aylin azra
    bahar baran barbara beate beatriz becky bella benedicte benedikte bente bergljot berit bernadette beryl bess beth bethany bianca bina
    birgit birgitte bjørg blanche bodil bonnie borghild borgny brenda bridget brit britt camila camilla carina carla carmen carol carole
    caroline catalina catherine cathrine cathy cecilie celeste celia charlotte chiamaka chiara chinara chloe christa christina christine
    cindy claire clara clarissa claudia colleen connie constance consuelo cora cordelia cynthia dagmar dagny dagrun daisy dalia daniela
    daniella daphne dawn debbie deborah dee deepa deirdre delia denise diana diane dilnaz dina dolores donna dora doreen doris dorothy dorte
    dorthe dunja ebba ebru edel edith edna edny efua eileen elaine eleanor elena elfrid eli elif elin eline elisa elisabeth elise elizabeth
    ella ellen ellie ellinor elna eloise elsa else elsie embjørg embla emilia emilie emily emma enid erica erika erna esi esme esra estelle
    ester esther ethel eugenia eunice eva eve evelyn evy fadwa faith faiza farah fatima fatma faye felicity fiona flora florence frances
    freda frida frøydis gabriela gail galina geeta gemma geraldine gerd gerd-liv gerda germaine gertrude gillian gina gislaug gladys glenda
    gloria grace greta grete grethe gro gry gudrun gudveig gulnara gunhild gunn gunnbjørg gunnhild gunnlaug gunvor guri guro gwen gwendolyn
    gyda hafsa haifa hala haldis halima halldis hallgerd hana hanna hannah hanne harriet haruka hawa hazel heather hedda hedvig hege heidi
    helen helena helene helga helle henriette herborg herdis hiba hilda hilde hildegunn hildur hind hjørdis hodan holly hope hua huda huong
    ida idun ifrah ilona imogen inaam ines inga ingebjørg ingeborg ingelin inger ingjerd ingrid ingrun ingunn ingvild ingvill ioana iren
    irene irina iris irma isabel isabella iselin isla isra ivana ivy jackie jamila jane janet janne jartrud jasmin jean jelena jennifer
    jenny jessica ji-woo jill joan joana joanna jodie jofrid johanna johanne jorid jorun jorunn josefine josie joy joyce jude judith julia
    julie kadri kaia kaja kamala kamilla karen kari karianne karin karina karla karoline katarina kate katherine kathleen kathrine katrine
    katya kavita kayla keiko kelly kerry khadija kim kine kirsten kirsti kirsty kjellaug kjellfrid kjellrun kjersti klara klaudia klaudine
    kristin kristina kristine ksenia laila lakshmi lamia lan lana lara larisa latifa laura laurel lauren layla leah leila lena lene leonor
    lesley leyla lilian lill lillemor lillian lily linda line ling linh linn lisa lise liss liv liva live lois loretta lorna lotte louisa
    louise lovisa lovise lucia lucy ludmila lydia lynn lyudmila mabel maggie magna magnhild magni maha mahsa mai maira maisie maja malak
    malene mali malika malin manal marcia maren margaret margareth margaux margery margit margot margrethe mari maria mariam marian mariana
    marianna marianne marie marija marilyn marit marjorie marta marte martha marthe martina martine marwa mary maryam maryna masha mathilde
    maureen maxine maya meera megan mei mei-ling melanie melissa mercedes merete merethe mette mia michelle mildred mildrid milena millie
    min-ji mina miranda miriam mirjana moira molly mona monica morag mouna muriel myra myrtle nada nadia nadira nadja najat nancy nanna
    naomi nasrin natalia natalie natasha nawal nazanin neda nell nesrin ngoc ngozi nicola nicole nilufar nina nisha njeri noemi nomvula noor
    nora noreen norma nour noura oda oddbjørg oddfrid oddny oddrun oddveig oksana olaug olena olga olivia ottilie pamela parisa pat patricia
    paula pauline pearl peggy penelope penny petra petrine philippa phoebe phyllis pia pilar polina polly priya prudence rabia rachel ragna
    ragnfrid ragnhild ragni raisa rajni rakel rana randi rania ranveig raquel rasha rebecca rebekka reem reidun rekha rhoda rhona rigmor
    rima rita roberta robin ronja rosa rosalind rose rosemary rosie roswitha roxanne roya ruqaya rut ruth ruxandra sabah sabina sadie safia
    sahar sahra sakine sakura sally salma salome samantha samia samira sana sandra sanna sara sarah selma sepideh shabnam shada shannon
    shanti sharon sheila shirin shirley sian sidsel sigbjørg sigfrid signe signhild signy sigrid sigrun silje silvia sima simona siri sissel
    siv siw snefrid snezana sofia sofie sofía solbjørg solfrid solrun solveig solvor sonja soo-jin sophie soraya stacey stella stine sue
    sumaya sunita sunniva susan susann susannah susanne suzanne svanhild svetlana sylvi sylvia sylvie synne synnøva synnøve sølvi tahira
    tamar tamara tanja tara tatiana tatjana teresa tess tessa thandi thea thi thora thorhild thyra tina tine tiril tone toni tonje tora
    torbjørg tordis torhild torill torunn tove tracey tracy trine trude trudy turi turid tuva tyra tyri ulla unn unni unnveig ursula usha
    valborg valentina valeria valerie valgerd vanessa vera verity veronica veslemøy vesna vibeke vicky victoria vigdis viktoria vilde vilma
    viola violet virginia vivian vivien vårin wafa wanjiku wenche wendy widad wilma winifred xenia ximena xiu yan yara yasmin yasmina yelena
    ylfa ylva yngvild yoko yrsa yuki yulia yvette yvonne zahra zainab zanele zarina zehra zeinab zeynep zoe zofia zuzana åsa åse åsfrid
    åshild åslaug åsne åsta
    """.split()
)
_MALE = frozenset(
    """
    aaron abbas abdel abdelaziz abdelkader abdi abdirahman abdul abdulaziz abdullah abdulrahman abebe abel abraham abu adam ade adebayo adel
    adil adnan adrian afzal ahmad ahmed ahmet aidan aiden akbar akira aksel alain alan alastair albert alberto alec alejandro aleksander
    aleksandr alex alexander alexei alf alfie alfred ali alistair allan alvin amin amir amit amjad ammar amos anas anatolij anders andreas
    andrei andrej andres andrew andrzej andy angus anil ante anthony antoine anton antonio anwar archie are aref arif arild arjun arkadij
    arne arnfinn arnljot arnold arnt aron artem arthur arturo arve arvid asad asbjørn asgeir ashley ashok ashraf asif askild aslak atif atle
    audun audvar august austin ayman azad aziz babatunde badr baher bao barney barry bashar basil basim bekele ben benedict bengt benjamin
    bernard bernhard bernt bert bertrand bilal bill billy birger birk bjarnar bjarne bjarte bjørn bjørnar blake bo bob bobby bohdan bojan
    boris borys brad bradley brage brandon branko brendan brett brian bruce bryan brynjar byron bård børge børre caleb calvin cameron carl
    carlos carlton cato cedric cesar chad charles charlie chen cheng chester chidi chinedu chris christer christian christoffer christophe
    christopher chukwu clark claude clay clayton cliff clifford clint clive clyde cody colin colton connor conor conrad corey craig curtis
    cyril dag dagfinn daisuke dale dan daniel danny darren dave david davor dawit dawud dean declan deepak dejan dele dennis denys derek
    derrick desmond dexter didier didrik diego dieter dimitris dirk dmitri dmitrij dominic don donald donovan doug douglas dragan drew duane
    dudley duncan dustin dwayne dylan ed eddie edgar edmund eduardo edvard edvin edward edwin egil ehab eilif einar eirik eivin eivind eldar
    eldbjørn eli elias elijah eliot ellef elling elliot elliott elmer emad emanuel emeka emil emile emilio emmanuel emre endre enrique eric
    erik erland erlend erling ernest ernesto ernst espen essam esteban ethan etienne eugene evan even evgenij ewan eystein ezra fabien fabio
    fadi fahad faisal farhan farid farouk fathi fawzi federico felipe felix femi feng fergus fernando filip finn finnbjørn firas floyd
    francis francisco francois frank frankie franklin franz fred freddie frederick fredrik fridtjof frode fuad gabriel gard gareth gary gaut
    gaute gavin geir gene geoff geoffrey georg george georgij gerald gerard gerhard getachew ghassan ghazi gilbert giles gilles giorgos
    giovanni gisle gjermund gjert gjøran glen glenn gopal goran gordon gorm graham grant greg greger gregor gregory gudbrand gudmund
    guillaume guillermo gullik gunleif gunnar gunnleif gunnstein guo gus gustav gustavo guy haakon haavard habib hadi haider haile hakim hal
    haldor halfdan halldor hallgeir hallstein hallvard halstein halvard halvor hamad hamdi hamid hamish hamza hani hank hans harald hari
    harold haroon harry harun haruto harvey hasan hashim hassan hatem haydar hector heinrich helge henning henri henrik henry herbert herman
    hervé hesham hideo hiroshi hisham hossam hossein howard hubert hugh hugo hui humphrey huseyin hussain hussein hyun håkon håvar håvard
    iain ian ibrahim ichiro idar idris ifeanyi igor iman imran ingar inge ingebjørn ingebrigt ingmar ingolf ingvar irfan isaac isak isam
    ismail issa ivan ivar iver ivo ivor iyad jaber jabir jack jackson jacob jacques jafar jaime jake jakob jakub jalal jamal james jamil jan
    jan-erik jan-olav janos jarand jardar jared jarl jarle jarvis jason jasper javier jawad jay jean jeff jeffrey jens jeremiah jeremy
    jerome jerry jerzy jesse jevgenij jian jie jim jimmy jin jing jiri jiro jo joachim joakim joaquin joar joe joel joey johan johannes john
    johnny jomar jomo jon jonas jonathan jone joon jordan jorge jose josef joseph josh joshua jostein juan julian julio julius jun justin
    jørgen jørn jørund jürgen kadir kai kamal kamau karam kareem karim karl karsten kasim kasper katsuo kazuo keith kelechi kelvin kemal ken
    kenji kenneth kent ketil kevin khaled khalid kirill kirk kjartan kjeld kjell kjelly kjetil klaus knut knut-olav kofi kolbein kolbjørn
    konrad konstantin kostas krishna kristen kristian kristoffer krzysztof kunle kurt kwabena kwame kwasi kyle kyrre kåre lance larry lars
    lars-erik lasse laszlo latif laurence laurent laurits lauritz lawrence lee lei leidulf leif leif-arne leiv leo leon leonard leonardo
    leroy leslie lester lewis liam liang lionel lloyd loke lorenzo lou louie louis luay luc luca lucas ludvig luigi luis lukas lukasz luke
    lutfi luther lyle magnar magne magnor magnus mahdi maher mahmoud mahmud majid makoto maksim malcolm malik mandla manoj mansour manuel
    marcel marcin marco marcus marek mario marius mark markus mars marshall martin martyn marvin marwan masao masoud massimo mateo mathias
    mathieu mathis mats matt matthew mattis maurice mauricio max mazen mehdi mehmet michael michel mick miguel mihkkel mikael mikal mike
    mikhail mikkel milan miles milos min-jun minh minoru miroslav mitch mitchell modulf mohamad mohamed mohammad mohammadi mohammed mohan
    mohsen mons monty morgan mort morten moses mousa moussa muhammad muhsin mukhtar munir murad murat murray musa mustafa mustapha mwangi
    mykola myron máhtte nabil nadeem nadim naji najib naoki narendra naser nasir nasser nathan naveen nawaf nazir neal ned neil nestor
    nicholas nick nicolas nicolay nidal niels nigel niillas nikita nikola nikolai nikolas nikos nils nils-ante nils-arne nils-petter ning
    nizar njål nnamdi noah noel noralf norman norris nuri odd odd-arne oddbjørn oddgeir oddleif oddmund oddvar odhiambo odin ola olaf olai
    olav ole ole-jakob oleg oleh oleksandr oliver olivier ollie olu olve omar omid ommund orhan orm orville osama osborne oscar oskar osman
    osmund otieno otis ottar otto ove owen pablo paolo parviz pascal patrick patrik paul pavel pavlo pawel pedro peng per per-arne pete
    peter petr petro petter phil philip philippe pierre piotr prakash pål qais qasim qiang quang quentin rabah radek raed rafael rafiq
    ragnar ragnvald raheem rahim rahman rahul raj rajesh rajiv rakesh ralf ralph ramesh rami ramon ramsay randall randolph randulf randy
    rashad rashid rasmus rauf raul ravi ray raymond recep reg reginald reidar reidulf rene rex reza ricardo richard rick ricky rikard riyad
    roald rob robbie robert roberto robin roderick rodney rodrigo roger roland rolf rolv romain roman ron ronald ronnie ronny rory ross roy
    ruben rufus runar rune rupert ruslan russell ryan ryo saad sabri saeed safwan said sajid salah saleem saleh salim salman salvador salve
    sam samer sami samih samir sammy samuel sander sanjay sanjeev santiago sardar satoshi saud saul scott seamus sean sebastian sebastien
    segun serge sergei sergej sergey sergio serhij serkan seth shadi shahid shan shane sharif shigeru shinji siamak sid sidney sigbjørn
    sigmund sigurd sigvald sigvart sigve silas simen simon sindre sipho sivert sjur skjalg skjold snorre sola sondre spencer spyros stan
    stanislav stanley stavros stefan stein steinar stephan stephane stephen steve steven stewart stian stig stig-arne stuart sturla ståle
    sulaiman suleiman sung sunil suresh svein svein-erik sveinung sven svend svenn sverre syd sylfest sylvain syver syvert sæmund sølve
    søren tahir takashi takeshi tallak tamer tao tarald taras tarek tareq tariq tarjei taro tayyip ted tellef terence terje terrence terry
    tesfaye thabo tharald themba theo theodor thierry thomas thor thorbjørn thore thorleif thorstein thorvald tim timmy timothy tjostolv
    tobias tobjørn toby todd tom tomas tomasz tommy tony tor toralf toralv torben torbjørn tord tore torfinn torgeir torger torgils torgrim
    torjus torkel torkild torleif torleiv tormod torodd torolf torolv torstein torulf torvald tov travis trent trevor tristan tron trond
    truls trygg trygve trym tuan tunde tyler tønnes uche ulf ulrich ulrik umar urban usman vadim valdemar valentin valerij van-duc vasilij
    vaughn vebjørn vegar vegard vemund vernon vetle vic vicente victor vidar viggo vigleik vijay vikram viktor vilhelm viljar villy vince
    vincent vinod vitalij vjatsjeslav vladimir vladislav volodymyr vuk vusi wade wael waleed walid wallace walter warren wasim wayne wei
    werner wes wesley wilbur wilfred wilhelm william willy winston wojciech wolfgang wyatt xavier xiang yahia yahya yang yannick yannis
    yaroslav yasin yasir yaw yevgeny yngvar yngve yong yoshio yousef youssef yuri yusef yusuf yusup yutaka yves zachary zaid zakaria zaki
    zhang zhi zhou ziad ziyad zoran áilo ådne åge åmund ånund åsmund øistein øivind ørjan ørnulf ørnulv øystein øyulf øyvind øyvinn
    """.split()
)


def pronoun_gender(given: str) -> str:
    """Return "f" or "m" for a given name in small letters, also one made of two ("Anne-Kari"), "u" where it may be either's, else ""."""
    first = given.split("-")[0]
    is_female, is_male = first in _FEMALE, first in _MALE
    if is_female and is_male:
        return "u"
    return "f" if is_female else "m" if is_male else ""
