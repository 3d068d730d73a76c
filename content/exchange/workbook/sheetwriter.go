package workbook

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// writer writes a workbook for people.
type writer struct {
	*excelize.File
	styles   map[look]int
	original content.Lang
	offered  map[string]string // range of the lists sheet, by the words that stand there
	ids      map[string]string // range of a sheet's ids
}

// look is how a cell is written.
type look struct {
	kind  lookKind
	rtl   bool
	plain bool // a number
}

type lookKind uint8

const (
	bodyLook lookKind = iota
	nameLook
	headLook
	neededLook
	wordsLook // above words
	helpLook
	titleLook
	saidLook
)

// write writes pages behind a first sheet that says how they are filled.
func write(ctx context.Context, to string, list []page, original content.Lang, langs []content.Lang, step func(done, of int)) error {
	w := &writer{File: excelize.NewFile(), styles: map[look]int{}, original: original, offered: map[string]string{}, ids: map[string]string{}}
	defer w.Close()
	w.SetZipWriter(func(to io.Writer) excelize.ZipWriter { return &ordered{to: to} })
	if err := w.all(ctx, list, langs, step); err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	return exchange.WriteWhole(to, func(f *os.File) error {
		_, err := w.WriteTo(f)
		return err
	})
}

func (w *writer) all(ctx context.Context, list []page, langs []content.Lang, step func(done, of int)) error {
	list = slices.DeleteFunc(slices.Clone(list), func(p page) bool { return p.hides && len(p.rows) == 0 })
	if err := w.SetSheetName("Sheet1", startSheet); err != nil {
		return err
	}
	for _, p := range list {
		if _, err := w.NewSheet(p.name); err != nil {
			return err
		}
		w.references(p)
	}
	if err := w.lists(list); err != nil {
		return err
	}
	for i, p := range list {
		if err := ctx.Err(); err != nil {
			return err
		}
		if step != nil {
			step(i, len(list))
		}
		if err := w.page(p); err != nil {
			return fmt.Errorf("sheet %s: %w", p.name, err)
		}
	}
	if err := w.start(list, langs); err != nil {
		return err
	}
	if err := w.SetAppProps(&excelize.AppProperties{Application: "Vigil"}); err != nil {
		return err
	}
	return w.SetDocProps(&excelize.DocProperties{Creator: "Vigil", Title: "An archive for Vigil", Created: "2026-01-01T00:00:00Z", Modified: "2026-01-01T00:00:00Z"})
}

// The rows that headings and help stand in, and how far down drop-downs reach.
const (
	headRow  = 1
	helpRow  = 2
	firstRow = 3
	lastRow  = 20_000
)

// references names the range of a sheet's ids, which is as long as they are.
func (w *writer) references(p page) {
	for i, c := range p.columns {
		if c.role != idColumn {
			continue
		}
		col, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return
		}
		name := "ids_" + strings.ReplaceAll(p.name, " ", "_")
		whole := fmt.Sprintf("'%s'!$%s$1:$%s$%d", p.name, col, col, lastRow)
		refers := fmt.Sprintf("'%s'!$%s$%d:INDEX(%s,MAX(%d,COUNTA(%s)))", p.name, col, firstRow, whole, firstRow, whole)
		if w.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refers}) == nil {
			w.ids[p.name] = name
		}
		return
	}
}

// lists writes the words that drop-downs offer, a column for each list.
func (w *writer) lists(pages []page) error {
	if _, err := w.NewSheet(listsSheet); err != nil {
		return err
	}
	n := 0
	for _, p := range pages {
		for _, c := range p.columns {
			offers := offersOf(c)
			key := strings.Join(offers, "\n")
			if offers == nil || w.offered[key] != "" {
				continue
			}
			n++
			col, err := excelize.ColumnNumberToName(n)
			if err != nil {
				return err
			}
			for i, word := range append([]string{c.heading}, offers...) {
				if err := w.SetCellStr(listsSheet, fmt.Sprint(col, i+1), word); err != nil {
					return err
				}
			}
			w.offered[key] = fmt.Sprintf("%s!$%s$2:$%s$%d", listsSheet, col, col, len(offers)+1)
		}
	}
	return w.SetSheetVisible(listsSheet, false)
}

// offersOf are the words that may stand in a column, where they are few.
func offersOf(c column) []string {
	if c.field.Kind == authoring.TruthField {
		return []string{"true", "false"}
	}
	return c.field.Words
}

// page writes one sheet.
func (w *writer) page(p page) error {
	if err := w.choices(p); err != nil {
		return err
	}
	if err := w.SetSheetProps(p.name, &excelize.SheetPropsOptions{TabColorRGB: tabOf(p.sheet)}); err != nil {
		return err
	}
	if err := w.paper(p.name, fmt.Sprintf("'%s'!$%d:$%d", p.name, headRow, helpRow)); err != nil {
		return err
	}
	s, err := w.NewStreamWriter(p.name)
	if err != nil {
		return err
	}
	if err := w.frame(s, p); err != nil {
		return err
	}
	if err := w.headings(s, p); err != nil {
		return err
	}
	for i, cells := range p.rows {
		row := make([]any, len(cells))
		lines := 1.0
		for j, text := range cells {
			if text == "" {
				continue
			}
			row[j] = w.value(p, p.columns[j], text)
			lines = max(lines, heightOf(text, widthOf(p.columns[j])))
		}
		at, err := excelize.CoordinatesToCellName(1, firstRow+i)
		if err != nil {
			return err
		}
		if err := s.SetRow(at, row, excelize.RowOpts{Height: min(lines, mostLines)*lineHeight + 4}); err != nil {
			return err
		}
	}
	return s.Flush()
}

// paper sets how a sheet is printed: across, its headings on each page.
func (w *writer) paper(name, titles string) error {
	size, across := 8, "landscape" // A3
	if err := w.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &across}); err != nil {
		return err
	}
	return w.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: name})
}

// A row is as high as its longest cell needs, within bounds, so that a sheet can be looked
// over.
const (
	lineHeight = 15.0 // points
	mostLines  = 9.0
)

func heightOf(text string, width float64) float64 {
	if len(text) > 2000 {
		return mostLines
	}
	lines := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		lines += math.Max(1, math.Ceil(float64(utf8.RuneCountInString(line))*1.1/width))
	}
	return lines
}

// value is a cell: a number where its digits are those that a number has anyway, else text.
func (w *writer) value(p page, c column, text string) excelize.Cell {
	l := look{kind: bodyLook, rtl: c.lang != "" && rightToLeft(c.lang) && c.key != "of"}
	if c.role == idColumn || c.role == ownerColumn || c.role == outerColumn {
		l.kind = nameLook
	}
	if k := c.field.Kind; (k == authoring.WholeField || k == authoring.NumberField) && !c.field.Many {
		if n, err := strconv.ParseFloat(text, 64); err == nil && plainDigits(n) == text {
			l.plain = true
			return excelize.Cell{StyleID: w.style(l), Value: n}
		}
	}
	return excelize.Cell{StyleID: w.style(l), Value: kept(text)}
}

// frame sets widths, what is written in empty cells below, and what stays in sight.
func (w *writer) frame(s *excelize.StreamWriter, p page) error {
	fixed := 0
	for i, c := range p.columns {
		if err := s.SetColWidth(i+1, i+1, widthOf(c)); err != nil {
			return err
		}
		l := look{kind: bodyLook, rtl: c.lang != "" && rightToLeft(c.lang) && c.key != "of"}
		if k := c.field.Kind; (k == authoring.WholeField || k == authoring.NumberField) && !c.field.Many {
			l.plain = true
		}
		switch c.role {
		case ownerColumn, outerColumn, idColumn:
			l.kind, fixed = nameLook, i+1
		}
		if err := s.SetColStyle(i+1, i+1, w.style(l)); err != nil {
			return err
		}
	}
	fixed = max(fixed, 1)
	corner, err := excelize.CoordinatesToCellName(fixed+1, firstRow)
	if err != nil {
		return err
	}
	return s.SetPanes(&excelize.Panes{Freeze: true, XSplit: fixed, YSplit: firstRow - 1, TopLeftCell: corner, ActivePane: "bottomRight"})
}

// headings writes the row of headings and the line of help below it.
func (w *writer) headings(s *excelize.StreamWriter, p page) error {
	heads, helps := make([]any, len(p.columns)), make([]any, len(p.columns))
	lines := 1.0
	for i, c := range p.columns {
		kind := headLook
		switch {
		case c.role == wordColumn:
			kind = wordsLook
		case p.needed(c):
			kind = neededLook
		}
		heads[i] = excelize.Cell{StyleID: w.style(look{kind: kind}), Value: c.heading}
		help := helpOf(p, c)
		helps[i] = excelize.Cell{StyleID: w.style(look{kind: helpLook}), Value: help}
		lines = max(lines, heightOf(help, widthOf(c)*1.15))
	}
	if err := s.SetRow("A1", heads, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	return s.SetRow("A2", helps, excelize.RowOpts{Height: min(lines*12+6, 200)})
}

func widthOf(c column) float64 {
	switch {
	case c.key == "of":
		return 15
	case c.role == ownerColumn || c.role == outerColumn:
		return 18
	case c.role == idColumn:
		return 26
	case c.role == wordColumn:
		return map[string]float64{"title": 32, "role": 32, "text": 60, "note": 44}[c.key]
	case c.key == "file":
		return 34
	}
	switch c.field.Kind {
	case authoring.WholeField, authoring.NumberField, authoring.TruthField, authoring.LanguageField:
		return 16
	case authoring.DateField:
		return 18
	case authoring.PlainField:
		return 40
	case authoring.IDField:
		if c.field.Many {
			return 30
		}
		return 20
	}
	return 30
}

// choices offers in each column the words or the ids that may stand there.
func (w *writer) choices(p page) error {
	for i, c := range p.columns {
		col, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		dv := excelize.NewDataValidation(true)
		dv.Sqref = fmt.Sprintf("%s%d:%s%d", col, firstRow, col, lastRow)
		refers := ""
		if p.files != nil || c.role == ownerColumn {
			refers = p.refersTo(c)
		}
		switch offers := offersOf(c); {
		case offers != nil:
			dv.SetSqrefDropList(w.offered[strings.Join(offers, "\n")])
			if !c.field.Many {
				dv.SetError(excelize.DataValidationErrorStyleStop, c.heading, "Choose one of the words that the arrow offers.")
			} else {
				dv.ShowErrorMessage = false
			}
		case refers != "" && w.ids[refers] != "":
			// Several may stand in a cell, and the folder may hold others: it is an offer.
			dv.SetSqrefDropList(w.ids[refers])
			dv.ShowErrorMessage = false
		default:
			continue
		}
		if err := w.AddDataValidation(p.name, dv); err != nil {
			return err
		}
	}
	return nil
}
