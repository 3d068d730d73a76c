package dating

import (
	"fmt"
	"time"

	"vigil/content"
)

// inCalendar says what is wrong with a moment that the calendar does not have.
func inCalendar(m content.Moment) error {
	if m.Year < content.FirstYear || m.Year > content.LastYear {
		return &content.DateError{Fault: fmt.Sprintf("the year %d is outside the years %d to %d", m.Year, content.FirstYear, content.LastYear), Mend: "write a year of four digits"}
	}
	if (m.Precision == content.Month || m.Precision == content.Day) && (m.Month < 1 || m.Month > 12) {
		return wrongMonth(m)
	}
	if m.Precision != content.Day {
		return nil
	}
	if last := daysIn(m.Year, m.Month); m.Day < 1 || m.Day > last {
		end := content.Moment{Year: m.Year, Month: m.Month, Day: last, Precision: content.Day}
		mend := fmt.Sprintf("write %q for its last day, or the day that is meant", end.EDTF())
		if next := end; m.Day == last+1 {
			next.Month, next.Day = m.Month%12+1, 1
			next.Year += m.Month / 12
			mend = fmt.Sprintf("write %q or %q, whichever is meant", end.EDTF(), next.EDTF())
		}
		return &content.DateError{Fault: fmt.Sprintf("%s %d has %d days, and no day %d", time.Month(m.Month), m.Year, last, m.Day), Mend: mend}
	}
	return nil
}

func wrongMonth(m content.Moment) error {
	mend := "write a month from 1 to 12"
	turned := m
	turned.Month, turned.Day = m.Day, m.Month
	if m.Precision == content.Day && turned.Month >= 1 && turned.Month <= 12 && turned.Day >= 1 && turned.Day <= daysIn(m.Year, turned.Month) {
		mend = fmt.Sprintf("write %q if that day is meant", turned.EDTF())
	}
	return &content.DateError{Fault: fmt.Sprintf("there is no month %d", m.Month), Mend: mend}
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// gregorianSince is the first year whose weekdays are known: before, Europe counted
// its days by another calendar.
const gregorianSince = 1583

// onWeekday says that a day was another weekday than the one written, from 0, Sunday.
func onWeekday(m content.Moment, written int) error {
	if m.Precision != content.Day {
		return &content.DateError{Fault: fmt.Sprintf("a %s without its day of the month", time.Weekday(written)), Mend: "write the day, or leave out the weekday"}
	}
	was := time.Date(m.Year, time.Month(m.Month), m.Day, 0, 0, 0, 0, time.UTC).Weekday()
	if m.Year < gregorianSince || was == time.Weekday(written) {
		return nil
	}
	return &content.DateError{
		Fault: fmt.Sprintf("%d %s %d was a %s, not a %s", m.Day, time.Month(m.Month), m.Year, was, time.Weekday(written)),
		Mend:  fmt.Sprintf("write %q if the day is right, or the day that is meant", m.EDTF()),
	}
}
