// Command atlas writes polygons of GeoJSON as assets.Land gives them: Tiny
// Well-known Binary with a bounding box, each behind its length.
package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/peterstace/simplefeatures/geom"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "atlas:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return errors.New("usage: atlas IN.json OUT.twkb DECIMALS")
	}
	decimals, err := strconv.Atoi(args[2])
	if err != nil {
		return fmt.Errorf("read the decimals: %w", err)
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return fmt.Errorf("read the polygons: %w", err)
	}
	var collection struct{ Geometries []json.RawMessage }
	if err := json.Unmarshal(data, &collection); err != nil {
		return fmt.Errorf("read the polygons: %w", err)
	}
	var out []byte
	for _, raw := range collection.Geometries {
		if out, err = appendPolygons(out, raw, decimals); err != nil {
			return err
		}
	}
	return os.WriteFile(args[1], out, 0o644)
}

func appendPolygons(out, raw []byte, decimals int) ([]byte, error) {
	g, err := geom.UnmarshalGeoJSON(raw, geom.NoValidate{})
	if err != nil {
		return nil, fmt.Errorf("read a polygon: %w", err)
	}
	for _, part := range g.Dump() {
		twkb, err := geom.MarshalTWKB(part, decimals, geom.TWKBBoundingBoxHeader())
		if err != nil {
			return nil, fmt.Errorf("write a polygon: %w", err)
		}
		out = binary.AppendUvarint(out, uint64(len(twkb)))
		out = append(out, twkb...)
	}
	return out, nil
}
