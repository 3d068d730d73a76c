// Package voice holds the reading order of a screen: what is on it, from first
// to last, as words. Speech, keypad focus, the printed page of `vigil show` and
// the tests all read it. It knows no Fyne.
package voice

import (
	"fmt"
	"io"
	"strings"
)

// Role says what an item is, so that a voice can announce it.
type Role string

// The roles of items.
const (
	Heading Role = "heading"
	Text    Role = "text"
	Button  Role = "button" // acts on the screen it is on
	Link    Role = "link"   // leads to another place
	Field   Role = "field"
	Image   Role = "image" // a picture, by its caption; its description is read as text
)

// Item is one thing of a screen.
type Item struct {
	Role   Role
	Level  int    // of a heading, from 1
	Text   string // what is said
	Action string // the route a link leads to; what a button does
	Lang   string // BCP 47, of the words; "" is the interface's
}

// Print writes a reading order as plain text for a person at a terminal:
// headings underlined by their level, links with the route they lead to.
func Print(w io.Writer, items []Item) error {
	for _, item := range items {
		if _, err := fmt.Fprintln(w, item.line()); err != nil {
			return fmt.Errorf("print the reading order: %w", err)
		}
	}
	return nil
}

func (i Item) line() string {
	text := strings.Map(printable, i.Text)
	switch i.Role {
	case Heading:
		return "\n" + strings.Repeat("#", max(i.Level, 1)) + " " + text + "\n"
	case Link:
		return "→ " + text + "  [" + i.Action + "]"
	case Button, Field:
		return "[" + text + "]"
	default:
		return text + "\n"
	}
}

// printable drops the marks that isolate directions: a terminal shows them as
// boxes.
func printable(r rune) rune {
	if r >= '\u2066' && r <= '\u2069' {
		return -1
	}
	return r
}
