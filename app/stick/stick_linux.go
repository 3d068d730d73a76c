package stick

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func list() []Stick { return listIn("/") }

// listIn finds sticks in a tree of the system's files: what is mounted from a block
// device that says that it is removable, or is on USB, or where desktops mount such.
func listIn(root string) []Stick {
	data, err := os.ReadFile(filepath.Join(root, "proc/mounts"))
	if err != nil {
		return nil
	}
	var out []Stick
	for line := range strings.Lines(string(data)) {
		m := strings.Fields(line)
		if len(m) < 4 || !strings.HasPrefix(m[0], "/dev/") || !slices.Contains(strings.Split(m[3], ","), "rw") {
			continue
		}
		folder := unescaped(m[1])
		if !removable(root, filepath.Base(m[0])) && !mountedByHand(folder) {
			continue
		}
		at := filepath.Join(root, folder)
		bytes, ok := free(at)
		if !ok || !writable(at) || slices.ContainsFunc(out, func(s Stick) bool { return s.Folder == at }) {
			continue
		}
		out = append(out, Stick{filepath.Base(folder), at, bytes})
	}
	slices.SortFunc(out, func(a, b Stick) int { return cmp.Compare(a.Folder, b.Folder) })
	return out
}

// mountedByHand reports whether a folder is where desktops mount what is put in.
func mountedByHand(folder string) bool {
	return strings.HasPrefix(folder, "/media/") || strings.HasPrefix(folder, "/run/media/")
}

// removable asks the kernel of a device, or of the disk that it is a part of.
func removable(root, device string) bool {
	blocks := filepath.Join(root, "sys/block")
	disks, err := os.ReadDir(blocks)
	if err != nil {
		return false
	}
	for _, disk := range disks {
		part := filepath.Join(blocks, disk.Name(), device)
		if _, err := os.Stat(part); err != nil && disk.Name() != device {
			continue
		}
		flag, err := os.ReadFile(filepath.Join(blocks, disk.Name(), "removable"))
		return err == nil && strings.TrimSpace(string(flag)) == "1"
	}
	return false
}

// unescaped is a path as fstab(5) writes it: spaces and such are octal.
func unescaped(s string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(s)
}
