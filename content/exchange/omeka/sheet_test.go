package omeka_test

import (
	"strings"
	"testing"

	"vigil/content/exchange"
	"vigil/content/exchange/omeka"
)

type sheetTest struct {
	name, sheet string
	want        []string // in the files
	notes       []string // in the report
	not         []string // nowhere
}

func trySheets(t *testing.T, read exchange.Importer, tests []sheetTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := source(map[string]string{"sheet.csv": tt.sheet})
			c, err := imported(read, src, nil, exchange.Options{})
			if err != nil {
				t.Fatal(err)
			}
			all, notes := bare(c.all()), c.notes()
			for _, want := range tt.want {
				if !strings.Contains(all, bare(want)) {
					t.Errorf("no %q in\n%s\n%s", want, all, notes)
				}
			}
			for _, want := range tt.notes {
				if !strings.Contains(notes, want) {
					t.Errorf("no note %q in\n%s", want, notes)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(all+notes, not) {
					t.Errorf("%q is in\n%s\n%s", not, all, notes)
				}
			}
			if p := problems(c); len(p) > 0 {
				t.Errorf("what came is not read: %q\n%s", p, all)
			}
			if wrote := again(t, read, src, c, exchange.Options{}); len(wrote) > 0 {
				t.Errorf("the second time %q are written", wrote)
			}
		})
	}
}

var classicSheets = []sheetTest{
	{"as CSV Export writes it", "Item Id,Item URI,Dublin Core:Title,Dublin Core:Description,Dublin Core:Date,Dublin Core:Creator,tags,file,itemType,collection,public,featured\n" +
		`7,https://x.org/items/show/7,The letter,"<p>It <em>came</em>.</p>",1942-04-01,Ann^^Ben,"war,mail",https://x.org/files/original/a.jpg,Document,Letters,1,0` + "\n",
		[]string{"cases/letters/timeline.yaml", "date: 1942-04-01", "It *came*.", "author: Ann; Ben", "url: https://x.org/items/show/7"},
		[]string{"left-out value row 2 column G (tags)", `left-out picture-missing row 2 column H (file): the picture "a.jpg"`}, []string{"featured"}},
	{"with plain headings, as they are pasted", "Omeka ID;Omeka URL;Title;Description;Date;Creator;Files;Tags\n8;https://x.org/items/show/8;The letter;\"It came; it went.\";;;\n9;u;The day;\"Rain &amp; wind\";7 April 1942;Ann;;\n",
		[]string{"date: 1942-04-07", "Rain \\& wind"}, []string{"left-out record-left row 2"}, nil},
	{"a person, a place and what is private", "Dublin Core:Title,Item Type Metadata:Birth Date,Item Type Metadata:Biographical Text,geolocation:latitude,geolocation:longitude,itemType,public\nEdith Brandt,1901,She taught.,,,Person,1\nThe square,,,51.77,19.45,,1\nThe hidden one,1902,Her life.,,,Person,0\nOf whom nobody knows,1902,Another life.,,,Person,perhaps\n",
		[]string{"id: edith-brandt", "born: 1901", "She taught.", "lat: 51.77\n    lon: 19.45"}, []string{"left-out private row 4", "left-out record row 5", "decide group"}, []string{"hidden", "Her life", "Another life"}},
	{"coverage is a place or a time", "Title,Coverage,Date\nA,Lodz,1942\nB,1943,\n", []string{"place: lodz", "date: 1943"}, []string{"altered coverage"}, nil},
	{"as Omeka S writes it", "o:id,dcterms:title,dcterms:title @fr,dcterms:description [private],dcterms:date ^^numeric:timestamp,dcterms:creator,dcterms:source ^^uri\n3,The day,Le jour,HIDDEN,1942-04,Ann | Ben,https://y.org/a A page\n",
		[]string{"title: The day", "title: Le jour", "date: 1942-04", "author: Ann; Ben", "title: A page\n    kind: reference\n    url: https://y.org/a"}, []string{"left-out private-value"}, []string{"HIDDEN"}},
	{"files with rows of their own", "Resource type,Identifier,Item,Title,Date,Media url\nitem,a1,,The day,1942,\nmedia,,a1,The gate,,gate.png\nmedia,,zz,Stray,,stray.png\n", []string{"date: 1942"}, []string{"left-out picture-missing", "left-out media-alone"}, []string{"Stray"}},
	{"two of the same name", "Title,Date\nThe day,1942\nThe day,1943\n", []string{"date: 1942", "date: 1943"}, nil, nil},
	{"what has no heading, and an unknown one", "Title,Date,Colour\nThe day,1942,red,more\n", []string{"date: 1942"}, []string{"left-out value row 2 column C (Colour)", "left-out no-heading row 2 column D"}, []string{"red"}},
	{"semicolons part names, not sentences", "Title,Date,Creator,Source\nThe day,1942,Ann; Ben,\"Smith 1994; p. 4\"\n", []string{"author: Ann; Ben", "title: Smith 1994; p. 4"}, nil, nil},
}

func TestClassic(t *testing.T) { trySheets(t, omeka.Classic, classicSheets) }

var collectiveSheets = []sheetTest{
	{"by the codes of bundles", "ca_objects.idno,ca_objects.preferred_labels,ca_objects.type_id,ca_objects.date.dates_value,ca_objects.date.dates_types,ca_objects.description,ca_entities,ca_places,ca_objects.access,ca_object_representations.media.original.url\n" +
		"2001.1,The suitcase,Physical object,1942,made,It was found; it was empty.,Ann (owner),Lodz,accessible to public,https://x.org/1.jpg\n2001.2,The coat,Physical object,1943,,,,,not accessible to public,\n",
		[]string{"title: The suitcase (2001.1)", "date: 1942", "It was found; it was empty.", "place: lodz"},
		[]string{"left-out private row 3", "left-out value row 2 column E (ca_objects.date.dates_types)", "left-out value row 2 column G (ca_entities)", `left-out picture-missing row 2 column J`}, []string{"coat", "1943"}},
	{"people and groups by their types", "ca_entities.entity_id,ca_entities.preferred_labels.displayname,ca_entities.type_id,ca_entities.lifespan,ca_entities.biography\n1,Edith Brandt,Individual,1901 - 1944,She taught.\n2,The club,Organization,,\n3,Somebody,,,\n",
		[]string{"name: Edith Brandt\n    born: 1901\n    died: 1944", "id: the-club"}, []string{`left-out record-left row 4: "Somebody" is a person or a group, and nothing says which`, "decide group"}, nil},
	{"places with a georeference", "ca_places.idno,ca_places.preferred_labels,ca_places.georeference,ca_places.nonpreferred_labels\np1,Lodz,\"[51.77,19.45]\",Litzmannstadt\n", []string{"lat: 51.77\n    lon: 19.45", "names: [Litzmannstadt]"}, nil, nil},
	{"by what displays call them", "Object identifier\tTitle\tType\tDate\tDescription\tAccess\tRelated collections\n2001.1\tThe suitcase\tObject\tca. 1942\tIt was found.\t1\tThe attic\n", []string{"cases/the-attic/timeline.yaml", "date: 1942~"}, nil, []string{"(Access)"}},
	{"a code says its language", "ca_objects.preferred_labels,ca_objects.preferred_labels%locale=de_DE,ca_objects.date\nThe coat,Der Mantel,1942\n", []string{"title: The coat", "title: Der Mantel", "timeline.de.yaml"}, nil, nil},
}

func TestCollectiveAccess(t *testing.T) { trySheets(t, omeka.CollectiveAccess, collectiveSheets) }

func TestSheetsThatCannotBeRead(t *testing.T) {
	for name, tt := range map[string]struct{ sheet, want string }{
		"nothing":              {"", "no row"},
		"headings alone":       {"Title,Date\n", "no record"},
		"no column of titles":  {"Colour,Size\nred,1\n", "no column holds titles"},
		"a picture, no sheet":  {"\x89PNG\r\n\x1a\n\x00\x00\x00\x00\x00\x00", "no text"},
		"an answer in letters": {"<!DOCTYPE html>\n<p>x\n", "no column holds titles"},
	} {
		for _, read := range []exchange.Importer{omeka.Classic, omeka.CollectiveAccess} {
			if _, err := imported(read, source(map[string]string{"sheet.csv": tt.sheet}), nil, exchange.Options{}); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// FuzzOmekaCSV imports whatever it is given as a sheet of Omeka.
func FuzzOmekaCSV(f *testing.F) {
	for _, tt := range classicSheets {
		f.Add([]byte(tt.sheet))
	}
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, omeka.Classic, "sheet.csv", data) })
}

// FuzzCollectiveAccess imports whatever it is given as a sheet of CollectiveAccess.
func FuzzCollectiveAccess(f *testing.F) {
	for _, tt := range collectiveSheets {
		f.Add([]byte(tt.sheet))
	}
	f.Fuzz(func(t *testing.T, data []byte) { sound(t, omeka.CollectiveAccess, "sheet.csv", data) })
}
