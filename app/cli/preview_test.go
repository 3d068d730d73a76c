package cli_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"vigil/app/cli"
)

func TestPreview(t *testing.T) {
	tests := []struct {
		name string
		args []string
		code int
		says string // on the error stream
		want cli.Preview
	}{
		{"a folder", []string{small}, 0, "", cli.Preview{Dir: small, Open: "home", Width: 1280, Height: 800}},
		{"all that can be said", []string{small, "--lang", "fr", "--open", "case/bosnia", "--size", "960x1080", "--trace"}, 0, "", cli.Preview{Dir: small, Lang: "fr", Open: "case/bosnia", Width: 960, Height: 1080, Trace: true}},
		{"no folder", nil, 2, "takes 1 word", cli.Preview{}},
		{"two folders", []string{small, small}, 2, "takes 1 word", cli.Preview{}},
		{"a folder that is not there", []string{"no/such/folder"}, 2, "there is no folder no/such/folder", cli.Preview{}},
		{"a file", []string{small + "/archive.yaml"}, 2, "not a folder", cli.Preview{}},
		{"a size that is none", []string{small, "--size", "large"}, 2, "1920x1080", cli.Preview{}},
		{"two sizes", []string{small, "--size", "960x1080,1366x768"}, 2, "one size", cli.Preview{}},
		{"no route", []string{small, "--open", "https://example.org"}, 2, "not a route", cli.Preview{}},
		{"a language that nobody speaks", []string{small, "--lang", "xx"}, 2, `"xx"`, cli.Preview{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got cli.Preview
			var said bytes.Buffer
			env := cli.Env{Out: &bytes.Buffer{}, Err: &said, Preview: func(_ context.Context, p cli.Preview) error {
				got = p
				return nil
			}}
			data := t.TempDir()
			code := cli.Main(context.Background(), env, append([]string{"preview", "--data", data}, tt.args...))
			if code != tt.code || !strings.Contains(said.String(), tt.says) {
				t.Errorf("ends with %d and says %q", code, said.String())
			}
			if tt.code == 0 {
				tt.want.Data = filepath.Join(data, "preview")
			}
			if got != tt.want {
				t.Errorf("asks for %+v, want %+v", got, tt.want)
			}
		})
	}
}
