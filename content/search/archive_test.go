package search_test

import (
	"testing"

	"vigil/content"
)

// mustDate reads a date of the fixture.
func mustDate(tb testing.TB, s string) content.Date {
	tb.Helper()
	d, err := content.ParseDate(s)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func words(title, role, text string) content.Words {
	return content.Words{Title: title, Role: role, Text: content.Line(text)}
}

func in(en, fr content.Words) content.Text {
	t := content.Text{"en": en}
	if fr.Title != "" || fr.Text != nil {
		t["fr"] = fr
	}
	return t
}

func essay(lines ...string) content.Prose {
	prose := content.Prose{{Kind: content.Heading, Level: 2, ID: "h1", Spans: []content.Span{{Text: "What came before"}}}}
	for i, line := range lines {
		id := "p" + string(rune('1'+i))
		prose = append(prose, content.Block{Kind: content.Paragraph, ID: id, Spans: []content.Span{{Text: line}}})
	}
	return prose
}

// small is an archive of a few records in English and French. Its river, its
// town and its commission are invented.
func small(tb testing.TB) *content.Archive {
	tb.Helper()
	a := &content.Archive{ID: "small", Original: "en", Languages: []content.Lang{"en", "fr"}}
	a.Places = []*content.Place{
		{ID: "srebrenica", Name: "Srebrenica", Names: []string{"Сребреница", "سربرنيتسا", "סרברניצה"}, Country: "Bosnia and Herzegovina",
			Words: in(words("", "", "A town in the valley."), content.Words{Text: content.Line("Une ville dans la vallée.")})},
		{ID: "potocari", Name: "Potočari", Names: []string{"Поточари"}},
		{ID: "lviv", Name: "Lviv", Names: []string{"Lwów", "Lemberg", "Львів", "Львов", "לעמבערג", "לבוב"}},
		{ID: "la-roche", Name: "La-Roche-sur-Selle", Names: []string{"8,000"}},
	}
	a.People = []*content.Person{
		{ID: "slobodan-milosevic", Name: "Slobodan Milošević", Group: "perpetrator-accused", Names: []string{"Слободан Милошевић", "سلوبودان ميلوشيفيتش"},
			Words: in(words("", "President of Serbia", "He was president, then accused before a tribunal."), words("", "Président de la Serbie", "Il fut président."))},
		{ID: "ana-dordevic", Name: "Ana Đorđević", Names: []string{"Ана Ђорђевић"},
			Words: in(words("", "Teacher", "She taught in the town of Selle."), content.Words{})},
		{ID: "sean-obrien", Name: "Seán O’Brien"},
	}
	a.Organisations = []*content.Organisation{
		{ID: "river-commission", Name: "Commission of the River", Acronym: "CotR", Words: in(words("", "", "It counted."), content.Words{})},
	}
	a.Organisations = append(a.Organisations, &content.Organisation{ID: "society", Name: "Society for Working Co-operation"})
	a.People = append(a.People, &content.Person{ID: "first-listed", Name: "Ivo Lovrić", Group: "perpetrator-accused"},
		&content.Person{ID: "later-listed", Name: "Mia Lovrić", Group: "victim"})
	a.Terms = []*content.Term{
		{ID: "genocide", Names: []string{"genocid", "إبادة جماعية"}, Words: in(
			words("Genocide", "", "Acts committed with intent to destroy a group."), words("Génocide", "", "Des actes commis dans l’intention de détruire un groupe."))},
		{ID: "co-operation", Words: in(words("Co-operation", "", "Working together."), content.Words{})},
	}
	a.Cases = []*content.Case{smallCase(tb)}
	a.Speeches = []*content.Speech{smallSpeech(tb)}
	a.Index()
	return a
}

func smallCase(tb testing.TB) *content.Case {
	return &content.Case{
		ID: "bosnia", Order: 1, Span: mustDate(tb, "1992-04/1995-12"),
		Words: in(words("Bosnia", "1992 to 1995", "How it came about."), words("La Bosnie", "1992 à 1995", "Comment on en vint là.")),
		Essay: content.Text{
			"en": {Text: essay("Miloševic spoke on the field and many listened.", "The enclave was declared safe; Srebrenica was not safe.")},
			"fr": {Text: essay("Milošević parla sur le champ.", "L’enclave fut déclarée sûre; l’histoire en décida autrement.")},
		},
		Figures: []*content.Figure{{ID: "killed", Low: 7000, High: 8000, Year: mustDate(tb, "2001"),
			Words: in(words("Men and boys killed", "The tribunal", ""), content.Words{})}},
		Findings: []*content.Finding{{ID: "krstic", Body: "river-commission", Citation: "IT-98-33-A", Date: mustDate(tb, "2004-04-19"), Outcomes: []*content.Outcome{{Person: "ana-dordevic", Result: content.Convicted, Charges: []string{"murder"}}},
			Words: in(words("The appeal", "", "Aiding was found."), content.Words{})}},
		Events: []*content.Event{
			{ID: "falls", Owner: "bosnia", Date: mustDate(tb, "1995-07-11"), Place: "srebrenica", Importance: 1,
				Words: in(words("Srebrenica is taken", "", "The enclave is overrun."), words("La chute de Srebrenica", "", "L’enclave est envahie."))},
			{ID: "declared", Owner: "bosnia", Date: mustDate(tb, "1993-04-16"), Place: "potocari", Importance: 2,
				Words: in(words("A safe area is declared", "", "A resolution declares it."), content.Words{})},
		},
	}
}

func smallSpeech(tb testing.TB) *content.Speech {
	return &content.Speech{
		ID: "warning-2010", Speaker: "ana-dordevic", Date: mustDate(tb, "2010-11-15"), Language: "en",
		Words: in(words("On warning signs", "A lecture", "That signs are seen and not heeded."), words("Des signes avant-coureurs", "Une conférence", "")),
		Paragraphs: []*content.SpeechParagraph{
			{ID: "p1", Text: content.Text{"en": {Text: content.Line("Good evening to the lighthouse keepers.")}}},
			{ID: "p2", Joins: true, Text: content.Text{"en": {Text: content.Line("Thank you for keeping the lantern.")}}},
			{ID: "p3", Text: content.Text{"en": {Text: content.Line("Prevention begins in peacetime.")}},
				Words: in(words("Peace is when to act", "", "It argues for early work."), words("Agir en temps de paix", "", "Elle plaide pour un travail précoce."))},
		},
	}
}
