package i18n_test

import (
	"reflect"
	"strings"
	"testing"

	"vigil/content"
	"vigil/i18n"
)

// An interface that is written anew says what it said.
func TestInterfacesAreWrittenAsTheyAreRead(t *testing.T) {
	for _, lang := range []string{"pl", "uk", "hy", "km", "am"} {
		text := broughtBy(t, lang)
		all, err := i18n.ReadMessages(text)
		if err != nil {
			t.Fatal(err)
		}
		written := i18n.WriteMessages(content.Lang(lang), all)
		again, err := i18n.ReadMessages(written)
		if err != nil {
			t.Fatalf("%s: %v\n%s", lang, err, written)
		}
		if !reflect.DeepEqual(all, again) {
			t.Errorf("%s is written as something else", lang)
		}
		if flaws := i18n.Inspect(content.Lang(lang), written); len(flaws) > 0 {
			t.Errorf("%s: %+v", lang, flaws)
		}
	}
}

// Texts with any letter are written as they are read.
func TestMessagesWithMarksAreWritten(t *testing.T) {
	all := map[string]map[string]string{
		"nav.back":       {"other": "a \"b\" \\ c\nd\te\u2068f\u2069 \u00a0\U0001f56f\u00ad"},
		"case.events":    {"other": "n", "one": "1"},
		"case.begin":     {"other": "b"},
		"date.since-day": {"other": "x"},
		"country.BA":     {"other": "y"},
	}
	again, err := i18n.ReadMessages(i18n.WriteMessages("pl", all))
	if err != nil || !reflect.DeepEqual(all, again) {
		t.Errorf("%v, %v", again, err)
	}
}

func TestMessagesTellWhereTheyStand(t *testing.T) {
	all, err := i18n.Messages()
	if err != nil || len(all) < 300 {
		t.Fatalf("%d messages, %v", len(all), err)
	}
	plurals := 0
	for i, m := range all {
		if m.Line == 0 || i > 0 && m.Line <= all[i-1].Line {
			t.Errorf("%s stands in line %d", m.ID, m.Line)
		}
		if m.Plural() {
			plurals++
		}
		if strings.HasPrefix(m.ID, "date.") && m.About == "" {
			t.Errorf("nothing is said of %s", m.ID)
		}
	}
	if plurals < 10 || all[0].ID != "language.name" || all[0].About != "" {
		t.Errorf("%d have plural forms; the first is %+v", plurals, all[0])
	}
}
