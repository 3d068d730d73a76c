package authoring_test

import (
	"context"
	"os"
	"testing"

	"vigil/content/authoring"
)

func TestGoodArchive(t *testing.T) {
	f := authoring.Load(context.Background(), os.DirFS("testdata/good"))
	for _, p := range f.Problems {
		t.Errorf("%s", p)
	}
}
