package workbook

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// ordered is a writer of zip files whose parts stand in one order: the same archive gives
// the same bytes.
type ordered struct {
	to    io.Writer
	names []string
	parts []*strings.Builder
}

// Create begins a part.
func (o *ordered) Create(name string) (io.Writer, error) {
	b := &strings.Builder{}
	o.names, o.parts = append(o.names, name), append(o.parts, b)
	return b, nil
}

// AddFS is asked for by nobody here.
func (o *ordered) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the parts, the list of their kinds first, as readers expect it.
func (o *ordered) Close() error {
	z := zip.NewWriter(o.to)
	order := make([]int, len(o.names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(o.names[a], o.names[b]) })
	for _, i := range order {
		part, err := z.Create(o.names[i])
		if err != nil {
			return err
		}
		if _, err := io.WriteString(part, o.parts[i].String()); err != nil {
			return err
		}
		o.parts[i] = nil
	}
	return z.Close()
}
