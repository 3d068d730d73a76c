package trial_test

import (
	"reflect"
	"testing"

	"vigil/content/search/trial"
)

// The same number makes the same archive and keys, so that two runs measure the
// same.
func TestArchiveIsTheSame(t *testing.T) {
	a, b := trial.Archive(500), trial.Archive(500)
	if !reflect.DeepEqual(trial.Rows(a), trial.Rows(b)) || !reflect.DeepEqual(trial.Keys(a), trial.Keys(b)) {
		t.Error("two archives of 500 records differ")
	}
	if n := len(a.People) + len(a.Places) + len(a.Events()); n != 500 {
		t.Errorf("%d records", n)
	}
	if reflect.DeepEqual(trial.Keys(a), trial.Keys(trial.Archive(600))) {
		t.Error("archives of 500 and 600 records are typed for alike")
	}
}

// Every key is the beginning of words that are there, so it finds something.
func TestKeysAreAnswered(t *testing.T) {
	a := trial.Archive(200)
	r, err := trial.Measure(t.Context(), trial.Own{}, a, trial.Keys(a))
	if err != nil {
		t.Fatal(err)
	}
	if r.Answered < 0.99 || r.Size <= 0 || r.P95 < r.P50 {
		t.Errorf("%+v", r)
	}
}
