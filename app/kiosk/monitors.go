package kiosk

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
)

// ErrOneMonitor says that there is no second monitor to open a window on.
var ErrOneMonitor = errors.New("there is one monitor: connect a second one, such as a projector, and have the system extend the picture to it instead of mirroring it")

// Monitors are the machine's: the first shows the kiosk, and a second one, such as
// a projector, may show a class what the kiosk does not. All methods belong to the
// interface's goroutine.
type Monitors interface {
	// Count is how many monitors show something of their own now, at least 1.
	Count() int
	// OnChange sets what hears of a monitor that has come or gone, with the new
	// Count, which may be the same as before. Where one has gone, the second window
	// has been closed: it is opened again where there are still two. nil ends it.
	OnChange(changed func(count int))
	// Open shows content over the whole second monitor, and never the pointer of a
	// mouse; what was open there before is dropped, and must not be shown again. The
	// keys and letters that this window gets go to the two functions or, where these
	// are nil, to what has the keys in the first window: a clicker is heard whichever
	// window a system gives them to. It fails with ErrOneMonitor.
	Open(content fyne.CanvasObject, key func(*fyne.KeyEvent), letter func(rune)) error
	// Close closes that window, and does nothing where none is open.
	Close()
}

// oneMonitor is a shell without a window of its own, or a machine that can have no
// second one.
type oneMonitor struct{}

func (oneMonitor) Count() int { return 1 }

func (oneMonitor) OnChange(func(int)) {}

func (oneMonitor) Open(fyne.CanvasObject, func(*fyne.KeyEvent), func(rune)) error {
	return fmt.Errorf("open the second window: %w", ErrOneMonitor)
}

func (oneMonitor) Close() {}
