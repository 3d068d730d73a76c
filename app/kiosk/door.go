package kiosk

import (
	"time"

	"vigil/app/classroom"
	"vigil/app/screen"
)

// Staff is what the staff door asks and does.
type Staff interface {
	// Role is whose code it is: nobody's, an educator's or the staff's.
	Role(code string) screen.Role
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
	until time.Time   // nothing is tried before
	role  screen.Role // of who has opened it
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
	if role := d.shell.cfg.Staff.Role(code); role != screen.Visitor {
		d.code = lock{role: role}
		return true, false
	}
	if d.code.wrong++; d.code.wrong >= mostWrong {
		d.code = lock{until: now.Add(lockTime)}
		return false, true
	}
	return false, false
}

// Opened implements screen.Door.
func (d *door) Opened() screen.Role { return d.code.role }

// Leave implements screen.Door.
func (d *door) Leave() {
	if d.code.role == screen.Staff {
		d.shell.cfg.Staff.Leave()
	}
}

// Class implements screen.Door: an educator begins a class, or calls the one that is
// given back.
func (d *door) Class() {
	s := d.shell
	if d.code.role < screen.Educator {
		return
	}
	if s.class.Given() {
		s.class.Act(classroom.Call)
		return
	}
	s.Go(classroom.Address(""))
}
