package i18n_test

import (
	"testing"

	"vigil/content"
)

func TestDatesInWords(t *testing.T) {
	c := load(t)
	for _, test := range []struct{ edtf, en, fr, ar string }{
		{"", "", "", ""},
		{"1995-07-11", "11 July 1995", "11 juillet 1995", "١١ يوليو ١٩٩٥"},
		{"1990-01-01", "1 January 1990", "1er janvier 1990", "١ يناير ١٩٩٠"},
		{"1990-11", "November 1990", "novembre 1990", "نوفمبر ١٩٩٠"},
		{"1992", "1992", "1992", "١٩٩٢"},
		{"1992-22", "summer 1992", "été 1992", "صيف ١٩٩٢"},
		{"199X", "the 1990s", "années 1990", "تسعينيات القرن الـ٢٠"},
		{"200X", "the 2000s", "années 2000", "العقد الأول من القرن الـ٢١"},
		{"19XX", "the 20th century", "XXe siècle", "القرن الـ٢٠"},
		{"20XX", "the 21st century", "XXIe siècle", "القرن الـ٢١"},
		{"10XX", "the 11th century", "XIe siècle", "القرن الـ١١"},

		{"1954~", "about 1954", "vers 1954", "نحو عام ١٩٥٤"},
		{"1954-04-02~", "about 2 April 1954", "vers le 2 avril 1954", "نحو ٢ أبريل ١٩٥٤"},
		{"1992-07?", "perhaps July 1992", "peut-être juillet 1992", "ربما يوليو ١٩٩٢"},
		{"1954%", "perhaps about 1954", "peut-être vers 1954", "ربما نحو عام ١٩٥٤"},

		{"1992-04-08/1992-04-10", "8–10 April 1992", "du 8 au 10 avril 1992", "من ٨ إلى ١٠ أبريل ١٩٩٢"},
		{"1992-05-24/1992-08-30", "24 May to 30 August 1992", "du 24 mai au 30 août 1992", "من ٢٤ مايو إلى ٣٠ أغسطس ١٩٩٢"},
		{"1992-05/1992-12", "May to December 1992", "de mai à décembre 1992", "من مايو إلى ديسمبر ١٩٩٢"},
		{"1992-04/1993-02", "April 1992 to February 1993", "d’avril 1992 à février 1993", "من أبريل ١٩٩٢ إلى فبراير ١٩٩٣"},
		{"1992/1995", "1992 to 1995", "de 1992 à 1995", "من عام ١٩٩٢ إلى عام ١٩٩٥"},
		{"1992-22/1993-21", "summer 1992 to spring 1993", "de l’été 1992 au printemps 1993", "من صيف ١٩٩٢ إلى ربيع ١٩٩٣"},
		{"1992-04/1992", "from April 1992, end later in the same year", "dès avril 1992, fin plus tard la même année", "من أبريل ١٩٩٢، والنهاية بعد ذلك في العام نفسه"},
		{"1942-07-22/1942-07", "from 22 July 1942, end later in the same month", "dès le 22 juillet 1942, fin plus tard le même mois", "من ٢٢ يوليو ١٩٤٢، والنهاية بعد ذلك في الشهر نفسه"},
		{"1942/1942-07-22", "until 22 July 1942, beginning earlier in the same year", "jusqu’au 22 juillet 1942, début plus tôt la même année", "حتى ٢٢ يوليو ١٩٤٢، والبداية قبل ذلك في العام نفسه"},
		{"1992-04-05/1996-02-29", "5 April 1992 to 29 February 1996", "du 5 avril 1992 au 29 février 1996", "من ٥ أبريل ١٩٩٢ إلى ٢٩ فبراير ١٩٩٦"},
		{"-0146", "147 BCE", "147 av. n. è.", "١٤٧ ق.م."},
		{"0000", "1 BCE", "1 av. n. è.", "١ ق.م."},
		{"-0043-03-15", "15 March 44 BCE", "15 mars 44 av. n. è.", "١٥ مارس ٤٤ ق.م."},
		{"-0263/-0145", "264 BCE to 146 BCE", "", ""},
		{"-014X", "150 BCE to 141 BCE", "", ""},

		{"1992-04~/1992-06", "about April 1992 to June 1992", "de vers avril 1992 à juin 1992", "من نحو أبريل ١٩٩٢ إلى يونيو ١٩٩٢"},

		{"2003/..", "since 2003", "depuis 2003", "منذ عام ٢٠٠٣"},
		{"1995-07-11/..", "since 11 July 1995", "depuis le 11 juillet 1995", "منذ ١١ يوليو ١٩٩٥"},
		{"../1990", "until 1990", "jusqu’en 1990", "حتى عام ١٩٩٠"},
		{"../1995-07-11", "until 11 July 1995", "jusqu’au 11 juillet 1995", "حتى ١١ يوليو ١٩٩٥"},
		{"1990/", "from 1990, end unknown", "dès 1990, fin inconnue", "من عام ١٩٩٠، والنهاية غير معروفة"},
		{"/1990", "until 1990, beginning unknown", "jusqu’en 1990, début inconnu", "حتى عام ١٩٩٠، والبداية غير معروفة"},
	} {
		d := mustParse(t, test.edtf)
		for lang, want := range map[content.Lang]string{"en": test.en, "fr": test.fr, "ar": test.ar} {
			if got := c.Locale(lang).Date(d); want != "" && got != want {
				t.Errorf("%s in %s: %q, want %q", test.edtf, lang, got, want)
			}
		}
	}
}

// spoken are dates of each precision, and doubtful, open and unknown ones, in the
// order in which saidIn has them.
var spoken = []string{
	"1992", "1990-11", "1995-07-11", "1990-01-01", "1992-22", "1993-21", "199X", "200X", "19XX",
	"1954~", "1954-04~", "1954-04-02~", "1992-21~", "199X~", "1992-07?", "1954%", "1954-04-02%",
	"1992-04-08/1992-04-10", "1992-05-24/1992-08-30", "1992-05/1992-12", "1992-04/1993-02", "1992/1995",
	"1992-22/1993-21", "199X/200X", "1992-04~/1992-06", "1945-05/1945-09",
	"2003/..", "1992-04/..", "1995-07-11/..", "1992-23/..", "199X/..", "19XX/..",
	"../1990", "../1992-04", "../1995-07-11", "../1992-24", "../199X", "../19XX", "1990/", "/1990",
}

var saidIn = map[content.Lang][]string{
	"de": {
		"1992", "November 1990", "11. Juli 1995", "1. Januar 1990", "Sommer 1992", "Frühjahr 1993",
		"1990er-Jahre", "2000er-Jahre", "20. Jahrhundert",
		"um 1954", "um April 1954", "um den 2. April 1954", "um das Frühjahr 1992", "um die 1990er-Jahre",
		"vielleicht Juli 1992", "vielleicht um 1954", "vielleicht um den 2. April 1954",
		"8. bis 10. April 1992", "24. Mai bis 30. August 1992", "Mai bis Dezember 1992", "April 1992 bis Februar 1993",
		"1992 bis 1995", "Sommer 1992 bis Frühjahr 1993", "1990er-Jahre bis 2000er-Jahre", "um April 1992 bis Juni 1992",
		"Mai bis September 1945",
		"seit 2003", "seit April 1992", "seit dem 11. Juli 1995", "seit dem Herbst 1992", "seit den 1990er-Jahren",
		"seit dem 20. Jahrhundert",
		"bis 1990", "bis April 1992", "bis zum 11. Juli 1995", "bis zum Winter 1992", "bis in die 1990er-Jahre",
		"bis ins 20. Jahrhundert", "ab 1990, Ende unbekannt", "bis 1990, Beginn unbekannt",
	},
	"es": {
		"1992", "noviembre de 1990", "11 de julio de 1995", "1 de enero de 1990", "verano de 1992", "primavera de 1993",
		"década de 1990", "década de 2000", "siglo XX",
		"hacia 1954", "hacia abril de 1954", "hacia el 2 de abril de 1954", "hacia la primavera de 1992", "hacia la década de 1990",
		"quizás julio de 1992", "quizás hacia 1954", "quizás hacia el 2 de abril de 1954",
		"del 8 al 10 de abril de 1992", "del 24 de mayo al 30 de agosto de 1992", "de mayo a diciembre de 1992",
		"de abril de 1992 a febrero de 1993", "de 1992 a 1995", "del verano de 1992 a la primavera de 1993",
		"de la década de 1990 a la década de 2000", "de hacia abril de 1992 a junio de 1992", "de mayo a septiembre de 1945",
		"desde 2003", "desde abril de 1992", "desde el 11 de julio de 1995", "desde el otoño de 1992",
		"desde la década de 1990", "desde el siglo XX",
		"hasta 1990", "hasta abril de 1992", "hasta el 11 de julio de 1995", "hasta el invierno de 1992",
		"hasta la década de 1990", "hasta el siglo XX", "desde 1990, final desconocido", "hasta 1990, comienzo desconocido",
	},
	"bs": {
		"1992.", "novembar 1990.", "11. jula 1995.", "1. januara 1990.", "ljeto 1992.", "proljeće 1993.",
		"1990-e", "2000-e", "20. vijek",
		"oko 1954.", "oko aprila 1954.", "oko 2. aprila 1954.", "oko proljeća 1992.", "oko 1990-ih",
		"možda juli 1992.", "možda oko 1954.", "možda oko 2. aprila 1954.",
		"od 8. do 10. aprila 1992.", "od 24. maja do 30. augusta 1992.", "od maja do decembra 1992.",
		"od aprila 1992. do februara 1993.", "od 1992. do 1995.", "od ljeta 1992. do proljeća 1993.",
		"od 1990-ih do 2000-ih", "od oko aprila 1992. do juna 1992.", "od maja do septembra 1945.",
		"od 2003.", "od aprila 1992.", "od 11. jula 1995.", "od jeseni 1992.", "od 1990-ih", "od 20. vijeka",
		"do 1990.", "do aprila 1992.", "do 11. jula 1995.", "do zime 1992.", "do 1990-ih", "do 20. vijeka",
		"od 1990. (kraj nije poznat)", "do 1990. (početak nije poznat)",
	},
	"he": {
		"1992", "נובמבר 1990", "11 ביולי 1995", "1 בינואר 1990", "קיץ 1992", "אביב 1993",
		"שנות התשעים של המאה ה־20", "העשור הראשון של המאה ה־21", "המאה ה־20",
		"בסביבות 1954", "בסביבות אפריל 1954", "בסביבות 2 באפריל 1954", "בסביבות אביב 1992", "בסביבות שנות התשעים של המאה ה־20",
		"אולי יולי 1992", "אולי בסביבות 1954", "אולי בסביבות 2 באפריל 1954",
		"מ־8 עד 10 באפריל 1992", "מ־24 במאי עד 30 באוגוסט 1992", "ממאי עד דצמבר 1992",
		"מאפריל 1992 עד פברואר 1993", "מ־1992 עד 1995", "מקיץ 1992 עד אביב 1993",
		"משנות התשעים של המאה ה־20 עד העשור הראשון של המאה ה־21", "בסביבות אפריל 1992 עד יוני 1992",
		"ממאי עד ספטמבר 1945",
		"מאז 2003", "מאז אפריל 1992", "מאז 11 ביולי 1995", "מאז סתיו 1992", "מאז שנות התשעים של המאה ה־20", "מאז המאה ה־20",
		"עד 1990", "עד אפריל 1992", "עד 11 ביולי 1995", "עד חורף 1992", "עד שנות התשעים של המאה ה־20", "עד המאה ה־20",
		"מאז 1990 (מועד הסיום אינו ידוע)", "עד 1990 (מועד ההתחלה אינו ידוע)",
	},
	"rw": {
		"1992", "Ugushyingo 1990", "11 Nyakanga 1995", "1 Mutarama 1990", "impeshyi yo mu 1992", "urugaryi rwo mu 1993",
		"imyaka ya 1990", "imyaka ya 2000", "ikinyejana cya 20",
		"ahagana mu 1954", "ahagana muri Mata 1954", "ahagana ku wa 2 Mata 1954", "ahagana mu rugaryi rwo mu 1992",
		"ahagana mu myaka ya 1990",
		"wenda muri Nyakanga 1992", "wenda ahagana mu 1954", "wenda ahagana ku wa 2 Mata 1954",
		"kuva ku wa 8 kugeza ku wa 10 Mata 1992", "kuva ku wa 24 Gicurasi kugeza ku wa 30 Kanama 1992",
		"kuva muri Gicurasi kugeza mu Kuboza 1992", "kuva muri Mata 1992 kugeza muri Gashyantare 1993",
		"kuva mu 1992 kugeza mu 1995", "kuva mu mpeshyi yo mu 1992 kugeza mu rugaryi rwo mu 1993",
		"kuva mu myaka ya 1990 kugeza mu myaka ya 2000", "kuva ahagana muri Mata 1992 kugeza muri Kamena 1992",
		"kuva muri Gicurasi kugeza muri Nzeri 1945",
		"kuva mu 2003", "kuva muri Mata 1992", "kuva ku wa 11 Nyakanga 1995", "kuva mu muhindo wo mu 1992",
		"kuva mu myaka ya 1990", "kuva mu kinyejana cya 20",
		"kugeza mu 1990", "kugeza muri Mata 1992", "kugeza ku wa 11 Nyakanga 1995", "kugeza mu itumba ryo mu 1992",
		"kugeza mu myaka ya 1990", "kugeza mu kinyejana cya 20",
		"kuva mu 1990, iherezo ntirizwi", "kugeza mu 1990, intangiriro ntizwi",
	},
}

func TestEachLanguageSaysDatesItsOwnWay(t *testing.T) {
	c := load(t)
	for lang, said := range saidIn {
		if len(said) != len(spoken) {
			t.Errorf("%s: %d dates for %d", lang, len(said), len(spoken))
			continue
		}
		for i, want := range said {
			if got := c.Locale(lang).Date(mustParse(t, spoken[i])); got != want {
				t.Errorf("%s in %s: %q, want %q", spoken[i], lang, got, want)
			}
		}
	}
}

// What stands in the margin and the year beside it together say the date.
func TestDatesInTheMargin(t *testing.T) {
	c := load(t)
	for _, test := range []struct{ lang, edtf, short, year string }{
		{"en", "", "", ""},
		{"en", "1995-07-11", "11 July", "1995"},
		{"en", "1990-04", "April", "1990"},
		{"en", "1992-22", "summer", "1992"},
		{"en", "1992", "", "1992"},
		{"en", "1954~", "about 1954", "1954"},
		{"en", "199X", "the 1990s", "the 1990s"},
		{"en", "1992-04-08/1992-04-10", "8–10 April", "1992"},
		{"en", "1992-05-24/1992-08-30", "24 May to 30 August", "1992"},
		{"en", "1992-04/1993-02", "April 1992 to February 1993", "1992"},
		{"en", "1992/1995", "1992 to 1995", "1992"},
		{"en", "1995-07/..", "since July", "1995"},
		{"en", "../1990", "until 1990", "1990"},
		{"de", "1995-07-11", "11. Juli", "1995"},
		{"de", "1992-04-08/1992-04-10", "8. bis 10. April", "1992"},
		{"de", "1992-04/1993-02", "April 1992 bis Februar 1993", "1992"},
		{"es", "1995-07-11", "11 de julio", "1995"},
		{"es", "1992-04-08/1992-04-10", "del 8 al 10 de abril", "1992"},
		{"es", "1992-04/1993-02", "de abril de 1992 a febrero de 1993", "1992"},
		{"bs", "1995-07-11", "11. jula", "1995."},
		{"bs", "1990-04", "april", "1990."},
		{"bs", "1992-22", "ljeto", "1992."},
		{"bs", "1992-04-08/1992-04-10", "od 8. do 10. aprila", "1992."},
		{"bs", "1992-04/1993-02", "od aprila 1992. do februara 1993.", "1992."},
		{"bs", "1995-07/..", "od jula", "1995."},
		{"he", "1995-07-11", "11 ביולי", "1995"},
		{"he", "1992-04-08/1992-04-10", "מ־8 עד 10 באפריל", "1992"},
		{"he", "1992-04/1993-02", "מאפריל 1992 עד פברואר 1993", "1992"},
		{"rw", "1995-07-11", "11 Nyakanga", "1995"},
		{"rw", "1992-22", "impeshyi", "1992"},
		{"rw", "1992-04-08/1992-04-10", "kuva ku wa 8 kugeza ku wa 10 Mata", "1992"},
		{"rw", "1992-04/1992-11", "kuva muri Mata kugeza mu Gushyingo", "1992"},
	} {
		d, l := mustParse(t, test.edtf), c.Locale(content.Lang(test.lang))
		if short, year := l.DateShort(d), l.Year(d); short != test.short || year != test.year {
			t.Errorf("%s in %s: %q beside %q, want %q beside %q", test.edtf, test.lang, short, year, test.short, test.year)
		}
	}
}

// Every date that can be parsed is said in words, without a gap.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"1995-07-11", "1992-22?", "19XX", "199X~/..", "/1990-04-01", "1992-04/1993-02%", "9999-12-31", "0001", "1995-XX-XX"} {
		f.Add(s)
	}
	c := load(f)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := content.ParseDate(s)
		if err != nil || d.IsZero() {
			return
		}
		for _, lang := range c.Languages() {
			l := c.Locale(lang)
			if words := l.Date(d); !wellSaid(words) {
				t.Errorf("%q in %s: %q", s, lang, words)
			}
			if short := l.DateShort(d); short != "" && !wellSaid(short) || l.Year(d) == "" {
				t.Errorf("%q in %s: %q beside %q", s, lang, short, l.Year(d))
			}
		}
	})
}
