package check_test

import (
	"context"
	"os"
	"testing"

	"vigil/content/check"
)

func TestGoodArchive(t *testing.T) {
	r := check.Folder(context.Background(), os.DirFS("../authoring/testdata/good"), check.Tools{})
	for _, p := range r.Problems {
		t.Errorf("%s", p)
	}
}
