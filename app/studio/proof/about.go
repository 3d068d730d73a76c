package proof

import (
	"io/fs"
	"time"
)

// about is what is said of a text in memory.
type about struct {
	name string
	size int64
}

var _ fs.FileInfo = about{}

// Name implements fs.FileInfo.
func (a about) Name() string { return a.name }

// Size implements fs.FileInfo.
func (a about) Size() int64 { return a.size }

// Mode implements fs.FileInfo.
func (about) Mode() fs.FileMode { return 0o444 }

// ModTime implements fs.FileInfo.
func (about) ModTime() time.Time { return time.Time{} }

// IsDir implements fs.FileInfo.
func (about) IsDir() bool { return false }

// Sys implements fs.FileInfo.
func (about) Sys() any { return nil }
