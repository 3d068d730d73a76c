package kiosk

import (
	"errors"
	"io"

	"vigil/app/stick"
)

// Sticks are the USB sticks of the machine, for what staff save on them.
type Sticks interface {
	// List gives those that are in and can be written to.
	List() []stick.Stick
	// Save writes a file whole or not at all, never over another, and gives its name.
	Save(to stick.Stick, name string, write func(io.Writer) error) (string, error)
}

// StickMessage is the message for what became of saving a file, for the page: the log
// has the error.
func StickMessage(err error) string {
	switch {
	case err == nil:
		return "handout.stick.saved"
	case errors.Is(err, stick.ErrFull):
		return "handout.stick.full"
	case errors.Is(err, stick.ErrReadOnly):
		return "handout.stick.readonly"
	case errors.Is(err, stick.ErrGone):
		return "handout.stick.gone"
	default:
		return "handout.stick.failed"
	}
}
