package i18n_test

import (
	"testing"

	"vigil/content"
	"vigil/i18n"
)

// The whole program starts in 0.8 s; the catalogues may take 10 ms of it.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := i18n.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSay(b *testing.B) {
	l := load(b).Locale("ar")
	for b.Loop() {
		_ = l.Say("nav.home")
	}
}

func BenchmarkDate(b *testing.B) {
	l := load(b).Locale("fr")
	d, err := content.ParseDate("1992-04/1993-02")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		_ = l.Date(d)
	}
}

func BenchmarkCollate(b *testing.B) {
	l := load(b).Locale("fr")
	for b.Loop() {
		_ = l.Collate("Srebrenica", "Sarajevo")
	}
}
