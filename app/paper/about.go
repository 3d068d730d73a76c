package paper

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// about is what a document says of itself, for old readers (ISO 32000-1, 14.3.3).
func (d *Document) about() string {
	var b strings.Builder
	b.WriteString("<<")
	for _, entry := range []struct{ key, value string }{{"Title", d.info.Title}, {"Author", d.info.Author}, {"Subject", d.info.Subject}, {"Producer", "Vigil"}} {
		if entry.value != "" {
			fmt.Fprintf(&b, "/%s%s", entry.key, text(entry.value))
		}
	}
	if !d.info.Created.IsZero() {
		fmt.Fprintf(&b, "/CreationDate(D:%sZ)", d.info.Created.UTC().Format("20060102150405"))
	}
	b.WriteString(">>")
	return b.String()
}

// metadata says the same as XMP (ISO 16684-1), for those that are to read it to people.
func (d *Document) metadata() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">")
	for _, entry := range []struct{ key, list, attribute, value string }{
		{"title", "Alt", ` xml:lang="x-default"`, d.info.Title},
		{"description", "Alt", ` xml:lang="x-default"`, d.info.Subject},
		{"creator", "Seq", "", d.info.Author},
		{"language", "Bag", "", d.info.Lang},
	} {
		if entry.value == "" {
			continue
		}
		fmt.Fprintf(&b, "<dc:%s><rdf:%s><rdf:li%s>", entry.key, entry.list, entry.attribute)
		// A strings.Builder takes all; what XML cannot hold is replaced.
		_ = xml.EscapeText(&b, []byte(entry.value))
		fmt.Fprintf(&b, "</rdf:li></rdf:%s></dc:%s>", entry.list, entry.key)
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}
