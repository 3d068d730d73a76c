package i18n

import (
	"cmp"
	"strings"
	"sync"
)

// formerStates are the codes of states that are no more (ISO 3166-3), each with a
// name in the catalogue; the first two letters are the code that they had.
var formerStates = []string{
	"AIDJ", "ANHH", "BUMM", "BYAA", "CSHH", "CSXX", "DDDE", "DYBJ", "GEHH", "HVBF", "NHVU", "PCHH", "PZPA", "RHZW", "SKIN", "SUHH",
	"TPTL", "VDVN", "YDYE", "YUCS", "ZRCD",
}

// Former lists the codes of former states (ISO 3166-3) whose ISO 3166-1 code was
// this: CSHH and CSXX for "CS".
func Former(code string) []string {
	var out []string
	for _, former := range formerStates {
		if former[:2] == code {
			out = append(out, former)
		}
	}
	return out
}

// IsCountry reports whether a code is that of a country (ISO 3166-1 alpha-2) or of
// a former state (ISO 3166-3) that Country has a name for.
func IsCountry(code string) bool {
	for _, former := range formerStates {
		if code == former {
			return true
		}
	}
	return countries().Regions[code] != "" && !strings.Contains(exceptional, code)
}

// exceptional are codes that CLDR names and ISO 3166-1 reserves for parts of
// countries.
const exceptional = "AC CP CQ DG EA IC TA"

// countries is what CLDR knows of English, which has a name for every country.
var countries = sync.OnceValue(func() cldr { return readCLDR(source) })

// Country is the name of a country by its ISO 3166-1 alpha-2 code (CLDR, or the
// catalogue where the archive says it otherwise), or of a former state by its
// ISO 3166-3 code (the catalogue); else the code.
func (l *Locale) Country(code string) string {
	id := "country." + code
	switch {
	case l.own.ids[id]:
		return l.Say(id)
	case l.names().Regions[code] != "":
		return l.names().Regions[code]
	case l.english.own.ids[id]:
		return l.Say(id)
	}
	return cmp.Or(l.english.names().Regions[code], code)
}
