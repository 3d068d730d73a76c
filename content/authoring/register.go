package authoring

import (
	"fmt"
	"strings"
	"unicode"

	"vigil/content"
)

// register reads the records at the root of the folder.
func (a *assembler) register() {
	a.bibliography()
	a.everyone()
	a.bodies()
	a.gazetteer()
	a.terms()
	a.quoted()
	a.asked()
	a.interfaces()
}

func (a *assembler) bibliography() {
	for _, r := range a.sources.raw.Sources {
		if a.note("source/"+r.ID, r.ID, a.sources.source, &r.node) {
			a.folder.Archive.Sources = append(a.folder.Archive.Sources, &content.Source{
				ID: r.ID, Author: r.Author, Title: r.Title, Publisher: r.Publisher, Date: r.Date, Kind: r.Kind, URL: r.URL, Seen: r.Seen,
			})
		}
	}
}

func (a *assembler) everyone() {
	for _, r := range a.people.raw.People {
		key := "person/" + r.ID
		if a.note(key, r.ID, a.people.source, &r.node) {
			a.folder.Archive.People = append(a.folder.Archive.People, &content.Person{
				ID: r.ID, Name: r.Name, Names: r.Names, Group: r.Group, Born: r.Born, Died: r.Died, Sources: r.Sources,
				Verified: content.Verified(r.Verified), Words: a.text("people", r.ID, key),
			})
		}
	}
}

func (a *assembler) bodies() {
	for _, r := range a.organisations.raw.Organisations {
		key := "organisation/" + r.ID
		if a.note(key, r.ID, a.organisations.source, &r.node) {
			a.folder.Archive.Organisations = append(a.folder.Archive.Organisations, &content.Organisation{
				ID: r.ID, Name: r.Name, Names: r.Names, Acronym: r.Acronym, Kind: r.Kind, Sources: r.Sources, Words: a.text("organisations", r.ID, key),
			})
		}
	}
}

func (a *assembler) gazetteer() {
	for _, r := range a.places.raw.Places {
		key := "place/" + r.ID
		if a.note(key, r.ID, a.places.source, &r.node) {
			a.folder.Archive.Places = append(a.folder.Archive.Places, &content.Place{
				ID: r.ID, Name: r.Name, Names: r.Names, Country: r.Country, Lat: r.Lat, Lon: r.Lon, Approximate: r.Approximate,
				Sources: r.Sources, Words: a.text("places", r.ID, key),
			})
		}
	}
}

func (a *assembler) terms() {
	for _, r := range a.glossary.raw.Terms {
		key := "term/" + r.ID
		if a.note(key, r.ID, a.glossary.source, &r.node) {
			a.folder.Archive.Terms = append(a.folder.Archive.Terms, &content.Term{
				ID: r.ID, Names: r.Names, Avoided: r.Avoided, See: r.See, Sources: r.Sources, Verified: content.Verified(r.Verified), Words: a.text("glossary", r.ID, key),
			})
		}
	}
}

func (a *assembler) quoted() {
	for _, r := range a.quotations.raw.Quotations {
		key := "quotation/" + r.ID
		if a.note(key, r.ID, a.quotations.source, &r.node) {
			a.folder.Archive.Quotations = append(a.folder.Archive.Quotations, &content.Quotation{
				ID: r.ID, Speaker: r.Speaker, Date: r.Date, Source: r.Source, Status: r.Status, Speech: r.Speech, Words: a.text("quotations", r.ID, key),
			})
		}
	}
}

func (a *assembler) asked() {
	for _, r := range a.topics.raw.Topics {
		if a.note("topic/"+r.ID, r.ID, a.topics.source, &r.node) {
			a.folder.Archive.Topics = append(a.folder.Archive.Topics, &content.Topic{ID: r.ID, Asked: r.Asked, Answers: r.Answers})
		}
	}
}

// interfaces takes what an archive brings for languages that Vigil does not speak.
func (a *assembler) interfaces() {
	archive := a.folder.Archive
	archive.Fonts = a.fonts
	for lang, sheet := range a.shelf.interfaces {
		if sheet.source == nil || sheet.lost {
			continue
		}
		if archive.Interfaces == nil {
			archive.Interfaces = map[content.Lang]string{}
		}
		archive.Interfaces[content.Lang(lang)] = sheet.text
	}
	for lang, sheet := range a.keyboards {
		k := keyboard(sheet.raw)
		if sheet.source == nil || len(k.Pages) == 0 {
			continue
		}
		if archive.Keyboards == nil {
			archive.Keyboards = map[content.Lang]content.Keyboard{}
		}
		archive.Keyboards[content.Lang(lang)] = k
		a.folder.places["keyboard/"+lang] = place{sheet.name, &sheet.raw.node}
		for i, p := range sheet.raw.Pages {
			a.folder.places[fmt.Sprintf("keyboard/%s/%d", lang, i+1)] = place{sheet.name, &p.node}
		}
	}
}

// keyboard cuts rows into keys and variants into letters.
func keyboard(raw *rawKeyboard) content.Keyboard {
	var k content.Keyboard
	for _, p := range raw.Pages {
		page := content.KeyPage{Variants: map[string][]string{}}
		for _, row := range p.Rows {
			page.Rows = append(page.Rows, strings.Fields(row))
		}
		for key, letters := range p.Variants {
			for _, r := range letters {
				if !unicode.IsSpace(r) {
					page.Variants[key] = append(page.Variants[key], string(r))
				}
			}
		}
		k.Pages = append(k.Pages, page)
	}
	return k
}
