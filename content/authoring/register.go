package authoring

import "vigil/content"

// register reads the records at the root of the folder.
func (a *assembler) register() {
	a.bibliography()
	a.everyone()
	a.bodies()
	a.gazetteer()
	a.terms()
	a.quoted()
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
				ID: r.ID, Names: r.Names, See: r.See, Sources: r.Sources, Verified: content.Verified(r.Verified), Words: a.text("glossary", r.ID, key),
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
