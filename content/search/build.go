package search

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
)

// format is the version of what an index holds. It rises with every change of
// folding, fields or bleve, and makes every older index another one.
const format = 4

// batch is how many documents bleve holds in memory while it builds. Larger
// ones cost memory and save little time.
const batch = 2000

// hash names an index by everything that it is made of.
func hash(records []record) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "vigil search %d\n", format)
	for i := range records {
		r := &records[i]
		fmt.Fprintf(sum, "%q %q\n", r.route, r.names)
		for v := range r.versions {
			io.WriteString(sum, r.searchable(v))
			sum.Write([]byte{0})
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:32]
}

// build makes the index of the records in dir, sealed.
func build(ctx context.Context, dir string, records []record) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("build index: %v", p)
		}
	}()
	if len(records) == 0 {
		return errors.New("build index: nothing to index") // bleve panics on an index of nothing
	}
	m, err := makeMapping()
	if err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	path := filepath.Join(dir, indexName)
	b, err := bleve.NewBuilder(path, m, map[string]any{"buildPathPrefix": dir, "batchSize": batch})
	if err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop() // ends the making where indexing fails
	for d := range documents(ctx, records) {
		if err := b.Index(d.id, d.document); err != nil {
			return fmt.Errorf("build index: %s: %w", d.id, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	if err := b.Close(); err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	return sealFiles(ctx, dir)
}

// made is a document that is ready to be indexed.
type made struct {
	id       string
	document document
}

// documents makes them all, in order, while those before are being indexed.
func documents(ctx context.Context, records []record) <-chan made {
	out := make(chan made, batch) // as many as bleve keeps for itself before it writes
	go func() {
		defer close(out)
		st := newStems(languages(records))
		for i := range records {
			for v := range records[i].versions {
				select {
				case out <- made{docID(i, v), makeDocument(&records[i], v, st)}:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}

// syncDir makes a rename in dir durable where the system can.
func syncDir(dir string) {
	f, err := os.Open(dir)
	if err != nil {
		return
	}
	_ = f.Sync() // Windows cannot, and needs not
	_ = f.Close()
}
