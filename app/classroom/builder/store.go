package builder

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"vigil/app/kept"
	"vigil/content"
	"vigil/content/authoring"
)

// Store keeps the draft that is being made in a folder, so that a crash loses nothing.
type Store struct{ file kept.File }

// mostDraft bounds what is read of a draft, bytes.
const mostDraft = 4 << 20

// form is that of the draft's file.
const form = 1

// ErrDamaged says that a draft was found and cannot be taken up.
var ErrDamaged = errors.New("the draft that was left cannot be taken up")

// NewStore keeps a draft in a folder, which need not be there yet.
func NewStore(dir string) *Store {
	return &Store{kept.File{Dir: dir, Name: "draft.json", Aside: "draft.damaged", Most: mostDraft}}
}

// state is a draft as it is kept: the lesson as the format writes it, and what the format
// has no place for.
type state struct {
	Form    int
	Archive string
	Lang    content.Lang
	Homes   map[string]home
	Files   map[string]string
}

// unnamed is the id of a draft's lesson while it is kept.
const unnamed = "draft"

// Encode is the draft as it is kept. It is made where the draft is changed, and may be
// written elsewhere.
func (d *Draft) Encode() ([]byte, error) {
	l := clone(d.now)
	l.ID = unnamed
	files, err := authoring.LessonFiles(l)
	if err != nil {
		return nil, fmt.Errorf("keep the draft: %w", err)
	}
	s := state{Form: form, Archive: d.archive.ID, Lang: d.lang, Homes: d.homes, Files: map[string]string{}}
	for name, data := range files {
		s.Files[name] = string(data)
	}
	return json.Marshal(s)
}

// Keep writes an encoded draft whole or not at all.
func (s *Store) Keep(encoded []byte) error {
	if err := s.file.Write(encoded); err != nil {
		return fmt.Errorf("keep the draft: %w", err)
	}
	return nil
}

// Forget leaves nothing of a draft.
func (s *Store) Forget() error {
	if err := s.file.Remove(); err != nil {
		return fmt.Errorf("forget the draft: %w", err)
	}
	return nil
}

// Resume takes up the draft that was left, or returns nil where none was. One that is
// damaged or of another archive is set aside and told with ErrDamaged.
func (s *Store) Resume(a *content.Archive) (*Draft, error) {
	data, err := s.file.Read()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var d *Draft
	if err == nil {
		d, err = decode(data, a)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", ErrDamaged, err), s.file.SetAside())
	}
	return d, nil
}

func decode(data []byte, a *content.Archive) (*Draft, error) {
	var s state
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for name, text := range s.Files {
		files[name] = []byte(text)
	}
	folder := authoring.ReadLessons(files)
	l := folder.Archive.Lesson(unnamed)
	switch {
	case s.Form != form:
		return nil, fmt.Errorf("its form is %d, not %d", s.Form, form)
	case s.Archive != a.ID:
		return nil, fmt.Errorf("it is of the archive %.40q", s.Archive)
	case l == nil:
		return nil, errors.New("it holds no lesson")
	}
	d := Copy(a, l, s.Lang)
	d.lang = s.Lang
	for name, h := range s.Homes {
		d.homes[name] = h
	}
	return d, nil
}
