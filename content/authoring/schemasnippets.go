package authoring

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"
)

// snippet is a new record that an editor offers, with places to fill in.
type snippet struct {
	Label       string          `json:"label"`
	Description string          `json:"description,omitempty"`
	Kind        string          `json:"type,omitempty"` // of what it is one of, where the schema allows more than one kind
	Body        json.RawMessage `json:"body,omitempty"`
	Text        string          `json:"bodyText,omitempty"` // instead of a body: as it stands, but for the line's indentation
}

// snippetsOf are those for a record, or none.
func snippetsOf(record reflect.Type) []snippet {
	s, ok := snippets[record.Name()]
	if !ok {
		return nil
	}
	body := chosen.ReplaceAllStringFunc(s.body, func(enum string) string {
		return "|" + strings.Join(words(strings.Trim(enum, "|@")), ",") + "|"
	})
	return []snippet{{Label: "a new " + s.what, Description: "A new " + s.what + ", with what it needs.", Kind: "array", Body: json.RawMessage(body)}}
}

// wordSnippets are the words that an editor offers to begin, but those of which there is
// one alone, whose keys it offers by themselves.
func wordSnippets(keys []wording) []snippet {
	out := []snippet{}
	for _, k := range keys {
		if k.key == "" {
			out = append(out, snippet{Label: "words of " + k.called, Description: k.about, Text: k.begun()})
		}
	}
	return out
}

// begun are the words of one id, with places to fill in.
func (k *wording) begun() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s${1:id}:", k.prefix)
	place := 2
	for _, field := range [][2]string{{"title", ""}, {"role", ""}, {"text", "|\n    "}} {
		about := k.fields[field[0]]
		if about == "" || strings.HasPrefix(about, "Only where") || strings.HasPrefix(about, "Of whom") {
			continue
		}
		fmt.Fprintf(&out, "\n  %s: %s${%d:%s}", field[0], field[1], place, strings.TrimRight(strings.ReplaceAll(about, ":", ","), "."))
		place++
	}
	return out.String()
}

// titles are what records are called where an editor names one.
var titles = map[string]string{
	"rawPerson": "person", "rawSource": "source", "rawPlace": "place", "rawOrganisation": "organisation", "rawTerm": "term", "rawTopic": "topic",
	"rawQuotation": "quotation", "rawFigure": "figure", "rawFinding": "decision", "rawOutcome": "what became of a charge", "rawEvent": "event", "rawBounds": "map",
	"rawOutline": "part of the outline", "rawParagraph": "paragraph", "rawStop": "stop", "rawKeyPage": "page of keys",
}

// chosen is a place to choose one word of an enumeration.
var chosen = regexp.MustCompile(`\|@[a-z]+\|`)

// snippets are new records, by shape, in the form of editors' snippets: ${N:...} is a
// place to fill in, ${N|@ENUM|} one to choose in. What is read as a number without its
// quotation marks has them within.
var snippets = map[string]struct{ what, body string }{
	"rawEvent":        {"event", `{"id": "${1:first-event}", "date": "\"${2:1995-07-11}\"", "place": "${3:first-place}", "kind": "${4|@event|}", "importance": "${5|1,2,3,4|}", "sources": ["${6:first-source}"], "verified": "${7|@verified|}"}`},
	"rawPerson":       {"person", `{"id": "${1:first-person}", "name": "${2:The name}", "group": "${3|@group|}", "born": "\"${4:1968}\"", "sources": ["${5:first-source}"], "verified": "${6|@verified|}"}`},
	"rawSource":       {"source", `{"id": "${1:first-source}", "author": "${2:Who wrote it}", "title": "${3:Its title}", "date": "\"${4:2004-04-19}\"", "kind": "${5|@source|}"}`},
	"rawPlace":        {"place", `{"id": "${1:first-place}", "name": "${2:Its name}", "country": "${3:BA}", "lat": "${4:44.1575}", "lon": "${5:19.3003}"}`},
	"rawOrganisation": {"organisation", `{"id": "${1:first-body}", "name": "${2:Its name}", "acronym": "${3:ICTY}"}`},
	"rawTerm":         {"term", `{"id": "${1:first-term}", "sources": ["${2:first-source}"], "verified": "${3|@verified|}"}`},
	"rawTopic":        {"topic", `{"id": "${1:rescuers}", "asked": ["${2:who helped}"], "answers": ["${3:term/rescuer}"]}`},
	"rawQuotation":    {"quotation", `{"id": "${1:first-quotation}", "speaker": "${2:first-person}", "date": "\"${3:2010-11-15}\"", "source": "${4:first-source}", "status": "${5|@status|}"}`},
	"rawFigure":       {"figure", `{"id": "${1:first-figure}", "low": "${2:7000}", "high": "${3:8000}", "unit": "${4|@unit|}", "year": "\"${5:2001}\"", "sources": ["${6:first-source}"], "verified": "${7|@verified|}"}`},
	"rawFinding":      {"decision", `{"id": "${1:first-finding}", "body": "${2:first-body}", "date": "\"${3:2004-04-19}\"", "citation": "${4:How it is cited}", "outcomes": [{"person": "${5:first-person}", "outcome": "${6:convicted}", "charges": ["${7:genocide}"]}], "sources": ["${8:first-source}"], "verified": "${9|@verified|}"}`},
	"rawStop":         {"stop", `{"id": "${1:stop-1}", "minutes": "${2:5}", "routes": ["${3:case/first-history}"]}`},
}
