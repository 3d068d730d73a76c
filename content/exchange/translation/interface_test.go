package translation_test

import (
	"bytes"
	"context"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/exchange/translation"
	"vigil/i18n"
)

// trials are small archives in languages that Vigil does not speak.
const trials = "../../../build/archives"

// spoken is the small archive with an interface.
func spoken(t *testing.T, lang content.Lang) fstest.MapFS {
	t.Helper()
	files := small(t)
	name := "interface." + string(lang) + ".toml"
	data, err := os.ReadFile(trials + "/" + string(lang) + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	files[name] = &fstest.MapFile{Data: data}
	files["archive.yaml"] = &fstest.MapFile{Data: bytes.Replace(files["archive.yaml"].Data, []byte("[en, bs]"), []byte("[en, bs, "+string(lang)+"]"), 1)}
	return files
}

func messages(t *testing.T, files fstest.MapFS, lang content.Lang) map[string]map[string]string {
	t.Helper()
	all, err := i18n.ReadMessages(string(files["interface."+string(lang)+".toml"].Data))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The interface of each trial archive goes out and comes back: no byte changes where it is
// from, every form of every message is there where it was not.
func TestInterfacesGoOutAndComeBack(t *testing.T) {
	for _, lang := range []content.Lang{"pl", "uk", "hy", "km", "am"} {
		t.Run(string(lang), func(t *testing.T) {
			files := spoken(t, lang)
			doc, _, err := translation.Interface(context.Background(), files, lang, "")
			if err != nil {
				t.Fatal(err)
			}
			bare := small(t)
			bare["archive.yaml"] = files["archive.yaml"]
			for _, format := range formats {
				data := written(t, doc, format)
				switch format {
				case translation.PO:
					tool(t, data, "in.po", "", "msgfmt", "--check", "--output-file=OUT", "IN")
					data = concatenated.by(t, data)
				default:
					tool(t, data, "in.xlf", "", "xmllint", "--nonet", "--noout", "--schema", schema(t, schemaOf[format]), "IN")
					data = formatted.by(t, data)
				}
				_, merged, report := imported(t, files, data, translation.Told{})
				if len(merged.Files)+len(merged.Attached) > 0 || len(report.Notes) > 0 {
					t.Errorf("%s: it changes: %v", format, report.Notes)
				}
				again, _, report := imported(t, bare, data, translation.Told{})
				if !reflect.DeepEqual(messages(t, files, lang), messages(t, again, lang)) {
					t.Errorf("%s: it is another interface: %v", format, report.Notes)
				}
			}
		})
	}
}

// A language of many forms has a unit for each in XLIFF, one message with all in PO.
func TestPluralFormsOfTheInterface(t *testing.T) {
	doc, _, err := translation.Interface(context.Background(), small(t), "pl", "")
	if err != nil {
		t.Fatal(err)
	}
	var forms []string
	for _, u := range doc.Units {
		if form, ok := strings.CutPrefix(u.ID, "interface#case.events/"); ok {
			forms = append(forms, form)
			translation.SetTarget(u, "{{.Count}} wydarzeń")
			if form == "other" {
				translation.SetTarget(u, "")
			}
		}
	}
	if !slices.Equal(forms, []string{"one", "few", "many", "other"}) {
		t.Fatalf("%v", forms)
	}
	data := written(t, doc, translation.PO)
	for _, want := range []string{"nplurals=3;", "msgid \"{{.Count}} event\"\nmsgid_plural \"{{.Count}} events\"\nmsgstr[0] \"{{.Count}} wydarzeń\"\nmsgstr[1]", "msgctxt \"interface#case.events/other\""} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("there is no %q", want)
		}
	}
	out, _, _ := imported(t, small(t), data, translation.Told{})
	if got := messages(t, out, "pl")["case.events"]; got["other"] != "{{.Count}} wydarzeń" || got["few"] == "" {
		t.Errorf("%v", got)
	}
	if _, _, err := translation.Interface(context.Background(), small(t), "ar", ""); err == nil {
		t.Error("vigil's own Arabic goes out of an archive that has none")
	}
}

// A message whose placeholder is lost does not come.
func TestMessagesAreProofread(t *testing.T) {
	doc, _, err := translation.Interface(context.Background(), small(t), "pl", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range doc.Units {
		switch u.ID {
		case "interface#textsize.value":
			translation.SetTarget(u, "Tekst %")
		case "interface#nav.back":
			translation.SetTarget(u, "Wstecz")
		}
	}
	out, _, report := imported(t, small(t), written(t, doc, translation.XLIFF1), translation.Told{})
	all := messages(t, out, "pl")
	if all["nav.back"]["other"] != "Wstecz" || all["textsize.value"] != nil || !slices.Contains(rules(report), "interface") {
		t.Errorf("%v, %v", all, report.Notes)
	}
}
