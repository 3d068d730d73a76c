package content

import (
	"embed"
	"io/fs"
)

//go:embed archive
var bundled embed.FS

// Bundled is the folder of the archive that is built into the program, as a
// curator would write it. It lies beside the folder's own files because those
// are data alone: `vigil check content/archive` takes nothing else.
func Bundled() fs.FS {
	folder, err := fs.Sub(bundled, "archive")
	if err != nil {
		return bundled
	}
	return folder
}
