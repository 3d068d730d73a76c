package i18n

import (
	"slices"

	"github.com/BurntSushi/toml"
)

// forms is a message by its plural forms; one without is "other" alone.
type forms map[string]string

// decodeMessages flattens a catalogue to its messages by id.
func decodeMessages(text string) (map[string]forms, error) {
	var raw map[string]any
	if _, err := toml.Decode(text, &raw); err != nil {
		return nil, err
	}
	out := map[string]forms{}
	flattenMessages(raw, "", 0, out)
	return out, nil
}

// mostLevels is how deep a message's name may be: figures.unit.people.one.
const mostLevels = 5

func flattenMessages(table map[string]any, prefix string, level int, out map[string]forms) {
	if level > mostLevels {
		return
	}
	for key, value := range table {
		id := prefix + key
		switch value := value.(type) {
		case string:
			out[id] = forms{"other": value}
		case map[string]any:
			if plurals, ok := pluralTable(value); ok {
				out[id] = plurals
				continue
			}
			flattenMessages(value, id+".", level+1, out)
		default:
			out[id] = forms{}
		}
	}
}

var pluralForms = []string{"zero", "one", "two", "few", "many", "other"}

// pluralTable is a table that holds plural forms and nothing else.
func pluralTable(table map[string]any) (forms, bool) {
	if _, ok := table["other"].(string); !ok {
		return nil, false
	}
	out := forms{}
	for key, value := range table {
		text, ok := value.(string)
		if !ok || !slices.Contains(pluralForms, key) {
			return nil, false
		}
		out[key] = text
	}
	return out, true
}
