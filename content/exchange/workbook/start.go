package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"vigil/content"
)

// Colours of the workbook: paper, ink, and one warm tone for what must be filled.
const (
	paper  = "FFFFFF"
	ink    = "1F1B16"
	ground = "3A342C"
	amber  = "F2C572"
	sand   = "EFE9DF"
	grey   = "6B645A"
	line0  = "D9D2C5"
)

func tabOf(s *sheet) *string {
	colour := "8C8375"
	switch s.name {
	case "archive", "cases", "events", "sources", "people", "places":
		colour = amber
	case textsSheet, reviewsSheet, otherSheet:
		colour = "B9B0A2"
	}
	return &colour
}

// style is the number of a look's style.
func (w *writer) style(l look) int {
	if id, ok := w.styles[l]; ok {
		return id
	}
	s := &excelize.Style{
		NumFmt:    49, // text, so that nothing typed below becomes a date
		Font:      &excelize.Font{Family: "Calibri", Size: 11, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true, Horizontal: "left", Indent: 1},
		Border:    []excelize.Border{{Type: "bottom", Color: line0, Style: 1}, {Type: "right", Color: line0, Style: 1}},
	}
	if l.plain {
		s.NumFmt, s.Alignment.Horizontal = 0, "right"
	}
	if l.rtl {
		s.Alignment.Horizontal, s.Alignment.ReadingOrder = "right", 2
	}
	fill := func(colour string) { s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}} }
	switch l.kind {
	case nameLook:
		fill("F7F3EC")
	case headLook, wordsLook, neededLook:
		fill(map[lookKind]string{headLook: ground, wordsLook: "5C5346", neededLook: amber}[l.kind])
		s.Font.Bold, s.Font.Color = true, map[bool]string{true: ink, false: paper}[l.kind == neededLook]
		s.Alignment.Vertical = "center"
	case helpLook:
		fill(sand)
		s.Font.Size, s.Font.Color = 9, grey
	case titleLook:
		s.Alignment.Indent = 0
		s.Font.Size, s.Font.Bold, s.Border = 20, true, nil
		s.Alignment.WrapText = false
	case saidLook:
		s.Border = nil
	}
	id, err := w.NewStyle(s)
	if err != nil {
		return 0
	}
	w.styles[l] = id
	return id
}

// start writes the first sheet, which says how the others are filled.
func (w *writer) start(list []page, langs []content.Lang) error {
	if err := w.SetColWidth(startSheet, "A", "A", 22); err != nil {
		return err
	}
	if err := w.SetColWidth(startSheet, "B", "B", 100); err != nil {
		return err
	}
	across, wide, high, fit := "landscape", 1, 0, true
	if err := w.SetPageLayout(startSheet, &excelize.PageLayoutOptions{Orientation: &across, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := w.SetSheetProps(startSheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	hidden := false
	if err := w.SetSheetView(startSheet, 0, &excelize.ViewOptions{ShowGridLines: &hidden}); err != nil {
		return err
	}
	row := 1
	put := func(name, text string, kind lookKind) error {
		a, b := fmt.Sprint("A", row), fmt.Sprint("B", row)
		if err := w.SetCellStr(startSheet, a, name); err != nil {
			return err
		}
		if err := w.SetCellStr(startSheet, b, text); err != nil {
			return err
		}
		if err := w.SetCellStyle(startSheet, a, a, w.style(look{kind: kind})); err != nil {
			return err
		}
		if err := w.SetCellStyle(startSheet, b, b, w.style(look{kind: saidLook})); err != nil {
			return err
		}
		lines := 1.0
		if kind != titleLook {
			lines = heightOf(text, 118)
		}
		height := lines*lineHeight + 5
		if kind == titleLook {
			height = 32
		}
		row++
		return w.SetRowHeight(startSheet, row-1, height)
	}
	for _, l := range startLines(langs) {
		if err := put(l.name, l.text, l.kind); err != nil {
			return err
		}
	}
	for _, p := range list {
		text := p.about
		if len(p.rows) > 0 {
			text += fmt.Sprintf(" (%d)", len(p.rows))
		}
		if err := put(p.name, text, nameLook); err != nil {
			return err
		}
		if err := w.SetCellHyperLink(startSheet, fmt.Sprint("A", row-1), "'"+p.name+"'!A1", "Location"); err != nil {
			return err
		}
	}
	return nil
}

type startLine struct {
	name, text string
	kind       lookKind
}

// startLines are what the first sheet says before it lists the others.
func startLines(langs []content.Lang) []startLine {
	var tags []string
	for _, l := range langs {
		tags = append(tags, string(l))
	}
	return []startLine{
		{"An archive for Vigil", "", titleLook},
		{"", "", saidLook},
		{"What this is", "Each sheet holds one kind of thing, a row each: histories, events, people, sources. Fill the sheets that you need, save the workbook, and bring it into a folder:  vigil import xlsx THIS-FILE.xlsx FOLDER", nameLook},
		{"", "Then look at it:  vigil check FOLDER  names every mistake, and  vigil preview FOLDER  shows the kiosk. Nothing is lost by importing again: what the folder has stays, unless you add --replace.", saidLook},
		{"Where to begin", "archive (one row), cases (one row for each history), sources, then events. An event needs an id or a title, a date, a kind, and the ids of its sources.", nameLook},
		{"", "", saidLook},
		{"Headings", "The first row of a sheet. Leave the headings as they are; columns that you do not need may be deleted, and their order does not matter.", headLook},
		{"Needed", "Columns in this colour must be filled.", neededLook},
		{"Words", "Columns of words end in their language, such as title [" + tags[0] + "]. For another language copy the columns and change what stands in the brackets. Languages here: " + strings.Join(tags, ", ") + ".", wordsLook},
		{"Help", "The second row says what a column holds. Every line that begins with » is help and never becomes part of the archive.", helpLook},
		{"", "", saidLook},
		{"Ids", "An id is the short name by which rows name each other: small letters, digits, hyphens, such as city-library. It stays the same for good. Leave it empty in a new row, and the import makes one of the name or title.", nameLook},
		{"Several in one cell", "Ids are parted by ;  as in  icty-krstic-aj; nuhanovic-rs. Names stand one a line (Alt+Enter). A ; that is part of a name is written \\; . [] says that a list is empty.", nameLook},
		{"Dates", "1995-07-11, 1995-07, 1995; 1992-04/1993-02 from one to another; 1954~ about; 199X the 1990s; 2003/.. goes on. Dates as your language writes them are read too, such as 11 July 1995.", nameLook},
		{"Texts", "Plain words, as many lines as you like. *Emphasis*, [a name](person/ID) leads to a page, - begins an item of a list. A cell holds 32,767 letters; what is longer goes on in the row below, with (continued) in its id.", nameLook},
		{"Example", "events:  id: library-burns   case: first-history   date: 1992-08-25   title [" + tags[0] + "]: The library burns   kind: violence   importance: 1   place: vijecnica   sources: icty-krstic-aj; nuhanovic-rs   verified: page", nameLook},
		{"Empty cells", "Where a folder has the same row already, an empty cell changes nothing. With --replace it takes away what the folder has; a column that is not there never does.", nameLook},
		{"Pictures", "Put the files beside this workbook, or in a folder media beside it, and name each in the sheet media.", nameLook},
		{"", "", saidLook},
		{"The sheets", "", titleLook},
	}
}
