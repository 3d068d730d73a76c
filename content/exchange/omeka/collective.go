package omeka

import (
	"context"
	"regexp"
	"strings"

	"vigil/content/exchange"
)

// CollectiveAccess imports a sheet that CollectiveAccess exports as CSV or tab-delimited
// text, or as a workbook that was saved so: headings are the codes of its bundles
// ("ca_objects.preferred_labels", "ca_objects.date.dates_value", "ca_entities") or what its
// displays call them in English ("Title", "Object identifier", "Date").
func CollectiveAccess(ctx context.Context, src exchange.Source, d *exchange.Draft) error {
	return sheet(ctx, src, d, collectiveColumns, `no column holds titles: its heading must be "ca_objects.preferred_labels" (or of another table), "Title", "Name" or "Label"`)
}

// labels are what CollectiveAccess' displays call its bundles, as properties.
var labels = map[string]string{
	"title": "dcterms:title", "name": "dcterms:title", "label": "dcterms:title", "object title": "dcterms:title", "preferred label": "dcterms:title", "preferred labels": "dcterms:title", "display name": "dcterms:title", "labels": "dcterms:title",
	"alternate titles": "dcterms:alternative", "alternate title": "dcterms:alternative", "alternate names": "dcterms:alternative", "alternate labels": "dcterms:alternative", "nonpreferred labels": "dcterms:alternative",
	"identifier": "dcterms:identifier", "object identifier": "dcterms:identifier", "accession number": "dcterms:identifier", "idno": "dcterms:identifier",
	"description": "dcterms:description", "biography": "bio:biography", "abstract": "dcterms:abstract", "date": "dcterms:date", "dates": "dcterms:date", "creation date": "dcterms:created", "date created": "dcterms:created",
	"places": "dcterms:spatial", "place": "dcterms:spatial", "related places": "dcterms:spatial", "geographic coverage": "dcterms:spatial",
	"creator": "dcterms:creator", "artist": "dcterms:creator", "author": "dcterms:creator", "photographer": "dcterms:creator", "publisher": "dcterms:publisher",
	"rights": "dcterms:rights", "copyright": "dcterms:rights", "credit line": "dcterms:rightsHolder", "credit": "dcterms:rightsHolder",
	"source": "dcterms:source", "external link": "schema:url", "url": "schema:url", "related collections": "collection", "collections": "collection", "collection": "collection",
	"lifespan": "lifespan", "life dates": "lifespan", "birth date": "schema:birthDate", "death date": "schema:deathDate", "date of birth": "schema:birthDate", "date of death": "schema:deathDate",
	"georeference": "schema:geo", "coordinates": "schema:geo", "country": "schema:addressCountry", "latitude": "geo:lat", "longitude": "geo:long",
}

// bundles are the codes of CollectiveAccess' bundles, as properties. A code that is not
// among them is read by its words.
var bundles = map[string]string{
	"preferred_labels": "dcterms:title", "nonpreferred_labels": "dcterms:alternative", "idno": "dcterms:identifier", "description": "dcterms:description", "biography": "bio:biography", "abstract": "dcterms:abstract",
	"rights": "dcterms:rights", "copyright": "dcterms:rights", "credit_line": "dcterms:rightsHolder", "credit": "dcterms:rightsHolder", "lifespan": "lifespan", "life_dates": "lifespan", "external_link": "schema:url", "url": "schema:url", "source": "dcterms:source",
	"georeference": "schema:geo", "coverage_georeference": "schema:geo", "country": "schema:addressCountry", "publisher": "dcterms:publisher",
}

// tables are the kinds of record that CollectiveAccess keeps, and what those of them that
// stand beside a record mean to it.
var tables = map[string]string{
	"ca_objects": "", "ca_entities": "", "ca_places": "dcterms:spatial", "ca_occurrences": "", "ca_collections": "collection", "ca_object_lots": "", "ca_loans": "", "ca_movements": "", "ca_list_items": "", "ca_storage_locations": "", "ca_object_representations": "",
}

// locale is how a code says the language of its values.
var locale = regexp.MustCompile(`%locale=([A-Za-z]{2,3}(?:[_-][A-Za-z0-9]+)*)`)

func collectiveColumns(headings []string) ([]column, string) {
	main := mainTable(headings)
	columns := make([]column, len(headings))
	for i, h := range headings {
		columns[i] = collectiveColumn(i, oneLine(h), main)
	}
	return columns, classesOf[main]
}

// classesOf are the classes of what a table keeps, where all of it is of one.
var classesOf = map[string]string{"ca_entities": "agent", "ca_places": "place"}

// mainTable is the table whose records the rows are: the one with the most columns of its
// own.
func mainTable(headings []string) string {
	best, most := "ca_objects", 0
	counts := map[string]int{}
	for _, h := range headings {
		name, _, own := strings.Cut(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(h)), "^"), ".")
		if _, known := tables[name]; !known || !own {
			continue
		}
		if counts[name]++; counts[name] > most {
			best, most = name, counts[name]
		}
	}
	return best
}

func collectiveColumn(i int, heading, main string) column {
	c := column{index: i, heading: heading, parts: listed, term: heading}
	code := strings.TrimPrefix(strings.ToLower(heading), "^")
	if m := locale.FindStringSubmatch(code); m != nil {
		c.lang = strings.ReplaceAll(m[1], "_", "-")
	}
	code, _, _ = strings.Cut(code, "%")
	name, bundle, _ := strings.Cut(code, ".")
	meaning, coded := tables[name]
	switch {
	case !coded:
		c.label(strings.ToLower(heading))
	case name == "ca_object_representations":
		if strings.Contains(bundle, "media") || strings.Contains(bundle, "filename") || bundle == "" {
			c.holds = filesOf
		}
	case name == main:
		c.bundle(bundle, main)
	case meaning != "" && (bundle == "" || strings.HasPrefix(bundle, "preferred_labels")):
		c.term = meaning
	}
	return c
}

// label understands a heading in words.
func (c *column) label(heading string) {
	switch heading {
	case "id", "object id", "object_id", "entity_id", "place_id", "occurrence_id":
		c.holds = numberOf
	case "type", "object type", "entity type", "place type", "occurrence type", "record type":
		c.holds = classOf
	case "access", "public access":
		c.holds = openness
	case "status":
		c.holds = house
	case "media", "media representations", "object representations", "representations", "image", "images", "filename", "file":
		c.holds = filesOf
	default:
		if term := labels[heading]; term != "" {
			c.term = term
		}
	}
}

// bundle understands a code of the table whose records the rows are.
func (c *column) bundle(bundle, main string) {
	first, _, _ := strings.Cut(bundle, ".")
	switch {
	case strings.TrimSuffix(strings.TrimPrefix(main, "ca_"), "s")+"_id" == first, first == "entity_id", first == "guid":
		c.holds = numberOf
	case first == "type_id", first == "type":
		c.holds = classOf
	case first == "access":
		c.holds = openness
	case first == "status", first == "source_id", first == "lastmodified", first == "created", first == "deleted", first == "is_template":
		c.holds = house
	case bundles[first] != "":
		c.term = bundles[first]
	case strings.Contains(bundle, "type"), strings.Contains(bundle, "source"):
	case strings.Contains(bundle, "birth"):
		c.term = "schema:birthDate"
	case strings.Contains(bundle, "death"):
		c.term = "schema:deathDate"
	case main == "ca_entities" && strings.Contains(bundle, "date"):
		c.term = "lifespan"
	case strings.Contains(bundle, "creation"), strings.Contains(bundle, "created"):
		c.term = "dcterms:created"
	case strings.Contains(bundle, "date"):
		c.term = "dcterms:date"
	case strings.Contains(bundle, "description"):
		c.term = "dcterms:description"
	case strings.Contains(bundle, "rights"):
		c.term = "dcterms:rights"
	}
}
