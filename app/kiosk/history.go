package kiosk

import "vigil/content/route"

// Go opens a route as a new step of history.
func (s *Shell) Go(address string) {
	address, ok := s.leads(address)
	switch {
	case !ok && !s.class.Leads():
		s.tell("class.outside")
		return
	case !ok:
		return
	case address == string(route.Home), s.class.Given() && address == s.class.First():
		s.stack = nil
	}
	s.remember()
	s.stack = append(s.stack, place{address: address})
	if len(s.stack) > longestHistory {
		s.stack = s.stack[len(s.stack)-longestHistory:]
	}
	s.rebuild()
}

// Back returns to the step before, or home from the first.
func (s *Shell) Back() {
	if s.current != nil && s.current.Close != nil {
		s.current.Close()
		return
	}
	if len(s.stack) < 2 {
		s.Go(string(route.Home))
		return
	}
	s.stack = s.stack[:len(s.stack)-1]
	s.rebuild()
}

// Replace changes the present step without making a new one. Where only the
// anchor differs the page stays and moves there.
func (s *Shell) Replace(address string) {
	address, ok := s.leads(address)
	if !ok {
		return
	}
	if len(s.stack) == 0 {
		s.Go(address)
		return
	}
	was := s.stack[len(s.stack)-1].address
	s.stack[len(s.stack)-1] = place{address: address}
	next, err := route.Parse(address)
	if err != nil || s.current == nil {
		s.rebuild()
		return
	}
	s.current.Route = next
	if !samePage(was, next) || next.Anchor == "" || s.current.Main == nil {
		s.rebuild()
		return
	}
	s.current.Main.GoTo(next.Anchor)
	s.shown()
}

// Note changes the address of the present step to what its page has turned
// into by itself, such as a search for other words. The page stays.
func (s *Shell) Note(address string) {
	next, err := route.Parse(address)
	if err != nil || len(s.stack) == 0 || s.current == nil {
		return
	}
	s.stack[len(s.stack)-1].address = next.String()
	s.current.Route = next
	s.stands()
	s.shown()
}

func samePage(was string, next route.Route) bool {
	r, err := route.Parse(was)
	return err == nil && r.At("").String() == next.At("").String()
}

// remember notes how far the present page is scrolled, to come back to it.
func (s *Shell) remember() {
	if n := len(s.stack); n > 0 && s.current != nil && s.current.Main != nil {
		s.stack[n-1].spot = s.current.Main.Spot()
	}
}
