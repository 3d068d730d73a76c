package iiif

import (
	"regexp"
	"strings"
)

var (
	commons    = regexp.MustCompile(`^https?://creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)(?:/([a-z]{2,3}))?`)
	public     = regexp.MustCompile(`^https?://creativecommons\.org/publicdomain/(zero|mark)/(\d\.\d)`)
	statements = regexp.MustCompile(`^https?://rightsstatements\.org/(?:vocab|page)/([A-Za-z-]+)/(\d\.\d)`)
)

// stated are the statements of rightsstatements.org by the names that they bear there.
var stated = map[string]string{
	"InC": "In Copyright", "InC-OW-EU": "In Copyright - EU Orphan Work", "InC-EDU": "In Copyright - Educational Use Permitted",
	"InC-NC": "In Copyright - Non-Commercial Use Permitted", "InC-RUU": "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable",
	"NoC-CR": "No Copyright - Contractual Restrictions", "NoC-NC": "No Copyright - Non-Commercial Use Only", "NoC-OKLR": "No Copyright - Other Known Legal Restrictions",
	"NoC-US": "No Copyright - United States", "CNE": "Copyright Not Evaluated", "UND": "Copyright Undetermined", "NKC": "No Known Copyright",
}

// rightsName is what the right behind an address is called; the address itself where it is
// not known.
func rightsName(address string) string {
	if m := commons.FindStringSubmatch(address); m != nil {
		return strings.TrimSpace("CC " + strings.ToUpper(m[1]) + " " + m[2] + " " + strings.ToUpper(m[3]))
	}
	if m := public.FindStringSubmatch(address); m != nil {
		if m[1] == "zero" {
			return "CC0 " + m[2]
		}
		return "Public Domain Mark " + m[2]
	}
	if m := statements.FindStringSubmatch(address); m != nil && stated[m[1]] != "" {
		return stated[m[1]] + " (rightsstatements.org)"
	}
	return address
}
