package cli_test

import (
	"strings"
	"testing"
)

func TestShowTheSpeech(t *testing.T) {
	for _, lang := range []string{"en", "fr", "ar"} {
		o := run("show", "--lang", lang, "speech/power-2010")
		if o.code != good || o.err != "" {
			t.Fatalf("exit code %d: %s", o.code, o.err)
		}
		sp := archive().Speech("power-2010")
		if len(sp.Paragraphs) < 7 {
			t.Fatalf("%d paragraphs", len(sp.Paragraphs))
		}
		for _, p := range sp.Paragraphs {
			if spoken := p.Text[sp.Language].Text.Plain(); !strings.Contains(o.out, spoken) {
				t.Errorf("%s: %s is not printed word for word", lang, p.ID)
			}
		}
	}
}

func TestShow(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"home", []string{"show", "home"}, []string{"\n# ", "[case/bosnia]", "[speeches]", "[people]"}},
		{"a page in French", []string{"show", "pause", "--lang", "fr"}, []string{"[home]"}},
		{"an event", []string{"show", "event/bosnia/srebrenica-falls"}, []string{"11 July 1995", "[place/srebrenica]"}},
		{"a search", []string{"show", "search?q=nuhanovic"}, []string{"[nuhanovic]", "[person/hasan-nuhanovic?found=nuhanovic]"}},
		{"an anchor", []string{"show", "speech/power-2010#p4"}, []string{"\n# "}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := run(tt.args...)
			if o.code != good || o.err != "" {
				t.Fatalf("exit code %d: %s", o.code, o.err)
			}
			for _, part := range tt.want {
				if !strings.Contains(o.out, part) {
					t.Errorf("%q is not in\n%.600s", part, o.out)
				}
			}
			if strings.ContainsFunc(o.out, func(r rune) bool { return r >= '\u2066' && r <= '\u2069' || r < ' ' && r != '\n' }) {
				t.Error("prints what a terminal shows as boxes")
			}
		})
	}
	t.Run("a folder", func(t *testing.T) {
		dir := copied(t)
		changed("archive.en.yaml", "title: ", "title: Quite another ")(t, dir)
		if o := run("show", "--archive", dir, "home"); o.code != good || !strings.Contains(o.out, "Quite another") {
			t.Errorf("exit code %d: %.300s%s", o.code, o.out, o.err)
		}
	})
	t.Run("a folder with a mistake", func(t *testing.T) {
		dir := copied(t)
		changed("cases/bosnia/timeline.yaml", "importance: ", "imprtance: ")(t, dir)
		if o := run("show", "--archive", dir, "case/bosnia"); o.code != good || !strings.Contains(o.out, "\n# ") {
			t.Errorf("exit code %d: %.300s%s", o.code, o.out, o.err)
		}
	})
}
