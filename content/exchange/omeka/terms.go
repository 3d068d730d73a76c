package omeka

// role is what a property means to the archive's format.
type role uint8

const (
	elsewhere role = iota // it has no place there
	title
	also // another name
	given
	family
	body
	when
	begins
	ends
	made // of the record itself, such as a letter's date
	born
	died
	where
	land
	latitude
	longitude
	coordinates
	author
	publisher
	rights
	holder
	cited
	identifier
	collection
	lifespan
)

// roles are those of the properties of Dublin Core, FOAF, BIBO, schema.org, SKOS, RDFS and
// what else catalogues are written with. A property that is not among them has no place.
var roles = map[string]role{
	"dcterms:title": title, "dc:title": title, "foaf:name": title, "schema:name": title, "rdfs:label": title, "skos:prefLabel": title, "schema:headline": title,
	"dcterms:alternative": also, "skos:altLabel": also, "schema:alternateName": also, "foaf:nick": also, "bibo:shortTitle": also,
	"foaf:givenName": given, "foaf:firstName": given, "schema:givenName": given,
	"foaf:familyName": family, "foaf:lastName": family, "schema:familyName": family, "foaf:surname": family,
	"dcterms:abstract": body, "dcterms:description": body, "dc:description": body, "bibo:abstract": body, "bibo:content": body, "schema:description": body,
	"schema:abstract": body, "schema:text": body, "schema:articleBody": body, "rdfs:comment": body, "skos:definition": body, "skos:note": body, "skos:scopeNote": body, "bio:biography": body,
	"dcterms:date": when, "dc:date": when, "dcterms:temporal": when, "bio:date": when, "schema:temporalCoverage": when,
	"schema:startDate": begins, "schema:endDate": ends,
	"dcterms:created": made, "dcterms:issued": made, "schema:dateCreated": made, "schema:datePublished": made,
	"schema:birthDate": born, "foaf:birthday": born, "bio:birth": born, "schema:deathDate": died, "bio:death": died,
	"dcterms:spatial": where, "schema:location": where, "schema:spatialCoverage": where, "schema:contentLocation": where, "schema:locationCreated": where, "bio:place": where, "event:place": where, "foaf:based_near": where,
	"schema:addressCountry": land, "geo:lat": latitude, "schema:latitude": latitude, "geo:long": longitude, "schema:longitude": longitude,
	"schema:geo": coordinates, "geo:lat_long": coordinates,
	"dcterms:creator": author, "dc:creator": author, "schema:creator": author, "schema:author": author, "foaf:maker": author, "bibo:authorList": author,
	"dcterms:publisher": publisher, "dc:publisher": publisher, "schema:publisher": publisher,
	"dcterms:rights": rights, "dc:rights": rights, "dcterms:license": rights, "schema:license": rights, "dcterms:accessRights": rights, "schema:usageInfo": rights,
	"dcterms:rightsHolder": holder, "schema:copyrightHolder": holder, "schema:creditText": holder,
	"dcterms:source": cited, "dc:source": cited, "dcterms:isReferencedBy": cited, "dcterms:references": cited, "dcterms:bibliographicCitation": cited, "dcterms:relation": cited, "dc:relation": cited,
	"bibo:uri": cited, "schema:url": cited, "schema:sameAs": cited, "schema:citation": cited, "foaf:homepage": cited, "foaf:page": cited, "rdfs:seeAlso": cited, "owl:sameAs": cited, "schema:subjectOf": cited, "foaf:isPrimaryTopicOf": cited,
	"dcterms:identifier": identifier, "dc:identifier": identifier, "bibo:identifier": identifier, "schema:identifier": identifier,
	"collection": collection, "lifespan": lifespan,
}

// wins are the properties that say best what their role means, where a record has several.
var wins = map[string]int{"dcterms:title": 2, "foaf:name": 1, "schema:name": 1, "dcterms:date": 2, "dc:date": 2, "dcterms:created": 1}
