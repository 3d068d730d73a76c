package voice_test

import (
	"errors"
	"strings"
	"testing"

	"vigil/app/voice"
)

func TestPrint(t *testing.T) {
	tests := []struct {
		name  string
		items []voice.Item
		want  string
	}{
		{"nothing", nil, ""},
		{"a heading", []voice.Item{{Role: voice.Heading, Level: 2, Text: "Srebrenica"}}, "\n## Srebrenica\n\n"},
		{"a heading without a level", []voice.Item{{Role: voice.Heading, Text: "Srebrenica"}}, "\n# Srebrenica\n\n"},
		{"words", []voice.Item{{Role: voice.Text, Text: "It fell."}}, "It fell.\n\n"},
		{"a link", []voice.Item{{Role: voice.Link, Text: "Potočari", Action: "place/potocari"}}, "→ Potočari  [place/potocari]\n"},
		{"a button", []voice.Item{{Role: voice.Button, Text: "Next page"}}, "[Next page]\n"},
		{"a field", []voice.Item{{Role: voice.Field, Text: "A name"}}, "[A name]\n"},
		{"marks of direction", []voice.Item{{Role: voice.Text, Text: "\u2068سربرنيتسا\u2069 (\u2066SDS\u2069) \u2067x\u2069"}}, "سربرنيتسا (SDS) x\n\n"},
		{"several", []voice.Item{{Role: voice.Button, Text: "a"}, {Role: voice.Button, Text: "b"}}, "[a]\n[b]\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			if err := voice.Print(&got, tt.items); err != nil || got.String() != tt.want {
				t.Errorf("%q (%v), want %q", got.String(), err, tt.want)
			}
		})
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestPrintSaysWhenItCannot(t *testing.T) {
	if err := voice.Print(full{}, []voice.Item{{Text: "x"}}); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
}
