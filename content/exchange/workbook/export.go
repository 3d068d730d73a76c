package workbook

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// ExportXLSX writes an archive as a workbook.
func ExportXLSX(ctx context.Context, files fs.FS, to string, o exchange.Options) (*exchange.Report, error) {
	report := exchange.NewReport("xlsx", to)
	m, list, err := exported(ctx, files, report)
	if err != nil {
		return nil, err
	}
	original, langs := languages(m)
	if err := write(ctx, to, list, original, langs, o.Step); err != nil {
		return nil, err
	}
	return report, nil
}

// Template writes a workbook in which nothing stands, with columns for the languages, the
// original first.
func Template(ctx context.Context, to string, langs []content.Lang) error {
	var list []page
	for _, s := range sheets {
		p := page{sheet: s}
		switch s.name {
		case textsSheet:
			p.columns = textsColumns()
			for _, l := range langs {
				p.columns = append(p.columns, textColumn(l))
			}
		case reviewsSheet:
			p.columns = reviewsColumns()
		default:
			p.columns = s.columns(langs, langs[0], nil)
		}
		list = append(list, p)
	}
	return write(ctx, to, list, langs[0], langs, nil)
}

// exported are the pages of a folder, and in the report what no page holds.
func exported(ctx context.Context, files fs.FS, report *exchange.Report) (*authoring.Manuscript, []page, error) {
	m, err := exchange.Readable(ctx, files)
	if err != nil {
		return nil, nil, err
	}
	list := pages(m, report)
	for _, name := range m.Attached() {
		what, mend := "a picture", "keep it beside the workbook, or in a folder media there: an import takes it from there"
		switch path.Dir(name) {
		case "fonts":
			what, mend = "a font", "copy it into the archive that the workbook is imported into"
		case ".":
			what, mend = "the interface in a language", "copy it into the archive that the workbook is imported into"
		}
		report.Once(exchange.LeftOut, exchange.Place{File: name}, "attached", what+" is no table and was not written", mend)
	}
	return m, list, nil
}

// ExportCSV writes an archive as a folder of delimited text, a file for each sheet in which
// something stands.
func ExportCSV(ctx context.Context, files fs.FS, to string, o exchange.Options) (*exchange.Report, error) {
	report := exchange.NewReport("csv", to)
	_, list, err := exported(ctx, files, report)
	if err != nil {
		return nil, err
	}
	if err := emptyFolder(to); err != nil {
		return nil, err
	}
	stage, err := os.MkdirTemp(filepath.Dir(filepath.Clean(to)), ".export-")
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", to, err)
	}
	defer os.RemoveAll(stage)
	for i, p := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if o.Step != nil {
			o.Step(i, len(list))
		}
		if len(p.rows) == 0 {
			continue
		}
		text, err := p.delimited()
		if err == nil {
			err = os.WriteFile(filepath.Join(stage, p.name+".csv"), text, 0o644)
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", p.name, err)
		}
	}
	if err := os.Chmod(stage, 0o755); err != nil {
		return nil, fmt.Errorf("write %s: %w", to, err)
	}
	if err := os.Remove(to); err != nil && !os.IsNotExist(err) { // an empty folder makes room
		return nil, fmt.Errorf("write %s: %w", to, err)
	}
	if err := os.Rename(stage, filepath.Clean(to)); err != nil {
		return nil, fmt.Errorf("write %s: %w", to, err)
	}
	return report, nil
}

// emptyFolder refuses a place where something stands.
func emptyFolder(to string) error {
	entries, err := os.ReadDir(to)
	if os.IsNotExist(err) {
		return nil
	}
	if err == nil && len(entries) > 0 {
		return fmt.Errorf("write %s: there is something in this folder already; name another", to)
	}
	return err
}

// delimited is a page as other programs read it: UTF-8 with a mark that says so, without
// which Excel takes it for something else, and no line of help.
func (p page) delimited() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	record := make([]string, len(p.columns))
	for i, c := range p.columns {
		record[i] = c.heading
	}
	if err := w.Write(record); err != nil {
		return nil, err
	}
	for _, cells := range p.rows {
		for i, text := range cells {
			record[i] = text
			if p.columns[i].guards() {
				record[i] = guarded(text)
			} else {
				record[i] = kept(text)
			}
		}
		if err := w.Write(record); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// guards reports whether what stands in a column is text that a program which opens
// delimited text may take for something else. Numbers, dates and truths may be that.
func (c column) guards() bool {
	switch c.field.Kind {
	case authoring.DateField, authoring.WholeField, authoring.NumberField, authoring.TruthField:
		return c.field.Many
	}
	return true
}
