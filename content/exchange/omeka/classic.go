package omeka

import (
	"context"
	"regexp"
	"strings"

	"vigil/content/exchange"
)

// Classic imports a sheet of Omeka Classic, as its CSV Export writes and its CSV Import
// reads it ("Dublin Core:Title", "Item Type Metadata:Text", tags, file, itemType,
// collection, public), with plain headings too ("Title", "Omeka ID", "Files"); and a sheet of
// Omeka S ("dcterms:title", "dcterms:title @fr", "o:id").
func Classic(ctx context.Context, src exchange.Source, d *exchange.Draft) error {
	return sheet(ctx, src, d, classicColumns, `no column holds titles: its heading must be "Dublin Core:Title", "dcterms:title" or "Title"`)
}

// elements are the names of Omeka Classic's elements, as properties.
var elements = map[string]string{
	"title": "dcterms:title", "alternative title": "dcterms:alternative", "title alias": "dcterms:alternative", "subject": "dcterms:subject", "description": "dcterms:description",
	"abstract": "dcterms:abstract", "table of contents": "dcterms:tableOfContents", "creator": "dcterms:creator", "source": "dcterms:source", "publisher": "dcterms:publisher",
	"date": "dcterms:date", "date created": "dcterms:created", "date issued": "dcterms:issued", "date available": "dcterms:available", "date modified": "dcterms:modified", "date valid": "dcterms:valid",
	"contributor": "dcterms:contributor", "rights": "dcterms:rights", "license": "dcterms:license", "access rights": "dcterms:accessRights", "rights holder": "dcterms:rightsHolder",
	"relation": "dcterms:relation", "references": "dcterms:references", "is referenced by": "dcterms:isReferencedBy", "bibliographic citation": "dcterms:bibliographicCitation",
	"is part of": "dcterms:isPartOf", "has part": "dcterms:hasPart", "format": "dcterms:format", "language": "dcterms:language", "type": "dcterms:type", "identifier": "dcterms:identifier",
	"coverage": "dcterms:coverage", "spatial coverage": "dcterms:spatial", "temporal coverage": "dcterms:temporal",
	"text": "bibo:content", "transcription": "bibo:content", "biographical text": "bio:biography", "birth date": "schema:birthDate", "death date": "schema:deathDate",
	"location": "schema:location", "url": "schema:url", "local url": "schema:url", "bibliography": "dcterms:bibliographicCitation", "name": "schema:alternateName",
	"geolocation:latitude": "geo:lat", "geolocation:longitude": "geo:long", "geolocation:address": "schema:location", "latitude": "geo:lat", "longitude": "geo:long",
	"geolocation:lat": "geo:lat", "geolocation:lng": "geo:long",
}

// houses are the columns that Omeka keeps house with, and what of them is read.
var houses = map[string]holding{
	"item id": numberOf, "omeka id": numberOf, "o:id": numberOf, "id": numberOf, "internal id": numberOf,
	"item uri": addressOf, "omeka url": addressOf, "@id": addressOf,
	"itemtype": classOf, "item type": classOf, "o:resource_class": classOf, "resource class": classOf, "@type": classOf,
	"record type": kindOfRow, "resource type": kindOfRow, "resource_type": kindOfRow, "resource": kindOfRow, "o:item": parentOf, "item": parentOf,
	"public": openness, "o:is_public": openness, "is_public": openness, "visibility": openness, "visibility status": openness,
	"file": filesOf, "files": filesOf, "o:media": filesOf, "media": filesOf, "o:media/file": filesOf, "o:media/o:source": filesOf, "media url": filesOf, "media file": filesOf, "media path": filesOf,
	"featured": house, "o:owner": house, "o:owner/o:email": house, "o:resource_template": house, "o:created": house, "o:modified": house, "o:site": house, "o:thumbnail": house,
	"resource template": house, "owner": house, "owner email": house, "open": house, "o:is_open": house, "geolocation:zoom_level": house, "geolocation:map_type": house,
}

// sForm is a heading of a sheet of Omeka S: a property, its language, its type, and
// whether it is private.
var sForm = regexp.MustCompile(`^([a-z][a-z0-9_-]*:[A-Za-z_]\w*)(?:\s*@([A-Za-z0-9-]+))?(?:\s*\^\^([a-z:]+))?(?:\s*\[(private)\])?$`)

func classicColumns(headings []string) ([]column, string) {
	columns := make([]column, len(headings))
	omekaS := false
	for i, h := range headings {
		columns[i] = classicColumn(i, h)
		omekaS = omekaS || strings.HasPrefix(columns[i].heading, "dcterms:")
	}
	for i := range columns {
		if omekaS && columns[i].parts == listed {
			columns[i].parts = barred
		}
	}
	return columns, ""
}

func classicColumn(i int, heading string) column {
	c := column{index: i, heading: oneLine(heading), parts: listed}
	set, name, parted := strings.Cut(c.heading, ":")
	known := strings.ToLower(c.heading)
	if set = strings.ToLower(strings.TrimSpace(set)); parted && (set == "dublin core" || set == "item type metadata" || set == "dc") {
		known = strings.ToLower(strings.TrimSpace(name))
		c.term = elements[known]
		if h, is := houses[known]; is && c.term == "" && strings.HasPrefix(known, "geolocation") {
			c.holds = h
		}
		if c.term == "" {
			c.term = c.heading
		}
		return c
	}
	if m := sForm.FindStringSubmatch(c.heading); m != nil && !strings.HasPrefix(m[1], "o:") && elements[known] == "" {
		c.term, c.lang, c.private = m[1], m[2], m[4] != ""
		switch m[3] {
		case "uri":
			c.form = address
		case "html":
			c.form = markup
		case "numeric:timestamp", "numeric:interval":
			c.form = stamp
		}
		return c
	}
	if h, is := houses[known]; is {
		c.holds = h
		return c
	}
	switch known {
	case "collection", "collections", "o:item_set", "item sets", "item set":
		c.term = "collection"
	default:
		if c.term = elements[known]; c.term == "" {
			c.term = c.heading
		}
	}
	return c
}
