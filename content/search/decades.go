package search

import (
	"math"

	"vigil/content"
)

// Decades parts the time that hits are dated in into at most that many spans of
// whole decades, none of them empty, so that hits can be narrowed to one. The
// fuller the years, the shorter the spans.
func Decades(hits []Hit, most int) []content.Date {
	type span struct{ from, to, count int }
	var all []span
	counts, first, last := map[int]int{}, math.MaxInt, math.MinInt
	for _, h := range hits {
		if h.Date.IsZero() {
			continue
		}
		decade := int(math.Floor(float64(h.Date.Earliest().Year()) / 10))
		counts[decade]++
		first, last = min(first, decade), max(last, decade)
	}
	for d := first; d <= last; d++ {
		if counts[d] > 0 {
			all = append(all, span{d * 10, d*10 + 9, counts[d]})
		}
	}
	for len(all) > max(1, most) {
		least := 0
		for i := range all[:len(all)-1] {
			if all[i].count+all[i+1].count < all[least].count+all[least+1].count {
				least = i
			}
		}
		all[least].to = all[least+1].to
		all[least].count += all[least+1].count
		all = append(all[:least+1], all[least+2:]...)
	}
	var out []content.Date
	for _, s := range all {
		d, err := content.DateOf(content.Moment{Year: s.from, Precision: content.Year}, content.Moment{Year: s.to, Precision: content.Year})
		if err == nil {
			out = append(out, d)
		}
	}
	return out
}

// During reports whether a hit is dated in a time, even in part.
func (h Hit) During(period content.Date) bool { return meets(h.Date, period) }
