package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"vigil/content/exchange"
)

// The bounds of a workbook. A file is never read into memory as a whole, and one part of
// it at a time: what is unpacked and what is kept are bounded, whatever the file says.
const (
	mostFile     = 100 << 20 // bytes; pictures that were pasted in may make it long
	mostParts    = 5000      // files in it
	mostPart     = 64 << 20  // bytes of a part once unpacked
	mostUnpacked = 128 << 20 // bytes of all parts that are read
	fewUnpacked  = 24 << 20  // of a file however small; and as many times its bytes again
	mostPacked   = 60
	mostText     = 40 << 20  // bytes of all cells that are kept
	mostCells    = 600_000   // filled cells that are kept
	mostLeaves   = 200       // sheets
	mostRows     = 100_000   // rows of a sheet with something in them
	mostColumns  = 1_000     // columns of a sheet
	mostCell     = 256 << 10 // bytes of a cell, many times what a spreadsheet puts into one
)

// Errors of a file that is no workbook that can be read, each with its mend.
var (
	errEncrypted = errors.New("this workbook is locked with a password: open it, take the password away (File, Info or Save As), save it and import it again")
	errOldExcel  = errors.New("this is a workbook of the old form (.xls): open it in a spreadsheet program and save it as .xlsx")
	errODS       = errors.New("this is an OpenDocument spreadsheet (.ods), which is not read: open it in LibreOffice and save it as Excel 2007-365 (.xlsx)")
	errNumbers   = errors.New("this is a Numbers document: in Numbers choose File, Export To, Excel, and import the .xlsx")
	errBinary    = errors.New("this is a binary workbook (.xlsb): save it as .xlsx")
	errNoBook    = errors.New("this is no workbook (.xlsx): if it is a table of text, import it with: vigil import csv")
	errManyParts = fmt.Errorf("this workbook has more than %d parts, which no spreadsheet has: open it in a spreadsheet program and save it again", mostParts)
	errUnpacked  = errors.New("this workbook unpacks to far more than its rows need: take formats and empty rows below the last one out of it, or copy its rows into a new workbook")
)

// packed is a workbook whose parts are unpacked when they are asked for.
type packed struct {
	parts map[string]*zip.File
	most  int64 // bytes that may be unpacked
	read  int64 // that were
}

// unpack opens the file of a source.
func unpack(src exchange.Source) (*packed, func() error, error) {
	f, err := src.Files.Open(src.Name)
	if err != nil {
		return nil, nil, fmt.Errorf("open %s: %w", src.Name, err)
	}
	info, err := f.Stat()
	if err == nil && info.Size() > mostFile {
		err = fmt.Errorf("%w: at most %d MB are read; take pictures out of it, or divide it", exchange.ErrTooLarge, mostFile>>20)
	}
	var p *packed
	if err == nil {
		var r io.ReaderAt
		size := info.Size()
		if r, err = whole(f, &size); err == nil {
			p, err = opened(r, size)
		}
	}
	if err != nil {
		f.Close()
		return nil, nil, fmt.Errorf("read %s: %w", src.Name, err)
	}
	return p, f.Close, nil
}

// whole gives a file that can be read at any place.
func whole(f io.Reader, size *int64) (io.ReaderAt, error) {
	if r, ok := f.(io.ReaderAt); ok {
		return r, nil
	}
	data, err := io.ReadAll(io.LimitReader(f, mostFile+1))
	if err == nil && len(data) > mostFile {
		err = exchange.ErrTooLarge
	}
	*size = int64(len(data))
	return bytes.NewReader(data), err
}

func opened(r io.ReaderAt, size int64) (*packed, error) {
	head := make([]byte, min(size, 8))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")) {
		return nil, old(r, size)
	}
	if !bytes.HasPrefix(head, []byte("PK")) {
		return nil, errNoBook
	}
	if n, err := countParts(r, size); err != nil || n > mostParts {
		return nil, errors.Join(err, errManyParts)
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("this workbook is damaged (%w): open it in a spreadsheet program, let it mend the file, and save it again", err)
	}
	p := &packed{parts: make(map[string]*zip.File, len(z.File)), most: min(mostUnpacked, fewUnpacked+mostPacked*size)}
	for _, f := range z.File {
		name := partName(f.Name)
		if p.parts[name] == nil {
			p.parts[name] = f
		}
	}
	return p, p.form()
}

// old says which of the older kind of file it is: what is locked with a password has the
// same beginning.
func old(r io.ReaderAt, size int64) error {
	data, err := io.ReadAll(io.NewSectionReader(r, 0, min(size, 4<<20)))
	if err != nil {
		return err
	}
	var wide []byte
	for _, c := range []byte("EncryptedPackage") {
		wide = append(wide, c, 0)
	}
	if bytes.Contains(data, wide) {
		return errEncrypted
	}
	return errOldExcel
}

// countParts counts the parts that a file may list, before any of them is held in memory.
func countParts(r io.ReaderAt, size int64) (int, error) {
	mark, buf, n := []byte("PK\x01\x02"), make([]byte, 64<<10), 0
	for at := int64(0); at < size; at += int64(len(buf) - len(mark) + 1) {
		m, err := r.ReadAt(buf, at)
		if err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
		n += bytes.Count(buf[:m], mark)
		if m < len(buf) {
			break
		}
	}
	return n, nil
}

// partName is how a part is called whatever wrote it: some write slashes otherwise.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// form says what a packed file is that is no workbook.
func (p *packed) form() error {
	has := func(name string) bool { return p.parts[name] != nil }
	switch {
	case has("content.xml") && has("mimetype"):
		return errODS
	case has("index/document.iwa"), has("index.zip"):
		return errNumbers
	case has("xl/workbook.bin"):
		return errBinary
	case !has("[content_types].xml"):
		return errNoBook
	}
	return nil
}

// part unpacks a part; nil where there is none.
func (p *packed) part(name string) ([]byte, error) {
	f := p.parts[partName(name)]
	if f == nil {
		return nil, nil
	}
	left := min(int64(mostPart), p.most-p.read)
	if f.UncompressedSize64 > uint64(left) {
		return nil, errUnpacked
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("unpack %s: %w", f.Name, err)
	}
	defer r.Close()
	// A part that says that it is long and is not costs nothing: pages that are never
	// written to are never there.
	data := make([]byte, f.UncompressedSize64)
	n, err := io.ReadFull(r, data)
	p.read += int64(n)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("unpack %s: %w", f.Name, err)
	}
	if err == nil { // the end of a part is where its sum is compared
		if _, err := r.Read(make([]byte, 1)); err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("unpack %s: %w", f.Name, err)
		}
	}
	return data[:n], nil
}
