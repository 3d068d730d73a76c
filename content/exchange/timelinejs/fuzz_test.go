package timelinejs_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// whole imports what may be anything, and holds what came to what every import promises: it
// is an archive's files, and a second import changes nothing.
func whole(t *testing.T, name, data string, lang content.Lang) {
	if len(data) == 0 {
		return
	}
	d, err := bring(t, name, data, lang, "near.png")
	if err != nil {
		return
	}
	files := written(t, d, nil)
	_, problems := authoring.ReadManuscript(context.Background(), files)
	for _, p := range problems {
		if p.Severity == authoring.Error {
			t.Fatalf("what came cannot be read: %s", p)
		}
	}
	again, err := bring(t, name, data, lang, "near.png")
	if err != nil {
		t.Fatalf("the second import: %v", err)
	}
	merged, err := again.Into(context.Background(), files, true)
	if err != nil {
		t.Fatal(err)
	}
	for file := range merged.Files {
		t.Fatalf("a second import writes %s", file)
	}
}

func FuzzTimelineJSON(f *testing.F) {
	f.Add([]byte(document))
	for _, s := range []string{
		`{"events":[{"start_date":{"year":"1994","month":4.0,"day":null},"end_date":{"day":9},"text":{"headline":"a","text":"<p>b<br>c"}}]}`,
		`{"timeline":{"headline":"x","date":[{"startDate":"2011,3,23","headline":"y","tag":"law","asset":{"media":"near.png"}}]}}`,
		`{"timeline":{"slides":[{"start_date":{"year":-1},"text":"plain"}]},"x":{"x":[]}}`,
		`{"title":[],"events":{"start_date":"c. 1994","text":{"headline":"\u202e\u0000&#8206;"}},"eras":[1]}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { whole(t, "timeline.json", string(data), "en") })
}

func FuzzTimelineCSV(f *testing.F) {
	for _, s := range []string{
		"Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n,,,,,,,,,T,<p class=\"lead\">l</p>r,,,,,title,,#fff\n1994,4,7,8:30,,,9,,spring 1994,One,\"a\nb\",near.png,c,d,e,,law,http://example.org/x.jpg\n",
		"Start Date,End Date,Headline,Text,Tag\n4/7/1994,,x,y,z\n",
		"Year;Headline;Display Date\n1994;Čekanje;oko 1994\n-44;\"\";\n",
		"Year\tHeadline\r\n1994\tx\r\n1994\tx\r\n",
	} {
		f.Add([]byte(s), "en")
	}
	f.Add([]byte("Year,Headline\n\xc7\xe1,\xe1\xcd\n1994,\xc7\xe1\xd3\n"), "ar")
	f.Fuzz(func(t *testing.T, data []byte, lang string) {
		if lang != "en" && lang != "ar" && lang != "bs" {
			return
		}
		whole(t, "sheet.csv", string(data), content.Lang(lang))
	})
}

// TestLarge holds an import to its memory: what is alive while events are taken over, of
// which the collector lets there be twice as much at most, and what was made in all, which
// is what time goes into.
func TestLarge(t *testing.T) {
	const size, written = 30 << 20, 6 << 20
	rows := func() string {
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Write([]string{"Year", "Headline", "Text"})
		for i := 0; b.Len() < written; i++ {
			w.Write([]string{fmt.Sprint(1900 + i%100), fmt.Sprint("Event ", i), strings.Repeat("A sentence of some words. ", 100)})
			w.Flush()
		}
		return b.String()
	}
	objects := func() string {
		var b strings.Builder
		b.WriteString(`{"events":[`)
		for i := 0; b.Len() < written; i++ {
			fmt.Fprintf(&b, `{"start_date":{"year":%d},"text":{"headline":"Event %d","text":"<p>%s</p>"}},`, 1900+i%100, i, strings.Repeat("A sentence of some words. ", 200))
		}
		return b.String() + `{}]}`
	}
	for name, c := range map[string]struct {
		data string
		made uint64 // MB
	}{
		"rows":         {rows(), 1000},
		"objects":      {objects(), 1000},
		"commas":       {"Year,Headline\n" + strings.Repeat(",", size), 200},
		"small rows":   {"Year,Headline\n" + strings.Repeat("1,a\n", size/4), 1500},
		"marks":        {"Year,Headline\n" + strings.Repeat("\"a\n", size/3), 500},
		"lists":        {strings.Repeat("[", size), 100},
		"small parts":  {`{"events":[` + strings.Repeat("{},", size/3) + `{}]}`, 100},
		"one text":     {`{"events":["` + strings.Repeat("x", size) + `"]}`, 100},
		"small slides": {`{"events":[` + strings.Repeat(`{"start_date":{"year":1994},"text":{"headline":"a"}},`, 60_000) + `{}]}`, 1500},
	} {
		t.Run(name, func(t *testing.T) {
			var before, now runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			peak := uint64(0)
			look := func(done, of int) {
				if done%2000 == 0 || done == of {
					runtime.GC()
					runtime.ReadMemStats(&now)
					peak = max(peak, now.HeapAlloc)
				}
			}
			d, err := bringWith(name, c.data, look)
			look(0, 0)
			if live := (peak - min(peak, before.HeapAlloc)) >> 20; live > 100 {
				t.Errorf("%d MB were alive", live)
			}
			made := (now.TotalAlloc - before.TotalAlloc) >> 20
			if made > c.made {
				t.Errorf("%d MB were made in all", made)
			}
			t.Logf("made %d MB, %d MB alive at most, %v, %v", made, (peak-min(peak, before.HeapAlloc))>>20, d.Came, err)
		})
	}
}

func bringWith(name, data string, step func(int, int)) (*exchange.Draft, error) {
	return importFile(name, data, exchange.Options{Lang: "en", Step: step})
}
