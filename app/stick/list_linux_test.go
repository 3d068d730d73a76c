package stick

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// machine makes a tree of a system's files: what is mounted, and what the kernel says of
// its disks.
func machine(t *testing.T, mounts string, removable map[string]string, folders ...string) string {
	t.Helper()
	root := t.TempDir()
	put := func(name, text string) {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("proc/mounts", mounts)
	for disk, flag := range removable {
		put("sys/block/"+disk+"/removable", flag+"\n")
		if err := os.MkdirAll(filepath.Join(root, "sys/block", disk, disk+"1"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range folders {
		if err := os.MkdirAll(filepath.Join(root, f), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestList(t *testing.T) {
	root := machine(t, `proc /proc proc rw,nosuid 0 0
/dev/sda1 / ext4 rw,relatime 0 0
/dev/sdb1 /mnt/stick vfat rw,noexec 0 0
/dev/sdc1 /mnt/locked vfat ro,noexec 0 0
/dev/sdd1 /run/media/kiosk/MY\040STICK exfat rw,nosuid 0 0
/dev/sda1 /var ext4 rw 0 0
/dev/sdb1 /mnt/gone vfat rw 0 0
tmpfs /media/ram tmpfs rw 0 0
damaged
`, map[string]string{"sda": "0", "sdb": "1", "sdc": "1", "sdd": "0"}, "mnt/stick", "mnt/locked", "run/media/kiosk/MY STICK", "var", "media/ram")
	var got []string
	for _, s := range listIn(root) {
		if s.Free == 0 {
			t.Errorf("%s has no room", s.Name)
		}
		got = append(got, s.Name)
	}
	if want := []string{"stick", "MY STICK"}; !slices.Equal(got, want) {
		t.Errorf("sticks %q, want %q", got, want)
	}
}

func TestListWithoutAnything(t *testing.T) {
	if got := listIn(t.TempDir()); len(got) > 0 {
		t.Errorf("sticks %v where nothing is mounted", got)
	}
}
