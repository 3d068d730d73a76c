// Command atlas writes polygons of GeoJSON as assets.Land gives them: two letters of
// the country, a length, and Tiny Well-known Binary with a bounding box.
package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/peterstace/simplefeatures/geom"
	"golang.org/x/text/language"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "atlas:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 3 {
		return errors.New("usage: atlas OUT.twkb DECIMALS IN.json [IN.json]")
	}
	decimals, err := strconv.Atoi(args[1])
	if err != nil {
		return fmt.Errorf("read the decimals: %w", err)
	}
	var out []byte
	for _, name := range args[2:] {
		if out, err = appendFile(out, name, decimals); err != nil {
			return fmt.Errorf("write the polygons of %s: %w", name, err)
		}
	}
	return os.WriteFile(args[0], out, 0o644)
}

func appendFile(out []byte, name string, decimals int) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var collection struct{ Features []feature }
	if err := json.Unmarshal(data, &collection); err != nil {
		return nil, err
	}
	for _, f := range collection.Features {
		if out, err = appendPolygons(out, f, decimals); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// feature is a polygon with its country.
type feature struct {
	Geometry   json.RawMessage
	Properties struct{ ID, Name string }
}

// nowhere stands for land whose country has no code (CLDR: unknown region).
const nowhere = "ZZ"

// lake stands for water within land.
const lake = "--"

// country is two letters: ISO 3166-1 alpha-2, or CLDR's for what has no code there.
func (f feature) country() (string, error) {
	switch {
	case f.Properties.Name == "Kosovo":
		return "XK", nil
	case f.Properties.ID == "lake":
		return lake, nil
	case f.Properties.ID == "":
		return nowhere, nil
	}
	code, err := strconv.Atoi(f.Properties.ID)
	if err != nil {
		return "", fmt.Errorf("read the country of %s: %w", f.Properties.Name, err)
	}
	region, err := language.EncodeM49(code)
	if err != nil || len(region.String()) != 2 {
		return "", fmt.Errorf("no letters for country %d, %s: %w", code, f.Properties.Name, err)
	}
	return region.String(), nil
}

func appendPolygons(out []byte, f feature, decimals int) ([]byte, error) {
	country, err := f.country()
	if err != nil {
		return nil, err
	}
	if string(f.Geometry) == "null" { // an islet that nothing is left of
		return out, nil
	}
	g, err := geom.UnmarshalGeoJSON(f.Geometry, geom.NoValidate{})
	if err != nil {
		return nil, fmt.Errorf("read a polygon: %w", err)
	}
	for _, part := range g.Dump() {
		twkb, err := geom.MarshalTWKB(part, decimals, geom.TWKBBoundingBoxHeader())
		if err != nil {
			return nil, fmt.Errorf("write a polygon: %w", err)
		}
		out = append(out, country...)
		out = binary.AppendUvarint(out, uint64(len(twkb)))
		out = append(out, twkb...)
	}
	return out, nil
}
