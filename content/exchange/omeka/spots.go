package omeka

import (
	"regexp"
	"strconv"
	"strings"
)

// The ways in which a point is written: latitude first between people, longitude first in
// well-known text.
var (
	pairForm  = regexp.MustCompile(`^\s*\[?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*\]?\s*$`)
	pointForm = regexp.MustCompile(`(?i)^\s*(?:srid\s*=\s*4326\s*;\s*)?point\s*\(\s*([+-]?\d{1,3}(?:\.\d+)?)\s+([+-]?\d{1,3}(?:\.\d+)?)\s*\)\s*$`)
)

// located takes a value as a point, and reports whether it is one.
func (r *record) located(v value) bool {
	s := spot{at: v.at}
	if m := pairForm.FindStringSubmatch(v.text); m != nil {
		s.lat, s.lon = m[1], m[2]
	} else if m := pointForm.FindStringSubmatch(v.text); m != nil {
		s.lat, s.lon = m[2], m[1]
	}
	if !s.onEarth() {
		return false
	}
	r.spots = append(r.spots, s)
	return true
}

// onEarth reports whether there is such a point.
func (s spot) onEarth() bool {
	lat, err := strconv.ParseFloat(strings.TrimSpace(s.lat), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(s.lon), 64)
	return err == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}

// degrees is a number of degrees as the format writes it.
func degrees(s string) string {
	n, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}
