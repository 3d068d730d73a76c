package authoring

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Hash names a wording by its four fields as they are written: the first twelve
// hexadecimal digits of SHA-256 over each, trimmed of white space and followed
// by a newline. An essay or a speech's text is a wording with Text alone.
func Hash(title, role, text, note string) string {
	h := sha256.New()
	for _, part := range []string{title, role, text, note} {
		h.Write([]byte(strings.TrimSpace(part) + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}
