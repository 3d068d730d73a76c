package voice

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// machine puts programs of those names on an otherwise empty path.
func machine(t *testing.T, programs map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, script := range programs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
}

// listed is what spd-say -L prints where the module is espeak-ng.
const listed = `/bin/cat <<'END'
                     NAME                      LANGUAGE  VARIANT
        English (America)                      en-US     none
        Spanish (Latin America)                es-419    none
        Arabic                                 ar        none
END`

const espeaks = `/bin/cat <<'END'
Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  de              --/M      German             gmw/de
 5  en-gb           --/M      English_(Great_Britain) gmw/en          (en 2)
END`

func TestFind(t *testing.T) {
	tests := []struct {
		name     string
		programs map[string]string
		speaks   []string
		mute     []string
	}{
		{"nothing", nil, nil, []string{"en", "de"}},
		{"speech-dispatcher, whose names have spaces", map[string]string{"spd-say": listed, "espeak-ng": espeaks}, []string{"en", "es", "ar"}, []string{"de"}},
		{"a daemon that does not answer", map[string]string{"spd-say": "exit 1", "espeak-ng": espeaks}, []string{"de", "en"}, []string{"ar"}},
		{"espeak-ng", map[string]string{"espeak-ng": espeaks}, []string{"de", "en-US"}, []string{"rw"}},
		{"a program that knows no voice", map[string]string{"espeak-ng": "true"}, nil, []string{"en"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			machine(t, tt.programs)

			s := &Later{find: find, limit: time.Minute}
			s.Find(context.Background())
			for _, lang := range tt.speaks {
				if !s.Speaks(lang) {
					t.Errorf("does not speak %s", lang)
				}
			}
			for _, lang := range tt.mute {
				if s.Speaks(lang) {
					t.Errorf("speaks %s", lang)
				}
			}
		})
	}
}

// A program that hangs is given up; before that, and after, the kiosk is mute.
func TestFindGivesUpAProgramThatHangs(t *testing.T) {
	machine(t, map[string]string{"spd-say": "while :; do :; done", "espeak-ng": "while :; do :; done"})
	s := &Later{find: find, limit: 10 * time.Millisecond}
	if s.Speaks("en") {
		t.Error("speaks before it has looked for a voice")
	}
	s.Find(context.Background())
	if err := s.Say(context.Background(), Utterance{Text: "x", Lang: "en"}); !errors.Is(err, ErrMute) {
		t.Errorf("%v", err)
	}
}

// Silence is told to the daemon, which would go on with what it was given.
func TestSayHushesTheDaemon(t *testing.T) {
	dir := t.TempDir()
	begun, hushed := filepath.Join(dir, "begun"), filepath.Join(dir, "hushed")
	machine(t, map[string]string{"spd-say": `if [ "$1" = -C ]; then : >` + hushed + `; exit; fi; : >` + begun + `; while :; do :; done`})
	p := &program{args: dispatcher, hush: []string{"spd-say", "-C"}, langs: []string{"en"}}
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		for {
			if _, err := os.Stat(begun); err == nil {
				cancel()
				return
			}
		}
	}()
	if err := p.Say(ctx, Utterance{Text: "words", Lang: "en", Rate: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(hushed); err != nil {
		t.Errorf("the daemon was not told: %v", err)
	}
}
