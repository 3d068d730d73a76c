//go:build !linux && !darwin && !windows

package stick

func list() []Stick { return nil }
