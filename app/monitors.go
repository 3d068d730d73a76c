package main

import (
	"errors"
	"fmt"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"

	"vigil/app/kiosk"
	"vigil/app/ui"
)

// monitors are this machine's. They are counted here and not asked of Fyne, whose
// HasSecondaryDisplay takes monitors that a Wayland compositor places nowhere for mirrors.
type monitors struct {
	app     fyne.App
	first   fyne.Window
	full    bool                    // the first window has the whole of its monitor
	painted func(fyne.CanvasObject) // hears of what was painted in the second window; may be nil
	changed func(int)
	second  fyne.Window // nil while it is not open
	stage   *fyne.Container
}

var _ kiosk.Monitors = (*monitors)(nil)

var errNoFullScreen = errors.New("this system's windows cannot have the second monitor to themselves")

// secondTitle is what window managers may know the second window by.
const secondTitle = "Vigil, second monitor"

// watch hears of monitors from the system from now on; there is a window.
func (m *monitors) watch() {
	glfw.SetMonitorCallback(func(_ *glfw.Monitor, event glfw.PeripheralEvent) {
		forgive()
		// Not here: the toolkit is in the middle of telling its windows.
		fyne.Do(func() { m.came(event == glfw.Connected) })
	})
}

// forgive takes the error that GLFW has left behind, if any. It leaves one where a
// monitor goes from under a window that has the whole of it: it moves the window, which
// Wayland refuses, and the binding would end the program for that.
func forgive() {
	if code, what := glfw.GetError(); code != glfw.NoError {
		slog.Debug("GLFW complains", "err", what)
	}
}

// came hears that a monitor has come or gone. The toolkit takes the windows of one
// that has gone for windows of the desktop: the second would cover the first.
func (m *monitors) came(connected bool) {
	if !connected {
		m.Close()
	}
	if m.full && len(list()) > 0 {
		m.first.SetFullScreen(true)
	}
	count := m.Count()
	slog.Info("a monitor has come or gone", "monitors", count)
	if m.changed != nil {
		m.changed(count)
	}
}

// Count implements kiosk.Monitors.
func (m *monitors) Count() int {
	return max(separate(places(list()), glfw.GetPlatform() == glfw.PlatformWayland), 1)
}

// OnChange implements kiosk.Monitors.
func (m *monitors) OnChange(changed func(int)) { m.changed = changed }

// place is where the top left of a monitor is on the desktop, px.
type place struct{ x, y int }

// separate is how many of the monitors show something of their own. Those at one
// place mirror each other; but where all are at one place on Wayland, the compositor
// has told none.
func separate(places []place, wayland bool) int {
	distinct := map[place]bool{}
	for _, p := range places {
		distinct[p] = true
	}
	if len(distinct) == 1 && wayland {
		return len(places)
	}
	return len(distinct)
}

// list is the monitors, the primary one first; none where the system cannot say.
func list() (found []*glfw.Monitor) {
	// The binding panics where GLFW reports an error.
	defer func() {
		if err := recover(); err != nil {
			slog.Warn("count the monitors; one is taken to be there", "err", err)
			found = nil
		}
	}()
	forgive() // what others have left behind is no reason to panic here
	return glfw.GetMonitors()
}

func places(all []*glfw.Monitor) []place {
	out := make([]place, len(all))
	for i, m := range all {
		out[i].x, out[i].y = m.GetPos()
	}
	return out
}

// Open implements kiosk.Monitors.
func (m *monitors) Open(content fyne.CanvasObject, key func(*fyne.KeyEvent), letter func(rune)) error {
	if m.Count() < 2 {
		return fmt.Errorf("open the second window: %w", kiosk.ErrOneMonitor)
	}
	fresh := m.second == nil
	if fresh {
		m.second, m.stage = m.app.NewWindow(secondTitle), container.New(stage{})
		m.second.SetPadded(false)
		m.second.SetContent(m.stage)
		m.second.SetCloseIntercept(func() {})
	}
	if key == nil {
		key = m.typed
	}
	if letter == nil {
		letter = m.typedLetter
	}
	keeper := ui.NewKeeper(key, letter)
	things := []fyne.CanvasObject{content, ui.NewUnpointed(), keeper}
	if m.painted != nil {
		things = append(things, kiosk.NewProbe(func() { m.painted(content) }))
	}
	ui.Swap(m.stage, things...)
	on := m.second.Canvas()
	on.SetOnTypedKey(key)
	on.SetOnTypedRune(letter)
	on.Focus(keeper)
	if !fresh {
		return nil
	}
	return m.show()
}

// typed gives a key of the second window to what has the keys in the first.
func (m *monitors) typed(ev *fyne.KeyEvent) {
	on := m.first.Canvas()
	if has := on.Focused(); has != nil {
		has.TypedKey(ev)
	} else if rest := on.OnTypedKey(); rest != nil {
		rest(ev)
	}
}

func (m *monitors) typedLetter(r rune) {
	on := m.first.Canvas()
	if has := on.Focused(); has != nil {
		has.TypedRune(r)
	} else if rest := on.OnTypedRune(); rest != nil {
		rest(r)
	}
}

// show puts the second window on its monitor and leaves the keys with the first.
func (m *monitors) show() error {
	window, ok := m.second.(desktop.Window)
	if !ok {
		m.Close()
		return fmt.Errorf("open the second window: %w", errNoFullScreen)
	}
	all := list()
	at := other(places(all))
	if all[at].GetName() != all[0].GetName() {
		window.RequestFullScreenSecondary()
	} else {
		// Fyne knows monitors by their names, and some systems give all the same.
		window.RequestPosition(all[at].GetPos())
		m.second.SetFullScreen(true)
	}
	glfw.WindowHint(glfw.FocusOnShow, glfw.False)
	defer glfw.WindowHint(glfw.FocusOnShow, glfw.True)
	m.second.Show()
	return nil
}

// other is which monitor is not where the primary one is; the second where places say
// nothing.
func other(places []place) int {
	for i, p := range places {
		if p != places[0] {
			return i
		}
	}
	return 1
}

// Close implements kiosk.Monitors.
func (m *monitors) Close() {
	if m.second == nil {
		return
	}
	ui.Swap(m.stage)
	m.second.Close()
	m.second, m.stage = nil, nil
}

// stage gives all that is in the second window the whole of it, whatever it asks
// for: a window never grows beyond its monitor.
type stage struct{}

func (stage) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		if _, probe := o.(*canvas.Raster); !probe {
			o.Resize(size)
		}
	}
}

func (stage) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(1) }
