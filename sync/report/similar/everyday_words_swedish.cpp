#include "sync/report/similar/everyday_words.h"

namespace stormote::similar {

namespace {

constexpr std::string_view function_words =
    "aldrig alla allt allting all att alltid annan annat andra antingen av bara behöver "
    "behövs behövas behöva behov bli blir blev blivit borde bör bra bäst bättre både båda "
    "började da de dem den denna denne deras dess dessa det detta dig din dina dit ditt dock "
    "dom du där därför då döma e efter eftersom egen eget egna ej eller emot en enbart enda "
    "endast er era ert ett ex exempel fast fastän fick finnas finns fler flera flesta fram "
    "framför från få får fått för före förr förra första ge ger genast genom gick ggr gång "
    "gånger gå går gått gör göra gjort gjorde gärna ha haft han hans har hade hel hela helst "
    "helt hellre henne hennes hit hon honom hos hur här häringa i iaf ibland icke ifall in "
    "ihop ingen inget inga ingenting ingenstans innan inne int inte inom is ist istället ja "
    "jag jo ju just jätte kan kanske kl klockan kom komma kommer kunde kunna kunnat lite "
    "liten litet lika låt låta långt man me med medan mellan men mer mera mest mig min mina "
    "mindre minst mitt mkt mot mycket många måste mång n ner ned nej ni nog nu ny nya nytt "
    "när nära någon någonstans något någonting några ngn ngt nån nåt nånstans nästa o och "
    "också olika om omkring ofta osv oss per pga på redan riktig riktigt rätt s sa sade samma "
    "samt se sedan sen sej ser senare sig sin sina sitt själv själva ska skall skulle små "
    "snart snälla som speciellt stor stora större sådan sådana sådant så sånt säga säger sätt "
    "t ta tar tack tas tex the till tills tillsammans tom tror trots två tycker typ under upp "
    "ur ut utan ute uppe va vad var vara varandra vare varför varje varken vars vart varit "
    "vem vet vi via vid vilka vilken vilket vill ville väl vår våra vårt vore än ända ännu är "
    "även åt över ställe stället ställa sak saker dag dagar idag år året vecka veckan månad "
    "månaden tid tiden tre fyra fem sex tio";

// The forms that the stemmer does not bring together stand side by side.
constexpr std::string_view weak_words =
    "jul står stod stått slår slog sett såg gav gett tog tagit kom låg legat satt suttit skrev "
    "drog höll hållit fann sprang bröt blev dog åt ätit bar sov sa sagt la lade lagt hade "
    "visste vet kände körde körs hörde stängde köpte sålde sålt växte stannade nådde nås "
    "bodde bott trodde sprungit stal flög frös bjöd ljög steg vann vunnit försvann skar rev "
    "fryser lider hinner hann känts tyckte dras slås förs ses tas ges läggs sätts skrivs "
    "byggs anordna använda arbeta avsluta bero betyda bidra bilda bjuda bland blanda bort "
    "bruka byta börja chans dela diskutera dra driva dålig engagera erbjuda exakt fall fin "
    "finna fira fixa flytta folk fortsätta fortsätt fundera fungera funka fylla få följa "
    "förbättra förklara förstå försöka försvinna gammal gemensam glömma grann grupp gälla "
    "göra hand hamna handla hela heta hinna hitta hjälp hjälpa hoppas hålla hända hämta hög "
    "höra höst invånare kalla klara komma korta kort kosta krav kräva känna köpa köra lapp "
    "leta ligga lista lyssna lång lära lämna länge lätt lägga ledig längre medborgare medlem "
    "mening minnas minska människa mycket mål möjlig nummer nytta närma nöjd ordna ordentlig "
    "offentlig ordning passa person plats plan planera plocka privat problem projekt prata "
    "prova påverka regel resurs räcka rolig rum runt rätt saknas sakna samarbeta samla satsa "
    "serva sitta sida skapa skicka skilja skoj skriva sköta slippa sluta slut sommar spara "
    "spela stanna start starta stå större stötta stöd svår svara sväng syns synas sätta tala "
    "termin ting tillbaka tillfälle tillgång titta tom tomma träffa tråkig tänka tycka "
    "ungefär uppdatera uppgift utbud utveckla vakta vana vanlig vecka verka verksamhet "
    "verkligen viktig vilja vinter visa väg vänta värd välja våga vår växa åka ändra öka ökad "
    "önska ansvar ansvara ärende akut anledning annars anpassa avstånd backa bekräfta beror "
    "bestå blåsa bo bor bosatt bredvid bror bruk brukar bryr bära bästa del delar direkt "
    "drabbas duger duktig död egen emellan enormt era ersätta exempel faller familj fattas "
    "fel fint foto fota framöver frisk fritt full färre fäster förfärlig förlora första "
    "försent galen gissa grejer grejor grunda gubbe gubbar gör halv halva hamnar hejda hemskt "
    "herregud himla hinder hittills hjälper hopp hundra håller hänger hänvisa högre ihåg "
    "ingår innebär inrätta intresse intressera jobbig känns klarar kolla krocka kul kund "
    "kväva ledsen lever liknande lös lösa lösning lösningar man mannen massor mil mor mycke "
    "märks möta nivå nog nuvarande ordentligt orka orkar ork pappershög par pekar plötsligt "
    "precis rikta sen sent skämmas skön slänga slängs släppa snygg stadig startar stort stånd "
    "ständig stänga sur svårt syfte synd säker sökt tag tankar tidigare titel tjata tjänst "
    "ton tredje tur tvinga tvungen tydlig tåla underbart undra uppskatta uppstår utanför "
    "utmärkt vanliga varandra varm vidare villkor vissa visst vågar värre åker återkomma "
    "ärligt äta överallt minut minuter timme timmar meter kronor kr procent månadsvis årligen "
    "vardag gemensamt";

constexpr std::string_view place_prepositions =
    "i på vid till från längs mellan genom bakom kring runt utanför nära hos in ut ute inne "
    "över bredvid";

constexpr std::string_view negations = "inga inget ingen inte int ej bort riv slopa stoppa sluta";

constexpr std::string_view definite_endings = "en et an ln rn rna ena";

constexpr std::string_view indefinite_words =
    "plan man kran vatten botten staket paket barn stan internet möten områden";

constexpr std::string_view particles =
    "an av be bi efter en från för gen hem in kring med miss mot om o på sam till under upp "
    "ut und vid å åter över sär ge ha var den det mer ing ned ner fort full all lik icke";

constexpr std::string_view subjects =
    "alkohol droger langning snus, ansökan ansöka blankett ansökning, apotek, "
    "arrangemang evenemang stadsfest, artist, badhus simhall bad badet bassäng, "
    "badplats strandbad badstrand, "
    "belysning lampa lampor lyktstolpe lyse ljus mörk mörkt kolsvart upplyst tänd, "
    "beslut besluta bestämma bestämt, bibliotek bibbla bibban, "
    "bidrag anslag peng pengar slant medel, bil bilar, "
    "boka bokning bokningssystem bokningar, bonde bönder lantbruk, "
    "buss bussar busslinje busstur bussresa kollektivtrafik trafik, butik affär, "
    "bygdegård bygdegårdar hembygdsgård, bygglov, café kafé fik fika, cykel cykla, "
    "dans dansa, dator data it mobil mobiltelefon smartphone bankid surfplatta padda, "
    "demens dement, djur, ensamhet ensam ensamma, festival fest, fotboll match, "
    "fritidsgård ungdomsgård ungdomshus, förening klubb organisation fören, "
    "företag företagare näringsliv småföretag, förråd förrådsutrymme förvaring förvara, "
    "församling kyrka trossamfund moské samfund, förskola dagis förskolor, förslag föreslå, "
    "gata gator gatan, grannkommun, gård, hem hemma, hund hundar, hus byggnad fastighet, "
    "häst ridning ridväg, idrott sport, "
    "idrottshall sporthall gymnastiksal gympasal hall hallen halltid halltider träningstid, "
    "integration, is istid istider ishockey hockey, jobb arbete anställning, kommun komm, "
    "kommunhus stadshus, konst konstnär konstnärer, "
    "kurs utbildning utbilda studiecirkel cirkel, kök köket, kör körer sång, "
    "ledare eldsjäl tränare, lekplats lekpark, "
    "lokal lokaler möteslokal mötesrum sal samlingslokal, läger, läkare vårdcentral, lärare, "
    "mack bensinstation, marknad, mat måltid lunch middag, media radio, miljö klimat, "
    "moped epa traktor, museum hembygd, musik musiker band konsert, möte möten mötena, "
    "natur skogsdunge, ohälsa, parkering parkera parkeringsplats, polis poliser, "
    "polistillstånd tillstånd, post paket, ridhus ridskola, råvara närodlat lokalmat, "
    "sjö sjön vatten badvatten, skida skidor, skog, skola skolor klassrum, skolbibliotek, "
    "sköterska mottagning, slöjd slöjdsal snickeri, sms, "
    "snöröjning snöröja plog ploga plogning sandning sanda, sopor återvinning avfall, "
    "språk svenska modersmål, staket stängsel, stormöte stormöten, "
    "studieförbund studiecirklar, styrelse kassör ordförande, teater, "
    "trottoar gångbana gångväg, trygg trygghet otrygg, träd blommor äng, trädgård rabatt, "
    "träning träna, träningslokal, tåg tågen järnväg, utrustning projektor ljudanläggning, "
    "volontär frivillig ideell ideellt, äldreboende servicehus ålderdomshem, å ån bäck";

constexpr std::string_view things =
    "administration administrativ pappersarbete, anhörigcafé, "
    "anhörigstöd anhörig anhöriga avlastning, anropsstyrd närtrafik ringbil ringbuss, "
    "anslagstavla anslagstavlor, arkiv, arvsfonden eu projektmedel, barnvakt barnpassning, "
    "bastu badbastu, bilpool, bio biograf, bokbuss, bokcirkel, boule boulehall boulebana, "
    "bro gångbro, brygga badbrygga, bytesdag bytardag byteshandel, "
    "bänk bänkar soffa soffor sittplats, båt båtar hamn, cykelkök, "
    "cykelställ cykelparkering cykelgarage, cykelväg cykelbana, domare domarkurs, "
    "elljusspår motionsspår, elsparkcykel elsparkcyklar, facebook instagram, "
    "fadder kompisfamilj vänfamilj kontaktfamilj faddrar, felanmälan felanmäla felanmält, "
    "fiber bredband, fiskebrygga fiskeplats, fixartjänst fixare hantlangare, flagga, "
    "fritidsbank utrustningsbank sportotek, fritidskort, "
    "frivilligcentral volontärcentral volontärbyrå volontärförmedling, "
    "fältassistent fältare, färdtjänst, föreningshus allaktivitetshus, föreningsregister, "
    "försäkring försäkra försäkrad, graffiti graffitivägg, grannsamverkan, "
    "grillplats vindskydd, gåfotboll, gågata gångfartsområde, hastighet fart fartgupp, "
    "hemkörning varuhemsändning, hemtjänst, hiss hissar, hjärtstartare defibrillator, hlr, "
    "husbil ställplats, hyresbidrag lokalbidrag, högläsning läsombud, "
    "hörslinga slinga teleslinga hörselslinga, intyg betyg, "
    "iop partnerskap idéburen idéburna, isbana ishall skridsko skridskor, "
    "julbord julafton julfirande, kalender kalendarium evenemangskalender, "
    "kamera kameror kameraövervakning, kanot kajak, kansli, klotter klottra, "
    "klätterställning gunga gungor lekredskap, konstgräs konstgräsplan, konstrunda, "
    "kontaktlista deltagarlista, kulturnatt, kulturskola musikskola, "
    "laddstolpe elbil laddning, ledsagare ledsagning ledsaga, loppis loppmarknad, "
    "lots kontaktperson lotsa vägvisare konsulent, lovaktivitet, "
    "lägenhet lägenheter ettor bostad bostäder hyresrätt, "
    "läxhjälp läxa läxor läxläsning läxläsare, matsvinn, medborgarbudget, medborgarförslag, "
    "mentor mentorskap, milersättning bensin reseersättning, minibuss föreningsbuss, "
    "mobilfri mobilförbud, mobilmast mobiltäckning täckning, multisport, "
    "mässa föreningsmässa, nattfotboll midnattsfotboll nattidrott, nattis barnomsorg, "
    "nattvandring nattvandra nattvandrare föräldravandring, naturstig tipspromenad, "
    "nyckel nycklar kodlås kod tagg, nyhetsbrev utskick mejlutskick, "
    "odling odla odlingslott koloni kolonilott, omklädningsrum, open mic, "
    "ordningsvakt väktare vakt, papperskorg soptunna, parasport handikappidrott, "
    "praktik praktikplats, pride regnbågsflagga, ramp trappa trappor, "
    "rastgård hundrastgård hundgård, rastvakt klassmorfar, "
    "registerutdrag belastningsregister, reparationscafé, replokal repa rep övningslokal, "
    "samråd samrådsgrupp råd, samåkning samåka, scen utomhusscen utescen, "
    "seniorboende trygghetsboende, sfi, simskola simma, sjunga sångstund körsång, "
    "skatepark skateboard skateboardramp skateramp, skidspår längdspår konstsnö snökanon, "
    "skolskjuts skolbuss, skoterled, solcell solceller, sommarbio, "
    "sommarjobb feriejobb feriepraktik sommarjobbare feriearbete, sommarkollo kollo, "
    "sponsor sponsorpool, spontanidrott, språkcafé språkkafé språkkafe språkcafe, "
    "startbidrag startpeng, stipendium, städdag, svenskundervisning, "
    "tackfest tackkväll hylla uppmärksamma belöna, teckentolk teckenspråk, "
    "tidning papperstidning papper tryckt brevlåda, tidsbank, toalett toa wc dass, "
    "tolk tolkning, trygghetslarm, trygghetspunkt krisberedskap beredskap strömavbrott, "
    "trygghetsvandring, träffpunkt mötesplats samlingsplats, "
    "turistbyrå turistinformation turist, ungdomsråd ungdomsfullmäktige, "
    "utegym utomhusgym gym, utställning vernissage, valberedning, vandringsled led leder, "
    "väderskydd busskur, välkomstpaket nyinflyttad inflyttad, "
    "återkoppling återkoppla återkopplar redovisa, överenskommelse, övergångsställe";

constexpr std::string_view asks =
    "bygga anlägga uppföra, "
    "renovera rusta upprusta reparera laga trasig läcker förfaller sliten ruttet rutten underhåll, "
    "öppen öppet öppna öppettid öppettider meröppet stänger stängt stängd, "
    "gratis avgiftsfri kostnadsfri nolltaxa, "
    "avgift taxa hyra hyran kostnad pris dyr dyrt billig billigare betala, "
    "höj höja höjning räkna uppräkning, stoppa förbjud förbjuda förbud slopa avskaffa, "
    "behåll bevara rädda leva kvar nedläggning nerlagd, "
    "städa städning sopa sopas röja rensa, låna lån utlåning uthyrning, "
    "personal bemanna anställ anställa vikarie, "
    "informera information info broschyr folder upplysning, "
    "skylt skylta skyltar märk märka märkning vägvisning, "
    "fördela fördelning rättvis rättvist jämställd jämlik, "
    "förenkla enkel enklare krånglig krångel krångligt smidig byråkrati, "
    "kontroll kontrollera granska uppföljning redovisning, översätta översättning översatt, "
    "marknadsföra reklam affisch synliggöra, upphandla upphandling anbud, "
    "samordna samordning krockar krock";

constexpr std::string_view audiences =
    "närstående, student studenter, granne grannar, arbetslös arbetslösa, funktionär, "
    "äldre pensionär senior gamla gamling åldring, ungdom ung unga tonåring, "
    "barn ungar elev elever, kvinna kvinnor tjej flicka, pojke kille män, "
    "nyanländ flykting invandrare utrikes, vuxen vuxna, "
    "rullstol rullstolsburen rörelsehindrad, "
    "funktionsnedsättning funktionshinder funktionsnedsatt, politiker förtroendevald nämnd, "
    "tjänsteman tjänstemän handläggare förvaltning, "
    "förälder föräldrar mamma mammor pappa pappor";

constexpr std::string_view times =
    "kväll kvällar kvällstid, helg lördag söndag fredag, lov sommarlov höstlov sportlov, "
    "morgon morgnar, dagtid daglediga";

constexpr std::string_view places =
    "park stadspark, centrum stan centralort, by byar landsbygd bygd, torg torget, "
    "station resecentrum busstation, hållplats busshållplats, skolgård";

constexpr std::string_view manners =
    "telefon ringa ring, nät internet webb digital online hemsida app";

constexpr std::string_view others =
    "flerårig långsiktig treårig flerårigt, klarspråk lättläst lättspråk, "
    "tillgänglig tillgänglighet, besök besöka studiebesök hälsa, tidig tidigt, ofta oftare, "
    "snabb snabbt, mångkulturell internationell";

constexpr std::array concepts{
    Concepts{Facet::subject, subjects}, Concepts{Facet::thing, things},
    Concepts{Facet::ask, asks},         Concepts{Facet::audience, audiences},
    Concepts{Facet::time, times},       Concepts{Facet::place, places},
    Concepts{Facet::manner, manners},   Concepts{Facet::none, others},
};

}  // namespace

const EverydayWords& swedish_words() {
    static constexpr EverydayWords words{function_words, weak_words,       place_prepositions,
                                         negations,      definite_endings, indefinite_words,
                                         particles,      concepts};
    return words;
}

}  // namespace stormote::similar
