package timelinejs

import (
	"bytes"
	"context"

	"vigil/content"
	"vigil/content/exchange"
)

// Written is what Export writes of an archive that is read already.
func Written(a *content.Archive, o exchange.Options) (string, error) {
	w, err := newWriter(a, o)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = w.write(context.Background(), &b, func(int, int) {})
	return b.String(), err
}
