package check

import (
	"fmt"
	"slices"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/route"
)

// attracts holds what is listed for the attract screen to what a hall that has not
// asked may be shown: records that are there and have a line to show, and no
// perpetrator.
func attracts(in *inspection) {
	list := in.archive.Attract
	if len(list) > content.MostScenes {
		in.fail(fmt.Sprintf("archive#attract/%d", content.MostScenes), fmt.Sprintf("more than %d things are listed to be shown while nobody is there", content.MostScenes), "take out those from here on")
		list = list[:content.MostScenes]
	}
	for i, address := range list {
		key := fmt.Sprintf("archive#attract/%d", i)
		if slices.Index(list, address) < i {
			in.warn(key, authoring.Quote(address)+" is listed before", "take one of the two out")
			continue
		}
		r, err := route.Parse(address)
		if err != nil {
			in.fail(key, err.Error(), "write a route, such as event/bosnia/memorial-opens or person/hasan-nuhanovic")
			continue
		}
		in.attract(key, r)
	}
}

// takeOut is the mend for what a hall is not shown.
const takeOut = "take it out here: nobody who comes near has asked for it"

// attract holds one address to it.
func (in *inspection) attract(key string, r route.Route) {
	a := in.archive
	bare := r.At("")
	if r.Kind == route.Speech {
		bare = r
	}
	switch t, id := in.linked(r); {
	case len(r.Query) > 0 || bare.Anchor != r.Anchor:
		in.fail(key, authoring.Quote(r.String())+" says more than what is to be shown", "write "+authoring.Quote(r.Page()))
	case !slices.Contains([]route.Kind{route.Event, route.Person, route.Speech, route.Case}, r.Kind) || r.Kind == route.Case && r.ID(1) != "":
		in.fail(key, "the attract screen cannot show "+authoring.Quote(r.String()), "write event/CASE/ID, person/ID, speech/ID#QUOTATION, or case/ID for the years of a history")
	case !t.ids[id]:
		in.one(key, id, t)
	case r.Kind == route.Event:
		in.attractEvent(key, a.Event(r.ID(0), r.ID(1)))
	case r.Kind == route.Person:
		in.attractPerson(key, a.Person(id))
	case r.Kind == route.Speech:
		in.attractSentence(key, r)
	case a.Accuses(a.Case(id).Words, func(w content.Words) string { return w.Title }) != nil:
		in.fail(key, "the history's title names somebody who stands accused or was convicted, and the attract screen names no perpetrator", takeOut)
	case len(a.Case(id).Events) < 2 && !in.Unread("", "cases/"+id+"/timeline.yaml"):
		in.fail(key, "the history "+authoring.Quote(id)+" has fewer than two events, and no years to show", "take it out here, or write its timeline")
	}
}

func (in *inspection) attractEvent(key string, e *content.Event) {
	if p := in.archive.NamesPerpetrator(e); p != nil {
		in.fail(key, "the event is tied to "+authoring.Quote(p.ID)+", who stands accused or was convicted, and the attract screen names no perpetrator", takeOut)
		return
	}
	if e.Kind == "violence" {
		in.warn(key, "the event is one of violence, and is shown to people who have not asked", "list what was done to help, to judge or to remember, or leave it where it is after thinking about who passes by")
	}
}

func (in *inspection) attractPerson(key string, p *content.Person) {
	role := p.Words[in.archive.Original].Role
	switch named := in.archive.Accuses(p.Words, func(w content.Words) string { return w.Role }); {
	case p.Accused():
		in.fail(key, "the person is in the group "+p.Group+", and the attract screen names no perpetrator", takeOut)
	case role == "":
		if said := "people." + string(in.archive.Original) + ".yaml"; !in.Unread(p.ID, said) {
			in.fail(key, "nothing says in one line who "+authoring.Quote(p.ID)+" was", "write role for this person in "+said+", or take the person out here")
		}
	case named != nil:
		in.fail(key, "the person's role names "+authoring.Quote(named.ID)+", or somebody of that name, and the attract screen names no perpetrator", takeOut)
	}
}

func (in *inspection) attractSentence(key string, r route.Route) {
	q := in.archive.Sentence(r.ID(0), r.Anchor)
	if q == nil {
		if !in.Unread("", "quotations.yaml") {
			in.fail(key, "no quotation is from "+authoring.Quote(r.String()), "write the id of one behind #, as in speech/ID#QUOTATION, and the quotation in quotations.yaml with speech: "+r.ID(0))
		}
		return
	}
	speaker := in.archive.Person(q.Speaker)
	if speaker != nil && speaker.Accused() {
		in.fail(key, "the sentence was spoken by somebody in the group "+speaker.Group+", and the attract screen quotes no perpetrator", takeOut)
		return
	}
	named := in.archive.Accuses(q.Words, func(w content.Words) string { return w.Text.Plain() })
	if named == nil {
		named = in.archive.PerpetratorAt(in.archive.Speech(r.ID(0)).Place)
	}
	if named != nil {
		in.fail(key, "the sentence or its place names "+authoring.Quote(named.ID)+", or somebody of that name, and the attract screen names no perpetrator", takeOut)
	}
}
