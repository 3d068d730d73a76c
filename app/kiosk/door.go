package kiosk

import (
	"time"

	"vigil/app/screen"
)

// Staff is what the staff door asks and does.
type Staff interface {
	// Check reports whether a code is the staff's.
	Check(code string) bool
	// Leave closes the kiosk.
	Leave()
}

// door is the staff door: a gesture that no visitor makes by accident, then a
// code. Who tries many codes must wait.
type door struct {
	shell  *Shell
	knocks []time.Time
	code   lock
}

// lock counts wrong codes.
type lock struct {
	wrong int
	until time.Time // nothing is tried before
	open  bool
}

const (
	knocks    = 5
	knockTime = 4 * time.Second
	mostWrong = 5
	lockTime  = time.Minute
)

// knock hears of a tap in the corner; several in quick succession open the
// page of the door.
func (d *door) knock() {
	s := d.shell
	now := s.cfg.Now()
	s.press()
	d.knocks = append(d.knocks, now)
	if len(d.knocks) > knocks {
		d.knocks = d.knocks[1:]
	}
	if s.cfg.Staff != nil && len(d.knocks) == knocks && now.Sub(d.knocks[0]) <= knockTime {
		d.knocks = nil
		s.Go("staff")
	}
}

// forScreen is the door as screens see it, or nil where there is none.
func (d *door) forScreen() screen.Door {
	if d.shell.cfg.Staff == nil {
		return nil
	}
	return d
}

// Open implements screen.Door.
func (d *door) Open(code string) (ok, wait bool) {
	now := d.shell.cfg.Now()
	if now.Before(d.code.until) {
		return false, true
	}
	if d.shell.cfg.Staff.Check(code) {
		d.code = lock{open: true}
		return true, false
	}
	if d.code.wrong++; d.code.wrong >= mostWrong {
		d.code = lock{until: now.Add(lockTime)}
		return false, true
	}
	return false, false
}

// Opened implements screen.Door.
func (d *door) Opened() bool { return d.code.open }

// Leave implements screen.Door.
func (d *door) Leave() {
	if d.code.open {
		d.shell.cfg.Staff.Leave()
	}
}
