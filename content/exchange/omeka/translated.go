package omeka

import (
	"path"
	"strings"

	"vigil/content"
	"vigil/content/exchange"
)

// translated says of words in other languages than the archive's own which wording they
// stand beside: that of the same record, as the catalogue had both at once. Who translated
// them no catalogue says; the file names the catalogue.
func (c *catalogue) translated() {
	for _, name := range c.Names() {
		base, lang := worded(name)
		if lang == "" || lang == c.Original() {
			continue
		}
		file := c.Find(name)
		for _, id := range file.Names("words") {
			if from := c.Word(base, c.Original(), id); from != nil && !from.Empty() {
				file.Named("words", id).Set("of", from.Hash())
			}
		}
		file.Set("translator", oneLine(cleaned(c.name)))
		c.Once(exchange.Decide, exchange.Place{}, "translator", "no catalogue says who translated its words; the files of words in other languages than "+string(c.Original())+" name the source instead", "write the translator's name at the head of each")
	}
}

// worded parts the name of a file of words into that of its facts and its language.
func worded(name string) (base string, lang content.Lang) {
	dir, file := path.Split(name)
	parts := strings.Split(file, ".")
	if len(parts) != 3 || parts[2] != "yaml" {
		return "", ""
	}
	return dir + parts[0], content.Lang(parts[1])
}
