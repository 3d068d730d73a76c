//go:build !windows

package stick

import (
	"errors"
	"os"
	"syscall"
)

// kind is what the system says of a stick; nil where it says something else.
func kind(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return ErrFull
	case errors.Is(err, syscall.EROFS), errors.Is(err, syscall.EACCES), errors.Is(err, syscall.EPERM):
		return ErrReadOnly
	case errors.Is(err, syscall.EIO), errors.Is(err, syscall.ENODEV), errors.Is(err, syscall.ENXIO):
		return ErrGone
	}
	return nil
}

// settle has a folder's new name written. A system of files that cannot says so, and
// has it written by itself.
func settle(folder string) {
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// free is how many bytes can be written in a folder.
func free(folder string) (uint64, bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return 0, false
	}
	return uint64(s.Bavail) * uint64(s.Bsize), true
}

// writable reports whether the system lets this program write in a folder.
func writable(folder string) bool {
	const write = 2
	return syscall.Access(folder, write) == nil
}
