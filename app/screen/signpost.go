package screen

import "vigil/app/ui"

// signpost is a row that leads to a route by the name of what is there, or nil
// where nothing is.
func (d page) signpost(address string) *ui.Touchable {
	s, ok := d.sign(address)
	if !ok {
		return nil
	}
	return d.row(s.Title, s.Lang, s.Under, address)
}
