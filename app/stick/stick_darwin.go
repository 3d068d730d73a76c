package stick

import (
	"os"
	"path/filepath"
	"syscall"
)

// list gives the volumes that are mounted beside the one that the system is on. macOS
// does not say in a file which are removable: a disk that is built in and has a volume
// of its own is listed too. Not tried on a machine.
func list() []Stick {
	const volumes = "/Volumes"
	entries, err := os.ReadDir(volumes)
	if err != nil {
		return nil
	}
	system := device("/")
	var out []Stick
	for _, e := range entries {
		folder := filepath.Join(volumes, e.Name())
		bytes, ok := free(folder)
		if !e.IsDir() || !ok || !writable(folder) || device(folder) == system {
			continue
		}
		out = append(out, Stick{e.Name(), folder, bytes})
	}
	return out
}

// device is the device that a folder is on; 0 where that cannot be known.
func device(folder string) int32 {
	var s syscall.Stat_t
	if err := syscall.Stat(folder, &s); err != nil {
		return 0
	}
	return s.Dev
}
