package dating

import "vigil/content"

// vocabulary is what a language says around a date. Phrases are parted by "|" and
// written without regard to accents and capitals, which fold takes away. The names of
// months are not here: i18n has them from CLDR, and what the catalogue says of ends that
// are unknown. A new language needs an entry in vocabularies and nothing else.
type vocabulary struct {
	about, perhaps                string
	between, and, or              string
	from, to                      string // open on the other side where they stand alone
	before, after                 string // the other side is not known
	present, unknown              string // "today" as an end; an end that is not known
	part                          string // narrows a date in a way that EDTF cannot: early, mid, the first half of
	aside                         string // says more than the date: night, noon, Easter
	noise                         string // says nothing more
	bce, ce, hijri                string
	century, decade               string
	spring, summer, autumn, other string // other is winter
	weekdays                      string // Sunday first, the ways to write one parted by "/"
	months                        string // what CLDR does not have, "name=number"
	tens                          string // decades by name, "twenties=20"
	ordinals                      string // "nineteenth=19"
	undated                       string
}

// inOrder is the order in which languages are tried beside those that were asked for.
var inOrder = []content.Lang{"en", "fr", "de", "es", "bs", "ar", "he", "rw"}

// dayFirst are the languages that write the day before the month wherever they write
// both in figures. English does either.
var dayFirst = map[content.Lang]bool{"fr": true, "de": true, "es": true, "bs": true, "ar": true, "he": true, "rw": true}

var vocabularies = map[content.Lang]vocabulary{
	"en": {
		about: "about|around|approximately|approx|circa|ca|c|cca|or about|roughly", perhaps: "perhaps|probably|possibly|presumably|prob|maybe|likely|uncertain|guess",
		between: "between|sometime between|some time between", and: "and|&", or: "or",
		from: "from|since", to: "to|until|till|through|up to|til", before: "before|pre|prior to|not after|not later than|no later than|earlier than|by", after: "after|post|following|not before|not earlier than|no earlier than|later than",
		present: "present|today|now|ongoing|to date", unknown: "unknown",
		part:  "early|mid|middle of|late|beginning of|start of|end of|first half of|second half of|early in|late in|first half|second half|first quarter of|last quarter of|turn of",
		aside: "noon|midday|midnight|morning|afternoon|evening|night|dawn|dusk|sunrise|sunset|before noon|before dawn|after midnight|before midnight|at night|easter|christmas|yom kippur|passover|rosh hashanah|ramadan|pentecost|new year",
		noise: "of|the|in|on|at|year|years|date|dated|during|day|month|sometime|some time|o clock",
		bce:   "bce|bc|b c|b c e|before christ|before the common era", ce: "ad|ce|a d|c e|anno domini", hijri: "ah|hijri|hijra",
		century: "century|cent|centuries", decade: "decade of|decade",
		spring: "spring", summer: "summer", autumn: "autumn|fall", other: "winter",
		weekdays: "sunday/sun|monday/mon|tuesday/tue/tues|wednesday/wed|thursday/thu/thur/thurs|friday/fri|saturday/sat",
		months:   "sept=9",
		tens:     "twenties=20|thirties=30|forties=40|fifties=50|sixties=60|seventies=70|eighties=80|nineties=90",
		ordinals: "first=1|second=2|third=3|fifteenth=15|sixteenth=16|seventeenth=17|eighteenth=18|nineteenth=19|twentieth=20|twenty first=21|twenty-first=21",
		undated:  "n d|nd|undated|unknown|date unknown|unknown date|no date|not dated|not known|unk|n a|none|tbd",
	},
	"fr": {
		about: "vers|environ|autour de|autour du|circa|ca|env|aux environs de|aux alentours de|approximativement", perhaps: "peut-etre|probablement|sans doute|prob|vraisemblablement",
		between: "entre|quelque part entre", and: "et", or: "ou",
		from: "depuis|des|a partir de|a partir du|a compter du", to: "a|au|aux|jusqu|jusqu a|jusqu au|jusqu aux|jusqu en|jusque", before: "avant|avant le|pas apres|au plus tard|au plus tard en", after: "apres|apres le|pas avant|au plus tot|au plus tot en",
		present: "aujourd hui|nos jours|present|maintenant|ce jour", unknown: "inconnu|inconnue",
		part:  "debut|au debut de|au debut du|au debut des|mi|milieu|au milieu de|au milieu du|fin|a la fin de|a la fin du|a la fin des|premiere moitie de|premiere moitie du|seconde moitie de|seconde moitie du|deuxieme moitie du|deuxieme moitie de|courant",
		aside: "midi|minuit|matin|apres-midi|apres midi|soir|nuit|aube|avant midi|paques|noel|pentecote|toussaint|nouvel an|nuit du|nuit de|nuit des",
		noise: "le|la|les|l|de|du|d|des|en|dans|an|annee|date|date de|date du|ete date|mois|un jour|durant|pendant",
		bce:   "av n e|av j-c|av j c|avant j-c|avant j c|avant notre ere|avant jesus-christ|avant l ere commune|aec|a e c", ce: "ap j-c|ap j c|apres j-c|apres j c|de notre ere|apres jesus-christ|ec", hijri: "de l hegire|hegire",
		century: "siecle|siecles|s", decade: "annees|decennie|decennie de|decennies",
		spring: "printemps", summer: "ete", autumn: "automne", other: "hiver",
		weekdays: "dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi",
		months:   "janv=1|fevr=2|fev=2|juill=7|aout=8",
		tens:     "vingt=20|trente=30|quarante=40|cinquante=50|soixante=60|soixante-dix=70|quatre-vingt=80|quatre-vingts=80|quatre-vingt-dix=90",
		ordinals: "premier=1|quinzieme=15|seizieme=16|dix-septieme=17|dix-huitieme=18|dix-neuvieme=19|vingtieme=20|vingt et unieme=21|vingt-et-unieme=21",
		undated:  "s d|sd|sans date|non date|non datee|date inconnue|inconnu|inconnue|date non connue|indetermine",
	},
	"de": {
		about: "um|etwa|circa|ca|zirka|gegen|rund|ungefahr", perhaps: "vielleicht|vermutlich|wohl|wahrscheinlich|verm|wahrsch|moglicherweise",
		between: "zwischen|irgendwann zwischen", and: "und", or: "oder",
		from: "seit|ab|von|vom", to: "bis|auf|auf den|bis zum|bis zur|bis in|bis ins", before: "vor|spatestens", after: "nach|fruhestens",
		present: "heute|gegenwart|jetzt", unknown: "unbekannt",
		part:  "anfang|beginn|zu beginn|mitte|ende|fruhe|fruhes|spate|spates|erste halfte|zweite halfte|1 halfte|2 halfte|erstes viertel|letztes viertel|frühe",
		aside: "mittag|mittags|vormittag|vormittags|nachmittag|nachmittags|abend|abends|nacht|nachts|morgen|morgens|mitternacht|morgengrauen|ostern|weihnachten|pfingsten|neujahr|in der nacht zum|in der nacht vom",
		noise: "der|die|das|den|dem|des|im|am|in|an|jahr|jahre|jahres|jahren|datiert|zum|zur|uhr|um das jahr|tag|monat",
		bce:   "v u z|v chr|vor christus|v christus|vor unserer zeit|vor unserer zeitrechnung|vor der zeitenwende|vor chr", ce: "n chr|nach christus|n u z|unserer zeitrechnung|nach chr", hijri: "nach der hidschra|n h",
		century: "jahrhundert|jahrhunderts|jahrhunderte|jh|jhd|jhdt|jhs", decade: "dekade|jahrzehnt|er jahre|er-jahre",
		spring: "fruhjahr|fruhling|fruhjahrs|fruhlings", summer: "sommer|sommers", autumn: "herbst|herbstes", other: "winter|winters",
		weekdays: "sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag/sonnabend",
		months:   "feber=2|marz=3|mrz=3|maerz=3|jaenner=1|sept=9",
		tens:     "zwanziger=20|dreissiger=30|dreißiger=30|vierziger=40|funfziger=50|sechziger=60|siebziger=70|achtziger=80|neunziger=90|zwanzigerjahre=20|dreißigerjahre=30|vierzigerjahre=40|funfzigerjahre=50|sechzigerjahre=60|siebzigerjahre=70|achtzigerjahre=80|neunzigerjahre=90",
		ordinals: "ersten=1|achtzehntes=18|achtzehnten=18|neunzehntes=19|neunzehnten=19|zwanzigstes=20|zwanzigsten=20|einundzwanzigstes=21|einundzwanzigsten=21",
		undated:  "o j|oj|o d|ohne jahr|ohne datum|undatiert|unbekannt|datum unbekannt|nicht datiert|k a",
	},
	"es": {
		about: "hacia|circa|ca|c|aproximadamente|aprox|alrededor de|alrededor del|en torno a|cerca de", perhaps: "quizas|quiza|probablemente|tal vez|posiblemente|acaso",
		between: "entre|en algun momento entre", and: "y|e", or: "o",
		from: "desde|a partir de|a partir del", to: "a|al|hasta", before: "antes de|antes del|a mas tardar", after: "despues de|despues del|tras",
		present: "la actualidad|actualidad|hoy|presente|la fecha", unknown: "desconocido|desconocida",
		part:  "principios de|principios del|a principios de|a principios del|comienzos de|a comienzos de|inicios de|a inicios de|inicios del|mediados de|a mediados de|a mediados del|mediados del|finales de|a finales de|a finales del|finales del|fines de|a fines de|primera mitad de|primera mitad del|segunda mitad de|segunda mitad del|primeros de",
		aside: "mediodia|medianoche|manana|tarde|noche|madrugada|antes del mediodia|semana santa|pascua|navidad|pentecostes|ano nuevo",
		noise: "el|la|los|las|de|del|en|por|ano|dia|mes|fecha|fechado|fechada|durante",
		bce:   "a e c|a c|antes de cristo|a n e|antes de nuestra era|antes de la era comun|a de c|ac", ce: "d c|despues de cristo|e c|de nuestra era|de la era comun|d de c|dc", hijri: "de la hegira|hegira",
		century: "siglo|siglos|s", decade: "decada|decada de|decada de los|anos|los anos|decadas",
		spring: "primavera", summer: "verano", autumn: "otono", other: "invierno",
		weekdays: "domingo|lunes|martes|miercoles|jueves|viernes|sabado",
		months:   "sep=9|set=9|ene=1|dic=12",
		tens:     "veinte=20|treinta=30|cuarenta=40|cincuenta=50|sesenta=60|setenta=70|ochenta=80|noventa=90",
		ordinals: "primero=1|dieciocho=18|diecinueve=19|veintiuno=21|decimonoveno=19|decimoctavo=18|vigesimo=20",
		undated:  "s f|sf|sin fecha|sin datar|no datado|fecha desconocida|desconocido|desconocida|s a",
	},
	"bs": {
		about: "oko|otprilike|cca|ca|circa|približno|negdje oko", perhaps: "mozda|vjerovatno|vjerojatno|po svoj prilici",
		between: "izmedu|između|negdje izmedu|negdje između", and: "i", or: "ili",
		from: "od|pocev od", to: "do|sve do", before: "prije|pre|najkasnije", after: "poslije|nakon|posle|najranije",
		present: "danas|sada|sadasnjosti", unknown: "nepoznato|nepoznat",
		part:  "pocetak|pocetkom|sredina|sredinom|kraj|krajem|rani|rane|rano|kasni|kasne|kasno|prva polovina|druga polovina|prva polovica|druga polovica|u prvoj polovini|u drugoj polovini",
		aside: "podne|ponoc|prije podne|poslije podne|jutro|ujutro|vece|navece|noc|nocu|zora|u zoru|uskrs|bozic|bajram|ramazan|nova godina",
		noise: "u|na|dana|dan|godine|godina|godinu|god|g|datum|datirano|tokom",
		bce:   "p n e|pne|prije nove ere|pre nove ere|prije krista|prije n e|pr kr|pr n e", ce: "n e|nove ere|po kristu|nase ere", hijri: "po hidzri|hidzretske",
		century: "vijek|vijeka|vijeku|stoljece|stoljeca|stoljecu|vek|veka|veku|st|vijekova", decade: "decenija|decenije|desetljece|desetljeca",
		spring: "proljece|proljeca|prolece|proleca|u proljece", summer: "ljeto|ljeta|leto|leta", autumn: "jesen|jeseni", other: "zima|zime|zimi|zimu",
		weekdays: "nedjelja/nedjelju/nedelja|ponedjeljak/ponedeljak|utorak|srijeda/srijedu/sreda|cetvrtak|petak|subota/subotu",
		months:   "juna=6|juli=7|jula=7|avgusta=8|avg=8|januara=1|februara=2|marta=3|aprila=4|maja=5|augusta=8|septembra=9|oktobra=10|novembra=11|decembra=12|sept=9|januaru=1|februaru=2|martu=3|aprilu=4|maju=5|junu=6|julu=7|augustu=8|avgustu=8|septembru=9|oktobru=10|novembru=11|decembru=12|јануара=1|фебруара=2|марта=3|априла=4|маја=5|јуна=6|јула=7|августа=8|септембра=9|октобра=10|новембра=11|децембра=12",
		tens:     "dvadesete=20|dvadesetih=20|tridesete=30|tridesetih=30|cetrdesete=40|cetrdesetih=40|pedesete=50|pedesetih=50|sezdesete=60|sezdesetih=60|sedamdesete=70|sedamdesetih=70|osamdesete=80|osamdesetih=80|devedesete=90|devedesetih=90",
		ordinals: "prvi=1|prva=1|osamnaesti=18|osamnaesto=18|osamnaestog=18|devetnaesti=19|devetnaesto=19|devetnaestog=19|dvadeseti=20|dvadeseto=20|dvadesetog=20|dvadeset prvi=21|dvadeset prvog=21",
		undated:  "b d|bez datuma|nedatirano|nepoznato|nepoznat datum|datum nepoznat|n d",
	},
	"ar": {
		about: "نحو|حوالي|حوالى|قرابة|زهاء|تقريبا|ما يقارب|في حدود", perhaps: "ربما|لعله|على الارجح|يحتمل|من المحتمل",
		between: "بين|ما بين|فيما بين", and: "و", or: "او",
		from: "من|منذ|ابتداء من|بدءا من", to: "الى|حتى|وحتى|لغاية|الي", before: "قبل|في موعد اقصاه", after: "بعد|عقب",
		present: "اليوم|الان|الحاضر|الوقت الحاضر", unknown: "غير معروف|غير معروفة|مجهول",
		part:  "اوائل|مطلع|بداية|في بداية|في اوائل|منتصف|في منتصف|اواسط|في اواسط|اواخر|في اواخر|نهاية|في نهاية|النصف الاول من|النصف الثاني من",
		aside: "صباحا|صباح|ظهرا|ظهر|مساء|ليلا|ليلة|فجرا|فجر|قبل الظهر|بعد الظهر|منتصف الليل|عيد الفصح|عيد الميلاد|عيد الفطر|عيد الاضحى|رمضان",
		noise: "في|عام|سنة|العام|السنة|يوم|شهر|ال|بتاريخ|تاريخ|خلال|ب|ل|عامي|سنتي|العامين",
		bce:   "ق م|قبل الميلاد|قبل الحقبة العامة", ce: "م|ميلادي|ميلادية|للميلاد|بعد الميلاد|ب م", hijri: "ه|هجري|هجرية|للهجرة",
		century: "القرن|قرن", decade: "عقد|العقد|سنوات",
		spring: "ربيع", summer: "صيف", autumn: "خريف", other: "شتاء",
		weekdays: "الاحد/احد|الاثنين/الإثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت",
		months:   "ابريل=4|يولية=7|يونية=6|يوليه=7|يونيه=6|اغسطس=8|اكتوبر=10|ايار=5|ايلول=9|مايس=5",
		tens:     "عشرينيات=20|ثلاثينيات=30|اربعينيات=40|خمسينيات=50|ستينيات=60|سبعينيات=70|ثمانينيات=80|تسعينيات=90|العشرينيات=20|الثلاثينيات=30|الاربعينيات=40|الخمسينيات=50|الستينيات=60|السبعينيات=70|الثمانينيات=80|التسعينيات=90|عشرينات=20|ثلاثينات=30|اربعينات=40|خمسينات=50|ستينات=60|سبعينات=70|ثمانينات=80|تسعينات=90",
		ordinals: "الاول=1|الثاني=2|الثامن عشر=18|التاسع عشر=19|العشرين=20|العشرون=20|الحادي والعشرين=21|الحادي والعشرون=21",
		undated:  "بدون تاريخ|بلا تاريخ|د ت|غير مؤرخ|غير معروف|غير معروفة|التاريخ غير معروف|مجهول|تاريخ غير معروف",
	},
	"he": {
		about: "בסביבות|סביב|בערך|כ|לערך|בקירוב|בערך ב", perhaps: "אולי|כנראה|ייתכן|יתכן|קרוב לוודאי",
		between: "בין|אי שם בין", and: "ו|לבין|ל", or: "או",
		from: "מאז|החל מ|מ|מן|החל ב", to: "עד|ועד|אל", before: "לפני|לא יאוחר מ", after: "אחרי|לאחר|לא לפני",
		present: "היום|ימינו|כיום|עתה", unknown: "לא ידוע|לא ידועה",
		part:  "ראשית|תחילת|בתחילת|בראשית|אמצע|באמצע|סוף|בסוף|שלהי|בשלהי|המחצית הראשונה של|המחצית השנייה של",
		aside: "בוקר|צהריים|צהרים|אחר הצהריים|לפני הצהריים|ערב|לילה|ליל|חצות|שחר|עם שחר|פסח|חנוכה|יום כיפור|ראש השנה|שבועות|סוכות|חג המולד",
		noise: "ב|ה|של|שנת|בשנת|השנה|שנה|יום|חודש|תאריך|בתאריך|את|ליום",
		bce:   "לפנהס|לפני הספירה|לפסהנ", ce: "לספירה|לסה נ|אחרי הספירה", hijri: "להגרה",
		century: "המאה|מאה", decade: "שנות|שנות ה|העשור|עשור",
		spring: "אביב", summer: "קיץ", autumn: "סתיו", other: "חורף",
		weekdays: "יום ראשון/ראשון|יום שני/שני|יום שלישי/שלישי|יום רביעי/רביעי|יום חמישי/חמישי|יום שישי/שישי|שבת/יום שבת",
		months:   "מרס=3|אפר=4|אוג=8|ספט=9|אוק=10|נוב=11|דצמ=12|ינו=1|פבר=2",
		tens:     "העשרים=20|השלושים=30|הארבעים=40|החמישים=50|השישים=60|השבעים=70|השמונים=80|התשעים=90|עשרים=20|שלושים=30|ארבעים=40|חמישים=50|שישים=60|שבעים=70|שמונים=80|תשעים=90",
		ordinals: "הראשון=1|השני=2|השמונה עשרה=18|השמונה-עשרה=18|התשע עשרה=19|התשע-עשרה=19|העשרים ואחת=21",
		undated:  "ללא תאריך|לא מתוארך|לא ידוע|תאריך לא ידוע|חסר תאריך|ל ת",
	},
	"rw": {
		about: "ahagana|hafi ya|hafi mu|nka", perhaps: "wenda|birashoboka|ahari",
		between: "hagati ya|hagati y", and: "na|n|no", or: "cyangwa",
		from: "kuva|guhera", to: "kugeza|kugera", before: "mbere ya|mbere y", after: "nyuma ya|nyuma y",
		present: "ubu|none|uyu munsi", unknown: "ntirizwi|ntizwi|ntibizwi",
		part:  "intangiriro za|intangiriro ya|mu ntangiriro za|mu ntangiriro ya|ntangiriro za|ntangiriro ya|hagati mu|mu mpera za|mu mpera ya|impera za|mpera za|mpera ya|igice cya mbere cya|igice cya kabiri cya",
		aside: "mu gitondo|saa sita|nimugoroba|ku mugoroba|mu ijoro|nijoro|mu rukerera|pasika|noheli",
		noise: "ku wa|ku|wa|mu|muri|kuri|tariki|tariki ya|itariki|taliki|ya|yo|rwo|wo|ryo|umwaka|umwaka wa|mwaka|mwaka wa|ukwezi kwa|kwezi kwa|le",
		bce:   "mbere y igihe cyacu|mbere ya yesu|mbere ya yezu|mbere ya kristu|mbere y ivuka rya yezu", ce: "nyuma ya yesu|nyuma ya yezu|nyuma ya kristu", hijri: "",
		century: "ikinyejana|ikinyejana cya|kinyejana cya|kinyejana", decade: "imyaka ya|myaka ya|imyaka|myaka",
		spring: "urugaryi|rugaryi", summer: "impeshyi|mpeshyi|icyi", autumn: "umuhindo|muhindo", other: "itumba",
		weekdays: "ku cyumweru|ku wa mbere|ku wa kabiri|ku wa gatatu|ku wa kane|ku wa gatanu|ku wa gatandatu",
		months:   "nzeli=9|kwakira=10|gushyingo=11|kuboza=12",
		ordinals: "cya mbere=1|makumyabiri=20",
		undated:  "nta tariki|itariki ntizwi|ntizwi|ntirizwi|nta tariki izwi",
	},
}
