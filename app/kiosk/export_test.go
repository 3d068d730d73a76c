package kiosk

// Speaking reports whether something is being said.
func (s *Shell) Speaking() bool { return s.reader.busy() }
