package workbook

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"vigil/content"
)

// Dates in a workbook are numbers of days with a format. Excel counts them from 1900, and
// has a 29 February 1900 that never was, or from 1904; LibreOffice counts from 30 December
// 1899, so that the two differ before March 1900, and knows days before.

// format is what a cell's number format shows.
type format struct{ year, month, day, clock, percent bool }

func (f format) date() bool { return f.year || f.month || f.day || f.clock }

// builtIn are the formats that a workbook may name without writing them out.
var builtIn = map[int]string{
	9: "0%", 10: "0.00%", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
	20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
	27: "yyyy-m", 28: "m-d", 29: "m-d", 30: "m-d-yy", 31: "yyyy-m-d", 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: "yyyy-m",
	50: "yyyy-m", 51: "m-d", 52: "yyyy-m", 53: "m-d", 54: "m-d", 55: "h:mm", 56: "h:mm:ss", 57: "yyyy-m", 58: "m-d",
}

var (
	aside   = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[(?:(?:[^\]hHmMsS]|[hHmMsS]+[^\]hHmMsS])[^\]]*)?\]`)
	minutes = regexp.MustCompile(`(h+\]?[^a-z]*)m+|m+([^a-z]*s)|\[m+\]`)
)

// formatOf reads a number format.
func formatOf(code string) format {
	if len(code) > 500 {
		return format{}
	}
	code, _, _ = strings.Cut(aside.ReplaceAllString(code, ""), ";")
	f := format{percent: strings.Contains(code, "%")}
	code = strings.ToLower(code)
	if strings.Contains(code, "general") || strings.Contains(code, "@") || strings.Contains(code, "e+") || strings.Contains(code, "e-") {
		return f
	}
	code = strings.ReplaceAll(strings.ReplaceAll(code, "am/pm", ""), "a/p", "")
	f.clock = strings.ContainsAny(code, "hs")
	code = minutes.ReplaceAllString(code, "$1$2")
	f.year, f.month, f.day = strings.ContainsAny(code, "ye"), strings.Contains(code, "m"), strings.Contains(code, "d")
	return f
}

// plainDigits is a number as a person writes it: the shortest digits that are the same
// number.
func plainDigits(n float64) string {
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// counted is a cell that holds a number.
func (r *rowReader) counted(value string) cell {
	n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) || math.Abs(n) > 1e15 {
		return cell{text: value}
	}
	f := format{}
	if i := number(r.style); i >= 0 && i < len(r.formats) {
		f = r.formats[i]
	}
	switch {
	case f.date():
		t, fault := r.day(n)
		if fault != "" {
			return cell{text: fault, kind: asFault}
		}
		return dated(t, f)
	case f.percent:
		return cell{text: plainDigits(rounded(n * 100)), kind: asPercent}
	}
	return cell{text: plainDigits(n), kind: asNumber}
}

// rounded takes away what multiplying by a hundred adds to a number.
func rounded(n float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return n
	}
	return r
}

// day is the date of a number of days.
func (x *xlsx) day(n float64) (time.Time, string) {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case x.from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case x.libre || n < 0:
	case n < 1:
		return time.Time{}, "a time of day without a date"
	case n < 60:
		first = first.AddDate(0, 0, 1)
	case n < 61:
		return time.Time{}, "29 February 1900, a day that Excel has and the calendar has not"
	}
	days := math.Floor(n)
	if days < -4_000_000 || days > 3_000_000 {
		return time.Time{}, "a date outside the years -9999 to 9999"
	}
	seconds := math.Round((n - days) * 86400)
	t := first.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	if t.Year() < content.FirstYear || t.Year() > content.LastYear {
		return time.Time{}, "a date outside the years -9999 to 9999"
	}
	return t, ""
}

// dated is a date as exactly as its cell shows it.
func dated(t time.Time, f format) cell {
	m := content.Moment{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Precision: content.Day}
	note := ""
	switch {
	case f.year && !f.month && !f.day:
		m = content.Moment{Year: t.Year(), Precision: content.Year}
	case f.year && !f.day:
		m = content.Moment{Year: t.Year(), Month: int(t.Month()), Precision: content.Month}
	case !f.year:
		note = "this cell shows no year, and holds " + m.EDTF()
	}
	c := cell{text: m.EDTF(), kind: asDate}
	if clock := t.Format("15:04:05"); clock != "00:00:00" && m.Precision == content.Day {
		if f.clock {
			c.text += "T" + clock
		} else {
			note = "this cell holds a time of day, " + clock + ", which it does not show and which does not come over"
		}
	}
	if note != "" {
		c.more = &more{note: note}
	}
	return c
}

// fromISO is a date as the strict form of a workbook writes it.
func fromISO(value string) cell {
	text := strings.TrimSuffix(value, "Z")
	if day, clock, ok := strings.Cut(text, "T"); ok {
		clock, _, _ = strings.Cut(clock, ".")
		if clock == "00:00:00" || clock == "00:00" || clock == "" {
			return cell{text: day, kind: asDate}
		}
		return cell{text: day + "T" + clock, kind: asDate}
	}
	return cell{text: text, kind: asDate}
}
