package i18n

import (
	"compress/gzip"
	"embed"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"vigil/content"
)

// Names of months and countries, one file a language, from Unicode's CLDR as
// build/cldr takes them; golang.org/x/text has those of 2017.
//
//go:embed cldr/*.json.gz
var cldrFiles embed.FS

// cldr is what CLDR knows of one language.
type cldr struct {
	Months  []string          // as they stand with a day: "kwietnia"
	Alone   []string          // as they stand alone: "kwiecień"
	Short   []string          // with a day
	Before  string            // the mark of years before the common era
	Also    map[string]int    // what months are called in countries or another script of the language
	Regions map[string]string // names of countries by their ISO 3166-1 alpha-2 code
}

// readCLDR reads what CLDR knows of a language, or of the language that it is a
// kind of; of one that it does not know, nothing.
func readCLDR(lang content.Lang) cldr {
	for tag := string(lang); ; {
		names, err := openCLDR(tag)
		if err == nil {
			return names
		}
		at := strings.LastIndexByte(tag, '-')
		if at < 0 {
			slog.Warn("CLDR has no names", "language", lang, "err", err)
			return cldr{}
		}
		tag = tag[:at]
	}
}

func openCLDR(tag string) (names cldr, err error) {
	file, err := cldrFiles.Open("cldr/" + tag + ".json.gz")
	if err != nil {
		return cldr{}, fmt.Errorf("open CLDR: %w", err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		return cldr{}, fmt.Errorf("open CLDR of %s: %w", tag, err)
	}
	if err := json.NewDecoder(zip).Decode(&names); err != nil {
		return cldr{}, fmt.Errorf("read CLDR of %s: %w", tag, err)
	}
	return names, nil
}

// of is the name of a month in a list, "" where there is none.
func of(list []string, month int) string {
	if month < int(time.January) || month > len(list) {
		return ""
	}
	return list[month-1]
}
