package session

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"vigil/app/kept"
	"vigil/content"
	"vigil/content/lesson"
)

// Store keeps the one session of a kiosk in a folder, so that it can be taken up again.
type Store struct{ file kept.File }

// mostBytes bounds what is read: 120 answers of 200 letters are a tenth of it.
const mostBytes = 1 << 20

// mostNotes bounds the content notes of a class: no plan touches as many.
const mostNotes = 1000

// ErrDamaged says that a session was found and cannot be taken up.
var ErrDamaged = errors.New("the session that was left cannot be taken up")

// NewStore keeps a session in a folder of its own, which need not be there yet.
func NewStore(dir string) *Store {
	return &Store{kept.File{Dir: dir, Name: "class.json", Aside: "class.damaged", Most: mostBytes}}
}

// Save writes a session whole or not at all.
func (s *Store) Save(x *Session, now time.Time) error {
	x.Saved = now
	data, err := json.Marshal(x.State)
	if err != nil {
		return fmt.Errorf("keep the session: %w", err)
	}
	if err := s.file.Write(data); err != nil {
		return fmt.Errorf("keep the session: %w", err)
	}
	return nil
}

// End leaves nothing of a session behind.
func (s *Store) End() error {
	names, err := os.ReadDir(s.file.Dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("clear the session's folder: %w", err)
	}
	var failed []error
	for _, n := range names { // what was being written when the power went, too
		if !n.IsDir() {
			failed = append(failed, os.Remove(filepath.Join(s.file.Dir, n.Name())))
		}
	}
	if err := errors.Join(failed...); err != nil {
		return fmt.Errorf("clear the session's folder: %w", err)
	}
	return nil
}

// Resume takes up the session that was left, or returns nil where none was. find gives a
// lesson, or nil. A session that is damaged, or of another archive or lesson, is set aside
// and told with ErrDamaged.
func (s *Store) Resume(a *content.Archive, find func(id string) *content.Lesson, deck func(lesson.Plan, []content.Lang) Deck, now time.Time) (*Session, error) {
	state, err := s.read()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var x *Session
	if err == nil {
		x, err = state.resumed(a, find(state.Lesson), now)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", ErrDamaged, err), s.file.SetAside())
	}
	x.Show(deck(x.Plan, x.Langs))
	return x, nil
}

func (s *Store) read() (State, error) {
	data, err := s.file.Read()
	if err != nil {
		return State{}, err
	}
	var out State
	if err := json.Unmarshal(data, &out); err != nil {
		return State{}, fmt.Errorf("read it: %w", err)
	}
	return out, nil
}

// Damaged is the file that was set aside, or "".
func (s *Store) Damaged() string { return s.file.Damaged() }

// resumed is a session as it was left. What of it cannot be meant is refused, but
// numbers that a new version of the archive has made too large are brought within it.
func (st State) resumed(a *content.Archive, l *content.Lesson, now time.Time) (*Session, error) {
	ages, known := content.ParseAges(st.Ages)
	switch {
	case st.Form != form:
		return nil, fmt.Errorf("its form is %d, not %d", st.Form, form)
	case st.Archive != a.ID:
		return nil, fmt.Errorf("it is of the archive %.40q", st.Archive)
	case l == nil:
		return nil, fmt.Errorf("there is no lesson %.70q", st.Lesson)
	case !known || st.Minutes < lesson.Fewest || st.Minutes > lesson.Most:
		return nil, errors.New("its plan cannot be meant")
	case len(st.Langs) < 1 || len(st.Langs) > 2 || len(st.Answers) > MostAnswers || len(st.Where) > mostWhere || len(st.Notes) > mostNotes:
		return nil, errors.New("it holds more or less than a session does")
	case st.At.Step < 0 || st.At.Item < 0 || st.At.Part < 0 || slices.ContainsFunc(st.Spent, func(d time.Duration) bool { return d < 0 || d > 24*time.Hour }):
		return nil, errors.New("where it stands cannot be meant")
	}
	for i := range st.Answers {
		st.Answers[i].Text = clean(st.Answers[i].Text)
	}
	x := &Session{State: st, Plan: lesson.For(l, ages, st.Minutes), last: st.Saved, felt: now}
	x.At.Step = min(x.At.Step, x.Closing())
	spent := make([]time.Duration, x.Closing()+1)
	copy(spent, x.Spent)
	x.Spent = spent
	return x, nil
}
