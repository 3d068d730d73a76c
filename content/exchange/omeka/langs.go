package omeka

import (
	"slices"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/exchange"
)

// saidLang is what a language's tag was read as.
type saidLang struct {
	lang content.Lang
	good bool
}

// lang is the language that a value belongs to; false of one that is left out because
// nobody knows its language.
func (c *catalogue) lang(at exchange.Place, written string) (content.Lang, bool) {
	if written == "" {
		return c.Lang, true
	}
	read, seen := c.langs[written]
	if !seen {
		read = c.read(written)
		c.langs[written] = read
	}
	switch {
	case !read.good:
		c.Once(exchange.LeftOut, at, "language", quoted(written)+" is no language that can be looked up, and what is written in it did not come over", "write its BCP 47 tag in the source, such as en, fr, bs or sr-Cyrl")
	case string(read.lang) != written:
		c.Once(exchange.Altered, at, "language", "what is marked as "+quoted(written)+" came over as "+string(read.lang), "")
	}
	return read.lang, read.good
}

// read reads a language's tag.
func (c *catalogue) read(written string) saidLang {
	tag, err := language.Parse(written)
	if err != nil {
		return saidLang{}
	}
	base, sure := tag.Base()
	switch base.String() {
	case "und", "mul", "zxx", "mis":
		return saidLang{c.Lang, true}
	}
	whole := content.Lang(tag.String())
	offered := append(slices.Clone(c.Old.Languages), c.Original(), c.Lang)
	if sure == language.No || slices.Contains(offered, whole) {
		return saidLang{whole, sure != language.No}
	}
	_, script, region := tag.Raw()
	if region.String() == "ZZ" {
		return saidLang{whole, true}
	}
	bare, err := language.Compose(base, script)
	if err != nil {
		return saidLang{whole, true}
	}
	likely, _ := bare.Region()
	if slices.Contains(offered, content.Lang(bare.String())) || likely == region {
		return saidLang{content.Lang(bare.String()), true}
	}
	return saidLang{whole, true}
}
