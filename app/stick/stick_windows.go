package stick

import (
	"errors"

	"golang.org/x/sys/windows"
)

// kind is what the system says of a stick; nil where it says something else.
func kind(err error) error {
	switch {
	case errors.Is(err, windows.ERROR_DISK_FULL), errors.Is(err, windows.ERROR_HANDLE_DISK_FULL):
		return ErrFull
	case errors.Is(err, windows.ERROR_WRITE_PROTECT), errors.Is(err, windows.ERROR_ACCESS_DENIED):
		return ErrReadOnly
	case errors.Is(err, windows.ERROR_NOT_READY), errors.Is(err, windows.ERROR_NO_SUCH_DEVICE), errors.Is(err, windows.ERROR_DEVICE_NOT_CONNECTED), errors.Is(err, windows.ERROR_DEV_NOT_EXIST):
		return ErrGone
	}
	return nil
}

// settle has nothing to do: Windows writes a name with its file.
func settle(string) {}

// list gives the drives that Windows calls removable. Not tried on a machine.
func list() []Stick {
	drives, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var out []Stick
	for i := range 26 {
		if drives&(1<<i) == 0 {
			continue
		}
		folder := string(rune('A'+i)) + `:\`
		name, err := windows.UTF16PtrFromString(folder)
		if err != nil || windows.GetDriveType(name) != windows.DRIVE_REMOVABLE {
			continue
		}
		var free uint64
		if windows.GetDiskFreeSpaceEx(name, &free, nil, nil) != nil {
			continue
		}
		out = append(out, Stick{label(name, folder), folder, free})
	}
	return out
}

// label is what a drive is called, or its letter.
func label(drive *uint16, folder string) string {
	var name [windows.MAX_PATH + 1]uint16
	if windows.GetVolumeInformation(drive, &name[0], uint32(len(name)), nil, nil, nil, nil, 0) == nil {
		if s := windows.UTF16ToString(name[:]); s != "" {
			return s + " (" + folder[:2] + ")"
		}
	}
	return folder[:2]
}
