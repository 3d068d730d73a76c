package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"vigil/content/authoring"
)

const schemaArgs = "-o DIR | --wire ARCHIVE | --unwire ARCHIVE  [--json]"

// schema writes JSON Schemas of the format's files, alone or into an archive.
func schema(ctx context.Context, env Env, args []string) (int, error) {
	flags := env.flags("vigil schema", schemaArgs)
	out := flags.String("o", "", "`folder` to write the schemas into")
	wire := flags.String("wire", "", "`archive` to write them into, with what leads an editor to them")
	unwire := flags.String("unwire", "", "`archive` to take all that out of again")
	asJSON := flags.Bool("json", false, "what was written or changed as one JSON array instead of lines")
	if err := parse(flags, args, 0); err != nil {
		return misuse, err
	}
	var done []string
	var err error
	switch {
	case *out != "" && *wire == "" && *unwire == "":
		done, err = authoring.WriteSchemas(*out)
	case *wire != "" && *out == "" && *unwire == "":
		done, err = inArchive(ctx, *wire, authoring.Wire)
	case *unwire != "" && *out == "" && *wire == "":
		done, err = inArchive(ctx, *unwire, authoring.Unwire)
	default:
		return misuse, misused{errors.New("vigil schema takes one of -o, --wire and --unwire")}
	}
	if err != nil {
		return found, err
	}
	return good, tell(env, done, *asJSON)
}

// inArchive does something to an archive, and to no other folder.
func inArchive(ctx context.Context, dir string, do func(context.Context, string) ([]string, error)) ([]string, error) {
	info, err := os.Stat(filepath.Join(dir, "archive.yaml"))
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no archive: it has no archive.yaml", dir)
	}
	if err != nil {
		return nil, fmt.Errorf("look for an archive in %s: %w", dir, err)
	}
	return do(ctx, dir)
}

// tell prints names, one a line or as JSON.
func tell(env Env, names []string, asJSON bool) error {
	if !asJSON {
		for _, name := range names {
			fmt.Fprintln(env.Out, name)
		}
		return nil
	}
	if names == nil {
		names = []string{}
	}
	out := json.NewEncoder(env.Out)
	out.SetIndent("", "  ")
	return out.Encode(names)
}
