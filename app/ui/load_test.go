package ui_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"vigil/app/ui"
)

// job is work that ends when it is told to.
type job struct {
	name string
	end  chan struct{}
	err  error
}

// loader runs jobs, with the interface's goroutine played by the test: what is
// to be done there waits in a queue.
type loader struct {
	queue chan func()
	shown []string
	load  ui.Load
}

func newLoader() *loader {
	l := &loader{queue: make(chan func(), 10)}
	l.load = ui.NewLoad(func(f func()) { l.queue <- f }, func(err error) { l.shown = append(l.shown, err.Error()) })
	return l
}

func (l *loader) begin(ctx context.Context, j job) {
	l.load(ctx, func(context.Context) (func(), error) {
		<-j.end
		return func() { l.shown = append(l.shown, j.name) }, j.err
	})
}

func TestLoad(t *testing.T) {
	tests := []struct {
		name string
		err  error
		left bool // the visitor has gone on before it came
		want []string
	}{
		{"what comes is shown", nil, false, []string{"work"}},
		{"what fails is told", errors.New("broken"), false, []string{"broken"}},
		{"what comes too late is dropped", nil, true, nil},
		{"what fails too late is dropped", errors.New("broken"), true, nil},
	}
	for _, tt := range tests {
		t.Run("late: "+tt.name, func(t *testing.T) {
			l, ctx := newLoader(), context.Background()
			ctx, leave := context.WithCancel(ctx)
			defer leave()
			work := job{"work", make(chan struct{}), tt.err}
			l.begin(ctx, work) // returns though the work has not ended
			if len(l.shown) != 0 {
				t.Fatal("shown before it came")
			}
			close(work.end)
			show := <-l.queue
			if tt.left {
				leave()
			}
			show()
			if !slices.Equal(l.shown, tt.want) {
				t.Errorf("shown %q, want %q", l.shown, tt.want)
			}
		})
		if tt.left {
			continue // what is done now comes before anybody can leave
		}
		t.Run("now: "+tt.name, func(t *testing.T) {
			var shown []string
			load := ui.LoadNow(func(err error) { shown = append(shown, err.Error()) })
			load(context.Background(), func(context.Context) (func(), error) {
				return func() { shown = append(shown, "work") }, tt.err
			})
			if !slices.Equal(shown, tt.want) {
				t.Errorf("shown %q, want %q", shown, tt.want)
			}
		})
	}
}

// What is at once there is shown at once or by the queue, but once.
func TestLoadShowsOnce(t *testing.T) {
	l := newLoader()
	for range 50 {
		work := job{"work", make(chan struct{}), nil}
		close(work.end)
		was := len(l.shown)
		l.begin(context.Background(), work)
		if len(l.shown) == was {
			(<-l.queue)()
		}
	}
	if len(l.shown) != 50 || len(l.queue) != 0 {
		t.Errorf("shown %d times of 50, %d in the queue", len(l.shown), len(l.queue))
	}
}
