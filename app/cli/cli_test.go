package cli_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigil/app/cli"
)

const (
	good   = 0
	found  = 1
	misuse = 2
)

func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	nowhere := filepath.Join(dir, "nowhere")
	tests := []struct {
		name string
		args []string
		code int
		says string // part of the line on the error stream
	}{
		{"an unknown command", []string{"bogus"}, misuse, `"bogus"`},
		{"a command of two words", []string{"check it"}, misuse, `"check it"`},
		{"an unknown flag", []string{"--bogus"}, misuse, "bogus"},
		{"a word after the kiosk's flags", []string{"--windowed", "bosnia"}, misuse, "vigil"},
		{"an unknown language", []string{"--lang", "xx"}, misuse, `"xx"`},
		{"a flag without its value", []string{"--archive"}, misuse, "archive"},
		{"a window that fails", []string{"--open", "fail"}, found, "the display is gone"},

		{"check nothing", []string{"check"}, misuse, "check"},
		{"check two", []string{"check", "a", "b"}, misuse, "check"},
		{"check what is not there", []string{"check", nowhere}, misuse, nowhere},
		{"check a file", []string{"check", file}, misuse, file},
		{"check with an unknown flag", []string{"check", "--yaml", dir}, misuse, "yaml"},

		{"search for nothing", []string{"search"}, misuse, "search"},
		{"search for none", []string{"search", "--limit", "0", "tuzla"}, misuse, "--limit"},
		{"search for too many", []string{"search", "--limit", "1001", "tuzla"}, misuse, "--limit"},
		{"search for a number that is none", []string{"search", "--limit", "ten", "tuzla"}, misuse, "limit"},
		{"search what is not there", []string{"search", "--archive", nowhere, "tuzla"}, misuse, nowhere},

		{"show nothing", []string{"show"}, misuse, "show"},
		{"show what is no route", []string{"show", "nowhere"}, misuse, `"nowhere"`},
		{"show what is no route at all", []string{"show", "../../etc/passwd"}, misuse, "not a route"},
		{"show what is not here", []string{"show", "place/nowhere"}, found, "place/nowhere"},
		{"show in an unknown language", []string{"show", "--lang", "xx", "home"}, misuse, `"xx"`},
		{"show from what is not there", []string{"show", "--archive", nowhere, "home"}, misuse, nowhere},

		{"tour to nowhere", []string{"tour"}, misuse, "--out"},
		{"tour in an unknown language", []string{"tour", "--out", dir, "--lang", "en,xx"}, misuse, `"xx"`},
		{"tour with a word too many", []string{"tour", "--out", dir, "home"}, misuse, "tour"},
		{"tour at no size", []string{"tour", "--out", dir, "--size", "large"}, misuse, `"large"`},
		{"tour too small", []string{"tour", "--out", dir, "--size", "10x10"}, misuse, `"10x10"`},
		{"tour too large", []string{"tour", "--out", dir, "--size", "99999x1080"}, misuse, `"99999x1080"`},
		{"tour of no pages", []string{"tour", "--out", dir, "--pages", "0"}, misuse, "--pages"},
		{"nothing to show", []string{"show", "--archive", dir, "home"}, found, "nothing in it to show"},
		{"nothing to search", []string{"search", "--archive", dir, "tuzla"}, found, "nothing in it to show"},
		{"words after the last flag", []string{"show", "--", "home", "--lang"}, misuse, "1 word"},
		{"tour into a file", []string{"tour", "--out", file, "--size", "640x480", "--lang", "en", "--route", "pause"}, found, file},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := run(tt.args...)
			if o.code != tt.code {
				t.Errorf("exit code %d, want %d", o.code, tt.code)
			}
			if !o.complains() || !strings.Contains(o.err, tt.says) {
				t.Errorf("says %q, want one line with %q", o.err, tt.says)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"-h"}, {"check", "--help"}, {"search", "-h"}, {"show", "--help"}, {"tour", "--help"}, {"bench", "--help"}} {
		o := run(args...)
		if o.code != good || o.kiosk != nil {
			t.Errorf("%v: exit code %d", args, o.code)
		}
		help := o.out + o.err
		if !strings.HasPrefix(help, "usage: vigil") || len(args) == 2 && !strings.Contains(help, args[0]) {
			t.Errorf("%v says %q", args, help)
		}
	}
	help := run("--help")
	for _, word := range []string{"check", "search", "show", "tour", "bench", "--windowed", "-archive", "-open", "-data", "0 good", "1 problems", "2 misuse"} {
		if !strings.Contains(help.out+help.err, strings.TrimPrefix(word, "-")) {
			t.Errorf("the help does not speak of %s", word)
		}
	}
}

func TestKioskFlags(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want cli.Kiosk
	}{
		{"none", nil, cli.Kiosk{}},
		{"all", []string{"--archive", "a", "--lang", "fr", "--open", "case/bosnia", "--windowed", "--data", "d", "--trace"},
			cli.Kiosk{Archive: "a", Lang: "fr", Open: "case/bosnia", Windowed: true, Data: "d", Trace: true}},
		{"with equals signs", []string{"--lang=ar", "--open=search?q=a=b"}, cli.Kiosk{Lang: "ar", Open: "search?q=a=b"}},
		{"with one hyphen", []string{"-lang", "en"}, cli.Kiosk{Lang: "en"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := run(tt.args...)
			if o.code != good || o.kiosk == nil {
				t.Fatalf("exit code %d: %s", o.code, o.err)
			}
			got := *o.kiosk
			if tt.want.Data == "" {
				if got.Data == "" {
					t.Error("no folder for the index")
				}
				got.Data = ""
			}
			if got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

// Flags stand wherever one likes.
func TestFlagsAnywhere(t *testing.T) {
	data := t.TempDir()
	tests := []struct {
		name  string
		first []string
		then  [][]string
	}{
		{"show", []string{"show", "--lang", "fr", "--archive", small, "event/bosnia/krstic-judged"}, [][]string{
			{"show", "event/bosnia/krstic-judged", "--archive", small, "--lang", "fr"}, {"show", "event/bosnia/krstic-judged", "-lang=fr", "-archive", small}}},
		{"search", []string{"search", "--archive", small, "--data", data, "--limit", "3", "--json", "hasan", "nuhanovic"}, [][]string{
			{"search", "hasan", "--limit", "3", "nuhanovic", "--json", "--data", data, "--archive", small},
			{"search", "hasan", "nuhanovic", "--archive=" + small, "--json", "--limit=3", "--data=" + data},
			{"search", "hasan nuhanovic", "--json", "--limit=3", "--data=" + data, "--archive", small}}},
		{"check", []string{"check", "--json", small}, [][]string{{"check", small, "--json"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := run(tt.first...)
			if want.code != good || want.out == "" {
				t.Fatalf("%v: exit code %d: %s", tt.first, want.code, want.err)
			}
			for _, args := range tt.then {
				if got := run(args...); got.code != want.code || got.out != want.out {
					t.Errorf("%v differs from %v: %.200q", args, tt.first, got.out+got.err)
				}
			}
		})
	}
}

func TestStopped(t *testing.T) {
	ended, end := context.WithCancel(context.Background())
	end()
	out := t.TempDir()
	for _, args := range [][]string{
		{"check", "../../content/archive"}, {"search", "--data", t.TempDir(), "tuzla"}, {"show", "home"},
		{"tour", "--out", out, "--size", "640x480"},
	} {
		var o, e strings.Builder
		if code := cli.Main(ended, cli.Env{Out: &o, Err: &e}, args); code == good {
			t.Errorf("%v was stopped and says that all is good", args)
		}
	}
	if made, err := os.ReadDir(out); err != nil || len(made) != 0 {
		t.Errorf("a tour that was stopped left %v (%v)", made, err)
	}
}
