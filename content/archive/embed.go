// Package archive holds the bundled archive, data only.
package archive

import (
	"embed"
	"io/fs"
)

//go:embed *.yaml cases speeches
var files embed.FS

// FS is the bundled archive's folder.
func FS() fs.FS { return files }
