package authoring

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/invopop/jsonschema"

	"vigil/content"
	"vigil/content/route"
)

// draft is the JSON Schema that every release of the editors' servers for YAML knows.
const draft = "http://json-schema.org/draft-07/schema#"

// schemaMark stands in every schema, so that Vigil knows its own when it writes them again.
const schemaMark = "Written by vigil schema from the format that this version reads. Change nothing here; write it again."

// schemaFiles are the shapes of the files of facts.
var schemaFiles = map[fileKind]reflect.Type{
	archiveFile: reflect.TypeFor[rawArchive](), sourcesFile: reflect.TypeFor[rawSources](), peopleFile: reflect.TypeFor[rawPeople](),
	organisationsFile: reflect.TypeFor[rawOrganisations](), placesFile: reflect.TypeFor[rawPlaces](), glossaryFile: reflect.TypeFor[rawGlossary](),
	quotationsFile: reflect.TypeFor[rawQuotations](), topicsFile: reflect.TypeFor[rawTopics](), keyboardFile: reflect.TypeFor[rawKeyboard](),
	caseFile: reflect.TypeFor[rawCase](), timelineFile: reflect.TypeFor[rawTimeline](), speechFile: reflect.TypeFor[rawSpeech](),
	lessonFile: reflect.TypeFor[rawLesson](), mediumFile: reflect.TypeFor[rawMedium](),
}

// Schemas are JSON Schemas (draft 7) of the YAML files of the format, by name: "people"
// for people.yaml, "people.words" for the words beside it. They are made from the types
// that the files are read into, and refuse nothing that vigil check lets pass. What needs
// more than one file, such as whether an id resolves, is for check alone. Beside what the
// draft has they use what editors know of it: defaultSnippets, markdownDescription,
// enumDescriptions, errorMessage and patternErrorMessage. The bytes are the same each time.
func Schemas() (map[string][]byte, error) { return schemasWith(nil) }

// schemasWith are the schemas, offering what an archive has of each kind where others name it.
func schemasWith(offered offers) (map[string][]byte, error) {
	all := map[string][]byte{}
	for kind, shape := range schemaFiles {
		s := offered.schemaOf(shape)
		s.Title = string(kind) + ".yaml"
		if err := offered.addSchema(all, string(kind), s); err != nil {
			return nil, err
		}
	}
	for kind, keys := range wordings {
		s := offered.schemaOf(reflect.TypeFor[rawWords]())
		s.Title = string(kind) + ".LANGUAGE.yaml"
		list, _ := s.Properties.Get("words")
		worded(list, keys)
		if err := offered.addSchema(all, string(kind)+".words", s); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (o offers) addSchema(all map[string][]byte, name string, s *jsonschema.Schema) error {
	s.Version, s.Comments = draft, schemaMark
	packed, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("write the schema %s: %w", name, err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, packed, "", "  "); err != nil {
		return fmt.Errorf("write the schema %s: %w", name, err)
	}
	out.WriteByte('\n')
	if all[name], err = o.filled(out.Bytes()); err != nil {
		return fmt.Errorf("write the schema %s: %w", name, err)
	}
	return nil
}

// schemaOf is the schema of a record and of all within it.
func (o offers) schemaOf(record reflect.Type) *jsonschema.Schema {
	r := &jsonschema.Reflector{
		Anonymous: true, DoNotReference: true, RequiredFromJSONSchemaTags: true, FieldNameTag: "yaml",
		Mapper: func(t reflect.Type) *jsonschema.Schema {
			switch t {
			case reflect.TypeFor[content.Date](), reflect.TypeFor[Passage]():
				return &jsonschema.Schema{Type: "string"}
			}
			return nil
		},
	}
	s := r.ReflectFromType(record)
	o.restrict(s, record)
	return s
}

// restrict adds to a record's schema what the decoder asks of its keys.
func (o offers) restrict(s *jsonschema.Schema, record reflect.Type) {
	for i := range record.NumField() {
		f := record.Field(i)
		name, tagged := f.Tag.Lookup("yaml")
		if !tagged {
			continue
		}
		k := keyOf(name, i, f.Tag.Get("check"))
		if k.gone {
			s.Properties.Delete(name)
			continue
		}
		rule := record.Name() + "." + name
		k.required = k.required || slices.Contains(wanted, rule)
		p, _ := s.Properties.Get(name)
		p.Description = f.Tag.Get("about")
		o.restrictKey(p, f.Type, &k, rule)
		if k.required {
			s.Required = append(s.Required, name)
			continue
		}
		nullable(p)
	}
	s.Title = titles[record.Name()]
}

func (o offers) restrictKey(p *jsonschema.Schema, t reflect.Type, k *key, rule string) {
	switch t.Kind() {
	case reflect.Pointer:
		o.restrict(p, t.Elem())
	case reflect.Map:
		if t.Elem().Kind() == reflect.Pointer {
			o.restrict(p.AdditionalProperties, t.Elem().Elem())
			return
		}
		o.restrictText(p.AdditionalProperties, t.Elem(), k, rule)
	case reflect.Slice:
		o.restrictList(p, t.Elem(), k, rule)
	case reflect.Bool:
		extra(p, "errorMessage", "Write true or false.")
	case reflect.Int, reflect.Float64:
		restrictNumber(p, rule)
	default:
		o.restrictText(p, t, k, rule)
		if k.required && p.Pattern == "" && len(p.Enum) == 0 {
			p.Pattern = visible
		}
	}
}

func (o offers) restrictList(p *jsonschema.Schema, item reflect.Type, k *key, rule string) {
	extra(p, "errorMessage", "Write a list: [one, another], or each on a line of its own behind a dash and a space.")
	if slices.Contains(wanted, rule) {
		p.MinItems = new(uint64)
		*p.MinItems = 1
	}
	if most, ok := longest[rule]; ok {
		p.MaxItems = &most
	}
	if item.Kind() == reflect.Pointer {
		o.restrict(p.Items, item.Elem())
		if snippets := snippetsOf(item.Elem()); snippets != nil {
			extra(p, "defaultSnippets", snippets)
		}
		return
	}
	o.restrictText(p.Items, item, k, rule)
	if p.Items.Pattern == "" && len(p.Items.Enum) == 0 {
		p.Items.Pattern = visible
	}
}

func restrictNumber(p *jsonschema.Schema, rule string) {
	message := "Write a number in plain digits, such as 44.1575."
	if p.Type == "integer" {
		message = "Write a whole number in plain digits."
	}
	extra(p, "errorMessage", message)
	if r, ok := ranges[rule]; ok {
		p.Minimum, p.Maximum = r.least, r.most
	}
	if rule == "rawEvent.importance" {
		extra(p, "defaultSnippets", []snippet{{Label: "from 1 to 4", Description: p.Description, Body: json.RawMessage(`"${1|1,2,3,4|}"`)}})
	}
}

// restrictText says what a text may be, be it alone, in a list or behind a key of a map.
func (o offers) restrictText(p *jsonschema.Schema, t reflect.Type, k *key, rule string) {
	if k.enum != "" {
		for _, word := range words(k.enum) {
			p.Enum = append(p.Enum, word)
		}
		if about := explained(k.enum); about != nil {
			extra(p, "enumDescriptions", about)
		}
		return
	}
	extra(p, "errorMessage", `Write a text. A number or a date stands in quotation marks: "1995".`)
	named, isForm := looks[rule]
	kind, refer := refers[rule]
	switch {
	case t == reflect.TypeFor[content.Date]():
		look{edtfDate, notADate, 0}.on(p)
		extra(p, "markdownDescription", p.Description+"\n\n"+dateHelp)
		extra(p, "defaultSnippets", []snippet{{Label: "a date", Description: "In quotation marks.", Body: json.RawMessage(`"\"${1:1995-07-11}\""`)}})
	case t == reflect.TypeFor[content.Lang]():
		look{languageTag, "Write the language's BCP 47 tag, such as en, fr, bs or sr-Cyrl.", 0}.on(p)
	case t == reflect.TypeFor[Passage]():
		extra(p, "markdownDescription", p.Description+"\n\n"+proseHelp)
	case k.id:
		anID.on(p)
	case refer:
		anyID.on(p)
		o.offer(p, kind)
	case isForm:
		named.on(p)
		if named == aRoute {
			o.offer(p, "route")
		}
	case k.line && k.required:
		look{visibleLine, "Write something, all on one line.", 0}.on(p)
	case k.line:
		look{oneLine, "Write it on one line; move what follows into text or note.", 0}.on(p)
	}
}

// nullable lets a key stand without a value, as one that may be left out can.
func nullable(p *jsonschema.Schema) {
	extra(p, "type", []string{p.Type, "null"})
	p.Type = ""
	if len(p.Enum) > 0 {
		p.Enum = append(p.Enum, nil)
	}
	if p.Pattern == edtfDate || p.Pattern == reference {
		p.Pattern = "^$|" + p.Pattern
	}
}

// worded says which words may stand in a file, and what each is for.
func worded(list *jsonschema.Schema, keys []wording) {
	list.AdditionalProperties = jsonschema.FalseSchema
	list.Properties = jsonschema.NewProperties()
	extra(list, "defaultSnippets", wordSnippets(keys))
	for _, k := range keys {
		word := offers(nil).schemaOf(reflect.TypeFor[rawWord]())
		word.Version, word.Title = "", ""
		nullable(word)
		word.Description = k.about
		for name, about := range k.fields {
			field, _ := word.Properties.Get(name)
			field.Description = about
			if field.Extras["markdownDescription"] != nil {
				extra(field, "markdownDescription", about+"\n\n"+proseHelp)
			}
		}
		switch {
		case k.prefix != "":
			if list.PatternProperties == nil {
				list.PatternProperties = map[string]*jsonschema.Schema{}
			}
			list.PatternProperties["^"+k.prefix+route.IDPattern+"$"] = word
		case k.key != "":
			list.Properties.Set(k.key, word)
		default:
			list.AdditionalProperties = word
			list.PropertyNames = &jsonschema.Schema{Pattern: anID.pattern}
		}
	}
}

func extra(p *jsonschema.Schema, name string, value any) {
	if p.Extras == nil {
		p.Extras = map[string]any{}
	}
	p.Extras[name] = value
}
