package authoring

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// files are the shapes of all files, from which every other raw type hangs.
var files = []reflect.Type{
	reflect.TypeFor[rawArchive](), reflect.TypeFor[rawSources](), reflect.TypeFor[rawPeople](),
	reflect.TypeFor[rawOrganisations](), reflect.TypeFor[rawPlaces](), reflect.TypeFor[rawGlossary](),
	reflect.TypeFor[rawTopics](), reflect.TypeFor[rawKeyboard](), reflect.TypeFor[rawQuotations](),
	reflect.TypeFor[rawCase](), reflect.TypeFor[rawTimeline](), reflect.TypeFor[rawSpeech](),
	reflect.TypeFor[rawLesson](), reflect.TypeFor[rawMedium](), reflect.TypeFor[rawHead](), reflect.TypeFor[rawWords](),
}

// longestHelp is what a tooltip and the cell under a column's name have room for.
const longestHelp = 140

func TestEveryKeySaysWhatToWrite(t *testing.T) {
	seen := map[reflect.Type]bool{}
	for _, file := range files {
		everyKey(file, seen, func(record reflect.Type, f reflect.StructField) {
			about := f.Tag.Get("about")
			switch {
			case about == "":
				t.Errorf("%s.%s has no about", record.Name(), f.Name)
			case utf8.RuneCountInString(about) > longestHelp:
				t.Errorf("%s.%s: about has %d letters, more than %d", record.Name(), f.Name, utf8.RuneCountInString(about), longestHelp)
			case strings.Contains(about, "\n") || strings.TrimSpace(about) != about || !strings.HasSuffix(about, "."):
				t.Errorf("%s.%s: about is not one whole sentence or more: %q", record.Name(), f.Name, about)
			}
		})
	}
	if len(seen) < len(files)+10 {
		t.Errorf("only %d shapes were looked at", len(seen))
	}
}

// everyKey calls see for each key of a record and of those within it, once a type.
func everyKey(record reflect.Type, seen map[reflect.Type]bool, see func(reflect.Type, reflect.StructField)) {
	if seen[record] {
		return
	}
	seen[record] = true
	for i := range record.NumField() {
		f := record.Field(i)
		if _, tagged := f.Tag.Lookup("yaml"); !tagged {
			continue
		}
		see(record, f)
		inner := f.Type
		for inner.Kind() == reflect.Slice || inner.Kind() == reflect.Map || inner.Kind() == reflect.Pointer {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct && strings.HasPrefix(inner.Name(), "raw") {
			everyKey(inner, seen, see)
		}
	}
}
